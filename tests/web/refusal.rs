//! A referrer says that the person said no: danger first, what can be done, a receipt that promises no contact, and the
//! desk that confirms it and keeps a number.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{GO_ON, receipt};

const SEND: &str = "Send this referral";
const SAID_NO: &str = "They said no: what you can do";
const CONSENT: &str = "consent to this referral?";
const CAPACITY: &str = "capacity to consent to this referral?";

/// A social worker’s referral up to the page about consent.
fn up_to_consent(portal: &TestPortal, danger: &str) -> Browser {
    let mut visitor = portal.browser();
    visitor.open("/refer/professional").choose("in immediate danger?", danger).press(GO_ON);
    visitor.open("/refer/section/you");
    visitor
        .fill("What is your name?", "Sam Worker")
        .choose("How can we contact you?", "E-mail")
        .fill("What is your e-mail address?", "sam.worker@example.org")
        .press(GO_ON);
    visitor.fill("the person’s name?", "Marjorie Quillfeather").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Describe what is happening", "A move is planned.").press(GO_ON);
    visitor.open("/refer/section/consent");
    visitor
}

/// The person can decide, and says no.
fn refused(portal: &TestPortal, danger: &str) -> Browser {
    let mut visitor = up_to_consent(portal, danger);
    visitor.choose(CONSENT, "No, they refuse").choose(CAPACITY, "Yes").press(GO_ON);
    visitor
}

fn sent(visitor: &mut Browser) -> String {
    visitor.open("/refer/check").press(SEND);
    receipt(visitor).0
}

#[test]
fn who_says_that_the_person_said_no_is_told_what_they_can_do() {
    on_each_database(|portal| {
        let mut visitor = refused(portal, "No");
        assert_eq!((visitor.path.as_str(), visitor.heading().as_str()), ("/refer/they-said-no", SAID_NO));
        assert!(visitor.words().contains("They can ask us themselves"), "{}", visitor.words());
        visitor.follow("Go on");
        assert_eq!(visitor.path, "/refer/section/else", "{}", visitor.words());
        visitor.open("/refer/check");
        assert!(visitor.words().contains("You wrote that the person said no"), "{}", visitor.words());
        visitor.follow(SAID_NO).follow("Change what I wrote");
        assert!(visitor.path.starts_with("/refer/section/consent?then=check"), "{}", visitor.path);
        visitor.choose(CAPACITY, "Not sure").press("Save and go back to your answers");
        assert_eq!(visitor.path, "/refer/check", "a doubt about capacity goes on");
        assert!(!visitor.words().contains("You wrote that the person said no"), "{}", visitor.words());
    });
}

#[test]
fn danger_comes_before_the_refusal() {
    let portal = TestPortal::new();
    let visitor = refused(&portal, "Not sure");
    let said = visitor.words();
    let (danger, refusal) = (said.find("Phone 999 from a mobile"), said.find("What you can tell them"));
    assert!(danger.is_some() && danger < refusal, "{said}");
}

#[test]
fn stopping_destroys_what_was_written() {
    on_each_database(|portal| {
        let mut visitor = refused(portal, "No");
        visitor.press("Stop here, and destroy what I wrote");
        assert_eq!((visitor.page.status, visitor.heading().as_str()), (200, "Nothing was sent"));
        assert_eq!((portal.rows("drafts"), portal.rows("referrals")), (0, 0));
        visitor.open("/refer/check");
        assert!(!visitor.page.body.contains("Quillfeather"));
    });
}

#[test]
fn what_is_sent_all_the_same_promises_no_contact_and_waits_to_be_confirmed() {
    on_each_database(|portal| {
        let mut visitor = refused(portal, "No");
        let reference = sent(&mut visitor);
        let said = visitor.words();
        assert!(said.contains("We do not contact the person just because of this"), "{said}");
        assert!(!said.to_lowercase().contains("we will contact"), "{said}");
        let mut desk = portal.signed_in(Role::Triage);
        assert!(desk.text_of("tbody tr").unwrap().contains("Refusal to confirm."), "{}", desk.words());
        desk.follow(&reference);
        assert!(desk.text_of(".flags").unwrap().contains("Refusal to confirm."), "{}", desk.words());
        assert!(desk.words().contains("a refusal passed on by somebody else is not yet theirs"), "{}", desk.words());
    });
}

#[test]
fn a_confirmed_refusal_keeps_only_a_number() {
    on_each_database(|portal| {
        let reference = sent(&mut refused(portal, "No"));
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference).press("Confirm, and destroy what was sent");
        assert_eq!(desk.page.status, 422, "{}", desk.words());
        assert!(desk.words().contains("Mark both"), "{}", desk.words());
        let colleague = desk.another_window();
        desk.choose("Before you confirm", "Nobody is in danger").choose("Before you confirm", "The person was asked");
        desk.press("Confirm, and destroy what was sent");
        assert_eq!(desk.path, "/staff/queue");
        assert!(desk.texts_of("tbody tr").is_empty() && desk.heading().contains('0'), "{}", desk.words());
        for table in ["referrals", "people", "people_index", "issues", "events", "outbox", "call_backs"] {
            assert_eq!(portal.rows(table), 0, "{table}");
        }
        assert_eq!(portal.rows("refusals"), 1);
        let mut colleague = colleague;
        colleague.choose("Before you confirm", "Nobody is in danger");
        colleague.choose("Before you confirm", "The person was asked").press("Confirm, and destroy what was sent");
        assert_eq!(colleague.page.status, 404, "{}", colleague.words());
        assert_eq!(portal.rows("refusals"), 1);
    });
}

#[test]
fn a_refusal_that_the_desk_wrote_down_is_not_confirmed_there() {
    on_each_database(|portal| {
        let mut visitor = up_to_consent(portal, "No");
        visitor.choose(CONSENT, "Yes").press(GO_ON);
        let reference = sent(&mut visitor);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        for (answer, to) in [("consent", "No, they refuse"), ("consent-capacity", "Yes")] {
            desk.open(&format!("/staff/referrals/{}/answers/{answer}", reference.replace('-', "")));
            let question = if answer == "consent" { CONSENT } else { CAPACITY };
            desk.choose(question, to).fill("Why", "so he says").press("Put it right");
            assert_eq!(desk.page.status, 200, "{}", desk.words());
        }
        assert!(desk.words().contains("a manager can erase what is held"), "{}", desk.words());
        assert!(!desk.words().contains("Confirm, and destroy"), "{}", desk.words());
        // Who sends the form all the same is told that it has changed, and destroys nothing.
        let version = desk.value_of("input[name=version]").unwrap();
        let (token, path) = (desk.token(), format!("/staff/referrals/{}/refusal", reference.replace('-', "")));
        desk.post(&path, &[("token", &token), ("version", &version), ("sure", "asked"), ("sure", "safe")]);
        assert_eq!(desk.page.status, 422, "{}", desk.words());
        assert!(desk.words().contains("has changed since you opened it"), "{}", desk.words());
        assert_eq!((portal.rows("referrals"), portal.rows("refusals")), (1, 0));
    });
}

#[test]
fn what_is_held_is_not_destroyed_by_confirming_a_refusal() {
    on_each_database(|portal| {
        let reference = sent(&mut refused(portal, "No"));
        let mut desk = portal.signed_in(Role::Manager);
        desk.follow(&reference);
        let mut before = desk.another_window();
        desk.follow("The person asks for a copy").fill("Why", "the Ombudsman asked").press("Hold it");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        desk.open("/staff/queue").follow(&reference);
        assert!(!desk.words().contains("Confirm, and destroy"), "{}", desk.words());
        before.choose("Before you confirm", "Nobody is in danger").choose("Before you confirm", "The person was asked");
        before.press("Confirm, and destroy what was sent");
        assert_eq!(before.page.status, 422, "{}", before.words());
        assert!(before.words().contains("has changed since you opened it"), "{}", before.words());
        assert_eq!((portal.rows("referrals"), portal.rows("refusals")), (1, 0));
    });
}

#[test]
fn nothing_but_a_refusal_can_be_destroyed_so() {
    on_each_database(|portal| {
        let mut visitor = up_to_consent(portal, "No");
        visitor.choose(CONSENT, "Yes").press(GO_ON);
        let reference = sent(&mut visitor);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        assert!(!desk.words().contains("Confirm the refusal"), "{}", desk.words());
        let (_, _, mut pairs) = desk.pressed("Set this band");
        pairs.extend([("sure".to_owned(), "asked".to_owned()), ("sure".to_owned(), "safe".to_owned())]);
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        desk.post(&format!("/staff/referrals/{reference}/refusal"), &pairs);
        assert_ne!(desk.page.status, 200, "{}", desk.words());
        assert_eq!((portal.rows("referrals"), portal.rows("refusals")), (1, 0));
    });
}

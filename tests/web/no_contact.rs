//! Whoever will contact us is not contacted: not promised it, not mailed, and the desk is told first.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{on_each_database, until};
use super::stories::{GO_ON, receipt};

const SEND: &str = "Send this to the team";
const MINE: &str = "Which ways of contacting you are safe?";
const THEIRS: &str = "Which ways of contacting the person are safe?";

/// Answers what is needed, with nothing said about contact yet.
fn begun(visitor: &mut Browser) {
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Tell us what is happening", "He reads my phone.").press(GO_ON);
    visitor
        .open("/refer/section/consent")
        .choose("Do you agree that we read what you wrote", "Yes, I agree")
        .press(GO_ON);
}

fn sent_without_contact(visitor: &mut Browser) {
    begun(visitor);
    visitor.open("/refer/section/contact").choose(MINE, "I will contact you").press(GO_ON);
    visitor.open("/refer/check");
}

#[test]
fn a_person_who_will_contact_us_is_promised_no_contact() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        sent_without_contact(&mut visitor);
        visitor.press(SEND);
        let (reference, _) = receipt(&visitor);
        let said = visitor.words();
        assert!(said.contains("We will not contact you. Please contact us when it is safe"), "{said}");
        assert!(said.contains("When you contact us, we may ask you"), "{said}");
        assert!(said.contains("To contact us, phone us on 01632 960 111."), "{said}");
        assert!(!said.contains("We contact") && !said.contains("We will contact"), "{said}");
        assert!(portal.mails().is_empty());

        let mut desk = portal.signed_in(Role::Triage);
        assert!(desk.texts_of("tbody tr")[0].contains("Unsafe contact"), "{}", desk.words());
        desk.follow(&reference);
        let first = desk.text_of(".standing + .told").unwrap();
        assert_eq!(first, "Do not contact: the person will contact us.", "it stands beside contact-by");
        let flag = desk.text_of("#flags + .flags .danger").unwrap();
        assert!(flag.contains(&first), "{flag}");
        assert!(desk.words().contains("Contact nobody about what is still open"), "{}", desk.words());
        assert!(!desk.words().contains("Ask for what is still blank"), "{}", desk.words());
    });
}

#[test]
fn a_receipt_that_comes_after_a_broken_connection_promises_no_contact_either() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        sent_without_contact(&mut visitor);
        visitor.press_and_lose(SEND);
        until("what was sent is kept", || portal.rows("referrals") == 1);
        visitor.press(SEND);
        receipt(&visitor);
        assert!(visitor.words().contains("We will not contact you."), "{}", visitor.words());
        assert_eq!(portal.rows("referrals"), 1);
    });
}

#[test]
fn a_way_that_is_safe_and_no_contact_at_all_are_not_both_said() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        begun(&mut visitor);
        visitor.open("/refer/section/contact").choose(MINE, "Letter").choose(MINE, "I will contact you").press(GO_ON);
        assert_eq!(visitor.page.status, 422, "{}", visitor.words());
    });
}

#[test]
fn a_sender_is_contacted_about_a_person_who_is_not() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/someone").choose("in danger right now?", "No").press(GO_ON);
        visitor.fill("What is your name?", "Rosalind Threadgold").choose("How can we contact you?", "Text message");
        visitor.fill("What is your phone number?", "07700 900123").press(GO_ON);
        visitor.fill("the person’s name?", "Albert Threadgold").press(GO_ON);
        visitor.choose(THEIRS, "They will contact you").press(GO_ON);
        visitor.open("/refer/section/happening").fill("what is happening", "Dad is moved about.").press(GO_ON);
        visitor.open("/refer/section/consent").choose("Does the person agree to you asking", "Yes, they agree");
        visitor.press(GO_ON);
        visitor.open("/refer/check").press(SEND);
        receipt(&visitor);
        let said = visitor.words();
        assert!(said.contains("We will contact you by") && said.contains("We will not contact the person"), "{said}");
        assert!(!said.contains("We ask the person"), "{said}");
    });
}

#[test]
fn a_relative_who_is_watched_can_ask_for_the_same_and_the_person_be_contacted() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/someone").choose("in danger right now?", "No").press(GO_ON);
        visitor
            .fill("What is your name?", "Rosalind Threadgold")
            .choose("How can we contact you?", "I will contact you");
        visitor.press(GO_ON);
        visitor.fill("the person’s name?", "Albert Threadgold").press(GO_ON);
        visitor.choose(THEIRS, "Letter").press(GO_ON);
        visitor.open("/refer/section/happening").fill("what is happening", "Dad is moved about.").press(GO_ON);
        visitor
            .open("/refer/section/consent")
            .choose("Does the person agree to you asking", "Yes, they agree")
            .press(GO_ON);
        visitor.open("/refer/check").press(SEND);
        let (reference, _) = receipt(&visitor);
        let said = visitor.words();
        assert!(said.contains("We will not contact you: you can contact us"), "{said}");
        assert!(said.contains("We will contact the person by") && !said.contains("We contact you"), "{said}");
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        let flag = desk.text_of("#flags + .flags .danger").unwrap();
        assert!(flag.contains("Do not contact the sender: they will contact us."), "{flag}");
    });
}

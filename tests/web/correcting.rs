//! Staff put an answer right: with a reason, what was said first beside it, and everything that follows from it.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{self, receipt};

const PUT_RIGHT: &str = "Read everything that was written, or put an answer right";

fn sent(portal: &TestPortal, story: fn(&mut Browser), button: &str) -> String {
    let mut visitor = portal.browser();
    story(&mut visitor);
    visitor.press(button);
    receipt(&visitor).0
}

#[test]
fn an_answer_is_put_right_with_a_reason_and_what_was_said_first_stays_beside_it() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::someone, "Send this to the team");
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference).follow(PUT_RIGHT).follow("What is the person’s name?");
        assert_eq!(desk.answer("the person’s name?"), "Albert Threadgold");
        desk.fill("the person’s name?", "Alfred Threadgold").press("Put it right");
        assert_eq!(desk.page.status, 422);
        assert!(desk.words().contains("Write who told you"), "{}", desk.words());
        assert_eq!(desk.answer("the person’s name?"), "Alfred Threadgold");
        desk.fill("Why", "his daughter rang on Monday").press("Put it right");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        let said = desk.words();
        assert!(said.contains("Answer put right: What is the person’s name? his daughter rang on Monday"), "{said}");
        let said = desk.follow(PUT_RIGHT).words();
        assert!(said.contains("Alfred Threadgold") && said.contains("Said first: Albert Threadgold"), "{said}");
        desk.follow("What is the person’s name?").fill("Why", "again").press("Put it right");
        assert!(desk.words().contains("what stands there already"), "{}", desk.words());
        let mut manager = portal.signed_in(Role::Manager);
        manager.follow(&reference).follow("The person asks for a copy");
        manager.fill("Who asked", "she asked by phone").press("Get the page to check");
        let copy = manager.words();
        assert!(copy.contains("Said first: Albert Threadgold"), "{copy}");
        assert!(copy.contains("Name Alfred Threadgold"), "they are found by the new name: {copy}");
    });
}

#[test]
fn what_follows_from_an_answer_is_worked_out_anew() {
    on_each_database(|portal| {
        let daughter = sent(portal, stories::someone, "Send this to the team");
        let worker = sent(portal, stories::professional, "Send this referral");
        let mut desk = portal.signed_in(Role::Triage);
        assert!(desk.texts_of("tbody tr")[0].contains(&worker));
        desk.follow(&daughter).follow(PUT_RIGHT).follow("Is the person, or anyone else, in danger right now?");
        desk.choose("in danger right now?", "Yes")
            .fill("Why", "she rang: he is outside the door")
            .press("Put it right");
        let said = desk.words();
        assert!(said.contains("Immediate"), "{said}");
        let here = desk.path.clone();
        let said = desk.follow(PUT_RIGHT).words();
        assert!(said.contains("Said first: No"), "{said}");
        desk.open(&here);
        // The question that this brings is missing now, and can be answered from where it is told.
        desk.follow("What is the danger, and who knows about it?").fill("What is the danger?", "A man with a dog");
        desk.fill("Why", "she rang again").press("Put it right");
        assert!(desk.words().contains("A man with a dog"), "{}", desk.words());
        desk.open("/staff/queue");
        let first = desk.texts_of("tbody tr")[0].clone();
        assert!(first.contains(&daughter) && first.contains("Immediate"), "{first}");

        desk.follow(&worker).follow(PUT_RIGHT).follow("Issue 1, Date 1: What is the date?");
        assert_eq!(desk.answer("What is the date?"), "25 11 2026");
        desk.fill("What is the date?", "the 31st of Never").fill("Why", "the council rang").press("Put it right");
        assert_eq!(desk.page.status, 422);
        assert_eq!(desk.answer("What is the date?"), "the 31st of Never");
        desk.fill("What is the date?", "25 1 2027").press("Put it right");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert_eq!(portal.rows("issue_dates"), 1);
        assert!(desk.text_of(".standing").unwrap().contains("Planned"), "it is less urgent now: {}", desk.words());
        let said = desk.follow(PUT_RIGHT).words();
        assert!(
            said.contains("Monday 25 January 2027") && said.contains("Said first: Wednesday 25 November 2026"),
            "{said}"
        );
    });
}

#[test]
fn an_answer_that_closes_other_questions_keeps_what_was_said_to_them() {
    on_each_database(|portal| {
        let worker = sent(portal, stories::professional, "Send this referral");
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&worker).follow(PUT_RIGHT).follow("How can we contact you?");
        desk.choose("How can we contact you?", "Phone").fill("Why", "the mailbox is shared").press("Put it right");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        desk.follow(PUT_RIGHT);
        let also = desk.texts_of("section[aria-labelledby=also]").join(" ");
        assert!(also.contains(stories::WORK_EMAIL), "{also}");
    });
}

#[test]
fn a_receipt_that_waits_does_not_go_where_it_is_no_longer_safe() {
    for unsafe_now in [true, false] {
        on_each_database(|portal| {
            let reference = sent(portal, stories::myself, "Send this to the team");
            let mut desk = portal.signed_in(Role::Triage);
            desk.follow(&reference);
            if unsafe_now {
                desk.follow(PUT_RIGHT).follow("Are you the only one who can see your e-mails?");
                desk.choose("Are you the only one", "No").fill("Why", "she rang: he reads them").press("Put it right");
            } else {
                desk.follow(PUT_RIGHT).follow("What is your name?");
                desk.fill("What is your name?", "Dinah Okonjo").fill("Why", "she rang").press("Put it right");
            }
            assert_eq!(desk.page.status, 200, "{}", desk.words());
            let mails = portal.mails();
            let to_her = mails.iter().any(|mail| mail["to"] == stories::SAFE_EMAIL);
            assert_eq!((to_her, mails.len()), (!unsafe_now, usize::from(!unsafe_now)), "{mails:?}");
        });
    }
}

#[test]
fn a_colleagues_change_is_not_overwritten_unseen() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::someone, "Send this to the team");
        let name = portal.account(Role::Triage);
        let (mut one, mut other) = (portal.sign_in(&name), portal.sign_in(&name));
        one.follow(&reference).follow(PUT_RIGHT).follow("What is the person’s name?");
        one.fill("the person’s name?", "Alfred Threadgold").fill("Why", "his daughter rang");
        other.follow(&reference).follow(PUT_RIGHT).follow("What is the person’s name?");
        other.fill("the person’s name?", "Alfie Threadgold").fill("Why", "he says so").press("Put it right");
        assert_eq!(other.page.status, 200);
        one.press("Put it right");
        assert_eq!(one.page.status, 422);
        assert!(one.words().contains("A colleague has changed this referral"), "{}", one.words());
        assert_eq!(one.answer("the person’s name?"), "Alfred Threadgold", "nothing typed is lost");
        one.press("Put it right");
        assert_eq!(one.page.status, 200, "{}", one.words());
        let said = one.follow(PUT_RIGHT).words();
        for first in ["Said first: Albert Threadgold", "Said first: Alfie Threadgold"] {
            assert!(said.contains(first), "{said}");
        }
    });
}

#[test]
fn only_triage_and_managers_put_answers_right() {
    let portal = TestPortal::new();
    let reference = sent(&portal, stories::someone, "Send this to the team").replace('-', "");
    let path = format!("/staff/referrals/{reference}/answers/person-name");
    let mut stranger = portal.browser();
    stranger.open(&path);
    assert_eq!(stranger.page.status, 401);
    let name = portal.account(Role::Administrator);
    let mut admin = portal.browser();
    admin.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", super::portal::PASSWORD).press("Sign in");
    admin.open(&path);
    assert_eq!(admin.page.status, 403);
    assert!(!admin.page.body.contains("Threadgold"));
    let mut desk = portal.signed_in(Role::Triage);
    for nothing in ["issues", "no-such-question", "issues.9.issue-kind", "danger-what"] {
        desk.open(&format!("/staff/referrals/{reference}/answers/{nothing}"));
        assert_eq!(desk.page.status, 404, "{nothing}");
    }
}

#[test]
fn an_issue_that_only_a_correction_brings_waits_to_be_decided_though_the_rest_was() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::professional, "Send this referral");
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference).choose("What happens with it?", "Decline it").fill_last("Reason", "Another service");
        desk.press("Record this decision").open("/staff/queue");
        assert!(desk.texts_of("tbody tr").is_empty(), "{}", desk.words());
        desk.open(&format!("/staff/referrals/{}/answers/social-care-access", reference.replace('-', "")));
        desk.choose("tried and failed to get help", "Asked, and was refused")
            .fill("Why", "the ward rang")
            .press("Put it right");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert!(desk.words().contains("Waiting for triage"), "{}", desk.words());
        desk.open("/staff/queue");
        assert_eq!(desk.texts_of("tbody tr").len(), 1, "{}", desk.words());
        assert!(desk.heading().contains('1'), "the count follows: {}", desk.words());
        assert_eq!(portal.rows("referrals WHERE ended_at IS NOT NULL"), 0);
    });
}

#[test]
fn what_was_left_blank_is_written_down_when_it_is_told_later() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::someone, "Send this to the team");
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference).follow(PUT_RIGHT).follow("Who must not know");
        desk.fill("Who must not know", "Her brother").fill("Why", "she rang").press("Put it right");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert!(desk.text_of(".flags").unwrap().contains("Her brother"), "{}", desk.words());
    });
}

#[test]
fn a_date_that_is_told_later_has_its_place_and_moves_the_referral() {
    on_each_database(|portal| {
        let reference = sent(portal, stories::shortest_with_an_issue, "Send this to the team");
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        assert!(desk.words().contains("Planned"), "{}", desk.words());
        desk.follow("Are there any dates").choose("Is there a date that matters", "Yes, and I know when");
        desk.fill("Why", "the court rang").press("Put it right");
        desk.follow("Issue 1, Date 1: What are the dates?")
            .choose("What happens that day?", "Going to a court")
            .fill("Why", "the court rang");
        desk.press("Put it right")
            .follow("What is the date?")
            .fill("What is the date?", "26 November")
            .fill("Why", "the court rang");
        desk.press("Put it right");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert!(desk.words().contains("Urgent") || desk.words().contains("Immediate"), "{}", desk.words());
    });
}

//! One safe way to make contact: what is no way at all, what contradicts itself, and what the desk must not use.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{GO_ON, receipt, shortest};

const WAYS: &str = "Which ways of contacting you are safe?";
const NEVER: &str = "Which ways of contacting you must we never use?";
const SEND: &str = "Send this to the team";
const BACK: &str = "Save and go back to your answers";

/// What stands in the way of sending.
fn told(visitor: &mut Browser) -> Vec<String> {
    visitor.open("/refer/check").press(SEND);
    assert_eq!(visitor.page.status, 422, "{}", visitor.words());
    visitor.texts_of(".problems li")
}

/// Everything but a safe way.
fn without_a_way(portal: &TestPortal) -> Browser {
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Tell us what is happening", "They want to move me.").press(GO_ON);
    visitor
        .open("/refer/section/consent")
        .choose("Do you agree that we read what you wrote", "Yes, I agree")
        .press(GO_ON);
    visitor
}

#[test]
fn a_way_that_was_ticked_and_called_unsafe_is_no_way() {
    on_each_database(|portal| {
        let mut visitor = without_a_way(portal);
        visitor.open("/refer/section/contact").choose(WAYS, "E-mail").choose(WAYS, "Come and see me");
        visitor.fill("Which e-mail address is safe for you?", "dina.okonjo@example.org");
        visitor.choose("Are you the only one who can see your e-mails?", "No").press(GO_ON);
        visitor.open("/refer/tasks");
        let contact = visitor.texts_of(".tasks li").into_iter().find(|task| task.contains("Safe ways")).unwrap();
        assert!(contact.contains("Needed to send"), "{contact}");
        let problems = told(&mut visitor);
        assert_eq!(problems.len(), 1, "{problems:?}");
        for words in
            ["no safe way", "E-mail: you said that it is not safe", "Come and see me: the number, name or address"]
        {
            assert!(problems[0].contains(words), "“{words}” in {problems:?}");
        }
        assert_eq!(portal.rows("referrals"), 0);
        visitor.follow(WAYS);
        assert!(visitor.path.starts_with("/refer/section/contact"), "{}", visitor.path);
        visitor
            .choose(WAYS, "E-mail")
            .choose(WAYS, "Through someone I trust")
            .fill("Who is the person you trust?", "Ann Lee");
        visitor.press(BACK);
        let problems = told(&mut visitor);
        assert!(problems.len() == 1 && problems[0].contains("phone number of the person you trust"), "{problems:?}");
        visitor
            .follow("phone number of the person you trust")
            .fill("phone number of the person you trust", "01632 960555");
        visitor.press(BACK).press(SEND);
        receipt(&visitor);
    });
}

#[test]
fn a_detail_that_is_missing_holds_nothing_up_where_another_way_leads_to_the_person() {
    on_each_database(|portal| {
        let mut visitor = without_a_way(portal);
        visitor.open("/refer/section/contact").choose(WAYS, "Phone call").choose(WAYS, "Letter").press(GO_ON);
        let problems = told(&mut visitor);
        assert!(problems.len() == 1 && problems[0].contains("Which phone number"), "{problems:?}");
        visitor
            .open("/refer/section/contact")
            .fill("Where should we send letters", "1 High Street, Northtown")
            .press(GO_ON);
        visitor.open("/refer/check").press(SEND);
        receipt(&visitor);
    });
}

#[test]
fn a_relative_whose_only_way_is_not_private_is_asked_for_another() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/someone").choose("in danger right now?", "No").press(GO_ON);
    visitor
        .fill("What is your name?", "Rosalind Threadgold")
        .choose("How can we contact you?", "E-mail")
        .fill("What is your e-mail address?", "roz.threadgold@example.org")
        .choose("Are you the only one who can see your e-mails?", "No")
        .press(GO_ON);
    visitor.fill("the person’s name?", "Albert Threadgold").press(GO_ON);
    visitor.open("/refer/section/happening").fill("what is happening", "Dad needs someone.").press(GO_ON);
    visitor.open("/refer/section/consent").choose("agree to you asking us", "Yes, they agree").press(GO_ON);
    let problems = told(&mut visitor);
    assert!(problems.len() == 1 && problems[0].contains("no safe way to contact you or the person"), "{problems:?}");
    visitor.follow("How can we contact you?").choose("How can we contact you?", "Phone call");
    visitor.choose("How can we contact you?", "E-mail").fill("What is your phone number?", "01632 960123");
    visitor.press(BACK).press(SEND);
    receipt(&visitor);
}

#[test]
fn what_is_called_both_safe_and_never_is_struck_out_and_queried() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        shortest(&mut visitor);
        visitor.open("/refer/section/contact").choose(WAYS, "Phone call").choose(WAYS, "Text message");
        visitor.choose(NEVER, "Phone calls").press(GO_ON);
        visitor.open("/refer/check").press(SEND);
        let (reference, _) = receipt(&visitor);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        assert_eq!(desk.texts_of(".flags s"), ["Phone call"], "the number stays open to a text");
        let said = desk.words();
        assert!(said.contains("Marked both as safe and as never to be used: phone calls."), "{said}");
        assert!(said.contains("Do not use phone calls"), "{said}");
    });
}

#[test]
fn a_go_between_who_is_ruled_out_is_struck_out_and_queried() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        shortest(&mut visitor);
        visitor
            .open("/refer/section/contact")
            .choose(WAYS, "Phone call")
            .choose(WAYS, "Through someone I trust")
            .fill("Who is the person you trust?", "Uncle K")
            .fill("phone number of the person you trust", "+44 1632 960777")
            .press(GO_ON);
        visitor.open("/refer/section/support").fill("What is their name?", "Karl Okonjo");
        visitor.fill("What is their phone number?", "01632 960777").fill_last("What is their name?", "karl okonjo");
        visitor.press(GO_ON).open("/refer/check").press(SEND);
        let (reference, _) = receipt(&visitor);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        let struck = desk.texts_of(".flags s");
        assert_eq!(struck.len(), 3, "the way, the name and the number: {struck:?}");
        assert!(struck[0].contains("Through someone I trust") && struck[1].contains("Uncle K"), "{struck:?}");
        assert!(
            desk.words().contains("The trusted person appears to be somebody who is ruled out"),
            "{}",
            desk.words()
        );
    });
}

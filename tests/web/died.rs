//! A complaint about somebody who has died: nobody is asked how the dead are; who died, and what lets somebody complain for
//! them, is asked in every voice that can come to it.

use alongside::permission::Role;

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{GO_ON, receipt};

const DEAD: [&str; 6] = [
    "Where is the person staying now?",
    "Which ways of contacting the person are safe?",
    "Is someone hurting the person",
    "Does the person agree",
    "Does the person need anything to help them talk",
    "What does the person want to happen?",
];

/// A daughter whose father has died.
fn bereaved(portal: &TestPortal) -> Browser {
    let mut visitor = portal.browser();
    visitor.open("/refer/someone").choose("in danger right now?", "No").press(GO_ON);
    visitor
        .fill("What is your name?", "Rosalind Threadgold")
        .choose("How do you know the person?", "I am their son or daughter")
        .choose("How can we contact you?", "Phone call")
        .fill("What is your phone number?", "01632 960123")
        .press(GO_ON);
    visitor.fill("the person’s name?", "Albert Threadgold").choose("How old is the person?", "The person has died");
    visitor.press(GO_ON);
    visitor
}

#[test]
fn nobody_is_asked_how_the_dead_are() {
    on_each_database(|portal| {
        let mut visitor = bereaved(portal);
        visitor.open("/refer/section/happening").fill("what is happening", "The ward did not listen.").press(GO_ON);
        visitor
            .open("/refer/issues")
            .press("Add a")
            .choose("What is it about?", "A complaint about the NHS")
            .press(GO_ON);
        assert!(visitor.words().contains("What lets whoever complains speak for the person"), "{}", visitor.words());
        visitor.choose("What lets whoever complains", "They are a relative or friend").press(GO_ON);
        visitor.open("/refer/tasks");
        let parts = visitor.texts_of(".tasks li");
        for gone in
            ["Do they know and agree?", "Talking and reading", "Meeting them", "Staying safe", "Having their say"]
        {
            assert!(!parts.iter().any(|part| part.contains(gone)), "{gone}: {parts:?}");
        }
        for path in ["/refer/check", "/refer/everything"] {
            visitor.open(path);
            let said = visitor.words();
            for asked in DEAD {
                assert!(!said.contains(asked), "{path}: “{asked}” in {said}");
            }
        }
        visitor.open("/refer/check").press("Send this to the team");
        let (reference, _) = receipt(&visitor);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        assert!(desk.words().contains("NHS complaints"), "{}", desk.words());
        let said = desk.follow("Read everything that was written").words();
        assert!(said.contains("The person has died") && said.contains("They are a relative or friend"), "{said}");
    });
}

#[test]
fn the_way_through_the_parts_leaves_out_those_that_are_closed() {
    let portal = TestPortal::new();
    let mut visitor = bereaved(&portal);
    let mut passed = vec![visitor.path.clone()];
    while visitor.path != "/refer/tasks" {
        visitor.press(if visitor.path == "/refer/issues" { "That is all: go on" } else { GO_ON });
        assert_eq!(visitor.page.status, 200, "{}", visitor.words());
        passed.push(visitor.path.clone());
    }
    for gone in ["communication", "involvement", "risk", "getting-in", "consent"] {
        assert!(!passed.iter().any(|path| path.ends_with(gone)), "{gone}: {passed:?}");
    }
    assert!(passed.iter().any(|path| path.ends_with("support")), "{passed:?}");
}

#[test]
fn who_complains_for_themselves_about_somebody_s_care_says_whose() {
    let portal = TestPortal::new();
    for (voice, danger, kind, whose, asked) in [
        (
            "myself",
            "in danger right now?",
            ("What is it about?", "A complaint about the NHS"),
            "The care of someone who has died",
            [
                "What is the name of that person?",
                "Who is, or was, that person to you?",
                "What lets you speak for the person",
            ],
        ),
        (
            "professional",
            "in immediate danger?",
            ("Which process, decision or complaint", "NHS complaint"),
            "Someone who has died",
            [
                "What is the name of the person whose care it is about?",
                "What is the complainant’s relationship to that person?",
                "On what basis does the complainant act",
            ],
        ),
    ] {
        let mut visitor = portal.browser();
        visitor.open(&format!("/refer/{voice}")).choose(danger, "No").press(GO_ON);
        visitor.open("/refer/issues").press("Add a").choose(kind.0, kind.1).press(GO_ON);
        visitor.choose("Whose care is the complaint about?", whose).press(GO_ON);
        visitor.open("/refer/issues/1");
        let said = visitor.words();
        for asked in asked {
            assert!(said.contains(asked), "{voice}: “{asked}” in {said}");
        }
    }
}

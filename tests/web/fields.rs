//! Fields that only some are asked, what the desk sees of them, and what whoever sends it declares.

use alongside::permission::Role;

use super::portal::{TestPortal, on_each_database};
use super::stories::{self, GO_ON, receipt};

/// Asked of people at work only.
const AT_WORK: [&str; 4] = [
    "Has the person been given information and advice already?",
    "Which authority funds the person’s care",
    "Was the functional test applied first",
    "Can you send us a copy of the capacity assessment?",
];

#[test]
fn what_only_a_professional_knows_is_asked_of_nobody_else() {
    let portal = TestPortal::new();
    for voice in ["professional", "myself", "someone"] {
        let mut visitor = portal.browser();
        visitor.open(&format!("/refer/everything?voice={voice}"));
        let said = visitor.words();
        for asked in AT_WORK {
            assert_eq!(said.contains(asked), voice == "professional", "{voice}: {asked}");
        }
        let ways = [
            "Which of these ways does the person prefer?",
            "Which of these ways do you like best?",
            "Which of these ways does the person like best?",
        ];
        assert_eq!(ways.iter().filter(|asked| said.contains(**asked)).count(), 1, "{voice}");
        assert!(said.contains("to a place in another area?") || said.contains("outside its area?"), "{voice}");
    }
}

#[test]
fn a_person_placed_in_another_area_can_say_so_themselves() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.fill("What is your name?", "Dina Okonjo").choose("moved you to a place in another area?", "Yes");
    visitor.fill("Which council covers the place where you are now?", "Southshire").press(GO_ON);
    visitor.open("/refer/check");
    assert!(visitor.words().contains("Southshire") && !visitor.words().contains("You also wrote this"));
}

#[test]
fn the_desk_is_told_that_no_worker_is_allocated() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        stories::professional(&mut visitor);
        visitor
            .open("/refer/section/you")
            .choose("social worker or other worker been allocated?", "Not yet")
            .press(GO_ON);
        visitor.open("/refer/check");
        let said = visitor.words();
        assert!(said.contains("you declare that it is true as far as you know"), "{said}");
        visitor.press("Send this referral");
        let (reference, _) = receipt(&visitor);
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        assert!(desk.text_of(".flags").unwrap().contains("No worker is allocated yet."), "{}", desk.words());
    });
}

#[test]
fn a_way_that_is_preferred_and_not_safe_is_queried() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    stories::shortest(&mut visitor);
    visitor.open("/refer/section/contact").choose("Which of these ways do you like best?", "Letter").press(GO_ON);
    visitor.open("/refer/check").press("Send this to the team");
    let (reference, _) = receipt(&visitor);
    let mut desk = portal.signed_in(Role::Triage);
    desk.follow(&reference);
    assert!(desk.words().contains("The person prefers letters, which is not among the safe ways"), "{}", desk.words());
}

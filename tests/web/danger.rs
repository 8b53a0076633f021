//! The emergency words come before anything else, from whichever page danger is told on.

use super::portal::TestPortal;
use super::stories::{GO_ON, shortest};

#[test]
fn danger_leads_to_the_emergency_words_from_every_page_that_asks() {
    let portal = TestPortal::new();
    for answer in ["Yes", "Not sure"] {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", answer).press(GO_ON);
        assert!(visitor.path.starts_with("/danger"), "{answer}: {}", visitor.path);
        assert!(visitor.words().contains("Phone 999"), "{}", visitor.words());
        visitor.follow("Go on with the form");
        assert_eq!(visitor.path, "/refer/section/person", "the form goes on after the first part");
    }
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    visitor.open("/refer/section/danger?then=check").choose("in danger right now?", "Yes");
    visitor.press("Save and go back to your answers");
    assert!(visitor.path.starts_with("/danger"), "{}", visitor.path);
    visitor.follow("Go on with the form");
    assert_eq!(visitor.path, "/refer/check");
    assert!(visitor.words().contains("Is someone in danger now? Phone 999."), "{}", visitor.words());

    let mut worker = portal.browser();
    worker.open("/refer/everything").choose("in immediate danger?", "Yes");
    while worker.path.starts_with("/refer/everything") {
        worker.press("Save and check your answers");
    }
    assert!(worker.path.starts_with("/danger"), "{}", worker.path);
    worker.follow("Go on with the form");
    assert_eq!(worker.path, "/refer/check");
}

#[test]
fn what_is_needed_to_send_is_told_before_anybody_tries() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/check");
    let said = visitor.words();
    assert!(said.contains("Before you can send this") && said.contains("What is your name?"), "{said}");
    assert!(!said.contains("You can send this now"), "{said}");
    assert!(visitor.text_of("[aria-invalid]").is_none() && visitor.page.status == 200);
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    let said = visitor.words();
    assert!(!said.contains("Before you can send this") && said.contains("You can send this now"), "{said}");
}

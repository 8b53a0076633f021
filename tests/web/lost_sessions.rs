//! A page that outlives its form: what is told of it, and that two forms are never mixed.

use super::portal::TestPortal;
use super::stories::GO_ON;

#[test]
fn a_page_that_outlived_its_form_begins_a_new_one_and_says_so() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Tell us what is happening", "They want to move me.");
    visitor.close();
    visitor.press(GO_ON);
    assert_eq!(visitor.path, "/refer/tasks?anew=1", "{}", visitor.words());
    let said = visitor.words();
    assert!(said.contains("This is a new form") && said.contains("Your earlier answers are not in it"), "{said}");
    visitor.open("/refer/section/happening");
    assert_eq!(visitor.answer("Tell us what is happening"), "They want to move me.", "the page itself is kept");
}

#[test]
fn the_first_page_of_a_door_is_no_lost_form() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    assert_eq!(visitor.path, "/refer/section/person", "{}", visitor.words());
}

#[test]
fn a_page_of_a_form_that_was_left_is_never_put_into_somebody_elses() {
    let portal = TestPortal::new();
    let mut first = portal.browser();
    first.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    first.open("/refer/section/happening").fill("Tell us what is happening", "He takes my pension.");
    let mut second = first.another_window();
    second.open("/leave");
    second.open("/refer/someone").choose("in danger right now?", "No").press(GO_ON);
    first.take_cookies_of(&second);
    for press in 0..2 {
        first.press(GO_ON);
        let said = first.words();
        assert!(said.contains("Another form is open in this browser now"), "{press}: {said}");
        assert!(first.page.body.contains("He takes my pension."), "the words stay on the page");
    }
    second.open("/refer/section/happening");
    assert!(!second.page.body.contains("He takes my pension."));
}

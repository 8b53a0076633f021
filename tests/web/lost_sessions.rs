//! A page that outlives its form: what is told of it, and that two forms are never mixed.

use alongside::permission::Role;
use chrono::TimeDelta;

use super::portal::{PASSWORD, TestPortal};
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

/// Somebody has begun a form; the browser with the page of it that they are on.
fn begun(portal: &TestPortal) -> super::browser::Browser {
    let mut visitor = portal.browser();
    visitor.open("/refer/someone").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Tell us what is happening", "She rang from the ward.");
    visitor
}

#[test]
fn who_takes_a_call_signs_in_and_out_of_time_without_losing_the_form() {
    let portal = TestPortal::new();
    let name = portal.account(Role::Triage);
    let mut form = begun(&portal);
    let mut desk = form.another_window();
    let key = desk.cookie_header();
    desk.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
    assert_eq!(desk.path, "/staff/queue", "{}", desk.words());
    assert_ne!(desk.cookie_header(), key, "the key is a new one all the same");
    form.take_cookies_of(&desk).press(GO_ON);
    assert_eq!(form.page.status, 200, "{}", form.words());
    form.open("/refer/section/happening");
    assert_eq!(form.answer("Tell us what is happening"), "She rang from the ward.");
    form.fill("Tell us what is happening", "She rang from the ward twice.");
    portal.pass(TimeDelta::minutes(31));
    desk.take_cookies_of(&form).open("/staff/queue");
    assert_eq!(desk.page.status, 401);
    form.take_cookies_of(&desk).press(GO_ON);
    form.open("/refer/section/happening");
    assert_eq!(form.answer("Tell us what is happening"), "She rang from the ward twice.");
    form.open("/staff/queue");
    assert_eq!(form.page.status, 401, "the form opens no desk");
}

#[test]
fn who_brings_a_form_back_is_told_first_that_another_is_open() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/return");
    assert!(!visitor.words().contains("A form is open"), "{}", visitor.words());
    let mut visitor = begun(&portal);
    visitor.open("/return");
    assert!(visitor.words().contains("it takes the place of the open one"), "{}", visitor.words());
    visitor.follow("Get a return code for the open form first");
    assert_eq!(visitor.path, "/refer/save");
}

#[test]
fn two_doors_that_were_open_at_once_do_not_become_one_form() {
    let portal = TestPortal::new();
    let mut mine = portal.browser();
    mine.open("/refer/myself").choose("in danger right now?", "No");
    let mut hers = mine.another_window();
    hers.open("/refer/someone").choose("in danger right now?", "Yes");
    mine.press(GO_ON);
    hers.take_cookies_of(&mine);
    for press in 0..3 {
        hers.press(GO_ON);
        assert!(!hers.page.body.contains("danger-now-error"), "{press}: {}", hers.words());
        assert_eq!(hers.answer("in danger right now?"), "Yes", "{press}");
    }
    assert!(hers.words().contains("Another form is open in this browser now"), "{}", hers.words());
    mine.open("/refer/section/danger");
    assert_eq!(mine.answer("in danger right now?"), "No");
}

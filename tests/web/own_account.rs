//! One's own account: another password, and where one is signed in.

use alongside::permission::Role;
use chrono::TimeDelta;

use super::browser::Browser;
use super::portal::{PASSWORD, TestPortal, on_each_database};

const BETTER: &str = "nine loud geese on a bridge";

fn change(desk: &mut Browser, from: &str, to: &str) {
    desk.open("/staff/own-account").fill("Your password now", from).fill("Your new password", to);
    desk.press("Change my password");
}

fn opens(portal: &TestPortal, name: &str, password: &str) -> bool {
    let mut desk = portal.browser();
    desk.open("/staff/sign-in").fill("Work e-mail", name).fill("Password", password).press("Sign in");
    desk.path == "/staff/queue"
}

#[test]
fn a_new_password_ends_every_other_session_and_the_old_one_opens_nothing() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let (mut desk, mut lost) = (portal.sign_in(&name), portal.sign_in(&name));
        let mut before = desk.another_window();
        change(&mut desk, PASSWORD, BETTER);
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert!(desk.words().contains("Your password is changed"), "{}", desk.words());
        assert_eq!(desk.open("/staff/queue").page.status, 200, "this browser goes on");
        assert_eq!(lost.open("/staff/queue").page.status, 401, "another does not");
        assert_eq!(before.open("/staff/queue").page.status, 401, "nor does the key of before");
        assert!(!opens(portal, &name, PASSWORD));
        assert!(opens(portal, &name, BETTER));
    });
}

#[test]
fn a_password_is_changed_only_by_who_knows_the_present_one_and_to_none_that_is_guessed_first() {
    let portal = TestPortal::new();
    let name = portal.account(Role::Triage);
    let mut desk = portal.sign_in(&name);
    for (from, to, told) in [
        ("wrong", BETTER, "This password does not open your account"),
        ("", BETTER, "Write the password you have now"),
        (PASSWORD, "short", "Use at least 12 characters"),
        (PASSWORD, &"many words ".repeat(30), "Use at most 256 characters"),
        (PASSWORD, "Password123456", "would be guessed soon"),
        (PASSWORD, "triage@example.org", "would be guessed soon"),
        (PASSWORD, "northshire advocacy", "would be guessed soon"),
    ] {
        change(&mut desk, from, to);
        assert_eq!(desk.page.status, 422, "{to}");
        assert!(desk.words().contains(told), "{to}: {}", desk.words());
        assert_eq!(desk.answer("Your password now") + &desk.answer("Your new password"), "", "neither is shown again");
    }
    for _ in 0..6 {
        change(&mut desk, "", BETTER);
    }
    assert!(opens(&portal, &name, PASSWORD), "who sends nothing guesses nothing");
    for _ in 0..5 {
        change(&mut desk, "wrong", BETTER);
    }
    change(&mut desk, PASSWORD, BETTER);
    assert_eq!(desk.page.status, 422, "guessing here is slowed as at the door");
    portal.pass(TimeDelta::minutes(11));
    change(&mut desk, PASSWORD, BETTER);
    assert_eq!(desk.page.status, 200);
}

#[test]
fn somebody_sees_where_they_are_signed_in_and_nobody_else() {
    on_each_database(|portal| {
        let name = portal.account(Role::Manager);
        let other = portal.account(Role::Triage);
        let _elsewhere = portal.sign_in(&other);
        let _left_on = portal.sign_in(&name);
        portal.pass(TimeDelta::minutes(20));
        let mut desk = portal.sign_in(&name);
        desk.open("/staff/own-account");
        assert_eq!(desk.text_of("caption").as_deref(), Some("Signed in on 2 devices"));
        assert_eq!(desk.texts_of("tbody tr").len(), 2, "{}", desk.words());
        assert!(desk.words().contains("10am") && desk.words().contains("10.20am"), "{}", desk.words());
        assert!(!desk.words().contains(&other));
    });
}

#[test]
fn every_role_finds_the_way_to_its_own_account() {
    let portal = TestPortal::new();
    for role in Role::ALL {
        let name = portal.account(role);
        let mut desk = portal.browser();
        desk.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
        desk.follow("Your account");
        assert_eq!((desk.page.status, desk.heading().as_str()), (200, "Your account"), "{role:?}");
    }
}

#[test]
fn a_password_field_hides_what_is_typed_and_takes_what_a_password_manager_fills_in() {
    let portal = TestPortal::new();
    let mut desk = portal.browser();
    desk.open("/staff/sign-in");
    for kept in ["type=\"password\"", "autocomplete=\"current-password\"", "autocomplete=\"username\""] {
        assert!(desk.page.body.contains(kept), "{kept}");
    }
    let mut desk = portal.signed_in(Role::Triage);
    desk.open("/staff/own-account");
    assert_eq!(desk.page.body.matches("type=\"password\"").count(), 2);
    assert!(desk.page.body.contains("autocomplete=\"new-password\""));
    assert!(!desk.page.body.contains("maxlength") && !desk.page.body.contains("onpaste"));
}

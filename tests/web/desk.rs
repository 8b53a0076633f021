//! Who gets to the desk, for how long, and what an administrator does not see.

use alongside::permission::Role;
use chrono::TimeDelta;

use super::portal::{PASSWORD, TestPortal, on_each_database};
use super::stories::{GO_ON, receipt, shortest};

/// A referral that was sent; its reference.
#[test]
fn without_signing_in_the_desk_shows_only_the_way_in() {
    on_each_database(|portal| {
        let reference = portal.sent();
        let mut stranger = portal.browser();
        for path in ["/staff/queue".to_owned(), format!("/staff/referrals/{}", reference.replace('-', ""))] {
            stranger.open(&path);
            assert_eq!(stranger.page.status, 401, "{path}");
            assert!(!stranger.page.body.contains("Okonjo") && !stranger.page.body.contains(&reference));
            stranger.follow("Sign in");
            assert_eq!(stranger.path, "/staff/sign-in");
        }
        let band = format!("/staff/referrals/{}/band", reference.replace('-', ""));
        stranger.open("/left").post(&band, &[("band", "planned"), ("reason", "because")]);
        assert!(matches!(stranger.page.status, 401 | 403), "{}", stranger.page.status);
    });
}

#[test]
fn an_administrator_sees_no_case() {
    on_each_database(|portal| {
        let reference = portal.sent();
        let name = portal.account(Role::Administrator);
        let mut admin = portal.browser();
        admin.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
        for path in ["/staff/queue".to_owned(), format!("/staff/referrals/{}", reference.replace('-', ""))] {
            admin.open(&path);
            assert_eq!(admin.page.status, 403, "{path}");
            assert!(!admin.page.body.contains("Okonjo") && !admin.page.body.contains(&reference), "{path}");
        }
    });
}

#[test]
fn of_everyone_in_prison_the_desk_is_told_how_they_are_reached() {
    let portal = TestPortal::new();
    let reference = portal.sent();
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    visitor.open("/refer/section/person").choose("Where are you staying now?", "Prison").press(GO_ON);
    visitor.open("/refer/check").press("Send this to the team");
    let inside = receipt(&visitor).0;
    let mut desk = portal.signed_in(Role::Triage);
    let mut told = |reference: &str| {
        desk.open("/staff/queue").follow(reference);
        desk.texts_of(".flags").concat().contains("Contact goes through the prison.")
    };
    assert!(told(&inside), "although nobody was named at the prison");
    assert!(!told(&reference));
}

#[test]
fn a_silent_desk_signs_out_and_so_does_a_long_day() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let mut desk = portal.sign_in(&name);
        portal.pass(TimeDelta::minutes(29));
        assert_eq!(desk.open("/staff/queue").page.status, 200);
        portal.pass(TimeDelta::minutes(29));
        assert_eq!(desk.open("/staff/queue").page.status, 200, "counted from the last sign of life");
        portal.pass(TimeDelta::minutes(31));
        assert_eq!(desk.open("/staff/queue").page.status, 401);
        assert_eq!(desk.open("/staff/queue").page.status, 401);
        let mut busy = portal.sign_in(&name);
        for _ in 0..35 {
            portal.pass(TimeDelta::minutes(20));
            assert_eq!(busy.open("/staff/queue").page.status, 200);
        }
        portal.pass(TimeDelta::minutes(20));
        assert_eq!(busy.open("/staff/queue").page.status, 401, "after 12 hours");
    });
}

#[test]
fn who_leaves_a_field_blank_is_told_so_and_has_guessed_nothing() {
    let portal = TestPortal::new();
    let name = portal.account(Role::Triage);
    let mut desk = portal.browser();
    for _ in 0..6 {
        desk.open("/staff/sign-in").fill("Work e-mail", &name).press("Sign in");
        assert_eq!(desk.page.status, 422);
        assert_eq!(desk.texts_of(".problems li"), ["Write your password."]);
        assert_eq!(desk.answer("Work e-mail"), name);
    }
    desk.fill("Password", PASSWORD).press("Sign in");
    assert_eq!(desk.path, "/staff/queue");
}

#[test]
fn five_wrong_passwords_make_even_the_right_one_wait() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let mut desk = portal.browser();
        let mut try_it = |password: &str| {
            desk.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", password).press("Sign in");
            assert!(!desk.page.body.contains(password) || desk.path == "/staff/queue");
            desk.path == "/staff/queue"
        };
        for _ in 0..5 {
            assert!(!try_it("made up and wrong"));
        }
        assert!(!try_it(PASSWORD), "throttled");
        portal.pass(TimeDelta::minutes(11));
        assert!(try_it(PASSWORD));
    });
}

#[test]
fn a_stranger_is_told_no_more_than_a_colleague_with_a_wrong_password() {
    let portal = TestPortal::new();
    let name = portal.account(Role::Triage);
    let mut desk = portal.browser();
    let mut told = |name: &str| {
        desk.open("/staff/sign-in").fill("Work e-mail", name).fill("Password", "wrong").press("Sign in");
        assert_eq!(desk.page.status, 422);
        desk.words()
    };
    assert_eq!(told(&name), told("nobody@example.org"));
}

//! Sessions as such: new at signing in, over when they are ended, and worth nothing to anybody else.

use alongside::permission::{Actor, Role};
use alongside::store::staff;
use chrono::TimeDelta;

use super::http;
use super::portal::{PASSWORD, TestPortal, on_each_database};
use super::routes;
use super::stories::{self, GO_ON, receipt};

#[test]
fn a_session_that_was_known_before_signing_in_is_worth_nothing_after() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let mut desk = portal.browser();
        desk.open("/staff/sign-in");
        let mut known = desk.another_window();
        let cookie = known.cookie_header();
        desk.fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
        assert_eq!(desk.path, "/staff/queue");
        assert_ne!(desk.cookie_header(), cookie, "a new key");
        known.open("/staff/queue");
        assert_eq!(known.page.status, 401);
        assert_eq!(portal.rows("sessions"), 1, "the one before is gone from the server too");
        let mut again = desk.another_window();
        desk.open("/staff/sign-in");
        assert_eq!(desk.path, "/staff/queue", "signed in already");
        desk.press("Sign out");
        again.open("/staff/queue");
        assert_eq!(again.page.status, 401, "the cookie of before opens nothing");
    });
}

#[test]
fn nothing_of_the_visit_before_is_left_after_signing_in() {
    let portal = TestPortal::new();
    let name = portal.account(Role::Triage);
    let mut shared = portal.browser();
    stories::shortest(&mut shared);
    shared.press("Send this to the team");
    let (reference, code) = receipt(&shared);
    shared.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
    shared.open("/received");
    assert_eq!(shared.page.status, 410);
    assert!(!shared.page.body.contains(&reference) && !shared.page.body.contains(&code));
}

#[test]
fn a_made_up_cookie_opens_nothing_and_harms_nothing() {
    let portal = TestPortal::new();
    let real = portal.signed_in(Role::Triage).cookie_header();
    let (_, value) = real.split_once('=').unwrap();
    let mut turned = value.to_owned();
    let last = turned.pop().unwrap();
    turned.insert(turned.len() / 2, last);
    for made_up in ["", "x", "0123456789abcdef0123456789abcdef", turned.as_str(), &"A".repeat(4000), "%00%ff", "a b"] {
        let mut thief = portal.browser();
        thief.plant("visit", made_up).open("/staff/queue");
        assert_eq!(thief.page.status, 401, "{made_up}");
        thief.plant("visit", made_up).open("/refer/myself");
        assert_eq!(thief.page.status, 200, "{made_up}");
        thief.choose("in danger right now?", "No").press(GO_ON);
        assert_eq!(thief.page.status, 200, "{made_up}: {}", thief.words());
    }
    let raw = http::send(portal.address, "GET", "/staff/queue", &[("Cookie", "visit")], b"");
    assert_eq!(raw.status, 401);
}

#[test]
fn the_cookie_of_another_service_opens_nothing() {
    let (one, other) = (TestPortal::new(), TestPortal::new());
    let cookie = one.signed_in(Role::Triage).cookie_header();
    let answer = http::send(other.address, "GET", "/staff/queue", &[("Cookie", &cookie)], b"");
    assert_eq!(answer.status, 401);
}

#[test]
fn who_is_removed_is_out_at_once_and_a_role_taken_away_is_gone_at_once() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let (mut one, mut other) = (portal.sign_in(&name), portal.sign_in(&name));
        let change = |role, disabled| {
            let (vault, name) = (portal.rooms.vault.clone(), name.clone());
            let change = move |conn: &mut _| {
                let (member, _) = staff::find_to_sign_in(conn, &vault, Actor::System("test"), &name)?.unwrap();
                staff::change(conn, Actor::System("test"), member.id, role, disabled)
            };
            portal.rooms.db.write(change).unwrap();
        };
        change(Role::Administrator, false);
        assert_eq!(one.open("/staff/queue").page.status, 403);
        change(Role::Triage, false);
        assert_eq!(one.open("/staff/queue").page.status, 200);
        change(Role::Triage, true);
        assert_eq!(portal.rows("sessions"), 0);
        for desk in [&mut one, &mut other] {
            assert_eq!(desk.open("/staff/queue").page.status, 401);
            desk.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
            assert_eq!(desk.page.status, 422, "the right password opens a closed account no more");
        }
    });
}

#[test]
fn a_visit_ends_after_a_week_whatever_happens() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
        for _ in 0..8 {
            portal.pass(TimeDelta::hours(20));
            visitor.open("/refer/section/person");
            assert_eq!(visitor.answer("What is your name?"), "Dina Okonjo");
            visitor.open("/feedback").press("Start");
        }
        portal.pass(TimeDelta::hours(20));
        visitor.open("/refer/section/person");
        assert_eq!(visitor.page.status, 410, "after seven days");
        assert!(!visitor.page.body.contains("Okonjo"));
        portal.sweep();
        assert_eq!(portal.rows("sessions"), 0);
    });
}

#[test]
fn every_page_of_the_desk_shows_the_way_out() {
    let portal = TestPortal::new();
    let reference = portal.sent_as(stories::shortest_with_an_issue);
    let ours = ["/staff", "/staff/sign-in", "/staff/own-account"];
    for role in Role::ALL {
        let mut desk = portal.signed_in(role);
        let pages = routes::of("GET", &reference).into_iter().filter(|path| path.starts_with("/staff"));
        for path in pages {
            desk.open(&path);
            let opens = match path.as_str() {
                path if ours.contains(&path) => true,
                "/staff/accounts" => role == Role::Administrator,
                "/staff/feedback" => role == Role::Manager,
                path if path.ends_with("/rights") => role == Role::Manager,
                _ => role != Role::Administrator,
            };
            assert_eq!(desk.page.status, if opens { 200 } else { 403 }, "{path} for {role:?}");
            let buttons = desk.texts_of("header button");
            assert!(!opens || buttons == ["Sign out", "Sign out on every device"], "{path} for {role:?}: {buttons:?}");
        }
    }
}

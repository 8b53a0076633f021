//! How much is taken in a while: a library full of people is heard, a program that goes on is not, and whoever is refused
//! loses no word and learns when to try again.

use alongside::permission::Role;
use chrono::TimeDelta;

use super::browser::Browser;
use super::http;
use super::portal::{PASSWORD, TestPortal, Wanted};
use super::stories::{GO_ON, receipt, shortest};

/// The fewest that can be set.
const FEW: &str = "[limits]\nsaves_per_minute = 100\nforms_begun_per_hour = 10\nreferrals_per_hour = 10\n\
    codes_per_minute = 10\nsign_ins_per_minute = 10\n";
const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

fn few() -> TestPortal {
    TestPortal::with(Wanted { settings: FEW, ..Wanted::default() })
}

/// A program that sends the same thing over and over until it is refused.
fn flood(portal: &TestPortal, address: &str, body: &str) {
    for _ in 0..200 {
        let answer = http::send(portal.address, "POST", address, &[FORM], body.as_bytes());
        if answer.status == 429 {
            return;
        }
    }
    panic!("{address} takes anything");
}

/// What everybody who is refused sees.
#[track_caller]
fn is_told_to_wait(browser: &Browser) {
    assert_eq!(browser.page.status, 429, "{}", browser.words());
    let seconds: u32 = browser.page.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=3600).contains(&seconds), "{seconds}");
    assert!(browser.words().contains("Please wait"), "{}", browser.words());
    assert!(browser.words().contains("Phone 999"), "{}", browser.words());
}

/// A whole referral from one page, as a browser without a story sends it; the answer to its sending.
fn refer(portal: &TestPortal) -> http::Response {
    let page = "voice=professional&danger-now=no&referrer-name=Sam+Worker&referrer-contact-ways=email&\
        referrer-email=sw%40example.org&person-name=Marjorie+Quillfeather&contact-ways=visit&\
        happening=A+move+is+planned.&consent=yes";
    let begun = http::send(portal.address, "POST", "/refer/everything", &[FORM], page.as_bytes());
    assert_eq!(begun.status, 303, "{}", begun.body);
    let cookie = begun.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let check = http::send(portal.address, "GET", "/refer/check", &[("Cookie", &cookie)], b"");
    let token = check.body.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let body = format!("token={token}");
    http::send(portal.address, "POST", "/refer/send", &[FORM, ("Cookie", &cookie)], body.as_bytes())
}

/// All at the same moment by the clock: nothing that was used comes back meanwhile.
#[test]
fn two_hundred_people_in_one_library_all_get_their_receipt() {
    let portal = TestPortal::new();
    for _ in 0..200 {
        let sent = refer(&portal);
        assert_eq!((sent.status, sent.header("location")), (303, Some("/received")), "{}", sent.body);
    }
    assert_eq!(portal.rows("referrals"), 200);
}

#[test]
fn a_request_to_send_nothing_takes_nobodys_turn() {
    let portal = few();
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    for _ in 0..50 {
        assert_eq!(http::send(portal.address, "POST", "/refer/send", &[FORM], b"").status, 410);
    }
    visitor.press("Send this to the team");
    receipt(&visitor);
}

#[test]
fn a_page_that_comes_too_many_is_shown_again_with_every_word() {
    let portal = few();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Tell us what is happening", "They want <b>to</b> move me.");
    flood(&portal, "/refer/section/none", "");
    visitor.press(GO_ON);
    is_told_to_wait(&visitor);
    assert_eq!(visitor.answer("Tell us what is happening"), "They want <b>to</b> move me.");
    portal.pass(TimeDelta::seconds(1));
    visitor.press(GO_ON);
    assert_eq!(visitor.page.status, 200, "{}", visitor.words());
    visitor.open("/refer/section/happening");
    assert_eq!(visitor.answer("Tell us what is happening"), "They want <b>to</b> move me.");
}

#[test]
fn a_form_that_cannot_be_begun_yet_keeps_its_first_page() {
    let portal = few();
    let mut newcomer = portal.browser();
    newcomer.open("/refer/someone").choose("in danger right now?", "Not sure").fill("What is the danger?", "Gas");
    flood(&portal, "/refer/section/danger", "voice=myself&danger-now=no");
    assert_eq!(portal.rows("drafts"), 10);
    newcomer.press(GO_ON);
    is_told_to_wait(&newcomer);
    assert_eq!(newcomer.answer("What is the danger?"), "Gas");
    portal.pass(TimeDelta::minutes(6));
    newcomer.press(GO_ON);
    assert_eq!((newcomer.page.status, newcomer.path.as_str()), (200, "/danger"), "{}", newcomer.words());
}

#[test]
fn sending_that_has_to_wait_loses_nothing() {
    let portal = TestPortal::with(Wanted { settings: "[limits]\nreferrals_per_hour = 10\n", ..Wanted::default() });
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    for _ in 0..10 {
        assert_eq!(refer(&portal).status, 303);
    }
    assert_eq!(refer(&portal).status, 429);
    visitor.press("Send this to the team");
    is_told_to_wait(&visitor);
    assert!(visitor.words().contains("You can safely press send again"), "{}", visitor.words());
    portal.pass(TimeDelta::minutes(6));
    visitor.follow("Go back and press send again").press("Send this to the team");
    receipt(&visitor);
    assert_eq!(portal.rows("referrals"), 11);
}

#[test]
fn feedback_that_has_to_wait_keeps_the_answer() {
    let portal = few();
    let mut visitor = portal.browser();
    visitor.open("/feedback").press("Start");
    while visitor.page.status == 200 && !visitor.page.body.contains("<textarea") {
        visitor.press("Next");
    }
    let field = visitor.text_of("h1 label").unwrap();
    visitor.fill(&field, "She listened <b>to</b> me");
    flood(&portal, "/refer/section/none", "");
    visitor.press("Next");
    is_told_to_wait(&visitor);
    assert_eq!(visitor.answer(&field), "She listened <b>to</b> me");
    portal.pass(TimeDelta::seconds(1));
    visitor.press("Next");
    assert_eq!(visitor.page.status, 200, "{}", visitor.words());
}

#[test]
fn codes_are_taken_again_after_a_while() {
    let portal = few();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/save").fill("A word only", "marmalade").press("Get my");
    let code = visitor.text_of("strong.code").unwrap();
    visitor.close();
    visitor.open("/return").fill("Your return code", &code).fill("The word", "marmalade");
    flood(&portal, "/return", "code=none&word=none");
    let mut other = visitor.another_window();
    visitor.press("Open it");
    is_told_to_wait(&visitor);
    assert!(!visitor.page.body.contains("marmalade"));
    portal.pass(TimeDelta::seconds(6));
    other.press("Open it");
    assert_eq!(other.path, "/refer/tasks", "{}", other.words());
}

#[test]
fn one_code_or_name_is_tried_so_often_whether_there_is_such_a_one_or_not() {
    let portal = TestPortal::new();
    let known = portal.account(Role::Triage);
    for (address, tried, other) in [
        ("/return", "code=0000-0000-0000&word=x".to_owned(), "code=0000-0000-0001&word=x".to_owned()),
        ("/return", "code=oooo+oooo+ooo2&word=x".to_owned(), "code=0000-0000-0003&word=x".to_owned()),
        ("/feedback", "code=0000-0000-0000".to_owned(), "code=0000-0000-0001".to_owned()),
        ("/staff/sign-in", format!("email={known}&password=x"), "email=a%40example.org&password=x".to_owned()),
        (
            "/staff/sign-in",
            "email=b%40example.org&password=x".to_owned(),
            "email=c%40example.org&password=x".to_owned(),
        ),
    ] {
        let page = http::send(portal.address, "GET", address, &[], b"");
        let cookie = page.header("set-cookie").map_or("", |cookie| cookie.split(';').next().unwrap()).to_owned();
        let token = page.body.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let send = |body: &str| {
            let body = format!("token={token}&{body}");
            http::send(portal.address, "POST", address, &[FORM, ("Cookie", &cookie)], body.as_bytes())
        };
        for count in 0..21 {
            let answer = send(&tried);
            assert_eq!(answer.status, if count < 20 { 422 } else { 429 }, "{address} {tried} {count}");
        }
        let answer = send(&other);
        assert_eq!(answer.status, 422, "{address} {other}");
    }
}

#[test]
fn a_flood_at_the_door_stops_neither_the_desk_nor_a_reader() {
    let portal = few();
    let mut desk = portal.signed_in(Role::Triage);
    let name = format!("{}@example.org", Role::Triage.slug());
    let mut late = portal.browser();
    late.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD);
    flood(&portal, "/staff/sign-in", "email=&password=");
    late.press("Sign in");
    is_told_to_wait(&late);
    late.open("/staff/sign-in");
    is_told_to_wait(&late);
    flood(&portal, "/refer/section/none", "");
    flood(&portal, "/return", "code=none&word=none");
    assert_eq!(desk.open("/staff/queue").page.status, 200);
    for page in ["/", "/danger", "/refer/myself", "/privacy", "/return", "/feedback"] {
        assert_eq!(late.open(page).page.status, 200, "{page}");
    }
    desk.open("/staff/queue").press("Sign out");
    assert_eq!(desk.page.status, 429, "signed out, and the way back in is shut for a moment");
    assert_eq!(desk.open("/staff/queue").page.status, 401);
    assert_eq!(desk.open("/leave").page.status, 200);
    portal.pass(TimeDelta::seconds(60));
    late.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", PASSWORD).press("Sign in");
    assert_eq!(late.path, "/staff/queue", "{}", late.words());
}

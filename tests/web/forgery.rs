//! Requests that somebody else made a browser send change nothing: every route that changes something, by every sign.

use alongside::permission::Role;

use super::browser::Browser;
use super::http::{self, Response};
use super::portal::TestPortal;
use super::routes;
use super::stories::{self, GO_ON};

/// What is said to whoever sends what was not made for their visit: on a page of its own, or above a page of the form, which
/// keeps the words that came with it.
const NOT_OURS: &str = "Please send that again";
const KEPT_ON_THE_PAGE: [&str; 2] = ["We could not save this yet", "This page belongs to a form that has closed"];

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
/// Every table that a form can change.
const TABLES: [&str; 7] = ["drafts", "referrals", "events", "feedback", "sessions", "staff", "outbox"];

fn rows(portal: &TestPortal) -> Vec<i64> {
    TABLES.iter().map(|table| portal.rows(table)).collect()
}

/// Somebody in the middle of a form, and a member of staff of each role.
fn everybody(portal: &TestPortal) -> Vec<(&'static str, Browser)> {
    let mut visitor = portal.browser();
    stories::myself(&mut visitor);
    let staff = Role::ALL.map(|role| (role.slug(), portal.signed_in(role)));
    [("visitor", visitor)].into_iter().chain(staff).collect()
}

fn token(browser: &Browser) -> String {
    let (_, _, pairs) = browser.pressed(if browser.path.starts_with("/staff") { "Sign out" } else { "Send this" });
    pairs.into_iter().find(|(name, _)| name == "token").unwrap().1
}

/// What each form would send: enough for every route to do something, were it let through.
fn body(token: Option<&str>) -> String {
    let token = token.map_or_else(String::new, |token| format!("&token={token}"));
    format!(
        "voice=myself&issues=1&danger-now=no&person-name=Forged&word=forged&action=save&band=planned&reason=forged\
         &decision=declined&why=forged&copy-why=forged&hold=yes&hold-why=forged&erase-why=forged&despite=yes&sure=asked\
         &sure=safe&email=triage%40example.org&password=forged&current=forged&new=forged+forged+forged{token}"
    )
}

fn post(portal: &TestPortal, browser: &Browser, path: &str, more: &[(&str, &str)], body: &str) -> Response {
    let cookie = browser.cookie_header();
    let headers: Vec<_> = [FORM, ("Cookie", &cookie)].into_iter().chain(more.iter().copied()).collect();
    http::send(portal.address, "POST", path, &headers, body.as_bytes())
}

#[test]
fn every_form_wants_the_token_of_its_own_visit() {
    let portal = TestPortal::new();
    let mut stranger = portal.browser();
    stranger.open("/staff/sign-in");
    let (_, _, pairs) = stranger.pressed("Sign in");
    let (_, foreign) = pairs.into_iter().find(|(name, _)| name == "token").unwrap();
    let reference = portal.sent_as(stories::shortest_with_an_issue);
    let browsers = everybody(&portal);
    let before = rows(&portal);
    for (who, browser) in &browsers {
        for path in routes::of("POST", &reference) {
            for token in [None, Some(""), Some("WRONG"), Some(foreign.as_str())] {
                let answer = post(&portal, browser, &path, &[("Sec-Fetch-Site", "same-origin")], &body(token));
                let what = format!("{who}, {path}, {token:?}: {} {}", answer.status, answer.body);
                // Who is not signed in is told so first.
                if *who == "visitor" && answer.status == 401 {
                    continue;
                }
                assert_eq!(answer.status, 403, "{what}");
                // Refused for its token: a page that is not open to their role would be refused without one that is checked.
                let on_the_page =
                    !path.starts_with("/staff") && KEPT_ON_THE_PAGE.iter().any(|told| answer.body.contains(told));
                assert!(answer.body.contains(NOT_OURS) || on_the_page, "{what}");
            }
        }
    }
    assert_eq!(rows(&portal), before, "{TABLES:?}");
    // The same is done for whoever sends it from our page.
    let (_, manager) = browsers.iter().find(|(who, _)| *who == Role::Manager.slug()).unwrap();
    let hold = format!("/staff/referrals/{}/hold", reference.replace('-', ""));
    let right = token(manager);
    assert_eq!(post(&portal, manager, &hold, &[("Sec-Fetch-Site", "same-origin")], &body(Some(&right))).status, 303);
    assert_ne!(rows(&portal), before, "{TABLES:?}");
}

#[test]
fn another_site_cannot_post_for_somebody() {
    let portal = TestPortal::new();
    let elsewhere = format!("http://{}.example.org", portal.address.port());
    let signs = [
        &[("Sec-Fetch-Site", "cross-site")][..],
        &[("Sec-Fetch-Site", "same-site")],
        &[("Origin", elsewhere.as_str())],
        &[("Origin", "null")],
        &[("Origin", "https://elsewhere.example.org"), ("X-Forwarded-Host", "elsewhere.example.org")],
        &[("Origin", "https://elsewhere.example.org"), ("Forwarded", "host=elsewhere.example.org")],
    ];
    let reference = portal.sent_as(stories::shortest_with_an_issue);
    let browsers = everybody(&portal);
    let before = rows(&portal);
    for (who, browser) in &browsers {
        let right = token(browser);
        for path in routes::of("POST", &reference) {
            for sign in signs {
                let answer = post(&portal, browser, &path, sign, &body(Some(&right)));
                assert_eq!(answer.status, 403, "{who}, {path}, {sign:?}");
                assert!(answer.body.contains(NOT_OURS), "{}", answer.body);
            }
        }
    }
    assert_eq!(rows(&portal), before, "{TABLES:?}");
}

#[test]
fn following_a_link_changes_nothing() {
    let portal = TestPortal::new();
    let reference = portal.sent_as(stories::shortest_with_an_issue);
    let browsers = everybody(&portal);
    // That somebody of the desk has opened a referral is written down.
    let rows =
        || TABLES.map(|table| portal.rows(if table == "events" { "events WHERE kind <> 'viewed'" } else { table }));
    let before = rows();
    for (who, browser) in &browsers {
        let cookie = browser.cookie_header();
        // Leaving by a link ends the visit on purpose: it must work before anything else has loaded.
        for path in routes::of("GET", &reference).into_iter().filter(|path| path != "/leave") {
            let headers = [("Cookie", cookie.as_str()), ("Sec-Fetch-Site", "cross-site")];
            let query = format!("{path}?{}", body(None));
            let answer = http::send(portal.address, "GET", &query, &headers, b"");
            assert!(answer.status < 500, "{who}, {path}: {}", answer.status);
        }
    }
    assert_eq!(rows(), before, "{TABLES:?}");
}

#[test]
fn nobody_is_signed_in_by_a_form_of_another_page() {
    let portal = TestPortal::new();
    let name = portal.account(Role::Triage);
    let mut browser = portal.browser();
    // Without a visit there is no token that could be missing: signing in alone is refused even so.
    browser.post("/staff/sign-in", &[("email", &name), ("password", super::portal::PASSWORD), ("token", "")]);
    assert_eq!((browser.page.status, browser.heading().as_str()), (403, NOT_OURS));
    browser.open("/staff/queue");
    assert_eq!(browser.page.status, 401);
}

#[test]
fn a_request_with_two_lengths_is_not_read_as_two() {
    use std::io::{Read as _, Write as _};
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    let smuggled = "GET /leave HTTP/1.1\r\nHost: a\r\n\r\n";
    for lengths in [
        format!("Content-Length: {}\r\nTransfer-Encoding: chunked\r\n", smuggled.len() + 5),
        "Content-Length: 5\r\nContent-Length: 6\r\n".to_owned(),
        "Transfer-Encoding: chunked, identity\r\n".to_owned(),
        "Content-Length: +5\r\n".to_owned(),
    ] {
        let mut stream = std::net::TcpStream::connect(portal.address).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
        let head = format!("POST /refer/send HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{lengths}\r\n");
        stream.write_all(format!("{head}0\r\n\r\n{smuggled}").as_bytes()).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{lengths}: one request, one answer: {answer}");
        assert!(!answer.contains("/left"), "{lengths}: {answer}");
    }
}

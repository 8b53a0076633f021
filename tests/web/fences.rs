//! What is refused, and how: never with an empty page, never with an error of ours, never with a word of a person.

use super::http;
use super::portal::{TestPortal, Wanted};
use super::stories::GO_ON;

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

#[test]
fn another_site_cannot_post_for_somebody() {
    let portal = TestPortal::new();
    let elsewhere = format!("http://{}.example.org", portal.address.port());
    for headers in [
        [FORM, ("Sec-Fetch-Site", "cross-site")],
        [FORM, ("Sec-Fetch-Site", "same-site")],
        [FORM, ("Origin", elsewhere.as_str())],
        [FORM, ("Origin", "null")],
    ] {
        let answer =
            http::send(portal.address, "POST", "/refer/section/danger", &headers, b"voice=myself&danger-now=no");
        assert_eq!(answer.status, 403, "{headers:?}");
        assert!(answer.body.contains("Please send that again"), "{}", answer.body);
    }
    assert_eq!(portal.rows("drafts"), 0);
}

#[test]
fn a_form_without_its_token_changes_nothing_and_loses_nothing() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    for (token, told) in [("", "We could not save this yet"), ("WRONG", "This page belongs to a form that has closed")]
    {
        visitor
            .post("/refer/section/person", &[("voice", "myself"), ("token", token), ("person-name", "Dina <Okonjo>")]);
        assert_eq!(visitor.page.status, 403);
        assert_eq!(visitor.answer("What is your name?"), "Dina <Okonjo>");
        assert!(visitor.words().contains(told), "{}", visitor.words());
        visitor.open("/refer/section/person");
        assert_eq!(visitor.answer("What is your name?"), "");
    }
    for path in ["/refer/send", "/refer/save", "/refer/myself", "/refer/issues"] {
        visitor.post(path, &[("token", "WRONG"), ("word", "Marmalade")]);
        assert_eq!(visitor.page.status, 403, "{path}");
        assert_eq!(visitor.heading(), "Please send that again");
    }
}

#[test]
fn cookies_are_kept_from_scripts_and_other_sites() {
    let cookie = |portal: &TestPortal| {
        let answer =
            http::send(portal.address, "POST", "/refer/section/danger", &[FORM], b"voice=myself&danger-now=no");
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.header("set-cookie").unwrap().to_owned()
    };
    let plain = cookie(&TestPortal::new());
    assert!(plain.starts_with("visit=") && plain.contains("HttpOnly") && plain.contains("SameSite=Lax"), "{plain}");
    assert!(!plain.contains("Max-Age") && !plain.contains("Expires"), "ends with the browser: {plain}");
    let settings = "[web]\nbase_url = \"https://help.example.org\"\n";
    let portal = TestPortal::with(Wanted { settings, ..Wanted::default() });
    let secure = cookie(&portal);
    for part in ["__Host-visit=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        assert!(secure.contains(part), "“{part}” in {secure}");
    }
    assert!(!secure.contains("Domain"), "{secure}");
    let start = http::send(portal.address, "GET", "/", &[], b"");
    assert!(start.header("strict-transport-security").is_some());
}

#[test]
fn every_answer_is_fenced() {
    let portal = TestPortal::new();
    for path in
        ["/", "/danger", "/privacy", "/refer/myself", "/refer/everything", "/refer/tasks", "/staff/queue", "/no"]
    {
        let answer = http::send(portal.address, "GET", path, &[], b"");
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        assert!(!answer.body.contains("<script") && !answer.body.contains(" style="), "{path}");
    }
}

#[test]
fn addresses_and_methods_that_are_not_there_are_answered_with_a_page() {
    let portal = TestPortal::new();
    for (method, path, status) in [
        ("GET", "/nowhere", 404),
        ("GET", "/refer/section/none", 410),
        ("GET", "/refer/nobody", 404),
        ("GET", "/%ff%00", 404),
        ("GET", "/refer/issues/x", 404),
        ("GET", "/?after=%ff", 200),
        ("GET", "/refer/send", 405),
        ("GET", "/static/none.css", 404),
        ("GET", "/static/..%2f..%2fCargo.toml", 404),
        ("DELETE", "/", 405),
        ("PUT", "/refer/myself", 405),
        ("GET", "/received", 410),
    ] {
        let answer = http::send(portal.address, method, path, &[("Sec-Fetch-Site", "same-origin")], b"");
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        assert!(answer.body.contains("<h1"), "{method} {path}: {answer:?}");
        assert!(answer.body.contains("href=\"/\""), "{method} {path}: a way on");
    }
}

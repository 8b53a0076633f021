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
fn whatever_is_sent_is_answered_with_a_helpful_page() {
    let portal = TestPortal::new();
    let big = vec![b'a'; 600 * 1024];
    let deep = format!("voice=myself&{}", "issues.1.dates.1.issues.1.=x&".repeat(2000));
    let bodies: [&[u8]; 9] = [
        b"",
        b"\xff\xfe\x00\x01%zz=%",
        b"voice=%ff%fe&danger-now=%00",
        b"{\"voice\":\"myself\"}",
        b"=&=&&&==",
        b"voice=myself&action=add%3Aissues.4294967295.dates&issues=4294967295",
        b"voice=myself&action=remove%3A..&danger-now=yes&danger-now=no&danger-now=maybe",
        deep.as_bytes(),
        &big,
    ];
    let paths = [
        "/refer/section/danger",
        "/refer/section/none",
        "/refer/issues",
        "/refer/issues/1",
        "/refer/issues/99999999999",
        "/refer/everything",
        "/refer/send",
        "/refer/save",
        "/return",
        "/feedback",
        "/feedback/question/none",
        "/staff/sign-in",
        "/staff/sign-out",
        "/staff/referrals/x/band",
        "/staff/referrals/x/issues/9/decision",
        "/refer/myself",
        "/refer/nobody",
        "/",
        "/nowhere",
        "/static/../alongside.css",
    ];
    for path in paths {
        for body in bodies {
            for kind in ["application/x-www-form-urlencoded", "application/json", "multipart/form-data"] {
                let headers = [("Content-Type", kind), ("Sec-Fetch-Site", "same-origin")];
                let answer = http::send(portal.address, "POST", path, &headers, body);
                let start = String::from_utf8_lossy(&body[..body.len().min(40)]).into_owned();
                assert!(answer.status < 500, "{path} {start}: {}", answer.status);
                assert!(answer.status == 303 || answer.body.contains("<h1"), "{path} {start}: {answer:?}");
            }
        }
    }
}

#[test]
fn addresses_and_methods_that_are_not_there_are_answered_with_a_page() {
    let portal = TestPortal::new();
    for (method, path, status) in [
        ("GET", "/nowhere", 404),
        ("GET", "/refer/nobody", 404),
        ("GET", "/%ff%00", 404),
        ("GET", "/refer/issues/x", 404),
        ("GET", "/?after=%ff", 200),
        ("GET", "/refer/send", 404),
        ("GET", "/static/none.css", 404),
        ("GET", "/static/..%2f..%2fCargo.toml", 404),
        ("DELETE", "/", 404),
        ("PUT", "/refer/myself", 404),
    ] {
        let answer = http::send(portal.address, method, path, &[("Sec-Fetch-Site", "same-origin")], b"");
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        assert!(answer.body.contains("<h1"), "{method} {path}: {answer:?}");
        assert!(answer.body.contains("href=\"/\""), "{method} {path}: a way on");
    }
}

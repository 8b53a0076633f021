//! What is refused, and how: never with an empty page, never with an error of ours, never with a word of a person.

use super::http;
use super::portal::TestPortal;
use super::stories::GO_ON;

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
        ("GET", "/static/", 404),
        ("GET", "/.git/HEAD", 404),
        ("GET", "/static/..%2f..%2fCargo.toml", 404),
        ("DELETE", "/", 405),
        ("PUT", "/refer/myself", 405),
        ("TRACE", "/", 405),
        ("OPTIONS", "/staff/queue", 405),
        ("GET", "/received", 410),
    ] {
        let answer = http::send(portal.address, method, path, &[("Sec-Fetch-Site", "same-origin")], b"");
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        assert!(answer.body.contains("<h1"), "{method} {path}: {answer:?}");
        assert!(answer.body.contains("href=\"/\""), "{method} {path}: a way on");
    }
}

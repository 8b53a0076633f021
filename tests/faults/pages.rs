//! What a person sees when something is broken, and what must never stand there or in the log.

use super::browser::Browser;
use super::server::Server;

/// Words of whoever builds the portal. Nobody who asks for help can do anything with them.
const TECHNICAL: [&str; 16] = [
    "database",
    "sql",
    "disk",
    "server",
    "errno",
    "i/o",
    "thread",
    "panic",
    "timeout",
    "503",
    "500",
    "locked",
    "exception",
    "retry",
    "request",
    "connection",
];

/// The page could not be kept: it says so, says what to do, and holds what was typed in its field.
#[track_caller]
pub(crate) fn holds_the_words(visitor: &Browser, asked: &str, words: &str) {
    assert_eq!(visitor.page.status, 503, "{}", visitor.words());
    let said = visitor.words();
    assert!(said.contains("We could not save this yet"), "{said}");
    assert!(
        said.contains("Everything you wrote is still on this page. Wait a minute, then press save again."),
        "{said}"
    );
    assert!(said.contains("If you cannot wait, phone us on 01632 960 111."), "{said}");
    assert_eq!(visitor.answer(asked), words);
    is_plain(visitor, ".told");
}

/// An answer of the feedback could not be kept: it says so, says what to do, and the answer stands where it was given.
#[track_caller]
pub(crate) fn holds_the_answer(client: &Browser, asked: &str, answer: &str) {
    assert_eq!(client.page.status, 503, "{}", client.words());
    let said = client.words();
    assert!(said.contains("We could not save this yet"), "{said}");
    assert!(said.contains("Your answer is still on this page. Wait a minute. Then press “Next” again."), "{said}");
    assert_eq!(client.answer(asked), answer);
    is_plain(client, ".told");
}

/// What was written at the desk could not be kept: it says so, and gives the words back, to be copied.
#[track_caller]
pub(crate) fn gives_the_words_back(desk: &Browser, words: &str) {
    assert_eq!(desk.page.status, 503, "{}", desk.words());
    assert_eq!(desk.heading(), "We cannot save anything just now");
    assert!(desk.words().contains("It was not saved. Copy it now"), "{}", desk.words());
    assert_eq!(desk.answer("What you wrote").trim(), words);
    is_plain(desk, "main");
}

/// The referral could not be sent: it says so, and has a button that sends it again.
#[track_caller]
pub(crate) fn offers_to_send_again(visitor: &Browser) {
    assert_eq!(visitor.page.status, 503, "{}", visitor.words());
    let said = visitor.words();
    assert!(said.contains("We cannot save anything just now"), "{said}");
    assert!(said.contains("What you saved before is safe."), "{said}");
    assert!(said.contains("If you send it twice, we still get it once."), "{said}");
    assert_eq!(visitor.pressed("Send it again").1, "/refer/send");
    assert_eq!(visitor.page.header("retry-after"), Some("60"));
    is_plain(visitor, "main");
}

/// Nothing can be shown: it says what to do.
#[track_caller]
pub(crate) fn says_to_come_back(visitor: &Browser) {
    assert_eq!(visitor.page.status, 503, "{}", visitor.words());
    assert_eq!(visitor.heading(), "We cannot save anything just now");
    assert!(visitor.words().contains("Wait a minute, then reload this page."), "{}", visitor.words());
    assert_eq!(visitor.page.header("retry-after"), Some("60"));
    is_plain(visitor, "main");
}

#[track_caller]
fn is_plain(visitor: &Browser, part: &str) {
    let said = visitor.text_of(part).unwrap_or_default().to_lowercase();
    assert!(!said.is_empty(), "{part} in {}", visitor.page.body);
    for word in TECHNICAL {
        assert!(!said.contains(word), "“{word}” in {said}");
    }
}

/// What the administrator sees of it: `/readyz` says so, and a line names the reason and the request, and nobody's words.
#[track_caller]
pub(crate) fn the_administrator_is_told(server: &Server, why: &str, nobody: &[&str]) {
    let ready = server.get("/readyz");
    assert_eq!((ready.status, ready.body.as_str()), (503, "away\n"));
    assert_eq!(server.get("/healthz").status, 200, "the program itself lives");
    let line = server.tells(&["WARN", "status=503", why]);
    assert!(line.contains("request=") && line.contains("route="), "{line}");
    for words in nobody {
        assert!(!server.log().contains(words), "“{words}” in\n{}", server.log());
    }
}

/// All is well again.
#[track_caller]
pub(crate) fn is_ready_again(server: &Server) {
    super::tools::until("it is ready again", || server.get("/readyz").status == 200);
}

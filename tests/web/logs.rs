//! A whole journey leaves no word of a person in the log, in an address, or in the database file.

use std::io;
use std::sync::{Arc, Mutex};

use alongside::logs;
use alongside::permission::Role;
use alongside::settings::{LogFormat, Logs};

use super::http;
use super::portal::TestPortal;
use super::stories::{self, receipt};

/// Words that were typed on the way, or are only in what was typed.
const TYPED: [&str; 8] =
    ["Okonjo", "dina.okonjo", "Leeds", "tablets", "marmalade", "locks this morning", "umbrellas", "triage@example"];

/// A log in memory.
#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl io::Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Signing in fails, works and ends; somebody tries to write lines of their own into the log.
fn what_happened_at_the_door(portal: &TestPortal) {
    let name = format!("{}@example.org", Role::Triage.slug());
    let mut door = portal.browser();
    for wrong in [name.as_str(), "x\n2026-11-23T10:00:00Z FORGED signed in"] {
        door.open("/staff/sign-in").fill("Work e-mail", wrong).fill("Password", "y\nFORGED").press("Sign in");
        assert_eq!(door.page.status, 422);
    }
    portal.sign_in(&name).press("Sign out");
    for path in ["/%0aFORGED", "/refer/%0d%0aFORGED", "/staff/queue?after=%0aFORGED"] {
        http::send(portal.address, "GET", path, &[("User-Agent", "FORGED"), ("X-Request-Id", "FORGED")], b"");
    }
    let elsewhere = [("Sec-Fetch-Site", "cross-site")];
    assert_eq!(http::send(portal.address, "POST", "/refer/send", &elsewhere, b"FORGED").status, 403);
}

#[test]
fn no_word_of_a_person_is_left_in_the_log_an_address_or_the_file() {
    let log = Buffer::default();
    let writer = log.clone();
    let logs = Logs { format: LogFormat::Text, level: tracing::Level::TRACE };
    // For every thread: the server answers on threads of its own. Other tests of this binary write into it too.
    tracing::subscriber::set_global_default(logs::subscriber(logs, move || writer.clone())).unwrap();
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").press(stories::GO_ON);
    visitor.open("/refer/save").fill("A word only", "marmalade").press("Get my return code");
    let code = visitor.text_of("strong.code").unwrap();
    visitor.open("/return").fill("Your return code", &code).fill("The word", "marmalade").press("Open it");
    visitor.close();
    stories::myself(&mut visitor);
    visitor.press("Send this to the team");
    let (reference, receipt_code) = receipt(&visitor);
    portal.mails();
    portal.sweep();
    let mut desk = portal.signed_in(Role::Triage);
    desk.follow(&reference).choose("Band", "Immediate").fill("Reason", "changed the locks this morning");
    desk.press("Set this band");
    what_happened_at_the_door(&portal);
    let written = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(written.contains("answered"), "the log was captured");
    for told in ["signed in", "password refused", "wrong-password", "unknown-name", "signed out", "not from our pages"]
    {
        assert!(written.contains(told), "“{told}” in the log: {written}");
    }
    assert!(!written.contains("FORGED"), "nothing that was sent begins a line, or stands in one");
    assert!(written.lines().all(|line| line.starts_with('2')), "every line begins with its time");
    let addresses = [visitor.addresses, desk.addresses].concat().join("\n");
    for word in TYPED.into_iter().chain([code.as_str(), receipt_code.as_str()]) {
        assert!(!written.contains(word), "“{word}” in the log");
        assert!(!addresses.contains(word), "“{word}” in {addresses}");
    }
    let kept = portal.every_byte();
    for word in &TYPED[..6] {
        assert!(!kept.windows(word.len()).any(|found| found == word.as_bytes()), "“{word}” in the data folder");
    }
}

//! Whole journeys through every door and the desk leave nothing of what was typed in whatever the portal emits or keeps:
//! the log, addresses and heads, mails, pages of strangers, the database, a backup.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, Mutex};

use alongside::logs;
use alongside::permission::Role;
use alongside::settings::{LogFormat, Logs};
use alongside::store::backup::backup;

use super::browser::Browser;
use super::http;
use super::portal::{TestPortal, on_each_database_set};
use super::stories::{self, GO_ON, receipt};

/// A log in memory.
#[derive(Clone, Default)]
pub(super) struct Buffer(pub(super) Arc<Mutex<Vec<u8>>>);

impl io::Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is looked for.
#[derive(Debug, Default)]
struct Wanted {
    /// Wherever it stands: everything typed, whole; its names and addresses one by one; its numbers without gaps.
    parts: BTreeSet<String>,
    /// As a whole word: each part of a name, which may be so short that it stands within other words.
    words: BTreeSet<String>,
}

impl Wanted {
    /// Leaves out what stands there.
    fn without(self, text: &str) -> Self {
        let found: BTreeSet<_> = found(&self, text).into_iter().cloned().collect();
        Self { parts: &self.parts - &found, words: &self.words - &found }
    }
}

fn wanted(browsers: &[Browser], codes: &[String]) -> Wanted {
    let names = browsers.iter().flat_map(|browser| &browser.names).flat_map(|name| words_of(name));
    let words = names.filter(|word| word.chars().count() >= 3).map(str::to_owned).collect();
    let typed = browsers.iter().flat_map(|browser| &browser.typed).chain(codes);
    let mut parts = BTreeSet::new();
    for typed in typed {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let names = typed.split(|c: char| !c.is_alphanumeric() && !"@.-_’'".contains(c));
        let told =
            |word: &&str| word.contains('@') || (word.starts_with(char::is_uppercase) && word.chars().count() >= 5);
        parts.extend(names.filter(told).map(|word| word.trim_matches('.').to_owned()));
        parts.extend([typed.trim().to_owned(), digits].into_iter().filter(|word| word.len() >= 8));
    }
    Wanted { parts, words }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn found<'a>(wanted: &'a Wanted, text: &str) -> Vec<&'a String> {
    let folded = text.to_lowercase();
    let words: BTreeSet<&str> = words_of(&folded).collect();
    let parts = wanted.parts.iter().filter(|part| folded.contains(&part.to_lowercase()));
    parts.chain(wanted.words.iter().filter(|word| words.contains(word.to_lowercase().as_str()))).collect()
}

fn nowhere(wanted: &Wanted, place: &str, text: &str) {
    let found = found(wanted, text);
    assert!(found.is_empty(), "{found:?} in {place}");
}

/// What somebody would read in a file, line by line. A short name comes up by chance in what is sealed, but not among so many
/// letters.
fn legible(bytes: &[u8]) -> String {
    let runs = bytes.split(|byte| !matches!(byte, b' '..=b'~')).filter(|run| run.len() >= 12);
    runs.map(String::from_utf8_lossy).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_search_finds_names_numbers_and_sentences_however_they_are_written() {
    let mut browser = Browser::new(([127, 0, 0, 1], 9).into());
    browser.typed = vec!["Ask Dina Okonjo, please".to_owned(), "07700 900 461".to_owned(), "she is to move".to_owned()];
    browser.names = vec!["Dina O. Okonjo".to_owned()];
    let wanted = wanted(&[browser], &[]);
    for left in ["GET /x?q=xokonjo", "tel:07700900461", "07700 900 461", "reason=\"She is to move\"", "name=DINA&x=o"] {
        assert_eq!(found(&wanted, left).len(), 1, "{left}: {wanted:?}");
    }
    assert!(found(&wanted, "answered method=GET path=/refer/ordinal status=200 o=medina").is_empty());
    assert_eq!(found(&wanted, &legible(b"\x00\x01to Dina, in \xff")), ["Dina"]);
    assert!(found(&wanted, &legible(b"\x00\x01~Dina.\xff")).is_empty());
}

/// A person asks for themselves, saves, comes back on another device, and sends; what they typed by phone and letter too.
fn asks(portal: &TestPortal) -> (Browser, Vec<String>) {
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").press(GO_ON);
    visitor.open("/refer/save").fill("A word only", "marmalade tiger").press("Get my return code");
    let code = visitor.text_of("strong.code").unwrap();
    visitor.open("/return").fill("Your return code", &code).fill("The word", "marmalade lion").press("Open it");
    assert_eq!(visitor.page.status, 422);
    visitor.fill("Your return code", &code).fill("The word", "marmalade tiger").press("Open it");
    visitor.close();
    stories::myself(&mut visitor);
    visitor
        .open("/refer/section/contact")
        .choose("Which ways of contacting you are safe?", "Phone call")
        .choose("Which ways of contacting you are safe?", "E-mail")
        .fill("Which phone number is safe for you?", "07700 900 461")
        .fill("Who must not know", "My uncle Fitzgerald, on 01632 960 987");
    visitor.press(GO_ON);
    // Not understood, and kept as it was typed.
    visitor.open("/refer/section/person").fill("When were you born?", "the Year of Krakatoa").press(GO_ON);
    assert_eq!(visitor.page.status, 422);
    visitor.fill("When were you born?", "5 March 1961").press(GO_ON);
    visitor.open("/refer/check").press("Send this to the team");
    let (reference, code) = receipt(&visitor);
    (visitor, vec![reference, code])
}

/// Feedback by a private code, with words of one's own.
fn says(portal: &TestPortal, reference: &str) -> Browser {
    let code = portal.invitation(reference);
    let mut client = portal.browser();
    client.open("/feedback").fill("code", "NOT-MY-CODE").press("Start").fill("code", &code).press("Start");
    while client.path != "/feedback/thanks" {
        if client.text_of("legend").is_none() {
            let label = client.text_of("main label").unwrap();
            client.fill(&label, "Bartholomew came when he said, thank you.");
        }
        client.press("Next");
    }
    client
}

/// Triage decides about it, and about another where an answer was wrong; a manager takes copies, holds it, lets go of it, and
/// erases the third.
fn works(portal: &TestPortal, [reference, erased, other]: [&str; 3]) -> Vec<Browser> {
    let mut triage = portal.browser();
    let name = portal.account(Role::Triage);
    triage.open("/staff/sign-in").fill("Work e-mail", &name).fill("Password", "a wrong Password").press("Sign in");
    triage.fill("Work e-mail", &name).fill("Password", super::portal::PASSWORD).press("Sign in");
    triage.follow(reference).choose("Band", "Immediate").fill("Reason", "Landlord Pumphrey changed the locks");
    triage.press("Set this band");
    triage.choose("What happens with it?", "Ask for something").fill_last("Reason", "Which ward is Okonjo on?");
    triage.press("Record this decision");
    assert_eq!(triage.page.status, 200, "{}", triage.words());
    triage.open("/staff/queue").follow(other).choose("What happens with it?", "Decline it");
    triage.fill_last("Reason", "Neighbour Ramsbottom goes with her").press("Record this decision");
    assert_eq!(triage.page.status, 200, "{}", triage.words());
    triage.follow("put an answer right").follow("Describe what is happening");
    triage
        .fill("Describe what is happening", "Grandniece Philippa has photographs")
        .fill("Why", "Sister Etheridge rang");
    triage.press("Put it right");
    assert_eq!(triage.page.status, 200, "{}", triage.words());
    let mut manager = portal.signed_in(Role::Manager);
    manager.open("/staff/queue?state=asked").follow(reference).follow("The person asks for a copy");
    let rights = manager.path.clone();
    manager.fill("Who asked", "her solicitor Abernathy").press("Get the page to check");
    assert!(manager.page.body.contains("Okonjo"), "the copy is for those who may");
    for (button, why) in [("to hand over", "and her cousin Thistlewood"), ("for machines", "and Councillor Dalrymple")]
    {
        manager.open(&rights).fill("Who asked", why).press(button);
        assert_eq!(manager.page.status, 200);
    }
    manager.open(&rights).fill("Why", "Ombudsman Featherstone asked for it").press("Hold it");
    manager.fill("Why", "Mediator Quennell has settled it").press("Hold it no longer");
    assert_eq!(manager.page.status, 200);
    manager.open("/staff/queue").follow(erased).follow("The person asks for a copy");
    manager.fill("Why it is erased", "Widow Winterbourne wrote to us").press("Erase for good");
    manager.tick("Erase it all the same").press("Erase for good");
    assert!(manager.words().contains("was erased at"), "{}", manager.words());
    vec![triage, manager]
}

/// Whatever is shown to somebody who has nothing to do with any of it: every page that is there and some that are not.
fn strangers(portal: &TestPortal, reference: &str) -> String {
    let letters = reference.replace('-', "");
    let paths = [
        "/",
        "/danger",
        "/refer/tasks",
        "/refer/check",
        "/refer/section/person",
        "/refer/issues/1",
        "/received",
        "/return",
        "/feedback",
        "/feedback/question/listened",
        "/feedback/thanks",
        "/staff/sign-in",
        "/staff/queue",
        "/privacy",
        "/accessibility",
        "/healthz",
        "/readyz",
        "/metrics",
        "/nowhere",
    ]
    .map(str::to_owned);
    let cases = ["", "/band", "/rights", "/copy"].map(|rest| format!("/staff/referrals/{letters}{rest}"));
    let mut seen = String::new();
    for path in paths.into_iter().chain(cases) {
        for method in ["GET", "POST"] {
            let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
            let body: &[u8] = if method == "POST" { b"voice=myself" } else { b"" };
            let answer = http::send(portal.address, method, &path, &headers, body);
            seen.extend([format!("{:?}\n", answer.headers), answer.body]);
        }
    }
    seen
}

/// What somebody with words of their own in the form is shown where something went wrong that is not about an answer.
fn refusals(draft: &mut Browser) -> String {
    let mut window = draft.another_window();
    let words = "Cousin Ermintrude has the matches";
    let mut seen = String::new();
    for path in
        ["/refer/send", "/refer/save", "/refer/issues", "/staff/sign-in", "/feedback", "/nowhere", "/refer/tasks"]
    {
        window.post(path, &[("token", "WRONG"), ("happening", words), ("danger-what", words), ("word", words)]);
        assert!((400..500).contains(&window.page.status), "{path}: {}", window.words());
        seen.push_str(&window.page.body);
    }
    seen
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
fn nothing_that_was_typed_is_left_in_a_log_an_address_a_mail_a_strangers_page_the_database_or_a_backup() {
    let log = Buffer::default();
    let writer = log.clone();
    let logs = Logs { format: LogFormat::Text, level: tracing::Level::TRACE };
    // For every thread: the server answers on threads of its own. Other tests of this binary write into it too.
    tracing::subscriber::set_global_default(logs::subscriber(logs, move || writer.clone())).unwrap();
    // So that the service itself is mailed as well.
    on_each_database_set("triage_to = \"desk@example.org\"", |portal| {
        // What our own pages say where nobody has written anything tells on nobody.
        let blank = strangers(portal, "7K3M-92QX");
        let (visitor, codes) = asks(portal);
        let mut references = vec![codes[0].clone()];
        let mut browsers = vec![visitor];
        for (story, send) in [
            (stories::someone as fn(&mut Browser), "Send this to the team"),
            (stories::professional, "Send this referral"),
        ] {
            let mut visitor = portal.browser();
            story(&mut visitor);
            visitor.press(send);
            references.push(receipt(&visitor).0);
            browsers.push(visitor);
        }
        portal.mails();
        let [reference, erased, other] = [0, 1, 2].map(|number| references[number].as_str());
        browsers.push(says(portal, reference));
        browsers.extend(works(portal, [reference, erased, other]));
        let mut draft = portal.browser();
        draft.open("/refer/someone").choose("in danger right now?", "Not sure");
        draft.fill("What is the danger?", "Cousin Ermintrude has the matches").press(GO_ON);
        let refused = refusals(&mut draft);
        browsers.push(draft);
        what_happened_at_the_door(portal);
        portal.pass(chrono::TimeDelta::hours(2));
        portal.sweep();
        let mails = portal.mails();

        let wanted = wanted(&browsers, &codes[1..]).without(&blank);
        assert!(wanted.parts.len() > 40, "{wanted:?}");
        for word in ["Okonjo", "07700900461", "dina.okonjo@example.org", "Ermintrude", "Featherstone", "Bartholomew"] {
            assert!(wanted.parts.contains(word), "“{word}” in {wanted:?}");
        }
        for word in ["Ramsbottom", "Philippa", "Etheridge", "Thistlewood", "Dalrymple", "Quennell", "Winterbourne"] {
            assert!(wanted.parts.contains(word), "“{word}” in {wanted:?}");
        }
        assert!(["Dina", "Sam"].iter().all(|name| wanted.words.contains(*name)), "{wanted:?}");
        let written = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert!(written.contains("answered") && written.contains("swept"), "the log was captured");
        let told =
            ["signed in", "password refused", "wrong-password", "unknown-name", "signed out", "not from our pages"];
        for told in told {
            assert!(written.contains(told), "“{told}” in the log: {written}");
        }
        assert!(!written.contains("FORGED"), "nothing that was sent begins a line, or stands in one");
        assert!(written.lines().all(|line| line.starts_with('2')), "every line begins with its time");
        nowhere(&wanted, "the log", &written);
        for browser in &browsers {
            nowhere(&wanted, "an address", &browser.addresses.join("\n"));
            nowhere(&wanted, "the head of an answer", &browser.heads.join("\n"));
        }
        let subjects: Vec<_> = mails.iter().map(|mail| mail["subject"].as_str().unwrap().to_owned()).collect();
        for (begins, times) in [
            ("Your message has arrived", 2),
            ("Urgent: ", 1),
            ("Planned: ", 2),
            ("A copy was made: ", 3),
            ("A referral was erased: ", 1),
        ] {
            let found = subjects.iter().filter(|subject| subject.starts_with(begins)).count();
            assert_eq!(found, times, "{begins}: {subjects:?}");
        }
        for mut mail in mails {
            // Whoever carries it has to know where to.
            mail.as_object_mut().unwrap().remove("to").unwrap();
            nowhere(&wanted, "a mail", &mail.to_string());
        }
        nowhere(&wanted, "a page that says what went wrong", &refused);
        nowhere(&wanted, "a stranger’s page", &strangers(portal, reference));
        kept(portal, &wanted);
    });
}

/// The database as it answers, as it lies there, and a copy of it.
fn kept(portal: &TestPortal, wanted: &Wanted) {
    let rows = portal.every_row();
    assert!(rows.contains("\\x"), "the rows were read");
    nowhere(wanted, "the database", &rows);
    let hex = |word: &String| data_encoding::HEXLOWER.encode(word.as_bytes());
    let found: Vec<_> = wanted.parts.iter().filter(|word| rows.contains(&hex(word))).collect();
    assert!(found.is_empty(), "{found:?} in the bytes of the database");
    if portal.is_on_server() {
        return;
    }
    let parts = Wanted { parts: wanted.parts.clone(), words: BTreeSet::new() };
    let copy = portal.folder().join("copy.sqlite");
    backup(portal.rooms.db.url(), &copy).unwrap();
    for (place, bytes) in [("the data folder", portal.every_byte()), ("a backup", std::fs::read(copy).unwrap())] {
        assert!(bytes.starts_with(b"SQLite") || place == "the data folder");
        nowhere(&parts, place, &String::from_utf8_lossy(&bytes));
        nowhere(wanted, place, &legible(&bytes));
    }
}

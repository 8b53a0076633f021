//! The clock of the machine is wrong, and is put right while people write: an hour back, a day forward.
//!
//! The clock is stepped under the running program by `libfaketime`; what measures how long something took goes on evenly,
//! as it does on a real machine.

use std::fs;
use std::path::PathBuf;

use super::browser::Browser;
use super::journey::{HAPPENING, WORDS};
use super::server::{Home, Server};
use super::stories::{GO_ON, SEND, receipt, shortest};
use super::tools::missing;
use super::truth::Truth;

/// The library that tells a program another time, where it is installed.
fn faketime() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten().map(|folder| folder.path());
    folders.map(|folder| folder.join("faketime/libfaketimeMT.so.1")).find(|file| file.is_file())
}

/// A portal whose clock is read from a file.
struct Stepped {
    home: Home,
    library: PathBuf,
}

impl Stepped {
    fn new() -> Option<Self> {
        // Nobody listens for mail: what is to be sent waits for its next attempt.
        let home = Home::with("", "smtp_host = \"127.0.0.1\"\nsmtp_port = 1\nsmtp_tls = \"none\"");
        let stepped = Self { home, library: faketime()? };
        stepped.step("+0");
        Some(stepped)
    }

    /// By how much the clock goes wrong from now on: `-1h`, `+1d`.
    fn step(&self, by: &str) {
        let (file, new) = (self.home.path().join("clock"), self.home.path().join("clock.new"));
        fs::write(&new, by).unwrap();
        fs::rename(new, file).unwrap();
    }

    fn serve(&self) -> Server {
        let clock = self.home.path().join("clock").display().to_string();
        let library = self.library.display().to_string();
        self.home.serve_with(&[
            ("LD_PRELOAD", &library),
            ("FAKETIME_TIMESTAMP_FILE", &clock),
            ("FAKETIME_NO_CACHE", "1"),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
            ("DONT_FAKE_MONOTONIC", "1"),
            ("NO_FAKE_STAT", "1"),
        ])
    }

    /// Starts it; one writes, one is about to send, one is at the desk, and a mail waits for its next attempt.
    fn begin(&self) -> People {
        let server = self.serve();
        let people =
            People { writing: writer(&server), sending: sender(&server), desk: self.home.desk(&server), server };
        sends(&mut sender(&people.server));
        people.server.tells(&["mail waits", "mail.attempts=1"]);
        people
    }
}

/// Who is there when the clock is stepped, and before whom.
struct People {
    server: Server,
    writing: Browser,
    sending: Browser,
    desk: Browser,
}

/// Somebody in the middle of the form.
fn writer(server: &Server) -> Browser {
    let mut writer = server.browser();
    writer.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    writer.fill("What is your name?", "Dina Okonjo").press(GO_ON);
    writer.open("/refer/section/happening").fill(HAPPENING, WORDS);
    writer
}

/// Somebody who has only to press send.
fn sender(server: &Server) -> Browser {
    let mut sender = server.browser();
    shortest(&mut sender);
    sender
}

/// What was written before the step and what is written after it stand in one form.
#[track_caller]
fn goes_on(writer: &mut Browser) {
    writer.press(GO_ON);
    assert_eq!(writer.page.status, 200, "{}", writer.words());
    writer.open("/refer/section/happening");
    assert_eq!(writer.answer(HAPPENING), WORDS);
    writer.open("/refer/section/person");
    assert_eq!(writer.answer("What is your name?"), "Dina Okonjo");
}

#[track_caller]
fn sends(sender: &mut Browser) {
    sender.press(SEND);
    let first = receipt(sender);
    sender.open("/received");
    assert_eq!(receipt(sender), first);
}

/// Nothing but the mail server, and who has to sign in again, was worth a warning.
#[track_caller]
fn all_was_well(server: &Server) {
    assert_eq!(server.get("/readyz").status, 200);
    let log = server.log();
    let warned =
        log.lines().find(|line| !["INFO", "mail waits", "status=401"].iter().any(|known| line.contains(known)));
    assert_eq!(warned, None, "{log}");
}

#[test]
fn a_clock_that_is_put_back_an_hour_costs_nobody_their_words_or_their_place() {
    let Some(portal) = Stepped::new() else { return missing("libfaketime") };
    let People { server, mut writing, mut sending, mut desk } = portal.begin();

    portal.step("-1h");
    goes_on(&mut writing);
    sends(&mut sending);
    sends(&mut sender(&server));
    desk.open("/staff/queue");
    assert_eq!(desk.page.status, 200, "{}", desk.words());
    assert_eq!(desk.texts_of("tbody tr").len(), 3, "{}", desk.words());
    // What was sent after the step is mailed at its own time; what waited before is not lost, only later.
    let truth = Truth::at(&portal.home);
    super::tools::until("all are tried", || {
        truth.number("SELECT count(*) AS n FROM outbox WHERE state = 'waiting' AND attempts = 1") == 3
    });
    portal.step("+10m");
    server.tells(&["mail waits", "mail.attempts=2"]);
    super::tools::until("all are tried again", || {
        truth.number("SELECT count(*) AS n FROM outbox WHERE state = 'waiting' AND attempts = 2") == 3
    });
    all_was_well(&server);
}

#[test]
fn a_clock_that_is_put_forward_a_day_costs_nobody_their_words_or_their_place() {
    let Some(portal) = Stepped::new() else { return missing("libfaketime") };
    let People { server, mut writing, mut sending, mut desk } = portal.begin();

    portal.step("+1d");
    goes_on(&mut writing);
    sends(&mut sending);
    // What waited is due.
    server.tells(&["mail waits", "mail.attempts=2"]);
    // A desk that was silent for a day is closed, and says so; nothing was decided there.
    desk.open("/staff/queue");
    assert_eq!(desk.page.status, 401);
    assert_eq!(desk.heading(), "Please sign in");
    all_was_well(&server);
    drop(server);

    // The sweep at the next start destroys nothing that somebody still needs.
    let server = portal.serve();
    server.tells(&["swept"]);
    let truth = Truth::at(&portal.home);
    assert_eq!(truth.number("SELECT count(*) AS n FROM drafts"), 1);
    assert_eq!(truth.number("SELECT count(*) AS n FROM referrals"), 2);
    assert_eq!(truth.number("SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"), 2);
    writing.server = server.address;
    writing.open("/refer/section/happening");
    assert_eq!(writing.answer(HAPPENING), WORDS);

    // And back again, when somebody puts it right.
    portal.step("+0");
    writing.fill(HAPPENING, "They have moved me").press(GO_ON);
    writing.open("/refer/section/happening");
    assert_eq!(writing.answer(HAPPENING), "They have moved me");
    all_was_well(&server);
}

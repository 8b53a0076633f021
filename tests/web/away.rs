//! The database is away: a page says what to do, and what was typed stays on the page until it can be saved.

use std::io;
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use alongside::permission::Role;
use chrono::TimeDelta;
use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, SqliteConnection};

use super::http;
use super::portal::{TestPortal, Wanted};
use super::stories::GO_ON;

/// What a person sees while nothing can be saved.
fn the_words_stay(portal: &TestPortal, cut: impl FnOnce() -> Box<dyn FnOnce()>) {
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/section/happening").fill("Tell us what is happening", "They want to move me.");
    let mut newcomer = portal.browser();
    newcomer.open("/refer/someone").choose("in danger right now?", "Not sure").fill("What is the danger?", "Gas");
    let mend = cut();
    for (browser, asked, words) in [
        (&mut visitor, "Tell us what is happening", "They want to move me."),
        (&mut newcomer, "What is the danger?", "Gas"),
    ] {
        browser.press(GO_ON);
        assert_eq!(browser.page.status, 503, "{}", browser.words());
        assert!(browser.words().contains("We could not save this yet"), "{}", browser.words());
        assert_eq!(browser.answer(asked), words);
    }
    assert_eq!(http::send(portal.address, "GET", "/danger", &[], b"").status, 200, "needs no database");
    mend();
    let until = Instant::now() + Duration::from_mins(1);
    while http::send(portal.address, "GET", "/readyz", &[], b"").status != 200 {
        assert!(Instant::now() < until, "it is not found again");
        thread::sleep(Duration::from_millis(50));
    }
    visitor.press(GO_ON);
    assert_eq!(visitor.page.status, 200, "{}", visitor.words());
    visitor.open("/refer/section/happening");
    assert_eq!(visitor.answer("Tell us what is happening"), "They want to move me.");
    newcomer.press(GO_ON);
    assert_eq!((newcomer.page.status, newcomer.path.as_str()), (200, "/danger"), "{}", newcomer.words());
}

#[test]
fn words_stay_on_the_page_while_the_file_is_locked() {
    let portal = TestPortal::new();
    the_words_stay(&portal, || {
        let mut other = SqliteConnection::establish(portal.file().to_str().unwrap()).unwrap();
        other.batch_execute("BEGIN IMMEDIATE").unwrap();
        Box::new(move || other.batch_execute("ROLLBACK").unwrap())
    });
}

#[test]
fn the_queue_is_shown_while_nothing_can_be_written_and_nothing_is_opened_unseen() {
    let portal = TestPortal::new();
    let reference = portal.sent();
    let mut desk = portal.signed_in(Role::Triage);
    let mut other = SqliteConnection::establish(portal.file().to_str().unwrap()).unwrap();
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    // When somebody was last seen is noted once a minute: this is such a time, and it cannot be.
    portal.pass(TimeDelta::minutes(2));
    desk.open("/staff/queue");
    assert_eq!(desk.page.status, 200, "{}", desk.words());
    assert!(desk.words().contains(&reference), "{}", desk.words());
    // Whoever opens a referral is written down: where that cannot be, nobody does unseen.
    desk.follow(&reference);
    assert_eq!(desk.page.status, 503, "{}", desk.words());
    other.batch_execute("ROLLBACK").unwrap();
    desk.open("/staff/queue");
    assert_eq!(desk.page.status, 200, "{}", desk.words());
}

#[test]
fn words_stay_on_the_page_while_the_server_is_away() {
    let Some(server) = crate::postgres() else { return };
    let parts = server.split_once('@').and_then(|(before, rest)| Some((before, rest.split_once('/')?)));
    let door = parts.and_then(|(before, (host, rest))| Some((before, Door::before(host)?, rest)));
    let Some((before, door, rest)) = door else {
        return crate::not_tried(
            "TEST_POSTGRES_URL names no address and port, as in `postgres://user@127.0.0.1:5432/name`",
        );
    };
    let server = format!("{before}@{}/{rest}", door.address);
    let portal = TestPortal::with(Wanted { server: Some(server), ..Wanted::default() });
    let cut = door.clone();
    the_words_stay(&portal, move || {
        cut.shut(true);
        Box::new(move || cut.shut(false))
    });
    door.shut(true);
    let ready = http::send(portal.address, "GET", "/readyz", &[], b"");
    assert_eq!((ready.status, ready.body.as_str()), (503, "away\n"));
    let mut visitor = portal.browser();
    visitor.open("/staff/sign-in");
    assert_eq!(visitor.page.status, 503, "{}", visitor.words());
    assert_eq!(visitor.heading(), "We cannot save anything just now");
    door.shut(false);
}

/// A door before a database server that can be shut and opened.
#[derive(Clone)]
struct Door {
    address: SocketAddr,
    is_shut: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
}

impl Door {
    fn before(host: &str) -> Option<Self> {
        let host = host.to_owned();
        TcpStream::connect(&host).ok()?;
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let door = Self { address, is_shut: Arc::default(), open: Arc::default() };
        let here = door.clone();
        thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(&host) else { continue };
                if here.is_shut.load(Ordering::SeqCst) {
                    continue;
                }
                here.open.lock().unwrap().extend([visitor.try_clone().unwrap(), server.try_clone().unwrap()]);
                for (mut from, mut to) in
                    [(visitor.try_clone().unwrap(), server.try_clone().unwrap()), (server, visitor)]
                {
                    thread::spawn(move || {
                        let _ = io::copy(&mut from, &mut to);
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
            }
        });
        Some(door)
    }

    /// Shuts it, which ends every conversation, or opens it again.
    fn shut(&self, shut: bool) {
        self.is_shut.store(shut, Ordering::SeqCst);
        for stream in self.open.lock().unwrap().drain(..).filter(|_| shut) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

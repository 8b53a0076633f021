//! Sixteen people who refer at once and do not give up: when the connection breaks or nothing can be saved, they wait and
//! send the same again, as a person reloads a page.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::browser::{Browser, Patience};
use super::http::Response;
use super::stories::{CHECK, receipt};
use super::tools::until;

/// How many refer at once.
pub(crate) const CLIENTS: usize = 16;
const SEND: &str = "Send this referral";

/// A receipt that somebody saw.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The words that only this person wrote.
    pub(crate) marker: String,
    pub(crate) reference: String,
    pub(crate) code: String,
}

/// The crowd and what it has seen.
#[derive(Default)]
pub(crate) struct Storm {
    address: Mutex<Option<SocketAddr>>,
    over: AtomicBool,
    shown: Mutex<Vec<Shown>>,
    /// How often an answer did not come, or not whole.
    broken: AtomicUsize,
    /// How often a page said that it could not be saved.
    refused: AtomicUsize,
}

impl Storm {
    /// Lets them all begin; they wait until there is a server.
    pub(crate) fn begin() -> (Arc<Self>, Vec<JoinHandle<()>>) {
        let storm = Arc::new(Self::default());
        let client = |number: usize| {
            let storm = Arc::clone(&storm);
            thread::spawn(move || storm.refer_for_ever(number))
        };
        let clients = (0..CLIENTS).map(client).collect();
        (storm, clients)
    }

    /// Where the server is now; nowhere, when it is about to be killed: whoever then gets no answer waits for the next.
    pub(crate) fn moves_to(&self, address: Option<SocketAddr>) {
        *self.address.lock().unwrap() = address;
    }

    /// Nobody begins another referral; those under way are finished.
    pub(crate) fn end(&self) {
        self.over.store(true, Ordering::SeqCst);
    }

    /// Waits until one more of them has a receipt, however slow this machine is.
    #[track_caller]
    pub(crate) fn somebody_gets_through(&self, clients: &[JoinHandle<()>]) {
        let before = self.receipts();
        until("somebody gets through", || {
            assert!(!clients.iter().any(JoinHandle::is_finished), "somebody met a page that they did not expect");
            self.receipts() > before
        });
    }

    pub(crate) fn receipts(&self) -> usize {
        self.shown.lock().unwrap().len()
    }

    pub(crate) fn shown(&self) -> Vec<Shown> {
        self.shown.lock().unwrap().clone()
    }

    pub(crate) fn broken(&self) -> usize {
        self.broken.load(Ordering::SeqCst)
    }

    pub(crate) fn refused(&self) -> usize {
        self.refused.load(Ordering::SeqCst)
    }

    fn server(&self) -> SocketAddr {
        loop {
            if let Some(address) = *self.address.lock().unwrap() {
                return address;
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits a little, and asks again wherever the server is by then.
    fn patience(self: &Arc<Self>) -> Patience {
        let storm = Arc::clone(self);
        Arc::new(move |answer: Option<&Response>| {
            if let Some(page) = answer {
                assert!(page.body.contains("Wait a minute, then"), "{}", page.body);
                storm.refused.fetch_add(1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(50));
            } else {
                storm.broken.fetch_add(1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(5));
            }
            storm.server()
        })
    }

    fn refer_for_ever(self: &Arc<Self>, client: usize) {
        for turn in 0.. {
            if self.over.load(Ordering::SeqCst) {
                return;
            }
            let marker = format!("marker-{client}-{turn}-end");
            let mut visitor = Browser::new(self.server());
            visitor.patience = Some(self.patience());
            refer(&mut visitor, &marker);
            // Some press the button twice, and the first answer never comes.
            if turn % 3 == 2 {
                visitor.press_and_lose(SEND);
            }
            visitor.press(SEND);
            let (reference, code) = receipt(&visitor);
            self.shown.lock().unwrap().push(Shown { marker, reference, code });
        }
    }
}

/// From a professional's door through all questions on one page to the page where it is read through: an issue with a
/// date, a danger nobody is sure of (which somebody rings about), an address for a receipt.
fn refer(visitor: &mut Browser, marker: &str) {
    visitor.open("/refer/everything");
    visitor
        .choose("in immediate danger?", "Not sure")
        .fill("What is your name?", "Sam Worker")
        .choose("How can we contact you?", "E-mail")
        .fill("What is your e-mail address?", "sam.worker@example.org")
        .fill("the person’s name?", "Marjorie Quillfeather")
        .choose("Which ways of contacting the person", "Visit in person")
        .fill("Describe what is happening", marker)
        .choose("Which process, decision or complaint", "Safeguarding enquiry")
        .choose("consent to this referral?", "Yes")
        .press(CHECK);
    while visitor.path.contains("more=1") {
        visitor.press(CHECK);
    }
    // A danger that somebody is not sure of brings the emergency words before anything else.
    visitor.follow("Go on with the form");
    assert_eq!(visitor.path, "/refer/check", "{}", visitor.words());
    assert!(visitor.words().contains(marker), "{}", visitor.words());
}

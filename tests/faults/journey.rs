//! People in the middle of it when something is taken away, and the same people when it is back.

use super::pages::{
    holds_the_words, is_ready_again, offers_to_send_again, says_to_come_back, the_administrator_is_told,
};
use super::server::Server;
use super::stories::{GO_ON, SEND, receipt, shortest_with};

pub(crate) const HAPPENING: &str = "Tell us what is happening";
pub(crate) const WORDS: &str = "They want to move me to Leeds";
const DANGER: &str = "What is the danger?";
/// Words that were typed on the way.
const TYPED: [&str; 5] = ["Leeds", "Okonjo", "The roof leaks", "Gas", "smell"];

/// What is left while something is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    /// Nothing can be read.
    Nothing,
    /// What was kept before can be read.
    Reading,
}

/// One who writes, one who is about to send, one at the door and one who leaves, while it is away; and all of them when it
/// is back. `why` is what the administrator is told.
#[track_caller]
pub(crate) fn away_and_back(server: &Server, why: &str, left: Left, take: impl FnOnce(), put_back: impl FnOnce()) {
    let mut sender = server.browser();
    shortest_with(&mut sender, "The roof leaks");
    let mut writer = server.browser();
    writer.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    writer.open("/refer/section/happening").fill(HAPPENING, WORDS);
    let mut leaver = writer.another_window();
    let mut newcomer = server.browser();
    newcomer.open("/refer/someone").choose("in danger right now?", "Not sure").fill(DANGER, "Gas, by the smell");
    take();

    // Twice: what was typed survives the second failure as it did the first.
    for _ in 0..2 {
        writer.press(GO_ON);
        holds_the_words(&writer, HAPPENING, WORDS);
        newcomer.press(GO_ON);
        holds_the_words(&newcomer, DANGER, "Gas, by the smell");
    }
    sender.press(SEND);
    offers_to_send_again(&sender);
    sender.press("Send it again");
    offers_to_send_again(&sender);
    let mut reader = writer.another_window();
    reader.open("/refer/tasks");
    match left {
        Left::Nothing => says_to_come_back(&reader),
        Left::Reading => assert_eq!(reader.page.status, 200, "{}", reader.words()),
    }
    // What must never wait for anything: the emergency words and the way out.
    reader.open("/danger");
    assert_eq!(reader.page.status, 200);
    assert!(reader.words().contains("Phone 999"), "{}", reader.words());
    assert!(reader.words().contains("Go on with the form"), "and no dead end: {}", reader.words());
    leaver.open("/leave");
    assert_eq!((leaver.page.status, leaver.path.as_str()), (200, "/left"));
    the_administrator_is_told(server, why, &TYPED);

    put_back();
    is_ready_again(server);
    writer.press(GO_ON);
    assert_eq!(writer.page.status, 200, "{}", writer.words());
    writer.open("/refer/section/happening");
    assert_eq!(writer.answer(HAPPENING), WORDS);
    newcomer.press(GO_ON);
    assert_eq!((newcomer.page.status, newcomer.path.as_str()), (200, "/danger"));
    newcomer.open("/refer/section/danger");
    assert_eq!(newcomer.answer(DANGER), "Gas, by the smell");
    leaver.open("/refer/section/happening");
    assert_eq!(leaver.page.status, 410, "who left has left");
    sender.press("Send it again");
    let first = receipt(&sender);
    sender.open("/received");
    assert_eq!(receipt(&sender), first);
}

//! People in the middle of it when something is taken away, and the same people when it is back.

use super::browser::Browser;
use super::pages::{
    gives_the_words_back, holds_the_answer, holds_the_words, is_ready_again, offers_to_send_again, says_to_come_back,
    the_administrator_is_told,
};
use super::server::{Home, Server};
use super::stories::{GO_ON, SEND, receipt, shortest_with};

pub(crate) const HAPPENING: &str = "Tell us what is happening";
pub(crate) const WORDS: &str = "They want to move me to Leeds";
const DANGER: &str = "What is the danger?";
const REASON: &str = "Her brother Gideon decides all of it";
const COMMENT: &str = "Bernadette came on time";
/// Words that were typed on the way.
const TYPED: [&str; 7] = ["Leeds", "Okonjo", "The roof leaks", "Gas", "smell", "Gideon", "Bernadette"];

/// How many referrals there are in the end.
pub(crate) const SENT: i64 = 2;

/// Somebody at the desk who has a reason typed for not taking on what was sent.
fn decider(home: &Home, server: &Server) -> Browser {
    let mut desk = home.desk(server);
    let first = desk.text_of(".queue th a").unwrap();
    desk.follow(&first).choose("What happens with it?", "Decline it").fill_last("Reason", REASON);
    desk
}

/// Two who tell what they think, each with what they are asked and their answer: one at the first question, where they
/// choose, one at the last, where they write.
fn clients(server: &Server) -> [(Browser, String, String); 2] {
    let [mut first, mut last] = [server.browser(), server.browser()];
    for client in [&mut first, &mut last] {
        client.open("/feedback").press("Start");
    }
    let (asked, answer) = (first.text_of("legend").unwrap(), first.text_of("fieldset label").unwrap());
    first.choose(&asked, &answer);
    let of = last.text_of(".part").unwrap().split_whitespace().last().map(str::to_owned).unwrap();
    while !last.words().contains(&format!("Question {of} of {of}")) {
        last.press("Next");
    }
    let about = last.text_of("main label").unwrap();
    last.fill(&about, COMMENT);
    [(first, asked, answer), (last, about, COMMENT.to_owned())]
}

/// What is left while something is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    /// Nothing can be read.
    Nothing,
    /// What was kept before can be read.
    Reading,
}

/// One who writes, one who is about to send, one at the door, one who leaves, two who give feedback and one at the desk,
/// where there is one, while it is away; and all of them when it is back. `why` is what the administrator is told.
#[track_caller]
pub(crate) fn away_and_back(
    (server, desk): (&Server, Option<&Home>),
    why: &str,
    left: Left,
    take: impl FnOnce(),
    put_back: impl FnOnce(),
) {
    let mut before = server.browser();
    shortest_with(&mut before, "The stairs are steep");
    before.press(SEND);
    receipt(&before);
    let mut decider = desk.map(|home| decider(home, server));
    let mut clients = clients(server);
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
        for (client, asked, answer) in &mut clients {
            client.press("Next");
            holds_the_answer(client, asked, answer);
        }
    }
    let decision = decider.as_ref().map(Browser::another_window);
    if let Some(desk) = &mut decider {
        desk.press("Record this decision");
        gives_the_words_back(desk, REASON);
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
    for ((client, ..), then) in clients.iter_mut().zip(["Question 2 of", "Thank you"]) {
        client.press("Next");
        assert!(client.page.status == 200 && client.words().contains(then), "{}", client.words());
    }
    if let (Some(desk), Some(decision)) = (&mut decider, decision) {
        // As Back shows it, or as the browser sends it again when the page is reloaded.
        desk.back_to(&decision).press("Record this decision");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
        assert!(desk.words().contains(REASON), "{}", desk.words());
    }
    sender.press("Send it again");
    let first = receipt(&sender);
    sender.open("/received");
    assert_eq!(receipt(&sender), first);
}

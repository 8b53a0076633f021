//! Feedback: with a private code, openly, with a wrong code, sent twice.

use super::browser::Browser;
use super::portal::{TestPortal, on_each_database};
use super::stories::{receipt, shortest};

/// Answers every question with its first picture, and thanks follow.
fn answer_all(client: &mut Browser) {
    for _ in 0..20 {
        if client.path == "/feedback/thanks" {
            return;
        }
        if let Some(question) = client.text_of("legend") {
            let first = client.text_of("fieldset label").unwrap();
            client.choose(&question, &first);
        } else {
            let label = client.text_of("main label").unwrap();
            client.fill(&label, "They came when they said.");
        }
        client.press("Next");
        assert_eq!(client.page.status, 200, "{}: {}", client.path, client.words());
    }
    panic!("no end to the questions: {}", client.path);
}

fn code_of(portal: &TestPortal) -> String {
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    visitor.press("Send this to the team");
    portal.invitation(&receipt(&visitor).0)
}

#[test]
fn a_private_code_opens_the_questions_once() {
    on_each_database(|portal| {
        let code = code_of(portal);
        let mut client = portal.browser();
        client.open("/feedback");
        assert!(client.words().contains("Who can see your answers"));
        client.fill("code", &code).press("Start");
        let first = client.path.clone();
        answer_all(&mut client);
        assert!(client.words().contains("Thank you"));
        let mut next = client.another_window();
        next.open(&first);
        assert_eq!(next.path, "/feedback", "nothing of it is shown to whoever sits there next: {}", next.words());
        assert_eq!(portal.rows("feedback"), 1);
        assert!(client.addresses.iter().all(|address| !address.contains(&code)));
        client.open("/feedback").fill("code", &code).press("Start");
        assert_eq!(client.page.status, 422, "a code is used once");
    });
}

#[test]
fn anybody_may_answer_openly_and_a_wrong_code_is_told() {
    on_each_database(|portal| {
        let mut client = portal.browser();
        client.open("/").follow("Tell us what you think").fill("code", "WRONG-CODE").press("Start");
        assert_eq!(client.page.status, 422);
        assert!(client.words().contains("This code does not work"), "{}", client.words());
        client.fill("code", "").press("Start");
        answer_all(&mut client);
        assert_eq!(portal.rows("feedback"), 1);
    });
}

#[test]
fn feedback_sent_twice_is_kept_once() {
    on_each_database(|portal| {
        let mut client = portal.browser();
        client.open("/feedback").press("Start");
        let mut last = client.another_window();
        while client.path != "/feedback/thanks" {
            last = client.another_window();
            client.press("Next");
            assert!(client.page.status < 400, "leaving a question out is fine: {}", client.words());
        }
        last.press("Next");
        assert!(last.page.status < 400, "{}", last.words());
        assert_eq!(portal.rows("feedback"), 1);
    });
}

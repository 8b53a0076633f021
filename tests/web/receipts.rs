//! Sending twice makes one referral and one receipt, whatever breaks; words set aside are asked about; the words of a
//! receipt out of hours.

use std::time::Duration;

use super::portal::{TestPortal, Wanted, on_each_database};
use super::stories::{GO_ON, SEND, needed, receipt, shortest};

#[test]
fn sending_from_two_windows_makes_one_referral_and_the_same_receipt() {
    on_each_database(|portal| {
        let mut one = portal.browser();
        shortest(&mut one);
        let mut two = one.another_window();
        let read = one.another_window();
        one.press(SEND);
        two.press(SEND);
        assert_eq!(receipt(&one), receipt(&two));
        one.back_to(&read).press(SEND);
        assert_eq!(receipt(&one), receipt(&two), "back and sent again");
        one.open("/received");
        assert_eq!(receipt(&one), receipt(&two), "reloaded");
        assert_eq!(portal.rows("referrals"), 1);
    });
}

#[test]
fn a_second_referral_can_follow_the_first_in_the_same_browser() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        shortest(&mut visitor);
        visitor.press(SEND);
        let first = receipt(&visitor);
        shortest(&mut visitor);
        visitor.press(SEND);
        assert_ne!(receipt(&visitor), first);
        assert_eq!(portal.rows("referrals"), 2);
    });
}

#[test]
fn a_double_click_makes_one_referral_and_the_same_receipt() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        shortest(&mut visitor);
        let windows: Vec<_> = (0..6).map(|_| visitor.another_window()).collect();
        let pressed: Vec<_> =
            windows.into_iter().map(|mut window| std::thread::spawn(move || receipt(window.press(SEND)))).collect();
        let receipts: Vec<_> = pressed.into_iter().map(|press| press.join().unwrap()).collect();
        assert!(receipts.windows(2).all(|two| two[0] == two[1]), "{receipts:?}");
        assert_eq!(portal.rows("referrals"), 1);
        assert_eq!(portal.rows("drafts"), 0);
    });
}

#[test]
fn a_connection_that_breaks_before_the_receipt_costs_nothing() {
    on_each_database(|portal| {
        for pause in [0, 1, 3, 10, 30, 100] {
            let before = portal.rows("referrals");
            let mut visitor = portal.browser();
            shortest(&mut visitor);
            visitor.press_and_lose(SEND);
            std::thread::sleep(Duration::from_millis(pause));
            visitor.press(SEND);
            // On a machine that is busy enough, the second waits for the first in vain: the page says so, and how to go on.
            for _ in 0..20 {
                if visitor.page.status == 503 {
                    assert!(
                        visitor.words().contains("If you send it twice, we still get it once"),
                        "{}",
                        visitor.words()
                    );
                    visitor.press("Send it again");
                }
            }
            let first = receipt(&visitor);
            visitor.open("/received");
            assert_eq!(receipt(&visitor), first);
            assert_eq!(portal.rows("referrals"), before + 1, "after {pause} ms");
        }
    });
}

#[test]
fn what_is_missing_is_told_before_sending_and_leads_to_its_place() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/check").press(SEND);
        assert_eq!(visitor.page.status, 422);
        let told = visitor.texts_of(".problems li");
        assert_eq!(told.len(), 4, "{told:?}");
        assert_eq!(portal.rows("referrals"), 0);
        visitor.follow("What is your name?");
        assert!(visitor.path.starts_with("/refer/section/person"), "{}", visitor.path);
        visitor.fill("What is your name?", "Dina Okonjo").press("Save and go back to your answers");
        assert_eq!(visitor.path, "/refer/check");
        assert!(visitor.words().contains("Dina Okonjo"));
    });
}

/// A draft in which an answer has closed a question that was answered before.
fn with_words_set_aside(portal: &TestPortal) -> super::browser::Browser {
    let mut visitor = portal.browser();
    shortest(&mut visitor);
    visitor.open("/refer/section/danger").choose("in danger right now?", "Not sure");
    visitor.fill("What is the danger?", "He has my keys").press(GO_ON);
    visitor.open("/refer/section/danger").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/check");
    assert!(visitor.words().contains("You also wrote this"), "{}", visitor.words());
    assert!(visitor.words().contains("He has my keys"));
    visitor
}

#[test]
fn words_set_aside_are_shown_and_asked_about() {
    on_each_database(|portal| {
        let mut visitor = with_words_set_aside(portal);
        visitor.press(SEND);
        assert_eq!(visitor.page.status, 422);
        assert!(visitor.words().contains("Choose whether to send us this too"), "{}", visitor.words());
        visitor.choose("Do you want to send us this too?", "Yes, send this too").press(SEND);
        let (kept, _) = receipt(&visitor);
        let mut visitor = with_words_set_aside(portal);
        visitor.choose("Do you want to send us this too?", "No, leave it out").press(SEND);
        let (left_out, _) = receipt(&visitor);
        let mut desk = portal.signed_in(alongside::permission::Role::Triage);
        desk.follow(&kept).follow("Read everything that was written");
        assert!(desk.page.body.contains("He has my keys"));
        desk.open("/staff/queue").follow(&left_out);
        assert!(!desk.page.body.contains("He has my keys"));
        desk.follow("Read everything that was written");
        assert!(!desk.page.body.contains("He has my keys"));
    });
}

#[test]
fn danger_comes_before_anything_else_and_lets_the_person_go_on() {
    on_each_database(|portal| {
        for answer in ["Not sure", "Yes"] {
            let mut visitor = portal.browser();
            visitor.open("/refer/myself").choose("in danger right now?", answer).press(GO_ON);
            assert_eq!(visitor.path, "/danger");
            let said = visitor.words();
            for words in ["Phone 999", "press 55", "999 BSL", "18000", "111", "116 123", "01632 960 002"] {
                assert!(said.contains(words), "“{words}” in {said}");
            }
            visitor.follow("Go on with the form");
            assert_eq!(visitor.path, "/refer/section/person", "{}", visitor.words());
            visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
            visitor.open("/refer/section/happening").fill("Tell us what is happening", "He is outside").press(GO_ON);
            needed(&mut visitor);
            visitor.open("/refer/check").press(SEND);
            receipt(&visitor);
            assert!(visitor.words().contains("Phone 999"), "{}", visitor.words());
        }
        let desk = portal.signed_in(alongside::permission::Role::Triage);
        let rows = desk.texts_of("tbody tr");
        assert!(rows[0].contains("Immediate") && rows[1].contains("Urgent"), "{rows:#?}");
    });
}

#[test]
fn after_the_cut_off_nobody_is_promised_to_read_today() {
    // Until three it is today’s, and until five somebody is there.
    let settings = "[times]\ncut_off = \"15:00\"\n";
    for (at, read, unread) in [
        ("2026-11-23T15:00:00Z", "Someone on our team will read what you sent today", "We may not read"),
        (
            "2026-11-23T15:00:01Z",
            "is open now, but it is late in our day. We may not read what you sent before 9am on Tuesday 24 November",
            "will read what you sent today",
        ),
        ("2026-11-27T16:59:00Z", "We may not read what you sent before 9am on Monday 30 November", "today"),
        ("2026-11-23T17:00:00Z", "is closed now. Nobody will read what you sent before", "today"),
    ] {
        let portal = TestPortal::with(Wanted { at: Some(at), settings, ..Wanted::default() });
        let mut visitor = portal.browser();
        shortest(&mut visitor);
        visitor.press(SEND);
        receipt(&visitor);
        let said = visitor.words();
        assert!(said.contains(read) && !said.contains(unread), "{at}: {said}");
        let is_late = !read.contains("today");
        assert_eq!(said.contains("emergency duty team of Northshire Council"), is_late, "{at}: {said}");
    }
}

#[test]
fn out_of_hours_it_says_when_somebody_reads_and_whom_to_phone() {
    for (at, reads) in [
        ("2026-11-23T10:00:00Z", None),
        ("2026-11-23T19:30:00Z", Some("24 November")),
        ("2026-11-27T17:01:00Z", Some("30 November")),
        ("2026-12-24T18:00:00Z", Some("29 December")),
        ("2026-07-01T08:30:00Z", None),
        ("2026-07-01T16:30:00Z", Some("2 July")),
    ] {
        let portal = TestPortal::with(Wanted { at: Some(at), ..Wanted::default() });
        let mut visitor = portal.browser();
        shortest(&mut visitor);
        visitor.press(SEND);
        receipt(&visitor);
        let said = visitor.words();
        match reads {
            None => assert!(said.contains("is open now"), "{at}: {said}"),
            Some(day) => {
                assert!(said.contains("is closed now"), "{at}: {said}");
                assert!(said.contains(day), "{at}: “{day}” in {said}");
                assert!(said.contains("emergency duty team of Northshire Council on 01632 960 001"), "{at}: {said}");
            }
        }
    }
}

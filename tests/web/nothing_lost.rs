//! Nothing that somebody typed is ever lost: wrong input, ended sessions, other devices, time, shared computers.

use chrono::TimeDelta;

use super::portal::{TestPortal, on_each_database};
use super::stories::{GO_ON, receipt, shortest};

const WORDS: &str = "They want to move me to Leeds.\n\nI said <no> & no again “twice”.";

#[test]
fn wrong_input_is_kept_and_named() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.fill("What is your name?", "Dina Okonjo").fill("When were you born?", "the fifth of Smarch");
        visitor.press(GO_ON);
        assert_eq!(visitor.page.status, 422);
        let told = visitor.texts_of(".problems li");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("When were you born?"), "{told:?}");
        assert!(visitor.text_of("title").unwrap().starts_with("Error:"), "{:?}", visitor.text_of("title"));
        assert_eq!(visitor.answer("When were you born?"), "the fifth of Smarch");
        assert_eq!(visitor.answer("What is your name?"), "Dina Okonjo");
        visitor.open("/refer/section/person");
        assert_eq!(visitor.answer("When were you born?"), "the fifth of Smarch", "kept though it is not understood");
    });
}

#[test]
fn words_come_back_letter_for_letter() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/section/happening").fill("Tell us what is happening", WORDS).press(GO_ON);
        visitor.open("/refer/section/happening");
        assert_eq!(visitor.answer("Tell us what is happening"), WORDS);
    });
}

#[test]
fn a_page_posted_after_the_session_ended_begins_a_new_draft() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/professional").choose("in immediate danger?", "No").press(GO_ON);
        visitor.open("/refer/section/happening").fill("Describe what is happening", WORDS);
        visitor.close();
        visitor.press(GO_ON);
        assert_eq!(visitor.page.status, 200, "{}", visitor.words());
        visitor.open("/refer/section/happening");
        assert_eq!(visitor.answer("Describe what is happening"), WORDS);
        assert_eq!(portal.rows("drafts"), 2);
    });
}

#[test]
fn a_page_posted_after_a_day_away_begins_a_new_draft() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/section/happening").fill("Tell us what is happening", WORDS);
        portal.pass(TimeDelta::hours(49));
        visitor.press(GO_ON);
        assert_eq!(visitor.page.status, 200, "{}", visitor.words());
        visitor.open("/refer/section/happening");
        assert_eq!(visitor.answer("Tell us what is happening"), WORDS);
    });
}

#[test]
fn a_door_that_was_opened_in_two_windows_loses_nothing() {
    on_each_database(|portal| {
        let mut one = portal.browser();
        one.open("/refer/myself").choose("in danger right now?", "No");
        let before = one.another_window();
        one.press(GO_ON);
        one.fill("What is your name?", "Dina Okonjo").press(GO_ON);
        let mut two = one.another_window();
        two.back_to(&before).choose("in danger right now?", "Not sure").fill("What is the danger?", "He has my keys");
        two.press(GO_ON);
        if two.page.status != 200 {
            assert_eq!(two.answer("What is the danger?"), "He has my keys", "{}", two.words());
            two.press(GO_ON);
        }
        assert_eq!(two.page.status, 200, "{}", two.words());
        two.open("/refer/section/danger");
        assert_eq!(two.answer("What is the danger?"), "He has my keys");
        two.open("/refer/section/person");
        assert_eq!(two.answer("What is your name?"), "Dina Okonjo");
    });
}

#[test]
fn a_code_and_a_word_bring_it_back_on_another_device() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
        visitor.press("Stop here and come back later");
        for no_word in ["owl", "❤❤❤❤", "----"] {
            visitor.fill("A word only you would think of", no_word).press("Get my return code");
            assert_eq!(visitor.page.status, 422, "{no_word}");
        }
        visitor.fill("A word only you would think of", "Marmalade sky").press("Get my return code");
        let code = visitor.text_of("strong.code").unwrap();
        assert!(!visitor.words().contains("armalade"), "the word is not shown");
        assert!(visitor.words().contains("we delete it on Monday 7 December 2026"), "{}", visitor.words());
        let mut phone = portal.browser();
        phone.open("/").follow("Open a form you saved");
        phone.fill("Your return code", &code).fill("The word you chose", "wrong word").press("Open it");
        assert_eq!(phone.page.status, 422);
        assert!(phone.words().contains("That code and word do not open anything"));
        phone.fill("Your return code", &code.to_lowercase()).fill("The word you chose", "marmalade SKY");
        phone.press("Open it");
        assert_eq!(phone.path, "/refer/tasks", "{}", phone.words());
        phone.open("/refer/section/person");
        assert_eq!(phone.answer("What is your name?"), "Dina Okonjo");
        visitor.open("/refer/tasks");
        assert_eq!(visitor.page.status, 410, "the first device has let go of it");
        assert!(phone.addresses.iter().all(|address| !address.contains(&code) && !address.contains("marmalade")));
    });
}

#[test]
fn five_wrong_words_make_even_the_right_one_wait() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/save").fill("A word only you would think of", "Marmalade").press("Get my return code");
        let code = visitor.text_of("strong.code").unwrap();
        let mut other = portal.browser();
        let mut try_word = |word: &str| {
            other.open("/return").fill("Your return code", &code).fill("The word you chose", word).press("Open it");
            other.page.status == 200
        };
        for _ in 0..5 {
            assert!(!try_word("guess"));
        }
        assert!(!try_word("Marmalade"), "throttled");
        portal.pass(TimeDelta::minutes(11));
        assert!(try_word("Marmalade"));
    });
}

#[test]
fn a_draft_is_destroyed_after_the_days_the_page_states() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/tasks");
        let days = i64::from(portal.rooms.settings.retention.draft_days);
        let last = alongside::words::times::day(
            alongside::words::Lang::English,
            portal.rooms.clock.today() + TimeDelta::days(days),
        );
        assert!(visitor.words().contains(&last), "“{last}” in {}", visitor.words());
        visitor.open("/refer/save").fill("A word only you would think of", "Marmalade").press("Get my return code");
        assert!(visitor.words().contains(&last), "“{last}” in {}", visitor.words());
        let code = visitor.text_of("strong.code").unwrap();
        let mut later = portal.browser();
        let mut comes_back = || {
            later.open("/return").fill("Your return code", &code).fill("The word you chose", "Marmalade");
            later.press("Open it").path == "/refer/tasks"
        };
        portal.pass(TimeDelta::days(days) - TimeDelta::minutes(1));
        assert!(comes_back(), "open to its last minute");
        portal.pass(TimeDelta::minutes(2));
        portal.sweep();
        assert!(!comes_back());
        assert_eq!(portal.rows("drafts"), 0);
    });
}

/// Pages of the form that Back may lead to.
const FORM_PAGES: [&str; 9] = [
    "/refer/they-said-no",
    "/refer/section/person",
    "/refer/section/person?then=check&more=1",
    "/refer/tasks",
    "/refer/issues",
    "/refer/issues/1",
    "/refer/check",
    "/refer/save",
    "/received",
];

#[test]
fn leaving_forgets_the_browser_and_back_shows_nothing() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.fill("What is your name?", "Dina Okonjo").press(GO_ON);
        visitor.open("/refer/section/person");
        assert_eq!(visitor.page.header("cache-control"), Some("no-store"));
        let mut same_cookie = visitor.another_window();
        visitor.follow("Leave this page");
        assert_eq!((visitor.page.status, visitor.path.as_str()), (200, "/left"));
        let left = visitor.page.body.clone();
        for page in FORM_PAGES {
            visitor.open(page);
            assert_eq!(visitor.page.body, left, "{page} says no more than the page after leaving");
        }
        same_cookie.open("/refer/section/person");
        assert_eq!(same_cookie.page.status, 410, "what another window still held opens nothing");
        assert!(!same_cookie.page.body.contains("Okonjo"));
    });
}

#[test]
fn leaving_after_the_visit_ran_out_shows_nothing_either() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        portal.pass(TimeDelta::hours(49));
        visitor.open("/refer/section/person");
        assert_eq!(visitor.heading(), "This form is no longer open here", "whose time ran out is told so");
        assert!(!visitor.words().contains("leave the page"), "{}", visitor.words());
        visitor.follow("Leave this page");
        let left = visitor.page.body.clone();
        for page in FORM_PAGES {
            visitor.open(page);
            assert_eq!(visitor.page.body, left, "{page}");
        }
    });
}

#[test]
fn who_sends_a_page_after_the_visit_ended_is_helped_and_not_turned_away() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/save").fill("A word only you would think of", "Marmalade");
        visitor.close();
        visitor.press("Get my return code");
        assert_eq!((visitor.page.status, visitor.heading().as_str()), (410, "This form is no longer open here"));
        visitor.follow("Open a form you saved");
        assert_eq!(visitor.path, "/return");
    });
}

#[test]
fn a_form_left_open_on_a_shared_computer_is_not_shown_to_the_next_person() {
    on_each_database(|portal| {
        let mut shared = portal.browser();
        shared.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        shared.fill("What is your name?", "Dina Okonjo").press(GO_ON);
        shared.open("/").follow("Someone I know");
        assert_eq!(shared.heading(), "A form is open in this browser");
        assert!(!shared.page.body.contains("Okonjo"));
        shared.press("No, start a new one");
        assert_eq!(shared.path, "/refer/someone");
        shared.choose("in danger right now?", "No").press(GO_ON);
        assert!(!shared.page.body.contains("Okonjo"));
        shared.open("/refer/check");
        assert!(!shared.page.body.contains("Okonjo"));
    });
}

#[test]
fn a_page_of_the_person_before_is_not_put_into_the_form_of_the_next() {
    on_each_database(|portal| {
        let mut shared = portal.browser();
        shared.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        let mut old_window = shared.another_window();
        shared.open("/refer/myself").press("No, start a new one");
        shared.choose("in danger right now?", "No").press(GO_ON);
        old_window.take_cookies_of(&shared);
        old_window.fill("What is your name?", "Dina Okonjo").press(GO_ON);
        assert_eq!(old_window.page.status, 403, "{}", old_window.words());
        assert_eq!(old_window.answer("What is your name?"), "Dina Okonjo", "and still nothing is lost");
        shared.open("/refer/section/person");
        assert_eq!(shared.answer("What is your name?"), "");
    });
}

#[test]
fn a_person_may_go_on_with_the_form_that_is_open() {
    let portal = TestPortal::new();
    let mut visitor = portal.browser();
    visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
    visitor.open("/refer/someone").follow("Yes, go on with it");
    assert_eq!(visitor.path, "/refer/tasks");
    assert_eq!(visitor.heading(), "Asking for an advocate");
}

#[test]
fn whoever_stops_in_the_middle_of_a_page_keeps_that_page_too() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/section/happening").fill("Tell us what is happening", WORDS);
        visitor.press("Stop here and come back later");
        visitor.fill("A word only you would think of", "Marmalade").press("Get my return code");
        let code = visitor.text_of("strong.code").unwrap();
        let mut phone = portal.browser();
        phone.open("/return").fill("Your return code", &code).fill("The word you chose", "Marmalade").press("Open it");
        phone.open("/refer/section/happening");
        assert_eq!(phone.answer("Tell us what is happening"), WORDS);
    });
}

#[test]
fn whoever_comes_straight_to_all_the_questions_can_stop_there_and_come_back() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/everything").fill("Describe what is happening", WORDS);
        visitor.press("Stop here and come back later");
        visitor.fill("A word only you would think of", "Marmalade").press("Get my return code");
        assert_eq!(visitor.page.status, 200, "{}", visitor.words());
        visitor.open("/refer/section/happening");
        assert_eq!(visitor.answer("Describe what is happening"), WORDS);
    });
}

#[test]
fn a_page_that_is_saved_after_its_form_was_sent_does_not_begin_another_unseen() {
    on_each_database(|portal| {
        let mut one = portal.browser();
        shortest(&mut one);
        let mut two = one.another_window();
        two.open("/refer/section/else").fill("Is there anything else", WORDS);
        one.press("Send this to the team");
        let (reference, _) = receipt(&one);
        two.press(GO_ON);
        assert!(two.words().contains("You have sent this form already"), "{}", two.words());
        assert_eq!(two.answer("Is there anything else"), WORDS);
        assert_eq!(portal.rows("drafts"), 0);
        one.open("/received");
        assert_eq!(receipt(&one).0, reference, "the receipt is still there");
        two.press(GO_ON);
        assert_eq!((two.page.status, portal.rows("drafts")), (200, 1), "{}", two.words());
    });
}

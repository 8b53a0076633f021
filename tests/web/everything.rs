//! Every question on one page, and items of repeats added and removed by buttons, all without script.

use super::portal::on_each_database;
use super::stories::{CHECK, GO_ON, receipt};

#[test]
fn a_whole_referral_is_sent_from_one_page() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/professional").choose("in immediate danger?", "No").press(GO_ON);
        visitor.open("/refer/everything");
        visitor
            .fill("What is your name?", "Sam Worker")
            .choose("How can we contact you?", "E-mail")
            .fill("What is your e-mail address?", "sw@example.org")
            .fill("the person’s name?", "Marjorie Quillfeather")
            .choose("Which ways of contacting the person", "Visit in person")
            .fill("Describe what is happening", "A move is planned.")
            .choose("consent to this referral?", "Yes")
            .fill("What is the person’s date of birth?", "5 3 in the year of the flood");
        visitor.press(CHECK);
        assert_eq!(visitor.page.status, 422, "{}", visitor.path);
        assert_eq!(visitor.answer("What is the person’s date of birth?"), "5 3 in the year of the flood");
        assert!(!visitor.words().contains("What is your name?"), "what is right is asked again: {}", visitor.words());
        visitor.fill("What is the person’s date of birth?", "5 3 1941").press(CHECK);
        assert_eq!(visitor.path, "/refer/check", "{}", visitor.words());
        visitor.press("Send this referral");
        receipt(&visitor);
    });
}

#[test]
fn issues_and_dates_are_added_and_removed_by_buttons() {
    on_each_database(|portal| {
        let mut visitor = portal.browser();
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.open("/refer/issues").press("Add a");
        visitor.choose("What is it about?", "My home").fill("What would you like to tell us", "The roof leaks");
        visitor.choose("Is there a date that matters", "Yes, and I know when");
        visitor.fill("What is the date?", "1 12 2026").press("Add another date");
        assert_eq!(visitor.texts_of(".item").len(), 2, "{}", visitor.words());
        assert_eq!(visitor.answer("What is the date?"), "1 12 2026", "adding keeps what was typed");
        visitor.fill_last("What is the date?", "2 12 2026").press("Remove date 1");
        assert_eq!(visitor.texts_of(".item").len(), 1, "{}", visitor.words());
        assert_eq!(visitor.answer("What is the date?"), "2 12 2026");
        assert_eq!(visitor.answer("What would you like to tell us"), "The roof leaks");
        visitor.open("/refer/issues").press("Add another");
        visitor.choose("What is it about?", "Benefits").press(GO_ON);
        visitor.open("/refer/issues");
        assert!(visitor.words().contains("My home") && visitor.words().contains("Benefits"), "{}", visitor.words());
        visitor.press("Remove");
        assert!(!visitor.words().contains("My home") && visitor.words().contains("Benefits"), "{}", visitor.words());
        visitor.open("/refer/check");
        assert!(!visitor.words().contains("The roof leaks"));
    });
}

//! What somebody at the desk writes is never lost or cut, and nothing undecided drops out of sight.

use alongside::permission::Role;
use chrono::TimeDelta;
use scraper::Selector;

use super::browser::Browser;
use super::portal::on_each_database;

const REASON: &str = "She told us <on the phone> that her brother decides.\n\nWe explained what we can do.";

#[test]
fn a_reason_written_for_longer_than_the_visit_lasts_is_given_back() {
    on_each_database(|portal| {
        let (reference, name) = (portal.sent(), portal.account(Role::Triage));
        let given_back = |desk: &Browser| {
            assert_eq!(desk.page.status, 401);
            let written =
                desk.html().select(&Selector::parse("textarea").unwrap()).next().unwrap().text().collect::<String>();
            assert_eq!(written.trim(), REASON);
        };
        let mut desk = portal.sign_in(&name);
        desk.follow(&reference).choose("What happens with it?", "Decline it");
        desk.fill_last("Reason", REASON);
        portal.pass(TimeDelta::minutes(31));
        desk.press("Record this decision");
        given_back(&desk);
        let mut desk = portal.sign_in(&name);
        desk.follow(&reference);
        assert!(desk.words().contains("Not decided yet"), "{}", desk.words());
        desk.choose("Band", "Urgent").fill("Reason", REASON);
        portal.pass(TimeDelta::minutes(31));
        desk.press("Set this band");
        given_back(&desk);
    });
}

#[test]
fn an_answer_put_right_for_longer_than_the_visit_lasts_is_given_back_with_its_reason() {
    on_each_database(|portal| {
        let (reference, name) = (portal.sent(), portal.account(Role::Triage));
        let mut desk = portal.sign_in(&name);
        desk.follow(&reference).follow("put an answer right").follow("Tell us what is happening");
        desk.fill("Tell us what is happening", REASON).fill("Why", "She rang.");
        portal.pass(TimeDelta::minutes(31));
        desk.press("Put it right");
        assert_eq!(desk.page.status, 401);
        let written = desk.text_of("textarea").unwrap();
        assert!(written.contains("that her brother decides.") && written.contains("She rang."), "{written}");
        assert!(!written.contains("csrf") && written.ends_with("She rang."), "words alone: {written}");
    });
}

#[test]
fn what_a_manager_wrote_for_longer_than_the_visit_lasts_is_given_back_and_nothing_is_done() {
    on_each_database(|portal| {
        let (reference, name) = (portal.sent(), portal.account(Role::Manager));
        for (field, button) in [("Why", "Hold it"), ("Why it is erased", "Erase for good")] {
            let mut desk = portal.sign_in(&name);
            desk.follow(&reference).follow("The person asks for a copy").fill(field, REASON);
            portal.pass(TimeDelta::minutes(31));
            desk.press(button);
            assert_eq!(desk.page.status, 401);
            assert_eq!(desk.text_of("textarea").unwrap().split_whitespace().next(), REASON.split_whitespace().next());
        }
        assert_eq!(portal.rows("referrals WHERE held_at IS NOT NULL OR erased_at IS NOT NULL"), 0);
    });
}

#[test]
fn a_reason_that_is_too_long_is_kept_whole_and_told_by_how_much() {
    on_each_database(|portal| {
        let reference = portal.sent();
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference).choose("What happens with it?", "Decline it");
        let long = "words ".repeat(400).trim().to_owned();
        desk.fill_last("Reason", &long).press("Record this decision");
        assert_eq!(desk.page.status, 422);
        assert!(desk.words().contains("399 characters"), "{}", desk.words());
        assert!(desk.page.body.contains(&long), "all of it is still there");
        desk.choose("Band", "Urgent").fill("Reason", &long).press("Set this band");
        assert_eq!(desk.page.status, 422);
        assert!(desk.page.body.contains(&long), "all of it is still there");
    });
}

#[test]
fn what_was_asked_stays_in_sight_and_what_is_decided_is_not_overdue() {
    on_each_database(|portal| {
        let (asked, accepted) = (portal.sent(), portal.sent());
        let name = portal.account(Role::Triage);
        let mut desk = portal.sign_in(&name);
        desk.follow(&asked).choose("What happens with it?", "Ask for something first");
        desk.fill_last("Reason", "Which ward?").press("Record this decision");
        desk.open("/staff/queue").follow(&accepted).choose("What happens with it?", "Accept it");
        desk.press("Record this decision");
        portal.pass(TimeDelta::days(60));
        let mut desk = portal.sign_in(&name);
        let rows = desk.open("/staff/queue").texts_of("tbody tr");
        assert_eq!(rows.len(), 1, "{rows:#?}");
        assert!(rows[0].contains(&asked) && rows[0].contains("Waiting for an answer"), "{rows:#?}");
        assert!(rows[0].contains("Overdue"), "{rows:#?}");
        let rows = desk.open("/staff/queue?state=accepted").texts_of("tbody tr");
        assert!(rows.len() == 1 && !rows[0].contains("Overdue"), "{rows:#?}");
        let rows = desk.open("/staff/queue?state=every&overdue=yes").texts_of("tbody tr");
        assert!(rows.len() == 1 && rows[0].contains(&asked), "{rows:#?}");
        desk.open("/staff/queue?state=accepted").follow(&accepted);
        assert!(!desk.words().contains("Overdue"), "{}", desk.words());
    });
}

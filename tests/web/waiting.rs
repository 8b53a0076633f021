//! What waits grows more urgent by itself: what is said of it is never older than an hour, and triage is told.

use alongside::permission::Role;
use chrono::TimeDelta;
use diesel::RunQueryDsl;

use super::browser::Browser;
use super::days::written;
use super::portal::{TestPortal, Wanted, on_each_database};
use super::stories::{self, receipt};

/// Somebody sends a referral with that date; its reference.
fn with_date(portal: &TestPortal, when: &str) -> String {
    let mut visitor = written(portal, &[when]);
    visitor.open("/refer/check").press(stories::SEND);
    receipt(&visitor).0
}

fn history(desk: &Browser) -> usize {
    desk.texts_of("table.past tbody tr").len()
}

#[test]
fn a_date_that_comes_nearer_is_said_as_near_as_it_is() {
    on_each_database(|portal| {
        let reference = with_date(portal, "Friday 11 December 2026");
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        let at_first = desk.words();
        assert!(at_first.contains("14 working days from today"), "{at_first}");
        let happened = history(&desk);
        portal.pass(TimeDelta::days(1));
        portal.sweep();
        let mut desk = portal.sign_in("triage@example.org");
        desk.follow(&reference);
        let said = desk.words();
        assert!(said.contains("13 working days from today") && !said.contains("14 working days"), "{said}");
        assert_eq!(history(&desk), happened + 1, "it was opened again, and nothing else happened to it");
    });
}

#[test]
fn a_page_that_was_open_while_the_words_were_renewed_still_decides() {
    on_each_database(|portal| {
        let reference = with_date(portal, "Friday 11 December 2026");
        // It is ten in the morning, and midnight is not far for somebody who works late.
        portal.pass(TimeDelta::minutes(13 * 60 + 45));
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&reference);
        portal.pass(TimeDelta::minutes(20));
        portal.sweep();
        let mut other = desk.another_window();
        other.open("/staff/queue").follow(&reference);
        assert!(other.words().contains("13 working days from today"), "{}", other.words());
        desk.choose("What happens with it?", "Accept it").press("Record this decision");
        assert_eq!(desk.page.status, 200, "{}", desk.words());
    });
}

#[test]
fn triage_is_told_once_of_each_rise_and_what_has_passed_is_asked_about() {
    // More of the section that the portal's own settings end with.
    let portal = TestPortal::with(Wanted { settings: "triage_to = \"triage@example.org\"", ..Wanted::default() });
    let reference = with_date(&portal, "Friday 11 December 2026");
    let subjects = || -> Vec<String> {
        let mails = portal.mails();
        let said = mails.iter().filter(|mail| mail["text"].as_str().is_some_and(|text| text.contains("more urgent")));
        said.map(|mail| mail["subject"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert!(subjects().is_empty());
    // Wednesday the 9th, two working days before.
    portal.pass(TimeDelta::days(16));
    portal.sweep();
    portal.sweep();
    assert_eq!(subjects(), [format!("Urgent: {reference}")]);
    let mut desk = portal.signed_in(Role::Triage);
    desk.follow(&reference);
    assert!(desk.words().contains("Assessed again"), "{}", desk.words());
    portal.pass(TimeDelta::days(5));
    portal.sweep();
    let mut desk = portal.sign_in("triage@example.org");
    desk.follow(&reference);
    assert!(desk.words().contains("nobody has told us what has happened since"), "{}", desk.words());
    assert_eq!(subjects(), ["Urgent", "Immediate"].map(|band| format!("{band}: {reference}")), "one for each rise");
}

#[test]
fn one_that_does_not_open_holds_up_no_other() {
    on_each_database(|portal| {
        let spoilt = portal.sent();
        let whole = with_date(portal, "Friday 11 December 2026");
        let plain = spoilt.replace('-', "");
        let spoil = format!("UPDATE referrals SET answers = record, why = record WHERE reference = '{plain}'");
        portal.rooms.db.write(move |conn| Ok(diesel::sql_query(spoil).execute(conn).unwrap())).unwrap();
        portal.pass(TimeDelta::days(1));
        portal.sweep();
        let mut desk = portal.signed_in(Role::Triage);
        let rows = desk.texts_of("table tbody tr");
        assert_eq!(rows.len(), 2, "{rows:?}");
        let unread: Vec<_> = rows.iter().filter(|row| row.contains("this referral does not open")).collect();
        assert!(unread.len() == 1 && unread[0].contains(&spoilt), "{rows:?}");
        desk.follow(&whole);
        assert!(desk.words().contains("13 working days from today"), "{}", desk.words());
    });
}

#[test]
fn a_history_that_was_changed_says_so_when_it_is_opened() {
    on_each_database(|portal| {
        let (changed, whole) = (portal.sent(), portal.sent());
        let plain = changed.replace('-', "");
        let change = format!(
            "UPDATE events SET happened_at = happened_at + 1 \
             WHERE referral_id = (SELECT id FROM referrals WHERE reference = '{plain}')"
        );
        portal.rooms.db.write(move |conn| Ok(diesel::sql_query(change).execute(conn).unwrap())).unwrap();
        let mut desk = portal.signed_in(Role::Triage);
        desk.follow(&changed);
        assert!(desk.words().contains("is not as it was written down"), "{}", desk.words());
        desk.open("/staff/queue").follow(&whole);
        assert!(!desk.words().contains("is not as it was written down"), "{}", desk.words());
    });
}

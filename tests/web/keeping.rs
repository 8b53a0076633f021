//! What is kept no longer goes by itself, once a day; what waits, and what belongs to somebody young, stays.

use alongside::permission::Role;
use chrono::TimeDelta;
use diesel::RunQueryDsl;

use super::portal::{TestPortal, on_each_database};
use super::stories::{GO_ON, needed, receipt, shortest};

/// Somebody sends and is told of another service; the reference.
fn turned_away(portal: &TestPortal, name: &str, age: Option<&str>) -> String {
    let mut visitor = portal.browser();
    if let Some(age) = age {
        visitor.open("/refer/myself").choose("in danger right now?", "No").press(GO_ON);
        visitor.fill("What is your name?", "Dina Okonjo").choose("How old are you?", age).press(GO_ON);
        visitor.open("/refer/section/happening").fill("Tell us what is happening", "They want to move me.");
        visitor.press(GO_ON);
        needed(&mut visitor);
        visitor.open("/refer/check");
    } else {
        shortest(&mut visitor);
    }
    visitor.press("Send this to the team");
    let reference = receipt(&visitor).0;
    let mut desk = portal.sign_in(name);
    desk.follow(&reference).choose("What happens with it?", "Decline it").fill_last("Reason", "We do not work there");
    desk.press("Record this decision");
    assert!(desk.words().contains("We do not work there"), "{}", desk.words());
    reference
}

#[test]
fn what_is_kept_no_longer_goes_by_itself_and_what_waits_or_is_a_childs_stays() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let adult = turned_away(portal, &name, None);
        let child = turned_away(portal, &name, Some("16 or 17"));
        let mut waiting = portal.browser();
        shortest(&mut waiting);
        waiting.press("Send this to the team");
        let waiting = receipt(&waiting).0;
        let page = |reference: &str| {
            let mut desk = portal.sign_in(&name);
            desk.open(&format!("/staff/referrals/{}", reference.replace('-', "")));
            assert_eq!(desk.page.status, 200, "{}", desk.words());
            desk.words()
        };
        // Long without a sweep: the clock is believed on the second day.
        portal.pass(TimeDelta::days(2 * 365 - 1));
        portal.sweep();
        portal.pass(TimeDelta::days(1));
        portal.sweep();
        assert!(page(&adult).contains("We do not work there"), "2 years are not over yet");
        portal.pass(TimeDelta::days(2));
        portal.sweep();
        let said = page(&adult);
        assert!(said.contains("Erased: its time was over"), "{said}");
        for gone in ["Okonjo", "They want to move me", "We do not work there"] {
            assert!(!said.contains(gone), "“{gone}” in {said}");
        }
        assert!(page(&child).contains("Okonjo"), "kept until 25");
        assert!(page(&waiting).contains("Okonjo"), "nobody decided it");
        assert_eq!(portal.rows("people_index"), 2);
        portal.pass(TimeDelta::days(6 * 365 - 1));
        portal.sweep();
        portal.pass(TimeDelta::days(1));
        portal.sweep();
        assert!(page(&child).contains("Okonjo"), "16 may have been 16 that very day");
        portal.pass(TimeDelta::days(365));
        portal.sweep();
        assert!(page(&child).contains("Okonjo"), "a clock may have leapt");
        portal.pass(TimeDelta::days(1));
        portal.sweep();
        assert!(!page(&child).contains("Okonjo"));
        assert_eq!((portal.rows("referrals"), portal.rows("people_index")), (3, 1));
    });
}

#[test]
fn one_that_does_not_open_is_kept_as_a_childs_would_be_and_holds_up_no_other() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let (spoilt, whole) = (turned_away(portal, &name, None), turned_away(portal, &name, None));
        let spoil = format!("UPDATE referrals SET answers = record WHERE reference = '{}'", spoilt.replace('-', ""));
        portal.rooms.db.write(move |conn| Ok(diesel::sql_query(spoil).execute(conn).unwrap())).unwrap();
        portal.sweep();
        portal.pass(TimeDelta::days(731));
        // A clock may have leapt: what the first day leaves, the second takes.
        portal.sweep();
        portal.pass(TimeDelta::days(1));
        portal.sweep();
        let gone = |reference: &str| {
            portal.rows(&format!(
                "referrals WHERE erased_at IS NOT NULL AND reference = '{}'",
                reference.replace('-', "")
            ))
        };
        assert_eq!((gone(&spoilt), gone(&whole)), (0, 1));
    });
}

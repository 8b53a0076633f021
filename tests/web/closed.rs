//! What somebody damaged in the database holds up nothing else: the page shows the rest and says what cannot be read.

use alongside::logs;
use alongside::permission::Role;
use alongside::settings::{LogFormat, Logs};
use chrono::TimeDelta;
use diesel::RunQueryDsl as _;

use super::browser::Browser;
use super::logs::Buffer;
use super::portal::{TestPortal, on_each_database, on_each_database_set};
use super::stories;

/// Changes rows, as somebody at the database's own prompt would; how many.
fn meddle(portal: &TestPortal, sql: &str) -> usize {
    let sql = sql.to_owned();
    portal.rooms.db.write(move |conn| Ok(diesel::sql_query(sql).execute(conn)?)).unwrap()
}

/// A referral by somebody who gets a receipt by mail, as it is shown to staff.
fn asked(portal: &TestPortal, desk: &mut Browser) -> String {
    let mut visitor = portal.browser();
    stories::professional(&mut visitor);
    visitor.press("Send this referral");
    let reference = stories::receipt(&visitor).0;
    desk.open("/staff/queue").follow(&reference);
    desk.choose("What happens with it?", "Ask for something first")
        .fill_last("Reason", "Which ward is she on?")
        .press("Record this decision");
    assert!(desk.words().contains("Which ward is she on?"), "{}", desk.words());
    reference
}

#[test]
fn an_entry_that_cannot_be_read_is_said_to_be_so_and_the_rest_is_shown() {
    on_each_database(|portal| {
        let mut desk = portal.signed_in(Role::Manager);
        let reference = asked(portal, &mut desk);
        let here = desk.path.clone();
        let spoilt = "UPDATE events SET words = commitment WHERE words IS NOT NULL";
        assert_eq!(meddle(portal, spoilt), 1);
        for page in [here.clone(), format!("{here}/history")] {
            desk.open(&page);
            assert_eq!(desk.page.status, 200, "{page}");
            let said = desk.words();
            assert!(said.contains("This entry cannot be read") && said.contains("manager@example.org"), "{said}");
            assert!(said.contains("Who did it, and when, is as it was written down. Tell whoever"), "{said}");
            assert!(!said.contains("Which ward") && !said.contains("is not as it was written down"), "{said}");
        }
        desk.open(&here)
            .follow("The person asks for a copy")
            .fill("Who asked", "she did")
            .press("Get the page to check");
        assert!(
            desk.words().contains("This entry cannot be read") && desk.words().contains("Quillfeather"),
            "the copy"
        );
        assert_eq!(meddle(portal, "UPDATE events SET detail = 'open>declined' WHERE detail = 'open>asked'"), 1);
        for page in [here.clone(), format!("{here}/history")] {
            desk.open(&page);
            let said = desk.words();
            assert!(said.contains("This entry cannot be read") && said.contains("do not rely on it"), "{said}");
            assert!(!said.contains("is as it was written down"), "{said}");
        }
        desk.open("/staff/queue?state=asked").follow(&reference);
        assert_eq!(desk.page.status, 200);
    });
}

#[test]
fn a_part_that_does_not_open_is_named_and_nothing_looks_as_if_there_were_none() {
    let warned = "Make contact only when you know from elsewhere how it is safe";
    for (spoil, named, shown, gone, warns) in [
        ("referrals SET answers = why", "its answers do not open", "Still missing", "Set another band", false),
        ("referrals SET record = why", "its record does not open", "Still missing", "bruising", true),
        ("referrals SET assessment = why", "its assessment does not open", "bruising", "Still missing", true),
        ("people SET details = row_name", "name and contact details do not open", "bruising", "nothing of this", false),
    ] {
        on_each_database(|portal| {
            let mut desk = portal.signed_in(Role::Manager);
            asked(portal, &mut desk);
            let here = desk.path.clone();
            assert!(desk.words().contains("Still missing") && desk.words().contains("bruising"), "{}", desk.words());
            // A name is text: on PostgreSQL it takes a cast.
            let spoil =
                if portal.is_on_server() { spoil.replace("row_name", "row_name::bytea") } else { spoil.to_owned() };
            let spoil = if portal.is_on_server() { spoil } else { spoil.replace("row_name", "CAST(row_name AS BLOB)") };
            assert_eq!(meddle(portal, &format!("UPDATE {spoil}")), 1);
            for page in [here.clone(), format!("{here}/answers")] {
                desk.open(&page);
                assert_eq!(desk.page.status, 200, "{spoil}");
                let said = desk.words();
                assert!(said.contains(named) && said.contains("Tell whoever looks after this portal"), "{said}");
                assert_eq!(said.contains(warned), warns, "{said}");
            }
            desk.open(&here);
            let said = desk.words();
            assert!(said.contains(shown) && !said.contains(gone), "{spoil}: {said}");
            desk.follow("The person asks for a copy").fill("Who asked", "she did").press("Get the page to check");
            assert!(desk.page.status == 200 && desk.words().contains(named), "{spoil}: {}", desk.words());
        });
    }
}

#[test]
fn a_mail_that_was_damaged_is_set_aside_once_and_staff_see_it() {
    on_each_database_set("triage_to = \"desk@example.org\"", |portal| {
        let mut desk = portal.signed_in(Role::Triage);
        let reference = asked(portal, &mut desk);
        assert!(!desk.words().contains("could not be sent"), "{}", desk.words());
        let spoilt = "UPDATE outbox SET body = (SELECT why FROM referrals) WHERE kind = 'receipt'";
        assert_eq!(meddle(portal, spoilt), 1);
        let page = Buffer::default();
        let writer = page.clone();
        let log =
            logs::subscriber(Logs { format: LogFormat::Text, level: tracing::Level::INFO }, move || writer.clone());
        let guard = tracing::subscriber::set_default(log);
        for _ in 0..3 {
            let went: Vec<_> = portal.mails().iter().map(|mail| mail["to"].as_str().unwrap().to_owned()).collect();
            assert_eq!(went, ["desk@example.org"], "the others go");
            portal.pass(TimeDelta::hours(2));
        }
        drop(guard);
        let told = String::from_utf8(page.0.lock().unwrap().clone()).unwrap();
        assert_eq!(told.matches("a mail does not open").count(), 1, "{told}");
        assert!(told.contains("given-up") && !told.contains(&reference), "{told}");
        assert_eq!(portal.rows("outbox WHERE state = 'given-up' AND body IS NULL"), 1);
        let mut desk = portal.sign_in("triage@example.org");
        desk.open("/staff/queue?state=asked").follow(&reference);
        assert!(desk.words().contains("It was given up at 10am on Monday 23 November 2026"), "{}", desk.words());
    });
}

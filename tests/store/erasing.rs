//! What is erased is gone, from the rows and from the disk; what stays names nobody and still verifies.

use std::fs;

use alongside::ids::{Reference, SubmissionKey};
use alongside::intake::record::Record;
use alongside::permission::{Actor, Role};
use alongside::settings::rubric::Band;
use alongside::store::events::{EventKind, Words, verify_chain};
use alongside::store::person::{self, Due, Erased, Erasure, Ground};
use alongside::store::referrals::{self, Filter, NewReferral};
use alongside::store::retention::Turn;
use alongside::store::{Db, Error, Fault, Result, feedback, retention, tidy};
use alongside::triage::life::{Decision, IssueState, Status};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::sql_types::Binary;
use diesel::{QueryableByName, RunQueryDsl};
use serde_json::json;

use super::{Number, SYSTEM, TestDb, VISITOR, a_member, a_referral, a_triager, filed, now, on_each_database};

fn by_request() -> Erasure {
    Erasure::asked("asked for by letter".into(), vec!["within-time"], None)
}

fn erase(test: &TestDb, actor: Actor, reference: &Reference, erasure: Erasure) -> Result<Erased> {
    let reference = reference.clone();
    test.write(move |conn, vault| person::erase(conn, vault, actor, &reference, &erasure, now()))
}

fn decide(test: &TestDb, actor: Actor, reference: &Reference, version: i64, decision: Decision, at: DateTime<Utc>) {
    let reference = reference.clone();
    test.write(move |conn, vault| {
        referrals::decide_issue(conn, vault, actor, (&reference, version, 1), &decision, at).map(drop)
    })
    .unwrap();
}

/// A referral with words in its history, a mail, a code, and feedback that came by the code.
fn with_everything(test: &TestDb, triager: Actor) -> Reference {
    let reference = filed(test, a_referral());
    decide(test, triager, &reference, 1, Decision::Ask { what: "which ward is Quillfeather on?".into() }, now());
    let named = reference.clone();
    let until = now() + TimeDelta::days(90);
    let code = test.write(move |conn, vault| feedback::invite(conn, vault, triager, &named, (now(), until))).unwrap();
    let key = SubmissionKey::random().unwrap();
    test.write(move |conn, vault| {
        feedback::give(conn, vault, VISITOR, (&key, Some(&code)), &json!({"best": "Quillfeather"}), now())
    })
    .unwrap();
    reference
}

#[derive(QueryableByName)]
struct Sealed {
    #[diesel(sql_type = Binary)]
    sealed: Vec<u8>,
}

/// Every sealed value and every blind index that belongs to the person, as it lies in the database.
fn everything_sealed(test: &TestDb) -> Vec<Vec<u8>> {
    [
        "SELECT details AS sealed FROM people",
        "SELECT value AS sealed FROM people_index",
        "SELECT answers AS sealed FROM referrals",
        "SELECT record AS sealed FROM referrals",
        "SELECT assessment AS sealed FROM referrals",
        "SELECT why AS sealed FROM referrals",
        "SELECT words AS sealed FROM events WHERE words IS NOT NULL",
        "SELECT body AS sealed FROM outbox WHERE body IS NOT NULL",
        "SELECT answers AS sealed FROM feedback",
        "SELECT code_hash AS sealed FROM invitations",
    ]
    .into_iter()
    .flat_map(|sql| {
        let sealed = everything_in(test, sql);
        assert!(!sealed.is_empty(), "{sql}");
        sealed
    })
    .collect()
}

fn everything_in(test: &TestDb, sql: &str) -> Vec<Vec<u8>> {
    let rows: Vec<Sealed> = test.db.read(|conn| Ok(diesel::sql_query(sql).load(conn)?)).unwrap();
    rows.into_iter().map(|row| row.sealed).collect()
}

/// Every byte of the folder of a SQLite database.
fn every_byte(test: &TestDb) -> Vec<u8> {
    let files = fs::read_dir(test.folder.path()).unwrap();
    files.flat_map(|file| fs::read(file.unwrap().path()).unwrap_or_default()).collect()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|found| found == part)
}

#[test]
fn an_erased_person_leaves_a_nameless_row_a_history_that_verifies_and_a_number() {
    on_each_database(|test| {
        let (triager, manager) = (a_triager(test), a_member(test, "Max Manager", Role::Manager));
        let reference = with_everything(test, triager);
        let erased = erase(test, manager, &reference, by_request()).unwrap();
        assert_eq!(erased, Erased { references: vec![reference.clone()], person: true });
        for table in ["people_index", "issue_dates", "call_backs", "outbox", "invitations", "feedback"] {
            assert_eq!(test.number(&format!("SELECT count(*) AS n FROM {table}")), 0, "{table}");
        }
        let named = reference.clone();
        assert_eq!(test.write(move |conn, vault| verify_chain(conn, vault, SYSTEM, &named)), Ok(4));
        let named = reference.clone();
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &named, now())).unwrap();
        assert_eq!((&read.answers, &read.person, &read.assessment), (&json!({}), &json!({}), &json!({})));
        assert_eq!(read.record, json!(Record::empty("someone".into())));
        assert_eq!((read.status, read.erased_at, read.flags.danger), (Status::Closed, Some(now()), false));
        assert_eq!(read.issues[0].state, IssueState::Asked, "what became of it is no secret");
        let last = &read.events[3];
        assert_eq!((last.kind, last.detail.as_str()), (EventKind::Erased, "request:within-time"));
        assert!(last.words == Words::Said("asked for by letter".into()));
        assert!(read.events[1].words == Words::Erased);
        let gone = test.db.read(|conn| person::gone(conn, SYSTEM)).unwrap();
        assert_eq!(gone.len(), 1);
        assert_eq!((gone[0].month.as_str(), gone[0].ground, gone[0].total), ("2026-11", Ground::Request, 1));
        let again = erase(test, manager, &reference, by_request());
        assert_eq!(again, Err(Error::Conflict));
    });
}

#[test]
fn an_erased_referral_stands_in_no_list_and_cannot_be_worked_on() {
    on_each_database(|test| {
        let (triager, manager) = (a_triager(test), a_member(test, "Max Manager", Role::Manager));
        let reference = filed(test, a_referral());
        erase(test, manager, &reference, by_request()).unwrap();
        for status in Status::ALL {
            let filter = Filter::all(std::slice::from_ref(status));
            let page = test.write(move |conn, vault| referrals::queue(conn, vault, triager, &filter, None, 9)).unwrap();
            assert!(page.rows.is_empty(), "{status:?}");
        }
        let counts = test.db.read(|conn| referrals::counts(conn, triager)).unwrap();
        assert_eq!(Status::ALL.iter().map(|status| counts.of_status(*status)).sum::<i64>(), 0);
        assert_eq!(counts.of(Status::Received, Band::Standard), 0);
        let named = reference.clone();
        let decided = test.write(move |conn, vault| {
            let ask = Decision::Ask { what: "which ward?".into() };
            referrals::decide_issue(conn, vault, triager, (&named, 2, 1), &ask, now())
        });
        assert_eq!(decided, Err(Error::Conflict));
        let (named, until) = (reference.clone(), now() + TimeDelta::days(9));
        let invited = test.write(move |conn, vault| feedback::invite(conn, vault, triager, &named, (now(), until)));
        assert_eq!(invited.map(drop), Err(Error::NotFound));
        let held = test.write(move |conn, vault| person::hold(conn, vault, manager, (&reference, true), "why", now()));
        assert_eq!(held, Err(Error::Conflict));
    });
}

#[test]
fn nothing_of_an_erased_person_is_left_on_the_disk() {
    let test = TestDb::sqlite();
    let (triager, manager) = (a_triager(&test), a_member(&test, "Max Manager", Role::Manager));
    let reference = with_everything(&test, triager);
    let other = filed(&test, a_referral());
    tidy(&test.url).unwrap();
    let before = everything_sealed(&test);
    let bytes = every_byte(&test);
    // A long value is cut into pages, so its beginning stands for it: key, nonce and the first sealed bytes.
    let beginning = |sealed: &Vec<u8>| sealed[..sealed.len().min(60)].to_vec();
    assert!(before.iter().all(|sealed| holds(&bytes, &beginning(sealed))), "they were there");
    erase(&test, manager, &reference, by_request()).unwrap();
    erase(&test, manager, &other, by_request()).unwrap();
    tidy(&test.url).unwrap();
    let bytes = every_byte(&test);
    let left = before.iter().filter(|sealed| holds(&bytes, &beginning(sealed))).count();
    assert_eq!(left, 0, "of {}", before.len());
}

#[test]
fn a_log_that_could_not_be_cut_is_told_and_cut_the_next_time() {
    let test = TestDb::sqlite();
    let manager = a_member(&test, "Max Manager", Role::Manager);
    let reference = filed(&test, a_referral());
    let beginning = everything_in(&test, "SELECT answers AS sealed FROM referrals")[0][..60].to_vec();
    let reads = test.url.clone();
    let (begun, has_begun) = std::sync::mpsc::channel();
    let (end, ends) = std::sync::mpsc::channel::<()>();
    let reader = std::thread::spawn(move || {
        let db = Db::open(&reads, 1).unwrap();
        db.read(|conn| {
            diesel::sql_query("SELECT count(*) AS n FROM referrals").get_result::<Number>(conn)?;
            begun.send(()).unwrap();
            ends.recv().unwrap();
            Ok(())
        })
    });
    has_begun.recv().unwrap();
    erase(&test, manager, &reference, by_request()).unwrap();
    assert_eq!(tidy(&test.url), Err(Error::Busy));
    assert!(holds(&every_byte(&test), &beginning), "it is still there, sealed");
    end.send(()).unwrap();
    reader.join().unwrap().unwrap();
    assert_eq!(tidy(&test.url), Ok(()));
    assert!(!holds(&every_byte(&test), &beginning));
}

#[test]
fn postgres_keeps_no_row_of_an_erased_person_once_it_was_tidied() {
    let Some(server) = crate::postgres() else { return };
    let test = TestDb::postgres(&server);
    let (triager, manager) = (a_triager(&test), a_member(&test, "Max Manager", Role::Manager));
    let reference = with_everything(&test, triager);
    let before = everything_sealed(&test);
    erase(&test, manager, &reference, by_request()).unwrap();
    // What VACUUM itself reports when it is done.
    let told = |what: &str| {
        test.number(&format!(
            "SELECT CAST(coalesce(sum({what}), 0) AS BIGINT) AS n FROM pg_stat_user_tables \
             WHERE schemaname = current_schema() AND relname IN ('people', 'people_index', 'referrals', 'issue_dates', \
             'events', 'call_backs', 'outbox', 'invitations', 'feedback', 'drafts', 'sessions')"
        ))
    };
    assert_eq!(told("vacuum_count"), 0);
    tidy(&test.url).unwrap();
    assert_eq!(told("CASE WHEN vacuum_count = 1 THEN 1 END"), 11, "every table that holds what is destroyed");
    // A row that another transaction on this server may still see goes the next time.
    let begun = std::time::Instant::now();
    while told("n_dead_tup") > 0 {
        assert!(begun.elapsed().as_secs() < 30, "what is dead is cleared away: {}", told("n_dead_tup"));
        std::thread::sleep(std::time::Duration::from_millis(200));
        tidy(&test.url).unwrap();
    }
    for table in ["people", "people_index", "referrals", "events", "outbox", "invitations", "feedback"] {
        for sealed in &before {
            let hex = data_encoding::HEXLOWER.encode(sealed);
            let sql = format!("SELECT count(*) AS n FROM {table} WHERE CAST({table}.* AS TEXT) LIKE '%{hex}%'");
            assert_eq!(test.number(&sql), 0, "{table}");
        }
    }
}

#[test]
fn by_time_one_referral_goes_and_the_person_stays_while_another_stands() {
    on_each_database(|test| {
        let old = with_everything(test, a_triager(test));
        let young = filed(test, a_referral());
        // No page does this. Were they ever kept as one person's, this is what follows.
        test.meddle("UPDATE referrals SET person_id = (SELECT min(id) FROM people)").unwrap();
        let by_time = || Erasure::over(now());
        let erased = erase(test, SYSTEM, &old, by_time()).unwrap();
        assert_eq!(erased, Erased { references: vec![old.clone()], person: false });
        assert!(test.number("SELECT count(*) AS n FROM people_index") > 0);
        assert_eq!(test.number("SELECT count(*) AS n FROM feedback"), 1, "feedback has its own time");
        assert_eq!(test.number("SELECT count(*) AS n FROM feedback WHERE invitation_id IS NOT NULL"), 0);
        let erased = erase(test, SYSTEM, &young, by_request()).unwrap();
        assert_eq!(erased, Erased { references: vec![young], person: true });
        assert_eq!(test.number("SELECT count(*) AS n FROM people_index WHERE person_id = 1"), 0);
    });
}

#[test]
fn by_request_every_referral_of_the_person_goes_and_a_reason_is_needed() {
    on_each_database(|test| {
        let (triager, manager) = (a_triager(test), a_member(test, "Max Manager", Role::Manager));
        let administrator = a_member(test, "Ada Admin", Role::Administrator);
        let (one, two) = (filed(test, a_referral()), filed(test, a_referral()));
        test.meddle("UPDATE referrals SET person_id = (SELECT min(id) FROM people)").unwrap();
        for actor in [VISITOR, triager, administrator] {
            assert_eq!(erase(test, actor, &one, by_request()), Err(Error::Forbidden), "{actor:?}");
        }
        let blank = Erasure { why: " ".into(), ..by_request() };
        assert_eq!(erase(test, manager, &one, blank), Err(Error::Broken(Fault::Rule)));
        let erased = erase(test, manager, &two, by_request()).unwrap();
        assert_eq!(erased, Erased { references: vec![one, two], person: true });
    });
}

#[test]
fn what_is_held_or_touched_between_the_look_and_the_erasing_stays() {
    on_each_database(|test| {
        let manager = a_member(test, "Max Manager", Role::Manager);
        let reference = filed(test, a_referral());
        let hold = |held| {
            let named = reference.clone();
            test.write(move |conn, vault| person::hold(conn, vault, manager, (&named, held), "a court case", now()))
        };
        hold(true).unwrap();
        for (actor, erasure) in [(SYSTEM, Erasure::over(now())), (manager, by_request())] {
            assert_eq!(erase(test, actor, &reference, erasure), Err(Error::Conflict));
        }
        hold(false).unwrap();
        let seen = now() - TimeDelta::days(1);
        assert_eq!(erase(test, SYSTEM, &reference, Erasure::over(seen)), Err(Error::Conflict), "it was opened since");
        assert!(test.number("SELECT count(*) AS n FROM people_index") > 0);
        hold(true).unwrap();
        let despite = Erasure { set_aside: vec!["held"], ..by_request() };
        assert!(erase(test, manager, &reference, despite).is_ok(), "a manager may decide so");
        let again = erase(test, SYSTEM, &filed(test, a_referral()), Erasure::over(now()));
        assert!(again.is_ok(), "{again:?}");
    });
}

#[test]
fn what_is_too_old_is_found_and_what_is_held_waits_or_is_in_use_is_not() {
    on_each_database(|test| {
        let (triager, manager) = (a_triager(test), a_member(test, "Max Manager", Role::Manager));
        let (then, later) = (now(), now() + TimeDelta::days(400));
        let file = || filed(test, NewReferral { received_at: then, ..a_referral() });
        let decline = || Decision::Decline { reason: "has an advocate".into() };
        let accept = || Decision::Accept { line: "imca".into(), note: String::new() };
        let (declined, accepted, waiting, held, in_use) = (file(), file(), file(), file(), file());
        for reference in [&declined, &held] {
            decide(test, triager, reference, 1, decline(), then);
        }
        for reference in [&accepted, &in_use] {
            decide(test, triager, reference, 1, accept(), then);
        }
        let named = in_use.clone();
        test.write(move |conn, vault| referrals::load(conn, vault, triager, &named, later).map(drop)).unwrap();
        let named = held.clone();
        test.write(move |conn, vault| person::hold(conn, vault, manager, (&named, true), "a complaint", then)).unwrap();
        let due = |after| {
            let due = Due { ended_before: later, untouched_since: later };
            let found = test.write(move |conn, vault| person::due(conn, vault, SYSTEM, due, (after, 1))).unwrap();
            found.into_iter().map(|case| (case.id, case.reference)).collect::<Vec<_>>()
        };
        let first = due(0);
        let second = due(first[0].0);
        assert_eq!((&first[0].1, &second[0].1), (&declined, &accepted), "a row at a time");
        assert!(due(second[0].0).is_empty());
        let named = held.clone();
        test.write(move |conn, vault| person::hold(conn, vault, manager, (&named, false), "settled", later)).unwrap();
        assert_eq!(due(second[0].0).len(), 1);
        // A decision that is changed begins again.
        decide(test, triager, &declined, 2, accept(), later);
        assert!(due(0).iter().all(|(_, reference)| *reference != declined));
        assert_ne!(waiting, declined);
    });
}

#[test]
fn feedback_and_codes_go_when_their_time_is_over_and_one_instance_sweeps_a_day() {
    on_each_database(|test| {
        with_everything(test, a_triager(test));
        let sweep = |at: DateTime<Utc>, before: DateTime<Utc>| {
            test.write(move |conn, _| retention::sweep(conn, SYSTEM, before, at)).unwrap()
        };
        let swept = sweep(now() + TimeDelta::days(91), now());
        assert_eq!((swept.feedback, swept.invitations), (0, 0), "a code stays while its feedback does");
        let swept = sweep(now() + TimeDelta::days(1100), now() + TimeDelta::days(1));
        assert_eq!((swept.feedback, swept.invitations), (1, 1));
        let day = now().date_naive();
        let claim = |day| test.write(move |conn, _| retention::claim_day(conn, SYSTEM, day)).unwrap();
        let claimed: Vec<Turn> = std::thread::scope(|scope| {
            let instances: Vec<_> = (0..4).map(|_| scope.spawn(|| claim(day))).collect();
            instances.into_iter().map(|instance| instance.join().unwrap()).collect()
        });
        assert_eq!(claimed.iter().filter(|turn| **turn == Turn::Ours).count(), 1, "{claimed:?}");
        assert_eq!(claimed.iter().filter(|turn| **turn == Turn::Taken).count(), 3, "{claimed:?}");
        let in_days = |days| day + TimeDelta::days(days);
        assert_eq!(claim(in_days(1)), Turn::Ours);
        assert_eq!(claim(day), Turn::Taken, "a machine that is still in yesterday");
    });
}

#[test]
fn a_clock_that_leaps_for_a_day_has_nothing_destroyed() {
    on_each_database(|test| {
        let claim = |days| {
            let day = now().date_naive() + TimeDelta::days(days);
            test.write(move |conn, _| retention::claim_day(conn, SYSTEM, day)).unwrap()
        };
        let days = [0, 1, 3650, 3650, 2, 3, 43, 3650, 3651, 3690];
        let turns = [
            Turn::Ours,
            Turn::Ours,
            Turn::Nobodys,
            Turn::Taken,
            Turn::Nobodys, // put right again
            Turn::Ours,
            Turn::Ours,
            Turn::Nobodys, // a portal that lay still for years
            Turn::Ours,
            Turn::Ours,
        ];
        assert_eq!(days.map(claim), turns);
    });
}

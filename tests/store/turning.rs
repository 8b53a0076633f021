//! Turning the key: afterwards nothing is sealed with the old one, everything is read and found, and codes still open.

use alongside::form::Voice;
use alongside::ids::{Reference, SubmissionKey};
use alongside::permission::Actor;
use alongside::store::drafts::{self, NewDraft};
use alongside::store::events::{Words, verify_chain};
use alongside::store::referrals::{self, NewReferral, Reassessed, decide_issue, refresh};
use alongside::store::reseal::{Left, Part, RowLeft, knows_codes, left, note_turned, reseal, rows_left, was_turned};
use alongside::store::throttle::Throttle;
use alongside::store::{AnyConnection, Error, Fault, Result, cookie_key, feedback, keys_belong, sessions, staff};
use alongside::triage::life::{Channel, Decision};
use alongside::vault::keys::Keys;
use alongside::vault::{Plain, Vault};
use alongside::work::rotation::{self, Turned};
use chrono::TimeDelta;
use diesel::RunQueryDsl;
use serde_json::json;
use std::time::Duration;

use super::{Number, SYSTEM, TestDb, VISITOR, a_member, a_referral, a_triager, filed, now, on_each_database};

/// Writes with another vault than the one the database began with.
fn with<T: Send + 'static>(
    test: &TestDb,
    vault: &Vault,
    job: impl FnOnce(&mut AnyConnection, &Vault) -> Result<T> + Send + 'static,
) -> Result<T> {
    let vault = vault.clone();
    test.db.write(move |conn| job(conn, &vault))
}

/// Every table has something sealed in it. The key of the sending, the way back to a draft, and a code for feedback.
fn filled(test: &TestDb) -> (Actor, Reference, SubmissionKey, alongside::ids::ReturnCode) {
    let triager = a_triager(test);
    let key = SubmissionKey::random().unwrap();
    let reference = filed(test, NewReferral { submission_key: key.clone(), ..a_referral() });
    for _ in 0..120 {
        filed(test, a_referral());
    }
    let named = reference.clone();
    test.write(move |conn, vault| {
        let ask = Decision::Ask { what: "which ward?".into() };
        decide_issue(conn, vault, triager, (&named, 1, 1), &ask, now()).map(drop)
    })
    .unwrap();
    let named = reference.clone();
    let until = now() + TimeDelta::days(90);
    let code = test.write(move |conn, vault| feedback::invite(conn, vault, triager, &named, (now(), until))).unwrap();
    test.write(move |conn, vault| {
        let sent = SubmissionKey::random().unwrap();
        feedback::give(conn, vault, VISITOR, (&sent, Some(&code)), &json!({"best": "tea"}), now())
    })
    .unwrap();
    let id = triager.staff_id();
    test.write(move |conn, vault| sessions::create(conn, vault, VISITOR, id, &json!({"a": "b"}), now())).unwrap();
    test.write(keys_belong).unwrap();
    test.write(cookie_key).unwrap();
    let way_back = test
        .write(|conn, vault| {
            let expires_at = now() + TimeDelta::days(7);
            let new = NewDraft { voice: Voice::Myself, channel: Channel::Web, body: &json!({"a": ["b"]}), expires_at };
            let token = drafts::create(conn, vault, VISITOR, &new, now())?;
            drafts::set_way_back(conn, vault, VISITOR, &token, "teapot")
        })
        .unwrap();
    (triager, reference, key, way_back)
}

fn turned(test: &TestDb, vault: &Vault) -> Turned {
    rotation::turn(&test.db, vault, Duration::ZERO).unwrap()
}

#[test]
fn after_turning_nothing_is_sealed_with_the_old_key_and_everything_is_read_and_found() {
    on_each_database(|test| {
        let (triager, reference, key, way_back) = filled(test);
        let cookie = test.write(cookie_key).unwrap();
        let first = with(test, &test.vault, {
            let new = NewReferral { submission_key: key.clone(), ..a_referral() };
            move |conn, vault| referrals::file(conn, vault, VISITOR, &new)
        })
        .unwrap();
        let keys = test.keys.with_new_key().unwrap();
        let new = Vault::new(&keys);
        let before = rotation::left(&test.db, &new).unwrap();
        assert!(before.sealed > 6 * 121 && before.indexed > 2 * 121, "{before:?}");
        let done = turned(test, &new);
        assert_eq!((done.left, done.broken), (Left::default(), 0), "{done:?}");
        assert!(done.resealed > 3 * 121, "{done:?}");
        assert_eq!(turned(test, &new), Turned::default(), "a second time there is nothing to do");

        assert!(rotation::knows_codes(&test.db, 1).unwrap());
        let alone = Vault::new(&Keys::parse(&keys.retired(1, true).to_text()).unwrap());
        with(test, &alone, keys_belong).unwrap();
        assert_eq!(with(test, &alone, cookie_key).unwrap(), cookie, "no browser loses its session");
        let named = reference.clone();
        let read = with(test, &alone, move |conn, vault| referrals::load(conn, vault, triager, &named, now())).unwrap();
        assert_eq!(read.person["name"], "Marjorie Quillfeather");
        assert_eq!(Plain::of(&read.answers), a_referral().answers);
        assert!(read.events.iter().any(|event| event.words == Words::Said("which ward?".into())));
        assert_eq!(with(test, &alone, move |conn, vault| verify_chain(conn, vault, SYSTEM, &reference)), Ok(4));
        let found = with(test, &alone, |conn, vault| staff::find_to_sign_in(conn, vault, VISITOR, "TESS TRIAGER"));
        assert!(found.unwrap().is_some());
        let index = alone.index("person-name", "marjorie quillfeather").unwrap();
        let hex = data_encoding::HEXLOWER.encode(&index);
        let same = if test.is_sqlite() { format!("value = x'{hex}'") } else { format!("value = '\\x{hex}'::bytea") };
        assert_eq!(test.number(&format!("SELECT count(*) AS n FROM people_index WHERE {same}")), 121);
        let again = NewReferral { submission_key: key, ..a_referral() };
        let again = with(test, &alone, move |conn, vault| referrals::file(conn, vault, VISITOR, &again)).unwrap();
        assert!(!again.first && again.receipt == first.receipt, "a second click still finds the first");
        let throttle = Throttle { most: 5, wait: TimeDelta::minutes(1) };
        let back = with(test, &alone, move |conn, vault| {
            drafts::bring_back(conn, vault, VISITOR, (&way_back, "teapot"), throttle, now())
        });
        assert!(back.unwrap().is_some(), "a way back on paper still leads back");
        let mails = with(test, &alone, |conn, vault| {
            alongside::store::outbox::claim(conn, vault, SYSTEM, (500, TimeDelta::minutes(5)), now())
        });
        assert_eq!(mails.unwrap().len(), 121);
    });
}

fn row(part: Part, name: &str) -> RowLeft {
    RowLeft { part, name: name.to_owned() }
}

#[test]
fn what_was_tampered_with_is_left_as_it_is_and_named() {
    on_each_database(|test| {
        let (_, reference, ..) = filled(test);
        let of = format!("(SELECT id FROM referrals WHERE reference = '{}')", reference.letters());
        assert!(
            test.meddle(&format!("UPDATE events SET happened_at = 5 WHERE referral_id = {of} AND seq = 1")).unwrap()
                == 1
        );
        test.meddle("UPDATE feedback SET row_name = 'another row'").unwrap();
        let new = Vault::new(&test.keys.with_new_key().unwrap());
        assert!(!rotation::was_turned(&test.db, 2).unwrap());
        let done = turned(test, &new);
        assert_eq!(done.broken, 2);
        assert_eq!((done.left.sealed, done.left.indexed), (1, 4), "the feedback; three events and their head");
        let rows = rotation::rows_left(&test.db, &new).unwrap();
        assert_eq!(rows, [row(Part::Histories, &reference.shown()), row(Part::Feedback, "1")]);
        assert!(rotation::was_turned(&test.db, 2).unwrap() && !rotation::was_turned(&test.db, 3).unwrap());
        let named = reference.clone();
        let verified = with(test, &new, move |conn, vault| verify_chain(conn, vault, SYSTEM, &named));
        assert_eq!(verified, Err(Error::Broken(Fault::Chain)), "it is not made to look whole");
    });
}

#[test]
fn a_broken_value_takes_nothing_with_it_when_the_older_key_goes() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let [why, history, cut, renamed] = std::array::from_fn(|_| filed(test, a_referral()));
        let named = history.clone();
        test.write(move |conn, vault| {
            let ask = Decision::Ask { what: "which ward?".into() };
            decide_issue(conn, vault, triager, (&named, 1, 1), &ask, now()).map(drop)
        })
        .unwrap();
        let of =
            |reference: &Reference| format!("(SELECT id FROM referrals WHERE reference = '{}')", reference.letters());
        let swapped = format!("UPDATE referrals SET why = assessment WHERE id = {}", of(&why));
        let changed = format!("UPDATE events SET happened_at = 5 WHERE seq = 1 AND referral_id = {}", of(&history));
        let emptied = if test.is_sqlite() { "x''" } else { "'\\x'" };
        let taken = format!("DELETE FROM events WHERE referral_id = {}", of(&cut));
        let head = format!("UPDATE referrals SET events_count = 0, events_head = {emptied} WHERE id = {}", of(&cut));
        let letters = format!("UPDATE referrals SET reference = '!!!!!!!!' WHERE id = {}", of(&renamed));
        for sql in [swapped, changed, taken, head, letters] {
            assert_eq!(test.meddle(&sql).unwrap(), 1, "{sql}");
        }
        let keys = test.keys.with_new_key().unwrap();
        let done = turned(test, &Vault::new(&keys));
        assert_eq!(done.broken, 4, "what was emptied needs no key: {done:?}");
        let rows = rotation::rows_left(&test.db, &Vault::new(&keys)).unwrap();
        let named = [
            row(Part::Referrals, &why.shown()),
            row(Part::Referrals, "!!!!!!!!"),
            row(Part::Histories, &history.shown()),
            row(Part::Histories, "!!!!!!!!"),
        ];
        assert_eq!(rows, named);

        let alone = Vault::new(&Keys::parse(&keys.retired(1, true).to_text()).unwrap());
        for (reference, whole) in [(why, true), (history, false), (cut, false)] {
            let read = with(test, &alone, move |conn, vault| referrals::load(conn, vault, triager, &reference, now()));
            let read = read.unwrap();
            assert_eq!(Plain::of(&read.answers), a_referral().answers);
            assert_eq!(read.history_whole, whole, "{}", read.reference);
        }
    });
}

#[test]
fn what_changes_while_it_is_sealed_anew_is_not_written_over() {
    let Some(server) = crate::postgres() else { return };
    let test = TestDb::postgres(&server);
    let reference = filed(&test, a_referral());
    let new = Vault::new(&test.keys.with_new_key().unwrap());
    let waiting = |pid: i64| {
        test.number(&format!("SELECT count(*) AS n FROM pg_stat_activity WHERE {pid} = ANY (pg_blocking_pids(pid))"))
    };
    std::thread::scope(|scope| {
        let (holds, held) = std::sync::mpsc::channel();
        let (goes, go) = std::sync::mpsc::channel();
        let (vault, named) = (new.clone(), reference.clone());
        // The hourly sweep says anew what has grown old. Its row is written, and not yet committed.
        let sweep = scope.spawn(|| {
            test.db.write(move |conn| {
                refresh(conn, &vault, SYSTEM, (&named, 1), &refreshed(), now())?;
                let pid: Number = diesel::sql_query("SELECT CAST(pg_backend_pid() AS BIGINT) AS n").get_result(conn)?;
                holds.send(pid.n).unwrap();
                go.recv().unwrap();
                Ok(())
            })
        });
        let pid = held.recv().unwrap();
        // The turning has read the row as it was, and waits for it.
        let vault = new.clone();
        let turn =
            scope.spawn(|| test.db.write(move |conn| reseal(conn, &vault, SYSTEM, Part::Referrals, (0, 9)).map(drop)));
        while waiting(pid) == 0 {
            std::thread::sleep(Duration::from_millis(10));
        }
        goes.send(()).unwrap();
        sweep.join().unwrap().unwrap();
        turn.join().unwrap().unwrap();
    });
    let stands = |vault: &Vault| {
        with(&test, vault, |conn, vault| referrals::for_assessment(conn, vault, SYSTEM, 0, 9)).unwrap().referrals
    };
    assert_eq!(stands(&new)[0].assessment, refreshed().assessment, "what the sweep wrote is there");
    assert_eq!(turned(&test, &new).left, Left::default(), "the answers are taken the next time");
    assert_eq!(stands(&new)[0].assessment, refreshed().assessment);
}

/// What a referral comes to when only what is said of it is new.
fn refreshed() -> Reassessed {
    let stood = a_referral();
    Reassessed {
        band: stood.band,
        computed_band: stood.band,
        overridden: false,
        lapsed: None,
        points: stood.points,
        contact_by: stood.contact_by,
        rank: stood.rank,
        emergency: false,
        gaps: stood.gaps,
        assessment: json!({"reasons": ["a move in 7 working days"]}),
        why: vec!["a move in 7 working days".into()],
        issues: Vec::new(),
        mails: Vec::new(),
    }
}

#[test]
fn nobody_but_the_portal_itself_turns_the_key() {
    on_each_database(|test| {
        let manager = a_member(test, "Max Manager", alongside::permission::Role::Manager);
        for actor in [VISITOR, manager] {
            let refused = test.write(move |conn, vault| reseal(conn, vault, actor, Part::People, (0, 1)).map(drop));
            assert_eq!(refused, Err(Error::Forbidden));
            assert_eq!(test.write(move |conn, vault| left(conn, vault, actor).map(drop)), Err(Error::Forbidden));
            assert_eq!(test.write(move |conn, _| knows_codes(conn, actor, 1).map(drop)), Err(Error::Forbidden));
            assert_eq!(test.write(move |conn, vault| rows_left(conn, vault, actor).map(drop)), Err(Error::Forbidden));
            assert_eq!(test.write(move |conn, _| note_turned(conn, actor, 2)), Err(Error::Forbidden));
            assert_eq!(test.write(move |conn, _| was_turned(conn, actor, 2).map(drop)), Err(Error::Forbidden));
        }
    });
}

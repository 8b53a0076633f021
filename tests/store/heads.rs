//! What is put back with the database's own rights leaves everything verified, and is found beside a note from before.

use alongside::permission::Actor;
use alongside::store::Error;
use alongside::store::heads::{Head, Since, heads, since};
use alongside::store::referrals::decide_issue;
use alongside::store::verify::verify;
use alongside::triage::life::Decision;
use alongside::vault::Place;
use diesel::RunQueryDsl;
use diesel::sql_types::{Binary, Text};
use serde_json::json;

use super::{SYSTEM, TestDb, a_referral, a_triager, filed, now, on_each_database};

fn noted(test: &TestDb) -> Vec<Head> {
    test.db.read(|conn| heads(conn, &test.vault, SYSTEM, (0, 9))).unwrap().0
}

fn found(test: &TestDb, noted: &Head) -> Option<Since> {
    assert_eq!(test.db.read(|conn| verify(conn, &test.vault, SYSTEM, (0, 9))).unwrap().faults, [], "all looks whole");
    test.db.read(|conn| since(conn, &test.vault, SYSTEM, noted)).unwrap()
}

/// Puts other answers in place, sealed with the key as the portal once did.
fn replace_answers(test: &TestDb, letters: &str) {
    let place = Place { table: "referrals", column: "answers", row: letters };
    let sealed = test.vault.seal_json(place, &json!({"issue": "as it was before"})).unwrap();
    let sql = if test.is_sqlite() {
        "UPDATE referrals SET answers = ? WHERE reference = ?"
    } else {
        "UPDATE referrals SET answers = $1 WHERE reference = $2"
    };
    let change = diesel::sql_query(sql).bind::<Binary, _>(sealed).bind::<Text, _>(letters.to_owned());
    assert_eq!(test.db.write(move |conn| Ok(change.execute(conn)?)), Ok(1));
}

#[test]
fn what_was_put_back_is_found_and_what_has_grown_is_not() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let reference = filed(test, a_referral());
        let early = noted(test).remove(0);
        let named = reference.clone();
        test.write(move |conn, vault| {
            let ask = Decision::Ask { what: "which ward?".into() };
            decide_issue(conn, vault, triager, (&named, 1, 1), &ask, now()).map(drop)
        })
        .unwrap();
        let late = noted(test).remove(0);
        assert_eq!((early.events, late.events), (1, 2));
        assert_eq!((found(test, &early), found(test, &late)), (None, None));

        replace_answers(test, reference.letters());
        assert_eq!((found(test, &early), found(test, &late)), (Some(Since::Answers), Some(Since::Answers)));

        test.meddle("DELETE FROM events WHERE seq = 2").unwrap();
        test.meddle("UPDATE referrals SET events_count = 1, events_head = (SELECT hash FROM events)").unwrap();
        assert_eq!(found(test, &late), Some(Since::Older));

        test.meddle("DELETE FROM referrals").unwrap();
        assert_eq!(found(test, &late), Some(Since::Gone));
    });
}

#[test]
fn what_is_damaged_is_not_noted_and_who_may_not_verify_notes_nothing() {
    on_each_database(|test| {
        let whole = filed(test, a_referral());
        filed(test, a_referral());
        filed(test, a_referral());
        test.meddle("UPDATE events SET happened_at = 5 WHERE referral_id = 2").unwrap();
        test.meddle("UPDATE referrals SET answers = record WHERE id = 3").unwrap();
        let all = noted(test);
        assert_eq!(all.iter().map(|head| &head.reference).collect::<Vec<_>>(), [&whole]);
        let refused = test.db.read(|conn| heads(conn, &test.vault, Actor::Visitor, (0, 9)).map(drop));
        assert_eq!(refused, Err(Error::Forbidden));
        let refused = test.db.read(|conn| since(conn, &test.vault, Actor::Visitor, &all[0]).map(drop));
        assert_eq!(refused, Err(Error::Forbidden));
    });
}

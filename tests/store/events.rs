//! The history of a referral: nothing in it can be changed unseen, and its words can still be erased.

use alongside::ids::Reference;
use alongside::permission::Actor;
use alongside::store::events::{Words, Wrong, verify_chain};
use alongside::store::referrals::{self, decide_issue};
use alongside::store::verify::{Fault as VerifyFault, Part, Verified, verify};
use alongside::store::{AnyConnection, Error, Fault, Result};
use alongside::triage::life::Decision;
use alongside::vault::Vault;

use super::{SYSTEM, TestDb, a_referral, a_triager, filed, now, on_each_database};

/// A referral with three events, the second and third with words.
fn with_history(test: &TestDb) -> Reference {
    let triager = a_triager(test);
    let reference = filed(test, a_referral());
    for version in [1, 2] {
        let reference = reference.clone();
        test.write(move |conn, vault| {
            let ask = Decision::Ask { what: "which ward is Quillfeather on?".into() };
            decide_issue(conn, vault, triager, (&reference, version, 1), &ask, now())
        })
        .unwrap();
    }
    reference
}

fn verified(test: &TestDb, reference: &Reference) -> Result<i64> {
    let reference = reference.clone();
    test.write(move |conn, vault| verify_chain(conn, vault, SYSTEM, &reference))
}

#[test]
fn an_honest_history_verifies() {
    on_each_database(|test| {
        let reference = with_history(test);
        assert_eq!(verified(test, &reference), Ok(3));
    });
}

#[test]
fn every_kind_of_tampering_is_found() {
    let broken = Err(Error::Broken(Fault::Chain));
    for meddling in [
        "UPDATE events SET happened_at = happened_at - 60 WHERE seq = 2",
        "UPDATE events SET detail = 'open>declined' WHERE seq = 2",
        "UPDATE events SET kind = 'viewed' WHERE seq = 1",
        "UPDATE events SET commitment = (SELECT commitment FROM events WHERE seq = 3) WHERE seq = 2",
        "UPDATE events SET words = (SELECT words FROM events WHERE seq = 3) WHERE seq = 2",
        "UPDATE events SET issue_id = NULL WHERE seq = 3",
        "DELETE FROM events WHERE seq = 2",
        "DELETE FROM events WHERE seq = 3",
        "UPDATE referrals SET events_count = 2",
        "UPDATE referrals SET events_head = (SELECT hash FROM events WHERE seq = 1)",
    ] {
        on_each_database(|test| {
            let reference = with_history(test);
            let found = test.db.read(|conn| verify(conn, &test.vault, SYSTEM, (0, 9))).unwrap();
            let whole = Verified { last: Some(1), referrals: 1, events: 3, faults: Vec::new() };
            assert_eq!(found, whole);
            assert!(test.meddle(meddling).unwrap() > 0);
            assert_eq!(verified(test, &reference), broken, "{meddling}");
            let found = test.db.read(|conn| verify(conn, &test.vault, SYSTEM, (0, 9))).unwrap();
            let [(named, VerifyFault::History(_))] = &found.faults[..] else { panic!("{meddling}: {found:?}") };
            assert_eq!(*named, reference.shown());
        });
    }
}

#[test]
fn a_history_that_was_taken_away_and_begun_anew_is_found() {
    on_each_database(|test| {
        let reference = with_history(test);
        let emptied = if test.is_sqlite() { "x''" } else { "'\\x'" };
        test.meddle("DELETE FROM events").unwrap();
        test.meddle(&format!("UPDATE referrals SET events_count = 0, events_head = {emptied}")).unwrap();
        assert_eq!(verified(test, &reference), Err(Error::Broken(Fault::Chain)), "there is always a first");
        let triager = super::a_member(test, "Second Reader", alongside::permission::Role::Triage);
        let named = reference.clone();
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &named, now())).unwrap();
        assert!(!read.history_whole && read.events.len() == 1);
        assert_eq!(verified(test, &reference), Err(Error::Broken(Fault::Chain)), "the first is the sending");
    });
}

#[test]
fn opening_a_referral_tells_whether_its_history_is_whole() {
    on_each_database(|test| {
        let reference = with_history(test);
        let triager = super::a_member(test, "Second Reader", alongside::permission::Role::Triage);
        let whole = || {
            let named = reference.clone();
            let load =
                move |conn: &mut AnyConnection, vault: &Vault| referrals::load(conn, vault, triager, &named, now());
            test.write(load).unwrap().history_whole
        };
        assert!(whole());
        test.meddle("UPDATE events SET words = NULL WHERE seq = 2").unwrap();
        assert!(whole(), "erased words are no fault");
        test.meddle("UPDATE events SET detail = 'open>declined' WHERE seq = 2").unwrap();
        assert!(!whole(), "it is shown, and told");
    });
}

#[test]
fn each_referral_is_verified_and_what_is_wrong_is_named() {
    on_each_database(|test| {
        let references: Vec<_> = (0..5).map(|_| filed(test, a_referral()).shown()).collect();
        assert!(test.meddle("UPDATE referrals SET answers = record WHERE id = 2").unwrap() == 1);
        assert!(test.meddle("UPDATE people SET row_name = 'another' WHERE id = 3").unwrap() == 1);
        assert!(test.meddle("UPDATE events SET happened_at = 5 WHERE referral_id = 4").unwrap() == 1);
        assert!(test.meddle("UPDATE referrals SET reference = '!!!!!!!!' WHERE id = 5").unwrap() == 1);
        let look = |after| test.db.read(|conn| verify(conn, &test.vault, SYSTEM, (after, 3))).unwrap();
        let (first, second) = (look(0), look(3));
        assert_eq!((first.last, first.referrals, first.events), (Some(3), 3, 3));
        let faults = [
            (references[1].clone(), VerifyFault::Sealed(Part::Answers)),
            (references[2].clone(), VerifyFault::Sealed(Part::Person)),
        ];
        assert_eq!(first.faults, faults);
        assert_eq!((second.last, second.referrals, second.events), (Some(5), 2, 0));
        let faults = [
            (references[3].clone(), VerifyFault::History(Wrong::Event(1))),
            ("!!!!!!!!".to_owned(), VerifyFault::Reference),
        ];
        assert_eq!(second.faults, faults);
        assert_eq!(look(5), Verified::default());
        let refused = test.db.read(|conn| verify(conn, &test.vault, Actor::Visitor, (0, 3)).map(drop));
        assert_eq!(refused, Err(Error::Forbidden));
    });
}

#[test]
fn erased_words_leave_a_history_that_verifies() {
    on_each_database(|test| {
        let reference = with_history(test);
        test.meddle("UPDATE events SET words = NULL WHERE seq = 2").unwrap();
        assert_eq!(verified(test, &reference), Ok(3));
        let triager = super::a_member(test, "Second Reader", alongside::permission::Role::Triage);
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &reference, now())).unwrap();
        assert!(read.events[0].words == Words::Nothing);
        assert!(read.events[1].words == Words::Erased);
        assert!(matches!(&read.events[2].words, Words::Said(words) if words.starts_with("which ward")));
    });
}

#[test]
fn many_readers_at_once_are_all_written_down() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let reference = filed(test, a_referral());
        std::thread::scope(|scope| {
            for _ in 0..16 {
                let reference = reference.clone();
                scope.spawn(move || {
                    test.write(move |conn, vault| referrals::load(conn, vault, triager, &reference, now()).map(drop))
                        .unwrap();
                });
            }
        });
        assert_eq!(verified(test, &reference), Ok(17));
    });
}

//! The history of a referral: nothing in it can be changed unseen, and its words can still be erased.

use alongside::ids::Reference;
use alongside::store::events::{Words, verify_chain};
use alongside::store::referrals::{self, decide_issue};
use alongside::store::{Error, Fault, Result};
use alongside::triage::life::Decision;

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
            assert!(test.meddle(meddling).unwrap() > 0);
            assert_eq!(verified(test, &reference), broken, "{meddling}");
        });
    }
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

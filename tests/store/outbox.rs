//! Mail goes once, whoever sends it, and leaves nothing behind.

use std::collections::HashSet;
use std::sync::Mutex;

use alongside::store::Error;
use alongside::store::outbox;
use alongside::store::referrals::NewReferral;
use chrono::TimeDelta;

use super::{SYSTEM, TestDb, VISITOR, a_referral, filed, now, on_each_database};

fn claim(test: &TestDb, most: u32, at: chrono::DateTime<chrono::Utc>) -> Vec<outbox::Claimed> {
    test.write(move |conn, vault| outbox::claim(conn, vault, SYSTEM, (most, TimeDelta::minutes(5)), at)).unwrap()
}

#[test]
fn four_workers_never_claim_one_mail_twice() {
    on_each_database(|test| {
        let mail = a_referral().mails.remove(0);
        filed(test, NewReferral { mails: vec![mail; 60], ..a_referral() });
        let claimed = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    loop {
                        let mails = claim(test, 3, now());
                        if mails.is_empty() && test.number("SELECT count(*) AS n FROM outbox WHERE claim IS NULL") == 0
                        {
                            break;
                        }
                        claimed.lock().unwrap().extend(mails.into_iter().map(|mail| mail.id));
                    }
                });
            }
        });
        let claimed = claimed.into_inner().unwrap();
        assert_eq!(claimed.len(), 60);
        assert_eq!(claimed.iter().collect::<HashSet<_>>().len(), 60);
    });
}

#[test]
fn a_mail_that_fails_comes_back_and_one_that_went_leaves_no_words() {
    on_each_database(|test| {
        filed(test, a_referral());
        let mail = claim(test, 9, now()).remove(0);
        assert_eq!((mail.kind.as_str(), mail.attempt), ("receipt", 1));
        assert_eq!(mail.body.as_ref().unwrap()["to"], "quillfeather@example.org");
        let later = now() + TimeDelta::minutes(1);
        test.write(move |conn, _| outbox::failed(conn, SYSTEM, &mail, "server-silent", later)).unwrap();
        assert!(claim(test, 9, now()).is_empty());
        let mail = claim(test, 9, later).remove(0);
        assert_eq!(mail.attempt, 2);
        test.write(move |conn, _| outbox::sent(conn, SYSTEM, &mail, later)).unwrap();
        assert_eq!(test.number("SELECT count(*) AS n FROM outbox WHERE state = 'sent' AND body IS NULL"), 1);
        assert_eq!(test.number("SELECT count(*) AS n FROM outbox WHERE state <> 'sent'"), 0);
    });
}

#[test]
fn a_worker_that_comes_back_after_its_lease_changes_nothing() {
    on_each_database(|test| {
        filed(test, a_referral());
        let slow = claim(test, 9, now()).remove(0);
        let after = now() + TimeDelta::minutes(6);
        let quick = claim(test, 9, after).remove(0);
        assert_eq!(slow.id, quick.id);
        let late = slow.clone();
        assert_eq!(test.write(move |conn, _| outbox::sent(conn, SYSTEM, &late, after)), Err(Error::Conflict));
        assert_eq!(test.write(move |conn, _| outbox::failed(conn, SYSTEM, &slow, "late", after)), Err(Error::Conflict));
        test.write(move |conn, _| outbox::give_up(conn, SYSTEM, &quick, "refused", after)).unwrap();
        assert_eq!(test.number("SELECT count(*) AS n FROM outbox WHERE state = 'waiting'"), 0);
        assert_eq!(test.number("SELECT count(*) AS n FROM outbox WHERE state = 'given-up'"), 1);
    });
}

#[test]
fn only_the_portal_itself_takes_mail() {
    on_each_database(|test| {
        let taken =
            test.write(|conn, vault| outbox::claim(conn, vault, VISITOR, (1, TimeDelta::minutes(5)), now()).map(drop));
        assert_eq!(taken, Err(Error::Forbidden));
    });
}

#[test]
fn a_mail_that_does_not_open_holds_up_no_other() {
    on_each_database(|test| {
        filed(test, a_referral());
        test.meddle("UPDATE outbox SET body = CAST('spoilt' AS BLOB)")
            .or_else(|_| test.meddle("UPDATE outbox SET body = 'spoilt'"))
            .unwrap();
        filed(test, a_referral());
        let claimed =
            test.write(move |conn, vault| outbox::claim(conn, vault, SYSTEM, (9, TimeDelta::minutes(5)), now()));
        let whole: Vec<_> = claimed.unwrap().iter().map(|mail| mail.body.is_ok()).collect();
        assert_eq!(whole, [false, true]);
    });
}

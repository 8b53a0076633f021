//! Numbers that name nobody: of which month they are.

use alongside::intake::cautions::REFUSAL;
use alongside::permission::Role;
use alongside::store::person::{self, Erasure};
use alongside::store::referrals::{self, NewReferral};
use alongside::vault::Plain;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::{SYSTEM, a_member, a_referral, a_triager, at, filed, on_each_database};

/// Half past midnight in London on the first of August, when it is still July in UTC.
fn after_midnight() -> DateTime<Utc> {
    at("2026-07-31T23:30:00Z")
}

#[test]
fn what_is_destroyed_late_at_night_in_summer_is_counted_in_the_month_of_london() {
    on_each_database(|test| {
        let (triager, manager) = (a_triager(test), a_member(test, "Max Manager", Role::Manager));
        let assessment = Plain::of(&json!({"cautions": [{"id": REFUSAL}]}));
        let received_at = after_midnight() - TimeDelta::days(1);
        let refused = filed(test, NewReferral { assessment, received_at, ..a_referral() });
        let erased = filed(test, NewReferral { received_at, ..a_referral() });
        test.write(move |conn, vault| {
            let why = Erasure::asked("asked for by letter".into(), Vec::new(), None);
            person::erase(conn, vault, manager, &erased, &why, after_midnight())?;
            referrals::confirm_refusal(conn, vault, triager, (&refused, 1), after_midnight())
        })
        .unwrap();
        let refusals = test.db.read(|conn| person::refused(conn, SYSTEM)).unwrap();
        let gone = test.db.read(|conn| person::gone(conn, SYSTEM)).unwrap();
        assert_eq!(refusals, [("2026-08".to_owned(), 1)]);
        assert_eq!(gone.iter().map(|gone| gone.month.as_str()).collect::<Vec<_>>(), ["2026-08"]);
    });
}

//! Until when a referral is kept, and what stands against erasing it: the owner's periods put to one referral.

use chrono::NaiveDate;

use crate::clock::civil_date;
use crate::form::{REFERRAL, RawAnswers};
use crate::intake::facts::Facts;
use crate::settings::retention::{Retention, Span};
use crate::store::person::Case;
use crate::triage::ending::{self, Asked, Limit};
use crate::triage::life::Status;
use crate::words::privacy::Period;

/// Until when a referral is kept; nothing while nobody has decided it. Answers that cannot be read are taken for those
/// of a child who was born when they came: rather too long than too short.
#[must_use]
pub fn kept_until(case: &Case, retention: &Retention) -> Option<NaiveDate> {
    let (counted_from, years) = match case.status {
        Status::Received | Status::Asked => return None,
        Status::Accepted => (case.touched_at, retention.record_years),
        Status::Closed => (case.ended_at?, retention.declined_years),
    };
    let received = civil_date(case.received_at);
    let child = match serde_json::from_value::<RawAnswers>(case.answers.clone()) {
        Ok(raw) => {
            let reading = REFERRAL.read(&raw, case.voice, received);
            let counting = REFERRAL.counting(&reading.answers, case.voice);
            ending::child_born(&Facts::from(&counting.answers, case.voice).person, received)
        }
        Err(_) => Some(received),
    };
    Some(ending::kept_until(civil_date(counted_from), years, child, retention.child_age))
}

/// What stands against erasing any of a person's referrals, each limit once.
#[must_use]
pub fn limits(cases: &[Case], retention: &Retention, public_task: bool, today: NaiveDate) -> Vec<Limit> {
    let mut all: Vec<Limit> = cases
        .iter()
        .filter(|case| case.erased_at.is_none())
        .flat_map(|case| {
            let kept_until = kept_until(case, retention);
            ending::limits(&Asked {
                issues: &case.issues,
                public_task,
                kept_until,
                held: case.held,
                danger: case.danger,
                waits: matches!(case.status, Status::Received | Status::Asked),
                today,
            })
        })
        .collect();
    all.sort_by_key(|limit| Limit::ALL.iter().position(|one| one == limit));
    all.dedup();
    all
}

/// The periods that the privacy notice tells, each kind by its frozen name.
#[must_use]
pub fn periods(retention: &Retention) -> Vec<(&'static str, Period)> {
    let period = |span| match span {
        Span::Days(days) => Some(Period::Days(days)),
        Span::Years(years) => Some(Period::Years(years)),
        Span::Age(age) => Some(Period::Age(age)),
        Span::Until | Span::Always => None,
    };
    retention.rules().iter().filter_map(|rule| Some((rule.kind.slug(), period(rule.span)?))).collect()
}

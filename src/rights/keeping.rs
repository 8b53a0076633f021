//! Until when a referral is kept, and what stands against erasing it: the owner's periods put to one referral.

use chrono::NaiveDate;

use crate::clock::civil_date;
use crate::form::{REFERRAL, RawAnswers};
use crate::intake::facts::{AgeGroup, Facts};
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
    let raw = case.answers.clone().and_then(|answers| serde_json::from_value::<RawAnswers>(answers).ok());
    let child = match raw {
        Some(raw) => {
            let reading = REFERRAL.read(&raw, case.voice, received);
            let counting = REFERRAL.counting(&reading.answers, case.voice);
            let facts = Facts::from(&counting.answers, case.voice);
            ending::child_born(&facts.person, received)
                .or_else(|| is_perhaps_a_child(&facts, received).then_some(received))
        }
        None => Some(received),
    };
    Some(ending::kept_until(civil_date(counted_from), years, child, retention.child_age))
}

/// Whether nobody said how old the person is, and what it is about is a child’s.
fn is_perhaps_a_child(facts: &Facts, received: NaiveDate) -> bool {
    let unknown = matches!(facts.person.age_group(received), None | Some(AgeGroup::DontKnow));
    unknown && facts.issues.iter().any(|issue| issue.kind.is_childs())
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::form::Voice;

    #[test]
    fn of_unknown_age_a_childs_matter_is_kept_as_a_childs() {
        let received = "2026-11-23".parse().unwrap();
        for (age, kind, is_child) in [
            (json!(null), "child-protection", true),
            (json!("dont-know"), "young-carers-assessment", true),
            (json!("dont-know"), "housing", false),
            (json!("18-over"), "child-protection", false),
        ] {
            let mut about = json!({"issues": [{"issue-kind": kind}]});
            if !age.is_null() {
                about["person-age-group"] = age.clone();
            }
            let raw = RawAnswers::from_json(about.as_object().unwrap());
            let read = REFERRAL.read(&raw, Voice::Professional, received).answers;
            let facts = Facts::from(&read, Voice::Professional);
            assert_eq!(is_perhaps_a_child(&facts, received), is_child, "{age} {kind}");
        }
    }
}

//! What the intake's tests share: answers from JSON as a machine sends them, read on one Monday.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::calendar::Calendar;
use super::{AssessedIssue, Assessment, assess};
use crate::form::{Answers, REFERRAL, RawAnswers, Voice};
use crate::intake::priority::RuleId;
use crate::settings::rubric::Rubric;

/// Monday 23 November 2026, ten in the morning.
pub(super) fn monday() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

/// The default rubric, read once.
pub(super) fn rubric() -> &'static Rubric {
    static RUBRIC: LazyLock<Rubric> = LazyLock::new(|| Rubric::read("").unwrap());
    &RUBRIC
}

/// Reads answers that a test wrote, and fails where a question or a choice does not exist or is not asked.
pub(super) fn answers(voice: Voice, json: &Value) -> Answers {
    let raw = RawAnswers::from_json(json.as_object().unwrap());
    let reading = REFERRAL.read(&raw, voice, Calendar::today(monday()));
    assert!(reading.problems.is_empty() && REFERRAL.unknown(&raw).is_empty(), "{reading:?}");
    let counting = REFERRAL.counting(&reading.answers, voice);
    assert!(counting.set_aside.is_empty(), "{:?}", counting.set_aside);
    counting.answers
}

/// Assesses a referral on that Monday.
pub(super) fn assess_as(voice: Voice, json: &Value) -> Assessment {
    assess(&answers(voice, json), voice, rubric(), &Calendar::default(), monday())
}

/// Assesses a professional's referral on that Monday.
pub(super) fn referral(json: &Value) -> Assessment {
    assess_as(Voice::Professional, json)
}

/// Assesses a professional's referral of one issue, with answers about the person.
pub(super) fn issue_of(person: &Value, issue: &Value) -> AssessedIssue {
    let mut json = person.clone();
    json.as_object_mut().unwrap().insert("issues".to_owned(), json!([issue]));
    referral(&json).issues.remove(0)
}

/// The same with nothing said about the person.
pub(super) fn issue(issue: &Value) -> AssessedIssue {
    issue_of(&json!({}), issue)
}

/// An issue of that kind with one date.
pub(super) fn dated(kind: &str, date: &Value) -> Value {
    json!({"issue-kind": kind, "dates-known": "yes", "dates": [date]})
}

/// The rules among the reasons, in the order they are shown.
pub(super) fn rules(issue: &AssessedIssue) -> Vec<RuleId> {
    issue.reasons.iter().map(|reason| reason.rule).collect()
}

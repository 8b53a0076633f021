//! Whom somebody has to ring, and by when, because of what nobody could tell us yet.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::assessed_issue::AssessedIssue;
use super::completeness::{Gap, Level};
use super::facts::IssueKind;
use super::priority::{Measure, RuleId};
use crate::form::Line;

/// A call to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallBack {
    /// Frozen.
    pub id: &'static str,
    /// Whom to ask, and what.
    pub sentence: Cow<'static, str>,
    /// The moment by which it is made.
    pub due: DateTime<Utc>,
}

/// Nothing is shown either way, or nobody is sure what it is about.
const ASK_LIMBS: &str = "ask-limbs";
/// A council or NHS body has to instruct.
const ASK_AUTHORITY: (&str, &str) = (
    "ask-authority",
    "Ask the council or NHS body responsible to instruct us formally: only they can, and whoever wrote to us could not \
     be expected to.",
);
/// Danger, a date or a risk is not known.
const ASK_UNKNOWN: (&str, &str) = (
    "ask-unknown",
    "Ask again about danger, dates and risks: something that decides how soon we are needed is not known.",
);
/// Something needed for triage was left blank.
const ASK_GAPS: (&str, &str) = ("ask-gaps", "Ask for what is still blank and needed for triage.");

/// The calls to make, one of each sort at most.
#[must_use]
pub fn call_backs(issues: &[AssessedIssue], gaps: &[Gap], measure: &Measure<'_>) -> Vec<CallBack> {
    let is_unknown = |issue: &AssessedIssue| issue.reasons.iter().any(|reason| reason.rule == RuleId::FL10);
    let fixed = |(id, sentence): (&'static str, &'static str), holds: bool| holds.then_some((id, Cow::from(sentence)));
    let calls = [
        fixed(ASK_UNKNOWN, issues.iter().any(is_unknown)),
        limbs(issues).map(|sentence| (ASK_LIMBS, Cow::from(sentence))),
        fixed(ASK_AUTHORITY, issues.iter().any(|issue| issue.informal)),
        fixed(ASK_GAPS, gaps.iter().any(|gap| gap.level == Level::ToTriage)),
    ];
    let due = measure.target(measure.rubric.call_back_days);
    calls.into_iter().flatten().map(|(id, sentence)| CallBack { id, sentence, due }).collect()
}

/// What to ask so that the law can be looked at, for every issue of which it is still open.
fn limbs(issues: &[AssessedIssue]) -> Option<String> {
    let mut asked: Vec<&str> = issues.iter().filter(|issue| issue.is_open()).map(opening).collect();
    asked.sort_unstable();
    asked.dedup();
    (!asked.is_empty()).then(|| {
        format!("Ask {}. Nothing said so far tells whether the law asks for an advocate.", asked.join("; and "))
    })
}

/// What would show whether the law asks for an advocate in that issue.
const fn opening(issue: &AssessedIssue) -> &'static str {
    match (issue.kind, issue.considered) {
        (IssueKind::NotSure, _) => {
            "what it is about, how the person manages in being involved and who could support them"
        }
        (_, Line::Imha) => "which section of the Mental Health Act holds, if any does, and since when",
        (_, Line::Dols39A | Line::Dols39C | Line::Dols39D | Line::PaidRpr) => {
            "which authorisation there is or was asked for, who represents the person and who could be consulted"
        }
        (_, Line::Imca) => "whether the person lacks capacity for this decision, and who could be consulted",
        _ => "how the person manages in being involved, and who could support them",
    }
}

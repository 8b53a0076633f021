//! Whom somebody has to ring, and by when, because of what nobody could tell us yet.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::assessed_issue::AssessedIssue;
use super::completeness::{Gap, Level};
use super::priority::{Measure, RuleId};

/// A call to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallBack {
    /// Frozen.
    pub id: &'static str,
    /// Whom to ask, and what.
    pub sentence: &'static str,
    /// The moment by which it is made.
    pub due: DateTime<Utc>,
}

/// Nothing is shown either way.
const ASK_LIMBS: (&str, &str) = (
    "ask-limbs",
    "Ask how the person manages in being involved and who could support them: nothing said so far tells whether the \
     law asks for an advocate.",
);
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
    let calls = [
        (ASK_UNKNOWN, issues.iter().any(is_unknown)),
        (ASK_LIMBS, issues.iter().any(AssessedIssue::shows_nothing)),
        (ASK_AUTHORITY, issues.iter().any(|issue| issue.informal)),
        (ASK_GAPS, gaps.iter().any(|gap| gap.level == Level::ToTriage)),
    ];
    let due = measure.target(measure.rubric.call_back_days);
    calls.into_iter().filter(|(_, holds)| *holds).map(|((id, sentence), _)| CallBack { id, sentence, due }).collect()
}

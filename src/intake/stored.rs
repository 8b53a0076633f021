//! An assessment as it was stored with its referral: read back to be shown. Knows no rule, so that old ones stay readable
//! when the rules change.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::settings::rubric::Band;

/// What a referral came to when it was last assessed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct StoredAssessment {
    /// What was still missing.
    #[serde(default)]
    pub gaps: Vec<StoredGap>,
    /// What to know before anybody makes contact.
    #[serde(default)]
    pub cautions: Vec<StoredCaution>,
    /// What did not fit together.
    #[serde(default)]
    pub queries: Vec<Told>,
    /// Each issue, in the order of their numbers.
    #[serde(default)]
    pub issues: Vec<StoredIssue>,
    /// The calls to make.
    #[serde(default)]
    pub call_backs: Vec<StoredCall>,
}

/// A question that had no answer.
#[derive(Debug, Clone, Deserialize)]
pub struct StoredGap {
    /// The field's name.
    pub path: String,
    /// The question's frozen name.
    pub question: String,
    /// What is wanting, where the question has an answer and that is not enough.
    #[serde(default)]
    pub sentence: Option<String>,
}

/// Something to know first.
#[derive(Debug, Clone, Deserialize)]
pub struct StoredCaution {
    /// Its frozen name.
    pub id: String,
    /// What to do, or not to do.
    pub sentence: String,
    /// The slug of the way of making contact that is struck out.
    #[serde(default)]
    pub way: Option<String>,
}

/// Something to ask about.
#[derive(Debug, Clone, Deserialize)]
pub struct Told {
    /// As a sentence.
    pub sentence: String,
}

/// A call to make.
#[derive(Debug, Clone, Deserialize)]
pub struct StoredCall {
    /// Its frozen name.
    pub id: String,
    /// Whom to ask, and what.
    pub sentence: String,
    /// By when.
    pub due: DateTime<Utc>,
}

/// One issue.
#[derive(Debug, Clone, Deserialize)]
pub struct StoredIssue {
    /// The slug of its kind.
    pub kind: String,
    /// Whether a council or NHS body has still to instruct.
    pub informal: bool,
    /// Whether it is taken before the assessment of capacity has been shown.
    pub provisional: bool,
    /// What the law asks for, `C1` to `C4`.
    pub duty: String,
    /// How soon somebody is needed.
    pub band: Band,
    /// The sum of its reasons.
    pub points: i32,
    /// The moment by which somebody makes contact.
    pub contact_by: DateTime<Utc>,
    /// Every limb that was looked at.
    pub limbs: Vec<StoredLimb>,
    /// Why, rule by rule.
    pub reasons: Vec<StoredReason>,
}

/// One limb of a duty.
#[derive(Debug, Clone, Deserialize)]
pub struct StoredLimb {
    /// The test, as a sentence.
    pub sentence: String,
    /// `met`, `not-met` or `not-known`.
    pub state: String,
    /// Where it stands in law.
    pub source: String,
}

/// One reason.
#[derive(Debug, Clone, Deserialize)]
pub struct StoredReason {
    /// The frozen id of the rule.
    pub rule: String,
    /// What it adds, if it adds points.
    #[serde(default)]
    pub points: Option<i32>,
    /// The band below which it does not let the issue fall, if it is a floor.
    #[serde(default)]
    pub floor: Option<Band>,
    /// Why, as a sentence.
    pub sentence: String,
    /// What that rests on.
    pub source: String,
}

impl StoredAssessment {
    /// The issue by which the referral stands where it stands.
    #[must_use]
    pub fn most_urgent(&self) -> Option<&StoredIssue> {
        self.issues.iter().min_by_key(|issue| (issue.band, issue.contact_by, -issue.points))
    }

    /// What did not fit together, each sentence once: several issues may have the same to ask.
    #[must_use]
    pub fn to_ask(&self) -> Vec<&str> {
        once(&self.queries, |query| &query.sentence).into_iter().map(|query| query.sentence.as_str()).collect()
    }

    /// Why its issues stand where they stand, each sentence once.
    #[must_use]
    pub fn reasons(&self) -> Vec<&StoredReason> {
        once(self.issues.iter().flat_map(|issue| &issue.reasons), |reason| &reason.sentence)
    }
}

/// The first of each sentence, in the order in which they came.
fn once<'a, T>(all: impl IntoIterator<Item = &'a T>, sentence: impl Fn(&T) -> &str) -> Vec<&'a T> {
    let mut first: Vec<&T> = Vec::new();
    for one in all {
        if first.iter().all(|before| sentence(before) != sentence(one)) {
            first.push(one);
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_several_issues_ask_is_asked_once() {
        let asked = |sentence: &str| Told { sentence: sentence.to_owned() };
        let queries = vec![asked("Which council?"), asked("How old?"), asked("Which council?")];
        assert_eq!(
            StoredAssessment { queries, ..StoredAssessment::default() }.to_ask(),
            ["Which council?", "How old?"]
        );
    }
}

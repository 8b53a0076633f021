//! The whole assessment of a referral: every rule's answer in the order in which people and machines read it.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::assessed_issue::AssessedIssue;
use super::calendar::Calendar;
use super::call_backs::{CallBack, call_backs};
use super::cautions::{Caution, cautions};
use super::completeness::{Gap, gaps};
use super::facts::{Facts, Said};
use super::priority::Measure;
use super::queries::{Query, queries};
use super::rank::Standing;
use super::safe_ways::SafeWays;
use crate::form::{Answers, REFERRAL, Voice};
use crate::settings::rubric::{Band, Rubric};

/// What a referral means, how soon somebody is needed, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// The band of its most urgent issue.
    pub band: Band,
    /// The moment by which somebody makes contact about that issue, or is ready where nobody may (see `cautions`).
    pub contact_by: DateTime<Utc>,
    /// Someone may be in danger now: 999 and safeguarding come before everything else.
    pub emergency: bool,
    /// What is still missing.
    pub gaps: Vec<Gap>,
    /// What does not fit together.
    pub queries: Vec<Query>,
    /// Each issue by itself, in the order they were told; implied ones last.
    pub issues: Vec<AssessedIssue>,
    /// The calls to make.
    pub call_backs: Vec<CallBack>,
    /// What to know before anybody makes contact.
    pub cautions: Vec<Caution>,
}

/// Assesses a referral that has just come.
#[must_use]
pub fn assess(answers: &Answers, voice: Voice, rubric: &Rubric, calendar: &Calendar, now: DateTime<Utc>) -> Assessment {
    assess_again(answers, voice, &Measure { rubric, calendar, now, received_at: now })
}

/// Assesses a referral that came earlier: its targets run from when it came, its dates are as near as they are now.
#[must_use]
pub fn assess_again(answers: &Answers, voice: Voice, measure: &Measure<'_>) -> Assessment {
    let counting = REFERRAL.counting(answers, voice).answers;
    let facts = Facts::from(&counting, voice);
    let issues: Vec<AssessedIssue> =
        facts.issues.iter().map(|issue| AssessedIssue::of(&facts, issue, measure)).collect();
    let ways = SafeWays::of(&counting, voice, measure.today());
    let gaps = gaps(&REFERRAL, &counting, (voice, measure.today()), &ways, &issues);
    let first = most_urgent(&issues);
    Assessment {
        band: first.map_or(Band::Planned, |issue| issue.band),
        contact_by: first.map_or(measure.now, |issue| issue.contact_by),
        emergency: facts.person.danger_now == Some(Said::Yes),
        cautions: cautions(&facts, &ways, measure.today()),
        queries: queries(&facts, &ways, &issues, measure),
        call_backs: call_backs(&facts, &ways, &issues, &gaps, measure),
        gaps,
        issues,
    }
}

impl Assessment {
    /// The moment by which somebody makes contact in a band that staff chose, about whichever issue asks for it first.
    /// It is never later than a date that cannot be moved, and in a more urgent band never later than the rules say.
    #[must_use]
    pub fn contact_by_in(&self, band: Band, measure: &Measure<'_>) -> DateTime<Utc> {
        let chosen = self.issues.iter().map(|issue| issue.contact_by_in(band, measure)).min().unwrap_or(measure.now);
        if band <= self.band { chosen.min(self.contact_by) } else { chosen }
    }

    /// What places the referral within its band: the points of its most urgent issue, and whether a duty or a power stands
    /// behind any. The one place that says so, for a referral that comes and for one that is weighed again.
    #[must_use]
    pub fn standing(&self, statutory_first: bool) -> Standing {
        Standing {
            points: self.most_urgent().map_or(0, |issue| issue.points),
            is_statutory: self.issues.iter().any(AssessedIssue::is_statutory),
            statutory_first,
        }
    }

    /// The issue by which the referral stands in the queue; none only for an assessment that was not made here.
    #[must_use]
    pub fn most_urgent(&self) -> Option<&AssessedIssue> {
        most_urgent(&self.issues)
    }
}

fn most_urgent(issues: &[AssessedIssue]) -> Option<&AssessedIssue> {
    issues.iter().min_by_key(|issue| issue.order())
}

#[cfg(test)]
mod tests;

//! One issue, assessed: the service it belongs to, how soon somebody is needed, and why.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::eligibility::{Duty, Limb, is_provisional, judge, slug_of};
use super::facts::{Facts, IssueFacts, IssueKind};
use super::priority::{Measure, Priority, Reason, assess, candidates};
use super::rank::rank;
use crate::form::Line;
use crate::settings::rubric::Band;

/// What one issue means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AssessedIssue {
    /// The item of `issues` it was read from; none for an issue that the other answers imply.
    #[serde(skip)]
    pub item: Option<u32>,
    /// The service its kind points to, whose questions stay worth answering even where the duty is denied.
    #[serde(skip)]
    pub considered: Line,
    /// What it is.
    pub kind: IssueKind,
    /// The service it belongs to.
    #[serde(serialize_with = "slug_of")]
    pub service_line: Line,
    /// Whether a council or an NHS body has still to instruct formally.
    pub informal: bool,
    /// Whether it is accepted before the assessment of capacity has been shown.
    pub provisional: bool,
    /// Every limb of the duty that was looked at.
    pub limbs: Vec<Limb>,
    /// What the law asks for.
    pub duty: Duty,
    /// How soon somebody is needed.
    pub band: Band,
    /// The sum of the reasons.
    pub points: i32,
    /// Why, rule by rule.
    pub reasons: Vec<Reason>,
    /// The moment by which somebody makes contact.
    pub contact_by: DateTime<Utc>,
}

impl AssessedIssue {
    /// Assesses one issue of a referral.
    #[must_use]
    pub fn of(facts: &Facts, issue: &IssueFacts, measure: &Measure<'_>) -> Self {
        let eligibility = judge(facts, issue, measure.rubric, measure.today());
        let candidates = candidates(issue, measure);
        let reach = measure.rubric.working_days.hold;
        let hard_date_near = candidates.iter().any(|date| !date.moveable && date.is_within(reach, measure));
        let Priority { band, points, reasons, contact_by } = assess(facts, issue, &eligibility, &candidates, measure);
        Self {
            item: issue.item,
            considered: eligibility.considered,
            kind: issue.kind,
            service_line: eligibility.line,
            informal: eligibility.informal,
            provisional: is_provisional(issue, eligibility.line, hard_date_near),
            limbs: eligibility.limbs,
            duty: eligibility.duty,
            band,
            points,
            reasons,
            contact_by,
        }
    }

    /// The limb of that name, where the service line has one.
    #[must_use]
    pub fn limb(&self, id: &str) -> Option<&Limb> {
        self.limbs.iter().find(|limb| limb.id == id)
    }

    /// Whether nothing is shown yet either way, so that somebody has to ask.
    #[must_use]
    pub fn shows_nothing(&self) -> bool {
        self.duty == Duty::C4 && self.service_line != Line::Community
    }

    /// Most urgent first: by band, then by the moment to make contact, then by points.
    #[must_use]
    pub const fn order(&self) -> (Band, DateTime<Utc>, Reverse<i32>) {
        (self.band, self.contact_by, Reverse(self.points))
    }

    /// Whether a duty or a power stands behind it.
    #[must_use]
    pub fn is_statutory(&self) -> bool {
        self.duty != Duty::C4
    }

    /// The place in the queue as one number; the smallest comes first.
    #[must_use]
    pub fn rank(&self, statutory_first: bool) -> i64 {
        rank(self.band, self.contact_by, self.points, self.is_statutory(), statutory_first)
    }
}

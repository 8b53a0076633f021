//! One issue, assessed: the service it belongs to, how soon somebody is needed, and why.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::eligibility::{Duty, Limb, is_provisional, judge, slug_of};
use super::facts::{Facts, IssueFacts, IssueKind};
use super::priority::{Measure, Priority, Reason, assess, candidates, contact_by};
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
    /// Whether nothing is shown yet either way about the duty, so that somebody has to ask.
    #[serde(skip)]
    pub nothing_shown: bool,
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
    /// The last open moment before the first date that cannot be moved.
    #[serde(skip)]
    pub last_moment: Option<DateTime<Utc>>,
}

impl AssessedIssue {
    /// Assesses one issue of a referral.
    #[must_use]
    pub fn of(facts: &Facts, issue: &IssueFacts, measure: &Measure<'_>) -> Self {
        let eligibility = judge(facts, issue, measure.rubric, measure.today());
        let candidates = candidates(issue, measure);
        let reach = measure.rubric.working_days.hold;
        let hard_date_near = candidates.iter().any(|date| !date.moveable && date.is_within(reach, measure));
        let Priority { band, points, reasons, contact_by, last_moment } =
            assess(facts, issue, &eligibility, &candidates, measure);
        Self {
            item: issue.item,
            considered: eligibility.considered,
            nothing_shown: eligibility.nothing_shown,
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
            last_moment,
        }
    }

    /// The moment by which somebody makes contact in a band that staff chose: its target, the service's own, and the
    /// last moment that a date leaves. Danger is what staff weighed when they chose, and sets no target of its own.
    #[must_use]
    pub fn contact_by_in(&self, band: Band, measure: &Measure<'_>) -> DateTime<Utc> {
        contact_by(band, self.service_line, None, self.last_moment, measure)
    }

    /// The limb of that name, where the service line has one.
    #[must_use]
    pub fn limb(&self, id: &str) -> Option<&Limb> {
        self.limbs.iter().find(|limb| limb.id == id)
    }

    /// Whether somebody has to ask what the law says here: nothing is shown yet, or nobody is sure what it is about.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.nothing_shown || self.kind == IssueKind::NotSure
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
}

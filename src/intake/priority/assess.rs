//! Puts the rules together: points, floors, band, contact-by, and every reason in order.

use chrono::{DateTime, Utc};

use super::contact_by::{contact_by, last_moment};
use super::dates::{Candidate, scored};
use super::floors::{Look, danger_days, floors};
use super::measure::Measure;
use super::rules::{Reason, RuleId};
use super::worries::worries;
use crate::form::Line;
use crate::intake::calendar::Calendar;
use crate::intake::eligibility::{self, Duty, Eligibility, State, authority};
use crate::intake::facts::{Capacity, Facts, IssueFacts};
use crate::settings::rubric::Band;

/// Where an issue stands in the queue, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priority {
    /// How soon somebody is needed.
    pub band: Band,
    /// The sum of all reasons.
    pub points: i32,
    /// Every reason, in the order of the rules.
    pub reasons: Vec<Reason>,
    /// The moment by which somebody makes contact.
    pub contact_by: DateTime<Utc>,
    /// The last open moment before the first date that cannot be moved.
    pub last_moment: Option<DateTime<Utc>>,
}

/// Weighs one issue. `candidates` are its dates, as `candidates` found them by the same measure.
#[must_use]
pub fn assess(
    facts: &Facts,
    issue: &IssueFacts,
    eligibility: &Eligibility,
    candidates: &[Candidate],
    measure: &Measure<'_>,
) -> Priority {
    let look = Look { facts, issue, eligibility, candidates, measure };
    let mut priority = weigh(look);
    // Waiting and a bare claim of urgency order a band and never change it, so they come after the band is known.
    let later = [waited(look), bare_urgency(look)].into_iter().flatten();
    priority.reasons.extend(later);
    priority.reasons.sort_by_key(|reason| reason.rule);
    priority.points = priority.reasons.iter().map(Reason::added).sum();
    priority
}

/// Everything that decides the band.
fn weigh(look: Look<'_>) -> Priority {
    let Look { facts, issue, eligibility, candidates, measure } = look;
    let last_moment = last_moment(candidates, measure);
    let mut reasons: Vec<Reason> = scored(candidates, measure).into_iter().collect();
    reasons.extend(worries(facts, issue, measure));
    reasons.push(duty(eligibility, measure));
    reasons.extend([alone(look), cannot_take_part(look), must_book(look)].into_iter().flatten());
    let points = reasons.iter().map(Reason::added).sum();
    reasons.extend(floors(look));
    let floor = reasons.iter().filter_map(Reason::lifts_to).min();
    let band = measure.rubric.band_of(points);
    let band = floor.map_or(band, |floor| floor.min(band));
    let contact_by = contact_by(band, eligibility.line, danger_days(look), last_moment, measure);
    Priority { band, points, reasons, contact_by, last_moment }
}

fn duty(eligibility: &Eligibility, measure: &Measure<'_>) -> Reason {
    let points = &measure.rubric.points;
    let Eligibility { line, considered, .. } = eligibility;
    match eligibility.duty {
        Duty::C1 => Reason::points(RuleId::C1, points.c1).resting_on(authority(*line)),
        Duty::C2 => Reason::points(RuleId::C2, points.c2).resting_on(authority(*line)),
        Duty::C3 => Reason::points(RuleId::C3, points.c3).resting_on(authority(*line)),
        Duty::C4 => {
            let reason = Reason::points(RuleId::C4, points.c4).resting_on(authority(*considered));
            reason.with("unshown", unshown(eligibility))
        }
    }
}

const fn unshown(eligibility: &Eligibility) -> &'static str {
    if eligibility.nothing_shown {
        "Nobody has told us yet whether the law asks for an advocate here. We will ask."
    } else if matches!(eligibility.considered, Line::Community) {
        "No law asks for an advocate here. Help is offered all the same."
    } else {
        "As far as we have been told, not every condition for a legal duty is met. Help is offered all the same."
    }
}

fn alone(look: Look<'_>) -> Option<Reason> {
    let holds = eligibility::no_one(look.facts) == State::Met;
    holds.then(|| Reason::points(RuleId::D1, look.measure.rubric.points.d1))
}

fn cannot_take_part(look: Look<'_>) -> Option<Reason> {
    let lacks = look.issue.capacity == Some(Capacity::Lacks);
    let difficulties = look.facts.person.involvement.difficulties();
    let why = match (lacks, difficulties) {
        (true, 2..) => format!("they lack capacity for this decision, and {difficulties} of the four areas are hard"),
        (true, _) => "they lack capacity for this decision".to_owned(),
        (false, 2..) => format!("{difficulties} of the four areas of being involved are substantially difficult"),
        (false, _) => return None,
    };
    Some(Reason::points(RuleId::D2, look.measure.rubric.points.d2).with("alone", &why))
}

fn must_book(look: Look<'_>) -> Option<Reason> {
    let days = look.measure.rubric.working_days.d3;
    let is_near = look.candidates.iter().any(|candidate| candidate.is_within(days, look.measure));
    let holds = look.facts.person.needs_booking && is_near;
    holds.then(|| Reason::points(RuleId::D3, look.measure.rubric.points.d3).with("days", &days.to_string()))
}

/// A step for every few working days past the moment by which contact was meant to be made when the referral came.
fn waited(look: Look<'_>) -> Option<Reason> {
    let Look { measure, .. } = look;
    if measure.now <= measure.received_at {
        return None;
    }
    let at_receipt = measure.at_receipt();
    let candidates = super::candidates(look.issue, &at_receipt);
    let promised = weigh(Look { candidates: &candidates, measure: &at_receipt, ..look }).contact_by;
    let days = measure.calendar.working_days_until(Calendar::today(promised), measure.today());
    let steps = i32::try_from(days / measure.rubric.working_days.e.max(1)).unwrap_or(i32::MAX);
    let points = steps.saturating_mul(measure.rubric.points.e).min(measure.rubric.most.e);
    (points > 0).then(|| Reason::points(RuleId::E, points).with("days", &days.to_string()))
}

/// Said to be urgent, and nothing more.
fn bare_urgency(look: Look<'_>) -> Option<Reason> {
    let has_date = look.candidates.iter().any(|candidate| candidate.day.is_some());
    let holds = look.facts.person.bare_urgency && !has_date;
    holds.then(|| Reason::points(RuleId::X, look.measure.rubric.points.x))
}

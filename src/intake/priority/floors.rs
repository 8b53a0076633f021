//! Floors: what must never be left waiting, however few points it has. A floor can lift and never lower.

use super::dates::{Candidate, authorisation_ends, awaits_tribunal, tribunal_closes};
use super::measure::Measure;
use super::rules::{Reason, RuleId};
use super::worries::can_be_reached;
use crate::form::PartialDate;
use crate::intake::eligibility::{Duty, Eligibility, State};
use crate::intake::facts::{
    Capacity, DateWhat, DatesKnown, DolsAuthorisation, Facts, IssueFacts, IssueKind, IssueStage, Location, Said,
};

/// What the floors look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) facts: &'a Facts,
    pub(super) issue: &'a IssueFacts,
    pub(super) eligibility: &'a Eligibility,
    pub(super) candidates: &'a [Candidate],
    pub(super) measure: &'a Measure<'a>,
}

/// Every floor that holds, in order.
pub(super) fn floors(look: Look<'_>) -> Vec<Reason> {
    [
        danger(look),
        fixed_date_now(look),
        date_soon(look),
        safeguarding_alone(look),
        authorisation(look),
        tribunal(look),
        treatment(look),
        leaving_soon(look),
        law_provides(look),
        unknown_date_or_risk(look),
        unknown_danger(look),
        harm_goes_on(look),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn danger(look: Look<'_>) -> Option<Reason> {
    let floor = Reason::floor(RuleId::FL1, look.measure.rubric.floors.fl1);
    (look.facts.person.danger_now == Some(Said::Yes)).then_some(floor)
}

/// The earliest date that is near enough and is what is looked for.
fn nearest(look: Look<'_>, working_days: u32, is_meant: impl Fn(&Candidate) -> bool) -> Option<&Candidate> {
    look.candidates
        .iter()
        .filter(|candidate| is_meant(candidate) && candidate.is_within(working_days, look.measure))
        .min_by_key(|candidate| candidate.day)
}

fn fixed_date_now(look: Look<'_>) -> Option<Reason> {
    let rubric = look.measure.rubric;
    let date = nearest(look, rubric.working_days.fl2, |date| !date.moveable)?;
    Some(Reason::floor(RuleId::FL2, rubric.floors.fl2).with("date", &date.told(look.measure)))
}

fn date_soon(look: Look<'_>) -> Option<Reason> {
    let rubric = look.measure.rubric;
    let date = nearest(look, rubric.working_days.fl3, |_| true)?;
    Some(Reason::floor(RuleId::FL3, rubric.floors.fl3).with("date", &date.told(look.measure)))
}

fn safeguarding_alone(look: Look<'_>) -> Option<Reason> {
    let Look { facts, issue, eligibility, measure, .. } = look;
    let alone = eligibility.limbs.iter().any(|limb| limb.id == "no-one" && limb.state == State::Met);
    // The duty to enquire does not reach into prison (Care Act 2014 s76(7)). A review does, but for the time spent there
    // (s76(9)): which time it is about has to be asked.
    let is_review = issue.kind == IssueKind::SafeguardingReview;
    let reaches = !issue.is_source_of_harm() && (is_review || facts.person.location != Some(Location::Prison));
    let holds = issue.kind.is_safeguarding() && reaches && !facts.person.involvement.is_easy() && alone;
    holds.then(|| Reason::floor(RuleId::FL4, measure.rubric.floors.fl4))
}

fn authorisation(look: Look<'_>) -> Option<Reason> {
    let Look { issue, measure, .. } = look;
    let is_urgent = issue.dols.authorisation == Some(DolsAuthorisation::Urgent);
    if !is_urgent && issue.kind != IssueKind::Dols39A {
        return None;
    }
    let floors = &measure.rubric.floors;
    let ends = authorisation_ends(issue, measure);
    if issue.stage == Some(IssueStage::Decided) && ends.is_some_and(|day| measure.days_until(day) < 0) {
        return None;
    }
    let near = ends.filter(|day| measure.days_until(*day) <= i64::from(measure.rubric.calendar_days.fl5));
    let (band, sentence) = match (near, ends) {
        (Some(day), _) if measure.days_until(day) < 0 => {
            (floors.fl5_near, format!("The authorisation was to end on {}: find out today what holds.", written(day)))
        }
        (Some(day), _) => {
            (floors.fl5_near, format!("The authorisation ends on {}: only a few days are left.", written(day)))
        }
        (None, Some(day)) => (floors.fl5, format!("The authorisation lasts only until {}.", written(day))),
        (None, None) if is_urgent => {
            (floors.fl5, "An urgent authorisation lasts days, and we do not know which is its last.".to_owned())
        }
        (None, None) => (
            floors.fl5,
            "Someone may be deprived of their liberty, and an authorisation can begin and end within days.".to_owned(),
        ),
    };
    Some(Reason::floor(RuleId::FL5, band).with("authorisation", &sentence))
}

fn tribunal(look: Look<'_>) -> Option<Reason> {
    let Look { issue, measure, .. } = look;
    let floors = &measure.rubric.floors;
    let left = tribunal_closes(issue, measure).map(|day| (day, measure.days_until(day)));
    let (band, sentence) = match left {
        _ if !awaits_tribunal(issue) => return None,
        Some((_, ..0)) => return None,
        Some((day, days)) if days <= i64::from(measure.rubric.calendar_days.fl6) => (
            floors.fl6_near,
            format!("The last day to apply to the tribunal is {}: only a few days are left.", written(day)),
        ),
        Some((day, _)) => (floors.fl6, format!("The person can apply to the tribunal until {}.", written(day))),
        None => (
            floors.fl6,
            "The person can apply to the tribunal only in the first days of section 2, and we do not know when it \
             began."
                .to_owned(),
        ),
    };
    Some(Reason::floor(RuleId::FL6, band).with("tribunal", &sentence))
}

/// Whatever else was answered: what denies the duty may turn out to be wrong while the treatment goes ahead.
fn treatment(look: Look<'_>) -> Option<Reason> {
    let holds = look.issue.kind == IssueKind::SeriousMedicalTreatment;
    holds.then(|| Reason::floor(RuleId::FL7, look.measure.rubric.floors.fl7))
}

fn leaving_soon(look: Look<'_>) -> Option<Reason> {
    let rubric = look.measure.rubric;
    let is_leaving = |date: &Candidate| matches!(date.what, Some(DateWhat::Discharge | DateWhat::Move));
    let date = nearest(look, rubric.working_days.fl8, is_leaving)?;
    let cannot_alone = look.issue.capacity == Some(Capacity::Lacks) || look.facts.person.involvement.difficulties() > 0;
    cannot_alone.then(|| Reason::floor(RuleId::FL8, rubric.floors.fl8).with("date", &date.told(look.measure)))
}

fn law_provides(look: Look<'_>) -> Option<Reason> {
    let Look { issue, eligibility, measure, .. } = look;
    let holds = eligibility.duty != Duty::C4 || issue.kind == IssueKind::SocialCareAccess;
    holds.then(|| Reason::floor(RuleId::FL9, measure.rubric.floors.fl9))
}

/// A date or a risk that nobody could tell us about.
fn unknown_date_or_risk(look: Look<'_>) -> Option<Reason> {
    let Look { facts, issue, measure, .. } = look;
    let unknown = [
        (issue.dates_known == Some(DatesKnown::DontKnow), "whether there is a date"),
        (issue.has_unknown_date(), "which day it will be"),
        (facts.person.risk_unknown, "what risks there are"),
    ];
    let unknown: Vec<&str> = unknown.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect();
    let floor = Reason::floor(RuleId::FL10, measure.rubric.floors.fl10);
    (!unknown.is_empty()).then(|| floor.with("unknown", &unknown.join(", and ")))
}

fn unknown_danger(look: Look<'_>) -> Option<Reason> {
    let unknown = danger_unknown(look.facts, look.issue)?;
    Some(Reason::floor(RuleId::FL10, look.measure.rubric.floors.fl10_danger).with("unknown", unknown))
}

/// Harm that is known is never left longer than harm that is only feared.
fn harm_goes_on(look: Look<'_>) -> Option<Reason> {
    let floor = Reason::floor(RuleId::FL11, look.measure.rubric.floors.fl11);
    can_be_reached(look.facts, look.issue).then_some(floor)
}

/// Working days in which danger or harm, known or feared, leaves us to make contact.
pub(super) fn danger_days(look: Look<'_>) -> Option<u32> {
    let Look { facts, issue, measure: Measure { rubric, .. }, .. } = look;
    if facts.person.danger_now == Some(Said::Yes) {
        return Some(rubric.danger_days);
    }
    let may_go_on = danger_unknown(facts, issue).is_some() || can_be_reached(facts, issue);
    may_go_on.then_some(rubric.call_back_days)
}

/// What nobody could tell us about danger or harm, if anything.
///
/// Whether the one who does harm can reach the person is as unknown when the question was left empty as when it was
/// answered so. It is not asked about the one who is said to do it.
fn danger_unknown(facts: &Facts, issue: &IssueFacts) -> Option<&'static str> {
    let person = &facts.person;
    let is_reach_unknown = matches!(person.harm_access, Some(Said::NotSure) | None) && !issue.is_source_of_harm();
    if person.danger_now == Some(Said::NotSure) {
        Some("whether someone is in danger now")
    } else if person.harm_alleged == Some(Said::NotSure) {
        Some("whether someone is being hurt or frightened")
    } else if person.harm_alleged == Some(Said::Yes) && is_reach_unknown {
        Some("whether the one said to do harm can still reach the person")
    } else {
        None
    }
}

fn written(day: chrono::NaiveDate) -> String {
    PartialDate::Day(day).in_words()
}

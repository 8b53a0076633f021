//! Harm, freedom and home: the B rules, and the most they can add together.

use super::measure::Measure;
use super::rules::{Reason, RuleId};
use crate::intake::facts::{
    DateFacts, DateOutcome, DateWhat, Facts, HomeRisk, IssueFacts, IssueKind, IssueStage, Said,
};

/// Every B rule that holds, and what the limit takes away.
pub(super) fn worries(facts: &Facts, issue: &IssueFacts, measure: &Measure<'_>) -> Vec<Reason> {
    let points = &measure.rubric.points;
    let reached = can_be_reached(facts, issue);
    let reach = if issue.is_source_of_harm() {
        " about what the person is said to have done"
    } else {
        ", and nobody has told us that whoever may be causing harm can still reach the person"
    };
    let rules = [
        (RuleId::B1, points.b1, facts.person.danger_now == Some(Said::Yes)),
        (RuleId::B2, points.b2, reached),
        (RuleId::B3, points.b3, issue.kind.is_about_harm() && !reached),
        (RuleId::B4, points.b4, is_kept(facts)),
        (RuleId::B5, points.b5, issue.objects == Some(Said::Yes)),
        (RuleId::B6, points.b6, is_losing_home(facts, measure)),
        (RuleId::B7, points.b7, issue.kind == IssueKind::ChildProtection),
        (RuleId::B8, points.b8, is_hard_to_undo(issue)),
    ];
    let mut reasons: Vec<Reason> = rules
        .into_iter()
        .filter(|(.., holds)| *holds)
        .map(|(rule, points, _)| Reason::points(rule, points))
        .map(|reason| reason.with("days", &measure.rubric.homeless_days.to_string()).with("reach", reach))
        .collect();
    let most = measure.rubric.most.b;
    let over = reasons.iter().map(Reason::added).sum::<i32>() - most;
    if over > 0 {
        reasons.push(Reason::points(RuleId::BCap, -over).with("most", &most.to_string()));
    }
    reasons
}

/// Harm is alleged and can go on. It is the adult at risk whom this protects.
pub(super) fn can_be_reached(facts: &Facts, issue: &IssueFacts) -> bool {
    facts.person.harm_alleged == Some(Said::Yes)
        && facts.person.harm_access == Some(Said::Yes)
        && !issue.is_source_of_harm()
}

/// Someone kept is kept whatever the issue is about.
fn is_kept(facts: &Facts) -> bool {
    facts.person.kept == Some(Said::Yes) || facts.issues.iter().any(IssueFacts::keeps_the_person)
}

fn is_losing_home(facts: &Facts, measure: &Measure<'_>) -> bool {
    let evicted_soon = || facts.issues.iter().any(|issue| issue.dates.iter().any(|date| evicts(issue, *date, measure)));
    matches!(facts.person.home_risk, Some(HomeRisk::HomelessNow | HomeRisk::Within56Days)) || evicted_soon()
}

/// Whether a date may cost the home: an eviction that is near and was not called off, or one that has passed with nobody
/// saying what became of it.
fn evicts(issue: &IssueFacts, date: DateFacts, measure: &Measure<'_>) -> bool {
    let days = date.day(measure.today()).map(|day| measure.days_until(day));
    date.what == Some(DateWhat::Eviction)
        && match days {
            Some(..0) => !date.is_settled() && issue.stage != Some(IssueStage::Decided),
            Some(days) => days <= i64::from(measure.rubric.homeless_days) && date.outcome != Some(DateOutcome::DidNot),
            None => false,
        }
}

fn is_hard_to_undo(issue: &IssueFacts) -> bool {
    match issue.kind {
        IssueKind::SeriousMedicalTreatment => true,
        IssueKind::NhsAccommodation | IssueKind::CouncilAccommodation if issue.stay_long != Some(Said::No) => true,
        _ => issue.hard_to_undo == Some(Said::Yes),
    }
}

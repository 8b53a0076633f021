//! Each floor: with the fact that calls for it, and with the nearest fact that does not.

use serde_json::{Value, json};

use super::super::{Reason, RuleId};
use crate::intake::testing::{dated, issue_of};
use crate::settings::rubric::Band::{self, Immediate, Standard, Urgent};

/// Person, issue, and the highest band that the rule lifts to.
fn lifts(rule: RuleId, cases: &[(Value, Value, Option<Band>)]) {
    for (person, about, expected) in cases {
        let issue = issue_of(person, about);
        let floors = issue.reasons.iter().filter(|reason| reason.rule == rule).filter_map(Reason::lifts_to);
        assert_eq!(floors.min(), *expected, "{} {person} {about}", rule.slug());
        assert!(expected.is_none_or(|floor| issue.band <= floor), "{about}: {:?}", issue.band);
    }
}

fn none() -> Value {
    json!({})
}

fn housing() -> Value {
    json!({"issue-kind": "housing"})
}

fn on(what: &str, day: &str, firm: &str) -> Value {
    dated("housing", &json!({"date-what": what, "date-when": day, "date-firm": firm}))
}

#[test]
fn danger_now_is_immediate() {
    let cases = [
        (json!({"danger-now": "yes"}), housing(), Some(Immediate)),
        (json!({"danger-now": "no"}), housing(), None),
        (json!({"danger-now": "not-sure"}), housing(), None),
    ];
    lifts(RuleId::FL1, &cases);
}

#[test]
fn a_fixed_date_now_is_immediate_and_a_near_one_urgent() {
    let fl2 = [
        (none(), on("hearing", "2026-11-24", "fixed"), Some(Immediate)),
        (none(), on("hearing", "2026-11-24", "not-sure"), Some(Immediate)),
        (none(), on("hearing", "2026-11-20", "fixed"), Some(Immediate)),
        (none(), on("hearing", "2026-11-24", "moveable"), None),
        (none(), on("hearing", "2026-11-25", "fixed"), None),
        (none(), on("appointment", "2026-11-24", "not-sure"), None),
    ];
    lifts(RuleId::FL2, &fl2);
    let fl3 = [
        (none(), on("hearing", "2026-11-30", "fixed"), Some(Urgent)),
        (none(), on("hearing", "2026-11-30", "moveable"), Some(Urgent)),
        (none(), on("hearing", "2026-12-01", "fixed"), None),
        (none(), on("hearing", "don't know", "fixed"), None),
    ];
    lifts(RuleId::FL3, &fl3);
}

#[test]
fn safeguarding_of_someone_alone_is_urgent() {
    let enquiry = |part: &str| json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": part});
    let alone = json!({"support-anyone": "no"});
    let able = json!({"support-anyone": "no", "involve-understand": "no-difficulty",
        "involve-remember": "no-difficulty", "involve-weigh": "no-difficulty", "involve-communicate": "no-difficulty"});
    let cases = [
        (alone.clone(), enquiry("adult-at-risk"), Some(Urgent)),
        (alone.clone(), enquiry("dont-know"), Some(Urgent)),
        (alone.clone(), json!({"issue-kind": "safeguarding-review"}), Some(Urgent)),
        (alone.clone(), enquiry("source-of-harm"), None),
        (json!({"support-anyone": "no", "person-location": "prison"}), enquiry("adult-at-risk"), None),
        (able, enquiry("adult-at-risk"), None),
        (none(), enquiry("adult-at-risk"), None),
        (alone, json!({"issue-kind": "care-review"}), None),
    ];
    lifts(RuleId::FL4, &cases);
}

#[test]
fn an_urgent_authorisation_is_urgent_and_immediate_in_its_last_days() {
    let dols = |authorisation: &str, expiry: &str| json!({"issue-kind": "dols-39a", "dols-authorisation": authorisation, "dols-expiry": expiry});
    let started = |day: &str| json!({"issue-kind": "dols-39d", "dols-authorisation": "urgent", "dols-start": day});
    let cases = [
        (none(), dols("urgent", "2026-11-27"), Some(Urgent)),
        (none(), dols("urgent", "2026-11-26"), Some(Immediate)),
        (none(), dols("urgent", "2026-11-01"), Some(Immediate)),
        (none(), json!({"issue-kind": "dols-39a"}), Some(Urgent)),
        (none(), started("2026-11-21"), Some(Urgent)),
        (none(), started("2026-11-20"), Some(Immediate)),
        (none(), json!({"issue-kind": "dols-39c", "dols-authorisation": "standard"}), None),
    ];
    lifts(RuleId::FL5, &cases);
}

#[test]
fn an_authorisation_that_has_ended_lifts_no_matter_that_is_decided() {
    let dols = |start: &str, stage: &str| json!({"issue-kind": "dols-39a", "dols-authorisation": "urgent", "dols-start": start, "issue-stage": stage});
    let cases = [
        (none(), dols("2026-11-10", "under-way"), Some(Immediate)),
        (none(), dols("2026-11-10", "decided"), None),
        // Its last day is today.
        (none(), dols("2026-11-17", "decided"), Some(Immediate)),
    ];
    lifts(RuleId::FL5, &cases);
}

#[test]
fn the_tribunal_window_is_urgent_and_immediate_in_its_last_days() {
    let s2 = |start: &str, tribunal: &str| json!({"issue-kind": "mental-health-act", "mha-section": "s2", "mha-started": start, "mha-tribunal": tribunal});
    let cases = [
        (none(), s2("2026-11-14", "wants"), Some(Urgent)),
        (none(), s2("2026-11-13", "dont-know"), Some(Immediate)),
        (none(), s2("2026-11-10", "wants"), Some(Immediate)),
        (none(), s2("2026-11-09", "wants"), None),
        (none(), s2("don't know", "wants"), Some(Urgent)),
        (none(), s2("2026-11-14", "applied"), None),
        (none(), s2("2026-11-14", "does-not-want"), None),
        (none(), json!({"issue-kind": "mental-health-act", "mha-section": "s3"}), None),
    ];
    lifts(RuleId::FL6, &cases);
}

#[test]
fn serious_treatment_is_urgent_whatever_else_was_answered() {
    let treatment = |capacity: &str| json!({"issue-kind": "serious-medical-treatment", "capacity": capacity});
    let brother = json!({"support-anyone": "yes", "support-willing": "yes", "support-agreed": "cannot-say"});
    let elsewhere = json!({"issue-kind": "serious-medical-treatment", "decision-maker-body": "other"});
    let cases = [
        (none(), treatment("lacks"), Some(Urgent)),
        (none(), treatment("dont-know"), Some(Urgent)),
        (none(), treatment("has"), Some(Urgent)),
        (brother, treatment("lacks"), Some(Urgent)),
        (none(), elsewhere, Some(Urgent)),
        (json!({"person-age-group": "under-16"}), treatment("lacks"), Some(Urgent)),
        (none(), json!({"issue-kind": "nhs-accommodation"}), None),
    ];
    lifts(RuleId::FL7, &cases);
}

#[test]
fn leaving_soon_without_being_able_to_take_part_is_urgent() {
    let one_area = json!({"involve-weigh": "difficulty"});
    let cases = [
        (one_area.clone(), on("discharge", "2026-11-30", "moveable"), Some(Urgent)),
        (one_area.clone(), on("move", "2026-11-30", "fixed"), Some(Urgent)),
        (one_area.clone(), on("move", "2026-12-01", "fixed"), None),
        (one_area, on("meeting", "2026-11-30", "fixed"), None),
        (none(), on("discharge", "2026-11-30", "fixed"), None),
    ];
    lifts(RuleId::FL8, &cases);
}

#[test]
fn what_the_law_provides_for_is_never_left_on_a_waiting_list() {
    let cases = [
        (json!({"support-anyone": "no"}), json!({"issue-kind": "care-review"}), Some(Standard)),
        (none(), json!({"issue-kind": "nhs-complaint"}), Some(Standard)),
        (none(), json!({"issue-kind": "social-care-access"}), Some(Standard)),
        (none(), json!({"issue-kind": "care-review"}), None),
        (none(), housing(), None),
    ];
    lifts(RuleId::FL9, &cases);
}

#[test]
fn what_nobody_knows_is_not_left_waiting() {
    let cases = [
        (none(), json!({"issue-kind": "housing", "dates-known": "unknown"}), Some(Standard)),
        (none(), json!({"issue-kind": "housing", "dates-known": "dont-know"}), Some(Standard)),
        (none(), json!({"issue-kind": "housing", "dates-known": "yes"}), Some(Standard)),
        (none(), dated("housing", &json!({"date-what": "meeting"})), Some(Standard)),
        (none(), json!({"issue-kind": "housing", "dates-known": "none"}), None),
        (json!({"risk-person": ["dont-know"]}), housing(), Some(Standard)),
        (json!({"risk-visitor": ["none-known"]}), housing(), None),
        (json!({"danger-now": "not-sure"}), housing(), Some(Urgent)),
        (json!({"harm-alleged": "not-sure"}), housing(), Some(Urgent)),
        (json!({"harm-alleged": "yes", "harm-access": "not-sure"}), housing(), Some(Urgent)),
        (json!({"harm-alleged": "yes"}), housing(), Some(Urgent)),
        (json!({"harm-alleged": "yes", "harm-access": "no"}), housing(), None),
        (none(), dated("housing", &json!({"date-what": "meeting", "date-when": "June 2027"})), Some(Standard)),
    ];
    lifts(RuleId::FL10, &cases);
}

#[test]
fn harm_that_goes_on_is_never_left_longer_than_harm_that_is_feared() {
    let harmed = json!({"harm-alleged": "yes", "harm-access": "yes"});
    let enquiry = |part: &str| json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": part});
    let cases = [
        (harmed.clone(), housing(), Some(Urgent)),
        (harmed.clone(), enquiry("adult-at-risk"), Some(Urgent)),
        (harmed.clone(), enquiry("dont-know"), Some(Urgent)),
        (harmed, enquiry("source-of-harm"), None),
        (json!({"harm-alleged": "yes"}), housing(), None),
        (json!({"harm-alleged": "yes", "harm-access": "no"}), housing(), None),
        (json!({"harm-alleged": "yes", "harm-access": "not-sure"}), housing(), None),
    ];
    lifts(RuleId::FL11, &cases);
}

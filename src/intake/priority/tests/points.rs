//! Each rule alone: with the fact that calls for it, and with the nearest fact that does not.

use serde_json::{Value, json};

use super::super::{Reason, RuleId, Weight};
use crate::intake::testing::{dated, issue, issue_of, rules};

/// The points a rule brought, if it is among the reasons.
fn brought(person: &Value, about: &Value, rule: RuleId) -> Option<i32> {
    let issue = issue_of(person, about);
    issue.reasons.iter().find(|reason| reason.rule == rule).map(Reason::added)
}

fn meeting(day: &str, firm: &str) -> Value {
    dated("housing", &json!({"date-what": "meeting", "date-when": day, "date-firm": firm}))
}

#[test]
fn a_date_scores_by_the_working_days_left() {
    for (day, rule, points) in [
        ("2026-11-20", RuleId::A1, 40),
        ("2026-11-23", RuleId::A1, 40),
        ("2026-11-24", RuleId::A1, 40),
        ("2026-11-25", RuleId::A2, 35),
        ("2026-11-26", RuleId::A3, 28),
        ("2026-11-30", RuleId::A3, 28),
        ("2026-12-01", RuleId::A4, 18),
        ("2026-12-07", RuleId::A4, 18),
        ("2026-12-08", RuleId::A5, 10),
        ("2026-12-21", RuleId::A5, 10),
        ("2026-12-22", RuleId::A6, 4),
        ("2028-12-22", RuleId::A6, 4),
        ("don't know", RuleId::A7, 12),
    ] {
        assert_eq!(brought(&json!({}), &meeting(day, "fixed"), rule), Some(points), "{day}");
        assert_eq!(brought(&json!({}), &meeting(day, "not-sure"), rule), Some(points), "{day}");
        assert_eq!(brought(&json!({}), &meeting(day, "moveable"), rule), Some(points / 2), "{day} moveable");
    }
    assert_eq!(rules(&issue(&json!({"issue-kind": "housing", "dates-known": "none"}))), [RuleId::C4]);
}

#[test]
fn a_part_of_a_date_scores_from_its_first_day_that_is_left_and_says_so() {
    for (day, rule, points, said) in [
        ("December 2026", RuleId::A4, 18, "on Tuesday 1 December 2026 at the earliest, 6 working days from today."),
        ("2027", RuleId::A6, 4, "on Friday 1 January 2027 at the earliest, 26 working days from today."),
        ("November 2026", RuleId::A1, 40, "on Monday 23 November 2026 at the earliest: today."),
        ("October 2026", RuleId::A1, 40, "on Saturday 31 October 2026 at the latest, and nobody has told us"),
    ] {
        assert_eq!(brought(&json!({}), &meeting(day, "fixed"), rule), Some(points), "{day}");
        let issue = issue(&meeting(day, "fixed"));
        assert!(issue.reasons[0].sentence.contains(said), "{}", issue.reasons[0].sentence);
    }
}

#[test]
fn an_appointment_is_moveable_until_somebody_says_that_it_is_fixed() {
    for (what, firm, points) in [
        ("appointment", "fixed", 40),
        ("appointment", "not-sure", 20),
        ("other", "moveable", 20),
        ("other", "fixed", 40),
        ("hearing", "not-sure", 40),
    ] {
        let about = dated("housing", &json!({"date-what": what, "date-when": "2026-11-24", "date-firm": firm}));
        assert_eq!(issue(&about).points, points, "{what} {firm}");
    }
}

#[test]
fn the_date_that_brings_most_counts_and_never_two() {
    let about = json!({"issue-kind": "housing", "dates-known": "yes", "dates": [
        {"date-what": "hearing", "date-when": "2026-12-02"},
        {"date-what": "meeting", "date-when": "2026-11-24", "date-firm": "moveable"},
        {"date-what": "meeting"},
    ]});
    let issue = issue(&about);
    assert_eq!(issue.points, 20);
    assert!(issue.reasons[0].sentence.starts_with("The meeting is on Tuesday 24 November 2026"));
}

#[test]
fn a_date_that_has_passed_counts_until_somebody_says_what_became_of_it() {
    let passed = |outcome: &str| {
        dated("housing", &json!({"date-what": "hearing", "date-when": "2026-11-19", "date-outcome": outcome}))
    };
    for (outcome, points) in [("not-yet", 40), ("dont-know", 40), ("went-ahead", 0), ("did-not", 0)] {
        assert_eq!(issue(&passed(outcome)).points, points, "{outcome}");
    }
    let mut decided = passed("dont-know");
    decided.as_object_mut().unwrap().insert("issue-stage".to_owned(), json!("decided"));
    assert_eq!(issue(&decided).points, 0);
}

#[test]
fn the_law_sets_dates_of_its_own() {
    let dols = |start: &str| json!({"issue-kind": "dols-39a", "dols-authorisation": "urgent", "dols-start": start});
    let section = |start: &str, tribunal: &str| json!({"issue-kind": "mental-health-act", "mha-section": "s2", "mha-started": start, "mha-tribunal": tribunal});
    let complaint = |event: &str, made: &str| json!({"issue-kind": "nhs-complaint", "complaint-event": event, "complaint-made": made});
    for (about, expected) in [
        // The first day counts: seven days from the 20th end on the 26th, three working days from now.
        (dols("2026-11-20"), Some((RuleId::A3, "Thursday 26 November 2026"))),
        // Fourteen days from the 11th end on the 24th.
        (section("2026-11-11", "wants"), Some((RuleId::A1, "Tuesday 24 November 2026"))),
        (section("2026-11-11", "dont-know"), Some((RuleId::A1, "Tuesday 24 November 2026"))),
        (section("2026-11-11", "applied"), None),
        (section("2026-11-11", "does-not-want"), None),
        (section("2026-11-10", "wants"), Some((RuleId::A1, "Monday 23 November 2026"))),
        // A window that has closed with no outcome told keeps its points for as long as section 2 can last: 28 days.
        (section("2026-11-09", "wants"), Some((RuleId::A1, "Sunday 22 November 2026"))),
        (section("2026-10-27", "dont-know"), Some((RuleId::A1, "Monday 9 November 2026"))),
        (section("2026-10-26", "dont-know"), None),
        (section("2026-11-09", "applied"), None),
        (complaint("2025-11-25", "no"), Some((RuleId::A2, "Wednesday 25 November 2026"))),
        (complaint("December 2025", "no"), Some((RuleId::A4, "Tuesday 1 December 2026"))),
        (complaint("2025-11-25", "yes"), None),
        (complaint("2025-11-22", "no"), None),
        // Any day of the month or year may be the last: the first that is left counts.
        (complaint("November 2025", "no"), Some((RuleId::A1, "Monday 23 November 2026 at the earliest: today"))),
        (complaint("2025", "no"), Some((RuleId::A1, "Monday 23 November 2026"))),
        (complaint("about 2025", "no"), Some((RuleId::A1, "Monday 23 November 2026"))),
        (complaint("October 2025", "no"), None),
        (complaint("don't know", "no"), None),
    ] {
        let issue = issue(&about);
        let scored = issue.reasons.iter().find(|reason| reason.rule <= RuleId::A7);
        assert_eq!(scored.map(|reason| reason.rule), expected.map(|(rule, _)| rule), "{about}");
        assert!(expected.is_none_or(|(_, day)| scored.unwrap().sentence.contains(day)), "{scored:?}");
    }
}

#[test]
fn each_b_rule_stands_on_its_own_fact() {
    let housing = json!({"issue-kind": "housing"});
    let reach = |part: &str| json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": part});
    let harmed = json!({"harm-alleged": "yes", "harm-access": "yes"});
    let none = json!({});
    let eviction = |day: &str, outcome: Option<&str>| {
        dated("housing", &json!({"date-what": "eviction", "date-when": day, "date-outcome": outcome}))
    };
    let decided = |mut about: Value| {
        about.as_object_mut().unwrap().insert("issue-stage".to_owned(), json!("decided"));
        about
    };
    let cases: &[(RuleId, Value, Value, Option<i32>)] = &[
        (RuleId::B1, json!({"danger-now": "yes"}), housing.clone(), Some(30)),
        (RuleId::B1, json!({"danger-now": "not-sure"}), housing.clone(), None),
        (RuleId::B2, harmed.clone(), housing.clone(), Some(20)),
        (RuleId::B2, json!({"harm-alleged": "yes", "harm-access": "no"}), housing.clone(), None),
        (RuleId::B2, harmed.clone(), reach("source-of-harm"), None),
        (RuleId::B3, harmed.clone(), reach("source-of-harm"), Some(12)),
        (RuleId::B3, harmed, reach("adult-at-risk"), None),
        (RuleId::B3, none.clone(), json!({"issue-kind": "safeguarding-review"}), Some(12)),
        (RuleId::B3, none.clone(), json!({"issue-kind": "imca-adult-protection"}), Some(12)),
        (RuleId::B3, none.clone(), json!({"issue-kind": "child-protection"}), None),
        (RuleId::B4, json!({"kept": "yes"}), housing.clone(), Some(12)),
        (RuleId::B4, json!({"kept": "not-sure"}), housing.clone(), None),
        (RuleId::B4, none.clone(), json!({"issue-kind": "dols-39a"}), Some(12)),
        (RuleId::B4, none.clone(), json!({"issue-kind": "paid-rpr", "dols-authorisation": "none"}), None),
        (RuleId::B4, none.clone(), json!({"issue-kind": "mental-health-act", "mha-section": "s136"}), Some(12)),
        (RuleId::B4, none.clone(), json!({"issue-kind": "mental-health-act", "mha-section": "cto"}), None),
        (RuleId::B5, none.clone(), json!({"issue-kind": "care-planning", "objects": "yes"}), Some(8)),
        (RuleId::B5, none.clone(), json!({"issue-kind": "care-planning", "objects": "not-sure"}), None),
        (RuleId::B6, json!({"home-risk": "homeless-now"}), housing.clone(), Some(10)),
        (RuleId::B6, json!({"home-risk": "within-56-days"}), housing.clone(), Some(10)),
        (RuleId::B6, json!({"home-risk": "no"}), housing.clone(), None),
        (
            RuleId::B6,
            none.clone(),
            dated("housing", &json!({"date-what": "eviction", "date-when": "2027-01-18"})),
            Some(10),
        ),
        (
            RuleId::B6,
            none.clone(),
            dated("housing", &json!({"date-what": "eviction", "date-when": "2027-01-19"})),
            None,
        ),
        // What became of yesterday’s eviction nobody has told: until they have, it counts.
        (RuleId::B6, none.clone(), eviction("2026-11-22", None), Some(10)),
        (RuleId::B6, none.clone(), eviction("2026-11-22", Some("dont-know")), Some(10)),
        (RuleId::B6, none.clone(), eviction("2026-11-22", Some("went-ahead")), None),
        (RuleId::B6, none.clone(), eviction("2026-11-22", Some("did-not")), None),
        (RuleId::B6, none.clone(), eviction("2026-11-24", Some("not-yet")), Some(10)),
        (RuleId::B6, none.clone(), eviction("2026-11-24", Some("did-not")), None),
        (RuleId::B6, none.clone(), decided(eviction("2026-11-22", None)), None),
        (RuleId::B7, none.clone(), json!({"issue-kind": "child-protection"}), Some(8)),
        (RuleId::B7, none.clone(), json!({"issue-kind": "court"}), None),
        (RuleId::B8, none.clone(), json!({"issue-kind": "serious-medical-treatment"}), Some(10)),
        (RuleId::B8, none.clone(), json!({"issue-kind": "nhs-accommodation"}), Some(10)),
        (RuleId::B8, none.clone(), json!({"issue-kind": "council-accommodation", "stay-long": "no"}), None),
        (RuleId::B8, none.clone(), json!({"issue-kind": "housing", "hard-to-undo": "yes"}), Some(10)),
        (RuleId::B8, none, json!({"issue-kind": "housing", "hard-to-undo": "not-sure"}), None),
    ];
    for (rule, person, about, points) in cases {
        assert_eq!(brought(person, about, *rule), *points, "{} {person} {about}", rule.slug());
    }
}

#[test]
fn a_safeguarding_matter_says_whose_part_it_is() {
    let said = |part: &str| {
        let about = json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": part});
        let reasons = issue(&about).reasons;
        reasons.into_iter().find(|reason| reason.rule == RuleId::B3).unwrap().sentence
    };
    assert!(said("adult-at-risk").contains("can still reach the person"));
    assert_eq!(said("source-of-harm"), "There is a safeguarding matter about what the person is said to have done.");
}

#[test]
fn being_kept_counts_for_every_issue_of_the_person() {
    let json = json!({"issues": [
        {"issue-kind": "housing"}, {"issue-kind": "mental-health-act", "mha-section": "s3"},
    ]});
    let issues = crate::intake::testing::referral(&json).issues;
    assert!(issues.iter().all(|issue| rules(issue).contains(&RuleId::B4)));
}

#[test]
fn worries_add_up_to_a_limit_and_say_what_it_took() {
    let all = json!({"danger-now": "yes", "harm-alleged": "yes", "harm-access": "yes", "home-risk": "homeless-now"});
    let issue = issue_of(&all, &json!({"issue-kind": "housing"}));
    let cap = issue.reasons.iter().find(|reason| reason.rule == RuleId::BCap).unwrap();
    assert_eq!(cap.weight, Weight::Points(-30));
    assert_eq!(issue.points, 30);
    assert!(cap.sentence.contains("at most 30 points"));
    let just = issue_of(&json!({"danger-now": "yes"}), &json!({"issue-kind": "housing"}));
    assert!(!rules(&just).contains(&RuleId::BCap));
}

#[test]
fn each_d_rule_stands_on_the_need_stated() {
    let housing = json!({"issue-kind": "housing"});
    let soon = |day| dated("housing", &json!({"date-what": "hearing", "date-when": day}));
    let two = json!({"involve-understand": "difficulty", "involve-communicate": "difficulty"});
    let cases: &[(RuleId, Value, Value, Option<i32>)] = &[
        (RuleId::D1, json!({"support-anyone": "no"}), housing.clone(), Some(5)),
        (RuleId::D1, json!({"support-anyone": "not-sure"}), housing.clone(), None),
        (RuleId::D2, two, housing.clone(), Some(3)),
        (RuleId::D2, json!({"involve-understand": "difficulty"}), housing.clone(), None),
        (RuleId::D2, json!({}), json!({"issue-kind": "housing", "capacity": "lacks"}), Some(3)),
        (RuleId::D2, json!({}), json!({"issue-kind": "housing", "capacity": "fluctuates"}), None),
        (RuleId::D3, json!({"interpreter": "yes"}), soon("2026-12-07"), Some(2)),
        (RuleId::D3, json!({"interpreter": "yes"}), soon("2026-12-08"), None),
        (RuleId::D3, json!({"interpreter": "dont-know"}), soon("2026-12-07"), None),
        (RuleId::D3, json!({"interpreter": "yes"}), housing, None),
    ];
    for (rule, person, about, points) in cases {
        assert_eq!(brought(person, about, *rule), *points, "{} {person} {about}", rule.slug());
    }
}

#[test]
fn a_bare_claim_of_urgency_orders_and_never_lifts() {
    let urgent = json!({"says-urgent": "yes"});
    let housing = json!({"issue-kind": "housing"});
    assert_eq!(brought(&urgent, &housing, RuleId::X), Some(3));
    assert_eq!(brought(&urgent, &json!({"issue-kind": "housing", "dates-known": "unknown"}), RuleId::X), Some(3));
    assert_eq!(brought(&json!({"says-urgent": "yes", "urgent-why": "He leaves"}), &housing, RuleId::X), None);
    let dated = dated("housing", &json!({"date-what": "hearing", "date-when": "2027-12-08"}));
    assert_eq!(brought(&urgent, &dated, RuleId::X), None);
    // 18 points without the claim, 21 with it: still planned.
    let almost = json!({"says-urgent": "yes", "support-anyone": "no", "involve-weigh": "difficulty",
        "involve-remember": "difficulty", "home-risk": "homeless-now"});
    let issue = issue_of(&almost, &housing);
    assert_eq!((issue.points, issue.band), (21, crate::settings::rubric::Band::Planned));
}

//! The rules as a list, and the sums that were worked out before any of them was written.

mod contact_by;
mod floors;
mod page;
mod points;

use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::intake::testing::{issue_of, rules};
use crate::settings::rubric::Band;

#[test]
fn every_rule_stands_once_and_says_what_it_rests_on() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id.slug()).collect();
    assert_eq!(ids.len(), RULES.len());
    for rule in RULES {
        assert!(rule.sentence.ends_with(['.', '}']) && !rule.source.is_empty(), "{}", rule.id.slug());
    }
    assert!(RULES.is_sorted_by_key(|rule| rule.id));
}

/// The five sums that were worked out before any rule was written.
#[test]
fn the_worked_checks_come_out() {
    let alone = json!({"support-anyone": "no"});
    let two_areas = json!({"support-anyone": "no", "involve-understand": "difficulty", "involve-weigh": "difficulty"});
    let on = |what, day| json!({"dates-known": "yes", "dates": [{"date-what": what, "date-when": day}]});
    let with = |mut issue: serde_json::Value, more: serde_json::Value| {
        issue.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        issue
    };
    let assessment = with(json!({"issue-kind": "care-needs-assessment"}), on("meeting", "2026-12-14"));
    let repair = json!({"issue-kind": "housing", "dates-known": "none"});
    let operation =
        with(json!({"issue-kind": "serious-medical-treatment", "capacity": "lacks"}), on("treatment", "2026-12-03"));
    let complaint = json!({"issue-kind": "nhs-complaint", "complaint-event": "2025-11-27"});
    let representative = json!({"issue-kind": "paid-rpr", "dols-authorisation": "standard",
        "dols-representative": "none", "objects": "no", "capacity": "lacks"});
    for (person, about, points, band) in [
        (&two_areas, &assessment, 33, Band::Standard),
        (&json!({}), &repair, 0, Band::Planned),
        (&alone, &operation, 51, Band::Urgent),
        (&json!({}), &complaint, 36, Band::Urgent),
        (&alone, &representative, 35, Band::Standard),
    ] {
        let issue = issue_of(person, about);
        assert_eq!((issue.points, issue.band), (points, band), "{about} {:?}", rules(&issue));
    }
}

#[test]
fn no_sentence_is_left_with_a_gap_in_it() {
    let person = json!({"danger-now": "yes", "harm-alleged": "yes", "harm-access": "not-sure", "interpreter": "yes",
        "support-anyone": "no", "involve-weigh": "difficulty", "involve-remember": "difficulty",
        "home-risk": "homeless-now", "says-urgent": "yes", "risk-person": ["dont-know"], "kept": "yes"});
    let date = json!([{"date-what": "discharge", "date-when": "2026-11-24"}, {"date-what": "hearing"}]);
    let issues = [
        json!({"issue-kind": "dols-39a", "dols-authorisation": "urgent", "dates-known": "yes", "dates": date}),
        json!({"issue-kind": "mental-health-act", "mha-section": "s2", "dates-known": "unknown"}),
        json!({"issue-kind": "serious-medical-treatment", "capacity": "lacks", "dates-known": "dont-know"}),
        json!({"issue-kind": "housing", "dates-known": "yes",
            "dates": [{"date-what": "eviction", "date-when": "2027-01-01", "date-firm": "moveable"}]}),
    ];
    for about in issues {
        for reason in issue_of(&person, &about).reasons {
            assert!(!reason.sentence.contains(['{', '}']), "{}", reason.sentence);
            assert!(reason.sentence.ends_with('.') && !reason.sentence.contains("  "), "{}", reason.sentence);
        }
    }
}

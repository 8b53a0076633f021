//! The moment by which somebody makes contact, on the Monday on which these referrals came at ten.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::super::{Measure, RuleId};
use crate::form::Voice;
use crate::intake::calendar::Calendar;
use crate::intake::testing::{answers, dated, issue_of, monday, rubric, rules};
use crate::intake::{AssessedIssue, assess_again};
use crate::settings::rubric::Band;

fn contact_by(person: &Value, about: &Value) -> String {
    issue_of(person, about).contact_by.to_rfc3339()
}

#[test]
fn the_earliest_promise_holds() {
    let none = json!({});
    let hearing =
        |day: &str, firm: &str| dated("housing", &json!({"date-what": "hearing", "date-when": day, "date-firm": firm}));
    for (person, about, expected) in [
        // Bands: planned 5 working days, standard 5, urgent 3, immediate 1.
        (&none, json!({"issue-kind": "housing"}), "2026-11-30T17:00:00+00:00"),
        (&none, json!({"issue-kind": "nhs-complaint"}), "2026-11-30T17:00:00+00:00"),
        (&none, hearing("2026-11-30", "moveable"), "2026-11-26T17:00:00+00:00"),
        // Danger now: the day it came.
        (&json!({"danger-now": "yes"}), json!({"issue-kind": "housing"}), "2026-11-23T17:00:00+00:00"),
        // Services with a target of their own.
        (&none, json!({"issue-kind": "care-review"}), "2026-11-26T17:00:00+00:00"),
        (&none, json!({"issue-kind": "mental-health-act"}), "2026-11-26T17:00:00+00:00"),
        // The last open moment before a date that cannot be moved; one that has gone is now.
        (&none, hearing("2026-11-25", "fixed"), "2026-11-24T17:00:00+00:00"),
        (&none, hearing("2026-11-24", "fixed"), "2026-11-23T17:00:00+00:00"),
        (&none, hearing("2026-11-23", "fixed"), "2026-11-23T10:00:00+00:00"),
        (&none, hearing("2026-11-19", "fixed"), "2026-11-23T10:00:00+00:00"),
        (&none, hearing("2026-11-24", "moveable"), "2026-11-26T17:00:00+00:00"),
        // Someone does harm and can reach the person, or nobody knows whether someone is in danger.
        (
            &json!({"harm-alleged": "yes", "harm-access": "yes"}),
            json!({"issue-kind": "housing"}),
            "2026-11-24T17:00:00+00:00",
        ),
        (&json!({"harm-alleged": "yes"}), json!({"issue-kind": "housing"}), "2026-11-24T17:00:00+00:00"),
        (
            &json!({"harm-alleged": "yes", "harm-access": "no"}),
            json!({"issue-kind": "housing"}),
            "2026-11-30T17:00:00+00:00",
        ),
        (&json!({"danger-now": "not-sure"}), json!({"issue-kind": "housing"}), "2026-11-24T17:00:00+00:00"),
    ] {
        assert_eq!(contact_by(person, &about), expected, "{person} {about}");
    }
}

fn later(json: &Value, now: DateTime<Utc>) -> AssessedIssue {
    let calendar = Calendar::default();
    let measure = Measure { rubric: rubric(), calendar: &calendar, now, received_at: monday() };
    assess_again(&answers(Voice::Professional, json), Voice::Professional, &measure).issues.remove(0)
}

#[test]
fn waiting_past_the_promise_adds_a_little_and_never_changes_the_band() {
    // Promised for Monday 30 November; a point for every two working days after it, five at most.
    let housing = json!({"issues": [{"issue-kind": "housing"}]});
    for (days, points) in [(0, 0), (7, 0), (8, 0), (9, 1), (10, 1), (11, 2), (60, 5), (400, 5)] {
        let issue = later(&housing, monday() + TimeDelta::days(days));
        assert_eq!(issue.points, points, "after {days} days");
        assert_eq!(rules(&issue).contains(&RuleId::E), points > 0);
        assert_eq!(issue.band, Band::Planned);
    }
}

#[test]
fn targets_run_from_receipt_and_dates_from_today() {
    let hearing = json!({"issues": [dated("housing", &json!({"date-what": "hearing", "date-when": "2026-12-22"}))]});
    assert!(rules(&later(&hearing, monday())).contains(&RuleId::A6));
    let issue = later(&hearing, "2026-12-18T09:00:00Z".parse().unwrap());
    assert!(rules(&issue).contains(&RuleId::A2));
    // A promise that had passed stays the moment it was: it does not begin again with every look at it.
    assert_eq!(issue.contact_by.to_rfc3339(), "2026-11-26T17:00:00+00:00");
}

#[test]
fn danger_now_is_met_the_day_it_comes_or_the_next_day_anybody_is_there() {
    let calendar = Calendar::default();
    let json = json!({"danger-now": "yes", "issues": [{"issue-kind": "housing"}]});
    let answers = answers(Voice::Professional, &json);
    for (now, expected) in [
        ("2026-11-26T04:27:00Z", "2026-11-26T17:00:00+00:00"),
        ("2026-11-26T16:59:00Z", "2026-11-26T17:00:00+00:00"),
        ("2026-11-26T18:00:00Z", "2026-11-27T17:00:00+00:00"),
        ("2026-11-28T12:00:00Z", "2026-11-30T17:00:00+00:00"),
    ] {
        let now = now.parse().unwrap();
        let measure = Measure { rubric: rubric(), calendar: &calendar, now, received_at: now };
        let assessment = assess_again(&answers, Voice::Professional, &measure);
        assert_eq!(assessment.contact_by.to_rfc3339(), expected);
    }
}

#[test]
fn in_a_band_that_staff_chose_dates_and_services_still_hold() {
    let calendar = Calendar::default();
    let measure = Measure { rubric: rubric(), calendar: &calendar, now: monday(), received_at: monday() };
    let in_planned = |json: Value| {
        let assessment = assess_again(&answers(Voice::Professional, &json), Voice::Professional, &measure);
        assert!(assessment.band < Band::Planned, "{json}");
        assessment.contact_by_in(Band::Planned, &measure).to_rfc3339()
    };
    let two = json!({"issues": [{"issue-kind": "nhs-complaint"},
        dated("housing", &json!({"date-what": "hearing", "date-when": "2026-11-27"}))]});
    let s2 = json!({"issues": [{"issue-kind": "mental-health-act", "mha-section": "s2", "mha-started": "2026-11-12"}]});
    for (json, expected) in [
        (json!({"danger-now": "yes", "issues": [{"issue-kind": "housing"}]}), "2026-11-30T17:00:00+00:00"),
        // The day before a hearing, in whichever issue; the last open moment of the tribunal window; a service's own.
        (two, "2026-11-26T17:00:00+00:00"),
        (s2, "2026-11-24T17:00:00+00:00"),
        (
            json!({"danger-now": "yes", "support-anyone": "no", "issues": [{"issue-kind": "care-review"}]}),
            "2026-11-26T17:00:00+00:00",
        ),
    ] {
        assert_eq!(in_planned(json.clone()), expected, "{json}");
    }
}

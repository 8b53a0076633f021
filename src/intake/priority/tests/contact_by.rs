//! The moment by which somebody makes contact, on the Monday on which these referrals came at ten.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::super::{Measure, RuleId};
use crate::form::Voice;
use crate::intake::calendar::Calendar;
use crate::intake::testing::{answers, dated, issue_of, monday, rubric, rules};
use crate::intake::{AssessedIssue, assess_again};

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
        (&json!({"danger-now": "yes"}), json!({"issue-kind": "housing"}), "2026-11-24T17:00:00+00:00"),
        // Services with a target of their own.
        (&none, json!({"issue-kind": "care-review"}), "2026-11-26T17:00:00+00:00"),
        (&none, json!({"issue-kind": "mental-health-act"}), "2026-11-26T17:00:00+00:00"),
        // The last open moment before a date that cannot be moved; one that has gone is now.
        (&none, hearing("2026-11-25", "fixed"), "2026-11-24T17:00:00+00:00"),
        (&none, hearing("2026-11-24", "fixed"), "2026-11-23T17:00:00+00:00"),
        (&none, hearing("2026-11-23", "fixed"), "2026-11-23T10:00:00+00:00"),
        (&none, hearing("2026-11-19", "fixed"), "2026-11-23T10:00:00+00:00"),
        (&none, hearing("2026-11-24", "moveable"), "2026-11-26T17:00:00+00:00"),
        // Nobody knows whether someone is in danger.
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
        assert_eq!(issue.band, crate::settings::rubric::Band::Planned);
    }
}

#[test]
fn targets_run_from_receipt_and_dates_from_today() {
    let hearing = json!({"issues": [dated("housing", &json!({"date-what": "hearing", "date-when": "2026-12-22"}))]});
    assert!(rules(&later(&hearing, monday())).contains(&RuleId::A6));
    let issue = later(&hearing, "2026-12-18T09:00:00Z".parse().unwrap());
    assert!(rules(&issue).contains(&RuleId::A2));
    assert_eq!(issue.contact_by.to_rfc3339(), "2026-12-18T09:00:00+00:00");
}

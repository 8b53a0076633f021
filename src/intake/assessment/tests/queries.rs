//! What does not fit together is asked about where it belongs, and nowhere else.

use serde_json::{Value, json};

use super::{as_json, ids};
use crate::intake::testing::referral;

#[test]
fn every_query_is_asked_where_it_belongs() {
    let about = |person: Value, issue: Value| (person, issue);
    let none = || json!({});
    let passed = json!([{"date-what": "hearing", "date-when": "2026-11-19"}]);
    let out_of_area = json!({"placed-out-of-area": "yes", "support-anyone": "no"});
    let someone = json!({"support-anyone": "yes", "support-willing": "yes", "support-agreed": "yes"});
    let treatment = |capacity: &str| json!({"issue-kind": "serious-medical-treatment", "capacity": capacity});
    let cases = [
        ("imca-has-capacity", about(none(), treatment("has")), true),
        ("imca-has-capacity", about(none(), treatment("lacks")), false),
        ("imca-suitable-family", about(someone.clone(), treatment("lacks")), true),
        ("imca-suitable-family", about(someone, json!({"issue-kind": "imca-adult-protection"})), false),
        ("imha-excluded-section", about(none(), json!({"issue-kind": "mental-health-act", "mha-section": "s4"})), true),
        (
            "imha-excluded-section",
            about(none(), json!({"issue-kind": "mental-health-act", "mha-section": "s3"})),
            false,
        ),
        ("informal-route", about(json!({"referrer-body": "voluntary"}), json!({"issue-kind": "care-review"})), true),
        ("informal-route", about(json!({"referrer-body": "voluntary"}), json!({"issue-kind": "housing"})), false),
        ("refused-with-capacity", about(json!({"consent": "refuses", "consent-capacity": "yes"}), none()), true),
        ("refused-with-capacity", about(json!({"consent": "refuses"}), none()), false),
        ("refusal-hearsay", about(json!({"consent": "refuses", "consent-capacity": "not-sure"}), none()), true),
        ("refusal-hearsay", about(json!({"consent": "refuses", "consent-capacity": "yes"}), none()), false),
        ("out-of-area", about(out_of_area.clone(), treatment("lacks")), true),
        ("out-of-area", about(out_of_area, json!({"issue-kind": "care-review"})), false),
        ("date-passed", about(none(), json!({"issue-kind": "court", "dates-known": "yes", "dates": passed})), true),
        (
            "date-passed",
            about(
                none(),
                json!({"issue-kind": "court", "issue-stage": "decided", "dates-known": "yes", "dates": passed}),
            ),
            false,
        ),
        ("complaint-late", about(none(), json!({"issue-kind": "nhs-complaint", "complaint-event": "2024"})), true),
        ("complaint-late", about(none(), json!({"issue-kind": "nhs-complaint", "complaint-event": "2026"})), false),
        ("age-mismatch", about(json!({"person-age-group": "under-16", "person-born": "1980"}), none()), true),
        (
            "adult-process-under-18",
            about(json!({"person-age-group": "16-17"}), json!({"issue-kind": "care-planning"})),
            true,
        ),
        (
            "adult-process-under-18",
            about(json!({"person-age-group": "16-17"}), json!({"issue-kind": "childs-needs-assessment"})),
            false,
        ),
        (
            "prison-safeguarding",
            about(json!({"person-location": "prison"}), json!({"issue-kind": "safeguarding-enquiry"})),
            true,
        ),
        (
            "prison-safeguarding",
            about(json!({"person-location": "prison"}), json!({"issue-kind": "safeguarding-review"})),
            false,
        ),
        (
            "prison-review",
            about(json!({"person-location": "prison"}), json!({"issue-kind": "safeguarding-review"})),
            true,
        ),
        ("prison-review", about(none(), json!({"issue-kind": "safeguarding-review"})), false),
        (
            "dols-urgent-representative",
            about(none(), json!({"issue-kind": "paid-rpr", "dols-authorisation": "urgent"})),
            true,
        ),
        (
            "dols-urgent-representative",
            about(none(), json!({"issue-kind": "dols-39a", "dols-authorisation": "urgent"})),
            false,
        ),
        ("dols-39d-request", about(none(), json!({"issue-kind": "dols-39d", "dols-representative": "unpaid"})), true),
        (
            "dols-39d-request",
            about(
                none(),
                json!({"issue-kind": "dols-39d", "dols-representative": "unpaid", "dols-request": "representative"}),
            ),
            false,
        ),
        (
            "source-of-harm",
            about(none(), json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": "source-of-harm"})),
            true,
        ),
        ("retrospective-repeat", about(none(), json!({"issue-kind": "care-planning", "issue-stage": "decided"})), true),
        ("dols-standard-39a", about(none(), json!({"issue-kind": "dols-39a", "dols-authorisation": "standard"})), true),
    ];
    asks(cases);
}

/// Whether a query is asked, for answers about the person and about one issue.
fn asks(cases: impl IntoIterator<Item = (&'static str, (Value, Value), bool)>) {
    for (id, (mut person, issue), asked) in cases {
        person.as_object_mut().unwrap().insert("issues".to_owned(), json!([issue]));
        let queries = as_json(&referral(&person))["queries"].take();
        assert_eq!(ids(&queries).contains(&id.to_owned()), asked, "{id}: {queries}");
    }
}

#[test]
fn what_contradicts_itself_or_has_run_out_is_asked_about() {
    let none = || json!({});
    let about = |person: Value, issue: Value| (person, issue);
    let treatment = |capacity: &str| json!({"issue-kind": "serious-medical-treatment", "capacity": capacity});
    let decided_by = |body: &str| json!({"issue-kind": "serious-medical-treatment", "decision-maker-body": body});
    let section_two = |start: &str, tribunal: &str| json!({"issue-kind": "mental-health-act", "mha-section": "s2", "mha-started": start, "mha-tribunal": tribunal});
    let authorised_from =
        |start: &str| json!({"issue-kind": "dols-39d", "dols-authorisation": "standard", "dols-start": start});
    let some_day = |day: &str| json!({"issue-kind": "court", "dates-known": "yes", "dates": [{"date-when": day}]});
    let complaint = |event: &str| json!({"issue-kind": "nhs-complaint", "complaint-event": event});
    let cases = [
        ("imca-decision-maker", about(none(), decided_by("other")), true),
        ("imca-decision-maker", about(none(), decided_by("nhs")), false),
        ("imca-decision-maker", about(none(), decided_by("dont-know")), false),
        ("imca-under-16", about(json!({"person-age-group": "under-16"}), treatment("lacks")), true),
        ("imca-under-16", about(json!({"person-age-group": "16-17"}), treatment("lacks")), false),
        ("tribunal-closed", about(none(), section_two("2026-11-09", "wants")), true),
        ("tribunal-closed", about(none(), section_two("2026-08-09", "dont-know")), true),
        ("tribunal-closed", about(none(), section_two("2026-11-10", "wants")), false),
        ("tribunal-closed", about(none(), section_two("2026-11-09", "applied")), false),
        ("kept-unknown", about(json!({"kept": "not-sure"}), json!({"issue-kind": "housing"})), true),
        ("kept-unknown", about(json!({"kept": "not-sure"}), section_two("2026-11-20", "wants")), false),
        ("kept-unknown", about(json!({"kept": "no"}), json!({"issue-kind": "housing"})), false),
        ("home-unknown", about(json!({"home-risk": "not-sure"}), json!({"issue-kind": "court"})), true),
        ("home-unknown", about(json!({"home-risk": "no"}), json!({"issue-kind": "court"})), false),
        ("start-ahead", about(none(), section_two("2026-11-24", "wants")), true),
        ("start-ahead", about(none(), section_two("23 November", "wants")), false),
        ("start-ahead", about(none(), authorised_from("2026-12-01")), true),
        ("start-ahead", about(none(), authorised_from("20 November")), false),
        ("date-day", about(none(), some_day("December 2026")), true),
        ("date-day", about(none(), some_day("November 2026")), true),
        ("date-day", about(none(), some_day("October 2026")), false),
        ("date-passed", about(none(), some_day("October 2026")), true),
        ("date-day", about(none(), some_day("2026-12-01")), false),
        ("complaint-day", about(none(), complaint("November 2025")), true),
        ("complaint-late", about(none(), complaint("November 2025")), false),
        ("complaint-late", about(none(), complaint("October 2025")), true),
        ("complaint-day", about(none(), complaint("December 2025")), false),
        ("harm-no-process", about(json!({"harm-alleged": "yes"}), json!({"issue-kind": "housing"})), true),
        ("harm-no-process", about(json!({"harm-alleged": "not-sure"}), json!({"issue-kind": "housing"})), false),
        (
            "harm-no-process",
            about(json!({"harm-alleged": "yes"}), json!({"issue-kind": "safeguarding-enquiry"})),
            false,
        ),
        ("advocacy-kind", about(json!({"advocacy-kind": ["imca"]}), json!({"issue-kind": "housing"})), true),
        ("advocacy-kind", about(json!({"advocacy-kind": ["care-act"]}), json!({"issue-kind": "not-sure"})), true),
        (
            "advocacy-kind",
            about(json!({"advocacy-kind": ["care-act"]}), json!({"issue-kind": "social-care-access"})),
            false,
        ),
        ("advocacy-kind", about(json!({"advocacy-kind": ["imca"]}), treatment("lacks")), false),
        ("advocacy-kind", about(json!({"advocacy-kind": ["not-sure"]}), json!({"issue-kind": "housing"})), false),
    ];
    asks(cases);
}

#[test]
fn what_does_not_fit_what_the_law_asks_is_asked_about() {
    let about = |person: Value, issue: Value| (person, issue);
    let none = || json!({});
    asks([
        (
            "imca-no-body-decides",
            about(none(), json!({"issue-kind": "council-accommodation", "decision-maker-body": "person"})),
            true,
        ),
        // One answer is asked about once.
        (
            "imca-decision-maker",
            about(none(), json!({"issue-kind": "council-accommodation", "decision-maker-body": "person"})),
            false,
        ),
        (
            "imca-no-body-decides",
            about(none(), json!({"issue-kind": "council-accommodation", "decision-maker-body": "nhs"})),
            false,
        ),
        (
            "imca-no-body-decides",
            about(none(), json!({"issue-kind": "council-accommodation", "decision-maker-body": "no-decision"})),
            true,
        ),
        (
            "imca-no-body-decides",
            about(none(), json!({"issue-kind": "council-accommodation", "decision-maker-body": "council"})),
            false,
        ),
        (
            "imca-no-body-decides",
            about(none(), json!({"issue-kind": "housing", "decision-maker-body": "person"})),
            false,
        ),
        (
            "concern-not-enquiry",
            about(none(), json!({"issue-kind": "safeguarding-enquiry", "enquiry-led-by": "no-one-yet"})),
            true,
        ),
        (
            "concern-not-enquiry",
            about(none(), json!({"issue-kind": "safeguarding-enquiry", "enquiry-led-by": "other"})),
            true,
        ),
        (
            "concern-not-enquiry",
            about(none(), json!({"issue-kind": "safeguarding-enquiry", "enquiry-led-by": "council"})),
            false,
        ),
        (
            "safeguarding-part-other",
            about(none(), json!({"issue-kind": "safeguarding-review", "safeguarding-part": "other"})),
            true,
        ),
        (
            "safeguarding-part-other",
            about(none(), json!({"issue-kind": "safeguarding-review", "safeguarding-part": "adult-at-risk"})),
            false,
        ),
        ("liberty-exception", about(json!({"support-anyone": "yes", "support-exception": ["liberty"]}), none()), true),
        (
            "liberty-exception",
            about(json!({"support-anyone": "yes", "support-exception": ["long-stay"]}), none()),
            false,
        ),
    ]);
}

//! A referral assessed whole: its order, its queries, its gaps and its call-backs.

mod properties;

use serde_json::{Value, json};

use super::*;
use crate::form::Line;
use crate::intake::completeness::Level;
use crate::intake::testing::{assess_as, issue_of, monday, referral, rubric};

/// The ids under that name, in order.
fn ids(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

fn as_json(assessment: &Assessment) -> Value {
    serde_json::to_value(assessment).unwrap()
}

fn names(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn it_is_written_out_in_the_order_people_read_it() {
    let assessment = as_json(&referral(&json!({
        "danger-now": "yes", "person-age-group": "18-over", "person-born": "2015",
        "issues": [{"issue-kind": "care-review", "issue-stage": "decided"}],
    })));
    assert_eq!(names(&assessment), ["band", "contact_by", "emergency", "gaps", "queries", "issues", "call_backs"]);
    let issue = &assessment["issues"][0];
    assert_eq!(
        names(issue),
        ["kind", "service_line", "informal", "provisional", "limbs", "duty", "band", "points", "reasons", "contact_by"]
    );
    assert_eq!(names(&issue["limbs"][0]), ["id", "sentence", "state", "source"]);
    assert_eq!(names(&issue["reasons"][0]), ["rule", "points", "sentence", "source"]);
    let floor = issue["reasons"].as_array().unwrap().iter().find(|reason| reason["rule"] == "FL1").unwrap();
    assert_eq!(names(floor), ["rule", "floor", "sentence", "source"]);
    assert_eq!(names(&assessment["queries"][0]), ["id", "sentence"]);
    assert_eq!(names(&assessment["queries"][1]), ["id", "sentence", "issue"]);
    assert_eq!(names(&assessment["gaps"][0]), ["path", "question", "level", "lines"]);
    assert_eq!(names(&assessment["call_backs"][0]), ["id", "sentence", "due"]);
    assert_eq!(
        (&assessment["band"], &assessment["contact_by"], &assessment["emergency"], &issue["kind"], &issue["duty"]),
        (&json!("immediate"), &json!("2026-11-23T17:00:00Z"), &json!(true), &json!("care-review"), &json!("C4")),
    );
}

#[test]
fn a_referral_takes_its_most_urgent_issue() {
    let assessment = referral(&json!({"issues": [
        {"issue-kind": "housing"},
        {"issue-kind": "housing", "dates-known": "yes", "dates": [{"date-what": "hearing", "date-when": "2026-11-25"}]},
        {"issue-kind": "nhs-complaint"},
    ]}));
    let bands: Vec<Band> = assessment.issues.iter().map(|issue| issue.band).collect();
    assert_eq!(bands, [Band::Planned, Band::Urgent, Band::Standard]);
    assert_eq!((assessment.band, assessment.contact_by), (Band::Urgent, assessment.issues[1].contact_by));
    assert_eq!(assessment.most_urgent(), Some(&assessment.issues[1]));
}

#[test]
fn answers_to_questions_that_are_not_asked_make_no_facts() {
    // Danger is over; what was written while it was not is set aside, and so is a section under another kind.
    let raw = json!({"issues": [{"issue-kind": "housing", "mha-section": "s2", "dols-authorisation": "urgent"}]});
    let raw = crate::form::RawAnswers::from_json(raw.as_object().unwrap());
    let now = monday();
    let answers = REFERRAL.read(&raw, Voice::Professional, Calendar::today(now)).answers;
    let assessment = assess(&answers, Voice::Professional, rubric(), &Calendar::default(), now);
    assert_eq!((assessment.band, assessment.issues[0].points), (Band::Planned, 0));
}

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
            "source-of-harm",
            about(none(), json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": "source-of-harm"})),
            true,
        ),
        ("retrospective-repeat", about(none(), json!({"issue-kind": "care-planning", "issue-stage": "decided"})), true),
        ("dols-standard-39a", about(none(), json!({"issue-kind": "dols-39a", "dols-authorisation": "standard"})), true),
    ];
    for (id, (person, issue), asked) in cases {
        assert_asked(id, person, &issue, asked);
    }
}

/// Whether that query is among those of a referral of one issue.
fn assert_asked(id: &str, mut person: Value, issue: &Value, asked: bool) {
    person.as_object_mut().unwrap().insert("issues".to_owned(), json!([issue]));
    let queries = as_json(&referral(&person))["queries"].take();
    assert_eq!(ids(&queries).contains(&id.to_owned()), asked, "{id}: {queries}");
}

#[test]
fn what_contradicts_itself_or_has_run_out_is_asked_about() {
    let none = || json!({});
    let about = |person: Value, issue: Value| (person, issue);
    let treatment = |capacity: &str| json!({"issue-kind": "serious-medical-treatment", "capacity": capacity});
    let decided_by = |body: &str| json!({"issue-kind": "serious-medical-treatment", "decision-maker-body": body});
    let section_two = |start: &str, tribunal: &str| json!({"issue-kind": "mental-health-act", "mha-section": "s2", "mha-started": start, "mha-tribunal": tribunal});
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
    for (id, (person, issue), asked) in cases {
        assert_asked(id, person, &issue, asked);
    }
}

#[test]
fn somebody_rings_about_what_nobody_could_tell_us() {
    let call_backs = |voice, json| ids(&as_json(&assess_as(voice, &json))["call_backs"]);
    let has = |list: &[String], id: &str| list.iter().any(|one| one == id);
    let unclear =
        call_backs(Voice::Myself, json!({"issues": [{"issue-kind": "care-review"}], "danger-now": "not-sure"}));
    assert!(["ask-unknown", "ask-limbs", "ask-authority"].iter().all(|id| has(&unclear, id)), "{unclear:?}");
    let clear = call_backs(
        Voice::Professional,
        json!({"referrer-body": "council-social-care", "support-anyone": "no", "involve-weigh": "difficulty",
            "issues": [{"issue-kind": "care-review", "dates-known": "none"}]}),
    );
    assert!(!["ask-unknown", "ask-limbs", "ask-authority"].iter().any(|id| has(&clear, id)), "{clear:?}");
    let twice = referral(&json!({"issues": [{"issue-kind": "care-review"}, {"issue-kind": "care-planning"}]}));
    assert_eq!(twice.call_backs.iter().filter(|call| call.id == "ask-limbs").count(), 1);
    // What is asked is what would show the limbs of that service.
    let asked = |issues: Value| {
        let calls = referral(&json!({"issues": issues})).call_backs;
        calls.into_iter().find(|call| call.id == "ask-limbs").map(|call| call.sentence.into_owned()).unwrap_or_default()
    };
    assert!(asked(json!([{"issue-kind": "mental-health-act", "mha-section": "dont-know"}])).contains("which section"));
    assert!(
        asked(json!([{"issue-kind": "dols-39a", "dols-authorisation": "dont-know"}])).contains("which authorisation")
    );
    let both = asked(json!([{"issue-kind": "not-sure"}, {"issue-kind": "nhs-accommodation"}]));
    assert!(both.contains("what it is about") && both.contains("lacks capacity"), "{both}");
    assert!(twice.call_backs.iter().all(|call| call.due.to_rfc3339() == "2026-11-24T17:00:00+00:00"));
}

#[test]
fn a_gap_says_what_it_holds_up_and_only_for_the_services_in_scope() {
    let gaps = |json| referral(&json).gaps;
    let level =
        |gaps: &[Gap], path: &str| gaps.iter().find(|gap| gap.path == path).map(|gap| (gap.level, gap.lines.clone()));
    let housing = gaps(json!({"issues": [{"issue-kind": "housing"}]}));
    assert_eq!(level(&housing, "danger-now"), Some((Level::ToSend, vec![])));
    assert_eq!(level(&housing, "issues.1.dates-known"), Some((Level::ToTriage, vec![])));
    assert_eq!(level(&housing, "involve-weigh"), None);
    assert_eq!(level(&housing, "nhs-number"), None);
    let review = gaps(json!({"issues": [{"issue-kind": "housing"}, {"issue-kind": "care-review"}]}));
    assert_eq!(level(&review, "involve-weigh"), Some((Level::ToInstruct, vec![Line::CareAct])));
    assert_eq!(level(&review, "issues.2.capacity"), None);
    // A denied duty keeps its questions open: the answers may turn out to be wrong.
    let denied = gaps(json!({"issues": [{"issue-kind": "serious-medical-treatment", "capacity": "has"}]}));
    assert_eq!(level(&denied, "issues.1.capacity-who"), Some((Level::ToInstruct, vec![Line::Imca])));
    // The authorisation request raises the question of capacity itself: 39A asks for no assessment.
    let dols = gaps(json!({"issues": [{"issue-kind": "dols-39a"}]}));
    assert_eq!(level(&dols, "issues.1.capacity"), None);
    assert_eq!(level(&dols, "issues.1.dols-authorisation"), Some((Level::ToInstruct, vec![Line::Dols39A])));
    // What became of a date is asked once it has passed.
    let hearing =
        |day| json!({"issues": [{"issue-kind": "court", "dates-known": "yes", "dates": [{"date-when": day}]}]});
    assert_eq!(level(&gaps(hearing("2026-11-22")), "issues.1.dates.1.date-outcome"), Some((Level::ToTriage, vec![])));
    assert_eq!(level(&gaps(hearing("2026-11-23")), "issues.1.dates.1.date-outcome"), None);
    // The person's own safe way of contact is needed before sending only when they write themselves.
    assert_eq!(level(&housing, "contact-ways"), Some((Level::ToTriage, vec![])));
    let own = assess_as(Voice::Myself, &json!({})).gaps;
    assert_eq!(level(&own, "contact-ways"), Some((Level::ToSend, vec![])));
}

#[test]
fn words_that_could_not_be_read_leave_the_question_open() {
    let raw = json!({"issues": [{"issue-kind": "court", "dates-known": "yes",
        "dates": [{"date-what": "hearing", "date-when": "a week on Tuesday, I think"}]}]});
    let raw = crate::form::RawAnswers::from_json(raw.as_object().unwrap());
    let now = monday();
    let answers = REFERRAL.read(&raw, Voice::Professional, Calendar::today(now)).answers;
    let assessment = assess(&answers, Voice::Professional, rubric(), &Calendar::default(), now);
    assert!(assessment.gaps.iter().any(|gap| gap.path == "issues.1.dates.1.date-when"));
    assert_eq!(assessment.issues[0].points, 12);
}

#[test]
fn emergency_is_danger_now_and_nothing_else() {
    assert!(referral(&json!({"danger-now": "yes"})).emergency);
    assert!(!referral(&json!({"danger-now": "not-sure"})).emergency);
    let near = json!({"issue-kind": "court", "dates-known": "yes",
        "dates": [{"date-what": "hearing", "date-when": "2026-11-24"}]});
    assert_eq!(issue_of(&json!({}), &near).band, Band::Immediate);
    assert!(!referral(&json!({"issues": [near]})).emergency);
}

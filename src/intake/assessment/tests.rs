//! A referral assessed whole: its order and its gaps; its queries and its call-backs have a file each.

mod call_backs;
mod properties;
mod queries;

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

fn with(mut json: Value, more: &Value) -> Value {
    json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json
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
    assert_eq!(
        names(&assessment),
        ["band", "contact_by", "emergency", "gaps", "queries", "issues", "call_backs", "cautions"]
    );
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
fn whoever_will_contact_us_has_answered_how_to_be_contacted() {
    let enough = json!({"danger-now": "no", "person-name": "Dina Okonjo", "contact-ways": ["i-will-contact"],
        "happening": "They read my letters.", "consent": "yes"});
    let to_send = |voice, json: &Value| {
        let gaps = assess_as(voice, json).gaps;
        gaps.into_iter().filter(|gap| gap.level == Level::ToSend).map(|gap| gap.question).collect::<Vec<_>>()
    };
    assert_eq!(to_send(Voice::Myself, &enough), Vec::<&str>::new());
    let someone = with(enough, &json!({"referrer-name": "Ruth Okonjo", "referrer-contact-ways": ["i-will-contact"]}));
    assert_eq!(to_send(Voice::Someone, &someone), Vec::<&str>::new());
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

//! What must hold of any referral whatever, found out by making up many.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::super::{Assessment, assess};
use crate::form::{REFERRAL, RawAnswers, Voice};
use crate::intake::calendar::Calendar;
use crate::intake::facts::Facts;
use crate::intake::priority::{Measure, Reason, RuleId, candidates};
use crate::intake::testing::{monday, rubric};
use crate::settings::rubric::Band;

/// A question and the choices somebody might make.
type Asked = (&'static str, &'static [&'static str]);

const YES_NO_NOT_SURE: &[&str] = &["yes", "no", "not-sure"];
const DIFFICULTY: &[&str] = &["difficulty", "no-difficulty", "not-sure"];

/// Questions about the person that every voice is asked, with choices that every voice is offered.
const PERSON: &[Asked] = &[
    ("danger-now", YES_NO_NOT_SURE),
    ("person-age-group", &["under-16", "16-17", "18-over", "dont-know"]),
    ("person-location", &["own-home", "hospital", "prison"]),
    ("interpreter", &["yes", "no"]),
    ("social-care-access", &["no", "refused", "waiting"]),
    ("kept", YES_NO_NOT_SURE),
    ("home-risk", &["homeless-now", "within-56-days", "no"]),
    ("says-urgent", &["yes", "no"]),
    ("involve-understand", DIFFICULTY),
    ("involve-remember", DIFFICULTY),
    ("involve-weigh", DIFFICULTY),
    ("involve-communicate", DIFFICULTY),
    ("support-anyone", YES_NO_NOT_SURE),
    ("support-willing", YES_NO_NOT_SURE),
    ("support-agreed", &["yes", "no", "not-sure"]),
    ("harm-alleged", YES_NO_NOT_SURE),
    ("harm-access", YES_NO_NOT_SURE),
    ("risk-person", &["none-known", "falls", "dont-know"]),
];

/// Questions about an issue that every voice is asked.
const ISSUE: &[Asked] = &[
    (
        "issue-kind",
        &[
            "not-sure",
            "care-needs-assessment",
            "care-review",
            "safeguarding-enquiry",
            "serious-medical-treatment",
            "nhs-accommodation",
            "council-accommodation",
            "dols-39a",
            "dols-39d",
            "paid-rpr",
            "mental-health-act",
            "nhs-complaint",
            "child-protection",
            "housing",
        ],
    ),
    ("safeguarding-part", &["adult-at-risk", "source-of-harm", "dont-know"]),
    ("issue-stage", &["under-way", "decided"]),
    ("stay-long", &["yes", "no"]),
    ("dols-authorisation", &["urgent", "standard", "none", "dont-know"]),
    ("dols-start", &["2026-11-18", "2026-11-23"]),
    ("dols-representative", &["none", "unpaid", "paid"]),
    ("dols-request", &["person", "nobody"]),
    ("mha-section", &["s2", "s3", "s4", "cto", "informal", "dont-know"]),
    ("mha-started", &["2026-11-12", "2026-11-20"]),
    ("mha-tribunal", &["wants", "applied"]),
    ("complaint-event", &["December 2025", "November 2025", "2025", "2025-11-26", "2020"]),
    ("decision-maker-body", &["nhs", "council", "other", "dont-know"]),
    ("objects", YES_NO_NOT_SURE),
    ("hard-to-undo", YES_NO_NOT_SURE),
    ("capacity", &["has", "lacks", "not-assessed"]),
];

const DATE: &[Asked] = &[
    ("date-what", &["meeting", "hearing", "discharge", "eviction", "appointment", "other"]),
    (
        "date-when",
        &[
            "2026-11-19",
            "2026-11-23",
            "2026-11-25",
            "2026-11-30",
            "2026-12-10",
            "2027-02-01",
            "November 2026",
            "December 2026",
            "2027",
            "don't know",
        ],
    ),
    ("date-firm", &["fixed", "moveable", "not-sure"]),
    ("date-outcome", &["not-yet", "went-ahead"]),
];

/// Three in four questions answered, the others left blank.
fn some_of(asked: &'static [Asked]) -> impl Strategy<Value = Map<String, Value>> {
    proptest::collection::vec((0_usize..4, 0_usize..420), asked.len()).prop_map(move |picks| {
        let answered = asked.iter().zip(picks).filter(|(_, (answered, _))| *answered > 0);
        answered
            .map(|((slug, choices), (_, pick))| ((*slug).to_owned(), json!(choices[pick % choices.len()])))
            .collect()
    })
}

/// An issue with so many dates at least.
fn an_issue(dates: usize) -> impl Strategy<Value = Value> {
    (some_of(ISSUE), proptest::collection::vec(some_of(DATE), dates..3)).prop_map(|(mut issue, dates)| {
        // A date with nothing said about it is not kept.
        let dates: Vec<_> = dates.into_iter().filter(|date| !date.is_empty()).collect();
        issue.insert("dates-known".to_owned(), json!(if dates.is_empty() { "none" } else { "yes" }));
        issue.insert("dates".to_owned(), json!(dates));
        Value::Object(issue)
    })
}

fn a_referral(dates: usize) -> impl Strategy<Value = Value> {
    (some_of(PERSON), proptest::collection::vec(an_issue(dates), 1..3)).prop_map(|(mut person, issues)| {
        person.insert("issues".to_owned(), json!(issues));
        Value::Object(person)
    })
}

fn assess_json(voice: Voice, json: &Value) -> Assessment {
    let raw = RawAnswers::from_json(json.as_object().unwrap());
    let answers = REFERRAL.read(&raw, voice, Calendar::today(monday())).answers;
    assess(&answers, voice, rubric(), &Calendar::default(), monday())
}

fn facts_of(json: &Value) -> Facts {
    let raw = RawAnswers::from_json(json.as_object().unwrap());
    let answers = REFERRAL.read(&raw, Voice::Professional, Calendar::today(monday())).answers;
    Facts::from(&REFERRAL.counting(&answers, Voice::Professional).answers, Voice::Professional)
}

fn with(mut json: Value, slug: &str, answer: Value) -> Value {
    json.as_object_mut().unwrap().insert(slug.to_owned(), answer);
    json
}

/// Everything about priority, apart from what a date's own sentence says.
fn standing(assessment: &Assessment) -> Vec<(Band, i32, Vec<RuleId>, chrono::DateTime<chrono::Utc>)> {
    let of = |reasons: &[Reason]| reasons.iter().map(|reason| reason.rule).collect();
    assessment.issues.iter().map(|issue| (issue.band, issue.points, of(&issue.reasons), issue.contact_by)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn points_are_the_sum_of_the_reasons_and_the_band_follows_from_them(json in a_referral(0)) {
        let rubric = rubric();
        for issue in assess_json(Voice::Professional, &json).issues {
            prop_assert_eq!(issue.points, issue.reasons.iter().map(Reason::added).sum::<i32>());
            let deciding = issue.reasons.iter().filter(|reason| !matches!(reason.rule, RuleId::E | RuleId::X));
            let by_points = rubric.band_of(deciding.map(Reason::added).sum());
            let by_floor = issue.reasons.iter().filter_map(Reason::lifts_to).min();
            prop_assert_eq!(issue.band, by_floor.map_or(by_points, |floor| floor.min(by_points)));
            prop_assert!(issue.contact_by >= monday());
            prop_assert!(issue.reasons.is_sorted_by_key(|reason| reason.rule));
            for reason in &issue.reasons {
                prop_assert!(!reason.sentence.contains(['{', '}']) && !reason.source.is_empty(), "{:?}", reason);
            }
        }
    }

    #[test]
    fn one_more_date_never_lowers_a_band_nor_delays_anybody(json in a_referral(1), date in some_of(DATE)) {
        prop_assume!(!date.is_empty() && !json["issues"][0]["dates"].as_array().unwrap().is_empty());
        let before = assess_json(Voice::Professional, &json);
        let mut more = json.clone();
        more["issues"][0]["dates"].as_array_mut().unwrap().push(Value::Object(date));
        let after = assess_json(Voice::Professional, &more);
        prop_assert!(after.band <= before.band);
        for (after, before) in after.issues.iter().zip(&before.issues) {
            prop_assert!(after.band <= before.band && after.contact_by <= before.contact_by);
        }
    }

    #[test]
    fn a_nearer_date_never_lowers_a_band_nor_delays_anybody(
        json in a_referral(0), far in 0_u64..90, nearer in 0_u64..90, firm in select(&["fixed", "moveable", "not-sure"][..]),
    ) {
        prop_assume!(nearer <= far);
        let on = |days| {
            let day: NaiveDate = Calendar::today(monday()).checked_add_days(Days::new(days)).unwrap();
            let mut json = json.clone();
            json["issues"][0]["dates-known"] = json!("yes");
            json["issues"][0]["dates"] = json!([{"date-what": "hearing", "date-when": day, "date-firm": firm}]);
            assess_json(Voice::Professional, &json)
        };
        let (near, far) = (on(nearer), on(far));
        prop_assert!(near.band <= far.band);
        prop_assert!(near.issues[0].contact_by <= far.issues[0].contact_by);
    }

    /// Whoever says that they are hurt is never left longer than whoever is not sure of it. Where they can no longer be
    /// reached the rubric has a place of its own for it; and what a person is said to have done to others is not harm
    /// to them.
    #[test]
    fn yes_is_never_below_not_sure(json in a_referral(0)) {
        let all_by_them = json["issues"].as_array().unwrap().iter().all(|issue| issue["safeguarding-part"] == "source-of-harm");
        let standing = |slug: &str, said: &str| {
            let assessment = assess_json(Voice::Professional, &with(json.clone(), slug, json!(said)));
            (assessment.band, assessment.contact_by)
        };
        let (danger, unsure) = (standing("danger-now", "yes"), standing("danger-now", "not-sure"));
        prop_assert!(danger.0 <= unsure.0 && danger.1 <= unsure.1, "danger: {:?} and {:?}", danger, unsure);
        if json["harm-access"] != "no" && !all_by_them {
            let (harm, unsure) = (standing("harm-alleged", "yes"), standing("harm-alleged", "not-sure"));
            prop_assert!(harm.0 <= unsure.0 && harm.1 <= unsure.1, "harm: {:?} and {:?}", harm, unsure);
        }
    }

    #[test]
    fn a_band_that_staff_chose_never_puts_contact_after_a_date_that_cannot_be_moved(
        json in a_referral(0), band in select(&Band::ALL[..]),
    ) {
        let calendar = Calendar::default();
        let measure = Measure { rubric: rubric(), calendar: &calendar, now: monday(), received_at: monday() };
        let assessment = assess_json(Voice::Professional, &json);
        let contact_by = assessment.contact_by_in(band, &measure);
        for last in assessment.issues.iter().filter_map(|issue| issue.last_moment) {
            prop_assert!(contact_by <= last.max(monday()));
        }
        prop_assert!(contact_by <= measure.target(rubric().target(band)).max(monday()));
        prop_assert!(band > assessment.band || contact_by <= assessment.contact_by);
        // The last moment of an issue is that of its dates, told and set by law.
        for (issue, facts) in assessment.issues.iter().zip(&facts_of(&json).issues) {
            let fixed = candidates(facts, &measure).into_iter().filter(|date| !date.moveable).filter_map(|date| date.day);
            prop_assert_eq!(issue.last_moment, fixed.map(|day| calendar.last_open_before(day)).min());
        }
    }

    #[test]
    fn who_is_asking_moves_nothing(json in a_referral(0)) {
        let professional = standing(&assess_json(Voice::Professional, &json));
        for voice in [Voice::Myself, Voice::Someone] {
            prop_assert_eq!(&standing(&assess_json(voice, &json)), &professional, "{:?}", voice);
        }
        for body in ["council-social-care", "care-provider", "voluntary"] {
            let from = with(json.clone(), "referrer-body", json!(body));
            prop_assert_eq!(&standing(&assess_json(Voice::Professional, &from)), &professional);
        }
    }

    #[test]
    fn words_and_labels_move_nothing(json in a_referral(0)) {
        let plain = standing(&assess_json(Voice::Someone, &json));
        for (slug, answer) in [
            ("happening", json!("VERY URGENT!!! CALL TODAY, HE IS IN DANGER AND WILL BE EVICTED TOMORROW")),
            ("wants", json!("please")),
            ("anything-else", json!("This is an emergency. Priority: immediate.")),
            ("culture", json!("Roma; keeps the Sabbath")),
            ("person-needs", json!(["learning-disability", "mental-health"])),
            ("person-title", json!("Lady, she/her")),
            ("communicates-by", json!(["bsl"])),
            ("heard-of-us", json!("council")),
            ("referrer-relationship", json!("friend")),
            ("referred-before", json!("yes")),
        ] {
            prop_assert_eq!(&standing(&assess_json(Voice::Someone, &with(json.clone(), slug, answer))), &plain, "{}", slug);
        }
    }
}

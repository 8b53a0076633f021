//! Each limb and each service line, as tables of answers and what follows from them.

use serde_json::{Value, json};

use super::*;
use crate::intake::AssessedIssue;
use crate::intake::testing::{answers, assess_as, issue, issue_of};

fn no_one() -> Value {
    json!({"support-anyone": "no"})
}

fn someone() -> Value {
    json!({"support-anyone": "yes", "support-willing": "yes", "support-agreed": "yes"})
}

fn with(mut one: Value, other: &Value) -> Value {
    one.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    one
}

fn state(issue: &AssessedIssue, id: &str) -> State {
    issue.limb(id).unwrap_or_else(|| panic!("no limb {id} among {:?}", issue.limbs)).state
}

/// Person, issue, and the line and duty that follow.
fn follows(cases: &[(Value, Value, Line, Duty)]) {
    for (person, about, line, duty) in cases {
        let issue = issue_of(person, about);
        assert_eq!((issue.service_line, issue.duty), (*line, *duty), "{person} {about} {:?}", issue.limbs);
    }
}

#[test]
fn someone_is_right_to_support_only_when_willing_and_wanted() {
    for (support, expected) in [
        (json!({}), State::NotKnown),
        (json!({"support-anyone": "no"}), State::Met),
        (json!({"support-anyone": "not-sure"}), State::NotKnown),
        (json!({"support-anyone": "yes"}), State::NotKnown),
        (json!({"support-anyone": "yes", "support-willing": "no"}), State::Met),
        (json!({"support-anyone": "yes", "support-agreed": "no"}), State::Met),
        (json!({"support-anyone": "yes", "support-willing": "yes"}), State::NotKnown),
        (json!({"support-anyone": "yes", "support-willing": "yes", "support-agreed": "not-sure"}), State::NotKnown),
        (json!({"support-anyone": "yes", "support-willing": "yes", "support-agreed": "cannot-say"}), State::NotMet),
        (someone(), State::NotMet),
    ] {
        let facts = Facts::from(&answers(Voice::Professional, &support), Voice::Professional);
        assert_eq!(super::no_one(&facts), expected, "{support}");
    }
}

#[test]
fn the_care_act_asks_for_difficulty_and_nobody_right_to_help() {
    let review = json!({"issue-kind": "care-review"});
    let difficulty = json!({"involve-weigh": "difficulty"});
    let easy = json!({"involve-understand": "no-difficulty", "involve-remember": "no-difficulty",
        "involve-weigh": "no-difficulty", "involve-communicate": "no-difficulty"});
    let disagree = with(someone(), &json!({"support-exception": ["disagreement"]}));
    follows(&[
        (with(no_one(), &difficulty), review.clone(), Line::CareAct, Duty::C1),
        (difficulty.clone(), review.clone(), Line::CareAct, Duty::C2),
        (no_one(), review.clone(), Line::CareAct, Duty::C2),
        (json!({}), review.clone(), Line::CareAct, Duty::C4),
        (json!({"involve-weigh": "not-sure", "support-anyone": "not-sure"}), review.clone(), Line::CareAct, Duty::C4),
        (with(no_one(), &easy), review.clone(), Line::Community, Duty::C4),
        (with(someone(), &difficulty), review.clone(), Line::Community, Duty::C4),
        (with(disagree.clone(), &difficulty), review.clone(), Line::CareAct, Duty::C1),
        // The exceptions of SI 2014/2889 are made under s67(7), and reach no safeguarding process.
        (with(disagree, &difficulty), json!({"issue-kind": "safeguarding-enquiry"}), Line::Community, Duty::C4),
    ]);
}

#[test]
fn every_care_act_process_names_its_own_provision() {
    let kinds: Vec<_> = IssueKind::ALL.iter().filter(|kind| kind.is_care_act()).collect();
    assert_eq!(kinds.len(), 11);
    let mut sources: Vec<_> =
        kinds.iter().map(|kind| issue(&json!({"issue-kind": kind.slug()})).limb("process").unwrap().source).collect();
    assert!(sources.iter().all(|source| source.starts_with("Care Act 2014 s6")), "{sources:?}");
    sources.dedup();
    assert_eq!(sources.len(), 11);
}

#[test]
fn safeguarding_is_for_the_adult_at_risk() {
    let enquiry = |part| json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": part, "capacity": "lacks"});
    let alone = with(no_one(), &json!({"involve-remember": "difficulty"}));
    follows(&[
        (alone.clone(), enquiry(Some("adult-at-risk")), Line::CareAct, Duty::C1),
        (alone.clone(), enquiry(None), Line::CareAct, Duty::C1),
        (json!({}), enquiry(Some("adult-at-risk")), Line::CareAct, Duty::C2),
        (json!({}), enquiry(None), Line::CareAct, Duty::C4),
        (alone.clone(), enquiry(Some("source-of-harm")), Line::Imca, Duty::C3),
        (with(alone.clone(), &json!({"person-location": "prison"})), enquiry(None), Line::Community, Duty::C4),
    ]);
    let source_of_harm = issue_of(&alone, &enquiry(Some("source-of-harm")));
    assert_eq!(state(&source_of_harm, "adult-at-risk"), State::NotMet);
    assert_eq!(state(&source_of_harm, "lacks-capacity"), State::Met);
    let able = with(enquiry(Some("source-of-harm")), &json!({"capacity": "has"}));
    follows(&[(alone, able, Line::Community, Duty::C4)]);
}

#[test]
fn a_concern_that_nobody_enquires_into_yet_is_not_an_enquiry_and_not_a_denial() {
    let alone = with(no_one(), &json!({"involve-remember": "difficulty"}));
    let led_by = |who: &str| json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": "adult-at-risk", "enquiry-led-by": who});
    for (who, process, duty) in [
        ("council", State::Met, Duty::C1),
        ("nhs", State::Met, Duty::C1),
        ("provider", State::Met, Duty::C1),
        ("dont-know", State::Met, Duty::C1),
        ("no-one-yet", State::NotKnown, Duty::C2),
        ("other", State::NotKnown, Duty::C2),
    ] {
        let issue = issue_of(&alone, &led_by(who));
        assert_eq!((issue.service_line, issue.duty, state(&issue, "process")), (Line::CareAct, duty, process), "{who}");
    }
    // A review is no enquiry, so nothing is asked about who leads one.
    let denied = with(someone(), &json!({"involve-remember": "difficulty"}));
    follows(&[(denied, led_by("no-one-yet"), Line::Community, Duty::C4)]);
}

#[test]
fn whoever_is_touched_in_another_way_is_not_shown_to_be_the_adult_at_risk() {
    let alone = with(no_one(), &json!({"involve-remember": "difficulty"}));
    let other = json!({"issue-kind": "safeguarding-enquiry", "safeguarding-part": "other"});
    let issue = issue_of(&alone, &other);
    assert_eq!((issue.service_line, issue.duty), (Line::CareAct, Duty::C2));
    assert_eq!(state(&issue, "adult-at-risk"), State::NotKnown);
    follows(&[(json!({}), other, Line::CareAct, Duty::C4)]);
}

#[test]
fn who_says_that_the_person_decides_or_nothing_is_decided_denies_no_imca() {
    for body in ["person", "no-decision"] {
        let treatment = |capacity: &str| json!({"issue-kind": "serious-medical-treatment", "decision-maker-body": body, "capacity": capacity});
        assert_eq!(state(&issue_of(&no_one(), &treatment("lacks")), "decision-maker"), State::NotKnown);
        follows(&[
            (no_one(), treatment("lacks"), Line::Imca, Duty::C2),
            (no_one(), treatment("has"), Line::Community, Duty::C4),
        ]);
    }
}

#[test]
fn prison_takes_away_the_enquiry_and_of_a_review_what_belongs_to_prison() {
    let inside = with(no_one(), &json!({"person-location": "prison", "involve-weigh": "difficulty"}));
    assert_eq!(state(&issue_of(&inside, &json!({"issue-kind": "safeguarding-enquiry"})), "not-prison"), State::NotMet);
    // Section 44 is disapplied only as far as the review is about the time in prison (s76(9)).
    let review = issue_of(&inside, &json!({"issue-kind": "safeguarding-review"}));
    assert_eq!((state(&review, "not-prison"), review.duty), (State::NotKnown, Duty::C2));
    assert_eq!(review.limb("not-prison").unwrap().source, "Care Act 2014 s76(9)");
    follows(&[(inside, json!({"issue-kind": "care-needs-assessment"}), Line::CareAct, Duty::C1)]);
}

#[test]
fn an_imca_is_for_a_decision_the_person_lacks_capacity_to_make() {
    let treatment = |extra: Value| with(json!({"issue-kind": "serious-medical-treatment"}), &extra);
    follows(&[
        (no_one(), treatment(json!({"capacity": "lacks"})), Line::Imca, Duty::C1),
        (no_one(), treatment(json!({"capacity": "lacks", "decision-maker-body": "nhs"})), Line::Imca, Duty::C1),
        (no_one(), treatment(json!({"capacity": "lacks", "decision-maker-body": "dont-know"})), Line::Imca, Duty::C2),
        // Another decision maker than the kind's is a contradiction, and no denial.
        (no_one(), treatment(json!({"capacity": "lacks", "decision-maker-body": "council"})), Line::Imca, Duty::C2),
        (no_one(), treatment(json!({"capacity": "lacks", "decision-maker-body": "other"})), Line::Imca, Duty::C2),
        (
            no_one(),
            treatment(json!({"capacity": "lacks", "decision-maker-body": "care-provider"})),
            Line::Imca,
            Duty::C2,
        ),
        (no_one(), treatment(json!({"capacity": "has", "decision-maker-body": "other"})), Line::Community, Duty::C4),
        (no_one(), treatment(json!({"capacity": "fluctuates"})), Line::Imca, Duty::C2),
        (no_one(), treatment(json!({"capacity": "has"})), Line::Community, Duty::C4),
        (someone(), treatment(json!({"capacity": "lacks"})), Line::Community, Duty::C4),
        (json!({}), treatment(json!({"decision-maker-body": "nhs"})), Line::Imca, Duty::C4),
        (
            with(no_one(), &json!({"person-age-group": "under-16"})),
            treatment(json!({"capacity": "lacks"})),
            Line::Community,
            Duty::C4,
        ),
    ]);
}

#[test]
fn a_move_needs_a_long_stay_and_its_own_decision_maker() {
    for (kind, body) in [("nhs-accommodation", "nhs"), ("council-accommodation", "council")] {
        let stay = |long, body| json!({"issue-kind": kind, "capacity": "lacks", "stay-long": long, "decision-maker-body": body});
        follows(&[
            (no_one(), stay("yes", body), Line::Imca, Duty::C1),
            (no_one(), stay("dont-know", body), Line::Imca, Duty::C2),
            (no_one(), stay("no", body), Line::Community, Duty::C4),
            (no_one(), stay("yes", "court"), Line::Imca, Duty::C2),
        ]);
    }
}

#[test]
fn a_care_review_and_adult_protection_are_powers() {
    follows(&[
        (no_one(), json!({"issue-kind": "imca-care-review", "capacity": "lacks"}), Line::Imca, Duty::C3),
        (json!({}), json!({"issue-kind": "imca-care-review"}), Line::Imca, Duty::C3),
        (someone(), json!({"issue-kind": "imca-care-review"}), Line::Community, Duty::C4),
        // Adult protection does not ask whether there is family.
        (someone(), json!({"issue-kind": "imca-adult-protection", "capacity": "lacks"}), Line::Imca, Duty::C3),
        (no_one(), json!({"issue-kind": "imca-adult-protection", "capacity": "has"}), Line::Community, Duty::C4),
    ]);
}

#[test]
fn deprivation_of_liberty_has_four_doors_and_none_asks_for_a_capacity_assessment() {
    let dols = |kind, authorisation, representative: Option<&str>| {
        let mut about = json!({"issue-kind": kind, "dols-authorisation": authorisation, "capacity": "has"});
        if let Some(representative) = representative {
            about = with(about, &json!({"dols-representative": representative}));
        }
        about
    };
    follows(&[
        (no_one(), dols("dols-39a", "urgent", None), Line::Dols39A, Duty::C1),
        (no_one(), dols("dols-39a", "standard-asked", None), Line::Dols39A, Duty::C1),
        (no_one(), dols("dols-39a", "standard", None), Line::Dols39A, Duty::C2),
        (no_one(), dols("dols-39a", "none", None), Line::Community, Duty::C4),
        (someone(), dols("dols-39a", "urgent", None), Line::Community, Duty::C4),
        (json!({}), dols("dols-39a", "dont-know", None), Line::Dols39A, Duty::C4),
        (
            with(no_one(), &json!({"person-age-group": "16-17"})),
            dols("dols-39a", "urgent", None),
            Line::Community,
            Duty::C4,
        ),
        (no_one(), dols("dols-39c", "standard", Some("ended")), Line::Dols39C, Duty::C1),
        (no_one(), dols("dols-39c", "standard", Some("none")), Line::Dols39C, Duty::C1),
        (no_one(), dols("dols-39c", "standard", Some("paid")), Line::Community, Duty::C4),
        (no_one(), dols("dols-39c", "standard-asked", Some("ended")), Line::Community, Duty::C4),
        (no_one(), dols("dols-39c", "urgent", Some("ended")), Line::Dols39C, Duty::C2),
        (json!({}), dols("dols-39d", "standard", Some("unpaid")), Line::Dols39D, Duty::C2),
        (json!({}), dols("dols-39d", "standard", Some("dont-know")), Line::Dols39D, Duty::C2),
        (json!({}), dols("dols-39d", "standard", Some("ended")), Line::Community, Duty::C4),
        (json!({}), dols("paid-rpr", "standard", Some("paid")), Line::PaidRpr, Duty::C1),
        (json!({}), dols("paid-rpr", "urgent", Some("paid")), Line::PaidRpr, Duty::C2),
        (json!({}), dols("paid-rpr", "standard", Some("unpaid")), Line::Community, Duty::C4),
        (no_one(), dols("paid-rpr", "standard", Some("dont-know")), Line::PaidRpr, Duty::C1),
        (someone(), dols("paid-rpr", "standard", None), Line::Community, Duty::C4),
    ]);
}

#[test]
fn an_advocate_beside_a_representative_rests_on_a_request_or_on_the_supervisory_body() {
    let about = |authorisation: &str, request: Option<&str>| {
        json!({"issue-kind": "dols-39d", "dols-authorisation": authorisation, "dols-representative": "unpaid",
            "dols-request": request})
    };
    for (request, limb, duty) in [
        (Some("person"), State::Met, Duty::C1),
        (Some("representative"), State::Met, Duty::C1),
        (Some("supervisory-body"), State::Met, Duty::C1),
        (Some("nobody"), State::NotKnown, Duty::C2),
        (Some("dont-know"), State::NotKnown, Duty::C2),
        (None, State::NotKnown, Duty::C2),
    ] {
        let issue = issue(&about("standard", request));
        assert_eq!((state(&issue, "request"), issue.duty), (limb, duty), "{request:?}");
    }
    follows(&[(json!({}), about("urgent", Some("person")), Line::Dols39D, Duty::C2)]);
}

#[test]
fn a_mental_health_advocate_follows_from_the_section_or_the_treatment() {
    let section = |slug| json!({"issue-kind": "mental-health-act", "mha-section": slug});
    for slug in ["s2", "s3", "s37", "s37-41", "s47", "s48", "cto", "guardianship", "conditional-discharge"] {
        follows(&[(json!({}), section(slug), Line::Imha, Duty::C1)]);
    }
    for slug in ["s4", "s5-2", "s5-4", "s135", "s136", "informal"] {
        follows(&[(json!({}), section(slug), Line::Community, Duty::C4)]);
    }
    for slug in ["other", "dont-know"] {
        follows(&[(json!({"kept": "yes"}), section(slug), Line::Imha, Duty::C4)]);
    }
    let treatment = |slug| with(section("informal"), &json!({"mha-treatment": slug}));
    follows(&[
        (json!({}), treatment("s57"), Line::Imha, Duty::C1),
        (json!({"person-age-group": "16-17"}), treatment("s58a"), Line::Imha, Duty::C1),
        (json!({"person-age-group": "18-over"}), treatment("s58a"), Line::Community, Duty::C4),
        (json!({"person-born": "1980"}), treatment("s58a"), Line::Community, Duty::C4),
        // The choice says “under 18” itself: nobody has to say it twice.
        (json!({}), treatment("s58a"), Line::Imha, Duty::C1),
        (json!({"person-age-group": "dont-know"}), treatment("s58a"), Line::Imha, Duty::C1),
    ]);
}

#[test]
fn an_owner_may_be_there_for_informal_patients_too() {
    let rubric = Rubric::read("imha_informal = true").unwrap();
    let about = json!({"issues": [{"issue-kind": "mental-health-act", "mha-section": "informal"}]});
    let facts = Facts::from(&answers(Voice::Professional, &about), Voice::Professional);
    let today = crate::intake::calendar::Calendar::today(crate::intake::testing::monday());
    let eligibility = judge(&facts, &facts.issues[0], &rubric, today);
    assert_eq!((eligibility.line, eligibility.duty), (Line::Imha, Duty::C3));
}

#[test]
fn where_nobody_is_sure_what_it_is_the_care_act_is_looked_at() {
    let not_sure = json!({"issue-kind": "not-sure"});
    let difficulty = json!({"involve-weigh": "difficulty"});
    let easy = json!({"involve-understand": "no-difficulty", "involve-remember": "no-difficulty",
        "involve-weigh": "no-difficulty", "involve-communicate": "no-difficulty"});
    follows(&[
        (json!({}), not_sure.clone(), Line::Community, Duty::C4),
        (
            json!({"involve-weigh": "not-sure", "support-anyone": "not-sure"}),
            not_sure.clone(),
            Line::Community,
            Duty::C4,
        ),
        (difficulty.clone(), not_sure.clone(), Line::CareAct, Duty::C2),
        (no_one(), not_sure.clone(), Line::CareAct, Duty::C2),
        (with(no_one(), &difficulty), not_sure.clone(), Line::CareAct, Duty::C2),
        (with(someone(), &difficulty), not_sure.clone(), Line::Community, Duty::C4),
        (with(no_one(), &easy), not_sure.clone(), Line::Community, Duty::C4),
        (
            with(with(someone(), &difficulty), &json!({"support-exception": ["long-stay"]})),
            not_sure.clone(),
            Line::CareAct,
            Duty::C2,
        ),
    ]);
    let open = issue_of(&json!({}), &not_sure);
    assert_eq!((open.nothing_shown, open.informal, state(&open, "process")), (true, false, State::NotKnown));
    assert!(open.reasons.iter().any(|reason| reason.sentence.starts_with("Nobody has told us yet")), "{open:?}");
    assert!(!assess_as(Voice::Myself, &with(no_one(), &json!({"issues": [not_sure]}))).issues[0].informal);
}

#[test]
fn every_other_kind_is_helped_without_a_duty() {
    follows(&[
        (no_one(), json!({"issue-kind": "nhs-complaint"}), Line::NhsComplaints, Duty::C3),
        (json!({}), json!({"issue-kind": "social-care-access"}), Line::SocialCareAccess, Duty::C2),
    ]);
    for kind in ["child-protection", "housing", "benefits-money", "court", "social-care-complaint"] {
        follows(&[(no_one(), json!({"issue-kind": kind}), Line::Community, Duty::C4)]);
    }
    assert!(issue(&json!({"issue-kind": "other"})).limbs.is_empty());
}

#[test]
fn only_a_council_or_an_nhs_body_can_instruct_formally() {
    let cases = [
        (Voice::Professional, Some("council-social-care"), "care-review", false),
        (Voice::Professional, Some("nhs-hospital"), "care-review", false),
        (Voice::Professional, Some("care-provider"), "care-review", true),
        (Voice::Professional, None, "care-review", false),
        (Voice::Professional, Some("nhs-hospital"), "dols-39a", true),
        (Voice::Professional, Some("council-dols-team"), "dols-39a", false),
        (Voice::Professional, Some("voluntary"), "mental-health-act", false),
        (Voice::Professional, Some("voluntary"), "housing", false),
        (Voice::Myself, None, "care-review", true),
        (Voice::Someone, None, "dols-39a", true),
        (Voice::Myself, None, "nhs-complaint", false),
        (Voice::Myself, None, "mental-health-act", false),
    ];
    for (voice, body, kind, informal) in cases {
        let mut json = json!({"issues": [{"issue-kind": kind}]});
        if let Some(body) = body {
            json = with(json, &json!({"referrer-body": body}));
        }
        assert_eq!(assess_as(voice, &json).issues[0].informal, informal, "{voice:?} {body:?} {kind}");
    }
}

#[test]
fn nothing_near_and_no_serious_treatment_is_held_back_for_a_missing_assessment() {
    let soon = json!({"dates-known": "yes", "dates": [{"date-what": "decision", "date-when": "2026-11-30"}]});
    let later = json!({"dates-known": "yes", "dates": [{"date-what": "decision", "date-when": "2026-12-01"}]});
    let movable = json!({"dates-known": "yes",
        "dates": [{"date-what": "meeting", "date-when": "2026-11-26", "date-firm": "moveable"}]});
    let shown = json!({"capacity": "lacks", "capacity-who": "Dr Amara Obi", "capacity-when": "November 2026"});
    let stay = json!({"issue-kind": "nhs-accommodation", "capacity": "lacks"});
    for (about, provisional) in [
        (stay.clone(), false),
        (with(stay.clone(), &soon), true),
        (with(stay.clone(), &later), false),
        (with(stay.clone(), &movable), false),
        (with(with(stay, &soon), &shown), false),
        (json!({"issue-kind": "serious-medical-treatment", "capacity": "lacks"}), true),
        (with(json!({"issue-kind": "serious-medical-treatment"}), &shown), false),
        (with(json!({"issue-kind": "imca-care-review"}), &soon), false),
        (with(json!({"issue-kind": "imca-adult-protection"}), &soon), true),
        (json!({"issue-kind": "dols-39a", "dols-authorisation": "urgent"}), false),
    ] {
        assert_eq!(issue_of(&no_one(), &about).provisional, provisional, "{about}");
    }
}

//! That the facts are those of the catalogue, and that every door reaches them.

use serde_json::{Value, json};

use super::*;
use crate::form::{Kind, REFERRAL, When};
use crate::intake::testing::answers;

fn facts(json: &Value) -> Facts {
    Facts::from(&answers(Voice::Professional, json), Voice::Professional)
}

/// The slugs of a fact, beside the question it answers.
macro_rules! facts_of_choices {
    ($($fact:ident),+ $(,)?) => {
        [$(($fact::QUESTION, $fact::ALL.iter().map(|choice| choice.slug()).collect::<Vec<_>>())),+]
    };
}

#[test]
fn every_choice_that_rules_tell_apart_is_a_choice_of_its_question() {
    let facts = facts_of_choices![
        AdvocacyKind,
        AgeGroup,
        Agreed,
        Aware,
        Capacity,
        Consent,
        DateFirm,
        DateOutcome,
        DateWhat,
        DatesKnown,
        DecisionMakerBody,
        DolsAuthorisation,
        DolsRepresentative,
        DolsRequest,
        EnquiryLedBy,
        HomeRisk,
        IssueKind,
        IssueStage,
        Location,
        MhaSection,
        MhaTreatment,
        MhaTribunal,
        ReferrerBody,
        SafeguardingPart,
        SocialCareAccess,
    ];
    for (key, slugs) in facts {
        let mut known = slugs;
        let mut offered: Vec<_> = REFERRAL.question(key).unwrap().choices().iter().map(|choice| choice.slug).collect();
        known.sort_unstable();
        offered.sort_unstable();
        assert_eq!(known, offered, "{}", key.slug());
    }
}

#[test]
fn a_referral_always_has_an_issue() {
    let kinds = |json| facts(&json).issues.iter().map(|issue| issue.kind).collect::<Vec<_>>();
    assert_eq!(kinds(json!({})), [IssueKind::NotSure]);
    assert_eq!(kinds(json!({"issues": [{"issue-words": "a letter came"}]})), [IssueKind::NotSure]);
    assert_eq!(kinds(json!({"issues": [{"issue-kind": "housing"}]})), [IssueKind::Housing]);
    assert_eq!(kinds(json!({"social-care-access": "refused"})), [IssueKind::SocialCareAccess]);
}

#[test]
fn whom_the_council_will_not_assess_has_that_as_an_issue_whatever_else_they_name() {
    for (access, kind, implied) in [
        ("refused", "housing", true),
        ("waiting", "housing", true),
        ("no-answer", "housing", true),
        ("not-asked", "housing", false),
        ("no", "housing", false),
        ("refused", "care-needs-assessment", true),
        ("no-answer", "safeguarding-enquiry", true),
        ("waiting", "not-sure", true),
        ("refused", "social-care-access", false),
    ] {
        let facts = facts(&json!({"social-care-access": access, "issues": [{"issue-kind": kind}]}));
        assert_eq!(facts.issues.len(), 1 + usize::from(implied), "{access}, {kind}");
    }
}

#[test]
fn a_blank_is_not_a_not_sure() {
    assert_eq!(facts(&json!({})).person.danger_now, None);
    assert_eq!(facts(&json!({"danger-now": "not-sure"})).person.danger_now, Some(Said::NotSure));
    assert!(!facts(&json!({})).person.risk_unknown);
    assert!(facts(&json!({"risk-visitor": ["dont-know"]})).person.risk_unknown);
}

#[test]
fn the_date_of_birth_tells_the_age_group_where_nobody_chose_one_and_it_leaves_no_doubt() {
    let today = crate::intake::calendar::Calendar::today(crate::intake::testing::monday());
    for (group, born, expected, mismatch) in [
        (None, "2010-11-23", Some(AgeGroup::From16To17), false),
        (None, "2010-11-24", Some(AgeGroup::Under16), false),
        (None, "2010", None, false),
        (Some("dont-know"), "1946", Some(AgeGroup::Adult), false),
        (Some("18-over"), "2010", Some(AgeGroup::Adult), true),
        (Some("16-17"), "2010", Some(AgeGroup::From16To17), false),
        (Some("under-16"), "about 80", Some(AgeGroup::Under16), true),
    ] {
        let person = facts(&json!({"person-age-group": group, "person-born": born})).person;
        assert_eq!(person.age_group(today), expected, "{group:?}, {born}");
        assert_eq!(person.has_age_mismatch(today), mismatch, "{group:?}, {born}");
    }
}

#[test]
fn a_date_is_unknown_when_it_is_blank_or_not_known_or_told_in_part_or_promised_and_not_given() {
    let unknown = |issue| facts(&json!({"issues": [issue]})).issues.remove(0).has_unknown_date();
    assert!(unknown(json!({"dates-known": "unknown"})));
    assert!(unknown(json!({"dates-known": "yes"})));
    assert!(unknown(json!({"dates-known": "yes", "dates": [{"date-what": "hearing"}]})));
    assert!(unknown(json!({"dates-known": "yes", "dates": [{"date-when": "don't know"}]})));
    assert!(unknown(json!({"dates-known": "yes", "dates": [{"date-when": "December 2026"}]})));
    assert!(!unknown(json!({"dates-known": "yes", "dates": [{"date-when": "2026-12-01"}]})));
    assert!(!unknown(json!({"dates-known": "none"})));
    assert!(!unknown(json!({"dates-known": "dont-know"})));
    assert!(!unknown(json!({"issue-kind": "housing"})));
}

#[test]
fn whoever_will_contact_us_is_not_contacted_whatever_else_was_said() {
    let no_contact = |voice, json| {
        let raw = crate::form::RawAnswers::from_json(Value::as_object(&json).unwrap());
        let today = crate::intake::calendar::Calendar::today(crate::intake::testing::monday());
        let read = REFERRAL.read(&raw, voice, today).answers;
        let facts = Facts::from(&REFERRAL.counting(&read, voice).answers, voice);
        (facts.no_contact.person, facts.no_contact.sender)
    };
    for (voice, person, sender, expected) in [
        (Voice::Myself, json!([]), json!([]), (false, false)),
        (Voice::Myself, json!(["phone"]), json!([]), (false, false)),
        (Voice::Myself, json!(["i-will-contact"]), json!([]), (true, true)),
        // Two answers that differ: the safe one is obeyed.
        (Voice::Myself, json!(["phone", "i-will-contact"]), json!([]), (true, true)),
        (Voice::Professional, json!(["i-will-contact"]), json!(["email"]), (true, false)),
        (Voice::Someone, json!(["i-will-contact"]), json!(["phone"]), (true, false)),
        (Voice::Someone, json!(["text"]), json!(["i-will-contact"]), (false, true)),
        (Voice::Someone, json!(["i-will-contact"]), json!(["i-will-contact"]), (true, true)),
        // A way through somebody who is not to be contacted is none, and of no way nobody said that it is safe.
        (Voice::Someone, json!(["through-referrer"]), json!(["i-will-contact"]), (true, true)),
        (Voice::Someone, json!([]), json!(["i-will-contact"]), (true, true)),
        (Voice::Someone, json!(["through-referrer", "text"]), json!(["i-will-contact"]), (false, true)),
        // A professional is not offered it for themselves.
        (Voice::Professional, json!(["phone"]), json!(["i-will-contact"]), (false, false)),
    ] {
        let json = json!({"contact-ways": person, "referrer-contact-ways": sender});
        assert_eq!(no_contact(voice, json), expected, "{voice:?} {person} {sender}");
    }
}

#[test]
fn a_part_of_a_date_counts_from_its_first_day_that_is_left() {
    let today = crate::intake::calendar::Calendar::today(crate::intake::testing::monday());
    for (told, expected) in [
        ("December 2026", Some("2026-12-01")),
        ("November 2026", Some("2026-11-23")),
        ("October 2026", Some("2026-10-31")),
        ("2027", Some("2027-01-01")),
        ("2026", Some("2026-11-23")),
        ("2026-11-19", Some("2026-11-19")),
        ("don't know", None),
    ] {
        let date =
            facts(&json!({"issues": [{"dates-known": "yes", "dates": [{"date-when": told}]}]})).issues[0].dates[0];
        assert_eq!(date.day(today), expected.map(|day| day.parse().unwrap()), "{told}");
    }
}

/// Every answer that moves points, a floor, a limb or a service line, in the words of the catalogue.
const SCORED: &[(Key, &[&str])] = &[
    (Key::DangerNow, &["yes", "not-sure"]),
    (Key::PersonAgeGroup, &["under-16", "16-17", "18-over"]),
    (Key::PersonLocation, &["prison"]),
    (Key::CommunicationProfessional, &[]),
    (Key::Interpreter, &["yes"]),
    (Key::SocialCareAccess, &["no-answer", "refused", "waiting"]),
    (Key::Kept, &["yes"]),
    (Key::HomeRisk, &["homeless-now", "within-56-days"]),
    (Key::SaysUrgent, &["yes"]),
    (Key::SafeguardingPart, &["adult-at-risk", "source-of-harm", "other"]),
    (Key::EnquiryLedBy, &["council", "other", "no-one-yet"]),
    (Key::IssueStage, &["decided"]),
    (
        Key::DecisionMakerBody,
        &["council", "nhs", "care-provider", "court", "person", "other", "no-decision", "dont-know"],
    ),
    (Key::StayLong, &["yes", "no"]),
    (Key::DolsAuthorisation, &["urgent", "standard-asked", "standard", "none"]),
    (Key::DolsStart, &[]),
    (Key::DolsExpiry, &[]),
    (Key::DolsRepresentative, &["none", "unpaid", "paid", "ended"]),
    (Key::DolsRequest, &["person", "representative", "supervisory-body"]),
    (Key::MhaSection, &["s2", "s3", "s4", "s5-2", "s5-4", "s37", "s37-41", "s47", "s48", "s135", "s136", "cto"]),
    (Key::MhaSection, &["guardianship", "conditional-discharge", "informal", "other", "dont-know"]),
    (Key::MhaStarted, &[]),
    (Key::MhaTribunal, &["wants", "does-not-want", "applied", "dont-know"]),
    (Key::MhaTreatment, &["s57", "s58a"]),
    (Key::ComplaintEvent, &[]),
    (Key::ComplaintMade, &["yes", "no"]),
    (Key::Objects, &["yes"]),
    (Key::HardToUndo, &["yes"]),
    (Key::DatesKnown, &["yes", "unknown", "none", "dont-know"]),
    (
        Key::DateWhat,
        &["discharge", "move", "eviction", "appointment", "other", "meeting", "hearing", "decision", "reply-deadline"],
    ),
    (Key::DateWhen, &[]),
    (Key::DateFirm, &["fixed", "moveable", "not-sure"]),
    (Key::DateOutcome, &["went-ahead", "did-not"]),
    (Key::Capacity, &["has", "lacks", "not-assessed", "fluctuates"]),
    (Key::InvolveUnderstand, &["difficulty", "no-difficulty", "not-sure"]),
    (Key::InvolveRemember, &["difficulty", "no-difficulty", "not-sure"]),
    (Key::InvolveWeigh, &["difficulty", "no-difficulty", "not-sure"]),
    (Key::InvolveCommunicate, &["difficulty", "no-difficulty", "not-sure"]),
    (Key::SupportAnyone, &["yes", "no"]),
    (Key::SupportWilling, &["yes", "no"]),
    (Key::SupportAgreed, &["yes", "no"]),
    (Key::SupportException, &["long-stay", "disagreement"]),
    (Key::HarmAlleged, &["yes", "not-sure"]),
    (Key::HarmAccess, &["yes", "not-sure"]),
    (Key::RiskPerson, &["dont-know"]),
    (Key::RiskVisitor, &["dont-know"]),
];

/// Kinds that a person or a relative cannot name, because another kind in plain words reaches the same facts.
const NAMED_BY_PROFESSIONALS: [&str; 3] = ["imca-care-review", "imca-adult-protection", "dols-39c"];

#[test]
fn every_scored_fact_can_be_reached_from_every_door() {
    for voice in Voice::ALL {
        for (key, slugs) in SCORED {
            let question = REFERRAL.question(*key).unwrap();
            assert!(can_be_asked(&question.when, voice), "{} in {}", key.slug(), voice.slug());
            assert!(!question.ask.say(voice).is_empty(), "{} in {}", key.slug(), voice.slug());
            for slug in *slugs {
                let choice = question.choice(slug).unwrap_or_else(|| panic!("{} {slug}", key.slug()));
                assert!(!choice.label.say(voice).is_empty(), "{} {slug} in {}", key.slug(), voice.slug());
            }
        }
        for kind in IssueKind::ALL.iter().map(|kind| kind.slug()).filter(|slug| !NAMED_BY_PROFESSIONALS.contains(slug))
        {
            let choice = REFERRAL.question(Key::IssueKind).unwrap().choice(kind).unwrap();
            assert!(!choice.label.say(voice).is_empty(), "{kind} in {}", voice.slug());
        }
    }
}

#[test]
fn whoever_is_kept_or_may_be_is_asked_whether_they_want_to_leave_whatever_it_is_about() {
    let objects = REFERRAL.question(Key::Objects).unwrap();
    for voice in Voice::ALL {
        for (kept, kind) in
            ["yes", "not-sure"].iter().flat_map(|kept| IssueKind::ALL.iter().map(move |kind| (kept, kind)))
        {
            let kind = kind.slug();
            let is_offered = REFERRAL.question(Key::IssueKind).unwrap().choice(kind).unwrap().label.say(voice);
            if is_offered.is_empty() {
                continue;
            }
            let json = json!({"kept": kept, "issues": [{"issue-kind": kind, "objects": "yes"}]});
            let counting = crate::intake::testing::answers(voice, &json);
            assert_eq!(Facts::from(&counting, voice).issues[0].objects, Some(Said::Yes), "{kind} in {}", voice.slug());
        }
        assert!(!objects.ask.say(voice).is_empty());
    }
}

/// Whether some answers in that voice bring the question, through every question it waits for.
fn can_be_asked(when: &When, voice: Voice) -> bool {
    let offered = |key: &Key, slug: &str| {
        let question = REFERRAL.question(*key).unwrap();
        let labelled = question.choice(slug).is_some_and(|choice| !choice.label.say(voice).is_empty());
        assert!(matches!(question.kind, Kind::One(_) | Kind::Many(_)));
        labelled && can_be_asked(&question.when, voice)
    };
    match when {
        When::Always | When::Unless(..) => true,
        When::Voice(voices) => voices.contains(&voice),
        When::Is(key, slug) => offered(key, slug),
        When::In(key, slugs) => slugs.iter().any(|slug| offered(key, slug)),
        When::Any(conditions) => conditions.iter().any(|condition| can_be_asked(condition, voice)),
        When::All(conditions) => conditions.iter().all(|condition| can_be_asked(condition, voice)),
    }
}

//! Somebody rings about what nobody could tell us, and nobody rings whom nobody may contact.

use serde_json::{Value, json};

use super::{as_json, ids, with};
use crate::form::Voice;
use crate::intake::testing::{assess_as, referral};

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
        calls.into_iter().find(|call| call.id == "ask-limbs").map(|call| call.sentence).unwrap_or_default()
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
fn not_to_be_sure_of_liberty_or_home_is_never_to_say_no() {
    let asks = |json| referral(&json).call_backs.iter().any(|call| call.id == "ask-unknown");
    let section = json!([{"issue-kind": "mental-health-act", "mha-section": "s3"}]);
    assert!(asks(json!({"kept": "not-sure"})));
    assert!(asks(json!({"home-risk": "not-sure"})));
    assert!(!asks(json!({"kept": "no", "home-risk": "no"})));
    assert!(!asks(json!({"kept": "not-sure", "issues": section})), "the section says it");
}

#[test]
fn what_the_person_says_to_the_referral_is_asked_where_nobody_knows_it() {
    let asks = |json| referral(&json).call_backs.iter().any(|call| call.id == "ask-consent");
    assert!(asks(json!({"consent": "not-asked"})));
    assert!(asks(json!({"consent": "dont-know"})));
    assert!(asks(json!({"consent": "cannot", "aware": "dont-know"})));
    for consent in ["yes", "with-limits", "refuses", "cannot"] {
        assert!(!asks(json!({"consent": consent, "aware": "yes"})), "{consent}");
    }
    assert!(!asks(json!({"consent": "yes", "aware": "not-yet"})));
    // It is an answer: nothing is held up by it.
    assert!(referral(&json!({"consent": "dont-know"})).gaps.iter().all(|gap| gap.question != "consent"));
}

/// Everything that could be asked of somebody.
fn open() -> Value {
    json!({"danger-now": "not-sure", "consent": "yes", "issues": [{"issue-kind": "care-review"}]})
}

#[test]
fn no_call_leads_to_whom_nobody_may_contact() {
    let calls = |voice, more: Value| {
        let assessment = assess_as(voice, &with(open(), &more));
        let calls = assessment.call_backs.into_iter().map(|call| (call.id, call.sentence)).collect::<Vec<_>>();
        (assessment.contact_by, calls)
    };
    let ids = |calls: &[(&'static str, String)]| calls.iter().map(|(id, _)| *id).collect::<Vec<_>>();

    let (usual, told) = calls(Voice::Myself, json!({"contact-ways": ["text"], "person-phone": "07700 900123"}));
    assert_eq!(ids(&told), ["ask-unknown", "ask-limbs", "ask-gaps", "ask-authority"]);

    let (ready, told) = calls(Voice::Myself, json!({"contact-ways": ["i-will-contact"]}));
    assert_eq!(ids(&told), ["ask-authority", "when-they-contact"]);
    assert!(told[0].1.contains("nobody may contact the person"), "{told:?}");
    assert_eq!(ready, usual, "it is as urgent as ever: by then we are ready");

    let (_, told) =
        calls(Voice::Someone, json!({"contact-ways": ["i-will-contact"], "referrer-contact-ways": ["phone"]}));
    assert_eq!(ids(&told), ["ask-unknown", "ask-limbs", "ask-gaps", "ask-authority"]);
    assert!(
        told.iter().all(|(_, sentence)| sentence.contains("nobody contacts the person")
            || sentence.contains("nobody may contact the person")),
        "{told:?}"
    );

    let (_, told) =
        calls(Voice::Someone, json!({"contact-ways": ["letter"], "referrer-contact-ways": ["i-will-contact"]}));
    assert_eq!(ids(&told), ["ask-unknown", "ask-limbs", "ask-gaps", "ask-authority"]);
    assert!(told[..3].iter().all(|(_, sentence)| sentence.contains("nobody contacts whoever wrote to us")), "{told:?}");

    let (_, told) = calls(
        Voice::Someone,
        json!({"contact-ways": ["through-referrer"], "referrer-contact-ways": ["i-will-contact"]}),
    );
    assert_eq!(ids(&told), ["ask-authority", "when-they-contact"]);
}

#[test]
fn a_refusal_and_a_sender_who_must_not_be_told_hold_back_every_call() {
    let refusal = json!({"consent": "refuses", "consent-capacity": "yes"});
    let not_told = json!({"referrer-may-know": "no"});
    let both = with(refusal.clone(), &not_told);
    let calls = |voice, more: &Value| {
        let calls = assess_as(voice, &with(open(), more)).call_backs;
        calls.into_iter().map(|call| (call.id, call.sentence)).collect::<Vec<_>>()
    };
    for (more, ids, each_says) in [
        (&json!({}), &["ask-unknown", "ask-limbs", "ask-gaps", "ask-authority"][..], ""),
        (
            &refusal,
            &["ask-unknown", "ask-limbs", "ask-gaps"],
            "Ask only whoever wrote to us: nobody contacts the person.",
        ),
        (&not_told, &["ask-unknown", "ask-limbs", "ask-gaps", "ask-authority"], "whoever wrote to us"),
        (&both, &["ask-unknown", "ask-limbs", "ask-gaps"], "first whether they want this at all"),
        (&with(refusal.clone(), &json!({"referrer-contact-ways": ["i-will-contact"]})), &["when-they-contact"], ""),
        (
            &with(not_told.clone(), &json!({"contact-ways": ["i-will-contact"]})),
            &["ask-authority", "when-they-contact"],
            "",
        ),
    ] {
        let told = calls(Voice::Someone, more);
        assert_eq!(told.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids, "{more}");
        assert!(told.iter().all(|(_, sentence)| sentence.contains(each_says)), "{more} {told:?}");
    }
    // Nobody is sent to whoever must not be told; a council that is asked is warned.
    let told = calls(Voice::Someone, &not_told);
    assert!(told[..3].iter().all(|(_, sentence)| sentence.contains("Ask only the person, in a way that is safe")));
    assert!(told[3].1.contains("whoever wrote to us must not be told anything"), "{told:?}");
    // A refusal that may not be the person’s own decision holds nothing back.
    for capacity in ["not-sure", "no"] {
        let told = calls(Voice::Someone, &json!({"consent": "refuses", "consent-capacity": capacity}));
        assert!(told.iter().any(|(id, _)| *id == "ask-authority"), "{capacity} {told:?}");
    }
}

#[test]
fn no_sentence_at_the_desk_says_to_make_contact_with_whom_nobody_may_contact() {
    let in_danger = json!({"danger-now": "yes", "harm-alleged": "yes", "harm-access": "yes",
        "contact-ways": ["i-will-contact"], "issues": [{"issue-kind": "safeguarding-enquiry"}]});
    let assessment = assess_as(Voice::Myself, &in_danger);
    let reasons = assessment.issues.iter().flat_map(|issue| &issue.reasons).map(|reason| reason.sentence.as_str());
    for sentence in reasons {
        assert!(!sentence.to_lowercase().contains("contact"), "{sentence}");
    }
}

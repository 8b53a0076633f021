//! What holds after a referral was weighed again: a table of bands that staff chose, and of what changed since.

use chrono::TimeDelta;
use serde_json::json;

use super::*;
use crate::ids::SubmissionKey;
use crate::intake::calendar::Calendar;
use crate::receive::{Sent, receive};
use crate::settings::rubric::Rubric;
use crate::settings::{Delivery, Mail};
use crate::triage::life::Channel;
use crate::words::Lang;

/// Monday 23 November 2026, ten in the morning.
fn monday() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

fn answers(json: &Value) -> Answers {
    let raw = RawAnswers::from_json(json.as_object().unwrap());
    REFERRAL.read(&raw, Voice::Professional, civil_date(monday())).answers
}

/// A referral that came on Monday, in a band that staff chose.
fn before(band: Band, computed_band: Band, contact_by: DateTime<Utc>) -> ForAssessment {
    ForAssessment {
        id: 1,
        reference: "7K3M92QX".parse().unwrap(),
        version: 2,
        voice: Voice::Professional,
        band,
        computed_band,
        overridden: true,
        points: 0,
        contact_by,
        rank: 0,
        answers: json!({}),
        assessment: json!({}),
        received_at: monday(),
    }
}

fn mail() -> Mail {
    Mail {
        delivery: Delivery::Files("mail".into()),
        to_senders: true,
        from: "messages@portal.example".to_owned(),
        from_name: "Message service".to_owned(),
        subject: "Your message has arrived".to_owned(),
        triage_to: Some("triage@portal.example".to_owned()),
    }
}

fn again(before: &ForAssessment, was: &Value, is: &Value, days: i64) -> Reassessed {
    let mail = mail();
    let (rubric, calendar) = (Rubric::read("").unwrap(), Calendar::default());
    let desk = Desk {
        rubric: &rubric,
        calendar: &calendar,
        mail: &mail,
        base_url: "https://portal.example",
        lang: Lang::English,
    };
    let (was, is) = (answers(was), answers(is));
    reassess(before, Told { before: &was, now: &is }, &desk, monday() + TimeDelta::days(days))
}

fn court(day: &str) -> Value {
    json!({"issues": [{"issue-kind": "court", "dates-known": "yes",
        "dates": [{"date-what": "hearing", "date-when": day, "date-firm": "fixed"}]}]})
}

#[test]
fn a_lower_band_holds_until_what_it_rests_on_changes_and_triage_is_told() {
    let danger = |said: &str| json!({"danger-now": said, "issues": [{"issue-kind": "housing"}]});
    let kept = |said: &str| json!({"kept": said, "support-anyone": "no", "issues": [{"issue-kind": "care-review"}]});
    let named = |name: &str| json!({"person-name": name, "danger-now": "yes"});
    let (planned, standard, immediate) = (Band::Planned, Band::Standard, Band::Immediate);
    for (held, computed, was, is, days, expected, lapsed) in [
        (planned, immediate, danger("yes"), danger("yes"), 0, planned, None),
        (planned, immediate, named("Ann Sample"), named("Anne Sample"), 0, planned, None),
        (planned, Band::Urgent, danger("not-sure"), danger("yes"), 0, immediate, Some("danger")),
        // The rules may have become less urgent as well: what was decided no longer fits either way.
        (standard, immediate, danger("yes"), danger("no"), 0, planned, Some("danger")),
        (planned, standard, kept("no"), kept("yes"), 0, standard, Some("detention")),
        (planned, standard, court("2026-12-07"), court("2026-12-01"), 0, planned, Some("date")),
        // Ten working days away it was Planned by points; three are left, and nothing was said anew.
        (planned, planned, court("2026-12-07"), court("2026-12-07"), 9, Band::Urgent, Some("nearer")),
        // A band set higher holds, and is overtaken when the rules become more urgent still.
        (Band::Urgent, planned, danger("no"), danger("no"), 0, Band::Urgent, None),
        (Band::Urgent, planned, court("2026-12-07"), court("2026-12-08"), 0, Band::Urgent, None),
        (Band::Urgent, planned, danger("no"), danger("yes"), 0, immediate, Some("danger")),
    ] {
        let result = again(&before(held, computed, monday() + TimeDelta::days(3)), &was, &is, days);
        let about = format!("{held:?} for {computed:?}: {was} to {is}");
        assert_eq!((result.band, result.lapsed, result.overridden), (expected, lapsed, lapsed.is_none()), "{about}");
        let mails: Vec<_> = result.mails.iter().map(|mail| mail.kind.as_str()).collect();
        assert_eq!(mails, if lapsed.is_some() { vec!["override-lapsed"] } else { Vec::new() }, "{about}");
    }
}

#[test]
fn a_band_that_the_rules_gave_follows_them_and_triage_is_told_where_it_is_urgent_by_time_alone() {
    let (planned, urgent) = (Band::Planned, Band::Urgent);
    for (was, is, days, expected, told) in [
        ("2026-12-07", "2026-12-07", 9, urgent, Some("band-rose")),
        ("2026-12-07", "2026-12-07", 5, planned, None),
        // Somebody put the date right, and sees what comes of it.
        ("2027-03-26", "2026-12-07", 9, urgent, None),
    ] {
        let rules = ForAssessment { overridden: false, ..before(planned, planned, monday() + TimeDelta::days(9)) };
        let result = again(&rules, &court(was), &court(is), days);
        assert_eq!((result.band, result.computed_band, result.lapsed), (expected, expected, None), "{was} {is} {days}");
        let mails: Vec<_> = result.mails.iter().map(|mail| mail.kind.as_str()).collect();
        assert_eq!(mails, Vec::from_iter(told), "{was} {is} {days}");
        assert!(!result.overridden);
    }
}

#[test]
fn what_differs_is_nothing_within_a_day_words_the_next_and_the_band_when_it_turns() {
    let hearing = court("2026-12-07");
    let mut stands =
        ForAssessment { overridden: false, ..before(Band::Planned, Band::Planned, monday() + TimeDelta::days(9)) };
    for (hours, expected) in [
        (0, Differs::Words),
        (1, Differs::Nothing),
        (24, Differs::Words),
        (25, Differs::Nothing),
        (9 * 24, Differs::Band),
    ] {
        let (mail, calendar, rubric) = (mail(), Calendar::default(), Rubric::read("").unwrap());
        let base_url = "https://portal.example";
        let desk = Desk { rubric: &rubric, calendar: &calendar, mail: &mail, base_url, lang: Lang::English };
        let read = answers(&hearing);
        let result = reassess(&stands, Told { before: &read, now: &read }, &desk, monday() + TimeDelta::hours(hours));
        assert_eq!(differs(&stands, &result), expected, "after {hours} hours");
        stands = ForAssessment {
            band: result.band,
            computed_band: result.computed_band,
            points: result.points,
            contact_by: result.contact_by,
            rank: result.rank,
            assessment: result.assessment,
            ..stands
        };
    }
}

#[test]
fn in_a_band_that_holds_contact_comes_before_the_hearing_and_time_puts_nothing_off() {
    let far = monday() + TimeDelta::days(30);
    // Set to Planned although the hearing is on Friday: its target would be Monday the 30th, after the hearing.
    let held = again(&before(Band::Planned, Band::Urgent, far), &court("2026-11-27"), &court("2026-11-27"), 0);
    assert_eq!((held.band, held.contact_by.to_rfc3339().as_str()), (Band::Planned, "2026-11-26T17:00:00+00:00"));
    // It is not pulled back to the moment of the computed band either.
    let danger = json!({"danger-now": "yes", "issues": [{"issue-kind": "housing"}]});
    let held = again(&before(Band::Planned, Band::Immediate, far), &danger, &danger, 0);
    assert_eq!(held.contact_by.to_rfc3339(), "2026-11-30T17:00:00+00:00");
    // The hearing has passed unanswered: what was due on Thursday stays due on Thursday.
    let due = "2026-11-26T17:00:00Z".parse().unwrap();
    let passed = again(&before(Band::Planned, Band::Immediate, due), &court("2026-11-27"), &court("2026-11-27"), 9);
    assert_eq!(passed.contact_by, due);
    // So does the moment that stands beside the issue, whatever the rules would make of it by now.
    let stood = json!({"issues": [{"kind": "court", "informal": false, "provisional": false, "duty": "C4",
        "band": "urgent", "points": 28, "contact_by": due - TimeDelta::days(2), "limbs": [], "reasons": []}]});
    let stood = ForAssessment { assessment: stood, ..before(Band::Urgent, Band::Urgent, due) };
    let later = again(&stood, &court("2026-12-07"), &court("2026-12-07"), 0);
    assert_eq!(later.issues.first().map(|issue| issue.contact_by), Some(due - TimeDelta::days(2)));
    // A hearing that was moved takes the moment with it.
    let rules = ForAssessment { overridden: false, ..before(Band::Urgent, Band::Urgent, due) };
    let moved = again(&rules, &court("2026-11-27"), &court("2027-03-26"), 1);
    assert_eq!(moved.contact_by.to_rfc3339(), "2026-11-30T17:00:00+00:00");
}

#[test]
fn a_second_lapse_is_a_mail_of_its_own_and_says_nothing_of_the_person() {
    let (was, is) = (json!({"danger-now": "no"}), json!({"danger-now": "yes", "person-name": "Nobody Sample"}));
    let mail = |version| {
        let before = ForAssessment { version, ..before(Band::Planned, Band::Standard, monday()) };
        serde_json::from_value::<Message>(again(&before, &was, &is, 0).mails.remove(0).body).unwrap()
    };
    let (first, second) = (mail(2), mail(7));
    assert_ne!(first.id(), second.id());
    assert_eq!(mail(2).id(), first.id());
    assert_eq!(first.subject(), "Immediate: 7K3M-92QX");
    assert!(first.text().contains("/staff/referrals/7K3M92QX") && !first.text().contains("Sample"), "{}", first.text());
}

#[test]
fn filed_and_weighed_again_at_the_same_moment_it_has_one_place_in_the_queue() {
    // A hearing this week with no duty behind it, and an assessment with one: the urgent issue is not the statutory one.
    let json = json!({"support-anyone": "no", "issues": [
        {"issue-kind": "court", "dates-known": "yes",
            "dates": [{"date-what": "hearing", "date-when": "2026-11-27", "date-firm": "fixed"}]},
        {"issue-kind": "care-needs-assessment"},
    ]});
    let (mail, calendar) = (mail(), Calendar::default());
    for settings in ["", "statutory_first = true"] {
        let rubric = Rubric::read(settings).unwrap();
        let base_url = "https://portal.example";
        let desk = Desk { rubric: &rubric, calendar: &calendar, mail: &mail, base_url, lang: Lang::English };
        let raw = RawAnswers::from_json(json.as_object().unwrap());
        let submission = SubmissionKey::random().unwrap();
        let sent = Sent {
            raw: &raw,
            voice: Voice::Professional,
            channel: Channel::Web,
            keep_set_aside: false,
            submission: &submission,
            draft: None,
        };
        let filed = receive(&sent, &desk, "7K3M92QX".parse().unwrap(), monday()).referral;
        let waits = ForAssessment { overridden: false, ..before(filed.band, filed.band, filed.contact_by) };
        let read = answers(&json);
        let again = reassess(&waits, Told { before: &read, now: &read }, &desk, monday());
        assert_eq!(
            (filed.rank, filed.band, filed.points, filed.contact_by),
            (again.rank, again.band, again.points, again.contact_by),
            "{settings}"
        );
    }
}

//! The copy for machines (UK GDPR Art 20: structured, commonly used): everything, with what has to be looked at first.

use serde_json::{Value, json};

use super::{Giver, for_the_person, slugs, unasked};
use crate::rights::caution::{Caution, OF_A_QUERY, OF_A_WARNING, cautions, cautions_of_reason};
use crate::rights::history;
use crate::store::events::{By, Words};
use crate::store::person::{Held, HeldReferral};
use crate::store::referrals::Opened;
use crate::words::{Lang, copy as words};

pub(super) fn as_json(held: &Held, giver: &Giver<'_>) -> Value {
    let referrals: Vec<Value> = held.referrals.iter().map(|one| referral_as_json(giver.lang, one, held)).collect();
    let rules = giver.retention.rules();
    let kept =
        rules.iter().map(|rule| json!({"what": rule.kind.slug(), "kept": rule.span.to_string(), "basis": rule.basis}));
    json!({
        "made_at": giver.made_at,
        "by": giver.service,
        "contact": giver.contact,
        "before_handing_over": giver.lang.list(words::BEFORE_LIST),
        "person": held.person,
        "referrals": referrals,
        "kept": kept.collect::<Vec<_>>(),
    })
}

fn referral_as_json(lang: Lang, held: &HeldReferral, all: &Held) -> Value {
    let referral = &held.referral;
    let Opened { record, assessment, closed } = Opened::of(referral);
    let unasked = unasked(referral, &record);
    let rows = record.sections.iter().flat_map(|section| &section.rows).chain(&record.also_written).chain(&unasked);
    // The same as is marked on the page: answers, words of the history, and what the assessment warns of.
    let tells =
        |caution: &Caution| assessment.reasons().iter().any(|one| cautions_of_reason(&one.rule).contains(caution));
    let reasons: Vec<Caution> = Caution::ALL.into_iter().filter(tells).collect();
    let assessed = [
        ("assessment.cautions", OF_A_WARNING),
        ("assessment.queries", OF_A_QUERY),
        ("assessment.call_backs", OF_A_WARNING),
        ("assessment.issues", reasons.as_slice()),
    ];
    let to_check: serde_json::Map<String, Value> = rows
        .map(|row| (row.path.clone(), cautions(row, referral.voice)))
        .filter(|(_, cautions)| !cautions.is_empty())
        .map(|(path, cautions)| (path, json!(cautions)))
        .chain(
            assessed
                .into_iter()
                .filter(|(_, cautions)| !cautions.is_empty())
                .map(|(path, cautions)| (path.to_owned(), json!(cautions))),
        )
        .collect();
    let events = referral.events.iter().map(for_the_person).map(|event| {
        let said = if let Words::Said(said) = &event.words { Some(said) } else { None };
        let who = if let By::System(part) = &event.by { part } else { history::who(lang, &event.by, &all.staff) };
        json!({"at": event.happened_at, "who": who, "what": event.kind.slug(), "detail": event.detail, "words": said,
            "closed": event.words == Words::Closed, "to_check": said.map(|_| Caution::InConfidence)})
    });
    let issues = referral.issues.iter().map(|issue| {
        json!({"number": issue.number, "kind": issue.kind, "stage": issue.stage, "line": issue.line,
            "state": issue.state.slug(), "band": issue.band.slug(), "contact_by": issue.contact_by})
    });
    let mails = referral.mails.iter().map(
        |mail| json!({"kind": mail.kind, "state": mail.state, "written": mail.created_at, "settled": mail.settled_at}),
    );
    json!({
        "reference": referral.reference.shown(),
        "received_at": referral.received_at,
        "voice": referral.voice.slug(),
        "channel": referral.channel.slug(),
        "status": referral.status.slug(),
        "band": referral.band.slug(),
        "computed_band": referral.computed_band.slug(),
        "contact_by": referral.contact_by,
        "held_since": referral.held_at,
        "erased_at": referral.erased_at,
        "closed": slugs(&closed),
        "answers": referral.answers,
        "record": record,
        "to_check": to_check,
        "assessment": referral.assessment,
        "issues": issues.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "mails": mails.collect::<Vec<_>>(),
        "feedback": held.feedback.iter().map(|(answers, at)| json!({"at": at, "answers": answers})).collect::<Vec<_>>(),
    })
}

//! A referral is weighed again: because time has passed, or because an answer was put right. Pure: nothing is kept or
//! sent here.
//!
//! The one place that says whether a band which staff chose still holds, and by when somebody makes contact in it. It must
//! not know a database, a page or the clock.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock::civil_date;
use crate::form::{Answers, REFERRAL, RawAnswers, Voice};
use crate::intake::facts::Facts;
use crate::intake::lapse::{Lapse, changed};
use crate::intake::priority::Measure;
use crate::intake::stored::StoredAssessment;
use crate::intake::{self, Assessment};
use crate::mail::{Letter, Message, SafeContact};
use crate::receive::{Desk, open_gaps, why};
use crate::settings::rubric::Band;
use crate::store::outbox::NewMail;
use crate::store::referrals::{ForAssessment, Reassessed, ReassessedIssue};
use crate::web::paths::Path;
use crate::words::terms;

/// The answers of a referral as they were and as they are: the same, where only time has passed.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// As they were when it was last weighed.
    pub before: &'a Answers,
    /// As they are.
    pub now: &'a Answers,
}

/// Reads stored answers as they were read on the day they came: “tomorrow” and “about 80” were said that day.
#[must_use]
pub fn read(answers: &Value, voice: Voice, received_at: DateTime<Utc>) -> Option<Answers> {
    let raw: RawAnswers = serde_json::from_value(answers.clone()).ok()?;
    Some(REFERRAL.read(&raw, voice, civil_date(received_at)).answers)
}

/// Weighs a referral again, and says which band holds: the one that the rules give, or the one that staff chose for as
/// long as what it rests on has not changed.
#[must_use]
pub fn reassess(before: &ForAssessment, told: Told<'_>, desk: &Desk<'_>, now: DateTime<Utc>) -> Reassessed {
    let measure = Measure { rubric: desk.rubric, calendar: desk.calendar, now, received_at: before.received_at };
    came_to(before, told, intake::assess_again(told.now, before.voice, &measure), (desk, &measure))
}

/// What differs between a referral as it stood and what it came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differs {
    /// Nothing: it need not be kept.
    Nothing,
    /// What is said of it, as in “in 2 working days”, and where it stands within its band.
    Words,
    /// Its band: that happened to it.
    Band,
}

/// Compares them.
#[must_use]
pub fn differs(before: &ForAssessment, result: &Reassessed) -> Differs {
    let stood = (before.band, before.computed_band, before.overridden);
    if stood != (result.band, result.computed_band, result.overridden) {
        return Differs::Band;
    }
    let said = (before.points, before.contact_by, before.rank, &before.assessment);
    let is_said = said == (result.points, result.contact_by, result.rank, &result.assessment);
    if is_said { Differs::Nothing } else { Differs::Words }
}

/// The same for whoever has the new assessment already.
pub(crate) fn came_to(
    before: &ForAssessment,
    told: Told<'_>,
    mut assessment: Assessment,
    (desk, measure): (&Desk<'_>, &Measure<'_>),
) -> Reassessed {
    let facts = |answers: &Answers| Facts::from(&REFERRAL.counting(answers, before.voice).answers, before.voice);
    let (facts_before, facts_now) = (facts(told.before), facts(told.now));
    let only_time = facts_before == facts_now;
    if only_time {
        put_nothing_off(before, &mut assessment);
    }
    let lapse = lapse(before, changed(&facts_before, &facts_now), assessment.band);
    let overridden = before.overridden && lapse.is_none();
    let (band, contact_by) = if overridden {
        (before.band, assessment.contact_by_in(before.band, measure))
    } else {
        (assessment.band, assessment.contact_by)
    };
    let contact_by = if only_time { contact_by.min(before.contact_by) } else { contact_by };
    let mail = match lapse {
        Some(_) => Some(Mail::Lapsed),
        // Who puts an answer right sees what comes of it.
        None => (only_time && band < before.band && band <= Band::Urgent).then_some(Mail::Rose),
    };
    let points = assessment.most_urgent().map_or(0, |issue| issue.points);
    Reassessed {
        band,
        computed_band: assessment.band,
        overridden,
        lapsed: lapse.map(Lapse::slug),
        points: points.unsigned_abs(),
        contact_by,
        rank: assessment.standing(desk.rubric.statutory_first).rank(band, contact_by),
        emergency: assessment.emergency,
        gaps: open_gaps(&assessment),
        why: why(desk.lang, &assessment),
        issues: issues(&assessment),
        mails: mail.and_then(|mail| alert(&mail, before, band, desk, measure.now)).into_iter().collect(),
        assessment: json!(assessment),
    }
}

/// Time alone puts nothing off: once a date has passed, only the later target of a lower band would be left.
fn put_nothing_off(before: &ForAssessment, assessment: &mut Assessment) {
    let stood = StoredAssessment::deserialize(&before.assessment).unwrap_or_default();
    for (issue, stood) in assessment.issues.iter_mut().zip(&stood.issues) {
        issue.contact_by = issue.contact_by.min(stood.contact_by);
    }
    assessment.contact_by = assessment.most_urgent().map_or(assessment.contact_by, |issue| issue.contact_by);
}

/// Whether a band that staff set below the rules’ holds no longer, and why. A band that they set above them holds until
/// the rules overtake it.
fn lapse(before: &ForAssessment, changed: Option<Lapse>, computed: Band) -> Option<Lapse> {
    let is_lower = before.overridden && (before.band > before.computed_band || before.band > computed);
    let nearer = (computed < before.computed_band && computed < before.band).then_some(Lapse::Nearer);
    changed.or(nearer).filter(|_| is_lower)
}

fn issues(assessment: &Assessment) -> Vec<ReassessedIssue> {
    let numbered = assessment.issues.iter().zip(1..);
    numbered
        .map(|(issue, number)| ReassessedIssue {
            number,
            band: issue.band,
            points: issue.points.unsigned_abs(),
            contact_by: issue.contact_by,
        })
        .collect()
}

/// What triage is told of by mail, since nobody was there when it happened.
enum Mail {
    /// A lower band which they had set holds no longer.
    Lapsed,
    /// It became more urgent by itself, so much that somebody has to see it within days.
    Rose,
}

fn alert(mail: &Mail, before: &ForAssessment, band: Band, desk: &Desk<'_>, now: DateTime<Utc>) -> Option<NewMail> {
    let to = SafeContact::of_service(desk.mail)?;
    let link = format!("{}{}", desk.base_url, Path::Referral(before.reference.letters()));
    let shown = before.reference.shown();
    let (reference, link, after) = (shown.as_str(), link.as_str(), before.version);
    let band = terms::band(desk.lang, band.slug()).unwrap_or_default();
    let letter = match mail {
        Mail::Lapsed => Letter::OverrideLapsed { reference, band, link, after },
        Mail::Rose => Letter::BandRose { reference, band, link, after },
    };
    let body = json!(Message::compose(&letter, &to, desk.mail, desk.lang));
    Some(NewMail { kind: letter.kind().to_owned(), body, due_at: now })
}

#[cfg(test)]
mod tests;

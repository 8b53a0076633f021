//! An answer is put right: what follows from it for the record, the facts, the band and the gaps. Pure: keeps nothing.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::clock::civil_date;
use crate::form::{Answers, Problem, REFERRAL, RawAnswers};
use crate::intake;
use crate::intake::facts::Facts;
use crate::intake::priority::Measure;
use crate::intake::record::{self, Record, Room};
use crate::mail::{Letter, SafeContact};
use crate::reassess::{self, Told};
use crate::receive::{self, Desk};
use crate::store::referrals::{Corrected, Referral};

/// What stands in the way of putting an answer right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The new answer cannot be read as what was asked for.
    Problem(Problem),
    /// It stands so already.
    Same,
    /// What is stored cannot be read.
    Unreadable,
}

/// Every list of a referral that is asked for and has room, with the first question of one more item: where a date, a
/// problem or a person that is told later is written down. Nothing where what is stored cannot be read.
#[must_use]
pub fn rooms(referral: &Referral) -> Vec<Room> {
    let Ok(raw) = serde_json::from_value::<RawAnswers>(referral.answers.clone()) else { return Vec::new() };
    let answers = REFERRAL.read(&raw, referral.voice, civil_date(referral.received_at)).answers;
    record::rooms(&REFERRAL, &REFERRAL.counting(&answers, referral.voice).answers, referral.voice)
}

/// Puts new values in the place of an answer. What was said first is kept in the record.
pub fn correct(
    referral: &Referral,
    (path, values): (&str, &[String]),
    why: &str,
    desk: &Desk<'_>,
    now: DateTime<Utc>,
) -> Result<Corrected, Wrong> {
    let old: RawAnswers = serde_json::from_value(referral.answers.clone()).map_err(|_| Wrong::Unreadable)?;
    let record_before: Record = serde_json::from_value(referral.record.clone()).map_err(|_| Wrong::Unreadable)?;
    if old.all(path) == values {
        return Err(Wrong::Same);
    }
    let mut raw = old.clone();
    raw.set(path, values.to_vec());
    // Dates were written relative to the day they came, and one that is put right is too.
    let day = civil_date(referral.received_at);
    let reading = REFERRAL.read(&raw, referral.voice, day);
    if let Some(problem) = reading.problems.into_iter().find(|problem| problem.path == path) {
        return Err(Wrong::Problem(problem));
    }
    let counting = REFERRAL.counting(&reading.answers, referral.voice);
    let measure = Measure { rubric: desk.rubric, calendar: desk.calendar, now, received_at: referral.received_at };
    let assessment = intake::assess_again(&reading.answers, referral.voice, &measure);
    let after = record::snapshot(&REFERRAL, &reading.answers, &counting, false, referral.voice);
    let facts = Facts::from(&counting.answers, referral.voice);
    let old = REFERRAL.read(&old, referral.voice, day).answers;
    // A receipt that waits goes to the address that was safe when it was written: to no other, and not once it is unsafe.
    let before = REFERRAL.counting(&old, referral.voice).answers;
    let sender = |answers: &Answers| SafeContact::of_sender(answers, referral.voice, day);
    let told = Told { before: &old, now: &reading.answers };
    Ok(Corrected {
        path: path.to_owned(),
        why: why.to_owned(),
        answers: json!(raw),
        record: json!(record::corrected(record_before, after, now)),
        person: receive::person(&counting.answers),
        flags: receive::flags(&counting.answers, &assessment),
        issues: receive::issues(&assessment.issues, &facts, day),
        withdrawn: (sender(&before) != sender(&counting.answers)).then_some(Letter::RECEIPT),
        assessment: reassess::came_to(&referral.as_it_stood(), told, assessment, (desk, &measure)),
    })
}

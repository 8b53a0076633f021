//! What to ask about the dates of an issue: what became of one that has passed, and which day is meant.

use super::Asked;
use crate::form::PartialDate;
use crate::intake::facts::{DateFacts, IssueFacts, IssueStage};
use crate::intake::priority::{Measure, authorisation_ends, complaint_limits, tribunal_closes};

/// Every query about the dates of an issue.
pub(super) fn queries(issue: &IssueFacts, measure: &Measure<'_>) -> Vec<Asked> {
    [
        passed(issue, measure),
        part_known(issue, measure),
        starts_ahead(issue, measure),
        tribunal_closed(issue, measure),
        complaint(issue, measure),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Dates that have passed with nobody saying what became of them.
fn passed(issue: &IssueFacts, measure: &Measure<'_>) -> Option<Asked> {
    let today = measure.today();
    let open = issue.dates.iter().filter(|date| !date.is_settled());
    let told = open.filter_map(|date| Some((date.day(today)?, date.when?)));
    let by_law = authorisation_ends(issue, measure).map(|day| (day, PartialDate::Day(day)));
    let first = told.chain(by_law).filter(|(day, _)| *day < today).min_by_key(|(day, _)| *day);
    let (_, when) = first.filter(|_| issue.stage != Some(IssueStage::Decided))?;
    let sentence = format!(
        "{} has passed and nobody has told us what happened. Ask whether it went ahead, and whether it can be repeated.",
        when.in_words()
    );
    Some(("date-passed", sentence))
}

/// A date of which only the month or the year is known, and which may still come.
fn part_known(issue: &IssueFacts, measure: &Measure<'_>) -> Option<Asked> {
    let today = measure.today();
    let is_ahead = |date: &&DateFacts| date.day(today).is_some_and(|day| today <= day);
    let date = issue.dates.iter().find(|date| date.is_partial() && !date.is_settled() && is_ahead(date))?;
    let sentence = format!(
        "A date is told only as “{}”, and counts from the first day of it that is left. Ask which day it is.",
        date.when?.in_words()
    );
    Some(("date-day", sentence))
}

/// What holds the person is said to begin on a day to come: a slip of the pen, or not yet what it is called.
fn starts_ahead(issue: &IssueFacts, measure: &Measure<'_>) -> Option<Asked> {
    let starts = [issue.mha.started, issue.dols.start].into_iter().flatten();
    let day = starts.filter(|day| *day > measure.today()).min()?;
    let sentence = format!(
        "The first day is given as {}, which has not come yet. Ask whether that is right, and what holds until then: time \
         limits run from it.",
        PartialDate::Day(day).in_words()
    );
    Some(("start-ahead", sentence))
}

/// The time to apply to the tribunal is over, and nobody has said whether the person did.
fn tribunal_closed(issue: &IssueFacts, measure: &Measure<'_>) -> Option<Asked> {
    let last = tribunal_closes(issue, measure).filter(|day| *day < measure.today())?;
    let sentence = format!(
        "The last day to apply to the tribunal was {}, and nobody has told us whether the person did. Ask, and if they \
         did not, what can be done now: the managers of the hospital can be asked for a discharge, and the Secretary of \
         State can refer the case (Mental Health Act 1983 ss23, 67).",
        PartialDate::Day(last).in_words()
    );
    Some(("tribunal-closed", sentence))
}

/// The time to complain is over, or may be.
fn complaint(issue: &IssueFacts, measure: &Measure<'_>) -> Option<Asked> {
    let (earliest, latest) = complaint_limits(issue, measure)?;
    let today = measure.today();
    if latest < today {
        let sentence = format!(
            "The time to complain seems to have ended on {}. It can be extended for a good reason: ask what kept the \
             person from complaining, and when they first knew.",
            PartialDate::Day(latest).in_words()
        );
        return Some(("complaint-late", sentence));
    }
    let sentence = format!(
        "The time to complain ends on {} at the latest and may be over already: only the month or the year is known. Ask \
         for the day, and see that the complaint is made meanwhile.",
        PartialDate::Day(latest).in_words()
    );
    (earliest < today).then_some(("complaint-day", sentence))
}

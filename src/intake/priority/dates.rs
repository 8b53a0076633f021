//! Every date an issue has to work to: those we were told of, and those the law sets. One of them scores.

use std::cmp::Reverse;

use chrono::{Days, Months, NaiveDate};

use super::measure::Measure;
use super::rules::{Reason, RuleId};
use crate::form::PartialDate;
use crate::intake::facts::{
    DateFacts, DateWhat, DatesKnown, DolsAuthorisation, IssueFacts, IssueStage, MhaSection, MhaTribunal, Said,
    first_left,
};

/// A date that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// What happens then, if somebody said.
    pub what: Option<DateWhat>,
    /// The day it counts from; none when there is one and we do not know it.
    pub day: Option<NaiveDate>,
    /// Whether only the month or the year is known, so that the day is the first one left.
    pub at_the_earliest: bool,
    /// Whether the day can be changed: then it scores half and never makes anything Immediate.
    pub moveable: bool,
    /// The law that sets it, if a law does.
    pub law: Option<&'static str>,
}

/// The law by which an urgent authorisation ends.
const AUTHORISATION_LAW: &str = "Mental Capacity Act 2005 Sch A1 para 78";
/// The law by which a tribunal window closes.
const TRIBUNAL_LAW: &str = "Mental Health Act 1983 s66(2)(a)";
/// The law by which a complaint comes too late.
const COMPLAINT_LAW: &str =
    "Local Authority Social Services and NHS Complaints (England) Regulations 2009 (SI 2009/309) reg 12";

/// Calendar days that section 2 lasts at most, the first one counted (Mental Health Act 1983 s2(4)).
const SECTION_2_DAYS: u32 = 28;

/// Every date of the issue that counts today.
///
/// A date that has passed counts no longer once somebody said what became of it, or that the matter is decided; while
/// nobody has, it counts as if it were today. The tribunal window does so for as long as section 2 can last. The time to
/// complain does not: it can be extended, so what has passed of it is asked about and holds up nothing.
#[must_use]
pub fn candidates(issue: &IssueFacts, measure: &Measure<'_>) -> Vec<Candidate> {
    let today = measure.today();
    let is_over = |day: NaiveDate| day < today && issue.stage == Some(IssueStage::Decided);
    let told = issue
        .dates
        .iter()
        .filter(|date| date.day(today).is_none_or(|day| !is_over(day) && (today <= day || !date.is_settled())))
        .map(|date| as_told(*date, today));
    let unknown = (issue.dates.is_empty() && matches!(issue.dates_known, Some(DatesKnown::Unknown | DatesKnown::Yes)))
        .then(|| as_told(DateFacts::default(), today));
    let by_law = |what, day, law| Candidate {
        what: Some(what),
        day: Some(day),
        at_the_earliest: false,
        moveable: false,
        law: Some(law),
    };
    let expiry = authorisation_ends(issue, measure)
        .filter(|day| !is_over(*day))
        .map(|day| by_law(DateWhat::AuthorisationExpiry, day, AUTHORISATION_LAW));
    let tribunal = tribunal_closes(issue, measure)
        .filter(|day| today <= *day || (!is_over(*day) && section_two_may_last(issue, today)))
        .map(|day| by_law(DateWhat::TribunalDeadline, day, TRIBUNAL_LAW));
    let complaint =
        complaint_limits(issue, measure).filter(|(_, latest)| today <= *latest).map(|(earliest, latest)| {
            let limit = by_law(DateWhat::ComplaintDeadline, first_left(earliest, latest, today), COMPLAINT_LAW);
            Candidate { at_the_earliest: earliest < latest, ..limit }
        });
    told.chain(unknown).chain(expiry).chain(tribunal).chain(complaint).collect()
}

/// A date as somebody told us of it.
fn as_told(date: DateFacts, today: NaiveDate) -> Candidate {
    Candidate {
        what: date.what,
        day: date.day(today),
        at_the_earliest: date.is_partial(),
        moveable: date.is_moveable(),
        law: None,
    }
}

/// The last day of the authorisation: as told, or as long as an urgent one can last.
pub(in crate::intake) fn authorisation_ends(issue: &IssueFacts, measure: &Measure<'_>) -> Option<NaiveDate> {
    if !issue.kind.is_dols() {
        return None;
    }
    issue.dols.expiry.or_else(|| {
        let is_urgent = issue.dols.authorisation == Some(DolsAuthorisation::Urgent);
        last_of(issue.dols.start.filter(|_| is_urgent)?, measure.rubric.dols_urgent_days)
    })
}

/// Whether the right to apply to the tribunal can still be lost: section 2, not applied yet, and not declined.
pub(in crate::intake) fn awaits_tribunal(issue: &IssueFacts) -> bool {
    issue.mha.section == Some(MhaSection::S2)
        && !matches!(issue.mha.tribunal, Some(MhaTribunal::DoesNotWant | MhaTribunal::Applied))
}

/// The last day to apply to the tribunal, whether or not it has passed.
pub(in crate::intake) fn tribunal_closes(issue: &IssueFacts, measure: &Measure<'_>) -> Option<NaiveDate> {
    let started = issue.mha.started.filter(|_| awaits_tribunal(issue))?;
    last_of(started, measure.rubric.tribunal_window_days.s2)
}

/// Whether the person may still be held under section 2.
fn section_two_may_last(issue: &IssueFacts, today: NaiveDate) -> bool {
    issue.mha.started.and_then(|started| last_of(started, SECTION_2_DAYS)).is_some_and(|last| today <= last)
}

/// The earliest and the latest day that can be the last one to complain, whether or not they have passed.
pub(in crate::intake) fn complaint_limits(issue: &IssueFacts, measure: &Measure<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let event = issue.complaint.event.filter(|_| issue.complaint.made != Some(Said::Yes))?;
    let limit = |day: NaiveDate| day.checked_add_months(Months::new(measure.rubric.complaint_limit_months));
    Some((limit(event.earliest()?)?, limit(event.latest()?)?))
}

/// The last of so many days, the first one counted.
fn last_of(first: NaiveDate, days: u32) -> Option<NaiveDate> {
    first.checked_add_days(Days::new(u64::from(days.saturating_sub(1))))
}

impl Candidate {
    /// The rule the date falls under and the points it brings.
    fn score(&self, measure: &Measure<'_>) -> (RuleId, i32) {
        let (points, reach) = (&measure.rubric.points, &measure.rubric.working_days);
        let (rule, points) = match self.day.map(|day| measure.working_days_until(day)) {
            None => (RuleId::A7, points.a7),
            Some(days) if days <= reach.a1 => (RuleId::A1, points.a1),
            Some(days) if days <= reach.a2 => (RuleId::A2, points.a2),
            Some(days) if days <= reach.a3 => (RuleId::A3, points.a3),
            Some(days) if days <= reach.a4 => (RuleId::A4, points.a4),
            Some(days) if days <= reach.a5 => (RuleId::A5, points.a5),
            Some(_) => (RuleId::A6, points.a6),
        };
        (rule, if self.moveable { points / 2 } else { points })
    }

    /// Whether the day is known and at most so many working days away; a day that has passed is.
    #[must_use]
    pub fn is_within(&self, working_days: u32, measure: &Measure<'_>) -> bool {
        self.day.is_some_and(|day| measure.working_days_until(day) <= working_days)
    }

    /// What happens when, in a sentence.
    #[must_use]
    pub fn told(&self, measure: &Measure<'_>) -> String {
        let (subject, will, was) = words(self.what);
        let Some(day) = self.day else { return "There is a date, but we do not know yet which day it is.".to_owned() };
        let edge = match (self.at_the_earliest, measure.days_until(day)) {
            (false, _) => "",
            (true, ..0) => " at the latest",
            (true, 0..) => " at the earliest",
        };
        let written = format!("{}{edge}", PartialDate::Day(day).in_words());
        match (measure.days_until(day), measure.working_days_until(day)) {
            (..0, _) => format!("{subject} {was} {written}, and nobody has told us what has happened since."),
            (0, _) => format!("{subject} {will} {written}: today."),
            (_, 0) => format!("{subject} {will} {written}, before the next working day."),
            (_, 1) => format!("{subject} {will} {written}, 1 working day from today."),
            (_, days) => format!("{subject} {will} {written}, {days} working days from today."),
        }
    }
}

/// What a date is called, what it will do, and what it was to do.
const fn words(what: Option<DateWhat>) -> (&'static str, &'static str, &'static str) {
    match what {
        Some(DateWhat::Meeting) => ("The meeting", "is on", "was to be on"),
        Some(DateWhat::Conference) => ("The conference", "is on", "was to be on"),
        Some(DateWhat::Decision) => ("The decision", "is due on", "was due on"),
        Some(DateWhat::Hearing) => ("The hearing", "is on", "was to be on"),
        Some(DateWhat::Discharge) => ("The discharge from hospital", "is planned for", "was planned for"),
        Some(DateWhat::Move) => ("The move", "is planned for", "was planned for"),
        Some(DateWhat::Treatment) => ("The treatment", "is planned for", "was planned for"),
        Some(DateWhat::Eviction) => ("The eviction", "is due on", "was due on"),
        Some(DateWhat::AuthorisationExpiry) => ("The authorisation", "ends on", "was to end on"),
        Some(DateWhat::TribunalDeadline) => ("The last day to apply to the tribunal", "is", "was"),
        Some(DateWhat::ComplaintDeadline) => ("The last day to complain", "is", "was"),
        Some(DateWhat::ReplyDeadline) => ("The last day to reply or appeal", "is", "was"),
        Some(DateWhat::Appointment) => ("The appointment", "is on", "was to be on"),
        Some(DateWhat::Other) | None => ("The date we were told of", "is", "was"),
    }
}

/// The one date that scores: the one with the most points, and of those the earliest.
pub(super) fn scored(candidates: &[Candidate], measure: &Measure<'_>) -> Option<Reason> {
    let (candidate, (rule, points)) = candidates
        .iter()
        .map(|candidate| (candidate, candidate.score(measure)))
        .max_by_key(|(candidate, (_, points))| (*points, Reverse(candidate.day.unwrap_or(NaiveDate::MAX))))?;
    let half = if candidate.moveable { " As far as we know it can be moved, so it counts half." } else { "" };
    let reason = Reason::points(rule, points).with("date", &candidate.told(measure)).with("half", half);
    Some(match candidate.law {
        Some(law) => reason.resting_on(law),
        None => reason,
    })
}

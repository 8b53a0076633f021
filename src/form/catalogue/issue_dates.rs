//! The dates of an issue: what happens, when, whether it can be moved, and what became of it.
//!
//! This file must not know what today is, nor which dates are hard.

use super::not_known::NOT_KNOWN;
use crate::form::{Choice, DateKind, Group, Key, Kind, Need, Question, Voices, When};

const KNOWN: &[Choice] = &[
    Choice::new("yes", Voices::each("Yes", "Yes, and I know when", "Yes, and I know when")),
    Choice::new(
        "unknown",
        Voices::each(
            "There is a date, but I do not know it",
            "Yes, but I do not know when",
            "Yes, but I do not know when",
        ),
    ),
    Choice::new("none", Voices::each("No dates", "No", "No")),
    Choice::new(
        "dont-know",
        Voices::each(
            "Not known whether there is a date",
            "I do not know if there is one",
            "I do not know if there is one",
        ),
    ),
];

const WHAT: &[Choice] = &[
    Choice::new(
        "meeting",
        Voices::each("Meeting, assessment or review", "A meeting or an assessment", "A meeting or an assessment"),
    ),
    Choice::new(
        "conference",
        Voices::each(
            "Safeguarding or child protection conference",
            "A big meeting about safety",
            "A big meeting about safety",
        ),
    )
    .hint(Voices::each("", "You may hear it called a conference.", "You may hear it called a conference.")),
    Choice::new("decision", Voices::each("Decision", "A decision is made", "A decision is made")),
    Choice::new(
        "hearing",
        Voices::each("Court or tribunal hearing", "Going to a court or tribunal", "Going to a court or tribunal"),
    ),
    Choice::new("discharge", Voices::each("Discharge from hospital", "Leaving hospital", "Leaving hospital")),
    Choice::new("move", Voices::each("Move to another place", "Moving to another place", "Moving to another place")),
    Choice::new(
        "treatment",
        Voices::each("Treatment or operation", "An operation or treatment", "An operation or treatment"),
    ),
    Choice::new("eviction", Voices::each("Eviction", "Being made to leave my home", "Being made to leave their home")),
    Choice::new(
        "authorisation-expiry",
        Voices::each(
            "DoLS authorisation expires",
            "The last day on the papers that say I can be kept",
            "The last day on the papers that say they can be kept",
        ),
    ),
    Choice::new(
        "tribunal-deadline",
        Voices::each(
            "Last day to apply to the tribunal",
            "The last day to ask for a tribunal",
            "The last day to ask for a tribunal",
        ),
    ),
    Choice::new(
        "complaint-deadline",
        Voices::each("Last day to complain", "The last day to complain", "The last day to complain"),
    ),
    Choice::new(
        "reply-deadline",
        Voices::each(
            "Last day to reply or appeal",
            "The last day to reply or appeal",
            "The last day to reply or appeal",
        ),
    ),
    Choice::new("appointment", Voices::each("Appointment", "An appointment", "An appointment")).hint(Voices::each(
        "",
        "For example, with a doctor, a bank or a benefits office.",
        "For example, with a doctor, a bank or a benefits office.",
    )),
    Choice::new("other", Voices::same("Something else")),
];

const FIRM: &[Choice] = &[
    Choice::new("fixed", Voices::same("No, it cannot be changed")),
    Choice::new("moveable", Voices::same("Yes, it could be changed")),
    Choice::new("not-sure", Voices::same("Not sure")),
];

const OUTCOME: &[Choice] = &[
    Choice::new("not-yet", Voices::same("The date has not come yet")),
    Choice::new("went-ahead", Voices::same("Yes, it happened")),
    Choice::new("did-not", Voices::same("No, it did not")),
    NOT_KNOWN,
];

const DATE: &[Question] = &[
    Question::new(
        Key::DateWhat,
        Kind::One(WHAT),
        Voices::each("What happens on this date?", "What happens that day?", "What happens that day?"),
    )
    .need(Need::ToTriage),
    Question::new(Key::DateWhen, Kind::Date(DateKind::Ahead), Voices::same("What is the date?"))
        .hint(Voices::same("If you are not sure of the day, a month or a year is enough."))
        .need(Need::ToTriage),
    Question::new(Key::DateFirm, Kind::One(FIRM), Voices::same("Could this date be changed?")).need(Need::ToTriage),
    Question::new(Key::DateOutcome, Kind::One(OUTCOME), Voices::same("If the date has passed, did it happen?")),
];

pub(super) const DATES_KNOWN: Question = Question::new(
    Key::DatesKnown,
    Kind::One(KNOWN),
    Voices::each(
        "Are there any dates for this?",
        "Is there a date that matters for this?",
        "Is there a date that matters for this?",
    ),
)
.hint(Voices::each(
    "A meeting, decision, discharge, move, treatment, hearing, time limit or other date, past or to come.",
    "For example, a meeting, a move, or the last day to reply to a letter.",
    "For example, a meeting, a move, or the last day to reply to a letter.",
))
.need(Need::ToTriage);

pub(super) const DATES: Question = Question::new(
    Key::Dates,
    Kind::Repeat(Group { questions: DATE, item: Voices::same("date"), most: 10 }),
    Voices::each("What are the dates?", "Which dates do you know?", "Which dates do you know?"),
)
.hint(Voices::each("", "Start with the one that comes first.", "Start with the one that comes first."))
.when(When::Is(Key::DatesKnown, "yes"))
.need(Need::ToTriage);

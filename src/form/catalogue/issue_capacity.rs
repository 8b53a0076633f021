//! Capacity for one issue’s decision, at one time (Mental Capacity Act 2005 ss2–3). Never capacity in general.
//!
//! Nobody is asked to judge their own capacity: they are asked what they were told.

use super::not_known::NOT_KNOWN;
use crate::form::{Choice, DateKind, Key, Kind, Line, Need, Question, Sensitivity, Voices, When};

/// Somebody has assessed it.
const ASSESSED: When = When::In(Key::Capacity, &["has", "lacks", "fluctuates"]);

const CAPACITY_CHOICES: &[Choice] = &[
    Choice::new("has", Voices::each("Has capacity", "No, I was told that I can make it", "Yes, and they can make it")),
    Choice::new(
        "lacks",
        Voices::each("Lacks capacity", "Yes, I was told that I cannot make it", "Yes, and they cannot make it"),
    ),
    Choice::new("not-assessed", Voices::each("Not assessed", "No, no one has said this", "No one has checked")),
    Choice::new(
        "fluctuates",
        Voices::each(
            "Capacity fluctuates",
            "I was told that it changes from time to time",
            "Yes, and it changes from time to time",
        ),
    ),
    NOT_KNOWN,
];

pub(super) const CAPACITY: Question = Question::new(
    Key::Capacity,
    Kind::One(CAPACITY_CHOICES),
    Voices::each(
        "Does the person have capacity to make this decision?",
        "Has someone said that you cannot make this decision yourself?",
        "Has anyone checked if they can make this decision themselves?",
    ),
)
.hint(Voices::each(
    "This decision, at the time it has to be made (MCA s2 and s3).",
    "A doctor, nurse or social worker may have said this. You may not agree with them.",
    "A doctor, nurse or social worker may have checked this.",
))
.need(Need::ToInstruct(&[Line::Imca]))
.sensitivity(Sensitivity::Special);

pub(super) const CAPACITY_WHO: Question = Question::new(
    Key::CapacityWho,
    Kind::Line(200),
    Voices::each("Who assessed capacity for this decision?", "Who told you this?", "Who checked this?"),
)
.hint(Voices::each("", "Their name, if you know it.", "Their name, if you know it."))
.when(ASSESSED)
.need(Need::ToInstruct(&[Line::Imca]))
.sensitivity(Sensitivity::Identity);

pub(super) const CAPACITY_ROLE: Question = Question::new(
    Key::CapacityRole,
    Kind::Line(200),
    Voices::each("What is the assessor’s role?", "What is their job?", "What is their job?"),
)
.hint(Voices::each("", "For example, doctor or social worker.", "For example, doctor or social worker."))
.when(ASSESSED)
.need(Need::ToInstruct(&[Line::Imca]));

pub(super) const CAPACITY_WHEN: Question = Question::new(
    Key::CapacityWhen,
    Kind::Date(DateKind::Partial),
    Voices::each("When was capacity assessed?", "When did they tell you?", "When did they check?"),
)
.hint(Voices::same("A month or a year is enough."))
.when(ASSESSED)
.need(Need::ToInstruct(&[Line::Imca]))
.sensitivity(Sensitivity::Special);

pub(super) const CAPACITY_BOOKED: Question = Question::new(
    Key::CapacityBooked,
    Kind::Date(DateKind::Day),
    Voices::each(
        "If an assessment of capacity is booked, what is the date?",
        "Is someone going to check if you can decide this, and when?",
        "Is someone going to check if they can decide this, and when?",
    ),
)
.hint(Voices::each("", "Leave this empty if no one has told you.", "Leave this empty if no one has told you."))
.when(When::In(Key::Capacity, &["not-assessed", "fluctuates", "dont-know"]))
.sensitivity(Sensitivity::Special);

//! Capacity for one issue’s decision, at one time (Mental Capacity Act 2005 ss2–3). Never capacity in general.
//!
//! Nobody is asked to judge their own capacity: they are asked what they were told.

use super::choices::YES_NO_DONT_KNOW;
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, DateKind, Key, Kind, Line, Need, Question, Sensitivity, Voice, Voices, When};

/// Somebody has assessed it.
const ASSESSED: When = When::In(Key::Capacity, &["has", "lacks", "fluctuates"]);
/// The same, asked of somebody at work.
const AT_WORK_ASSESSED: When = When::All(&[When::Voice(&[Voice::Professional]), ASSESSED]);

const CAPACITY_CHOICES: &[Choice] = &[
    Choice::new("has", Voices::each("Has capacity", "No, I was told that I can", "Yes, and they can")),
    Choice::new("lacks", Voices::each("Lacks capacity", "Yes, I was told that I cannot", "Yes, and they cannot")),
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
        "Has someone said that you cannot decide about this yourself?",
        "Has anyone checked if the person can decide about this themselves?",
    ),
)
.when(LIVING)
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
    Voices::each(
        "What is the assessor’s role?",
        "What is the job of the person who told you?",
        "What is the job of whoever checked this?",
    ),
)
.hint(Voices::each("", "For example, doctor or social worker.", "For example, doctor or social worker."))
.when(ASSESSED)
.need(Need::ToInstruct(&[Line::Imca]));

pub(super) const CAPACITY_WHEN: Question = Question::new(
    Key::CapacityWhen,
    Kind::Date(DateKind::Partial),
    Voices::each("When was capacity assessed?", "When were you told?", "When was this checked?"),
)
.hint(Voices::same("A month or a year is enough."))
.when(ASSESSED)
.need(Need::ToInstruct(&[Line::Imca]))
.sensitivity(Sensitivity::Special);

/// The functional question comes first in current law, and older forms ask it second.
pub(super) const CAPACITY_TEST: Question = Question::new(
    Key::CapacityTest,
    Kind::One(YES_NO_DONT_KNOW),
    Voices::each("Was the functional test applied first, and impairment second?", "", ""),
)
.hint(Voices::each(
    "First understanding, retaining, using or weighing, and communicating. Then whether an impairment is the cause.",
    "",
    "",
))
.when(AT_WORK_ASSESSED)
.sensitivity(Sensitivity::Special);

const COPY: &[Choice] = &[
    Choice::new("yes", Voices::each("Yes", "", "")),
    Choice::new("later", Voices::each("Later", "", "")),
    Choice::new("no", Voices::each("No", "", "")),
];

pub(super) const CAPACITY_COPY: Question = Question::new(
    Key::CapacityCopy,
    Kind::One(COPY),
    Voices::each("Can you send us a copy of the capacity assessment?", "", ""),
)
.hint(Voices::each("We ask you for it, in a safe way. You can refer before it is written.", "", ""))
.when(AT_WORK_ASSESSED);

pub(super) const CAPACITY_BOOKED: Question = Question::new(
    Key::CapacityBooked,
    Kind::Date(DateKind::Day),
    Voices::each(
        "If an assessment of capacity is booked, what is the date?",
        "Is someone going to check if you can decide about this, and when?",
        "Is someone going to check if the person can decide about this, and when?",
    ),
)
.hint(Voices::each("", "Leave this empty if no one has told you.", "Leave this empty if no one has told you."))
.when(When::In(Key::Capacity, &["not-assessed", "fluctuates", "dont-know"]))
.sensitivity(Sensitivity::Special);

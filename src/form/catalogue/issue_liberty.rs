//! An issue under the deprivation of liberty safeguards (Mental Capacity Act 2005 Sch A1): the authorisation, its
//! dates, the supervisory body and the representative.
//!
//! Others are asked about “the papers”: what a family is shown. This file must not know when an authorisation runs out.

use super::issue_kinds::{LIBERTY, REPRESENTATION};
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, DateKind, Key, Kind, Line, Need, Question, Sensitivity, Voices, When};

/// What any of the four services needs before it can accept formally.
const FOR_ALL: Need = Need::ToInstruct(&[Line::Dols39A, Line::Dols39C, Line::Dols39D, Line::PaidRpr]);

/// There is an authorisation, so it has dates.
const IN_FORCE: When = When::In(Key::DolsAuthorisation, &["urgent", "standard"]);

const AUTHORISATIONS: &[Choice] = &[
    Choice::new(
        "urgent",
        Voices::each(
            "Urgent authorisation in force",
            "Yes, for a few days (“urgent”)",
            "Yes, for a few days (“urgent”)",
        ),
    ),
    Choice::new(
        "standard-asked",
        Voices::each(
            "Standard authorisation asked for",
            "Not yet, but someone has asked for them",
            "Not yet, but someone has asked for them",
        ),
    ),
    Choice::new(
        "standard",
        Voices::each("Standard authorisation in force", "Yes, for longer (“standard”)", "Yes, for longer (“standard”)"),
    ),
    Choice::new("none", Voices::each("None", "No", "No")),
    NOT_KNOWN,
];

const REPRESENTATIVES: &[Choice] = &[
    Choice::new("none", Voices::each("None so far", "No, I have not had one", "No, they have not had one")),
    Choice::new(
        "unpaid",
        Voices::each("Unpaid representative", "Yes, a family member or friend", "Yes, a family member or friend"),
    ),
    Choice::new(
        "paid",
        Voices::each("Paid representative", "Yes, someone paid to do it", "Yes, someone paid to do it"),
    ),
    Choice::new(
        "ended",
        Voices::each(
            "The last one has ended, with no new one yet",
            "I had one, but not now",
            "They had one, but not now",
        ),
    ),
    NOT_KNOWN,
];

/// The three cases of Mental Capacity Act 2005 s39D(3) to (5), and that there is none so far.
const REQUESTS: &[Choice] = &[
    Choice::new("person", Voices::each("The person", "I do", "The person does")),
    Choice::new(
        "representative",
        Voices::each("Their representative", "My representative does", "Their representative does. It may be me."),
    ),
    Choice::new(
        "supervisory-body",
        Voices::each(
            "The supervisory body has reason to believe that one is needed",
            "The council does",
            "The council does",
        ),
    ),
    Choice::new("nobody", Voices::each("Nobody so far", "No one has said so yet", "No one has said so yet")),
    NOT_KNOWN,
];

pub(super) const DOLS_AUTHORISATION: Question = Question::new(
    Key::DolsAuthorisation,
    Kind::One(AUTHORISATIONS),
    Voices::each(
        "Which authorisation is in force or asked for?",
        "Are there papers that say you can be kept there?",
        "Are there papers that say the person can be kept there?",
    ),
)
.hint(Voices::each(
    "If an urgent authorisation is in force and a standard one has been asked for, choose urgent.",
    "The home or hospital asks the council for them. They may be called a DoLS authorisation.",
    "The home or hospital asks the council for them. They may be called a DoLS authorisation.",
))
.when(When::In(Key::IssueKind, LIBERTY))
.need(FOR_ALL)
.sensitivity(Sensitivity::Special);

pub(super) const DOLS_START: Question = Question::new(
    Key::DolsStart,
    Kind::Date(DateKind::Past),
    Voices::each(
        "When did the authorisation start?",
        "What is the first day on the papers?",
        "What is the first day on the papers?",
    ),
)
.when(IN_FORCE)
.need(FOR_ALL)
.sensitivity(Sensitivity::Special);

pub(super) const DOLS_EXPIRY: Question = Question::new(
    Key::DolsExpiry,
    Kind::Date(DateKind::Day),
    Voices::each(
        "What is the last day it is in force?",
        "What is the last day on the papers?",
        "What is the last day on the papers?",
    ),
)
.when(IN_FORCE)
.need(FOR_ALL)
.sensitivity(Sensitivity::Special);

pub(super) const DOLS_BODY: Question = Question::new(
    Key::DolsBody,
    Kind::Line(200),
    Voices::each(
        "Which council is the supervisory body?",
        "Which council do the papers come from?",
        "Which council do the papers come from?",
    ),
)
.hint(Voices::each("", "Leave this empty if you do not know.", "Leave this empty if you do not know."))
.when(When::In(Key::IssueKind, LIBERTY))
.need(FOR_ALL);

pub(super) const DOLS_REPRESENTATIVE: Question = Question::new(
    Key::DolsRepresentative,
    Kind::One(REPRESENTATIVES),
    Voices::each(
        "Is there a relevant person’s representative?",
        "Do you have a representative?",
        "Does the person have a representative?",
    ),
)
.hint(Voices::each(
    "Appointed under Mental Capacity Act 2005 Sch A1 Part 10.",
    "This is someone who was chosen to visit you and check your rights.",
    "This is someone who was chosen to visit them and check their rights. It may be you.",
))
.when(When::In(Key::IssueKind, REPRESENTATION))
.need(Need::ToInstruct(&[Line::Dols39C, Line::Dols39D, Line::PaidRpr]))
.sensitivity(Sensitivity::Special);

/// Whoever fills in the form may be any of them, so it is asked of everybody alike.
pub(super) const DOLS_REQUEST: Question = Question::new(
    Key::DolsRequest,
    Kind::One(REQUESTS),
    Voices::each(
        "Who asks for this advocate?",
        "Who says that you need this help?",
        "Who says that the person needs this help?",
    ),
)
.hint(Voices::each("Mental Capacity Act 2005 s39D(3) to (5).", "", ""))
.when(When::Is(Key::IssueKind, "dols-39d"))
.need(Need::ToInstruct(&[Line::Dols39D]));

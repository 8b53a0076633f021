//! What single kinds of issue need to be known in law: safeguarding, a long stay, NHS complaints.
//!
//! This file must not know which service an answer leads to, nor how long a time limit runs.

use super::choices::YES_NO_DONT_KNOW;
use super::died::HAS_DIED;
use super::issue_kinds::{ACCOMMODATION, SAFEGUARDING};
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, DateKind, Key, Kind, Line, Need, Question, Sensitivity, Voices, When};

const NHS_COMPLAINT: When = When::Is(Key::IssueKind, "nhs-complaint");

const PARTS: &[Choice] = &[
    Choice::new("adult-at-risk", Voices::each("Adult at risk", "I may have been harmed", "They may have been harmed")),
    Choice::new(
        "source-of-harm",
        Voices::each(
            "Alleged source of harm",
            "Someone says that I harmed another person",
            "Someone says that they harmed another person",
        ),
    ),
    Choice::new("other", Voices::each("Another part", "In another way", "In another way")),
    NOT_KNOWN,
];

pub(super) const SAFEGUARDING_PART: Question = Question::new(
    Key::SafeguardingPart,
    Kind::One(PARTS),
    Voices::each("What is the person’s part in this?", "How does this affect you?", "How does this affect the person?"),
)
.when(When::In(Key::IssueKind, SAFEGUARDING))
.need(Need::ToInstruct(&[Line::CareAct]))
.sensitivity(Sensitivity::Safety);

const ENQUIRERS: &[Choice] = &[
    Choice::new("council", Voices::each("The council", "The council", "The council")),
    Choice::new(
        "nhs",
        Voices::each(
            "An NHS body, for the council",
            "The NHS, for example a hospital",
            "The NHS, for example a hospital",
        ),
    ),
    Choice::new(
        "provider",
        Voices::each("A care provider, for the council", "A care home or care company", "A care home or care company"),
    ),
    Choice::new(
        "other",
        Voices::each(
            "Another body, for example the police",
            "Someone else, for example the police",
            "Someone else, for example the police",
        ),
    ),
    Choice::new("no-one-yet", Voices::same("No one yet")),
    NOT_KNOWN,
];

pub(super) const ENQUIRY_LED_BY: Question = Question::new(
    Key::EnquiryLedBy,
    Kind::One(ENQUIRERS),
    Voices::each("Who leads the enquiry?", "Who is finding out about it?", "Who is finding out about it?"),
)
.hint(Voices::each("Whoever leads it, the council keeps the duty to arrange an advocate.", "", ""))
.when(When::Is(Key::IssueKind, "safeguarding-enquiry"));

pub(super) const STAY_LONG: Question = Question::new(
    Key::StayLong,
    Kind::One(YES_NO_DONT_KNOW),
    Voices::each(
        "Is the stay likely to be 28 days or more in hospital, or 8 weeks or more elsewhere?",
        "Could you stay in that place for a long time?",
        "Could the person stay in that place for a long time?",
    ),
)
.hint(Voices::each(
    "",
    "A long time is 28 days or more in a hospital, or 8 weeks or more in a home.",
    "A long time is 28 days or more in a hospital, or 8 weeks or more in a home.",
))
.when(When::In(Key::IssueKind, ACCOMMODATION))
.need(Need::ToInstruct(&[Line::Imca]))
.sensitivity(Sensitivity::Special);

const WHOSE_CARE: &[Choice] = &[
    Choice::new(
        "themselves",
        Voices::each("The person referred", "My own care", "The care of the person this form is about"),
    ),
    Choice::new(
        "someone-living",
        Voices::each(
            "Someone else, who is alive",
            "The care of someone else, who is alive",
            "The care of someone else, who is alive",
        ),
    ),
    Choice::new(
        "someone-who-died",
        Voices::each("Someone who has died", "The care of someone who has died", "The care of someone who has died"),
    ),
];

pub(super) const COMPLAINT_FOR: Question =
    Question::new(Key::ComplaintFor, Kind::One(WHOSE_CARE), Voices::same("Whose care is the complaint about?"))
        .when(NHS_COMPLAINT)
        .need(Need::ToInstruct(&[Line::NhsComplaints]))
        .sensitivity(Sensitivity::Special);

/// The complaint is about somebody else’s care.
const FOR_ANOTHER: When = When::In(Key::ComplaintFor, &["someone-living", "someone-who-died"]);

pub(super) const COMPLAINT_NAME: Question = Question::new(
    Key::ComplaintName,
    Kind::Line(200),
    Voices::each(
        "What is the name of the person whose care it is about?",
        "What is the name of that person?",
        "What is the name of the person whose care it is about?",
    ),
)
.when(FOR_ANOTHER)
.need(Need::ToInstruct(&[Line::NhsComplaints]))
.sensitivity(Sensitivity::Identity);

pub(super) const COMPLAINT_RELATIONSHIP: Question = Question::new(
    Key::ComplaintRelationship,
    Kind::Line(200),
    Voices::each(
        "What is the complainant’s relationship to that person?",
        "Who is, or was, that person to you?",
        "Who is, or was, that person to whoever complains?",
    ),
)
.hint(Voices::each("", "For example, “my mother”.", "For example, “her husband”."))
.when(FOR_ANOTHER)
.need(Need::ToInstruct(&[Line::NhsComplaints]))
.sensitivity(Sensitivity::Identity);

/// Who may complain for someone who has died: SI 2009/309 reg 5(2)(a) asks for a representative acting for them.
const AUTHORITIES: &[Choice] = &[
    Choice::new(
        "personal-representative",
        Voices::each(
            "Personal representative (executor or administrator)",
            "I deal with what they left behind (executor)",
            "They deal with what was left behind (executor)",
        ),
    ),
    Choice::new(
        "bereaved-relative",
        Voices::each(
            "Bereaved relative or friend, acting on their behalf",
            "I am a relative or friend",
            "They are a relative or friend",
        ),
    ),
    Choice::new("other", Voices::each("Another basis", "Something else", "Something else")),
    NOT_KNOWN,
];

pub(super) const COMPLAINT_AUTHORITY: Question = Question::new(
    Key::ComplaintAuthority,
    Kind::One(AUTHORITIES),
    Voices::each(
        "On what basis does the complainant act for the person who has died?",
        "What lets you speak for the person who has died?",
        "What lets whoever complains speak for the person who has died?",
    ),
)
.hint(Voices::each(
    "NHS complaints regulations, SI 2009/309 reg 5.",
    "You do not need any papers to ask us.",
    "They do not need any papers to ask us. It may be you who complains.",
))
.when(When::Any(&[When::Is(Key::ComplaintFor, "someone-who-died"), When::All(&[NHS_COMPLAINT, HAS_DIED])]))
.need(Need::ToInstruct(&[Line::NhsComplaints]))
.sensitivity(Sensitivity::Identity);

pub(super) const COMPLAINT_EVENT: Question = Question::new(
    Key::ComplaintEvent,
    Kind::Date(DateKind::Partial),
    Voices::each(
        "When did it happen, or when did the person find out?",
        "When did it happen, or when did you find out?",
        "When did it happen, or when did the person find out?",
    ),
)
.hint(Voices::each(
    "Give the later date. A month or a year is enough.",
    "Give the later date. A month or a year is enough.",
    "Give the later date. A month or a year is enough.",
))
.when(NHS_COMPLAINT)
.need(Need::ToInstruct(&[Line::NhsComplaints]))
.sensitivity(Sensitivity::Special);

pub(super) const COMPLAINT_MADE: Question = Question::new(
    Key::ComplaintMade,
    Kind::One(YES_NO_DONT_KNOW),
    Voices::each(
        "Has the complaint been made?",
        "Have you told the NHS about your complaint?",
        "Has anyone told the NHS about the complaint?",
    ),
)
.when(NHS_COMPLAINT)
.need(Need::ToInstruct(&[Line::NhsComplaints]));

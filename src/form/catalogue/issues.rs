//! The issues of a referral: one item for each process, decision or complaint, with the facts that belong to it.
//!
//! What belongs to single kinds, to dates and to capacity has its own file. This file must not know which service an
//! issue leads to.

use super::choices::{YES_NO_DONT_KNOW, YES_NO_NOT_SURE};
use super::died::LIVING;
use super::issue_kinds::{CAN_BE_OBJECTED_TO, CARERS, COUNCIL_LED, ISSUE_KINDS, MAY_BE_HARD_TO_UNDO};
use super::not_known::NOT_KNOWN;
use super::{issue_capacity, issue_dates, issue_law, issue_liberty, issue_mental_health};
use crate::form::{Choice, Group, Key, Kind, Line, Need, Question, Section, Sensitivity, Voice, Voices, When};

const STAGES: &[Choice] = &[
    Choice::new("not-started", Voices::each("Not started", "It has not started", "It has not started")),
    Choice::new("beginning", Voices::each("Beginning", "It is just starting", "It is just starting")),
    Choice::new("under-way", Voices::each("Under way", "It is going on now", "It is going on now")),
    Choice::new("decided", Voices::each("Decided or completed", "It has been decided", "It has been decided")),
    Choice::new("review", Voices::each("Under review", "It is being looked at again", "It is being looked at again")),
    NOT_KNOWN,
];

const DECIDERS: &[Choice] = &[
    Choice::new("council", Voices::each("Council", "The council", "The council")),
    Choice::new(
        "nhs",
        Voices::each(
            "NHS body",
            "The NHS, for example a hospital or a doctor",
            "The NHS, for example a hospital or a doctor",
        ),
    ),
    Choice::new(
        "care-provider",
        Voices::each("Care provider", "A care home or care company", "A care home or care company"),
    ),
    Choice::new("court", Voices::each("Court or tribunal", "A court or tribunal", "A court or tribunal")),
    Choice::new("person", Voices::each("The person", "I do", "They do")),
    Choice::new("other", Voices::each("Another body or person", "Someone else", "Someone else")),
    Choice::new("no-decision", Voices::same("There is nothing to decide")),
    NOT_KNOWN,
];

const ISSUE: &[Question] = &[
    Question::new(
        Key::IssueKind,
        Kind::One(ISSUE_KINDS),
        Voices::each("Which process, decision or complaint is this?", "What is it about?", "What is it about?"),
    )
    .hint(Voices::each(
        "Choose the nearest. We check the service from the facts.",
        "Choose the nearest one. “Not sure” is a good answer.",
        "Choose the nearest one. “Not sure” is a good answer.",
    ))
    .need(Need::ToTriage)
    .sensitivity(Sensitivity::Special),
    Question::new(
        Key::IssueWords,
        Kind::Text(2000),
        Voices::each(
            "What exactly is being decided or done?",
            "What would you like to tell us about it?",
            "What would you like to tell us about it?",
        ),
    )
    .hint(Voices::each(
        "Give the options being considered, if known.",
        "You do not have to write the same thing again.",
        "You do not have to write the same thing again.",
    ))
    .sensitivity(Sensitivity::Special),
    Question::new(
        Key::CaredForName,
        Kind::Line(200),
        Voices::each("Who is the cared-for person?", "Who do you care for?", "Who does the person care for?"),
    )
    .hint(Voices::each(
        "The person referred is the carer. Name the cared-for person here.",
        "A first name is enough.",
        "A first name is enough.",
    ))
    .when(When::In(Key::IssueKind, CARERS))
    .sensitivity(Sensitivity::Identity),
    issue_law::SAFEGUARDING_PART,
    issue_law::ENQUIRY_LED_BY,
    Question::new(
        Key::IssueStage,
        Kind::One(STAGES),
        Voices::each(
            "What stage has it reached?",
            "Has it started, or been decided?",
            "Has it started, or been decided?",
        ),
    )
    .need(Need::ToTriage),
    Question::new(
        Key::IssueRepeat,
        Kind::One(YES_NO_DONT_KNOW),
        Voices::each(
            "Can it be repeated with an advocate?",
            "Could it be done again, with an advocate to help you?",
            "Could it be done again, with an advocate to help the person?",
        ),
    )
    .when(When::Is(Key::IssueStage, "decided")),
    Question::new(
        Key::ReferrerDecides,
        Kind::One(&[Choice::new("yes", Voices::each("Yes", "", "")), Choice::new("no", Voices::each("No", "", ""))]),
        Voices::each("Are you the decision maker?", "", ""),
    )
    .when(When::Voice(&[Voice::Professional])),
    Question::new(
        Key::DecisionMakerBody,
        Kind::One(DECIDERS),
        Voices::each("Who is the decision maker?", "Who will decide about this?", "Who will decide about this?"),
    )
    .need(Need::ToInstruct(&[Line::Imca])),
    Question::new(
        Key::DecisionMaker,
        Kind::Line(200),
        Voices::each(
            "What is the decision maker’s name?",
            "What is the name or the job of the person who decides?",
            "What is the name or the job of the one who decides?",
        ),
    )
    .hint(Voices::each(
        "With job and team.",
        "For example, “Sam, my social worker”. Leave this empty if you do not know.",
        "For example, “Sam, the social worker”. Leave this empty if you do not know.",
    ))
    .need(Need::ToInstruct(&[Line::Imca]))
    .sensitivity(Sensitivity::Identity),
    Question::new(
        Key::DecisionMakerAware,
        Kind::One(YES_NO_DONT_KNOW),
        Voices::each("Does the decision maker know about this referral?", "", ""),
    )
    .when(When::All(&[When::Voice(&[Voice::Professional]), When::Is(Key::ReferrerDecides, "no")])),
    Question::new(
        Key::IssueCouncil,
        Kind::Line(200),
        Voices::each(
            "Which council leads this, if not the responsible council?",
            "Which council deals with this, if it is a different one?",
            "Which council deals with this, if it is a different one?",
        ),
    )
    .hint(Voices::each(
        "A safeguarding enquiry (s42) belongs to the council for the area where the person is.",
        "Leave this empty if it is the council you told us about.",
        "Leave this empty if it is the council you told us about.",
    ))
    .when(When::In(Key::IssueKind, COUNCIL_LED)),
    issue_law::STAY_LONG,
    issue_liberty::DOLS_AUTHORISATION,
    issue_liberty::DOLS_START,
    issue_liberty::DOLS_EXPIRY,
    issue_liberty::DOLS_BODY,
    issue_liberty::DOLS_REPRESENTATIVE,
    issue_liberty::DOLS_REQUEST,
    issue_mental_health::MHA_SECTION,
    issue_mental_health::MHA_STARTED,
    issue_mental_health::MHA_TRIBUNAL,
    issue_mental_health::MHA_RIGHTS,
    issue_mental_health::MHA_TREATMENT,
    issue_law::COMPLAINT_FOR,
    issue_law::COMPLAINT_NAME,
    issue_law::COMPLAINT_RELATIONSHIP,
    issue_law::COMPLAINT_AUTHORITY,
    issue_law::COMPLAINT_EVENT,
    issue_law::COMPLAINT_MADE,
    Question::new(
        Key::Objects,
        Kind::One(YES_NO_NOT_SURE),
        Voices::each(
            "Does the person object to being there or to the plan, or want to leave?",
            "Do you want to leave, or do you disagree with the plan?",
            "Does the person want to leave, or do they disagree with the plan?",
        ),
    )
    .hint(Voices::each(
        "Count what they do as well as what they say.",
        "",
        "They may not say it. They may try to leave, or refuse food or care.",
    ))
    .when(When::All(&[
        LIVING,
        // Whoever is kept, or may be, can want to leave whatever the issue is about.
        When::Any(&[When::In(Key::IssueKind, CAN_BE_OBJECTED_TO), When::In(Key::Kept, &["yes", "not-sure"])]),
    ]))
    .sensitivity(Sensitivity::Special),
    Question::new(
        Key::HardToUndo,
        Kind::One(YES_NO_NOT_SURE),
        Voices::each(
            "Would the outcome be hard to undo?",
            "Could this lead to something that is hard to change back?",
            "Could this lead to something that is hard to change back?",
        ),
    )
    .hint(Voices::each(
        "For example, giving up a home, a long-term move or a major operation.",
        "For example, giving up your home, moving for a long time or a big operation.",
        "For example, giving up their home, moving for a long time or a big operation.",
    ))
    .when(When::All(&[LIVING, When::In(Key::IssueKind, MAY_BE_HARD_TO_UNDO)]))
    .sensitivity(Sensitivity::Special),
    issue_dates::DATES_KNOWN,
    issue_dates::DATES,
    issue_capacity::CAPACITY,
    issue_capacity::CAPACITY_WHO,
    issue_capacity::CAPACITY_ROLE,
    issue_capacity::CAPACITY_WHEN,
    issue_capacity::CAPACITY_TEST,
    issue_capacity::CAPACITY_COPY,
    issue_capacity::CAPACITY_BOOKED,
];

pub(super) const SECTION: Section = Section {
    slug: "issues",
    title: Voices::each("Issues", "What you need help with", "What they need help with"),
    intro: Voices::each(
        "Add an issue for each process, decision or complaint. Each has its own dates and its own law.",
        "An issue is one thing that you need help with. Tell us about one at a time. You can leave out what you do not know.",
        "An issue is one thing that they need help with. Tell us about one at a time. You can leave out what you do not know.",
    ),
    questions: &[Question::new(
        Key::Issues,
        Kind::Repeat(Group { questions: ISSUE, item: Voices::same("issue"), most: 10 }),
        Voices::each("What are the issues?", "What do you need help with?", "What does the person need help with?"),
    )
    .hint(Voices::each("", "Start with what matters most to you.", "Start with what matters most to them."))
    .need(Need::ToTriage)
    .sensitivity(Sensitivity::Special)],
};

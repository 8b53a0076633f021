//! Abuse and neglect: whether, what, and whether the source of harm can still reach the person.
//!
//! This file must not know what is done about it. Types of harm carry the Safeguarding Adults Collection’s names.

use super::choices::{YES_NO_DONT_KNOW, YES_NO_NOT_SURE};
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Code, Key, Kind, Need, Question, Section, Sensitivity, Voices, When};

/// Harm is alleged, or nobody can rule it out.
const HARM: When = When::In(Key::HarmAlleged, &["yes", "not-sure"]);

const HARM_TYPES: &[Choice] = &[
    Choice::new(
        "physical",
        Voices::each("Physical", "Someone hits me or hurts my body", "Someone hits them or hurts their body"),
    )
    .code(Code::Sac("Physical")),
    Choice::new(
        "domestic",
        Voices::each(
            "Domestic abuse",
            "My partner, someone who was my partner, or my family hurts or controls me",
            "Their partner, someone who was their partner, or their family hurts or controls them",
        ),
    )
    .code(Code::Sac("Domestic Abuse")),
    Choice::new(
        "sexual",
        Voices::each(
            "Sexual",
            "Someone does sexual things to me that I do not want",
            "Someone does sexual things to them that they do not want",
        ),
    )
    .code(Code::Sac("Sexual")),
    Choice::new(
        "sexual-exploitation",
        Voices::each(
            "Sexual exploitation",
            "Someone gets me to have sex in return for something",
            "Someone gets them to have sex in return for something",
        ),
    )
    .hint(Voices::each(
        "",
        "For example, for money, gifts, drugs or a place to stay.",
        "For example, for money, gifts, drugs or a place to stay.",
    ))
    .code(Code::Sac("Sexual Exploitation")),
    Choice::new(
        "psychological",
        Voices::each(
            "Psychological or emotional",
            "Someone shouts at me, scares me or says cruel things to me",
            "Someone shouts at them, scares them or says cruel things to them",
        ),
    )
    .code(Code::Sac("Psychological")),
    Choice::new(
        "financial",
        Voices::each(
            "Financial or material",
            "Someone takes my money or my things",
            "Someone takes their money or their things",
        ),
    )
    .code(Code::Sac("Financial and Material")),
    Choice::new(
        "modern-slavery",
        Voices::each(
            "Modern slavery",
            "Someone makes me work for them and I cannot leave",
            "Someone makes them work and they cannot leave",
        ),
    )
    .code(Code::Sac("Modern Slavery")),
    Choice::new(
        "discriminatory",
        Voices::each(
            "Discriminatory",
            "Someone treats me badly because of who I am",
            "Someone treats them badly because of who they are",
        ),
    )
    .hint(Voices::each(
        "",
        "For example, because of your race, faith, age, sex or disability, or because you are gay or trans.",
        "For example, because of their race, faith, age, sex or disability, or because they are gay or trans.",
    ))
    .code(Code::Sac("Discriminatory")),
    Choice::new(
        "organisational",
        Voices::each(
            "Organisational",
            "A care home, hospital or care service treats people badly",
            "A care home, hospital or care service treats people badly",
        ),
    )
    .code(Code::Sac("Organisational")),
    Choice::new(
        "neglect",
        Voices::each(
            "Neglect or acts of omission",
            "The people who should look after me do not",
            "The people who should look after them do not",
        ),
    )
    .hint(Voices::each(
        "",
        "For example, you do not get food, medicine, washing or care.",
        "For example, they do not get food, medicine, washing or care.",
    ))
    .code(Code::Sac("Neglect and Omission")),
    Choice::new(
        "self-neglect",
        Voices::each(
            "Self-neglect",
            "I am not able to look after myself now",
            "They are not able to look after themselves now",
        ),
    )
    .code(Code::Sac("Self-Neglect")),
    NOT_KNOWN.alone(),
];

pub(super) const SECTION: Section = Section {
    slug: "safeguarding",
    title: Voices::each("Safeguarding", "Being hurt or frightened", "Being hurt or frightened"),
    intro: Voices::each(
        "This form is not a safeguarding report. Report any concern to the council as well.",
        "These questions can be hard. Say only what you want to. If you are in danger now, phone 999.",
        "These questions can be hard. If anyone is in danger now, phone 999.",
    ),
    questions: &[
        Question::new(
            Key::HarmAlleged,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is abuse or neglect of the person alleged or suspected?",
                "Is someone hurting you or frightening you?",
                "Is someone hurting the person or frightening them?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Include self-neglect, and harm in the past that may happen again.",
            "It counts if it happened before and could happen again. It counts if someone takes your money, or does not give you care. It counts if you cannot look after yourself now.",
            "It counts if it happened before and could happen again. It counts if someone takes their money, or does not give them care. It counts if they cannot look after themselves now.",
        ))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::HarmTypes,
            Kind::Many(HARM_TYPES),
            Voices::each("Which types of abuse or neglect?", "What is happening to you?", "What is happening to the person?"),
        )
        .when(HARM)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::HarmAccess,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Does the alleged source of harm still have access to the person?",
                "Can the person who does this reach you now?",
                "Can whoever does this reach the person now?",
            ),
        )
        .hint(Voices::each(
            "In person, by phone or online.",
            "For example, they live with you, visit you, phone you or message you.",
            "For example, by living with them, visiting, phoning or sending messages.",
        ))
        .when(HARM)
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::HarmWho,
            Kind::Text(1000),
            Voices::each("Who is the alleged source of harm?", "Who is doing this?", "Who is doing this?"),
        )
        .hint(Voices::each(
            "Name or description, and what they are to the person.",
            "You do not have to say. You can write who they are to you, for example “my son”.",
            "You do not have to say. You can write who they are to the person, for example “her son”.",
        ))
        .when(HARM)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::HarmCouncilTold,
            Kind::One(YES_NO_DONT_KNOW),
            Voices::each(
                "Has a safeguarding concern been raised with the council?",
                "Has anyone told the council about this?",
                "Has anyone told the council about this?",
            ),
        )
        .when(HARM)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::ChildAtRisk,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is a child being harmed, or at risk of harm?",
                "Is a child being hurt, or could a child be hurt?",
                "Is a child being hurt, or could a child be hurt?",
            ),
        )
        .hint(Voices::each(
            "Anyone under 18. Report it to children’s social care as well.",
            "A child is anyone under 18.",
            "A child is anyone under 18.",
        ))
        .sensitivity(Sensitivity::Safety),
    ],
};

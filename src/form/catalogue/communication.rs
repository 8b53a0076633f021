//! How the person speaks, understands, reads and is contacted, and what matters in how we work with them.

use super::choices::YES_NO_DONT_KNOW;
use super::communication_needs::{CONTACT, FORMAT, PROFESSIONAL, SUPPORT};
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Key, Kind, Need, Question, Section, Sensitivity, Voices, When};

/// The person needs something in order to communicate.
const NEEDS_SOMETHING: When = When::Is(Key::CommunicationAny, "yes");

/// What does the person need in order to understand and be understood?
pub(super) const SECTION: Section = Section {
    slug: "communication",
    title: Voices::each("Communication and language", "Talking and reading", "Talking and reading"),
    intro: Voices::each(
        "What you say here is shown to everyone here who works with the person, so that nobody has to ask again.",
        "Tell us what helps, so that we can talk with you in the way that suits you.",
        "Tell us what helps, so that we can talk with them in the way that suits them.",
    ),
    questions: &[
        Question::new(
            Key::CommunicationAny,
            Kind::One(ANY),
            Voices::each(
                "Does the person need any help to communicate?",
                "Do you need anything to help you talk, read or understand?",
                "Does the person need anything to help them talk, read or understand?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Help to speak, hear, read or understand. Interpreters for other languages come later.",
            "For example, big print, sign language, or more time.",
            "For example, big print, sign language, or more time.",
        ))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::CommunicatesBy,
            Kind::Many(MEANS),
            Voices::each(
                "How does the person communicate?",
                "How do you tell people things?",
                "How does the person tell people things?",
            ),
        )
        .when(NEEDS_SOMETHING)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::CommunicationSupport,
            Kind::Many(SUPPORT),
            Voices::each(
                "What communication support does the person use?",
                "What do you use to help you talk, listen or remember?",
                "What does the person use to help them talk, listen or remember?",
            ),
        )
        .when(NEEDS_SOMETHING)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::CommunicationProfessional,
            Kind::Many(PROFESSIONAL),
            Voices::each(
                "Which communication professionals does the person need?",
                "Who do you need with you when we talk?",
                "Who does the person need with them when we talk?",
            ),
        )
        .hint(Voices::each(
            "We book them, so tell us even if it is not certain.",
            "We will arrange this for you.",
            "We will arrange this for them.",
        ))
        .when(NEEDS_SOMETHING)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::CommunicationContact,
            Kind::Many(CONTACT),
            Voices::each(
                "How does the person need to be contacted?",
                "How do you need us to contact you?",
                "How does the person need us to contact them?",
            ),
        )
        .hint(Voices::each(
            "This is about access. We still use only the ways marked safe.",
            "This is about what works for you. We still only use ways you said are safe.",
            "This is about what works for them. We still only use ways you said are safe.",
        ))
        .when(NEEDS_SOMETHING)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::CommunicationFormat,
            Kind::Many(FORMAT),
            Voices::each(
                "Which formats does the person need information in?",
                "How do you need us to give you information?",
                "How does the person need us to give them information?",
            ),
        )
        .when(NEEDS_SOMETHING)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::CommunicationOther,
            Kind::Text(2000),
            Voices::each(
                "What else helps the person to communicate?",
                "What else helps you talk, read or understand?",
                "What else helps the person talk, read or understand?",
            ),
        )
        .hint(Voices::each(
            "How they show yes and no, what to avoid, and how much time to allow.",
            "For example, short words, a quiet room, or not being rushed.",
            "For example, how they show yes and no, or what upsets them.",
        ))
        .when(NEEDS_SOMETHING)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::Interpreter,
            Kind::One(YES_NO_DONT_KNOW),
            Voices::each(
                "Does the person need a spoken-language interpreter?",
                "Do you need an interpreter for a language other than English?",
                "Does the person need an interpreter for a language other than English?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "We book one. Family and friends should not interpret.",
            "This is someone who says your words in English. They must keep what you say private.",
            "This is someone who says their words in English. It should not be family or a friend.",
        ))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::Language,
            Kind::Line(200),
            Voices::each(
                "Which language and dialect does the person speak?",
                "Which language do you speak best?",
                "Which language does the person speak best?",
            ),
        )
        .hint(Voices::each(
            "Add it if they would want a woman or a man to interpret.",
            "Tell us too if you want a woman or a man to interpret.",
            "Tell us too if they want a woman or a man to interpret.",
        ))
        .when(When::Is(Key::Interpreter, "yes"))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::Culture,
            Kind::Text(2000),
            Voices::each(
                "What should we know about the person’s culture or faith?",
                "What matters to you in how we work with you?",
                "What matters to the person in how we work with them?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "For example, prayer times, or whether they want a woman or a man as advocate.",
            "For example, your faith, prayer times, or wanting to see a woman or a man.",
            "For example, their faith, prayer times, or wanting to see a woman or a man.",
        ))
        .sensitivity(Sensitivity::Special),
    ],
};

/// Whether anything is needed. "No" is an answer; silence is not.
const ANY: &[Choice] = &[Choice::new("yes", Voices::same("Yes")), Choice::new("none", Voices::same("No")), NOT_KNOWN];

/// How people express themselves.
const MEANS: &[Choice] = &[
    Choice::new("speech", Voices::each("Speech", "Talking", "Talking")),
    Choice::new("writing", Voices::same("Writing or typing")),
    Choice::new("bsl", Voices::same("British Sign Language")),
    Choice::new("makaton", Voices::each("Makaton", "Makaton signs", "Makaton signs")),
    Choice::new("words-pictures", Voices::same("Words with pictures")),
    Choice::new("gestures", Voices::each("Gestures", "Pointing or moving", "Pointing or moving")),
    Choice::new("facial-expression", Voices::each("Facial expression", "Looks on my face", "Looks on their face")),
    Choice::new("vocalisation", Voices::each("Vocalisation", "Sounds that are not words", "Sounds that are not words")),
    Choice::new(
        "device",
        Voices::each("Communication device", "A device that talks for me", "A device that talks for them"),
    ),
    // A person who has filled in this form has a means; offering this one would only puzzle them.
    Choice::new("no-obvious-means", Voices::each("No obvious means", "", "No way that I can tell")),
    Choice::new("other", Voices::same("Another way")),
];

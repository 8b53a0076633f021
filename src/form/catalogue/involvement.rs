//! How hard it is for the person to take part: the four areas of Care Act 2014 s67(4), and the person’s own words.
//!
//! This file must not know what follows from the answers. Difficulty here is not lack of capacity.

use super::died::LIVING;
use crate::form::{Choice, Key, Kind, Line, Need, Question, Section, Sensitivity, Voices};

const DIFFICULTY: &[Choice] = &[
    Choice::new("difficulty", Voices::each("Substantial difficulty", "Yes, this is hard", "Yes, this is hard")),
    Choice::new(
        "no-difficulty",
        Voices::each("No substantial difficulty", "No, I can do this", "No, they can do this"),
    ),
    Choice::new("not-sure", Voices::same("Not sure")),
];

/// One of the four areas.
const fn area(key: Key, ask: Voices) -> Question {
    Question::new(key, Kind::One(DIFFICULTY), ask)
        .when(LIVING)
        .need(Need::ToInstruct(&[Line::CareAct]))
        .sensitivity(Sensitivity::Special)
}

pub(super) const SECTION: Section = Section {
    slug: "involvement",
    title: Voices::each("Difficulty in being involved", "Having your say", "Having their say"),
    intro: Voices::each(
        "These are the four areas of Care Act 2014 s67(4). Difficulty here is not the same as lacking capacity.",
        "You should have a say in decisions about your life. Tell us what makes that hard.",
        "They should have a say in decisions about their life. Tell us what makes that hard for them.",
    ),
    questions: &[
        area(
            Key::InvolveUnderstand,
            Voices::each(
                "Does the person have substantial difficulty in understanding relevant information?",
                "Is it hard for you to understand what you are told, even when it is explained?",
                "Is it hard for the person to understand what they are told, even when it is explained?",
            ),
        ),
        area(
            Key::InvolveRemember,
            Voices::each(
                "Does the person have substantial difficulty in retaining that information?",
                "Is it hard for you to remember what you are told, for long enough to think about it?",
                "Is it hard for the person to remember what they are told, for long enough to think about it?",
            ),
        ),
        area(
            Key::InvolveWeigh,
            Voices::each(
                "Does the person have substantial difficulty in using or weighing that information as part of being involved?",
                "Is it hard for you to think about what is good and bad in each choice?",
                "Is it hard for the person to think about what is good and bad in each choice?",
            ),
        ),
        area(
            Key::InvolveCommunicate,
            Voices::each(
                "Does the person have substantial difficulty in communicating their views, wishes or feelings?",
                "Is it hard for you to tell people what you think, want or feel?",
                "Is it hard for the person to tell people what they think, want or feel?",
            ),
        )
        .hint(Voices::each(
            "By talking, signing or any other means.",
            "You may talk, sign, point or use pictures. Any way counts.",
            "They may talk, sign, point or use pictures. Any way counts.",
        )),
        Question::new(
            Key::InvolveWords,
            Kind::Text(2000),
            Voices::each(
                "What shows this, and what support would reduce it?",
                "What makes it hard, and what helps you?",
                "What makes it hard for the person, and what helps them?",
            ),
        )
        .when(LIVING)
        .sensitivity(Sensitivity::Special),
    ],
};

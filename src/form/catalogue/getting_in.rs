//! Where and how to meet the person. What they need in order to understand is asked in communication.

use super::died::LIVING;
use crate::form::{Choice, Key, Kind, Question, Section, Sensitivity, Voices};

/// Where can we meet, and what makes a meeting work?
pub(super) const SECTION: Section = Section {
    slug: "getting-in",
    title: Voices::each("Meeting the person", "Meeting you", "Meeting them"),
    intro: Voices::each(
        "So that the first meeting works.",
        "This helps us meet you in a way that works for you.",
        "This helps us meet them in a way that works for them.",
    ),
    questions: &[
        Question::new(
            Key::MeetWhere,
            Kind::Many(PLACES),
            Voices::each(
                "Where could we meet the person?",
                "Where could we meet you?",
                "Where could we meet the person?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Choose places where the person can speak in private.",
            "Choose places where you can talk without being heard.",
            "Choose places where they can talk without being heard.",
        )),
        Question::new(
            Key::GettingIn,
            Kind::Text(1000),
            Voices::each(
                "What do we need to know to get in?",
                "What do we need to know to get to you?",
                "What do we need to know to get to the person?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Doors, floors, lifts, animals, and who lets us in.",
            "For example, the floor, the lift, a dog, or who opens the door.",
            "For example, the floor, the lift, a dog, or who opens the door.",
        ))
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::AccessNeeds,
            Kind::Many(ADJUSTMENTS),
            Voices::each(
                "What does the person need for a meeting?",
                "What do you need so that a meeting works for you?",
                "What does the person need so that a meeting works for them?",
            ),
        )
        .when(LIVING)
        .sensitivity(Sensitivity::Special),
    ],
};

/// Where a meeting could be.
const PLACES: &[Choice] = &[
    Choice::new("home", Voices::each("At their home", "At my home", "At their home")),
    Choice::new(
        "where-they-are",
        Voices::each("Where they are staying now", "Where I am staying now", "Where they are staying now"),
    ),
    Choice::new("office", Voices::same("At your office")),
    Choice::new("phone", Voices::same("By phone")),
    Choice::new("video", Voices::same("By video call")),
    Choice::new("other", Voices::same("Somewhere else")),
];

/// What a place or a meeting needs. The first six are the environment values of the NHS reasonable adjustment flag.
const ADJUSTMENTS: &[Choice] = &[
    Choice::new("wheelchair", Voices::each("Wheelchair access", "Room for my wheelchair", "Room for their wheelchair")),
    Choice::new("low-noise", Voices::each("Low noise", "A quiet place", "A quiet place")),
    Choice::new("low-light", Voices::each("Low light", "Lights that are not bright", "Lights that are not bright")),
    Choice::new(
        "single-room",
        Voices::each("A separate room", "A room with no one else in it", "A room with no one else in it"),
    ),
    Choice::new(
        "equipment",
        Voices::each(
            "Specialist equipment",
            "Special equipment, for example a hoist",
            "Special equipment, for example a hoist",
        ),
    ),
    Choice::new("short-wait", Voices::each("Short waiting time", "No long wait", "No long wait")),
    Choice::new("breaks", Voices::same("Breaks")),
    Choice::new(
        "someone-with-them",
        Voices::each("Someone they know with them", "Someone I know with me", "Someone they know with them"),
    ),
    Choice::new("other", Voices::same("Something else")),
    Choice::new("none", Voices::same("None of these")).alone(),
];

//! The last questions: what is already in place, and whatever the form forgot to ask.

use super::choices::YES_NO_DONT_KNOW;
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Key, Kind, Question, Section, Sensitivity, Voices};

/// Anything else?
pub(super) const SECTION: Section = Section {
    slug: "else",
    title: Voices::same("Anything else"),
    intro: Voices::each(
        "The last few questions. You can skip any of these.",
        "You are nearly done. You can skip any of these.",
        "You are nearly done. You can skip any of these.",
    ),
    questions: &[
        Question::new(
            Key::ReferredBefore,
            Kind::One(YES_NO_DONT_KNOW),
            Voices::each(
                "Has the person been referred to us before?",
                "Have you had help from us before?",
                "Has the person had help from us before?",
            ),
        ),
        Question::new(
            Key::HasAdvocate,
            Kind::One(ADVOCATE_NOW),
            Voices::each(
                "Does the person have an advocate already?",
                "Do you have an advocate now?",
                "Does the person have an advocate now?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "From us or from another organisation.",
            "An advocate is someone on your side who helps you have your say.",
            "An advocate is someone on their side who helps them have their say.",
        )),
        Question::new(
            Key::AnythingElse,
            Kind::Text(4000),
            Voices::each(
                "What else should we know?",
                "Is there anything else you want to tell us?",
                "Is there anything else you want to tell us?",
            ),
        )
        .sensitivity(Sensitivity::Special),
        Question::new(Key::HeardOfUs, Kind::One(HEARD), Voices::same("How did you hear about us?")),
    ],
};

/// Whether an advocate is in place. An offer that was turned down is worth knowing: people change their minds.
const ADVOCATE_NOW: &[Choice] = &[
    Choice::new("yes", Voices::same("Yes")),
    Choice::new("no", Voices::same("No")),
    Choice::new(
        "offered-refused",
        Voices::each(
            "No, offered and declined",
            "No, I was offered one and said no",
            "No, they were offered one and said no",
        ),
    ),
    NOT_KNOWN,
];

/// How people find the service.
const HEARD: &[Choice] = &[
    Choice::new("search", Voices::each("Web search", "I looked online", "I looked online")),
    Choice::new("council", Voices::each("A council", "The council", "The council")),
    Choice::new("nhs", Voices::each("The NHS", "A doctor, nurse or hospital", "A doctor, nurse or hospital")),
    Choice::new("friend-family", Voices::same("Family or a friend")),
    Choice::new(
        "voluntary",
        Voices::each("A voluntary organisation", "A charity or local group", "A charity or local group"),
    ),
    Choice::new("used-before", Voices::each("I have referred before", "You helped me before", "You helped us before")),
    Choice::new("leaflet", Voices::same("A leaflet or poster")),
    Choice::new("other", Voices::same("Another way")),
];

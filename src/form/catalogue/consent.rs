//! Whether the person knows of the referral, agrees to it, and may decide about it: three facts, kept apart.
//!
//! Capacity for the issue’s own decision is a fourth fact, asked with the issue. This file must not know what a
//! refusal leads to.

use super::choices::YES_NO_NOT_SURE;
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Key, Kind, Need, Question, Section, Sensitivity, Voice, Voices, When};

/// Asked only of people who write about somebody else.
const ABOUT_ANOTHER: When = When::Voice(&[Voice::Professional, Voice::Someone]);

const AWARE: &[Choice] = &[
    Choice::new("yes", Voices::each("Yes", "", "Yes")),
    Choice::new("not-yet", Voices::each("Not yet, but they will be told", "", "Not yet, but they will be told")),
    Choice::new("no", Voices::each("No", "", "No")),
    Choice::new(
        "cannot-understand",
        Voices::each("Not able to understand this", "", "They are not able to understand this"),
    ),
    NOT_KNOWN,
];

const CONSENT: &[Choice] = &[
    Choice::new("yes", Voices::each("Yes", "Yes, I agree", "Yes, they agree")),
    Choice::new(
        "with-limits",
        Voices::each("Yes, with limits", "Yes, but there are limits", "Yes, but there are limits"),
    )
    .hint(Voices::each(
        "",
        "For example, people you do not want us to talk to.",
        "For example, people they do not want us to talk to.",
    )),
    Choice::new("not-asked", Voices::each("Not asked yet", "", "No one has asked them yet")),
    Choice::new("refuses", Voices::each("No, they refuse", "", "No, they do not want this")),
    Choice::new("cannot", Voices::each("Not able to consent", "", "They are not able to agree or disagree")),
    // The person who fills this in knows what they say to it.
    Choice::new("dont-know", Voices::each("Not known", "", "I do not know")),
];

const BASIS: &[Choice] = &[
    Choice::new("best-interests", Voices::each("The person’s best interests (MCA s4)", "", "")),
    Choice::new("statutory-instruction", Voices::each("A statutory duty to instruct or arrange an advocate", "", "")),
    Choice::new("other", Voices::each("Another basis", "", "")),
    NOT_KNOWN,
];

const MAY_KNOW: &[Choice] = &[
    Choice::new("yes", Voices::each("Yes", "", "Yes")),
    Choice::new("some", Voices::each("Some things", "", "Some things")),
    Choice::new("no", Voices::each("No", "", "No")),
    Choice::new("not-asked", Voices::each("Not asked yet", "", "No one has asked them yet")),
    Choice::new("cannot-say", Voices::each("Not able to say", "", "They are not able to tell us")),
];

pub(super) const SECTION: Section = Section {
    slug: "consent",
    title: Voices::each("Awareness and consent", "Do you agree?", "Do they know and agree?"),
    intro: Voices::each(
        "Consent, capacity to consent to this referral, and capacity for the decision itself are separate facts.",
        "You can change your mind later.",
        "An advocate works for the person, so we need to know what they think about this.",
    ),
    questions: &[
        Question::new(
            Key::Aware,
            Kind::One(AWARE),
            Voices::each(
                "Does the person know about this referral?",
                "",
                "Does the person know that you are asking for an advocate?",
            ),
        )
        .when(When::All(&[LIVING, ABOUT_ANOTHER]))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::AwareWhy,
            Kind::Text(1000),
            Voices::each(
                "Is there a reason the person has not been told?",
                "",
                "Is there a reason the person has not been told?",
            ),
        )
        .hint(Voices::each("", "", "For example, it was not safe to tell them, or there was no time."))
        .when(When::All(&[ABOUT_ANOTHER, When::In(Key::Aware, &["not-yet", "no"])]))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::Consent,
            Kind::One(CONSENT),
            Voices::each(
                "Does the person consent to this referral?",
                "Do you agree that we read what you wrote, and use it to help you?",
                "Does the person agree to you asking us for help?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "A person who is not able to consent can still be referred.",
            "If you do not agree, do not send it. Then we delete it.",
            "You can still ask for help if they cannot agree, or have not been asked.",
        ))
        .need(Need::ToSend)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::ConsentLimits,
            Kind::Text(2000),
            Voices::each("What limits has the person set?", "What are the limits?", "What limits did the person set?"),
        )
        .hint(Voices::each(
            "For example, people who must not be told, or records that must not be read.",
            "For example, “Do not talk to my brother.”",
            "For example, “Do not talk to my brother.”",
        ))
        .when(When::Is(Key::Consent, "with-limits"))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::ConsentCapacity,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Does the person have capacity to consent to this referral?",
                "",
                "Can the person decide for themselves about having an advocate?",
            ),
        )
        .hint(Voices::each("This referral only, not the decision that it is about.", "", ""))
        .when(When::All(&[LIVING, ABOUT_ANOTHER]))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::ConsentAskedHow,
            Kind::Text(1000),
            Voices::each(
                "How was the person asked, and who was present?",
                "",
                "How was the person asked, and who was there?",
            ),
        )
        .hint(Voices::each(
            "Include any support given to help them understand the question.",
            "",
            "Tell us what was said to them, and what they said or did.",
        ))
        .when(When::All(&[ABOUT_ANOTHER, When::Is(Key::Consent, "refuses")]))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::ConsentBasis,
            Kind::One(BASIS),
            Voices::each("On what basis do you make this referral?", "", ""),
        )
        .when(When::All(&[When::Voice(&[Voice::Professional]), When::Is(Key::Consent, "cannot")]))
        .need(Need::ToTriage),
        Question::new(
            Key::ReferrerMayKnow,
            Kind::One(MAY_KNOW),
            Voices::each(
                "Is the person content for us to tell you how it goes?",
                "",
                "Is the person happy for us to tell you how it goes?",
            ),
        )
        .when(When::All(&[LIVING, ABOUT_ANOTHER]))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
    ],
};

//! Risks to the person, and to whoever visits. “None known” is an answer; a blank is not.
//!
//! Soft words for the person themselves. This file must not know how risks are scored.

use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Key, Kind, Need, Question, Section, Sensitivity, Voices};

const NONE_KNOWN: Choice =
    Choice::new("none-known", Voices::each("None known", "Nothing that I know of", "Nothing that I know of")).alone();
const OTHER: Choice = Choice::new("other", Voices::each("Another risk", "Something else", "Something else"));

/// Said where thoughts of suicide are met, so that nobody waits for us.
const TALK_NOW: &str = "Someone can talk now. Phone 111 and choose option 2, or phone Samaritans on 116 123.";

const TO_THE_PERSON: &[Choice] = &[
    NONE_KNOWN,
    Choice::new("self-harm", Voices::each("Self-harm", "I sometimes hurt myself", "They sometimes hurt themselves")),
    Choice::new(
        "suicide",
        Voices::each("Suicide", "I sometimes think of ending my life", "They have thoughts of ending their life"),
    )
    .hint(Voices::each("", TALK_NOW, TALK_NOW)),
    Choice::new(
        "self-neglect",
        Voices::each(
            "Self-neglect",
            "I find it hard to look after myself",
            "They find it hard to look after themselves",
        ),
    ),
    Choice::new("falls", Voices::each("Falls", "I fall, or I could fall", "They fall, or could fall")),
    Choice::new(
        "health",
        Voices::each(
            "A health condition that can turn serious quickly",
            "I have an illness that can get bad quickly",
            "They have an illness that can get bad quickly",
        ),
    ),
    Choice::new(
        "exploitation",
        Voices::each(
            "Exploitation",
            "People use me to get money or other things",
            "People use them to get money or other things",
        ),
    ),
    Choice::new(
        "violence-from-others",
        Voices::each("Violence from others", "Someone could be violent to me", "Someone could be violent to them"),
    ),
    Choice::new(
        "substance-use",
        Voices::each("Alcohol or drug use", "My use of alcohol or drugs", "Their use of alcohol or drugs"),
    ),
    Choice::new(
        "fire",
        Voices::each("Fire", "There could be a fire where I live", "There could be a fire where they live"),
    ),
    Choice::new(
        "going-missing",
        Voices::each("Going missing", "I could get lost or go missing", "They could get lost or go missing"),
    ),
    OTHER,
    NOT_KNOWN.alone(),
];

const TO_A_VISITOR: &[Choice] = &[
    NONE_KNOWN,
    Choice::new(
        "aggression",
        Voices::each("Aggression or violence", "I can get very upset or angry", "They can get very upset or angry"),
    ),
    Choice::new(
        "weapons",
        Voices::each("Weapons", "There are weapons where I live", "There are weapons where they live"),
    ),
    Choice::new(
        "animals",
        Voices::each(
            "Animals",
            "There is a dog or other animal where I live",
            "There is a dog or other animal where they live",
        ),
    ),
    Choice::new(
        "infection",
        Voices::each(
            "Infection",
            "I have an illness that others could catch",
            "They have an illness that others could catch",
        ),
    ),
    Choice::new(
        "substance-use",
        Voices::each(
            "Alcohol or drug use",
            "People use alcohol or drugs where I live",
            "People use alcohol or drugs where they live",
        ),
    ),
    Choice::new(
        "others-in-home",
        Voices::each(
            "Other people in the home",
            "Someone where I live may not be safe to meet",
            "Someone where they live may not be safe to meet",
        ),
    ),
    Choice::new(
        "place",
        Voices::each(
            "The building or the area",
            "The building or the area may not be safe",
            "The building or the area may not be safe",
        ),
    ),
    OTHER,
    NOT_KNOWN.alone(),
];

pub(super) const SECTION: Section = Section {
    slug: "risk",
    title: Voices::each("Risk", "Staying safe", "Staying safe"),
    intro: Voices::each(
        "Choose “None known” if that is so: we cannot read a blank as none.",
        "We ask everyone this. It helps us to plan.",
        "We ask everyone this. It helps us to plan.",
    ),
    questions: &[
        Question::new(
            Key::RiskPerson,
            Kind::Many(TO_THE_PERSON),
            Voices::each(
                "What risks are there to the person?",
                "Is there anything that could harm you that we should know?",
                "Is there anything that could harm the person that we should know?",
            ),
        )
        .when(LIVING)
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::RiskPersonMore,
            Kind::Text(2000),
            Voices::each(
                "What else should we know about risks to the person?",
                "What else would you like to tell us about this?",
                "What else would you like to tell us about this?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "What has happened, what makes it more likely, and what reduces it.",
            "You can tell us what makes it worse, and what helps.",
            "You can tell us what makes it worse, and what helps.",
        ))
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::RiskVisitor,
            Kind::Many(TO_A_VISITOR),
            Voices::each(
                "What risks are there to an advocate or other visitor?",
                "Is there anything we should know to keep our advocate safe when we meet you?",
                "Is there anything we should know to keep our advocate safe when we meet the person?",
            ),
        )
        .when(LIVING)
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::RiskVisitorMore,
            Kind::Text(2000),
            Voices::each(
                "What else should we know before a visit?",
                "What else should we know before we meet you?",
                "What else should we know before we meet the person?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "For example, whether two should visit, or times to avoid.",
            "You can tell us what would make a visit go well.",
            "You can tell us what would make a visit go well.",
        ))
        .sensitivity(Sensitivity::Safety),
    ],
};

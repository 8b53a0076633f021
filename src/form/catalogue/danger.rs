//! Danger comes first: two questions, answerable before anything else is read. Knows no rule.

use super::choices::YES_NO_NOT_SURE;
use crate::form::{Key, Kind, Need, Question, Section, Sensitivity, Voices, When};

/// Is anyone in danger now?
pub(super) const SECTION: Section = Section {
    slug: "danger",
    title: Voices::each("Immediate danger", "First, your safety", "First, their safety"),
    intro: Voices::each(
        "If anyone needs emergency help, phone 999 first. We are not an emergency service.",
        "If you need help right now, phone 999. We are not an emergency service, and we may not read this straight away.",
        "If anyone needs help right now, phone 999. \
         We are not an emergency service, and we may not read this straight away.",
    ),
    questions: &[
        Question::new(
            Key::DangerNow,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is the person, or anyone else, in immediate danger?",
                "Are you, or is anyone else, in danger right now?",
                "Is the person, or anyone else, in danger right now?",
            ),
        )
        .hint(Voices::each(
            "A risk to life or of serious harm, from other people or from themselves. If in doubt, choose Not sure.",
            "Danger means being badly hurt soon, by someone else or by yourself. It is fine to choose Not sure.",
            "Danger means being badly hurt soon, by someone else or by themselves. It is fine to choose Not sure.",
        ))
        .need(Need::ToSend)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::DangerWhat,
            Kind::Text(4000),
            Voices::each("What is the danger, and who knows about it?", "What is the danger?", "What is the danger?"),
        )
        .hint(Voices::each(
            "Say who is at risk, from what, and whether the police or the council’s safeguarding team have been told.",
            "Write here only if it is safe. A few words are enough.",
            "A few words are enough. Say who is at risk, and who else knows.",
        ))
        .when(When::In(Key::DangerNow, &["yes", "not-sure"]))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
    ],
};

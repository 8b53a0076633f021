//! An issue under the Mental Health Act 1983: the section, since when, the tribunal, rights and treatment.
//!
//! People are told the number of their section, so it is said to everyone, with what it means. This file must not know
//! which sections qualify for an advocate, nor how long a time limit runs.

use super::choices::YES_NO_DONT_KNOW;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, DateKind, Key, Kind, Line, Need, Question, Sensitivity, Voices, When};

const MENTAL_HEALTH_ACT: When = When::Is(Key::IssueKind, "mental-health-act");

const SECTIONS: &[Choice] = &[
    Choice::new(
        "s2",
        Voices::each(
            "Section 2 (assessment)",
            "Section 2 (kept in hospital to be assessed)",
            "Section 2 (kept in hospital to be assessed)",
        ),
    ),
    Choice::new(
        "s3",
        Voices::each(
            "Section 3 (treatment)",
            "Section 3 (kept in hospital for treatment)",
            "Section 3 (kept in hospital for treatment)",
        ),
    ),
    Choice::new(
        "s4",
        Voices::each(
            "Section 4 (emergency)",
            "Section 4 (taken to hospital in an emergency)",
            "Section 4 (taken to hospital in an emergency)",
        ),
    ),
    Choice::new(
        "s5-2",
        Voices::each(
            "Section 5(2) (doctor’s holding power)",
            "Section 5(2) (a doctor stopped me leaving)",
            "Section 5(2) (a doctor stopped them leaving)",
        ),
    ),
    Choice::new(
        "s5-4",
        Voices::each(
            "Section 5(4) (nurse’s holding power)",
            "Section 5(4) (a nurse stopped me leaving)",
            "Section 5(4) (a nurse stopped them leaving)",
        ),
    ),
    Choice::new(
        "s37",
        Voices::each(
            "Section 37 (hospital order)",
            "Section 37 (a court sent me to hospital)",
            "Section 37 (a court sent them to hospital)",
        ),
    ),
    Choice::new(
        "s37-41",
        Voices::each(
            "Section 37/41 (hospital order with restrictions)",
            "Section 37/41 (a court sent me to hospital, with extra limits)",
            "Section 37/41 (a court sent them to hospital, with extra limits)",
        ),
    ),
    Choice::new(
        "s47",
        Voices::each(
            "Section 47 (transfer of a sentenced prisoner)",
            "Section 47 (moved from prison to hospital after being sentenced)",
            "Section 47 (moved from prison to hospital after being sentenced)",
        ),
    ),
    Choice::new(
        "s48",
        Voices::each(
            "Section 48 (transfer of an unsentenced prisoner)",
            "Section 48 (moved from prison to hospital before being sentenced)",
            "Section 48 (moved from prison to hospital before being sentenced)",
        ),
    ),
    Choice::new(
        "s135",
        Voices::each(
            "Section 135 (warrant, removal from premises)",
            "Section 135 (police came to my home with a court paper)",
            "Section 135 (police came to their home with a court paper)",
        ),
    ),
    Choice::new(
        "s136",
        Voices::each(
            "Section 136 (police power, place of safety)",
            "Section 136 (police took me to a “place of safety”)",
            "Section 136 (police took them to a “place of safety”)",
        ),
    ),
    Choice::new(
        "cto",
        Voices::each(
            "Community treatment order (s17A)",
            "Community treatment order (rules after leaving hospital)",
            "Community treatment order (rules after leaving hospital)",
        ),
    ),
    Choice::new(
        "guardianship",
        Voices::each(
            "Guardianship (s7 or s37)",
            "Guardianship (a guardian can say where I live)",
            "Guardianship (a guardian can say where they live)",
        ),
    ),
    Choice::new(
        "conditional-discharge",
        Voices::each(
            "Conditional discharge (restricted patient)",
            "Conditional discharge (rules after a court sent me to hospital)",
            "Conditional discharge (rules after a court sent them to hospital)",
        ),
    ),
    Choice::new(
        "informal",
        Voices::each(
            "Informal patient, not detained",
            "In hospital, but not sectioned",
            "In hospital, but not sectioned",
        ),
    )
    .hint(Voices::each(
        "",
        "Staff may call this informal or voluntary.",
        "Staff may call this informal or voluntary.",
    )),
    Choice::new("other", Voices::same("Another section")),
    NOT_KNOWN,
];

pub(super) const MHA_SECTION: Question = Question::new(
    Key::MhaSection,
    Kind::One(SECTIONS),
    Voices::each(
        "Which section or order applies now?",
        "Which section are you on now?",
        "Which section is the person on now?",
    ),
)
.hint(Voices::each(
    "",
    "It should be on a paper that staff gave you. You can ask them.",
    "It should be on a paper that staff gave them.",
))
.when(MENTAL_HEALTH_ACT)
.need(Need::ToInstruct(&[Line::Imha]))
.sensitivity(Sensitivity::Special);

pub(super) const MHA_STARTED: Question = Question::new(
    Key::MhaStarted,
    Kind::Date(DateKind::Past),
    Voices::each("When did it start?", "When did it start?", "When did it start?"),
)
.hint(Voices::each(
    "For section 2, give the day of admission: the time to apply to the tribunal runs from it.",
    "This helps us, because some rights must be used in a few days.",
    "This helps us, because some rights must be used in a few days.",
))
.when(When::In(
    Key::MhaSection,
    &[
        "s2",
        "s3",
        "s4",
        "s5-2",
        "s5-4",
        "s37",
        "s37-41",
        "s47",
        "s48",
        "s135",
        "s136",
        "cto",
        "guardianship",
        "conditional-discharge",
        "other",
    ],
))
.need(Need::ToInstruct(&[Line::Imha]))
.sensitivity(Sensitivity::Special);

const TRIBUNAL: &[Choice] = &[
    Choice::new("wants", Voices::each("Wants to apply", "Yes, I want to", "Yes, they want to")),
    Choice::new(
        "does-not-want",
        Voices::each("Does not want to apply", "No, I do not want to", "No, they do not want to"),
    ),
    Choice::new("applied", Voices::each("Has applied", "I have already asked", "They have already asked")),
    NOT_KNOWN,
];

pub(super) const MHA_TRIBUNAL: Question = Question::new(
    Key::MhaTribunal,
    Kind::One(TRIBUNAL),
    Voices::each(
        "Does the person want to apply to the tribunal?",
        "Do you want to ask a tribunal to look at your case?",
        "Does the person want to ask a tribunal to look at their case?",
    ),
)
.hint(Voices::each(
    "",
    "A tribunal is not part of the hospital. It can say that your section must end.",
    "A tribunal is not part of the hospital. It can say that their section must end.",
))
.when(When::In(
    Key::MhaSection,
    &["s2", "s3", "s37", "s37-41", "s47", "s48", "cto", "guardianship", "conditional-discharge", "other"],
))
.sensitivity(Sensitivity::Special);

pub(super) const MHA_RIGHTS: Question = Question::new(
    Key::MhaRights,
    Kind::One(YES_NO_DONT_KNOW),
    Voices::each(
        "Has the person been told their rights?",
        "Has anyone told you your rights?",
        "Has anyone told the person their rights?",
    ),
)
.hint(Voices::each(
    "In speech and in writing.",
    "Your rights are what you can ask for, and what staff must do.",
    "Their rights are what they can ask for, and what staff must do.",
))
.when(When::In(
    Key::MhaSection,
    &[
        "s2",
        "s3",
        "s4",
        "s5-2",
        "s5-4",
        "s37",
        "s37-41",
        "s47",
        "s48",
        "s135",
        "s136",
        "cto",
        "guardianship",
        "conditional-discharge",
        "informal",
        "other",
    ],
));

const TREATMENTS: &[Choice] = &[
    Choice::new(
        "s57",
        Voices::each(
            "Section 57 (neurosurgery or hormone implants)",
            "An operation on the brain, or hormones put under the skin to lower sex drive",
            "An operation on the brain, or hormones put under the skin to lower sex drive",
        ),
    ),
    Choice::new(
        "s58a",
        Voices::each(
            "Section 58A (ECT) for a person under 18",
            "ECT (electric treatment), and I am under 18",
            "ECT (electric treatment), and they are under 18",
        ),
    )
    .hint(Voices::each(
        "",
        "In ECT, electricity goes through the brain while you are asleep.",
        "In ECT, electricity goes through the brain while the person is asleep.",
    )),
    Choice::new("no", Voices::each("Neither", "No, none of these", "No, none of these")),
    NOT_KNOWN,
];

pub(super) const MHA_TREATMENT: Question = Question::new(
    Key::MhaTreatment,
    Kind::One(TREATMENTS),
    Voices::each(
        "Is either of these treatments being considered?",
        "Has anyone talked to you about these treatments?",
        "Has anyone talked about these treatments for the person?",
    ),
)
.when(MENTAL_HEALTH_ACT)
.sensitivity(Sensitivity::Special);

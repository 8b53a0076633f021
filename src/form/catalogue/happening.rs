//! What is happening, in the sender’s own words, and the facts about it that no issue holds by itself.
//!
//! This file must not know which service the answers lead to, nor how urgent they are.

use super::choices::{YES_NO_DONT_KNOW, YES_NO_NOT_SURE};
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, DateKind, Key, Kind, Need, Question, Section, Sensitivity, Voice, Voices, When};

/// Help was asked of the council, and has not come.
const ASKED_IN_VAIN: When = When::In(Key::SocialCareAccess, &["no-answer", "refused", "waiting"]);

const ADVOCACY_KINDS: &[Choice] = &[
    Choice::new("not-sure", Voices::each("Not sure", "", "")).alone(),
    Choice::new("care-act", Voices::each("Care Act advocate (Care Act 2014 s67 or s68)", "", "")),
    Choice::new("imca", Voices::each("Independent mental capacity advocate, IMCA (MCA s37, s38 or s39)", "", "")),
    Choice::new("dols", Voices::each("IMCA for a deprivation of liberty (MCA s39A, s39C or s39D)", "", "")),
    Choice::new("paid-rpr", Voices::each("Paid relevant person’s representative (MCA Sch A1 Part 10)", "", "")),
    Choice::new("imha", Voices::each("Independent mental health advocate, IMHA (MHA s130A)", "", "")),
    Choice::new("nhs-complaint", Voices::each("NHS complaints advocate", "", "")),
    Choice::new("community", Voices::each("Community advocate (no statutory duty)", "", "")),
];

const SOCIAL_CARE_ACCESS: &[Choice] = &[
    Choice::new(
        "no",
        Voices::each("No difficulty", "I did not need to ask, or I got it", "They did not need to ask, or they got it"),
    ),
    Choice::new("not-asked", Voices::each("Not asked yet", "I have not asked yet", "No one has asked yet")),
    Choice::new(
        "no-answer",
        Voices::each("Asked, and had no answer", "I asked, and no one answered", "We asked, and no one answered"),
    ),
    Choice::new(
        "refused",
        Voices::each("Asked, and was refused", "I asked, and was told no", "We asked, and were told no"),
    ),
    Choice::new(
        "waiting",
        Voices::each(
            "Asked and answered, but still waiting",
            "I got an answer, but I am still waiting",
            "We got an answer, but are still waiting",
        ),
    ),
    NOT_KNOWN,
];

const HOME_RISK: &[Choice] = &[
    Choice::new("homeless-now", Voices::each("Homeless now", "I am homeless now", "They are homeless now")),
    Choice::new(
        "within-56-days",
        Voices::each(
            "Likely to lose their home in the next 8 weeks",
            "I could lose my home in the next 8 weeks",
            "They could lose their home in the next 8 weeks",
        ),
    ),
    Choice::new("no", Voices::same("No")),
    Choice::new("not-sure", Voices::same("Not sure")),
];

pub(super) const SECTION: Section = Section {
    slug: "happening",
    title: Voices::same("What is happening"),
    intro: Voices::each(
        "Write what you know now. We will ask for what is missing.",
        "Take your time. Write only what you want to.",
        "Take your time. Write what you know now.",
    ),
    questions: &[
        Question::new(
            Key::Happening,
            Kind::Text(8000),
            Voices::each(
                "Describe what is happening and why an advocate is needed",
                "Tell us what is happening, in your own words",
                "Tell us what is happening, in your own words",
            ),
        )
        .hint(Voices::each(
            "Say what is being decided or done, who is involved, and what the person has said.",
            "It does not need to be neat. A few words are enough.",
            "It does not need to be neat. Tell us what you have seen and what worries you.",
        ))
        .need(Need::ToSend)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::Wants,
            Kind::Text(4000),
            Voices::each(
                "What does the person want to happen?",
                "What would you like to happen?",
                "What does the person want to happen?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Use their own words where you can. If they cannot say, write what shows their wishes.",
            "You can also say what you do not want.",
            "Use their own words if you can. If you add your own view, say that it is yours.",
        ))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::AdvocacyKind,
            Kind::Many(ADVOCACY_KINDS),
            Voices::each("Which kind of advocate are you asking for?", "", ""),
        )
        .hint(Voices::each("We work out the service from the facts, so “Not sure” is a good answer.", "", ""))
        .when(When::Voice(&[Voice::Professional])),
        Question::new(
            Key::AdviceGiven,
            Kind::One(YES_NO_DONT_KNOW),
            Voices::each("Has the person been given information and advice already?", "", ""),
        )
        .hint(Voices::each("About care and support, and about advocacy (Care Act 2014 s4).", "", ""))
        .when(When::Voice(&[Voice::Professional])),
        Question::new(
            Key::SocialCareAccess,
            Kind::One(SOCIAL_CARE_ACCESS),
            Voices::each(
                "Has the person tried and failed to get help or an assessment from adult social care?",
                "Have you asked the council for care or support, and not got it?",
                "Have you or the person asked the council for care or support, and not got it?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "",
            "You may know this part of the council as social services.",
            "You may know this part of the council as social services.",
        ))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::SocialCareAccessWhen,
            Kind::Date(DateKind::Partial),
            Voices::each(
                "When did the person last ask?",
                "When did you last ask?",
                "When did you or the person last ask?",
            ),
        )
        .hint(Voices::same("A month or a year is enough."))
        .when(ASKED_IN_VAIN),
        Question::new(
            Key::SocialCareAccessWhat,
            Kind::Text(4000),
            Voices::each(
                "What was asked for, and what was the answer?",
                "What happened when you asked?",
                "What happened when you or the person asked?",
            ),
        )
        .hint(Voices::each(
            "Give the team or person, and any reason given.",
            "Tell us who you asked, and what they said.",
            "Tell us who was asked, and what was said.",
        ))
        .when(ASKED_IN_VAIN)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::Kept,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is the person kept in a hospital, care home or other place, and not free to leave?",
                "Are you being kept somewhere, and not free to leave?",
                "Is the person being kept somewhere, and not free to leave?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Answer yes even if nothing has been authorised.",
            "For example, staff in a hospital or care home would stop you if you tried to leave.",
            "For example, staff in a hospital or care home would stop them if they tried to leave.",
        ))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::HomeRisk,
            Kind::One(HOME_RISK),
            Voices::each(
                "Is the person homeless, or likely to lose their home soon?",
                "Are you homeless, or could you lose your home soon?",
                "Is the person homeless, or could they lose their home soon?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each("Soon means within 56 days, as in homelessness law.", "", ""))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::SaysUrgent,
            Kind::One(&[Choice::new("yes", Voices::same("Yes")), Choice::new("no", Voices::same("No"))]),
            Voices::each("Is this urgent?", "Do you need help very soon?", "Does the person need help very soon?"),
        )
        .hint(Voices::each("Dates tell us most. We ask for them with each issue.", "", "")),
        Question::new(
            Key::UrgentWhy,
            Kind::Text(2000),
            Voices::each(
                "Why is it urgent?",
                "Why do you need help so soon?",
                "Why does the person need help so soon?",
            ),
        )
        .hint(Voices::each(
            "Say what will happen, and by when, without an advocate.",
            "Tell us what could happen, and when.",
            "Tell us what could happen, and when.",
        ))
        .when(When::Is(Key::SaysUrgent, "yes"))
        .sensitivity(Sensitivity::Special),
    ],
};

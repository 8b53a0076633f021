//! Who the person is, where they are now, and which council is responsible for them.

use super::choices::{YES_NO_DONT_KNOW, YES_NO_NOT_SURE};
use super::died::LIVING;
use super::person_choices::{AGE_GROUPS, LOCATIONS, NEEDS};
use crate::form::{DateKind, Key, Kind, Line, Need, Question, Section, Sensitivity, Voice, Voices, When};

/// Somebody at work is filling this in.
const AT_WORK: When = When::Voice(&[Voice::Professional]);
/// The person may be a child in law.
const UNDER_18: When = When::In(Key::PersonAgeGroup, &["under-16", "16-17"]);
/// The person is in a place that has a name.
const IN_A_PLACE: When = When::In(
    Key::PersonLocation,
    &["hospital", "mental-health-hospital", "care-home", "supported-living", "prison", "temporary", "elsewhere"],
);

/// Who is the referral for?
pub(super) const SECTION: Section = Section {
    slug: "person",
    title: Voices::each("About the person", "About you", "About the person"),
    intro: Voices::each(
        "Leave out what you do not know. We will follow it up.",
        "Tell us what you can. You can leave out anything you do not know.",
        "Tell us what you can. You can leave out anything you do not know.",
    ),
    questions: &[
        Question::new(
            Key::PersonName,
            Kind::Line(200),
            Voices::each("What is the person’s name?", "What is your name?", "What is the person’s name?"),
        )
        .hint(Voices::each(
            "If you do not know the name, write how we can tell who it is.",
            "Your first name is enough for now.",
            "If you do not know the name, write how we can tell who it is.",
        ))
        .need(Need::ToSend)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PersonKnownAs,
            Kind::Line(200),
            Voices::each(
                "What does the person like to be called?",
                "What do you like to be called?",
                "What does the person like to be called?",
            ),
        )
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PersonTitle,
            Kind::Line(200),
            Voices::each(
                "What are the person’s title and pronouns?",
                "What is your title, and do you use he, she or they?",
                "What is the person’s title, and do they use he, she or they?",
            ),
        )
        .hint(Voices::each(
            "For example, Ms, she and her.",
            "A title is a word like Mr, Mrs, Ms or Mx.",
            "A title is a word like Mr, Mrs, Ms or Mx.",
        ))
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PersonAgeGroup,
            Kind::One(AGE_GROUPS),
            Voices::each("How old is the person?", "How old are you?", "How old is the person?"),
        )
        .hint(Voices::each(
            "Other duties and other safeguarding rules apply under 18.",
            "We ask because young people have some extra rights.",
            "We ask because young people have some extra rights.",
        ))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PersonBorn,
            Kind::Date(DateKind::Birth),
            Voices::each("What is the person’s date of birth?", "When were you born?", "When was the person born?"),
        )
        .hint(Voices::each(
            "If you do not know it, give a year or an age, for example about 80.",
            "You can write just the year, or your age.",
            "You can write just the year, or an age, for example about 80.",
        ))
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::ChildDecides,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Can the young person decide for themselves about having an advocate?",
                "Do you feel able to choose if you want an advocate?",
                "Is the young person able to choose if they want an advocate?",
            ),
        )
        .hint(Voices::each(
            "Aged 16 or 17, presume that they can. Under 16, it depends on how well they understand.",
            "An advocate is someone on your side who helps you have your say.",
            "An advocate is someone on their side who helps them have their say.",
        ))
        .when(UNDER_18)
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::ChildParentsMayKnow,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is the young person happy for us to contact their parents or carers?",
                "Are you happy for us to contact your parents or carers?",
                "Is the young person happy for us to contact their parents or carers?",
            ),
        )
        .hint(Voices::each(
            "Unless you choose Yes, we will not contact them.",
            "Unless you choose Yes, we will not contact them.",
            "Unless you choose Yes, we will not contact them. If you are one of them, answer for the young person.",
        ))
        .when(UNDER_18)
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::PersonAddress,
            Kind::Text(500),
            Voices::each("What is the person’s home address?", "Where is your home?", "Where is the person’s home?"),
        )
        .hint(Voices::each(
            "Include the postcode, or write no home. We write or visit only if you say it is safe.",
            "Add the postcode if you know it. If you have no home, write no home. We will not write or visit unless you say it is safe.",
            "Add the postcode if you know it. If you have no home, write no home. We will not write or visit unless you say it is safe.",
        ))
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PersonLocation,
            Kind::One(LOCATIONS),
            Voices::each("Where is the person now?", "Where are you staying now?", "Where is the person staying now?"),
        )
        .when(LIVING)
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::PersonPlace,
            Kind::Line(200),
            Voices::each(
                "What is the name of the place where the person is now?",
                "What is the place where you are staying called?",
                "What is the place called where the person is staying?",
            ),
        )
        .hint(Voices::each(
            "For a hospital, add the ward. For a refuge, write only refuge.",
            "If it is a hospital, add the ward. If it is a refuge, just write refuge.",
            "If it is a hospital, add the ward. If it is a refuge, just write refuge.",
        ))
        .when(IN_A_PLACE)
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PrisonRoute,
            Kind::Text(500),
            Voices::each(
                "Who at the prison can arrange contact?",
                "Who at the prison can help us contact you?",
                "Who at the prison can help us contact the person?",
            ),
        )
        .hint(Voices::each(
            "A named officer or team, and the prison number.",
            "For example, an officer you trust. Add your prison number if you can.",
            "A name or a team. Add their prison number if you know it.",
        ))
        .when(When::Is(Key::PersonLocation, "prison"))
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::ResponsibleCouncil,
            Kind::Line(200),
            Voices::each(
                "Which council is responsible for the person’s care?",
                "Which council gives you care or support, or should?",
                "Which council gives the person care or support, or should?",
            ),
        )
        .hint(Voices::each(
            "The council that holds the Care Act duties. Write don’t know if it is not clear.",
            "It is often the council where your home is. You can write don’t know.",
            "It is often the council where their home is. You can write don’t know.",
        ))
        .need(Need::ToInstruct(&[Line::CareAct])),
        Question::new(
            Key::PlacedOutOfArea,
            Kind::One(YES_NO_DONT_KNOW),
            Voices::each(
                "Has that council placed the person outside its area?",
                "Has that council moved you to a place in another area?",
                "Has that council moved the person to a place in another area?",
            ),
        )
        .when(LIVING),
        Question::new(
            Key::CouncilNow,
            Kind::Line(200),
            Voices::each(
                "Which council covers the place where the person is now?",
                "Which council covers the place where you are now?",
                "Which council covers the place where the person is now?",
            ),
        )
        .when(When::Is(Key::PlacedOutOfArea, "yes")),
        Question::new(
            Key::FundingAuthority,
            Kind::Line(200),
            Voices::each("Which authority funds the person’s care, if it is another one?", "", ""),
        )
        .hint(Voices::each("A council or an NHS integrated care board.", "", ""))
        .when(AT_WORK),
        Question::new(Key::NhsNumber, Kind::NhsNumber, Voices::each("What is the person’s NHS number?", "", ""))
            .hint(Voices::each("It has 10 digits.", "", ""))
            .when(AT_WORK)
            .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::CaseNumber,
            Kind::Line(200),
            Voices::each("What is your own case number for the person?", "", ""),
        )
        .hint(Voices::each("We quote it when we contact you.", "", ""))
        .when(AT_WORK)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PersonNeeds,
            Kind::Many(NEEDS),
            Voices::each(
                "Do any of these apply to the person?",
                "Do any of these apply to you?",
                "Do any of these apply to the person?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Diagnosed or not.",
            "You do not need to have seen a doctor about it.",
            "They do not need to have seen a doctor about it.",
        ))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::PersonNeedsOther,
            Kind::Line(200),
            Voices::each(
                "What other needs does the person have?",
                "What other needs do you have?",
                "What other needs does the person have?",
            ),
        )
        .when(When::Is(Key::PersonNeeds, "other"))
        .sensitivity(Sensitivity::Special),
    ],
};

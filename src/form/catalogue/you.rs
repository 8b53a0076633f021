//! Who is referring, and how to contact them. Never asked of a person who asks for themselves.

use super::choices::YES_NO_NOT_SURE;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Key, Kind, Need, Question, Section, Sensitivity, Voice, Voices, When};

/// Somebody other than the person is filling this in.
const REFERRER: When = When::Voice(&[Voice::Professional, Voice::Someone]);
/// It is part of their job.
const AT_WORK: When = When::Voice(&[Voice::Professional]);

/// Words for a referrer of either sort; the section does not exist for the person themselves.
const fn both(professional: &'static str, someone: &'static str) -> Voices {
    Voices::each(professional, "", someone)
}

/// Words for somebody at work.
const fn at_work(words: &'static str) -> Voices {
    Voices::each(words, "", "")
}

/// Words for a relative, friend or neighbour.
const fn close(words: &'static str) -> Voices {
    Voices::each("", "", words)
}

/// Who is referring?
pub(super) const SECTION: Section = Section {
    slug: "you",
    title: both("About you", "About you"),
    intro: both(
        "So that we can contact you about this referral.",
        "We need to know who is asking, and how to contact you.",
    ),
    questions: &[
        Question::new(Key::ReferrerName, Kind::Line(200), both("What is your name?", "What is your name?"))
            .when(REFERRER)
            .need(Need::ToSend)
            .sensitivity(Sensitivity::Identity),
        Question::new(Key::ReferrerRelationship, Kind::One(RELATIONSHIPS), close("How do you know the person?"))
            .when(When::Voice(&[Voice::Someone]))
            .need(Need::ToTriage)
            .sensitivity(Sensitivity::Identity),
        Question::new(Key::ReferrerRole, Kind::Line(200), at_work("What is your job title?"))
            .when(AT_WORK)
            .need(Need::ToTriage),
        Question::new(
            Key::ReferrerOrganisation,
            Kind::Line(200),
            at_work("Which organisation and team do you work for?"),
        )
        .when(AT_WORK)
        .need(Need::ToTriage),
        Question::new(Key::ReferrerBody, Kind::One(BODIES), at_work("What kind of organisation is it?"))
            .hint(at_work(
                "Anyone can refer. Some kinds of advocacy need a council or NHS body to instruct us as well.",
            ))
            .when(AT_WORK)
            .need(Need::ToTriage),
        Question::new(
            Key::ReferrerContactWays,
            Kind::Many(WAYS),
            both("How can we contact you?", "How can we contact you?"),
        )
        .hint(both(
            "Our e-mails to you hold only a reference and a link, never the person’s details.",
            "Choose only ways that are safe for you, and for the person. If no way is safe, choose I will contact you.",
        ))
        .when(REFERRER)
        .need(Need::ToSend),
        Question::new(
            Key::ReferrerPhone,
            Kind::Phone,
            both("What is your phone number?", "What is your phone number?"),
        )
        .hint(both("A direct line or a mobile, for example 01632 960123.", "For example 07700 900123."))
        .when(When::All(&[REFERRER, When::In(Key::ReferrerContactWays, &["phone", "text"])]))
        .need(Need::ToSend)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::ReferrerEmail,
            Kind::Email,
            both("What is your e-mail address?", "What is your e-mail address?"),
        )
        .hint(at_work("Use your work address."))
        .when(When::All(&[REFERRER, When::Is(Key::ReferrerContactWays, "email")]))
        .need(Need::ToSend)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::ReferrerEmailSafe,
            Kind::One(YES_NO_NOT_SURE),
            close("Are you the only one who can see your e-mails?"),
        )
        .hint(close("Think about phones you share and passwords other people know. Unless you choose Yes, we will not e-mail you."))
        .when(When::All(&[When::Voice(&[Voice::Someone]), When::Is(Key::ReferrerContactWays, "email")]))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::WorkerAllocated,
            Kind::One(ALLOCATED),
            at_work("Has a social worker or other worker been allocated?"),
        )
        .hint(at_work("You can refer before anyone is allocated."))
        .when(AT_WORK),
        Question::new(Key::WorkerDetails, Kind::Line(200), at_work("Who is the allocated worker?"))
            .hint(at_work("Name, team, and a work phone number or e-mail address."))
            .when(When::All(&[AT_WORK, When::Is(Key::WorkerAllocated, "yes")]))
            .sensitivity(Sensitivity::Identity),
        Question::new(Key::OtherProfessionals, Kind::Text(4000), at_work("Which other professionals are involved?"))
            .hint(at_work("Names, roles and contact details, for example of the GP or the ward manager."))
            .when(AT_WORK)
            .sensitivity(Sensitivity::Identity),
    ],
};

/// What a relative, friend or neighbour is to the person.
const RELATIONSHIPS: &[Choice] = &[
    Choice::new("parent", close("I am their parent")),
    Choice::new("child", close("I am their son or daughter")),
    Choice::new("partner", close("I am their husband, wife or partner")),
    Choice::new("brother-sister", close("I am their brother or sister")),
    Choice::new("other-family", close("I am another relative")),
    Choice::new("friend", close("I am their friend")),
    Choice::new("neighbour", close("I am their neighbour")),
    Choice::new("unpaid-carer", close("I look after them and am not paid")),
    Choice::new("other", close("Another way")),
];

/// Bodies that refer. Those of a council or the NHS may instruct formally, by their slug.
const BODIES: &[Choice] = &[
    Choice::new("council-social-care", at_work("Council adult social care")),
    Choice::new("council-dols-team", at_work("Council DoLS or Mental Capacity Act team")),
    Choice::new("council-other", at_work("Another part of a council")),
    Choice::new("nhs-hospital", at_work("NHS hospital")),
    Choice::new("nhs-mental-health", at_work("NHS mental health service")),
    Choice::new("nhs-community", at_work("NHS community service or GP practice")),
    Choice::new("care-provider", at_work("Care home or other care provider")),
    Choice::new("prison", at_work("Prison")),
    Choice::new("police", at_work("Police")),
    Choice::new("voluntary", at_work("Voluntary organisation")),
    Choice::new("other", at_work("Another organisation")),
];

/// Ways to answer a referrer. Whoever is watched themselves can ask that nobody contacts them.
const WAYS: &[Choice] = &[
    Choice::new("phone", both("Phone call", "Phone call")),
    Choice::new("text", both("Text message", "Text message")),
    Choice::new("email", both("E-mail", "E-mail")),
    Choice::new("i-will-contact", close("I will contact you"))
        .hint(close("We will not contact you. You contact us, and tell us the reference."))
        .alone(),
];

/// Whether anyone at the council or NHS has taken the case yet.
const ALLOCATED: &[Choice] =
    &[Choice::new("yes", at_work("Yes")), Choice::new("not-yet", at_work("Not yet")), NOT_KNOWN];

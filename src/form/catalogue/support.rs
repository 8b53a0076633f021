//! Who is there for the person: someone unpaid who could support them, people to know about, people ruled out.
//!
//! This file must not know when a duty falls away because somebody is appropriate.

use super::choices::YES_NO_NOT_SURE;
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Group, Key, Kind, Line, Need, Question, Section, Sensitivity, Voices, When};

const FAR_AWAY: Choice =
    Choice::new("far-away", Voices::each("Too far away", "They live too far away", "They live too far away"));
const UNWILLING: Choice =
    Choice::new("unwilling", Voices::each("Unwilling", "They do not want to", "They do not want to"));
const UNABLE: Choice = Choice::new("unable", Voices::each("Unable", "They are not able to", "They are not able to"));
const PAID: Choice = Choice::new(
    "paid",
    Voices::each(
        "Paid or acting professionally",
        "They are paid to care for me",
        "They are paid to care for the person",
    ),
);
const PERSON_REFUSES: Choice = Choice::new(
    "person-refuses",
    Voices::each("The person does not agree to them", "I do not want them to", "The person does not want them to"),
);
const IMPLICATED: Choice = Choice::new(
    "implicated",
    Voices::each(
        "Implicated in abuse or neglect",
        "They hurt me, or I am afraid of them",
        "They may have hurt or neglected the person",
    ),
);
const CONFLICT: Choice = Choice::new(
    "conflict",
    Voices::each(
        "Conflict of interest",
        "They want something different from what I want",
        "They want something different from what the person wants",
    ),
);
const OTHER: Choice = Choice::new("other", Voices::same("Another reason"));

const WHY_NOT: &[Choice] = &[
    Choice::new("no-one", Voices::each("No family or friends", "I have no one to ask", "They have no one to ask")),
    FAR_AWAY,
    UNWILLING,
    UNABLE,
    PAID,
    PERSON_REFUSES,
    IMPLICATED,
    CONFLICT,
    OTHER,
];

const RULED_OUT_WHY: &[Choice] = &[FAR_AWAY, UNWILLING, UNABLE, PAID, PERSON_REFUSES, IMPLICATED, CONFLICT, OTHER];

/// Care Act 2014 s67(6): where the person cannot agree, the council weighs their best interests. Nobody is asked to say
/// so of themselves.
const AGREED: &[Choice] = &[
    Choice::new("yes", Voices::same("Yes")),
    Choice::new("no", Voices::same("No")),
    Choice::new(
        "cannot-say",
        Voices::each(
            "Lacks capacity to agree, and it is in their best interests",
            "",
            "They cannot tell us, but it would be right for them",
        ),
    ),
    Choice::new("not-sure", Voices::same("Not sure")),
];

const EXCEPTIONS: &[Choice] = &[
    Choice::new(
        "long-stay",
        Voices::each(
            "Long stay, and an advocate is in their best interests",
            "I may be in a hospital or a care home for a long time",
            "They may be in a hospital or a care home for a long time",
        ),
    )
    .hint(Voices::each(
        "A likely NHS hospital stay of 28 days or more, or a care home stay of 8 weeks or more.",
        "A long time is 4 weeks or more in a hospital, or 8 weeks or more in a care home.",
        "A long time is 4 weeks or more in a hospital, or 8 weeks or more in a care home.",
    )),
    Choice::new(
        "disagreement",
        Voices::each(
            "The council and that person disagree on a material issue",
            "My helper and the council do not agree about something important",
            "Their helper and the council do not agree about something important",
        ),
    )
    .hint(Voices::each(
        "Both agree that an advocate is in the person’s best interests.",
        "Both think that you should have an advocate.",
        "Both think that the person should have an advocate.",
    )),
    Choice::new("liberty", Voices::each("The process might result in a deprivation of liberty", "", ""))
        .hint(Voices::each("Found only in SI 2014/2824: we will check.", "", "")),
    Choice::new("none", Voices::same("None of these")).alone(),
    NOT_KNOWN.alone(),
];

const ROLES: &[Choice] = &[
    Choice::new("family", Voices::same("Family")),
    Choice::new("friend", Voices::same("Friend or neighbour")),
    Choice::new(
        "unpaid-carer",
        Voices::each("Unpaid carer", "Looks after me without pay", "Looks after them without pay"),
    ),
    Choice::new(
        "lpa-health",
        Voices::each(
            "Attorney for health and welfare (lasting power of attorney)",
            "Has power of attorney for my health and care",
            "Has power of attorney for their health and care",
        ),
    )
    .hint(Voices::each(
        "",
        "You signed a paper so that they can decide for you when you cannot.",
        "The person signed a paper, so that this helper can decide when the person cannot.",
    )),
    Choice::new(
        "lpa-money",
        Voices::each(
            "Attorney for property and money (lasting or enduring power of attorney)",
            "Has power of attorney for my money and home",
            "Has power of attorney for their money and home",
        ),
    ),
    Choice::new(
        "deputy",
        Voices::each(
            "Deputy appointed by the Court of Protection",
            "A court chose them to decide for me (a deputy)",
            "A court chose them to decide for the person (a deputy)",
        ),
    ),
    Choice::new(
        "nearest-relative",
        Voices::each(
            "Nearest relative (MHA s26)",
            "My “nearest relative” when sectioned",
            "Their “nearest relative” when sectioned",
        ),
    ),
    Choice::new(
        "nominated-person",
        Voices::each(
            "Nominated person (Mental Health Act 2025, once in force)",
            "My “nominated person” when sectioned",
            "Their “nominated person” when sectioned",
        ),
    )
    .hint(Voices::each(
        "",
        "This is a new role. You may not have one yet.",
        "This is a new role. They may not have one yet.",
    )),
    Choice::new(
        "named-by-person",
        Voices::each(
            "Named by the person as someone to consult",
            "Someone I want people to ask",
            "Someone the person wants people to ask",
        ),
    ),
    Choice::new("emergency", Voices::each("Emergency contact", "To phone in an emergency", "To phone in an emergency")),
    Choice::new("gp", Voices::each("GP", "My doctor (GP)", "Their doctor (GP)")),
    Choice::new(
        "professional",
        Voices::each(
            "Another professional",
            "Someone else whose job is to help me",
            "Someone else whose job is to help them",
        ),
    ),
    Choice::new("other", Voices::same("Someone else")),
];

const CONTACT: &[Question] = &[
    Question::new(Key::ContactName, Kind::Line(200), Voices::same("What is their name?"))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Identity),
    Question::new(
        Key::ContactRelationship,
        Kind::Line(200),
        Voices::each(
            "What is their relationship to the person?",
            "Who are they to you?",
            "Who are they to the person?",
        ),
    )
    .hint(Voices::each("", "For example, “my sister” or “my friend from church”.", "For example, “her sister”."))
    .sensitivity(Sensitivity::Identity),
    Question::new(
        Key::ContactRoles,
        Kind::Many(ROLES),
        Voices::each("Which of these roles do they have?", "Which of these are they?", "Which of these are they?"),
    )
    .sensitivity(Sensitivity::Identity),
    Question::new(Key::ContactPhone, Kind::Phone, Voices::same("What is their phone number?"))
        .sensitivity(Sensitivity::Identity),
    Question::new(Key::ContactEmail, Kind::Email, Voices::same("What is their e-mail address?"))
        .sensitivity(Sensitivity::Identity),
];

const RULED_OUT: &[Question] = &[
    Question::new(Key::RuledOutName, Kind::Line(200), Voices::same("What is their name?"))
        .hint(Voices::same("If you do not know it, write how we can tell who it is."))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
    Question::new(
        Key::RuledOutWhy,
        Kind::Many(RULED_OUT_WHY),
        Voices::each(
            "Why are they ruled out?",
            "Why should they not speak for you?",
            "Why should they not speak for the person?",
        ),
    )
    .sensitivity(Sensitivity::Safety),
    Question::new(
        Key::RuledOutMore,
        Kind::Text(1000),
        Voices::each(
            "What else should we know about this?",
            "What else would you like us to know?",
            "What else would you like us to know?",
        ),
    )
    .sensitivity(Sensitivity::Safety),
];

pub(super) const SECTION: Section = Section {
    slug: "support",
    title: Voices::each("People who could support the person", "People in your life", "People in their life"),
    intro: Voices::each(
        "Someone paid, or acting professionally, does not count as an appropriate person (Care Act 2014 s67(5)).",
        "A family member or friend may be able to help you. You can say no to that.",
        "A family member or friend may be able to help them. That could be you.",
    ),
    questions: &[
        Question::new(
            Key::SupportAnyone,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is there an appropriate person to represent and support them?",
                "Is there someone who could help you have your say?",
                "Is there someone who could help the person have their say?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "A relative, friend or other person who is neither paid nor acting professionally.",
            "For example, a family member or friend. Not someone who is paid to care for you.",
            "For example, you or a friend of theirs. Not someone who is paid to care for them.",
        ))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::SupportWilling,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is that person willing and able?",
                "Do they want to help, and are they able to?",
                "Does this helper want to do it, and are they able to?",
            ),
        )
        .when(When::Is(Key::SupportAnyone, "yes"))
        .need(Need::ToInstruct(&[Line::CareAct]))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::SupportAgreed,
            Kind::One(AGREED),
            Voices::each(
                "Does the person being referred agree to them?",
                "Do you want them to help you?",
                "Does the person want this helper?",
            ),
        )
        .hint(Voices::each("If the person cannot agree and it is not in their best interests, choose “No”.", "", ""))
        .when(When::Is(Key::SupportAnyone, "yes"))
        .need(Need::ToInstruct(&[Line::CareAct]))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::SupportWhyNot,
            Kind::Many(WHY_NOT),
            Voices::each(
                "Why is no one appropriate?",
                "What stops family or friends from helping?",
                "What stops family or friends from helping?",
            ),
        )
        .hint(Voices::each("A dispute in the family is not by itself a reason.", "", ""))
        .when(When::In(Key::SupportAnyone, &["no", "not-sure"]))
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::SupportException,
            Kind::Many(EXCEPTIONS),
            Voices::each(
                "Does any reason apply to arrange an advocate even so?",
                "Is there a reason to have an advocate as well as this helper?",
                "Is there a reason to have an advocate as well as this helper?",
            ),
        )
        .hint(Voices::each("SI 2014/2889 regulation 4, for Care Act s67.", "", ""))
        .when(When::Is(Key::SupportAnyone, "yes"))
        .sensitivity(Sensitivity::Special),
        Question::new(
            Key::Contacts,
            Kind::Repeat(Group { questions: CONTACT, item: Voices::each("contact", "person", "person"), most: 8 }),
            Voices::same("Who else should we know about?"),
        )
        .hint(Voices::each(
            "Family and friends, attorneys and deputies, the nearest relative, the GP.",
            "For example, family, friends or your doctor. Only add people you want us to know about.",
            "For example, family, friends or their doctor.",
        ))
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::RuledOut,
            Kind::Repeat(Group { questions: RULED_OUT, item: Voices::same("person to leave out"), most: 8 }),
            Voices::each(
                "Who must not speak for the person?",
                "Who must not speak for you?",
                "Who must not speak for the person?",
            ),
        )
        .hint(Voices::each(
            "Anyone ruled out as an appropriate person, and why.",
            "We will not ask them to speak for you or pass on messages.",
            "We will not ask them to speak for the person or pass on messages.",
        ))
        .sensitivity(Sensitivity::Safety),
    ],
};

//! Safe ways to contact the person. What is said here is obeyed wherever a message could leave; nothing here sends one.

use super::choices::YES_NO_NOT_SURE;
use super::died::LIVING;
use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Key, Kind, Need, Question, Section, Sensitivity, Voice, Voices, When};

/// A person who asks for themselves must leave one safe way back, or say that they will come back to us; a referrer can
/// find one out later.
const FROM_THE_PERSON: Need = Need::ToSendFor(Voice::Myself);

/// How can the person be contacted without harm?
pub(super) const SECTION: Section = Section {
    slug: "contact",
    title: Voices::each(
        "Safe ways to contact the person",
        "Safe ways to contact you",
        "Safe ways to contact the person",
    ),
    intro: Voices::each(
        "Safe means that nobody else will hear it, see it or open it. We use only the ways marked safe here.",
        "Safe means nobody else will hear it, see it or open it. We will only use the ways you say are safe.",
        "Safe means nobody else will hear it, see it or open it. We will only use the ways you say are safe.",
    ),
    questions: &[
        Question::new(
            Key::ContactWays,
            Kind::Many(WAYS),
            Voices::each(
                "Which ways of contacting the person are safe?",
                "Which ways of contacting you are safe?",
                "Which ways of contacting the person are safe?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Mark only those you know to be safe. If you know of none, choose Through me. If nobody may contact them, choose The person will contact us.",
            "Think about who is near you, and who sees your phone and your post. \
             If no way is safe, choose I will contact you.",
            "Think about who is near them, and who sees their phone and their post. If you are not sure, choose Through me. \
             If no way is safe, choose They will contact you.",
        ))
        .need(FROM_THE_PERSON)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::PersonPhone,
            Kind::Phone,
            Voices::each(
                "Which phone number is safe for the person?",
                "Which phone number is safe for you?",
                "Which phone number is safe for the person?",
            ),
        )
        .hint(Voices::each(
            "We use only this number to phone or text the person.",
            "We will only use this number to phone or text you.",
            "We will only use this number to phone or text them.",
        ))
        .when(When::In(Key::ContactWays, &["phone", "text"]))
        .need(FROM_THE_PERSON)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::PhoneVoicemail,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is it safe to leave the person a voice message?",
                "Is it safe to leave you a voice message?",
                "Is it safe to leave the person a voice message?",
            ),
        )
        .hint(Voices::each(
            "Choose Yes only if nobody else can listen to it.",
            "Choose Yes only if nobody else can play it or hear it.",
            "Choose Yes only if nobody else can play it or hear it.",
        ))
        .when(When::Is(Key::ContactWays, "phone"))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::PhoneSayWho,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "If someone else answers the phone, is it safe to say who we are?",
                "If someone else answers the phone, is it safe to say who we are?",
                "If someone else answers the phone, is it safe to say who we are?",
            ),
        )
        .hint(Voices::same("Unless you choose Yes, we will not say who we are or why we phoned."))
        .when(When::Is(Key::ContactWays, "phone"))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::PersonEmail,
            Kind::Email,
            Voices::each(
                "Which e-mail address is safe for the person?",
                "Which e-mail address is safe for you?",
                "Which e-mail address is safe for the person?",
            ),
        )
        .hint(Voices::each(
            "We use only this address to write to the person.",
            "We will only use this address to write to you.",
            "We will only use this address to write to them.",
        ))
        .when(When::Is(Key::ContactWays, "email"))
        .need(FROM_THE_PERSON)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::EmailSafe,
            Kind::One(YES_NO_NOT_SURE),
            Voices::each(
                "Is the person the only one who can see their e-mails?",
                "Are you the only one who can see your e-mails?",
                "Is the person the only one who can see their e-mails?",
            ),
        )
        .hint(Voices::each(
            "Consider shared devices, and passwords that others know. Unless you choose Yes, we will not e-mail the person.",
            "Think about phones you share and passwords other people know. Unless you choose Yes, we will not e-mail you.",
            "Think about phones they share and passwords other people know. Unless you choose Yes, we will not e-mail them.",
        ))
        .when(When::Is(Key::ContactWays, "email"))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::LetterSafe,
            Kind::One(LETTERS),
            Voices::each(
                "Is it safe to send the person a letter?",
                "Is it safe to send you a letter?",
                "Is it safe to send the person a letter?",
            ),
        )
        .hint(Voices::each(
            "Consider who picks up the post and who opens it.",
            "Think about who picks up the post and who opens it. A plain envelope does not say who it is from.",
            "Think about who picks up the post and who opens it. A plain envelope does not say who it is from.",
        ))
        .when(When::Is(Key::ContactWays, "letter"))
        .need(Need::ToTriage)
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::LetterAddress,
            Kind::Text(500),
            Voices::each(
                "Where should letters go, if not to the home address?",
                "Where should we send letters, if not to your home?",
                "Where should we send letters, if not to the person’s home?",
            ),
        )
        .when(When::Is(Key::ContactWays, "letter"))
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::GoBetweenName,
            Kind::Line(200),
            Voices::each(
                "Who is the trusted person we can contact?",
                "Who is the person you trust?",
                "Who does the person trust?",
            ),
        )
        .hint(Voices::each(
            "Never someone who may be the source of harm. We will not tell them why we want to contact the person.",
            "We will ask them to help us contact you. We will not tell them why.",
            "It must not be someone who may be hurting the person. We will not tell them why we want to contact the person.",
        ))
        .when(When::Is(Key::ContactWays, "through-someone"))
        .need(FROM_THE_PERSON)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::GoBetweenPhone,
            Kind::Phone,
            Voices::each(
                "What is the trusted person’s phone number?",
                "What is the phone number of the person you trust?",
                "What is the trusted person’s phone number?",
            ),
        )
        .when(When::Is(Key::ContactWays, "through-someone"))
        .need(FROM_THE_PERSON)
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::GoBetweenRelationship,
            Kind::Line(200),
            Voices::each(
                "What is the trusted person’s relationship to the person?",
                "Who is that person to you?",
                "What is the trusted person’s relationship to the person?",
            ),
        )
        .hint(Voices::each("", "For example, “my sister” or “my teacher”.", "For example, “her sister” or “his neighbour”."))
        .when(When::Is(Key::ContactWays, "through-someone"))
        .sensitivity(Sensitivity::Identity),
        Question::new(
            Key::ContactPreferred,
            Kind::One(PREFERRED),
            Voices::each(
                "Which of these ways does the person prefer?",
                "Which of these ways do you like best?",
                "Which of these ways does the person like best?",
            ),
        )
        .when(When::In(
            Key::ContactWays,
            &["phone", "text", "email", "letter", "visit", "through-referrer", "through-someone"],
        ))
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::UnsafeWays,
            Kind::Many(UNSAFE),
            Voices::each(
                "Which ways of contacting the person must we never use?",
                "Which ways of contacting you must we never use?",
                "Which ways of contacting the person must we never use?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Mark any that could put the person at risk, even if another number or address is safe.",
            "Choose any that could put you in danger.",
            "Choose any that could put them in danger.",
        ))
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::MustNotKnow,
            Kind::Text(1000),
            Voices::each(
                "Who must not know about this referral?",
                "Who must not know that you asked us for help?",
                "Who must not know that you asked us for help?",
            ),
        )
        .hint(Voices::each(
            "Names, and who they are to the person. We will not tell them.",
            "Write their name, or who they are to you. We will not tell them.",
            "Write their name, or who they are to the person. We will not tell them.",
        ))
        .sensitivity(Sensitivity::Safety),
        Question::new(
            Key::ContactWhen,
            Kind::Text(500),
            Voices::each(
                "When is it safe or best to contact the person?",
                "When is a safe or good time to contact you?",
                "When is a safe or good time to contact the person?",
            ),
        )
        .when(LIVING)
        .hint(Voices::each(
            "Days and times, and any to avoid.",
            "For example, days and times when you are on your own.",
            "For example, days and times when they are on their own.",
        ))
        .sensitivity(Sensitivity::Safety),
    ],
};

const PHONE: Choice = Choice::new("phone", Voices::same("Phone call"));
const TEXT: Choice = Choice::new("text", Voices::same("Text message"));
const EMAIL: Choice = Choice::new("email", Voices::same("E-mail"));
const LETTER: Choice = Choice::new("letter", Voices::same("Letter"));
const VISIT: Choice = Choice::new("visit", Voices::each("Visit in person", "Come and see me", "Go and see them"));
const THROUGH_REFERRER: Choice =
    Choice::new("through-referrer", Voices::each("Through me, the referrer", "", "Through me"));
const THROUGH_SOMEONE: Choice = Choice::new(
    "through-someone",
    Voices::each("Through someone else they trust", "Through someone I trust", "Through someone else they trust"),
);

/// Ways that may be safe.
const WAYS: &[Choice] = &[
    PHONE,
    TEXT.hint(Voices::each(
        "Only if nobody else can see their messages.",
        "Only if nobody else can see your messages.",
        "Only if nobody else can see their messages.",
    )),
    EMAIL,
    LETTER,
    VISIT.hint(Voices::each(
        "Only if it is safe for us to be seen there.",
        "Only if it is safe for us to be seen with you.",
        "Only if it is safe for us to be seen with them.",
    )),
    THROUGH_REFERRER,
    THROUGH_SOMEONE.hint(Voices::same("Someone who will keep it private.")),
    // For whom every way is watched: nobody contacts them, and they have answered all the same.
    Choice::new(
        "i-will-contact",
        Voices::each("The person will contact us", "I will contact you", "They will contact you"),
    )
    .hint(Voices::each(
        "We will not contact them. They contact us, and tell us the reference.",
        "We will not contact you. You contact us, and tell us the reference.",
        "We will not contact them. They contact us, and tell us the reference.",
    ))
    .alone(),
];

/// The same, to choose one of those that are safe.
const PREFERRED: &[Choice] = &[PHONE, TEXT, EMAIL, LETTER, VISIT, THROUGH_REFERRER, THROUGH_SOMEONE];

/// How a letter may come.
const LETTERS: &[Choice] = &[
    Choice::new("yes", Voices::same("Yes")),
    Choice::new("plain-envelope", Voices::same("Only in a plain envelope")),
    Choice::new("no", Voices::same("No")),
    Choice::new("not-sure", Voices::same("Not sure")),
];

/// Ways that could do harm. "None known" is said, never assumed.
const UNSAFE: &[Choice] = &[
    Choice::new("none-known", Voices::each("None known", "None that I know of", "None that I know of")).alone(),
    Choice::new("phone", Voices::same("Phone calls")),
    Choice::new("voicemail", Voices::same("Voice messages")),
    Choice::new("text", Voices::same("Text messages")),
    Choice::new("email", Voices::same("E-mail")),
    Choice::new("letter", Voices::same("Letters")),
    Choice::new("visit-home", Voices::each("Visits to their home", "Coming to my home", "Going to their home")),
    NOT_KNOWN.alone(),
];

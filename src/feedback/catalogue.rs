//! The words and pictures of the feedback questions. Nothing else.

use crate::form::{Choice, Form, Key, Kind, Question, Section, Sensitivity, Voices};

/// The easy-read feedback, one question a screen.
pub static FEEDBACK: Form = Form {
    sections: &[Section {
        slug: "feedback",
        title: Voices::same("Tell us how it was"),
        intro: Voices::NONE,
        questions: &[
            WHO,
            LISTENED,
            TOLD_ROLE,
            UNDERSTOOD,
            HAD_SAY,
            INCLUDED,
            GOT_WANTED,
            COULD_SAY_NO,
            EASY_TO_GET,
            KNOW_COMPLAIN,
            WORDS,
        ],
    }],
};

/// What every answer in words may hold, in characters.
const MOST: usize = 4000;

const SKIP: Choice =
    Choice::new("skip", Voices::same("I do not want to answer")).easy("I do not want to answer.", "skip");

const YES_NOT_SURE_NO: &[Choice] = &[
    Choice::new("yes", Voices::same("Yes")).easy("Yes.", "yes"),
    Choice::new("not-sure", Voices::same("Not sure")).easy("I am not sure.", "not-sure"),
    Choice::new("no", Voices::same("No")).easy("No.", "no"),
    SKIP,
];

const WHO_ANSWERS: &[Choice] = &[
    Choice::new("me", Voices::same("Me")).easy("I am answering by myself.", "me"),
    Choice::new("with-help", Voices::same("Me, with help")).easy("Someone is helping me answer.", "help"),
    Choice::new("for-me", Voices::same("Someone else, for me")).easy("Someone else is answering for me.", "someone"),
    SKIP,
];

const fn asks(key: Key, words: &'static str, picture: &'static str) -> Question {
    Question::new(key, Kind::One(YES_NOT_SURE_NO), Voices::same(words)).easy(words, picture)
}

const WHO: Question =
    Question::new(Key::FeedbackWho, Kind::One(WHO_ANSWERS), Voices::same("Who is answering these questions?"))
        .easy("Who is answering these questions?", "someone");
const LISTENED: Question = asks(Key::FeedbackListened, "Did your advocate listen to you?", "listen");
const TOLD_ROLE: Question =
    asks(Key::FeedbackToldRole, "Did your advocate tell you what they can and cannot do?", "talk");
const UNDERSTOOD: Question =
    asks(Key::FeedbackUnderstood, "Did your advocate help you understand what was happening?", "understand");
const HAD_SAY: Question = asks(Key::FeedbackHadSay, "Did your advocate help you have your say?", "speak");
const INCLUDED: Question = asks(Key::FeedbackIncluded, "Do you feel more included in decisions about you?", "included");
const GOT_WANTED: Question = asks(Key::FeedbackGotWanted, "Did you get what you wanted?", "wanted");
const COULD_SAY_NO: Question =
    asks(Key::FeedbackCouldSayNo, "Could you ask your advocate for changes, or say no?", "say-no");
const EASY_TO_GET: Question = asks(Key::FeedbackEasyToGet, "Was it easy to get an advocate?", "easy");
const KNOW_COMPLAIN: Question = asks(Key::FeedbackKnowComplain, "Do you know how to complain about us?", "complain");
const WORDS: Question =
    Question::new(Key::FeedbackWords, Kind::Text(MOST), Voices::same("What was good? What could be better?"))
        .hint(Voices::same("You can write a little or a lot. You can leave this empty."))
        .easy("What was good? What could be better?", "write")
        .sensitivity(Sensitivity::Safety);

//! The words and pictures of the feedback questions. Nothing else.

use crate::form::{Choice, Form, Key, Kind, Question, Section, Sensitivity, Voices};

/// The easy-read feedback, one question a screen.
pub static FEEDBACK: Form = Form {
    sections: &[Section {
        slug: "feedback",
        title: Voices::same("Tell us what you think"),
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
            GOOD,
            BETTER,
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

/// For what only an advocate’s work can answer: feedback is asked for before anyone has an advocate, too.
const OF_AN_ADVOCATE: &[Choice] = &[
    Choice::new("yes", Voices::same("Yes")).easy("Yes.", "yes"),
    Choice::new("not-sure", Voices::same("Not sure")).easy("I am not sure.", "not-sure"),
    Choice::new("no", Voices::same("No")).easy("No.", "no"),
    Choice::new("no-advocate-yet", Voices::same("I do not have an advocate yet"))
        .easy("I do not have an advocate yet.", "waiting"),
    SKIP,
];

const WHAT_I_WANTED: &[Choice] = &[
    Choice::new("yes", Voices::same("Yes")).easy("Yes.", "yes"),
    Choice::new("some", Voices::same("I got some of it")).easy("I got some of it.", "some"),
    Choice::new("not-sure", Voices::same("Not sure")).easy("I am not sure.", "not-sure"),
    Choice::new("no", Voices::same("No")).easy("No.", "no"),
    SKIP,
];

const WHO_ANSWERS: &[Choice] = &[
    Choice::new("me", Voices::same("Me")).easy("I am answering by myself.", "me"),
    Choice::new("with-help", Voices::same("Me, with help")).easy("Someone is helping me answer.", "help"),
    Choice::new("for-me", Voices::same("Someone else, for the person"))
        .easy("I am answering for another person.", "someone"),
    SKIP,
];

const fn asks(key: Key, answers: &'static [Choice], words: &'static str, picture: &'static str) -> Question {
    Question::new(key, Kind::One(answers), Voices::same(words)).easy(words, picture)
}

const fn tells(key: Key, words: &'static str, picture: &'static str) -> Question {
    Question::new(key, Kind::Text(MOST), Voices::same(words))
        .hint(Voices::same("You can write a little or a lot. You can leave this empty."))
        .easy(words, picture)
        .sensitivity(Sensitivity::Safety)
}

const WHO: Question =
    Question::new(Key::FeedbackWho, Kind::One(WHO_ANSWERS), Voices::same("Who is answering these questions?"))
        .easy("Who is answering these questions?", "someone");
const LISTENED: Question = asks(Key::FeedbackListened, OF_AN_ADVOCATE, "Did your advocate listen to you?", "listen");
const TOLD_ROLE: Question =
    asks(Key::FeedbackToldRole, OF_AN_ADVOCATE, "Did your advocate tell you what they can do?", "talk");
const UNDERSTOOD: Question = asks(
    Key::FeedbackUnderstood,
    OF_AN_ADVOCATE,
    "Did your advocate help you understand what was happening?",
    "understand",
);
const HAD_SAY: Question =
    asks(Key::FeedbackHadSay, OF_AN_ADVOCATE, "Did your advocate help you say what you want?", "speak");
const INCLUDED: Question =
    asks(Key::FeedbackIncluded, YES_NOT_SURE_NO, "Do people ask you more when they decide about you?", "included");
const GOT_WANTED: Question = asks(Key::FeedbackGotWanted, WHAT_I_WANTED, "Did you get what you wanted?", "wanted");
const COULD_SAY_NO: Question =
    asks(Key::FeedbackCouldSayNo, OF_AN_ADVOCATE, "Could you say no to your advocate?", "say-no");
const EASY_TO_GET: Question = asks(Key::FeedbackEasyToGet, YES_NOT_SURE_NO, "Was it easy to get an advocate?", "easy");
const KNOW_COMPLAIN: Question =
    asks(Key::FeedbackKnowComplain, YES_NOT_SURE_NO, "Do you know how to complain about us?", "complain");
const GOOD: Question = tells(Key::FeedbackGood, "What was good?", "good");
/// The last word: its slug is from when both were asked on one screen.
const BETTER: Question = tells(Key::FeedbackWords, "What could be better?", "write");

//! The words of the start page.

use crate::form::Voice;

/// The heading.
pub const TITLE: &str = "Someone to stand alongside you";
/// What an advocate is.
pub const LEAD: &str = "An advocate helps you understand what is happening, say what you want, and be listened to. \
    Advocates are independent. They do not work for the council or the NHS. They are free.";
/// Above the doors.
pub const DOORS: &str = "Who needs an advocate?";
/// Above who reads it.
pub const WHO: &str = "Who reads what you write, and when";
/// If the service's settings say nothing of their own.
pub const WHO_DEFAULT: &str = "Our own team reads it. Nobody else does, unless you agree or someone is at risk.";
/// Above what it takes.
pub const TAKES: &str = "What it takes";
/// What it takes, a sentence each.
pub const TAKES_LIST: &[&str] = &[
    "It takes about 20 minutes. You can stop, and come back later.",
    "If you do not know something, leave it out. We will ask.",
    "You do not need to know which kind of advocate, or which law. We work that out.",
    "You can ask us by phone instead, or ask someone to help you write.",
];
/// Above leaving.
pub const LEAVING: &str = "If someone might look at your screen";
/// What leaving does, and does not do.
pub const LEAVING_WORDS: &str = "“Leave this page” is at the top and the bottom of every page. It takes you away at once, \
    and the Back button does not bring these pages back. Your browser’s history may still show that you were here.";

/// When it is read: opening hours in words.
#[must_use]
pub fn read_when(hours: &str) -> String {
    format!("We read it when we are open: {hours}. At other times nobody reads it.")
}

/// The words on a door.
#[must_use]
pub const fn door(voice: Voice) -> (&'static str, &'static str) {
    match voice {
        Voice::Myself => ("I do", "I am asking for myself."),
        Voice::Someone => ("Someone I know", "I am asking for a relative, a friend or a neighbour."),
        Voice::Professional => ("Someone I work with", "I refer people as part of my job."),
    }
}

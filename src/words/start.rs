//! The words of the start page.

use super::Lang;
use super::text::texts;
use crate::form::Voice;

texts! {
    /// The heading.
    pub TITLE = "Ask for an advocate";
    /// Below it.
    pub PROMISE = "Someone to help you have your say";
    /// What an advocate is.
    pub LEAD = "An advocate helps you understand what is happening, say what you want, and be listened to. \
        Advocates are independent. They do not work for the council or the NHS. You do not pay.";
    /// Above the doors.
    pub DOORS = "Who needs an advocate?";
    /// Above who reads it.
    pub WHO = "Who reads what you write, and when";
    /// If the service's settings say nothing of their own.
    pub WHO_DEFAULT = "Our own team reads it. We share it only if you agree, if someone may be badly hurt, or if a court tells us to.";
    /// When it is read: opening hours in words.
    pub read_when(hours: &str) = "We read it when we are open: {hours}. At other times nobody reads it.";
    /// Above what it takes.
    pub TAKES = "What it takes";
    /// What it takes, a sentence each.
    pub TAKES_LIST = [
        "You only have to answer a few questions. All of them can take half an hour or more.",
        "You can stop, and come back later. If you do not know something, leave it out. We will ask.",
        "You do not need to know the law, or the kinds of advocate. We work that out.",
        "You can ask us by phone instead, or ask someone to help you write.",
    ];
    /// Above leaving.
    pub LEAVING = "If someone might look at your screen";
    /// What leaving does, and does not do.
    pub LEAVING_WORDS = "“Leave this page” is at the top and the bottom of every page. It takes you away at once, \
        and the Back button does not bring these pages back. Your browser’s history may still show that you were here.";

    MYSELF = "I do";
    MYSELF_HELP = "I am asking for myself.";
    SOMEONE = "Someone I know";
    SOMEONE_HELP = "I am asking for a relative, a friend or a neighbour.";
    PROFESSIONAL = "Someone I work with";
    PROFESSIONAL_HELP = "I refer people as part of my job.";
}

/// The words on a door, and what they mean.
#[must_use]
pub const fn door(lang: Lang, voice: Voice) -> (&'static str, &'static str) {
    let (door, help) = match voice {
        Voice::Myself => (MYSELF, MYSELF_HELP),
        Voice::Someone => (SOMEONE, SOMEONE_HELP),
        Voice::Professional => (PROFESSIONAL, PROFESSIONAL_HELP),
    };
    (lang.say(door), lang.say(help))
}

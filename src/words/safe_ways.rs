//! The words where ways of making contact were chosen and none of them can be used.

use super::Lang;
use super::text::texts;
use crate::form::Voice;

texts! {
    NEEDED_MYSELF = "We have no safe way to contact you yet.";
    NEEDED = "We have no safe way to contact you or the person yet.";
    /// What to do about it.
    pub MEND = "Add what is missing, or choose one more way.";
    /// The number, address or name of a way is missing.
    pub NO_DETAIL = "the number, name or address is missing";
    /// Nobody has said that a way is private.
    pub NOT_SAID_SAFE = "you did not say that no one else can see it";
    /// It was said to be unsafe.
    pub SAID_UNSAFE = "you said that it is not safe";
    /// It stands among the ways never to be used as well.
    pub SAID_NEVER = "you also said never to use it";
    /// It leads through somebody who is ruled out.
    pub RULED_OUT = "you also said to leave this person out";
    /// It leads through somebody who must not be told.
    pub NOT_TO_BE_TOLD = "you said that they are not to be told";
    /// One way with what stands against it.
    pub against(way: &str, why: &str) = "{way}: {why}.";
}

/// That one safe way is needed.
#[must_use]
pub const fn needed(lang: Lang, voice: Voice) -> &'static str {
    lang.say(match voice {
        Voice::Myself => NEEDED_MYSELF,
        Voice::Someone | Voice::Professional => NEEDED,
    })
}

//! What is said of the parts of a referral that do not open: at the desk, in a copy, at the terminal.

use super::Lang;
use super::text::texts;

texts! {
    not_all(parts: &str) = "Not all of this can be read: {parts}.";
    /// What is so, with whom to tell.
    pub tell(what: &str) = "{what} Tell whoever looks after this portal today.";
    /// Where what staff have to know before they make contact is perhaps among it.
    pub CONTACT = "What to know before anybody makes contact may be missing from this page. Make contact only when you know \
        from elsewhere how it is safe.";
    /// In place of the words of an entry of the history.
    pub ENTRY = "This entry cannot be read: its words were changed outside this portal, or their key is missing.";
    /// Above a history of which all but some words is as it was written down.
    pub ENTRIES = "Some of what has happened here cannot be read any more. Who did it, and when, is as it was written down.";
    /// In place of feedback.
    pub FEEDBACK = "This feedback cannot be read: it was changed, or its key is missing.";

    ANSWERS = "its answers do not open: they were changed, or their key is missing";
    RECORD = "its record does not open: it was changed, or its key is missing";
    ASSESSMENT = "its assessment does not open: it was changed, or its key is missing";
    WHY = "the reasons in the queue do not open: they were changed, or their key is missing";
    PERSON = "the name and contact details do not open: they were changed, or their key is missing";
}

/// What is said of a part, by its frozen name.
#[must_use]
pub fn part(lang: Lang, slug: &str) -> &str {
    match slug {
        "answers" => lang.say(ANSWERS),
        "record" => lang.say(RECORD),
        "assessment" => lang.say(ASSESSMENT),
        "why" => lang.say(WHY),
        "person" => lang.say(PERSON),
        other => other,
    }
}

/// What does not open, in one sentence; nothing where all opens.
#[must_use]
pub fn parts(lang: Lang, slugs: &[&str]) -> Option<String> {
    let all: Vec<_> = slugs.iter().map(|slug| part(lang, slug)).collect();
    (!all.is_empty()).then(|| not_all(lang, &all.join("; ")))
}

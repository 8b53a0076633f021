//! The words of pages that stand for another: left, not found, something went wrong.

use super::text::texts;

texts! {
    /// The title of the neutral page. Says nothing of what was left.
    pub LEFT_TITLE = "Page closed";
    /// What to do there.
    pub LEFT_WORDS = "You can close this tab.";
    /// Before the id that finds a request in the log.
    pub REQUEST = "If you phone us about this, say this number:";
    /// Names the list of passages of a long page.
    pub CONTENTS = "On this page";
}

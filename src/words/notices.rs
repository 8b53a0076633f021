//! The words of pages that stand for another: left, not found, something went wrong.

/// The title of the neutral page. Says nothing of what was left.
pub const LEFT_TITLE: &str = "Page closed";
/// What to do there.
pub const LEFT_WORDS: &str = "You can close this tab.";
/// Before the id that finds a request in the log.
pub const REQUEST: &str = "If you phone us about this, say this number:";
/// Names the list of passages of a long page.
pub const CONTENTS: &str = "On this page";

//! The words of the receipt.

/// The heading.
pub const TITLE: &str = "Sent. We have it.";
/// Before the reference.
pub const REFERENCE: &str = "Reference";
/// What the reference is for.
pub const REFERENCE_HINT: &str = "Quote this when you phone or write to us.";
/// Before the receipt code.
pub const CODE: &str = "Receipt code";
/// What the receipt code is for.
pub const CODE_HINT: &str = "Only you have this. With both, you can ask us how it is going. We cannot show it again.";
/// Above what follows.
pub const NEXT: &str = "What happens next";
/// Above whether anybody reads it before then.
pub const UNTIL_THEN: &str = "Until then";
/// Above the ways to change one's mind.
pub const CHANGED: &str = "If something changes";
/// What to do then.
pub const CHANGED_WORDS: &str = "A nearer date, a new risk, a change of mind: tell us, and quote the reference.";
/// How to keep it.
pub const KEEP: &str =
    "You can print this page, or save it, if that is safe. Only the reference and what happens next are on it.";
/// Leads to feedback.
pub const FEEDBACK: &str = "Tell us how this was for you";

//! The words of the receipt.

use super::text::texts;

texts! {
    /// The heading.
    pub TITLE = "Sent. We have it.";
    /// Before the reference.
    pub REFERENCE = "Reference";
    /// What the reference is for.
    pub REFERENCE_HINT = "Quote this when you phone or write to us.";
    /// Before the receipt code.
    pub CODE = "Receipt code";
    /// What the receipt code is for.
    pub CODE_HINT = "Only you have this. With both, you can ask us how it is going. We cannot show it again.";
    /// Above what follows.
    pub NEXT = "What happens next";
    /// Above whether anybody reads it before then.
    pub UNTIL_THEN = "Until then";
    /// Above the ways to change one's mind.
    pub CHANGED = "If something changes";
    /// What to do then.
    pub CHANGED_WORDS = "A nearer date, a new risk, a change of mind: tell us, and quote the reference.";
    /// How to keep it.
    pub KEEP =
        "You can print this page, or save it, if that is safe. Only the reference and what happens next are on it.";
    /// Leads to feedback.
    pub FEEDBACK = "Tell us how this was for you";
}

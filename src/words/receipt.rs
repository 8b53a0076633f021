//! The words of the receipt.

use super::text::texts;

texts! {
    /// The heading.
    pub TITLE = "Sent. We have it.";
    /// Before the reference.
    pub REFERENCE = "Reference";
    /// What the reference is for.
    pub REFERENCE_HINT = "Tell us this when you contact us.";
    /// Before the receipt code.
    pub CODE = "Receipt code";
    /// What to do with the receipt code. Nothing is promised for it that cannot be done with it.
    pub CODE_HINT = "Only you have this. Keep it with the reference, if that is safe. We cannot show it again. You can contact us \
        without it.";
    /// Above what follows.
    pub NEXT = "What happens next";
    /// Above whether anybody reads it before then.
    pub UNTIL_THEN = "Until then";
    /// Above the ways to change one's mind.
    pub CHANGED = "If something changes";
    /// What to do then.
    pub CHANGED_WORDS = "Tell us if a date comes nearer, if there is a new danger, or if you change your mind. Say the reference.";
    /// How to keep it.
    pub KEEP =
        "You can print this page, or save it, if that is safe. It shows your reference, your code and what happens next. It \
        does not show what you wrote.";
    /// Leads to feedback.
    pub FEEDBACK = "Tell us what you think";
}

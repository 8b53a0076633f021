//! The words of feedback as staff meet it: what clients said, and codes to ask for it.

use super::Lang;
use super::text::texts;

texts! {
    /// The heading of what clients said.
    pub CLIENT_FEEDBACK = "What people said about us";
    /// Below it.
    pub CLIENT_FEEDBACK_LEAD = "The newest first. Nobody here gave a name. Do not try to find out who it was.";
    /// Where nobody has said anything.
    pub CLIENT_FEEDBACK_NONE = "Nobody has given feedback yet. When someone does, it is shown here.";
    /// Leads to the page after this one.
    pub OLDER = "Older feedback";
    with_a_code(at: &str) = "{at}, with a code from us";
    without_a_code(at: &str) = "{at}, without a code";
    /// Above the button that makes a code.
    pub INVITE = "Ask for feedback";
    /// What it does.
    pub INVITE_LEAD = "Make a code for this person. With it they can tell us how it was, at any time, without \
        giving a name. Their advocate does not see the answers.";
    /// The button.
    pub INVITE_BUTTON = "Make a feedback code";
    /// The heading of the page that shows a code.
    pub CODE_TITLE = "A feedback code";
    /// Before the code.
    pub CODE = "Feedback code";
    /// What to do with it: where it is typed in.
    pub code_do(page: &str) = "Write it down or read it out now: it is not shown again. The person opens this website, \
        presses “{page}”, and types it in. It works once. Give it only in a way that is safe for them.";
    /// Until when it works.
    pub code_until(day: &str) = "It works until {day}.";
    /// Leads back to a referral.
    pub TO_REFERRAL = "Back to the referral";
}

/// The heading of one client's feedback: when it came, and how.
#[must_use]
pub fn given(lang: Lang, at: &str, by_code: bool) -> String {
    if by_code { with_a_code(lang, at) } else { without_a_code(lang, at) }
}

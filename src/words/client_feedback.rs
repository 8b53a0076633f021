//! The words of feedback as staff meet it: what clients said, and codes to ask for it.

/// The heading of what clients said.
pub const CLIENT_FEEDBACK: &str = "What people said about us";
/// Below it.
pub const CLIENT_FEEDBACK_LEAD: &str = "The newest first. Nobody here gave a name. Do not try to find out who it was.";
/// Where nobody has said anything.
pub const CLIENT_FEEDBACK_NONE: &str = "Nobody has given feedback yet. When someone does, it is shown here.";
/// Leads to the page after this one.
pub const OLDER: &str = "Older feedback";
/// The heading of one client's feedback: when it came, and how.
#[must_use]
pub fn given(at: &str, by_code: bool) -> String {
    if by_code { format!("{at}, with a code from us") } else { format!("{at}, without a code") }
}
/// Above the button that makes a code.
pub const INVITE: &str = "Ask for feedback";
/// What it does.
pub const INVITE_LEAD: &str = "Make a code for this person. With it they can tell us how it was, at any time, without \
    giving a name. Their advocate does not see the answers.";
/// The button.
pub const INVITE_BUTTON: &str = "Make a feedback code";
/// The heading of the page that shows a code.
pub const CODE_TITLE: &str = "A feedback code";
/// Before the code.
pub const CODE: &str = "Feedback code";
/// What to do with it: where it is typed in.
#[must_use]
pub fn code_do(page: &str) -> String {
    format!(
        "Write it down or read it out now: it is not shown again. The person opens this website, presses “{page}”, and \
         types it in. It works once. Give it only in a way that is safe for them."
    )
}
/// Until when it works.
#[must_use]
pub fn code_until(day: &str) -> String {
    format!("It works until {day}.")
}
/// Leads back to a referral.
pub const TO_REFERRAL: &str = "Back to the referral";

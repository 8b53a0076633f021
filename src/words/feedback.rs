//! The words around the questions of feedback. Easy read: short sentences, one idea each.

/// The heading of the first page.
pub const TITLE: &str = "Tell us how we did";
/// What it is, a sentence each.
pub const LEAD: &[&str] = &["We want to do better.", "You can help us.", "You do not have to do this."];
/// Above who can see it.
pub const WHO: &str = "Who can see your answers";
/// Who can see it, a sentence each.
pub const WHO_LIST: &[&str] = &[
    "The people who run this service can see your answers.",
    "Your advocate cannot see who said what.",
    "We do not ask your name.",
    "Your answers do not change the help you get.",
];
/// The field for a private code.
pub const CODE: &str = "Did we give you a code?";
/// What it does.
pub const CODE_HINT: &str = "Write it here. You can also leave this empty.";
/// Goes on.
pub const BEGIN: &str = "Start";
/// Goes to the next question.
pub const NEXT: &str = "Next";
/// Goes back one.
pub const BACK: &str = "Back";
/// The heading of the last page.
pub const THANKS: &str = "Thank you";
/// The last page, a sentence each.
pub const THANKS_LIST: &[&str] = &["We have your answers.", "We read all of them.", "You can close this page now."];

/// The place of a question among all.
#[must_use]
pub fn place(number: usize, of: usize) -> String {
    format!("Question {number} of {of}")
}

/// When a private code opens nothing.
pub const CODE_WRONG: &str = "This code does not work. Look at it again, or leave it empty.";

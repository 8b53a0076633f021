//! The words around the questions of feedback. Easy read: short sentences, one idea each.

use super::text::texts;

texts! {
    /// The heading of the first page.
    pub TITLE = "Tell us what you think";
    /// What it is, a sentence each.
    pub LEAD = ["We want to make our service better.", "You can help us.", "You do not have to do this."];
    /// Above who can see it.
    pub WHO = "Who can see your answers";
    /// Who can see it, a sentence each.
    pub WHO_LIST = [
        "The people who run this service can see your answers.",
        "Your advocate cannot see your answers.",
        "We do not ask your name.",
        "Your answers do not change the help you get.",
    ];
    /// The field for a private code.
    pub CODE = "Did we give you a code?";
    /// What it does.
    pub CODE_HINT = "Write it here. It shows us which help your answers are about. You can also leave this empty.";
    /// Goes on.
    pub BEGIN = "Start";
    /// Goes to the next question.
    pub NEXT = "Next";
    /// What to do when an answer could not be kept.
    pub UNSAVED_LEAD = "Your answer is still on this page. Wait a minute. Then press “Next” again.";
    /// Goes back one.
    pub BACK = "Back";
    /// The heading of the last page.
    pub THANKS = "Thank you";
    /// The last page, a sentence each.
    pub THANKS_LIST = ["We have your answers.", "We read all of them.", "You can close this page now."];
    /// The place of a question among all.
    pub place(number: usize, of: usize) = "Question {number} of {of}";
    /// When a private code opens nothing.
    pub CODE_WRONG = "This code does not work. Look at it again, or leave it empty.";
}

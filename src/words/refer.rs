//! The words of the pages on which a referral is written, read through and sent.

use crate::form::Voice;

/// The heading of the list of sections.
#[must_use]
pub const fn tasks_title(voice: Voice) -> &'static str {
    match voice {
        Voice::Professional => "Your referral",
        Voice::Myself => "Asking for an advocate",
        Voice::Someone => "Asking for an advocate for someone",
    }
}

/// Below that heading.
pub const TASKS_LEAD: &str = "Take the parts in any order. Leave out what you do not know: we will ask. \
    Only a few answers are needed to send.";
/// How long a draft is kept; a date follows.
pub const KEPT_UNTIL: &str = "What you write is kept, locked, until";
/// Leads to every question on one page.
pub const EVERYTHING_LINK: &str = "See all the questions on one page";
/// Leads to keeping the draft.
pub const SAVE_LINK: &str = "Stop here and come back later";
/// Leads to reading it through.
pub const CHECK_LINK: &str = "Read it through and send";
/// Leads to the list of sections.
pub const TASKS_LINK: &str = "Back to all the parts";
/// Leads back to the start, from the first page of a door.
pub const START_LINK: &str = "Back to the start";

/// How far a section has come: nothing yet.
pub const STATE_UNTOUCHED: &str = "Not started";
/// Some answers.
pub const STATE_BEGUN: &str = "Begun";
/// All that is asked.
pub const STATE_DONE: &str = "Done";
/// An answer is needed before sending.
pub const STATE_NEEDED: &str = "Needed to send";

/// Keeps a section and goes on.
pub const GO_ON: &str = "Save and go on";
/// Keeps a section and returns to reading it through.
pub const GO_ON_CHECK: &str = "Save and go back to your answers";
/// Above questions that earlier answers have brought.
pub const MORE_TITLE: &str = "Your answers have brought a few more questions";
/// Below it.
pub const MORE_LEAD: &str = "Your answers so far are saved. The new questions are below.";

/// The place of a section among all.
#[must_use]
pub fn part(number: usize, of: usize) -> String {
    format!("Part {number} of {of}")
}

/// Leads back to the list of issues.
pub const ISSUES_LINK: &str = "Back to the list";
/// Where nothing has been added to the list of issues.
pub const ISSUES_NONE: &str = "Nothing added yet.";
/// An issue nobody has named a kind for.
pub const ISSUE_UNNAMED: &str = "Not said yet";
/// How much is still missing about an issue.
#[must_use]
pub fn issue_missing(count: usize) -> String {
    match count {
        0 => "We have all we need about this.".to_owned(),
        1 => "1 thing left out. We may ask you about it.".to_owned(),
        count => format!("{count} things left out. We may ask you about them."),
    }
}
/// Changes something.
pub const CHANGE: &str = "Change";
/// Ends the list of issues.
pub const ISSUES_DONE: &str = "That is all: go on";

/// Leads from the kind of an issue that was chosen back to the list of kinds.
pub const CHOOSE_OTHER: &str = "Choose something else";

/// The heading of an issue's page.
#[must_use]
pub fn issue_title(item: &str, number: usize) -> String {
    super::field::item(item, number)
}

/// The heading of the page with every question.
pub const EVERYTHING_TITLE: &str = "All the questions on one page";
/// Where only some of its parts are shown again.
pub const EVERYTHING_KEPT: &str = "These parts need another look. All the others are saved.";
/// Names the list of sections on that page.
pub const CONTENTS: &str = "On this page";
/// Keeps that page and reads it through.
pub const EVERYTHING_GO_ON: &str = "Save and read it through";

/// The heading of the page where it is read through.
pub const CHECK_TITLE: &str = "Read it through";
/// Below that heading.
pub const CHECK_LEAD: &str = "This is what we will get. To change an answer, press its question.";
/// Above the questions nobody answered.
pub const LEFT_OUT: &str = "Left out. You can answer these, or leave them:";
/// Before words that could not be understood.
pub const AS_WRITTEN: &str = "As you wrote it:";
/// Above the answers without which it cannot be sent.
pub const NEEDED_TITLE: &str = "Before you can send this";
/// Below it.
pub const NEEDED_LEAD: &str = "We need these answers first:";
/// Above what is still missing.
pub const GAPS_TITLE: &str = "You can send this now";
/// Below it.
pub const GAPS_LEAD: &str = "These would help us. If you do not know, we will ask you or find out:";
/// Above words for questions that no longer apply.
pub const ASIDE_TITLE: &str = "You also wrote this";
/// Below it.
pub const ASIDE_LEAD: &str = "You wrote these words for questions that your other answers have closed.";
/// The question about those words.
pub const ASIDE_ASK: &str = "Shall we have these words as well?";
/// Yes to it.
pub const ASIDE_KEEP: &str = "Yes, send them too";
/// No to it.
pub const ASIDE_DROP: &str = "No, leave them out";
/// Above the button that sends.
pub const SEND_TITLE: &str = "Send it";
/// What sending means.
pub const SEND_LEAD: &str = "When you send this, our team can read it. You will see a receipt with a number to quote.";

/// The button that sends.
#[must_use]
pub const fn send(voice: Voice) -> &'static str {
    match voice {
        Voice::Professional => "Send this referral",
        Voice::Myself | Voice::Someone => "Send this to the team",
    }
}

/// The heading of the page that keeps a draft.
pub const SAVE_TITLE: &str = "Stop here and come back later";
/// Below it.
pub const SAVE_LEAD: &str = "Choose a word. We give you a code. The code and your word together bring back what you \
    wrote, on any phone or computer.";
/// The field for the word.
pub const SAVE_WORD: &str = "A word only you would think of";
/// What a good word is.
pub const SAVE_WORD_HINT: &str = "Not your name or birthday: someone close to you could guess those. \
    At least 4 letters. Capital letters make no difference.";
/// The button.
pub const SAVE_BUTTON: &str = "Get my code";
/// The heading once it is kept.
pub const SAVED_TITLE: &str = "Kept for you";
/// Before the code.
pub const SAVED_CODE: &str = "Your code";
/// What to do with it.
pub const SAVED_DO: &str = "Write the code down, or take a picture of it. If it is not safe to keep it, \
    tell it to someone you trust. We do not send it by e-mail.";
/// What else is needed; the word is not shown.
pub const SAVED_WORD: &str = "You also need the word you chose. We do not show it here.";
/// Before the day a draft is destroyed.
pub const SAVED_UNTIL: &str = "We destroy what you wrote, if you do not send it, on";
/// Leads to where the code is used.
pub const SAVED_WHERE: &str = "To come back, choose “Come back to one you saved” on the start page.";

/// The heading of the page that brings a draft back.
pub const RETURN_TITLE: &str = "Come back to one you saved";
/// The field for the code.
pub const RETURN_CODE: &str = "Your code";
/// How it is written.
pub const RETURN_CODE_HINT: &str = "Gaps, dashes and capital letters make no difference.";
/// The field for the word.
pub const RETURN_WORD: &str = "The word you chose";
/// The button.
pub const RETURN_BUTTON: &str = "Bring it back";
/// What to do without them.
pub const RETURN_LOST: &str = "If you have lost the code or the word, nobody can bring it back, and nor can we. \
    You can start again, or ask us by phone.";

/// When nothing was chosen about words that no longer belong to a question.
pub const ASIDE_CHOOSE: &str = "Choose whether we shall have the other words you wrote as well.";
/// When the word for coming back is too short or too long.
pub const SAVE_WORD_LENGTH: &str = "Choose a word with at least 4 letters.";
/// When the code and the word do not open anything.
pub const RETURN_WRONG: &str = "That code and word do not open anything. Look at both again. \
    After 5 wrong tries we wait for 10 minutes.";

/// The page of a door, where a form is open in this browser already.
pub const OPEN_TITLE: &str = "A form is open in this browser";
/// What that means.
pub const OPEN_LEAD: &str = "Someone began to ask for an advocate here and has not sent it. Is it yours?";
/// Goes on with it.
pub const OPEN_GO_ON: &str = "Yes, go on with it";
/// Begins another.
pub const OPEN_NEW: &str = "No, start a new one";
/// What becomes of the one that was begun.
pub const OPEN_OLD: &str =
    "Starting a new one closes the one that is open. It can come back only with its code and word.";
/// Above the parts of a form that had to be begun anew.
pub const ANEW_TITLE: &str = "This is a new form";
/// Why, and what to do.
pub const ANEW_LEAD: &str = "The form you had open before has closed. We saved your last page in a new one. Your earlier \
    answers are not in it. If you have a return code, it brings the earlier form back.";
/// Above a page of a form that has ended, while another is open.
pub const ANOTHER_TITLE: &str = "We did not save this page";
/// Why, and what to do.
pub const ANOTHER_LEAD: &str = "This page belongs to a form that has closed. Another form is open in this browser now, \
    perhaps someone else’s, so we did not mix the two. Your words are still below. You can copy them.";
/// Above a page whose answers could not be kept.
pub const UNSAVED_TITLE: &str = "We could not save this yet";
/// What to do then.
pub const UNSAVED_LEAD: &str = "Everything you wrote is still on this page. Wait a minute, then press save again. \
    If you cannot wait, phone us.";

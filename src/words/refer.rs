//! The words of the pages on which a referral is written, read through and sent.

use super::Lang;
use super::text::texts;
use crate::form::Voice;

texts! {
    /// Below the heading of the list of sections.
    pub TASKS_LEAD = "Take the parts in any order. Leave out what you do not know: we will ask. \
        Only a few answers are needed to send.";
    /// How long a draft is kept.
    pub kept_until(day: &str) = "We keep what you write until {day}. If you close this browser, you need a return code to come back.";
    /// Leads to every question on one page.
    pub EVERYTHING_LINK = "See all the questions on one page";
    /// Leads to keeping the draft.
    pub SAVE_LINK = "Stop here and come back later";
    /// Leads to reading it through.
    pub CHECK_LINK = "Check your answers and send";
    /// Leads to the list of sections.
    pub TASKS_LINK = "Back to all the parts";
    /// Leads back to the start, from the first page of a door.
    pub START_LINK = "Back to the start";
    /// How far a section has come: nothing yet.
    pub STATE_UNTOUCHED = "Not started";
    /// Some answers.
    pub STATE_BEGUN = "Started";
    /// All that is asked.
    pub STATE_DONE = "Done";
    /// An answer is needed before sending.
    pub STATE_NEEDED = "Needed to send";
    /// Keeps a section and goes on.
    pub GO_ON = "Save and go on";
    /// Keeps a section and returns to reading it through.
    pub GO_ON_CHECK = "Save and go back to your answers";
    /// Above questions that earlier answers have brought.
    pub MORE_TITLE = "There are a few more questions";
    /// Below it.
    pub MORE_LEAD = "Your answers so far are saved. The new questions are below.";
    /// The place of a section among all.
    pub part(number: usize, of: usize) = "Part {number} of {of}";
    /// A section and its place, for the title of its page: what a window, a tab and a history show.
    pub part_title(title: &str, number: usize, of: usize) = "{title} (part {number} of {of})";
    /// Leads back to the list of issues.
    pub ISSUES_LINK = "Back to the list";
    /// Where nothing has been added to the list of issues.
    pub ISSUES_NONE = "Nothing added yet.";
    /// An issue nobody has named a kind for.
    pub ISSUE_UNNAMED = "Not said yet";
    /// Changes something.
    pub CHANGE = "Change";
    /// Ends the list of issues.
    pub ISSUES_DONE = "That is all: go on";
    /// Leads from the kind of an issue that was chosen back to the list of kinds.
    pub CHOOSE_OTHER = "Choose something else";
    /// The heading of the page with every question.
    pub EVERYTHING_TITLE = "All the questions on one page";
    /// Where only some of its parts are shown again.
    pub EVERYTHING_KEPT = "These answers need another look. All the others are saved.";
    /// Names the list of sections on that page.
    pub CONTENTS = "On this page";
    /// Keeps that page and reads it through.
    pub EVERYTHING_GO_ON = "Save and check your answers";
    /// The heading of the page where it is read through.
    pub CHECK_TITLE = "Check your answers";
    /// Below that heading.
    pub CHECK_LEAD = "This is what we will get. To change an answer, press its question.";
    /// Where the longest parts are only named.
    pub CHECK_LONG = "You have told us a lot. To keep this page short, we only name the longest parts here. \
        Press one to read it or change it. We will get all of it.";
    /// Leads to a part that is only named.
    pub read_part(name: &str) = "Read or change “{name}”";
    /// Above the questions nobody answered.
    pub LEFT_OUT = "Left out. You can answer these, or leave them:";
    /// In a part of which nothing is answered, and all of it stands in the list of what is still needed.
    pub NOTHING_YET = "Nothing yet. The questions are in the list at the top.";
    /// Before words that could not be understood.
    pub AS_WRITTEN = "As you wrote it:";
    /// Above the answers without which it cannot be sent.
    pub NEEDED_TITLE = "Before you can send this";
    /// Below it.
    pub NEEDED_LEAD = "We need these answers first:";
    /// Above what is still missing.
    pub GAPS_TITLE = "You can send this now";
    /// Below it.
    pub GAPS_LEAD = "These would help us. If you do not know, we will ask you or find out:";
    /// Above words for questions that no longer apply.
    pub ASIDE_TITLE = "You also wrote this";
    /// Below it.
    pub ASIDE_LEAD = "You wrote this, and then changed another answer.";
    /// The question about those words.
    pub ASIDE_ASK = "Do you want to send us this too?";
    /// Yes to it.
    pub ASIDE_KEEP = "Yes, send this too";
    /// No to it.
    pub ASIDE_DROP = "No, leave it out";
    /// Above the button that sends.
    pub SEND_TITLE = "Send it";
    /// What sending means.
    pub SEND_LEAD = "When you send this, our team can read it. You will see a receipt with a reference to tell us.";
    ANSWERS_ONE = "1 answer";
    answers_some(count: usize) = "{count} answers";
    DECLARE = "When you send it, you say that it is true as far as you know.";
    DECLARE_AT_WORK =
        "By sending it, you declare that it is true as far as you know, and that you may share it with us.";
    /// Leads to the privacy notice.
    pub DATA_NOTICE = "Read what happens to what you tell us";
    /// The heading of the page that keeps a draft.
    pub SAVE_TITLE = "Stop here and come back later";
    /// Below it.
    pub SAVE_LEAD = "Choose a word. We give you a code. The code and your word together bring back what you \
        wrote, on any phone or computer.";
    /// The field for the word.
    pub SAVE_WORD = "A word only you would think of";
    /// What a good word is.
    pub SAVE_WORD_HINT = "Not your name or birthday: someone close to you could guess those. \
        At least 4 letters. Capital letters make no difference.";
    /// The button.
    pub SAVE_BUTTON = "Get my return code";
    /// The heading once it is kept.
    pub SAVED_TITLE = "Saved";
    /// Before the code.
    pub SAVED_CODE = "Your return code";
    /// What to do with it.
    pub SAVED_DO = "Write the code down, or take a picture of it. If it is not safe to keep it, \
        tell it to someone you trust. We do not send it by e-mail.";
    /// What else is needed; the word is not shown.
    pub SAVED_WORD = "You also need the word you chose. We do not show it here.";
    /// The day a draft is destroyed.
    pub saved_until(day: &str) = "If you do not send it, we delete it on {day}.";
    /// Leads to where the code is used.
    pub SAVED_WHERE = "To come back, press “Open a form you saved” at the top of any page.";
    /// The heading of the page that brings a draft back.
    pub RETURN_TITLE = "Open a form you saved";
    /// The field for the code.
    pub RETURN_CODE = "Your return code";
    /// How it is written.
    pub RETURN_CODE_HINT = "Gaps, dashes and capital letters make no difference.";
    /// The field for the word.
    pub RETURN_WORD = "The word you chose";
    /// The button.
    pub RETURN_BUTTON = "Open it";
    /// Where a form is open in this browser.
    pub RETURN_OPEN = "A form is open in this browser now. If you open a saved one, it takes the place of the open one.";
    /// The link that keeps the open one.
    pub RETURN_OPEN_SAVE = "Get a return code for the open form first";
    /// What to do without them.
    pub RETURN_LOST = "If you have lost the code or the word, we cannot bring it back. \
        You can start again.";
    /// When nothing was chosen about words that no longer belong to a question.
    pub ASIDE_CHOOSE = "Choose whether to send us this too.";
    /// When the word for coming back is too short.
    pub SAVE_WORD_SHORT = "Choose a word with at least 4 letters or numbers.";
    /// When it is too long.
    pub SAVE_WORD_LONG = "That is very long. Choose one word, or a few.";
    /// When the code and the word do not open anything.
    pub RETURN_WRONG = "That code and word do not open anything. Look at both again. \
        After 5 wrong tries, you have to wait 10 minutes.";
    /// The page of a door, where a form is open in this browser already.
    pub OPEN_TITLE = "A form is open in this browser";
    /// What that means.
    pub OPEN_LEAD = "A form was started here and not sent. Is it yours?";
    /// Goes on with it.
    pub OPEN_GO_ON = "Yes, go on with it";
    /// Begins another.
    pub OPEN_NEW = "No, start a new one";
    /// What becomes of the one that was begun.
    pub OPEN_OLD = "Starting a new one closes the one that is open. It can come back only with its code and word.";
    /// Above the parts of a form that had to be begun anew.
    pub ANEW_TITLE = "This is a new form";
    /// Why, and what to do.
    pub ANEW_LEAD = "The form you had open before has closed. We saved your last page in a new one. Your earlier \
        answers are not in it. If you have a return code, it brings the earlier form back.";
    /// Above a page of a form that has ended, while another is open.
    pub ANOTHER_TITLE = "We did not save this page";
    /// Why, and what to do.
    pub ANOTHER_LEAD = "This page belongs to a form that has closed. Another form is open in this browser now, \
        perhaps someone else’s, so we did not mix the two. Your words are still below. You can copy them.";
    /// Above a page of a form that was sent from this browser before the page was saved.
    pub SENT_TITLE = "You have sent this form already";
    /// What became of the page, and what to do.
    pub SENT_LEAD = "What you wrote on this page is not in what you sent. Your words are still below. If you press save, \
        they begin a new form, and the receipt is no longer shown here: keep its number and code first.";
    /// Above a page that holds more than a form may.
    pub TOO_MUCH_LEAD = "It is more than one form can hold. Everything you wrote is still on this page. Make the longest \
        answer shorter, then press save again. You can tell us the rest later.";
    /// Above a page whose answers could not be kept.
    pub UNSAVED_TITLE = "We could not save this yet";
    /// What to do then.
    pub UNSAVED_LEAD = "Everything you wrote is still on this page. Wait a minute, then press save again.";
    /// Why, and what to do, where more came at once than is taken: how long to wait as [`times::wait`](super::times::wait)
    /// says it, and what the button of the page says.
    pub busy_lead(wait: &str, press: &str) = "More people are using this website just now than we can take at once. \
        Everything you wrote is still on this page. Please wait {wait}, then press “{press}” again.";

    TASKS_PROFESSIONAL = "Your referral";
    TASKS_MYSELF = "Asking for an advocate";
    TASKS_SOMEONE = "Asking for an advocate for someone";

    MISSING_NONE = "We have all we need about this.";
    MISSING_ONE = "1 thing left out. We may ask you about it.";
    missing_some(count: usize) = "{count} things left out. We may ask you about them.";

    SEND_PROFESSIONAL = "Send this referral";
    SEND = "Send this to the team";
}

/// The heading of the list of sections.
#[must_use]
pub const fn tasks_title(lang: Lang, voice: Voice) -> &'static str {
    lang.say(match voice {
        Voice::Professional => TASKS_PROFESSIONAL,
        Voice::Myself => TASKS_MYSELF,
        Voice::Someone => TASKS_SOMEONE,
    })
}

/// How much is still missing about an issue.
#[must_use]
pub fn issue_missing(lang: Lang, count: usize) -> String {
    match count {
        0 => lang.say(MISSING_NONE).to_owned(),
        1 => lang.say(MISSING_ONE).to_owned(),
        count => missing_some(lang, count),
    }
}

/// How many answers a part has.
#[must_use]
pub fn answers(lang: Lang, count: usize) -> String {
    if count == 1 { lang.say(ANSWERS_ONE).to_owned() } else { answers_some(lang, count) }
}

/// The heading of an issue's page.
#[must_use]
pub fn issue_title(lang: Lang, item: &str, number: usize) -> String {
    super::field::item(lang, item, number)
}

/// The button that sends.
#[must_use]
pub const fn send(lang: Lang, voice: Voice) -> &'static str {
    lang.say(match voice {
        Voice::Professional => SEND_PROFESSIONAL,
        Voice::Myself | Voice::Someone => SEND,
    })
}

/// What whoever sends it declares by that: no signature is needed online.
#[must_use]
pub const fn declare(lang: Lang, voice: Voice) -> &'static str {
    lang.say(match voice {
        Voice::Professional => DECLARE_AT_WORK,
        Voice::Myself | Voice::Someone => DECLARE,
    })
}

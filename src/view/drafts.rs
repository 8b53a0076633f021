//! Keeping a draft, and coming back to it with the code and the word.

use maud::{Markup, html};

use super::form::{Token, post};
use super::layout::{Frame, Site};
use super::plain::Plain;
use super::problems::{Told, summary_of_secrets};
use crate::form::Voice;
use crate::web::paths::Path;
use crate::words::refer as words;

/// The name of the field for the word.
pub const WORD: &str = "word";
/// The name of the field for the return code.
pub const CODE: &str = "code";

/// Asks for a word. The word is never shown again, not even beside a problem with it.
#[must_use]
pub fn save(site: &Site, problems: &[Told], token: Token<'_>) -> Markup {
    Frame::public(site, words::SAVE_TITLE).with_problems(!problems.is_empty()).around(&html! {
        (summary_of_secrets(problems))
        p class="back" { a href=(Path::Tasks) { (words::TASKS_LINK) } }
        h1 { (words::SAVE_TITLE) }
        p class="lead" { (words::SAVE_LEAD) }
        (post(Path::Save, token, &html! {
            (Plain { hint: words::SAVE_WORD_HINT, ..Plain::new(WORD, words::SAVE_WORD, problems) }.show())
            button type="submit" class="button" { (words::SAVE_BUTTON) }
        }))
    })
}

/// Shows the return code, and the day on which the draft is destroyed, in words.
#[must_use]
pub fn saved(site: &Site, code: &str, until: &str) -> Markup {
    Frame::public(site, words::SAVED_TITLE).around(&html! {
        h1 { (words::SAVED_TITLE) }
        p { (words::SAVED_CODE) br; strong class="code" { (code) } }
        p { (words::SAVED_DO) }
        p { (words::SAVED_WORD) }
        p { (words::SAVED_WHERE) }
        p { (words::SAVED_UNTIL) " " strong { (until) } "." }
        p class="back" { a href=(Path::Tasks) { (words::TASKS_LINK) } }
    })
}

/// Asks what to do with a form that is open in this browser: it may be somebody else's, and is not shown.
#[must_use]
pub fn open_already(site: &Site, voice: Voice, token: Token<'_>) -> Markup {
    Frame::public(site, words::OPEN_TITLE).around(&html! {
        h1 { (words::OPEN_TITLE) }
        p class="lead" { (words::OPEN_LEAD) }
        p { a class="button" href=(Path::Tasks) { (words::OPEN_GO_ON) } }
        (post(Path::Refer(voice), token, &html! {
            button type="submit" class="second" { (words::OPEN_NEW) }
        }))
        p { (words::OPEN_OLD) }
    })
}

/// Asks for the code and the word; a code that was typed stands there still, the word does not. Which of the two was wrong is never said.
#[must_use]
pub fn come_back(site: &Site, code: &str, problems: &[Told], token: Token<'_>) -> Markup {
    Frame::public(site, words::RETURN_TITLE).with_problems(!problems.is_empty()).around(&html! {
        (summary_of_secrets(problems))
        h1 { (words::RETURN_TITLE) }
        (post(Path::Return, token, &html! {
            (Plain { hint: words::RETURN_CODE_HINT, value: code, ..Plain::new(CODE, words::RETURN_CODE, problems) }.show())
            (Plain::new(WORD, words::RETURN_WORD, problems).show())
            button type="submit" class="button" { (words::RETURN_BUTTON) }
        }))
        p { (words::RETURN_LOST) }
    })
}

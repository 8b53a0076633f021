//! Keeping a draft, and coming back to it with the code and the word.

use maud::{Markup, html};

use super::form::{Token, post};
use super::layout::{Frame, Site};
use super::plain::Plain;
use super::problems::{Told, summary_of_secrets};
use crate::form::Voice;
use crate::web::paths::Path;
use crate::words::reach::Why;
use crate::words::refer as words;

/// The name of the field for the word.
pub const WORD: &str = "word";
/// The name of the field for the return code.
pub const CODE: &str = "code";

/// Asks for a word. The word is never shown again, not even beside a problem with it.
#[must_use]
pub fn save(site: &Site, problems: &[Told], token: Token<'_>) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::SAVE_TITLE)).with_problems(!problems.is_empty()).around(&html! {
        (summary_of_secrets(site.lang, problems))
        p class="back" { a href=(Path::Tasks) { (say(words::TASKS_LINK)) } }
        h1 { (say(words::SAVE_TITLE)) }
        p class="lead" { (say(words::SAVE_LEAD)) }
        (post(Path::Save, token, &html! {
            (Plain { hint: say(words::SAVE_WORD_HINT), ..Plain::new(site.lang, WORD, say(words::SAVE_WORD), problems) }.show())
            button type="submit" class="button" { (say(words::SAVE_BUTTON)) }
        }))
    })
}

/// Shows the return code, and the day on which the draft is destroyed, in words.
#[must_use]
pub fn saved(site: &Site, code: &str, until: &str) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::SAVED_TITLE)).around(&html! {
        h1 { (say(words::SAVED_TITLE)) }
        p { (say(words::SAVED_CODE)) br; strong class="code" { (code) } }
        p { (say(words::SAVED_DO)) }
        p { (say(words::SAVED_WORD)) }
        p { (say(words::SAVED_WHERE)) }
        p { (marked(&words::saved_until(site.lang, until), until)) }
        p class="back" { a href=(Path::Tasks) { (say(words::TASKS_LINK)) } }
    })
}

/// A sentence with one part of it in bold, wherever the language puts it.
fn marked(sentence: &str, part: &str) -> Markup {
    html! {
        @match sentence.split_once(part) {
            Some((before, after)) => { (before) strong { (part) } (after) },
            None => (sentence),
        }
    }
}

/// Asks what to do with a form that is open in this browser: it may be somebody else's, and is not shown.
#[must_use]
pub fn open_already(site: &Site, voice: Voice, token: Token<'_>) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::OPEN_TITLE)).around(&html! {
        h1 { (say(words::OPEN_TITLE)) }
        p class="lead" { (say(words::OPEN_LEAD)) }
        p { a class="button" href=(Path::Tasks) { (say(words::OPEN_GO_ON)) } }
        (post(Path::Refer(voice), token, &html! {
            button type="submit" class="second" { (say(words::OPEN_NEW)) }
        }))
        p { (say(words::OPEN_OLD)) }
    })
}

/// Asks for the code and the word; a code that was typed stands there still, the word does not. Which of the two was
/// wrong is never said. That a form is open in this browser is said first: it makes way for the one that comes back.
#[must_use]
pub fn come_back(site: &Site, code: &str, problems: &[Told], (token, is_open): (Token<'_>, bool)) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::RETURN_TITLE)).with_problems(!problems.is_empty()).around(&html! {
        (summary_of_secrets(site.lang, problems))
        h1 { (say(words::RETURN_TITLE)) }
        @if is_open {
            div class="told" {
                p { (say(words::RETURN_OPEN)) }
                p { a href=(Path::Save) { (say(words::RETURN_OPEN_SAVE)) } }
            }
        }
        (post(Path::Return, token, &html! {
            (Plain { hint: say(words::RETURN_CODE_HINT), value: code, ..Plain::new(site.lang, CODE, say(words::RETURN_CODE), problems) }.show())
            (Plain::new(site.lang, WORD, say(words::RETURN_WORD), problems).show())
            div class="buttons" { button type="submit" class="button" { (say(words::RETURN_BUTTON)) } }
        }))
        p {
            (say(words::RETURN_LOST))
            @if let Some(ask) = site.reach().say(site.lang, Why::Also) { " " (ask) }
        }
    })
}

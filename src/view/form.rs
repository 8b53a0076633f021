//! What stands in every form: the token, the buttons, hidden fields. Knows no question.

use maud::{Markup, html};

use crate::web::paths::Path;
use crate::words::{Lang, refer as words};

/// Proves that a form was made for this browser. Empty where no session exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a>(pub &'a str);

/// The name of the field that holds the token.
pub const TOKEN: &str = "token";
/// The name of the buttons of a form of questions.
pub const ACTION: &str = "action";

/// The name of the hidden field that says where a page of questions leads.
pub const THEN: &str = "then";

/// The name of the hidden field that says whose words the page used, for when the draft behind it is gone.
pub const VOICE: &str = "voice";

/// The name of the choice about words for questions that no longer apply: `keep` or `drop`.
pub const SET_ASIDE: &str = "set-aside";

/// What a button of a form of questions asks for.
pub mod action {
    /// Keep what was typed and go on.
    pub const SAVE: &str = "save";
    /// Keep what was typed and get a code, to come back with later.
    pub const STOP: &str = "stop";
    /// Begins the value of a button that shows a long list again, from which an answer was chosen; its path follows.
    pub const CHOOSE: &str = "choose:";
    /// Begins the value of a button that adds an item; the repeat's path follows.
    pub const ADD: &str = "add:";
    /// Begins the value of a button that takes an item away; the item's path follows.
    pub const REMOVE: &str = "remove:";
}

/// The hidden field that carries the token.
pub(super) fn hidden_token(token: Token<'_>) -> Markup {
    html! { input type="hidden" name=(TOKEN) value=(token.0); }
}

/// A form that posts. Browsers are told not to check it, because the server does so in words, and not to remember what
/// was typed, because others may use the same browser.
pub(super) fn post(to: Path<'_>, token: Token<'_>, inside: &Markup) -> Markup {
    html! {
        form method="post" action=(to) novalidate autocomplete="off" { (hidden_token(token)) (inside) }
    }
}

/// Keeps the page and leads to a code for coming back. It looks like a link and must not be one: that would lose the page.
pub(super) fn stop_here(lang: Lang) -> Markup {
    html! { button type="submit" class="plain" name=(ACTION) value=(action::STOP) { (lang.say(words::SAVE_LINK)) } }
}

/// The button that Enter presses: without it, Enter in a text field would press the first button of the page, which may
/// take an item away.
pub(super) fn enter_saves() -> Markup {
    html! { input type="submit" name=(ACTION) value=(action::SAVE) hidden; }
}

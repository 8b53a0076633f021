//! What a referrer meets who says that the person does not want this: danger first, then what can be told and done.

use maud::{Markup, html};

use super::emergency;
use super::form::{Token, post};
use super::layout::{Frame, Site};
use crate::form::{Key, Voice};
use crate::web::paths::Path;
use crate::words::said_no as words;

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct SaidNo<'a> {
    /// Whose words.
    pub voice: Voice,
    /// Whether someone is in danger now, or may be: the emergency words then come first.
    pub danger: bool,
    /// Where the form goes on.
    pub on: Path<'a>,
    /// For the form.
    pub token: Token<'a>,
}

/// What can be told to the person, and when it is right to go on.
#[must_use]
pub fn said_no(site: &Site, page: &SaidNo<'_>) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::TITLE)).around(&html! {
        h1 { (say(words::TITLE)) }
        @if page.danger { div class="danger" { (emergency::ways(site.lang)) } }
        p class="lead" { (say(words::LEAD)) }
        h2 { (say(words::TELL_TITLE)) }
        ul { @for sentence in site.lang.list(words::TELL) { li { (sentence) } } }
        h2 { (say(words::GO_ON_TITLE)) }
        ul { @for sentence in words::still_right(site.lang, page.voice) { li { (sentence) } } }
        p { (say(words::THEN)) }
        p class="buttons" {
            a class="button" href=(page.on) { (say(words::GO_ON)) } " "
            a class="second" href=(Path::Change("consent", Key::Consent.slug())) { (say(words::CHANGE)) }
        }
        (post(Path::SaidNo, page.token, &html! { button type="submit" class="quiet" { (say(words::STOP)) } }))
        @if !page.danger { (emergency::short(site.lang)) }
    })
}

/// Nothing was sent, and nothing is kept.
#[must_use]
pub fn stopped(site: &Site) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::STOPPED_TITLE)).around(&html! {
        h1 { (say(words::STOPPED_TITLE)) }
        p class="lead" { (say(words::STOPPED)) }
        h2 { (say(words::TELL_TITLE)) }
        ul { @for sentence in site.lang.list(words::TELL) { li { (sentence) } } }
        p { a class="button" href=(Path::Start) { (say(words::TO_START)) } }
        (emergency::short(site.lang))
    })
}

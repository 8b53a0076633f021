//! The start page: what an advocate is, three doors, who reads this.

use maud::{Markup, html};

use super::emergency;
use super::layout::{Frame, Site, pause};
use crate::form::Voice;
use crate::web::paths::Path;
use crate::words::start as words;

/// What the start page shows that is the service's own.
#[derive(Debug, Clone, Copy)]
pub struct Start<'a> {
    /// The areas the service covers, in words, if settings name them.
    pub covers: Option<&'a str>,
    /// Who reads what is sent; our own sentence where settings have none.
    pub readers: Option<&'a str>,
    /// Opening hours in words: when it is read.
    pub hours: Option<&'a str>,
}

/// The start page.
#[must_use]
pub fn start(site: &Site, page: &Start<'_>) -> Markup {
    let lang = site.lang;
    let say = lang.teller();
    Frame::public(site, say(words::TITLE)).wide().around(&html! {
        div class="hero" {
            h1 { (say(words::TITLE)) }
            p class="lead" { strong { (say(words::PROMISE)) } }
            p { (say(words::LEAD)) }
            @if let Some(covers) = page.covers { p { (covers) } }
        }
        (emergency::short(lang))
        h2 id="doors" { (say(words::DOORS)) }
        ul class="doors" {
            @for voice in Voice::ALL {
                @let (door, help) = words::door(lang, voice);
                li { a href=(Path::Refer(voice)) { strong { (door) (pause()) } span { (help) } } }
            }
        }
        div class="pair" {
            section aria-labelledby="takes" {
                h2 id="takes" { (say(words::TAKES)) }
                ul {
                    @for sentence in lang.list(words::TAKES_LIST) { li { (sentence) } }
                    li { (site.reach().help_to_write(lang)) }
                }
            }
            div {
                h2 { (say(words::WHO)) }
                p { (page.readers.unwrap_or(say(words::WHO_DEFAULT))) }
                @if let Some(hours) = page.hours { p { (words::read_when(lang, hours)) } }
                h2 { (say(words::LEAVING)) }
                p { (say(words::LEAVING_WORDS)) }
            }
        }
    })
}

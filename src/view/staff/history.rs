//! What has happened to a referral, the newest first, so many lines a page.

use maud::{Markup, html};

use super::referral::Event;
use crate::view::layout::{Frame, Signed, Site};
use crate::web::paths::Path;
use crate::words::{Lang, client_feedback, rights, staff as words, written};

/// How many lines a page has.
pub const A_PAGE: usize = 80;

/// One page of it: these lines, after so many newer ones.
#[must_use]
pub fn history(
    site: &Site,
    who: Signed<'_>,
    (reference, notes): (&str, &[String]),
    (events, newer, more): (&[Event<'_>], usize, bool),
) -> Markup {
    let lang = site.lang;
    let title = written::history_title(lang, reference);
    Frame::public(site, &title).wide().for_staff(who).around(&html! {
        p class="back" { a href=(Path::Referral(reference)) { (lang.say(rights::BACK)) } }
        h1 { (title) }
        (super::referral::notes(notes))
        div class="card" { (table(lang, events)) }
        @if more {
            p class="buttons" {
                a class="second" href=(Path::History(reference, newer + A_PAGE)) { (lang.say(client_feedback::OLDER)) }
            }
        }
    })
}

/// The lines. Two columns, or a card for each row on a telephone.
pub(super) fn table(lang: Lang, events: &[Event<'_>]) -> Markup {
    let say = lang.teller();
    html! {
        table class="pairs past cards" {
            caption class="hidden" { (say(words::EVENTS)) }
            thead { tr { th scope="col" { (say(words::WHEN)) } th scope="col" { (say(words::WHAT)) } } }
            tbody { @for event in events {
                tr { td { (event.at) ". " small { (event.who) } } td { (event.what) } }
            } }
        }
    }
}

//! Pages that stand for another: the one after leaving, the one when something went wrong, and pages of plain words.

use maud::{Markup, html};

use super::emergency;
use super::form::{SET_ASIDE, Token, post};
use super::layout::{Frame, Site, bare};
use crate::web::paths::Path;
use crate::words::document::{Document, Part};
use crate::words::errors::{self, Sorry};
use crate::words::notices as words;

/// The page after leaving: says nothing of what was left.
#[must_use]
pub fn left(site: &Site) -> Markup {
    let say = site.lang.teller();
    bare(site, say(words::LEFT_TITLE), &html! { h1 { (say(words::LEFT_TITLE)) } p { (say(words::LEFT_WORDS)) } })
}

/// What stands in place of a page.
#[derive(Debug, Clone, Copy)]
pub struct Trouble<'a> {
    /// What happened and what to do.
    pub sorry: &'a Sorry,
    /// When to try again, where that is known: said first, with the emergency words beside it.
    pub again: Option<&'a str>,
    /// Whether it stood between a person and sending.
    pub sending: bool,
    /// A button that sends once more, where it can: the token, and the choice about words set aside.
    pub send: Option<(Token<'a>, &'a str)>,
    /// What was written and could not be kept, to be copied.
    pub written: &'a str,
    /// Where to go on, with the words of each link.
    pub ways_on: &'a [(Path<'a>, &'a str)],
    /// Finds the request in the log.
    pub request: &'a str,
}

/// The page when something went wrong: with a way on, and how to reach people at its foot.
#[must_use]
pub fn trouble(site: &Site, page: &Trouble<'_>) -> Markup {
    let say = site.lang.teller();
    let sorry = page.sorry;
    Frame::public(site, say(sorry.title)).around(&html! {
        h1 { (say(sorry.title)) }
        p class="lead" { (say(sorry.happened)) }
        @if let Some(again) = page.again { p { strong { (again) } } }
        p {
            (say(sorry.act))
            @if let Some(ask) = sorry.ask.and_then(|why| site.reach().say(site.lang, why)) { " " (ask) }
        }
        @if !page.written.is_empty() {
            h2 { label for="written" { (say(errors::WRITTEN)) } }
            p { (say(errors::WRITTEN_LEAD)) }
            textarea id="written" readonly rows="8" { (page.written) }
        }
        @if page.sending { p { (say(errors::SEND_AGAIN)) } }
        @if let Some((token, set_aside)) = page.send {
            (post(Path::Send, token, &html! {
                input type="hidden" name=(SET_ASIDE) value=(set_aside);
                div class="buttons" { button type="submit" class="button" { (say(errors::SEND_BUTTON)) } }
            }))
        }
        p class="buttons" {
            @for (to, label) in page.ways_on { a class="second" href=(to) { (label) } " " }
        }
        @if page.again.is_some() { (emergency::short(site.lang)) }
        p class="small" { (say(words::REQUEST)) " " span class="number" { (page.request) } }
    })
}

/// A page of prose: the privacy notice, the accessibility statement.
#[must_use]
pub fn document(site: &Site, document: &Document) -> Markup {
    Frame::public(site, &document.title).around(&html! {
        h1 { (document.title) }
        (parts(&document.opening))
        nav class="contents" aria-label=(site.lang.say(words::CONTENTS)) {
            ul { @for passage in &document.passages { li { a href={ "#" (passage.anchor) } { (passage.heading) } } } }
        }
        @for passage in &document.passages {
            h2 id=(passage.anchor) { (passage.heading) }
            (parts(&passage.parts))
        }
    })
}

fn parts(parts: &[Part]) -> Markup {
    html! {
        @for part in parts {
            @match part {
                Part::Heading(words) => h3 { (words) },
                Part::Paragraph(words) => p { (words) },
                Part::List(items) => ul { @for item in items { li { (item) } } },
                Part::Table { caption, head, rows } => (table(caption, head, rows)),
                Part::Link { words, address } => p { a href=(address) rel="noopener" { (words) } },
            }
        }
    }
}

fn table(caption: &str, head: &[String; 2], rows: &[[String; 2]]) -> Markup {
    html! {
        table class="found" {
            caption { (caption) }
            thead { tr { @for name in head { th scope="col" { (name) } } } }
            tbody { @for [what, said] in rows { tr { th scope="row" { (what) } td { (said) } } } }
        }
    }
}

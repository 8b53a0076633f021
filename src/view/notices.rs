//! Pages that stand for another: the one after leaving, the one when something went wrong, and pages of plain words.

use maud::{Markup, html};

use super::layout::{Frame, Site, bare};
use crate::words::notices as words;

/// The page after leaving: says nothing of what was left.
#[must_use]
pub fn left(site: &Site) -> Markup {
    bare(site, words::LEFT_TITLE, &html! { h1 { (words::LEFT_TITLE) } p { (words::LEFT_WORDS) } })
}

/// Something that went wrong, with a way on.
#[derive(Debug, Clone, Copy)]
pub struct Trouble<'a> {
    /// What went wrong, as a heading.
    pub title: &'a str,
    /// What it means and what to do, a sentence each.
    pub sentences: &'a [&'a str],
    /// Where to go on, with the words of each link.
    pub ways_on: &'a [(String, &'a str)],
    /// Finds the request in the log.
    pub request: &'a str,
}

/// The page when something went wrong.
#[must_use]
pub fn trouble(site: &Site, page: &Trouble<'_>) -> Markup {
    Frame::public(site, page.title).around(&html! {
        h1 { (page.title) }
        @for sentence in page.sentences { p { (sentence) } }
        ul class="plain" { @for (to, label) in page.ways_on { li { a class="second" href=(to) { (label) } } } }
        p class="small" { (words::REQUEST) " " span class="number" { (page.request) } }
    })
}

/// A part of a page of plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Words(String),
    /// A list.
    List(Vec<String>),
    /// A list of terms and what they mean: who, how long, why.
    Terms(Vec<(String, String)>),
}

/// A page of plain words: the privacy notice, the accessibility statement.
#[must_use]
pub fn document(site: &Site, title: &str, parts: &[Part]) -> Markup {
    Frame::public(site, title).around(&html! {
        h1 { (title) }
        @for part in parts {
            @match part {
                Part::Heading(words) => h2 { (words) },
                Part::Words(words) => p { (words) },
                Part::List(all) => ul { @for one in all { li { (one) } } },
                Part::Terms(all) => dl class="terms" { @for (term, words) in all { div { dt { (term) } dd { (words) } } } },
            }
        }
    })
}

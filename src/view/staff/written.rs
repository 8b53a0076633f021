//! Everything that was written in a referral, as it was asked and answered: a page to read and to print. Each question
//! leads to putting its answer right, for those who may.

use maud::{Markup, html};

use super::referral::notes;
use crate::intake::record::{Record, Room, Row, Said};
use crate::view::layout::{Frame, Signed, Site};
use crate::view::parts::{Part, cards, fitting, parts};
use crate::view::record::{Showing, place, rows};
use crate::web::paths::Path;
use crate::words::{Lang, refer, rights, staff as words, written as pages};

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Who is signed in.
    pub who: Signed<'a>,
    /// The public reference.
    pub reference: &'a str,
    /// What does not open of it.
    pub notes: &'a [String],
    /// What was written.
    pub record: &'a Record,
    /// Whether this person may put an answer right.
    pub corrects: bool,
    /// Where something new can be written down, for those who may.
    pub rooms: &'a [Room],
    /// Whether every part stands on the page, however much that weighs: for paper.
    pub whole: bool,
}

/// The page.
#[must_use]
pub fn written(site: &Site, page: &Written<'_>) -> Markup {
    let lang = site.lang;
    let say = lang.teller();
    let title = pages::written_title(lang, page.reference);
    let also = also(lang, page.record);
    let parts = parts(lang, page.record);
    let drawn: Vec<_> = parts.iter().map(|part| answers(lang, page, part, 3)).collect();
    let drawn = if page.whole { drawn.into_iter().map(Some).collect() } else { fitting(drawn, also.0.len()) };
    let shown: Vec<_> = parts.iter().zip(drawn).collect();
    Frame::public(site, &title).wide().for_staff(page.who).around(&html! {
        p class="back" { a href=(Path::Referral(page.reference)) { (say(rights::BACK)) } }
        h1 { (title) }
        (notes(page.notes))
        (how_to_correct(lang, page))
        @if shown.iter().any(|(_, drawn)| drawn.is_none()) {
            p class="screen-only" {
                (say(pages::WRITTEN_LONG)) " "
                a href=(Path::Whole(page.reference)) { (say(pages::WRITTEN_WHOLE)) }
            }
        }
        (cards(page.record, &shown, &|part| named(lang, page, part), &|section| room(lang, page, &section.slug)))
        (also)
    })
}

/// The page of one part, where there is one of that name.
#[must_use]
pub fn part(site: &Site, page: &Written<'_>, slug: &str) -> Option<Markup> {
    let lang = site.lang;
    let all = parts(lang, page.record);
    let part = all.iter().find(|part| part.slug == slug)?;
    let title = pages::part_title(lang, &part.name, page.reference);
    Some(Frame::public(site, &title).wide().for_staff(page.who).around(&html! {
        p class="back" { a href=(Path::Answers(page.reference)) { (lang.say(pages::TO_WRITTEN)) } }
        h1 { (title) }
        (notes(page.notes))
        (how_to_correct(lang, page))
        div class="card" { (answers(lang, page, part, 2)) }
    }))
}

/// A long part by its name, which leads to the page where it stands alone.
fn named(lang: Lang, page: &Written<'_>, part: &Part<'_>) -> Markup {
    html! {
        p {
            a href=(Path::Part(page.reference, part.slug)) { (pages::read_part(lang, &part.name)) }
            " (" (refer::answers(lang, part.answered())) ")"
        }
    }
}

/// Leads to the first question of one more item of each list of a section.
fn room(lang: Lang, page: &Written<'_>, section: &str) -> Markup {
    let rooms: Vec<_> = page.rooms.iter().filter(|room| room.section == section).collect();
    html! {
        @if !rooms.is_empty() {
            ul class="screen-only" {
                @for room in rooms {
                    li { a href=(Path::Correct(page.reference, &room.row.path)) { (pages::add(lang, &place(lang, &room.row.within))) } }
                }
            }
        }
    }
}

fn how_to_correct(lang: Lang, page: &Written<'_>) -> Markup {
    html! {
        @if page.corrects {
            p class="screen-only" { (lang.say(rights::CHOOSE_ANSWER_LEAD)) " " (lang.say(rights::CORRECT_LEAD)) }
        }
    }
}

/// The answers of a part, its items under headings of that level.
fn answers(lang: Lang, page: &Written<'_>, part: &Part<'_>, level: u8) -> Markup {
    let linked = |row: &Row| {
        html! {
            a href=(Path::Correct(page.reference, &row.path)) {
                @if !row.within.is_empty() { span { (place(lang, &row.within)) ": " } }
                (row.asked)
            }
            (guarded(lang, row))
        }
    };
    let plain = |row: &Row| html! { (row.asked) (guarded(lang, row)) };
    let asked: &dyn Fn(&Row) -> Markup = if page.corrects { &linked } else { &plain };
    html! {
        (rows(part.rows, &Showing { lang, as_typed: words::AS_WRITTEN, level, asked }))
        @if page.corrects { (left_blank(lang, part, &linked)) }
    }
}

/// The questions that have no answer: what is told later has its place there, who must not know of this before all.
fn left_blank(lang: Lang, part: &Part<'_>, asked: &dyn Fn(&Row) -> Markup) -> Markup {
    let blank: Vec<_> = part.rows.iter().filter(|row| row.said == Said::Nothing && row.before.is_empty()).collect();
    html! {
        @if !blank.is_empty() {
            details class="screen-only" {
                summary { (pages::left_blank(lang, blank.len())) }
                ul { @for row in blank { li { (asked(row)) } } }
            }
        }
    }
}

/// What was written besides.
fn also(lang: Lang, record: &Record) -> Markup {
    html! {
        @if !record.also_written.is_empty() {
            section class="card" aria-labelledby="also" {
                h2 id="also" { (lang.say(words::ALSO_WRITTEN)) }
                (told(lang, &record.also_written, 3))
            }
        }
    }
}

/// Rows to be read only.
pub(super) fn told(lang: Lang, all: &[Row], level: u8) -> Markup {
    let asked = |row: &Row| html! { (row.asked) (guarded(lang, row)) };
    rows(all, &Showing { lang, as_typed: words::AS_WRITTEN, level, asked: &asked })
}

/// The mark of an answer that could endanger somebody.
fn guarded(lang: Lang, row: &Row) -> Markup {
    html! { @if row.guarded { " " span class="tag flag" { (lang.say(words::GUARDED)) } } }
}

//! The queue: a real table, filtered by a form that puts its choices into the address, paged by key.

use maud::{Markup, html};

use super::{BandTag, Pick, band};
use crate::view::layout::{Frame, Signed, Site, pause};
use crate::web::paths::Path;
use crate::words::{Lang, Text, staff as words};

/// One referral in the queue.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its public reference.
    pub reference: &'a str,
    /// Where it stands.
    pub band: BandTag<'a>,
    /// The moment of contact-by, in words.
    pub contact_by: &'a str,
    /// Whether that has passed.
    pub overdue: bool,
    /// The reasons that weigh most, a sentence each.
    pub why: &'a [String],
    /// Service lines of its issues, in words.
    pub lines: &'a [&'a str],
    /// When it came, in words.
    pub received: &'a str,
    /// Flags to know before making contact, in few words each.
    pub flags: &'a [&'a str],
}

/// How many stand in one band.
#[derive(Debug, Clone)]
pub struct Tally {
    /// The band.
    pub band: BandTag<'static>,
    /// How many.
    pub count: i64,
    /// Where they are shown.
    pub address: String,
    /// Whether this page shows them.
    pub here: bool,
}

/// A page of the queue.
#[derive(Debug, Clone, Copy)]
pub struct Queue<'a> {
    /// Who is signed in.
    pub who: Signed<'a>,
    /// Where the referrals of this page stand, in words.
    pub state: &'a str,
    /// How many fit the filters.
    pub count: i64,
    /// How many of that state stand in each band, whatever else is filtered.
    pub tallies: &'a [Tally],
    /// Whether any filter is set.
    pub filtered: bool,
    /// Bands to filter by.
    pub bands: &'a [Pick<'a>],
    /// Service lines to filter by.
    pub lines: &'a [Pick<'a>],
    /// States to filter by.
    pub states: &'a [Pick<'a>],
    /// Whether only the overdue are shown.
    pub overdue: bool,
    /// The referrals of this page, in order.
    pub rows: &'a [Line<'a>],
    /// The address of the next page, with its filters.
    pub next: Option<&'a str>,
    /// The address of the first page, if this is another.
    pub first: Option<&'a str>,
}

/// The names of the filters in the address.
pub mod filter {
    /// By band.
    pub const BAND: &str = "band";
    /// By service line.
    pub const LINE: &str = "line";
    /// By state.
    pub const STATE: &str = "state";
    /// The value that stands for what is not decided yet: what is shown unless another is asked for.
    pub const UNDECIDED: &str = "undecided";
    /// The value that stands for every state.
    pub const EVERY: &str = "every";
    /// Overdue only: "yes".
    pub const OVERDUE: &str = "overdue";
}

/// The queue. Its heading says how many were found, and takes focus after a filter.
#[must_use]
pub fn queue(site: &Site, page: &Queue<'_>) -> Markup {
    let say = site.lang.teller();
    let title = words::queue_title(site.lang, page.count);
    Frame::public(site, &title).wide().for_staff(page.who).around(&html! {
        @if page.filtered {
            div role="group" tabindex="-1" autofocus aria-labelledby="found" { h1 id="found" { (title) } }
        } @else {
            h1 { (title) }
        }
        (tallies(site.lang, page.tallies))
        (filters(site.lang, page))
        @if page.rows.is_empty() {
            p class="told" { (say(if page.filtered { words::NOTHING_FOUND } else { words::NOTHING_YET })) }
        } @else {
            (table(site.lang, page))
        }
        p class="buttons" {
            @if let Some(next) = page.next { a class="second" href=(next) { (say(words::NEXT)) } }
            @if let Some(first) = page.first { a href=(first) { (say(words::FIRST)) } }
        }
    })
}

/// How many stand in each band: each leads there.
fn tallies(lang: Lang, tallies: &[Tally]) -> Markup {
    html! {
        nav aria-label=(lang.say(words::TALLIES)) {
            ul class="tallies" {
                @for tally in tallies {
                    li {
                        a href=(tally.address) aria-current=[tally.here.then_some("true")] {
                            (band(tally.band)) " " b { (tally.count) }
                        }
                    }
                }
            }
        }
    }
}

fn filters(lang: Lang, page: &Queue<'_>) -> Markup {
    let say = lang.teller();
    html! {
        form class="filters" method="get" action=(Path::Queue) {
            h2 { (say(words::FILTER)) }
            div class="row" {
                (select(lang, filter::BAND, words::BAND, Some(words::ANY), page.bands))
                (select(lang, filter::LINE, words::LINE, Some(words::ANY), page.lines))
                (select(lang, filter::STATE, words::STATE, None, page.states))
                div class="choices" {
                    label {
                        input type="checkbox" name=(filter::OVERDUE) value="yes" checked[page.overdue];
                        (say(words::OVERDUE_ONLY))
                    }
                }
            }
            div class="buttons" {
                button type="submit" class="second" { (say(words::FILTER_BUTTON)) }
                @if page.filtered { a href=(Path::Queue) { (say(words::FILTER_CLEAR)) } }
            }
        }
    }
}

/// A list of values to filter by; `any` is the choice that filters nothing.
fn select(lang: Lang, name: &str, label: Text, any: Option<Text>, picks: &[Pick<'_>]) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (lang.say(label)) }
            select id=(name) name=(name) {
                @if let Some(any) = any { option value="" { (lang.say(any)) } }
                @for pick in picks { option value=(pick.value) selected[pick.chosen] { (pick.label) } }
            }
        }
    }
}

fn table(lang: Lang, page: &Queue<'_>) -> Markup {
    let say = lang.teller();
    html! {
        div class="scroll" role="region" aria-labelledby="caption" tabindex="0" {
            table class="queue cards" {
                caption id="caption" { (page.state) ". " (say(words::CAPTION)) }
                thead { tr {
                    th scope="col" { (say(words::REFERENCE)) }
                    th scope="col" { (say(words::BAND)) }
                    th scope="col" { (say(words::CONTACT_BY)) }
                    th scope="col" { (say(words::WHY)) }
                    th scope="col" { (say(words::LINE)) }
                } }
                tbody { @for row in page.rows { (line(lang, row)) } }
            }
        }
    }
}

fn line(lang: Lang, row: &Line<'_>) -> Markup {
    let say = lang.teller();
    html! {
        tr {
            th scope="row" {
                a href=(Path::Referral(row.reference)) { (row.reference) }
                small { (say(words::RECEIVED)) " " (row.received) }
            }
            td { (band(row.band)) }
            td data-label=(say(words::CONTACT_BY)) {
                (row.contact_by)
                @if row.overdue { (pause()) " " strong class="tag late" { (say(words::OVERDUE)) } }
            }
            td {
                @for reason in row.why { span { (reason) } " " }
                @if !row.flags.is_empty() {
                    ul class="tags" { @for flag in row.flags { li class="tag flag" { (flag) } } }
                }
            }
            td data-label=(say(words::LINE)) { ul class="bare" { @for line in row.lines { li { (line) } } } }
        }
    }
}

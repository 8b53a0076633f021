//! Questions as asked with answers in words: on the page where a referral is read through, and on the staff page.

use maud::{Markup, html};

use crate::intake::record::{Before, Row, Said, Within};
use crate::words::copy as words;
use crate::words::field::item;
use crate::words::{Lang, Text};

/// How the rows of a record are shown.
#[derive(Clone, Copy)]
pub(super) struct Showing<'a> {
    /// The language of the page; the record keeps its own.
    pub(super) lang: Lang,
    /// Before words that could not be understood.
    pub(super) as_typed: Text,
    /// The level of the headings of items.
    pub(super) level: u8,
    /// How the question of a row is shown.
    pub(super) asked: &'a dyn Fn(&Row) -> Markup,
}

/// The class of a list of answers, by how many items hold it.
const fn depth(items: usize) -> &'static str {
    match items {
        0 => "answers",
        1 => "answers depth1",
        _ => "answers depth2",
    }
}

/// The answered rows in order, under a heading for each item of a repeat.
pub(super) fn rows(rows: &[Row], showing: &Showing<'_>) -> Markup {
    let shown: Vec<_> = rows.iter().filter(|row| row.said != Said::Nothing || !row.before.is_empty()).collect();
    html! {
        @for group in shown.chunk_by(|one, next| holder(one) == holder(next)) {
            @if let Some((last, _)) = group.first().and_then(|row| row.within.split_last()) {
                (super::questions::heading(showing.level, None, &html! { (item(showing.lang, &last.item, last.number)) }))
            }
            dl class=(depth(group.first().map_or(0, |row| row.within.len()))) {
                @for row in group {
                    dt { ((showing.asked)(row)) }
                    dd {
                        (said(&row.said, showing))
                        @for before in &row.before { p class="small" { (said_first(showing.lang, before)) } }
                    }
                }
            }
        }
    }
}

/// The items that hold a row, in words, for links that stand alone: "Issue 1, date 2".
#[must_use]
pub fn place(lang: Lang, within: &[Within]) -> String {
    within.iter().map(|within| item(lang, &within.item, within.number)).collect::<Vec<_>>().join(", ")
}

/// The path of the item that holds a row. Two people of different lists may have the same name on the page.
fn holder(row: &Row) -> &str {
    row.path.rsplit_once('.').map_or("", |(holder, _)| holder)
}

/// What was said before an answer was put right.
fn said_first(lang: Lang, before: &Before) -> String {
    let said = match &before.said {
        Said::Nothing => String::new(),
        Said::Words(words) | Said::AsTyped(words) => words.clone(),
        Said::List(all) => all.join(", "),
    };
    words::said_first(lang, &said)
}

fn said(said: &Said, showing: &Showing<'_>) -> Markup {
    html! {
        @match said {
            Said::Nothing => {},
            Said::Words(words) => (words),
            Said::AsTyped(words) => { (showing.lang.say(showing.as_typed)) " " (words) },
            Said::List(all) => ul { @for one in all { li { (one) } } },
        }
    }
}

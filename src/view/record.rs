//! Questions as asked with answers in words: on the page where a referral is read through, and on the staff page.

use maud::{Markup, html};

use crate::intake::record::{Row, Said, Within};
use crate::words::field::item;

/// How the rows of a record are shown.
pub(super) struct Showing<'a> {
    /// Before words that could not be understood.
    pub(super) as_typed: &'a str,
    /// The level of the headings of items.
    pub(super) level: u8,
}

/// The answered rows in order, under a heading for each item of a repeat. `after` stands at the end of each row.
pub(super) fn rows(rows: &[Row], showing: &Showing<'_>, after: &dyn Fn(&Row) -> Markup) -> Markup {
    let shown: Vec<_> = rows.iter().filter(|row| row.said != Said::Nothing).collect();
    html! {
        @for group in shown.chunk_by(|one, next| one.within == next.within) {
            @if let Some((last, _)) = group.first().and_then(|row| row.within.split_last()) {
                (super::questions::heading(showing.level, None, &html! { (item(&last.item, last.number)) }))
            }
            dl class={ "answers depth" (group.first().map_or(0, |row| row.within.len())) } {
                @for row in group {
                    div {
                        dt { (row.asked) }
                        dd { (said(&row.said, showing)) (after(row)) }
                    }
                }
            }
        }
    }
}

/// The items that hold a row, in words, for links that stand alone: "Issue 1, date 2".
pub(super) fn place(within: &[Within]) -> String {
    within.iter().map(|within| item(&within.item, within.number)).collect::<Vec<_>>().join(", ")
}

fn said(said: &Said, showing: &Showing<'_>) -> Markup {
    html! {
        @match said {
            Said::Nothing => {},
            Said::Words(words) => span class="words" { (words) },
            Said::AsTyped(words) => { (showing.as_typed) " " span class="words" { (words) } },
            Said::List(all) => ul { @for one in all { li { (one) } } },
        }
    }
}

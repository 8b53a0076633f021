//! What was written in a referral, as it was asked and answered, each answer with the way to put it right.

use maud::{Markup, html};

use super::referral::Referral;
use crate::intake::record::Row;
use crate::view::record::{Showing, place, rows};
use crate::web::paths::Path;
use crate::words::{Lang, rights, staff as words};

/// Every section of the record, and what was written besides.
pub(super) fn written(lang: Lang, page: &Referral<'_>) -> Markup {
    let (say, record) = (lang.teller(), page.record);
    let asked =
        |row: &Row| html! { (row.asked) @if row.guarded { " " span class="tag flag" { (say(words::GUARDED)) } } };
    let right = |row: &Row| {
        let which = rights::which(lang, &place(lang, &row.within), &row.asked);
        html! {
            (asked(row))
            @if page.can_correct {
                " " a class="small" href=(Path::Correct(page.reference, &row.path)) {
                    (say(rights::CORRECT_LINK)) span class="hidden" { " " (which) }
                }
            }
        }
    };
    let showing = Showing { lang, as_typed: words::AS_WRITTEN, level: 4, asked: &right };
    let besides = Showing { asked: &asked, ..showing };
    html! {
        h2 id="record" { (say(words::RECORD)) }
        @for section in &record.sections {
            section class="card" aria-labelledby={ "part-" (section.slug) } {
                h3 id={ "part-" (section.slug) } { (section.title) }
                (rows(&section.rows, &showing))
            }
        }
        @if !record.also_written.is_empty() {
            section class="card" aria-labelledby="also" {
                h3 id="also" { (say(words::ALSO_WRITTEN)) }
                (rows(&record.also_written, &besides))
            }
        }
    }
}

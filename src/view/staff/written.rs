//! What was written in a referral, as it was asked and answered.

use maud::{Markup, html};

use crate::intake::record::{Record, RecordSection, Row};
use crate::view::record::{Showing, rows};
use crate::words::{Lang, staff as words};

/// Every section of the record, and what was written besides.
pub(super) fn written(lang: Lang, record: &Record) -> Markup {
    let asked = |row: &Row| html! { (row.asked) (guarded(lang, row)) };
    let showing = Showing { lang, as_typed: words::AS_WRITTEN, level: 4, asked: &asked };
    html! {
        (sections(&record.sections, &showing))
        @if !record.also_written.is_empty() {
            section class="card" aria-labelledby="also" {
                h3 id="also" { (lang.say(words::ALSO_WRITTEN)) }
                (rows(&record.also_written, &showing))
            }
        }
    }
}

/// The sections, with each question as `showing` says it.
pub(super) fn sections(sections: &[RecordSection], showing: &Showing<'_>) -> Markup {
    html! {
        @for section in sections {
            section class="card" aria-labelledby={ "part-" (section.slug) } {
                h3 id={ "part-" (section.slug) } { (section.title) }
                (rows(&section.rows, showing))
            }
        }
    }
}

/// The mark of an answer that could endanger somebody.
pub(super) fn guarded(lang: Lang, row: &Row) -> Markup {
    html! { @if row.guarded { " " span class="tag flag" { (lang.say(words::GUARDED)) } } }
}

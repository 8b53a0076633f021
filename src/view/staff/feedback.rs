//! What clients said, for managers; and the page that shows a new code once. Knows no referral.

use maud::{Markup, html};

use crate::intake::record::Row;
use crate::view::layout::{Frame, Signed, Site};
use crate::view::record::{Showing, rows};
use crate::web::paths::Path;
use crate::words::{client_feedback as words, feedback as public, staff};

/// What one client said.
#[derive(Debug, Clone)]
pub struct Given {
    /// Its row, which names its heading.
    pub id: i64,
    /// When, and whether by a code, in words.
    pub title: String,
    /// The questions with what was answered.
    pub rows: Vec<Row>,
}

/// What clients said, the newest first; `older` leads to the page after this one.
#[must_use]
pub fn given(site: &Site, who: Signed<'_>, all: &[Given], older: Option<&str>) -> Markup {
    let say = site.lang.teller();
    let asked = |row: &Row| html! { (row.asked) };
    let showing = Showing { lang: site.lang, as_typed: staff::AS_WRITTEN, level: 3, asked: &asked };
    Frame::public(site, say(words::CLIENT_FEEDBACK)).for_staff(who).around(&html! {
        h1 { (say(words::CLIENT_FEEDBACK)) }
        p class="lead" { (say(words::CLIENT_FEEDBACK_LEAD)) }
        @if all.is_empty() { p class="told" { (say(words::CLIENT_FEEDBACK_NONE)) } }
        @for one in all {
            section class="card" aria-labelledby={ "given-" (one.id) } {
                h2 id={ "given-" (one.id) } { (one.title) }
                (rows(&one.rows, &showing))
            }
        }
        @if let Some(older) = older { p class="buttons" { a class="second" href=(older) { (say(words::OLDER)) } } }
    })
}

/// A code that was just made. It is shown this once.
#[must_use]
pub fn code(site: &Site, who: Signed<'_>, (reference, code, until): (&str, &str, &str)) -> Markup {
    let say = site.lang.teller();
    Frame::public(site, say(words::CODE_TITLE)).for_staff(who).around(&html! {
        p class="back" { a href=(Path::Referral(reference)) { (say(words::TO_REFERRAL)) } }
        h1 { (say(words::CODE_TITLE)) }
        div class="panel" { dl { div { dt { (say(words::CODE)) } dd class="code" { (code) } } } }
        p { (words::code_do(site.lang, say(public::TITLE))) }
        p { (words::code_until(site.lang, until)) }
    })
}

//! The page where a referral is read through before it is sent: every answer with a link to change it, what is still
//! missing, what does not agree, and one button.

use maud::{Markup, html};

use super::form::{SET_ASIDE, Token, post};
use super::layout::{Frame, Site};
use super::problems::{Told, summary};
use super::record::{Showing, place, rows};
use crate::form::Voice;
use crate::intake::record::{Record, Row};
use crate::web::paths::Path;
use crate::words::refer as words;

/// What is read through.
#[derive(Debug, Clone, Copy)]
pub struct Check<'a> {
    /// Whose words.
    pub voice: Voice,
    /// Every question asked, with its answer; `also_written` holds the words set aside.
    pub record: &'a Record,
    /// What stands in the way of sending, each with its field.
    pub problems: &'a [Told],
    /// What is still missing, as sentences.
    pub gaps: &'a [String],
    /// Answers that do not agree, as sentences.
    pub queries: &'a [String],
    /// A key that makes sending twice one referral.
    pub submission: &'a str,
    /// For the form.
    pub token: Token<'a>,
}

/// The name of the hidden field with the submission key.
pub const SUBMISSION: &str = "submission";

/// The page where it is read through.
#[must_use]
pub fn check(site: &Site, page: &Check<'_>) -> Markup {
    let showing = Showing { nothing: words::NOTHING, as_typed: words::AS_WRITTEN, level: 3, blanks: true };
    Frame::public(site, words::CHECK_TITLE).with_problems(!page.problems.is_empty()).around(&html! {
        (summary(page.problems))
        p class="back" { a href=(Path::Tasks) { (words::TASKS_LINK) } }
        h1 { (words::CHECK_TITLE) }
        p class="lead" { (words::CHECK_LEAD) }
        @for section in &page.record.sections {
            section class="card" aria-labelledby={ "part-" (section.slug) } {
                h2 id={ "part-" (section.slug) } { (section.title) }
                (rows(&section.rows, &showing, &|row| change(&section.slug, row)))
            }
        }
        (sentences(words::QUERIES_TITLE, "", page.queries))
        @if page.problems.is_empty() { (sentences(words::GAPS_TITLE, words::GAPS_LEAD, page.gaps)) }
        (post(Path::Send, page.token, &html! {
            input type="hidden" name=(SUBMISSION) value=(page.submission);
            @if !page.record.also_written.is_empty() {
                h2 { (words::ASIDE_TITLE) }
                p { (words::ASIDE_LEAD) }
                (rows(&page.record.also_written, &showing, &|_| html! {}))
                (aside())
            }
            h2 { (words::SEND_TITLE) }
            p { (words::SEND_LEAD) }
            div class="buttons" {
                button class="button" { (words::send(page.voice)) }
                a href=(Path::Save) { (words::SAVE_LINK) }
            }
        }))
    })
}

/// The link that leads to a row's field.
fn change(section: &str, row: &Row) -> Markup {
    let issue = row.path.strip_prefix("issues.").and_then(|rest| rest.split('.').next()?.parse().ok());
    let to = issue.map_or(Path::Change(section, &row.path), |id| Path::ChangeIssue(id, &row.path));
    html! {
        a class="change" href=(to) {
            (words::CHANGE) span class="hidden" { " " (place(&row.within)) " " (row.asked) }
        }
    }
}

/// Whether words for questions that no longer apply are sent too: nothing is chosen beforehand, and nothing is sent
/// without a choice.
fn aside() -> Markup {
    html! {
        fieldset class="field" {
            legend { (words::ASIDE_ASK) }
            div class="choices" {
                @for (value, label) in [("keep", words::ASIDE_KEEP), ("drop", words::ASIDE_DROP)] {
                    div class="choice" {
                        input type="radio" id={ (SET_ASIDE) "." (value) } name=(SET_ASIDE) value=(value);
                        label for={ (SET_ASIDE) "." (value) } { (label) }
                    }
                }
            }
        }
    }
}

fn sentences(title: &str, lead: &str, sentences: &[String]) -> Markup {
    html! {
        @if !sentences.is_empty() {
            div class="told" {
                h2 { (title) }
                @if !lead.is_empty() { p { (lead) } }
                ul { @for sentence in sentences { li { (sentence) } } }
            }
        }
    }
}

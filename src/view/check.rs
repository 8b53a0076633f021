//! The page where a referral is read through before it is sent: every answer with a link to change it, what is still
//! missing, what does not agree, and one button.

use maud::{Markup, html};

use super::form::{SET_ASIDE, Token, post};
use super::layout::{Frame, Site};
use super::problems::{Told, summary};
use super::record::{Showing, place, rows};
use crate::form::Voice;
use crate::intake::record::{Record, RecordSection, Row, Said};
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
    let problems: Vec<_> = page.problems.iter().map(|told| elsewhere(page.record, told)).collect();
    let showing = Showing { as_typed: words::AS_WRITTEN, level: 3 };
    Frame::public(site, words::CHECK_TITLE).with_problems(!page.problems.is_empty()).around(&html! {
        (summary(&problems))
        p class="back" { a href=(Path::Tasks) { (words::TASKS_LINK) } }
        h1 { (words::CHECK_TITLE) }
        p class="lead" { (words::CHECK_LEAD) }
        @for section in &page.record.sections {
            section class="card" aria-labelledby={ "part-" (section.slug) } {
                h2 id={ "part-" (section.slug) } { (section.title) }
                (rows(&section.rows, &showing, &|row| change(&section.slug, row)))
                (left_out(section))
            }
        }
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

/// A problem with a field of another page: it leads there.
fn elsewhere(record: &Record, told: &Told) -> Told {
    let below = format!("{}.", told.field);
    let holds = |row: &Row| row.path == told.field || row.path.starts_with(&below);
    let section = record.sections.iter().find(|section| section.rows.iter().any(holds));
    let to = section.map_or(Path::Tasks, |section| field_of(&section.slug, &told.field));
    Told { link: to.to_string(), ..told.clone() }
}

/// The address of a field.
fn field_of<'a>(section: &'a str, path: &'a str) -> Path<'a> {
    let issue = path.strip_prefix("issues.").and_then(|rest| rest.split('.').next()?.parse().ok());
    issue.map_or(Path::Change(section, path), |id| Path::ChangeIssue(id, path))
}

/// The link that leads to a row's field.
fn change(section: &str, row: &Row) -> Markup {
    html! {
        a class="change" href=(field_of(section, &row.path)) {
            (words::CHANGE) span class="hidden" { " " (place(&row.within)) " " (row.asked) }
        }
    }
}

/// The questions of a section that were left out: each leads to its field.
fn left_out(section: &RecordSection) -> Markup {
    let blank: Vec<_> = section.rows.iter().filter(|row| row.said == Said::Nothing).collect();
    html! {
        @if !blank.is_empty() {
            p class="left-out" { (words::LEFT_OUT) }
            ul class="plain left-out" {
                @for row in blank {
                    li {
                        @if !row.within.is_empty() { (place(&row.within)) ": " }
                        a href=(field_of(&section.slug, &row.path)) { (row.asked) }
                    }
                }
            }
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
                    label { input type="radio" name=(SET_ASIDE) value=(value); (label) }
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

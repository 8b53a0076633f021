//! The page where a referral is read through before it is sent: every question leads to its field, what is still
//! missing, what does not agree, and one button.

use maud::{Markup, html};

use super::emergency;
use super::form::{SET_ASIDE, Token, post};
use super::layout::{Frame, Site};
use super::parts::{Part, cards, fitting, parts};
use super::problems::{Told, summary};
use super::record::{Showing, place, rows};
use crate::form::Voice;
use crate::intake::record::{Record, Row, Said};
use crate::web::paths::Path;
use crate::words::{Lang, field as field_words, refer as words, said_no};

/// What is read through.
#[derive(Debug, Clone, Copy)]
pub struct Check<'a> {
    /// Whose words.
    pub voice: Voice,
    /// Every question asked, with its answer; `also_written` holds the words set aside.
    pub record: &'a Record,
    /// Whether someone is in danger now, or may be.
    pub danger: bool,
    /// Whether a referrer says that the person can decide and has said no.
    pub said_no: bool,
    /// What stands in the way of sending, each with its field: told as problems once somebody has tried.
    pub needed: &'a [Told],
    /// Whether somebody has tried to send it as it is.
    pub tried: bool,
    /// What is still missing, as sentences.
    pub gaps: &'a [String],
    /// For the form.
    pub token: Token<'a>,
}

/// The page where it is read through.
#[must_use]
pub fn check(site: &Site, page: &Check<'_>) -> Markup {
    let lang = site.lang;
    let say = lang.teller();
    let needed: Vec<_> = page.needed.iter().map(|told| elsewhere(page.record, told)).collect();
    let problems = if page.tried { needed.as_slice() } else { &[] };
    let before = html! {
        @if page.danger { (emergency::short(lang)) }
        @if page.said_no {
            p class="told" { (say(said_no::CHECK)) " " a href=(Path::SaidNo) { (say(said_no::CHECK_LINK)) } }
        }
        @if !page.tried { (before_sending(lang, &needed)) }
    };
    let summary = summary(lang, problems);
    let after = after(lang, page, needed.is_empty(), problems);
    let parts = parts(lang, page.record);
    let drawn = parts.iter().map(|part| whole(lang, part, page.needed)).collect();
    let shown: Vec<_> = parts.iter().zip(fitting(drawn, summary.0.len() + before.0.len() + after.0.len())).collect();
    Frame::public(site, say(words::CHECK_TITLE)).with_problems(!problems.is_empty()).around(&html! {
        (summary)
        p class="back" { a href=(Path::Tasks) { (say(words::TASKS_LINK)) } }
        h1 { (say(words::CHECK_TITLE)) }
        p class="lead" { (say(words::CHECK_LEAD)) }
        @if shown.iter().any(|(_, drawn)| drawn.is_none()) { p { (say(words::CHECK_LONG)) } }
        (before)
        (cards(page.record, &shown, &|part| named(lang, part), &|_| html! {}))
        (after)
    })
}

/// What stands below the answers: what is still missing, the words set aside, and the button that sends.
fn after(lang: Lang, page: &Check<'_>, ready: bool, problems: &[Told]) -> Markup {
    let say = lang.teller();
    let plain = Showing { lang, as_typed: words::AS_WRITTEN, level: 3, asked: &|row| html! { (row.asked) } };
    html! {
        @if ready { (sentences(say(words::GAPS_TITLE), say(words::GAPS_LEAD), page.gaps)) }
        (post(Path::Send, page.token, &html! {
            @if !page.record.also_written.is_empty() {
                h2 { (say(words::ASIDE_TITLE)) }
                p { (say(words::ASIDE_LEAD)) }
                (rows(&page.record.also_written, &plain))
                (aside(lang, problems))
            }
            h2 { (say(words::SEND_TITLE)) }
            p { (say(words::SEND_LEAD)) }
            p {
                (words::declare(lang, page.voice)) " "
                a href=(Path::Privacy) { (say(words::DATA_NOTICE)) }
            }
            div class="buttons" {
                button type="submit" class="button" { (words::send(lang, page.voice)) }
                a href=(Path::Save) { (say(words::SAVE_LINK)) }
            }
        }))
    }
}

/// A part with every answer, each question leading to its field.
fn whole(lang: Lang, part: &Part<'_>, needed: &[Told]) -> Markup {
    let asked = |row: &Row| change(lang, part.section, row);
    let showing = Showing { lang, as_typed: words::AS_WRITTEN, level: 3, asked: &asked };
    let left_out = left_out(lang, part, needed);
    html! {
        (rows(part.rows, &showing))
        (left_out)
        @if part.answered() == 0 && left_out.0.is_empty() { p { (lang.say(words::NOTHING_YET)) } }
    }
}

/// A long part by its name, which leads to where all of it stands in its fields.
fn named(lang: Lang, part: &Part<'_>) -> Markup {
    html! {
        @if let Some(first) = part.rows.first() {
            p {
                a href=(field_of(part.section, &first.path)) { (words::read_part(lang, &part.name)) }
                " (" (words::answers(lang, part.answered())) ")"
            }
        }
    }
}

/// A problem with a field of another page leads there.
fn elsewhere(record: &Record, told: &Told) -> Told {
    if told.field == SET_ASIDE {
        return told.clone();
    }
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

/// The question of a row as a link to its field. Within an item it says which, for those who hear only the link: the
/// stylesheet hides it from everybody else.
fn change(lang: Lang, section: &str, row: &Row) -> Markup {
    html! {
        a href=(field_of(section, &row.path)) {
            @if !row.within.is_empty() { span { (place(lang, &row.within)) ": " } }
            (row.asked)
        }
    }
}

/// The questions of a part that were left out: each leads to its field. What has to be answered is asked for at the top.
fn left_out(lang: Lang, part: &Part<'_>, needed: &[Told]) -> Markup {
    let is_needed = |row: &Row| needed.iter().any(|told| told.field == row.path);
    let blank: Vec<_> = part.rows.iter().filter(|row| row.said == Said::Nothing && !is_needed(row)).collect();
    html! {
        @if !blank.is_empty() {
            p class="left-out" { (lang.say(words::LEFT_OUT)) }
            ul class="plain left-out" {
                @for row in blank {
                    li {
                        @if !row.within.is_empty() { (place(lang, &row.within)) ": " }
                        a href=(field_of(part.section, &row.path)) { (row.asked) }
                    }
                }
            }
        }
    }
}

/// Whether words for questions that no longer apply are sent too: nothing is chosen beforehand, and nothing is sent
/// without a choice.
fn aside(lang: Lang, problems: &[Told]) -> Markup {
    let say = lang.teller();
    let error = problems.iter().find(|told| told.field == SET_ASIDE);
    let tied = error.map(|_| format!("{SET_ASIDE}-error"));
    html! {
        fieldset class=(if error.is_some() { "field wrong" } else { "field" }) {
            legend { (say(words::ASIDE_ASK)) }
            @if let Some(told) = error { p class="error" id=[&tied] { strong { (say(field_words::ERROR)) } " " (told.sentence) } }
            div class="choices" {
                label {
                    input type="radio" id=(SET_ASIDE) name=(SET_ASIDE) value="keep" aria-describedby=[&tied]
                        aria-invalid=[error.map(|_| "true")];
                    (say(words::ASIDE_KEEP))
                }
                label { input type="radio" name=(SET_ASIDE) value="drop"; (say(words::ASIDE_DROP)) }
            }
        }
    }
}

/// The answers without which it cannot be sent, each with the way to its field.
fn before_sending(lang: Lang, needed: &[Told]) -> Markup {
    html! {
        @if !needed.is_empty() {
            div class="told" {
                h2 { (lang.say(words::NEEDED_TITLE)) }
                p { (lang.say(words::NEEDED_LEAD)) }
                ul { @for told in needed { li { a href=(told.link) { (told.sentence) } } } }
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

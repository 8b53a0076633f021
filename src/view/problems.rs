//! The list of problems at the top of a page that could not be taken as it was.
//!
//! It takes focus by `autofocus`, so that a screen reader begins there without any script. It has no alert role: spoken
//! alerts came in pieces and out of order. A page that shows it must be answered without a fragment in its address.

use maud::{Markup, html};

use crate::words::{Lang, Text, frame as words};

/// One problem, told and linked to its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The id of the field.
    pub field: String,
    /// Where it is: the field itself on this page, or an address.
    pub link: String,
    /// What is wrong and how to put it right: the same sentence as beside the field.
    pub sentence: String,
    /// Of several forms on a page, which: the list says it before the sentence. Empty where there is one.
    pub place: String,
}

impl Told {
    /// A problem with a field of the page that tells it.
    #[must_use]
    pub fn here(field: &str, sentence: impl Into<String>) -> Self {
        let (sentence, place) = (sentence.into(), String::new());
        Self { field: field.to_owned(), link: format!("#{field}"), sentence, place }
    }

    /// The same on a page with several such forms.
    #[must_use]
    pub fn within(place: String, field: &str, sentence: impl Into<String>) -> Self {
        Self { place, ..Self::here(field, sentence) }
    }
}

/// The list, on a page that still holds everything, or everything of the part it names; nothing where there are no problems.
pub(super) fn summary(lang: Lang, problems: &[Told]) -> Markup {
    let is_of_a_part = problems.iter().any(|told| !told.place.is_empty());
    list(lang, problems, Some(if is_of_a_part { words::PROBLEMS_KEPT_HERE } else { words::PROBLEMS_KEPT }))
}

/// The list, on a page that does not show again what was typed: a password, a word only one person knows.
pub(super) fn summary_of_secrets(lang: Lang, problems: &[Told]) -> Markup {
    list(lang, problems, None)
}

/// Something to know before reading on, with more below it. It takes focus as the list of problems does.
pub(super) fn told(lang: Lang, (title, lead): (Text, &str), more: Option<&Markup>) -> Markup {
    html! {
        div class="told" role="group" tabindex="-1" autofocus aria-labelledby="notice" {
            h2 id="notice" { (lang.say(title)) }
            p { (lead) }
            @if let Some(more) = more { (more) }
        }
    }
}

fn list(lang: Lang, problems: &[Told], kept: Option<Text>) -> Markup {
    html! {
        @if !problems.is_empty() {
            div class="problems" role="group" tabindex="-1" autofocus aria-labelledby="problems" {
                h2 id="problems" { (lang.say(words::PROBLEMS)) }
                @if let Some(kept) = kept { p { (lang.say(kept)) } }
                ul { @for told in problems { li { a href=(told.link) { @if !told.place.is_empty() { (told.place) ": " } (told.sentence) } } } }
            }
        }
    }
}

//! A field that is no question of the catalogue: a code, a word, a password, a reason.

use maud::{Markup, html};

use super::problems::Told;
use crate::words::{Lang, field as words};

/// One such field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain<'a> {
    /// The language of the page.
    pub(super) lang: Lang,
    pub(super) name: &'a str,
    /// Its id, where a page has several of that name.
    pub(super) id: Option<&'a str>,
    pub(super) label: &'a str,
    pub(super) hint: &'a str,
    pub(super) kind: &'a str,
    pub(super) value: &'a str,
    pub(super) autocomplete: &'a str,
    pub(super) problems: &'a [Told],
}

impl<'a> Plain<'a> {
    /// A line of text that no browser remembers.
    pub(super) const fn new(lang: Lang, name: &'a str, label: &'a str, problems: &'a [Told]) -> Self {
        Self { lang, name, id: None, label, hint: "", kind: "text", value: "", autocomplete: "off", problems }
    }

    pub(super) fn show(&self) -> Markup {
        let (error, described) = self.described();
        html! {
            div class=(if error.is_some() { "field wrong" } else { "field" }) {
                (self.above(error))
                input id=(self.id()) name=(self.name) type=(self.kind) value=(self.value)
                    autocomplete=(self.autocomplete) autocapitalize="none" spellcheck="false"
                    aria-describedby=[described] aria-invalid=[error.map(|_| "true")];
            }
        }
    }

    /// The same for more than a line.
    pub(super) fn show_area(&self) -> Markup {
        let (error, described) = self.described();
        html! {
            div class=(if error.is_some() { "field wrong" } else { "field" }) {
                (self.above(error))
                textarea id=(self.id()) name=(self.name) rows="3" aria-describedby=[described]
                    aria-invalid=[error.map(|_| "true")] { "\n" (self.value) }
            }
        }
    }

    fn id(&self) -> &'a str {
        self.id.unwrap_or(self.name)
    }

    fn described(&self) -> (Option<&'a str>, Option<String>) {
        let error = self.problems.iter().find(|told| told.field == self.id()).map(|told| told.sentence.as_str());
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id()));
        let ids: Vec<_> = hint.into_iter().chain(error.map(|_| format!("{}-error", self.id()))).collect();
        (error, (!ids.is_empty()).then(|| ids.join(" ")))
    }

    fn above(&self, error: Option<&str>) -> Markup {
        html! {
            label for=(self.id()) { (self.label) }
            @if !self.hint.is_empty() { p class="hint" id={ (self.id()) "-hint" } { (self.hint) } }
            @if let Some(error) = error {
                p class="error" id={ (self.id()) "-error" } { strong { (self.lang.say(words::ERROR)) } " " (error) }
            }
        }
    }
}

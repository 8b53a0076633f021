//! Fields into which words are typed, and what stands around every field: question, help, error.

use maud::{Markup, html};

use super::questions::Sheet;
use crate::form::{Key, Kind, Need, Question, Voice};
use crate::words::{Lang, field as words};

/// One field to be shown.
pub(super) struct Field<'a> {
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) question: &'a Question,
    /// Its name, and its id.
    pub(super) path: String,
    /// What is wrong with it, in words.
    pub(super) error: Option<String>,
    /// To whom it belongs, if it is a follow-up.
    pub(super) lead: Option<&'a str>,
}

impl Field<'_> {
    /// The ids of what describes the field: help first, then the error.
    pub(super) fn described_by(&self, has_help: bool) -> Option<String> {
        let help = has_help.then(|| format!("{}-hint", self.path));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.path));
        let ids: Vec<_> = help.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The class of what holds the field.
    pub(super) const fn class(&self) -> &'static str {
        if self.error.is_some() { "field wrong" } else { "field" }
    }

    /// What `aria-invalid` says of it.
    pub(super) const fn invalid(&self) -> Option<&'static str> {
        if self.error.is_some() { Some("true") } else { None }
    }
}

/// What stands around a field, whatever its shape.
pub(super) mod shell {
    use super::{Field, Markup, Need, html, words};

    /// The words of the question.
    pub(crate) fn asked(field: &Field<'_>) -> Markup {
        html! {
            @if let Some(lead) = field.lead { span class="lead-in" { (lead) " " } }
            (field.question.ask.say(field.sheet.voice))
            @if field.question.need == Need::Optional { " " small { (field.sheet.lang.say(words::OPTIONAL)) } }
        }
    }

    /// Help, then the error.
    pub(crate) fn help(field: &Field<'_>, help: Option<&Markup>) -> Markup {
        html! {
            @if let Some(help) = help { p class="hint" id={ (field.path) "-hint" } { (help) } }
            @if let Some(error) = &field.error {
                p class="error" id={ (field.path) "-error" } { strong { (field.sheet.lang.say(words::ERROR)) } " " (error) }
            }
        }
    }

    /// The sentences of help for a field, if there are any.
    pub(crate) fn sentences(first: &str, second: Option<&str>) -> Option<Markup> {
        match (first.is_empty(), second) {
            (true, None) => None,
            (false, None) => Some(html! { (first) }),
            (true, Some(second)) => Some(html! { (second) }),
            (false, Some(second)) => Some(html! { (first) " " span { (second) } }),
        }
    }
}

/// A field into which words are typed.
pub(super) fn typed(field: &Field<'_>) -> Markup {
    let question = field.question;
    let usual = usual_help(field.sheet.lang, question.kind);
    let help = shell::sentences(question.hint.say(field.sheet.voice), usual.as_deref());
    let described = field.described_by(help.is_some());
    let path = &field.path;
    html! {
        div class=(field.class()) {
            label for=(path) { (shell::asked(field)) }
            (shell::help(field, help.as_ref()))
            @if let Kind::Text(most) = question.kind {
                textarea id=(path) name=(path) rows=(rows(most)) aria-describedby=[described]
                    aria-invalid=[field.invalid()] autocomplete=[own_detail(question.key, field.sheet.voice)] {
                    // A browser takes away one line break after the tag: this is the one.
                    "\n" (field.sheet.typed.first(path))
                }
            } @else {
                input id=(path) name=(path) type=(input_type(question.kind)) class=[width(question.kind)]
                    value=(field.sheet.typed.first(path)) aria-describedby=[described] aria-invalid=[field.invalid()]
                    autocomplete=[own_detail(question.key, field.sheet.voice)] inputmode=[input_mode(question.kind)];
            }
        }
    }
}

/// The help that every question of a kind has.
fn usual_help(lang: Lang, kind: Kind) -> Option<String> {
    match kind {
        Kind::Date(kind) => Some(words::date(lang, kind).to_owned()),
        Kind::NhsNumber => Some(lang.say(words::NHS_NUMBER).to_owned()),
        Kind::Text(most) if most < WORTH_SAYING => Some(words::at_most(lang, most)),
        _ => None,
    }
}

/// A limit this long is met by few, and met with a sentence that says by how much.
const WORTH_SAYING: usize = 2000;

const fn rows(most: usize) -> u8 {
    match most {
        0..=500 => 3,
        501..=2000 => 5,
        2001..=4000 => 7,
        _ => 10,
    }
}

const fn input_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Email => "email",
        Kind::Phone => "tel",
        _ => "text",
    }
}

/// How wide the field is: a hint at how much is expected.
const fn width(kind: Kind) -> Option<&'static str> {
    if let Kind::Date(_) | Kind::Phone | Kind::NhsNumber = kind { Some("short") } else { None }
}

const fn input_mode(kind: Kind) -> Option<&'static str> {
    if let Kind::NhsNumber = kind { Some("numeric") } else { None }
}

/// What a browser may fill in: only the writer's own details (WCAG 2.2, 1.3.5), never those of the person they write for.
const fn own_detail(key: Key, voice: Voice) -> Option<&'static str> {
    match (voice, key) {
        (Voice::Professional | Voice::Someone, Key::ReferrerName) | (Voice::Myself, Key::PersonName) => Some("name"),
        (Voice::Professional | Voice::Someone, Key::ReferrerPhone) | (Voice::Myself, Key::PersonPhone) => Some("tel"),
        (Voice::Professional | Voice::Someone, Key::ReferrerEmail) | (Voice::Myself, Key::PersonEmail) => Some("email"),
        (Voice::Professional, Key::ReferrerOrganisation) => Some("organization"),
        (Voice::Professional, Key::ReferrerRole) => Some("organization-title"),
        (Voice::Myself, Key::PersonBorn) => Some("bday"),
        (Voice::Myself, Key::PersonAddress) => Some("street-address"),
        _ => None,
    }
}

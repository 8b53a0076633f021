//! The words around a question: what is optional, how to write an answer, what was wrong with one.

use crate::form::DateKind;

/// After a question that nobody has to answer.
pub const OPTIONAL: &str = "(optional)";
/// Before the sentence that says what is wrong.
pub const ERROR: &str = "Error:";
/// Said of a group of checkboxes.
pub const CHOOSE_ANY: &str = "Choose all that fit.";
/// Said of a group some of whose choices lead to another question below it.
pub const OPENS: &str = "Some answers bring another question.";
/// Begins a question that belongs to too many choices to name them.
pub const IF_IT_FITS: &str = "If this fits what you chose:";
/// How an NHS number is written.
pub const NHS_NUMBER: &str = "10 digits, for example 999 000 0018.";

/// Begins a question that belongs to these choices of the question before it.
#[must_use]
pub fn if_you_chose(labels: &[&str]) -> String {
    let named: Vec<_> = labels.iter().map(|label| format!("“{label}”")).collect();
    format!("If you chose {}:", named.join(" or "))
}

/// How a date may be written.
#[must_use]
pub const fn date(kind: DateKind) -> &'static str {
    match kind {
        DateKind::Day => "For example 5 3 2027 or 5 March 2027. You can write “don’t know”.",
        DateKind::Partial => "For example 5 3 2026, March 2026 or 2026. You can write “don’t know”.",
        DateKind::Birth => "For example 5 3 1961, March 1961 or “about 80”. You can write “don’t know”.",
    }
}

/// How long an answer may be.
#[must_use]
pub fn at_most(characters: usize) -> String {
    format!("You can write up to {characters} characters.")
}

/// The button that adds the first item of a repeat, or one more.
#[must_use]
pub fn add(item: &str, any: bool) -> String {
    let article = if item.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    if any { format!("Add another {item}") } else { format!("Add {article} {item}") }
}

/// The button that takes an item away, by its place in the list.
#[must_use]
pub fn remove(item: &str, place: usize) -> String {
    format!("Remove {item} {place}")
}

/// The heading of an item, by its place in the list.
#[must_use]
pub fn item(item: &str, place: usize) -> String {
    let mut letters = item.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    format!("{}{} {place}", first.collect::<String>(), letters.as_str())
}

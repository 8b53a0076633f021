//! The words around a question: what is optional, how to write an answer, what was wrong with one.

use super::Lang;
use super::text::texts;
use crate::form::DateKind;

texts! {
    /// After a question that nobody has to answer.
    pub OPTIONAL = "(optional)";
    /// Before the sentence that says what is wrong.
    pub ERROR = "Error:";
    /// Said of a group of checkboxes.
    pub CHOOSE_ANY = "Choose all that fit.";
    /// Said of a group some of whose choices lead to another question below it.
    pub OPENS = "After some answers, we ask more.";
    /// Begins a question that belongs to too many choices to name them.
    pub IF_IT_FITS = "If this fits what you chose:";
    /// How an NHS number is written.
    pub NHS_NUMBER = "10 digits, for example 999 000 0018.";
    /// How long an answer may be.
    pub at_most(characters: usize) = "You can write up to {characters} characters.";
    /// The button that takes an item away, by its place in the list.
    pub remove(item: &str, place: usize) = "Remove {item} {place}";

    /// The button that shows the questions of an item again, by its place in the list.
    pub change(item: &str, place: usize) = "Change {item} {place}";

    /// The name of an item with what it is about.
    pub item_about(item: &str, about: &str) = "{item}: {about}";

    if_named(choices: &str) = "If you chose {choices}:";
    quoted(choice: &str) = "“{choice}”";
    either(one: &str, other: &str) = "{one} or {other}";

    DAY = "For example 5 3 2027 or 5 March 2027. You can write “don’t know”.";
    AHEAD = "For example 5 3 2027, 5 March 2027 or March 2027. You can write “don’t know”.";
    PAST = "For example 5 3 2026 or 5 March 2026. You can write “don’t know”.";
    PARTIAL = "For example 5 3 2026, March 2026 or 2026. You can write “don’t know”.";
    BIRTH = "For example 5 3 1961, March 1961 or “about 80”. You can write “don’t know”.";

    add_another(item: &str) = "Add another {item}";
    add_a(item: &str) = "Add a {item}";
    add_an(item: &str) = "Add an {item}";
    numbered(item: &str, place: usize) = "{item} {place}";
}

/// Begins a question that belongs to these choices of the question before it.
#[must_use]
pub fn if_you_chose(lang: Lang, labels: &[&str]) -> String {
    let named = labels.iter().map(|label| quoted(lang, label));
    if_named(lang, &named.reduce(|one, other| either(lang, &one, &other)).unwrap_or_default())
}

/// How a date may be written.
#[must_use]
pub const fn date(lang: Lang, kind: DateKind) -> &'static str {
    lang.say(match kind {
        DateKind::Day => DAY,
        DateKind::Ahead => AHEAD,
        DateKind::Past => PAST,
        DateKind::Partial => PARTIAL,
        DateKind::Birth => BIRTH,
    })
}

/// The button that adds the first item of a repeat, or one more.
#[must_use]
pub fn add(lang: Lang, item: &str, any: bool) -> String {
    match item.starts_with(['a', 'e', 'i', 'o', 'u']) {
        _ if any => add_another(lang, item),
        true => add_an(lang, item),
        false => add_a(lang, item),
    }
}

/// The heading of an item, by its place in the list.
#[must_use]
pub fn item(lang: Lang, item: &str, place: usize) -> String {
    let mut letters = item.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    numbered(lang, &format!("{}{}", first.collect::<String>(), letters.as_str()), place)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::form::parse_date;

    #[test]
    fn an_example_of_a_date_lies_where_the_date_that_is_asked_for_lies() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for kind in DateKind::ALL {
            let said = date(Lang::English, kind).strip_prefix("For example ").unwrap();
            let (examples, _) = said.split_once(". ").unwrap();
            for example in examples.split(", ").flat_map(|part| part.split(" or ")) {
                let day = parse_date(example.trim_matches(['“', '”']), kind, today).unwrap().earliest().unwrap();
                assert_eq!(day < today, kind.is_past(), "{example}");
            }
        }
    }
}

//! What is wrong with an answer, as an instruction: what to do, never what a person did wrong.
//!
//! The same sentence stands beside the field and, after its question, in the list at the top of the page.

use crate::form::{DateKind, Kind, Question, Voice, Wrong};

/// What to do about one problem, for beside the field, where the question stands already.
#[must_use]
pub fn sentence(wrong: Wrong, kind: &Kind) -> String {
    match wrong {
        Wrong::Missing => missing(kind),
        Wrong::TooLong { most, over } => format!("Make this shorter by {}. It can have {most}.", characters(over)),
        Wrong::NotAChoice => "Choose one of the answers shown.".to_owned(),
        Wrong::NotAnEmail => "Write an e-mail address, like name@example.org.".to_owned(),
        Wrong::NotAPhone => "Write all the digits of a phone number, like 01632 960 001.".to_owned(),
        Wrong::NotADate => format!("Write the date like {}, or write “don’t know”.", date_like(kind)),
        Wrong::NotAnNhsNumber => "Check the 10 digits, or leave it empty. One looks like 999 000 0018.".to_owned(),
        Wrong::TooMany { most } => {
            format!(
                "Keep up to {most} here. Write about the others at the end, where we ask if there is anything else."
            )
        }
        Wrong::NotAlone => "Choose the one answer that rules out the others, or only the ones that fit.".to_owned(),
    }
}

/// The same for a list of problems, where the question has to be named: in which item of a list it stands, the question,
/// and what to do.
#[must_use]
pub fn named(place: &str, asked: &str, sentence: &str) -> String {
    let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
    let pause = if asked.ends_with('?') { "" } else { ":" };
    format!("{place}{asked}{pause} {sentence}")
}

/// One problem, with its question, where no item has to be told.
#[must_use]
pub fn whole(wrong: Wrong, question: &Question, voice: Voice) -> String {
    named("", question.ask.say(voice), &sentence(wrong, &question.kind))
}

fn missing(kind: &Kind) -> String {
    match kind {
        Kind::One(_) | Kind::Many(_) => "Choose an answer.".to_owned(),
        Kind::Date(_) => format!("Write a date like {}, or write “don’t know”.", date_like(kind)),
        Kind::Repeat(_) => "Add at least one.".to_owned(),
        Kind::Line(_) | Kind::Text(_) | Kind::Email | Kind::Phone | Kind::NhsNumber => "Write an answer.".to_owned(),
    }
}

/// Dates that the reader of that kind understands; each of them is tried in a test.
const fn date_like(kind: &Kind) -> &'static str {
    match kind {
        Kind::Date(DateKind::Birth) => "5 3 1961, March 1961 or about 80",
        Kind::Date(DateKind::Partial) => "5 3 2026, March 2026 or 2026",
        _ => "5 3 2027",
    }
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Key, Voices, parse_date};
    use chrono::NaiveDate;

    const ASKED: Voices = Voices::same("When were you born?");

    #[test]
    fn every_date_shown_as_an_example_can_be_read() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for kind in [DateKind::Day, DateKind::Partial, DateKind::Birth] {
            for example in date_like(&Kind::Date(kind)).split(", ").flat_map(|part| part.split(" or ")) {
                assert!(parse_date(example, kind, today).is_ok(), "{example}");
            }
            assert!(parse_date("don’t know", kind, today).is_ok());
        }
    }

    #[test]
    fn an_item_of_a_list_is_named_first() {
        assert_eq!(named("Date 2", "When is it?", "Choose."), "Date 2: When is it? Choose.");
        assert_eq!(named("", "Tell us more", "Write an answer."), "Tell us more: Write an answer.");
    }

    #[test]
    fn each_sentence_tells_what_to_do_and_names_its_question() {
        let every = [
            Wrong::Missing,
            Wrong::TooLong { most: 200, over: 1 },
            Wrong::NotAChoice,
            Wrong::NotAnEmail,
            Wrong::NotAPhone,
            Wrong::NotADate,
            Wrong::NotAnNhsNumber,
            Wrong::TooMany { most: 8 },
            Wrong::NotAlone,
        ];
        let question = Question::new(Key::PersonBorn, Kind::Date(DateKind::Birth), ASKED);
        for wrong in every {
            let said = sentence(wrong, &question.kind);
            assert!(
                ["Write ", "Choose ", "Make ", "Check ", "Keep "].iter().any(|verb| said.starts_with(verb)),
                "{said}"
            );
            assert_eq!(whole(wrong, &question, Voice::Myself), format!("When were you born? {said}"));
            for blame in ["invalid", "incorrect", "must", "failed", "error"] {
                assert!(!said.to_lowercase().contains(blame), "{said}");
            }
        }
    }
}

//! What is wrong with an answer, as an instruction: what to do, never what a person did wrong.
//!
//! The same sentence stands beside the field and in the list at the top of the page, so each names its question.

use crate::form::{DateKind, Kind, Question, Voice, Wrong};

/// The sentence for one problem with the answer to a question.
#[must_use]
pub fn sentence(wrong: Wrong, question: &Question, voice: Voice) -> String {
    let label = question.ask.say(voice);
    match wrong {
        Wrong::Missing => missing(&question.kind, label),
        Wrong::TooLong { most, over } => {
            format!("Make your answer to “{label}” shorter by {}. It can have {most}.", characters(over))
        }
        Wrong::NotAChoice => format!("Choose one of the answers shown for “{label}”."),
        Wrong::NotAnEmail => format!("Write an e-mail address for “{label}”, like name@example.org."),
        Wrong::NotAPhone => format!("Write all the digits of a phone number for “{label}”, like 01632 960 001."),
        Wrong::NotADate => {
            format!("Write the date for “{label}” like {}, or write “don’t know”.", date_like(&question.kind))
        }
        Wrong::NotAnNhsNumber => {
            format!("Check the 10 digits for “{label}”, or leave it empty. An NHS number looks like 999 000 0018.")
        }
        Wrong::TooMany { most } => {
            format!(
                "Keep up to {most} under “{label}”. Write about the others at the end, where we ask if there is anything else."
            )
        }
        Wrong::NotAlone => {
            format!("Choose either one answer that rules out the others for “{label}”, or the ones that fit.")
        }
    }
}

fn missing(kind: &Kind, label: &str) -> String {
    match kind {
        Kind::One(_) | Kind::Many(_) => format!("Choose an answer to “{label}”."),
        Kind::Date(_) => format!("Write a date for “{label}” like {}, or write “don’t know”.", date_like(kind)),
        Kind::Repeat(_) => format!("Add at least one answer to “{label}”."),
        Kind::Line(_) | Kind::Text(_) | Kind::Email | Kind::Phone | Kind::NhsNumber => {
            format!("Write an answer to “{label}”.")
        }
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
            let said = sentence(wrong, &question, Voice::Myself);
            assert!(said.contains("“When were you born?”"), "{said}");
            assert!(
                ["Write ", "Choose ", "Make ", "Check ", "Keep "].iter().any(|verb| said.starts_with(verb)),
                "{said}"
            );
            for blame in ["invalid", "incorrect", "must", "failed", "error"] {
                assert!(!said.to_lowercase().contains(blame), "{said}");
            }
        }
    }
}

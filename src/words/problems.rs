//! What is wrong with an answer, as an instruction: what to do, never what a person did wrong.
//!
//! The same sentence stands beside the field and, after its question, in the list at the top of the page.

use super::Lang;
use super::text::texts;
use crate::form::{DateKind, Kind, Question, Voice, Wrong};

texts! {
    shorten(over: &str, most: usize) = "Make this shorter by {over}. It can have {most}.";
    ONE_CHARACTER = "1 character";
    some_characters(count: usize) = "{count} characters";
    NOT_A_CHOICE = "Choose one of the answers shown.";
    NOT_AN_EMAIL = "Write an e-mail address, like name@example.org.";
    NOT_A_PHONE = "Write all the digits of a phone number, like 01632 960 001.";
    not_a_date(like: &str) = "Write the date like {like}, or write “don’t know”.";
    NOT_AN_NHS_NUMBER = "Check the 10 digits, or leave it empty. One looks like 999 000 0018.";
    too_many(most: usize) =
        "Keep up to {most} here. Write about the others at the end, where we ask if there is anything else.";
    NOT_ALONE = "Choose the one answer that rules out the others, or only the ones that fit.";

    CHOOSE = "Choose an answer.";
    write_date(like: &str) = "Write a date like {like}, or write “don’t know”.";
    ADD = "Add at least one.";
    WRITE = "Write an answer.";

    BIRTH_LIKE = "5 3 1961, March 1961 or about 80";
    AHEAD_LIKE = "5 3 2027, March 2027 or 2027";
    PARTIAL_LIKE = "5 3 2026, March 2026 or 2026";
    DAY_LIKE = "5 3 2027";
    PAST_LIKE = "5 3 2026 or 5 March";

    within(place: &str, problem: &str) = "{place}: {problem}";
    after_question(asked: &str, sentence: &str) = "{asked} {sentence}";
    after_label(asked: &str, sentence: &str) = "{asked}: {sentence}";
}

/// What to do about one problem, for beside the field, where the question stands already.
#[must_use]
pub fn sentence(lang: Lang, wrong: Wrong, kind: &Kind) -> String {
    let text = match wrong {
        Wrong::Missing => return missing(lang, kind),
        Wrong::TooLong { most, over } => return shorten(lang, &characters(lang, over), most),
        Wrong::NotADate => return not_a_date(lang, date_like(lang, kind)),
        Wrong::TooMany { most } => return too_many(lang, most),
        Wrong::NotAChoice => NOT_A_CHOICE,
        Wrong::NotAnEmail => NOT_AN_EMAIL,
        Wrong::NotAPhone => NOT_A_PHONE,
        Wrong::NotAnNhsNumber => NOT_AN_NHS_NUMBER,
        Wrong::NotAlone => NOT_ALONE,
    };
    lang.say(text).to_owned()
}

/// The same for a list of problems, where the question has to be named: in which item of a list it stands, the question,
/// and what to do.
#[must_use]
pub fn named(lang: Lang, place: &str, asked: &str, sentence: &str) -> String {
    let join = if asked.ends_with('?') { after_question } else { after_label };
    let problem = join(lang, asked, sentence);
    if place.is_empty() { problem } else { within(lang, place, &problem) }
}

/// One problem, with its question, where no item has to be told.
#[must_use]
pub fn whole(lang: Lang, wrong: Wrong, question: &Question, voice: Voice) -> String {
    named(lang, "", question.ask.say(voice), &sentence(lang, wrong, &question.kind))
}

fn missing(lang: Lang, kind: &Kind) -> String {
    let text = match kind {
        Kind::Date(_) => return write_date(lang, date_like(lang, kind)),
        Kind::One(_) | Kind::Many(_) => CHOOSE,
        Kind::Repeat(_) => ADD,
        Kind::Line(_) | Kind::Text(_) | Kind::Email | Kind::Phone | Kind::NhsNumber => WRITE,
    };
    lang.say(text).to_owned()
}

/// Dates that the reader of that kind understands; each of them is tried in a test.
const fn date_like(lang: Lang, kind: &Kind) -> &'static str {
    lang.say(match kind {
        Kind::Date(DateKind::Birth) => BIRTH_LIKE,
        Kind::Date(DateKind::Ahead) => AHEAD_LIKE,
        Kind::Date(DateKind::Past) => PAST_LIKE,
        Kind::Date(DateKind::Partial) => PARTIAL_LIKE,
        _ => DAY_LIKE,
    })
}

fn characters(lang: Lang, count: usize) -> String {
    if count == 1 { lang.say(ONE_CHARACTER).to_owned() } else { some_characters(lang, count) }
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
        for kind in DateKind::ALL {
            for example in date_like(Lang::English, &Kind::Date(kind)).split(", ").flat_map(|part| part.split(" or ")) {
                assert!(parse_date(example, kind, today).is_ok(), "{example}");
            }
            assert!(parse_date("don’t know", kind, today).is_ok());
        }
    }

    #[test]
    fn what_is_too_long_is_told_by_how_much() {
        let said = |over| sentence(Lang::English, Wrong::TooLong { most: 200, over }, &Kind::Text(200));
        assert_eq!(said(1), "Make this shorter by 1 character. It can have 200.");
        assert_eq!(said(12), "Make this shorter by 12 characters. It can have 200.");
    }

    #[test]
    fn an_item_of_a_list_is_named_first() {
        assert_eq!(named(Lang::English, "Date 2", "When is it?", "Choose."), "Date 2: When is it? Choose.");
        assert_eq!(named(Lang::English, "", "Tell us more", "Write an answer."), "Tell us more: Write an answer.");
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
            let said = sentence(Lang::English, wrong, &question.kind);
            assert!(
                ["Write ", "Choose ", "Make ", "Check ", "Keep "].iter().any(|verb| said.starts_with(verb)),
                "{said}"
            );
            assert_eq!(whole(Lang::English, wrong, &question, Voice::Myself), format!("When were you born? {said}"));
            for blame in ["invalid", "incorrect", "must", "failed", "error"] {
                assert!(!said.to_lowercase().contains(blame), "{said}");
            }
        }
    }
}

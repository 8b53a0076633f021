//! Reading what was typed into answers. Total: it always answers, beside whatever problems it found.
//!
//! Reading looks only at the kind of each question, never at when it is asked; see `asked` for what counts.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use validator::{ValidateEmail, ValidateLength};

use super::answers::{Answer, Answers, Item};
use super::date;
use super::key::Key;
use super::problem::{Problem, Wrong};
use super::question::{Choice, Group, Kind, Question};
use super::raw::RawAnswers;
use super::voice::Voice;

/// The most characters of an e-mail address (RFC 5321 4.5.3.1.3).
const EMAIL_MOST: u64 = 254;
/// Digits in a telephone number, from the shortest British one to the longest anywhere (ITU-T E.164).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Answers with what was wrong about some of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Everything that was answered, understood or kept as typed.
    pub answers: Answers,
    /// What is wrong, in the order of the questions.
    pub problems: Vec<Problem>,
}

/// What a reading of one whole form needs to know on its way down.
pub(super) struct Reader<'a> {
    raw: &'a RawAnswers,
    voice: Voice,
    today: NaiveDate,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(raw: &'a RawAnswers, voice: Voice, today: NaiveDate) -> Self {
        Self { raw, voice, today, problems: Vec::new() }
    }

    /// Reads the questions in order; then `finish` gives what was found.
    pub(super) fn read<'q>(
        &mut self,
        prefix: &str,
        questions: impl IntoIterator<Item = &'q Question>,
        answers: &mut Answers,
    ) {
        let there = self.there(prefix);
        let mut path = prefix.to_owned();
        for question in questions.into_iter().filter(|question| there.contains(&question.key)) {
            path.truncate(prefix.len());
            path.push_str(question.slug());
            if let Some(answer) = self.answer(&path, question) {
                answers.set(question.key, answer);
            }
        }
    }

    /// The questions of one level that anything was sent for. Most of a form are not on any one page.
    fn there(&self, prefix: &str) -> BTreeSet<Key> {
        self.raw.firsts_below(prefix).filter_map(Key::from_slug).collect()
    }

    pub(super) fn finish(self, answers: Answers) -> Reading {
        Reading { answers, problems: self.problems }
    }

    fn answer(&mut self, path: &str, question: &Question) -> Option<Answer> {
        match question.kind {
            Kind::Repeat(group) => return self.items(path, question, &group),
            Kind::One(choices) => return self.one(path, question, choices),
            Kind::Many(choices) => return self.many(path, question, choices),
            _ => {}
        }
        let words = self.raw.all(path).iter().map(|words| clean(words)).find(|words| !words.is_empty())?;
        let wrong = match question.kind {
            Kind::Line(most) => return Some(self.words(path, question, in_a_line(words), most)),
            Kind::Text(most) => return Some(self.words(path, question, words, most)),
            Kind::Email if words.validate_email() && words.validate_length(None, Some(EMAIL_MOST), None) => {
                return Some(Answer::Words(words));
            }
            Kind::Phone if is_phone(&words) => return Some(Answer::Words(words)),
            Kind::NhsNumber => match nhs_number(&words) {
                Some(number) => return Some(Answer::Words(number)),
                None => Wrong::NotAnNhsNumber,
            },
            Kind::Date(kind) => match date::parse(&words, kind, self.today) {
                Ok(date) => return Some(Answer::Date(date)),
                Err(date::NotADate) => Wrong::NotADate,
            },
            Kind::Email => Wrong::NotAnEmail,
            Kind::Phone | Kind::One(_) | Kind::Many(_) | Kind::Repeat(_) => Wrong::NotAPhone,
        };
        self.wrong(path, question, wrong);
        Some(Answer::AsTyped(words))
    }

    fn wrong(&mut self, path: &str, question: &Question, wrong: Wrong) {
        self.problems.push(Problem { path: path.to_owned(), key: question.key, wrong });
    }

    fn words(&mut self, path: &str, question: &Question, words: String, most: usize) -> Answer {
        let over = words.chars().count().saturating_sub(most);
        if over > 0 {
            self.wrong(path, question, Wrong::TooLong { most, over });
        }
        Answer::Words(words)
    }

    fn one(&mut self, path: &str, question: &Question, choices: &'static [Choice]) -> Option<Answer> {
        let typed = self.raw.all(path).iter().map(|slug| slug.trim()).find(|slug| !slug.is_empty())?;
        if let Some(choice) = offered(choices, typed, self.voice) {
            return Some(Answer::One(choice.slug));
        }
        self.wrong(path, question, Wrong::NotAChoice);
        Some(Answer::AsTyped(typed.to_owned()))
    }

    fn many(&mut self, path: &str, question: &Question, choices: &'static [Choice]) -> Option<Answer> {
        let typed: Vec<_> = self.raw.all(path).iter().map(|slug| slug.trim()).filter(|slug| !slug.is_empty()).collect();
        if typed.iter().any(|slug| offered(choices, slug, self.voice).is_none()) {
            self.wrong(path, question, Wrong::NotAChoice);
        }
        let chosen: Vec<_> = choices
            .iter()
            .filter(|choice| typed.contains(&choice.slug) && !choice.label.say(self.voice).is_empty())
            .collect();
        if chosen.len() > 1 && chosen.iter().any(|choice| choice.alone) {
            self.wrong(path, question, Wrong::NotAlone);
        }
        (!chosen.is_empty()).then(|| Answer::Many(chosen.iter().map(|choice| choice.slug).collect()))
    }

    fn items(&mut self, path: &str, question: &Question, group: &Group) -> Option<Answer> {
        let ids = self.raw.item_ids(path);
        if ids.len() > group.most {
            self.wrong(path, question, Wrong::TooMany { most: group.most });
        }
        let mut items = Vec::new();
        for id in ids {
            let mut answers = Answers::default();
            self.read(&format!("{path}.{id}."), group.questions, &mut answers);
            if !answers.is_empty() {
                items.push(Item { id, answers });
            }
        }
        (!items.is_empty()).then_some(Answer::Items(items))
    }
}

fn offered(choices: &'static [Choice], slug: &str, voice: Voice) -> Option<&'static Choice> {
    choices.iter().find(|choice| choice.slug == slug && !choice.label.say(voice).is_empty())
}

/// The words without what no keyboard types, with line ends of one kind and no blanks at either end.
fn clean(words: &str) -> String {
    let untypable = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    if !words.contains(untypable) {
        return words.trim().to_owned();
    }
    words.replace("\r\n", "\n").replace('\r', "\n").replace(untypable, "").trim().to_owned()
}

/// Cleaned words on one line, with one blank between them.
fn in_a_line(words: String) -> String {
    let is_so = words.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace));
    if is_so { words } else { words.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Digits with the signs people put between them, and an extension if there is one.
fn is_phone(words: &str) -> bool {
    let folded = words.to_lowercase();
    let (number, extension) =
        ["extension", "ext.", "ext", "x"].iter().find_map(|mark| folded.split_once(mark)).unwrap_or((&folded, ""));
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let signs = number.chars().all(|sign| sign.is_ascii_digit() || " +()-./".contains(sign));
    let short = extension.trim().chars().all(|sign| sign.is_ascii_digit()) && extension.trim().len() <= 6;
    PHONE_DIGITS.contains(&digits) && signs && short
}

/// The ten digits, if the last one agrees with the others: weights 10 to 2, modulus 11 (NHS Data Dictionary, NHS NUMBER).
fn nhs_number(words: &str) -> Option<String> {
    let digits: Vec<u32> = words
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '-')
        .map(|sign| sign.to_digit(10))
        .collect::<Option<_>>()?;
    let (check, others) = digits.split_last()?;
    if others.len() != 9 {
        return None;
    }
    let sum: u32 = others.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let expected = match 11 - sum % 11 {
        11 => 0,
        10 => return None,
        digit => digit,
    };
    (expected == *check).then(|| digits.iter().map(|digit| char::from_digit(*digit, 10).unwrap_or('0')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_nhs_number_is_checked_by_its_last_digit() {
        assert_eq!(nhs_number("999 000 0018").as_deref(), Some("9990000018"));
        for wrong in ["999 000 0017", "99900000", "999 000 00180", "abc", ""] {
            assert_eq!(nhs_number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_telephone_number_is_read_as_people_write_it() {
        for right in ["01632 960001", "+44 (0)7700 900123", "07700-900-123", "01632 960001 ext 12", "01632960001x3"] {
            assert!(is_phone(right), "{right}");
        }
        for wrong in ["ask the ward", "123", "07700 900123 or 07700 900124 evenings", ""] {
            assert!(!is_phone(wrong), "{wrong}");
        }
    }
}

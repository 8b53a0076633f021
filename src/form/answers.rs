//! Answers, typed by their questions. Knows keys and nothing of how an answer was written or will be shown.

use std::collections::BTreeMap;

use super::date::PartialDate;
use super::key::Key;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Words, an address, a number.
    Words(String),
    /// The slug of the choice.
    One(&'static str),
    /// The slugs of the choices, in the order of the catalogue.
    Many(Vec<&'static str>),
    /// As much of a date as is known.
    Date(PartialDate),
    /// The items of a repeat, in the order they were added.
    Items(Vec<Item>),
    /// Words that could not be read as what was asked for. Kept as they were typed.
    AsTyped(String),
}

/// One item of a repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Stable while the referral is being written.
    pub id: u32,
    /// What was answered about it.
    pub answers: Answers,
}

/// What was answered, at one level: the whole referral, or one item of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<Key, Answer>);

impl Answers {
    /// The answer to a question, if there is one.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&Answer> {
        self.0.get(&key)
    }

    /// Keeps an answer, in place of any before it.
    pub fn set(&mut self, key: Key, answer: Answer) {
        self.0.insert(key, answer);
    }

    /// The words of an answer, understood or not.
    #[must_use]
    pub fn words(&self, key: Key) -> Option<&str> {
        match self.get(key)? {
            Answer::Words(words) | Answer::AsTyped(words) => Some(words),
            _ => None,
        }
    }

    /// Whether words are there that were understood.
    #[must_use]
    pub fn is_written(&self, key: Key) -> bool {
        matches!(self.get(key), Some(Answer::Words(words)) if !words.trim().is_empty())
    }

    /// The one choice made.
    #[must_use]
    pub fn one(&self, key: Key) -> Option<&'static str> {
        match self.get(key)? {
            Answer::One(slug) => Some(slug),
            _ => None,
        }
    }

    /// The choices made; none for a question that was not answered.
    #[must_use]
    pub fn many(&self, key: Key) -> &[&'static str] {
        match self.get(key) {
            Some(Answer::Many(slugs)) => slugs,
            _ => &[],
        }
    }

    /// Whether this choice was made, alone or among others.
    #[must_use]
    pub fn is(&self, key: Key, slug: &str) -> bool {
        match self.get(key) {
            Some(Answer::One(chosen)) => *chosen == slug,
            Some(Answer::Many(chosen)) => chosen.contains(&slug),
            _ => false,
        }
    }

    /// The date given, as far as it is known.
    #[must_use]
    pub fn date(&self, key: Key) -> Option<PartialDate> {
        match self.get(key)? {
            Answer::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The items given; none for a question that was not answered.
    #[must_use]
    pub fn items(&self, key: Key) -> &[Item] {
        match self.get(key) {
            Some(Answer::Items(items)) => items,
            _ => &[],
        }
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every answer at this level, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (Key, &Answer)> {
        self.0.iter().map(|(key, answer)| (*key, answer))
    }
}

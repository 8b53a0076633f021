//! What a question is: pure data, one declaration per fact.
//!
//! Everything a form page, the reader, completeness, the record and the printed twin need is said here once.
//! This file must not know how a question looks, where its answer is stored, or what time it is.

use super::key::Key;
use super::line::Line;
use super::voice::{Voice, Voices};

/// When a question is asked. Data, so that it can be printed, tested and explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Of everybody.
    Always,
    /// Only in these voices.
    Voice(&'static [Voice]),
    /// When an earlier question (same item, or any item that holds this one) was answered with this choice.
    Is(Key, &'static str),
    /// When any of these choices was given.
    In(Key, &'static [&'static str]),
    /// Unless an earlier question was answered with this choice: a question that makes no sense then is closed.
    Unless(Key, &'static str),
    /// When any of these holds.
    Any(&'static [When]),
    /// When all of these hold.
    All(&'static [When]),
}

/// What is missing while the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The referral cannot be sent without it.
    ToSend,
    /// As `ToSend` in this voice, as `ToTriage` in the others.
    ToSendFor(Voice),
    /// Sent without it, then chased within one working day.
    ToTriage,
    /// Needed before these services can accept formally; staff can add it.
    ToInstruct(&'static [Line]),
    /// Never chased.
    Optional,
}

/// How carefully an answer is handled, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// Says nothing about a person by itself.
    Plain,
    /// Identifies a person.
    Identity,
    /// Health, disability or beliefs (UK GDPR Article 9).
    Special,
    /// Could put someone in danger if the wrong person read it.
    Safety,
}

/// How dates in a question may be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateKind {
    /// A day, or "don't know".
    Day,
    /// As `Day`, or a month and year, or a year, of something that lies ahead: a day and month alone mean the next, or one
    /// that has just gone by.
    Ahead,
    /// As `Day`, of something that has begun: a day and month alone, or a day of the week, mean the last.
    Past,
    /// As `Past`, or a month and year, or a year.
    Partial,
    /// As `Partial`, or an age such as "about 80".
    Birth,
}

impl DateKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Day, Self::Ahead, Self::Past, Self::Partial, Self::Birth];

    /// Whether it asks for what has happened already.
    #[must_use]
    pub const fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::Partial | Self::Birth)
    }
}

/// What shape an answer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of words, up to this many characters.
    Line(usize),
    /// Free words, up to this many characters.
    Text(usize),
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An NHS number, checked by its last digit.
    NhsNumber,
    /// A date as people write it.
    Date(DateKind),
    /// One of these.
    One(&'static [Choice]),
    /// Any of these.
    Many(&'static [Choice]),
    /// The same questions again for each thing of its sort.
    Repeat(Group),
}

/// Questions asked again for each item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The questions of one item, in order.
    pub questions: &'static [Question],
    /// What one item is called: "date", "person". Used on buttons and in headings.
    pub item: Voices,
    /// The most items that are kept.
    pub most: usize,
}

/// One thing that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Frozen for ever: form value, JSON value.
    pub slug: &'static str,
    /// The words; empty in a voice to which it is never offered.
    pub label: Voices,
    /// One short sentence of help, or nothing.
    pub hint: Voices,
    /// The easy-read words and picture, where the question has an easy-read twin.
    pub easy: Option<Easy>,
    /// The value of an outside vocabulary this stands for.
    pub code: Option<Code>,
    /// Whether it rules out all others ("none known", "don't know").
    pub alone: bool,
}

impl Choice {
    /// A choice with words for everybody.
    #[must_use]
    pub const fn new(slug: &'static str, label: Voices) -> Self {
        Self { slug, label, hint: Voices::NONE, easy: None, code: None, alone: false }
    }

    /// The same with a sentence of help.
    #[must_use]
    pub const fn hint(mut self, hint: Voices) -> Self {
        self.hint = hint;
        self
    }

    /// The same with easy-read words and a picture.
    #[must_use]
    pub const fn easy(mut self, text: &'static str, picture: &'static str) -> Self {
        self.easy = Some(Easy { text, picture });
        self
    }

    /// The same with the outside value it stands for.
    #[must_use]
    pub const fn code(mut self, code: Code) -> Self {
        self.code = Some(code);
        self
    }

    /// The same, ruling out all others.
    #[must_use]
    pub const fn alone(mut self) -> Self {
        self.alone = true;
        self
    }
}

/// Easy-read words and the picture beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Easy {
    /// At most 15 words a sentence, one idea each.
    pub text: &'static str,
    /// The name of a picture the product ships or the owner replaces.
    pub picture: &'static str,
}

/// A value of an outside vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// Accessible Information Standard (DAPB1605): the SNOMED CT subset's own words.
    Ais(&'static str),
    /// Safeguarding Adults Collection.
    Sac(&'static str),
    /// Primary support reason (Client Level Data).
    Psr(&'static str),
}

/// One question, declared once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The name by which rules know it.
    pub key: Key,
    /// The words of the question.
    pub ask: Voices,
    /// A line or two of help, or nothing.
    pub hint: Voices,
    /// The easy-read twin, where there is one.
    pub easy: Option<Easy>,
    /// The shape of the answer.
    pub kind: Kind,
    /// When it is asked.
    pub when: When,
    /// What is missing without it.
    pub need: Need,
    /// How carefully the answer is handled.
    pub sensitivity: Sensitivity,
}

impl Question {
    /// A question asked of everybody, optional, that identifies nobody: the start of every declaration.
    #[must_use]
    pub const fn new(key: Key, kind: Kind, ask: Voices) -> Self {
        Self {
            key,
            ask,
            hint: Voices::NONE,
            easy: None,
            kind,
            when: When::Always,
            need: Need::Optional,
            sensitivity: Sensitivity::Plain,
        }
    }

    /// The same with help.
    #[must_use]
    pub const fn hint(mut self, hint: Voices) -> Self {
        self.hint = hint;
        self
    }

    /// The same with an easy-read twin.
    #[must_use]
    pub const fn easy(mut self, text: &'static str, picture: &'static str) -> Self {
        self.easy = Some(Easy { text, picture });
        self
    }

    /// The same, asked only then.
    #[must_use]
    pub const fn when(mut self, when: When) -> Self {
        self.when = when;
        self
    }

    /// The same, needed for that.
    #[must_use]
    pub const fn need(mut self, need: Need) -> Self {
        self.need = need;
        self
    }

    /// The same, handled with that care.
    #[must_use]
    pub const fn sensitivity(mut self, sensitivity: Sensitivity) -> Self {
        self.sensitivity = sensitivity;
        self
    }

    /// The frozen name: form field, JSON key, column, anchor.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        self.key.slug()
    }

    /// The choices of this question, if it has any.
    #[must_use]
    pub const fn choices(&self) -> &'static [Choice] {
        match self.kind {
            Kind::One(choices) | Kind::Many(choices) => choices,
            _ => &[],
        }
    }

    /// The choice of that slug, if this question offers it in any voice.
    #[must_use]
    pub fn choice(&self, slug: &str) -> Option<&'static Choice> {
        self.choices().iter().find(|choice| choice.slug == slug)
    }
}

/// A page of questions with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Frozen: part of the page's address.
    pub slug: &'static str,
    /// The page's heading.
    pub title: Voices,
    /// A sentence or two before the first question, or nothing.
    pub intro: Voices,
    /// The questions in order.
    pub questions: &'static [Question],
}

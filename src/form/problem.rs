//! What is wrong with an answer: a code and a place. The words for it are the message table's.

use serde::{Serialize, Serializer};

use super::key::Key;

/// One thing wrong with one answer. Never an error: the answer is kept beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where: the field's name, for example `issues.1.dates.2.date-when`.
    pub path: String,
    /// Which question.
    #[serde(skip)]
    pub key: Key,
    /// What.
    #[serde(rename = "code")]
    pub wrong: Wrong,
}

/// The ways an answer can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Needed before the referral can be sent, and not there.
    Missing,
    /// Longer than can be kept.
    TooLong {
        /// The most characters.
        most: usize,
        /// By how many characters it is longer.
        over: usize,
    },
    /// Not one of the choices offered.
    NotAChoice,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a telephone number.
    NotAPhone,
    /// Not a date of the kind asked for.
    NotADate,
    /// Not an NHS number: not ten digits, or the last digit does not agree with the others.
    NotAnNhsNumber,
    /// More items than can be kept.
    TooMany {
        /// The most items.
        most: usize,
    },
    /// A choice that rules out all others was chosen with others.
    NotAlone,
}

impl Wrong {
    /// The frozen code, for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too-long",
            Self::NotAChoice => "not-a-choice",
            Self::NotAnEmail => "not-an-email",
            Self::NotAPhone => "not-a-phone",
            Self::NotADate => "not-a-date",
            Self::NotAnNhsNumber => "not-an-nhs-number",
            Self::TooMany { .. } => "too-many",
            Self::NotAlone => "not-alone",
        }
    }
}

impl Serialize for Wrong {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

//! Answers that many questions share. Knows no question.

use super::not_known::NOT_KNOWN;
use crate::form::{Choice, Voices};

/// Yes, no, or not sure: for what a person feels or judges.
pub(super) const YES_NO_NOT_SURE: &[Choice] = &[
    Choice::new("yes", Voices::same("Yes")),
    Choice::new("no", Voices::same("No")),
    Choice::new("not-sure", Voices::same("Not sure")),
];

/// Yes, no, or not known: for what is so or not, whoever is asked.
pub(super) const YES_NO_DONT_KNOW: &[Choice] =
    &[Choice::new("yes", Voices::same("Yes")), Choice::new("no", Voices::same("No")), NOT_KNOWN];

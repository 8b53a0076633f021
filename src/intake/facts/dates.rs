//! The dates of an issue, as they were told. What a date is worth is the priority's matter.

use chrono::NaiveDate;

use super::choice::choices;
use crate::form::{Answers, Key, PartialDate};

choices! {
    /// Whether there is a date to work to.
    DatesKnown answers DatesKnown { Yes = "yes", Unknown = "unknown", None = "none", DontKnow = "dont-know" }
}

choices! {
    /// What happens on the day.
    DateWhat answers DateWhat {
        Meeting = "meeting", Conference = "conference", Decision = "decision", Hearing = "hearing",
        Discharge = "discharge", Move = "move", Treatment = "treatment", Eviction = "eviction",
        AuthorisationExpiry = "authorisation-expiry", TribunalDeadline = "tribunal-deadline",
        ComplaintDeadline = "complaint-deadline", ReplyDeadline = "reply-deadline", Appointment = "appointment", Other = "other",
    }
}

choices! {
    /// Whether the day can be changed.
    DateFirm answers DateFirm { Fixed = "fixed", Moveable = "moveable", NotSure = "not-sure" }
}

choices! {
    /// What became of it.
    DateOutcome answers DateOutcome {
        NotYet = "not-yet", WentAhead = "went-ahead", DidNot = "did-not", DontKnow = "dont-know",
    }
}

/// One date somebody told us about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateFacts {
    /// What happens then.
    pub what: Option<DateWhat>,
    /// As much of the day as is known; none when it is blank, not known, or could not be read.
    pub when: Option<PartialDate>,
    /// Whether it can be changed.
    pub firm: Option<DateFirm>,
    /// What became of it.
    pub outcome: Option<DateOutcome>,
}

impl DateFacts {
    /// What the answers about one date say.
    #[must_use]
    pub fn from(answers: &Answers) -> Self {
        Self {
            what: DateWhat::of(answers),
            when: answers.date(Key::DateWhen).filter(|when| *when != PartialDate::Unknown),
            firm: DateFirm::of(answers),
            outcome: DateOutcome::of(answers),
        }
    }

    /// The day it counts from, once somebody has told us as much as its month or its year.
    #[must_use]
    pub fn day(self, today: NaiveDate) -> Option<NaiveDate> {
        Some(first_left(self.when?.earliest()?, self.when?.latest()?, today))
    }

    /// Whether the month or the year is told, and not the day.
    #[must_use]
    pub const fn is_partial(self) -> bool {
        matches!(self.when, Some(PartialDate::Month { .. } | PartialDate::Year(_)))
    }

    /// Whether the day can be changed.
    ///
    /// An appointment, or something we have no name for, is taken to be moveable until somebody says that it is fixed;
    /// everything else is taken to be fixed until somebody says that it can be moved.
    #[must_use]
    pub fn is_moveable(self) -> bool {
        match self.what {
            Some(DateWhat::Appointment | DateWhat::Other) => self.firm != Some(DateFirm::Fixed),
            _ => self.firm == Some(DateFirm::Moveable),
        }
    }

    /// Whether somebody told us what became of it.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(self.outcome, Some(DateOutcome::WentAhead | DateOutcome::DidNot))
    }
}

/// The day that counts among those that a part of a date can mean: the first one that has not passed, so that what may
/// be near is not taken to be far; the last of them, once all have passed.
#[must_use]
pub fn first_left(earliest: NaiveDate, latest: NaiveDate, today: NaiveDate) -> NaiveDate {
    earliest.max(today).min(latest)
}

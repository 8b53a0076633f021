//! What facts are measured against: the rubric, the calendar, and the time somebody says it is.

use chrono::{DateTime, NaiveDate, Utc};

use crate::intake::calendar::Calendar;
use crate::settings::rubric::Rubric;

/// What facts are measured against.
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// How much each rule weighs.
    pub rubric: &'a Rubric,
    /// When somebody is there.
    pub calendar: &'a Calendar,
    /// The time it is.
    pub now: DateTime<Utc>,
    /// The time the referral came; `now` for one that has just come.
    pub received_at: DateTime<Utc>,
}

impl Measure<'_> {
    /// The date in London.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        Calendar::today(self.now)
    }

    /// Working days after today, up to and including that day; none for today and before.
    #[must_use]
    pub fn working_days_until(&self, day: NaiveDate) -> u32 {
        self.calendar.working_days_until(self.today(), day)
    }

    /// Calendar days from today; fewer than none for a day that has passed.
    #[must_use]
    pub fn days_until(&self, day: NaiveDate) -> i64 {
        day.signed_duration_since(self.today()).num_days()
    }

    /// The close of that working day after the referral came.
    #[must_use]
    pub fn target(&self, working_days: u32) -> DateTime<Utc> {
        self.calendar.nth_close(self.received_at, working_days)
    }

    /// The same measure on the moment the referral came.
    #[must_use]
    pub const fn at_receipt(mut self) -> Self {
        self.now = self.received_at;
        self
    }
}

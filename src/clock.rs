//! What time it is: the only place that asks the machine.
//!
//! Everything else is told the time, so that every clock of the law can be tested at any moment.
//! This file must not know what the time is used for.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::London;

/// Where the time comes from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The clock of the machine.
    #[default]
    System,
    /// A clock that moves only when it is told to: for tests.
    Fixed(FixedClock),
    /// The clock of the machine, put forward or back: for a demonstration of a given day.
    Shifted(TimeDelta),
}

impl Clock {
    /// A clock that stands at `instant`.
    #[must_use]
    pub fn fixed(instant: DateTime<Utc>) -> Self {
        Self::Fixed(FixedClock::at(instant))
    }

    /// A clock that shows `instant` now, and goes on from there as the machine's does.
    #[must_use]
    pub fn starting_at(instant: DateTime<Utc>) -> Self {
        Self::Shifted(whole_seconds(instant.timestamp()) - machine_time())
    }

    /// The instant, in whole seconds: both databases then give back exactly what was stored.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::System => machine_time(),
            Self::Fixed(fixed) => fixed.now(),
            Self::Shifted(shift) => machine_time().checked_add_signed(*shift).unwrap_or_else(machine_time),
        }
    }

    /// Time that only goes forward, whatever happens to the clock of the machine: for limits and waits, which must not
    /// last an hour because somebody put the clock back. Counted from no particular moment.
    #[must_use]
    pub fn steady(&self) -> Duration {
        static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
        match self {
            Self::System | Self::Shifted(_) => BEGAN.elapsed(),
            Self::Fixed(fixed) => Duration::from_secs(u64::try_from(fixed.now().timestamp()).unwrap_or_default()),
        }
    }

    /// The date on the calendar in England, which is not the date in UTC for an hour of each summer night.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        civil_date(self.now())
    }
}

/// The time on the wall in England at `instant`.
#[must_use]
pub fn civil_time(instant: DateTime<Utc>) -> NaiveDateTime {
    instant.with_timezone(&London).naive_local()
}

/// The date on the calendar in England at `instant`.
#[must_use]
pub fn civil_date(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&London).date_naive()
}

/// A clock that is set by hand. Its clones are the same clock.
#[derive(Debug, Clone)]
pub struct FixedClock {
    seconds: Arc<AtomicI64>,
}

impl FixedClock {
    /// A clock that stands at `instant`; parts of a second are dropped.
    #[must_use]
    pub fn at(instant: DateTime<Utc>) -> Self {
        Self { seconds: Arc::new(AtomicI64::new(instant.timestamp())) }
    }

    /// Where it stands.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        whole_seconds(self.seconds.load(Ordering::SeqCst))
    }

    /// Moves it, for everyone who holds a clone. A negative step goes back, as a machine's clock can.
    pub fn advance(&self, step: TimeDelta) {
        self.seconds.fetch_add(step.num_seconds(), Ordering::SeqCst);
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
fn machine_time() -> DateTime<Utc> {
    whole_seconds(Utc::now().timestamp())
}

fn whole_seconds(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_time_is_in_whole_seconds() {
        assert_eq!(Clock::System.now().timestamp_subsec_nanos(), 0);
        let fixed = Clock::fixed(instant("2026-11-23T10:00:00.987Z"));
        assert_eq!(fixed.now(), instant("2026-11-23T10:00:00Z"));
    }

    #[test]
    fn clones_of_a_fixed_clock_move_together() {
        let fixed = FixedClock::at(instant("2026-11-23T10:00:00Z"));
        let clock = Clock::Fixed(fixed.clone());
        fixed.advance(TimeDelta::hours(2));
        assert_eq!(clock.now(), instant("2026-11-23T12:00:00Z"));
    }

    #[test]
    fn a_shifted_clock_goes_on_from_where_it_was_put() {
        let put = instant("2026-11-23T10:00:00Z");
        let clock = Clock::starting_at(put);
        let passed = clock.now() - put;
        assert!((TimeDelta::zero()..TimeDelta::minutes(1)).contains(&passed), "{passed}");
        assert_eq!(clock.today().to_string(), "2026-11-23");
    }

    #[test]
    fn today_is_the_date_in_england_across_both_clock_changes() {
        for (at, date) in [
            ("2026-03-29T00:30:00Z", "2026-03-29"),
            ("2026-03-29T23:30:00Z", "2026-03-30"),
            ("2026-10-24T23:30:00Z", "2026-10-25"),
            ("2026-10-25T23:30:00Z", "2026-10-25"),
        ] {
            assert_eq!(Clock::fixed(instant(at)).today().to_string(), date, "{at}");
        }
    }
}

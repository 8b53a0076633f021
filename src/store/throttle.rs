//! How many wrong guesses are allowed before a wait. The caller says how many; the rows remember.

use chrono::{DateTime, TimeDelta, Utc};

use super::codec::seconds;

/// The limit on guessing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// Wrong guesses in a row before the wait.
    pub most: u32,
    /// How long nothing is accepted then, not even the right one.
    pub wait: TimeDelta,
}

impl Throttle {
    /// The count and the end of the wait after one more wrong guess.
    pub(super) fn after_failure(self, failed: i32, now: DateTime<Utc>) -> (i32, Option<i64>) {
        let failed = failed.saturating_add(1);
        if u32::try_from(failed).is_ok_and(|failed| failed >= self.most) {
            (0, Some(seconds(now + self.wait)))
        } else {
            (failed, None)
        }
    }
}

//! The place in the queue as one number, so that a database can sort by it. The smallest comes first.

use chrono::{DateTime, Utc};

use crate::settings::rubric::Band;

/// Seconds fit in so many bits until the year 10 000 and beyond.
const MOMENT_BITS: u32 = 38;
/// Points fit in so many; more than that are all as many.
const POINTS_BITS: u32 = 12;
/// The most points that are told apart.
const MOST_POINTS: i64 = (1 << POINTS_BITS) - 1;
/// The latest moment that is told apart.
const LAST_MOMENT: i64 = (1 << MOMENT_BITS) - 1;

/// What decides the place of a referral within its band, kept apart so that another band can be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The points of its most urgent issue.
    pub points: i32,
    /// Whether a duty or a power stands behind it.
    pub is_statutory: bool,
    /// The owner's choice: whatever has one goes first.
    pub statutory_first: bool,
}

impl Standing {
    /// The place in the queue in that band, with that moment for contact.
    #[must_use]
    pub fn rank(self, band: Band, contact_by: DateTime<Utc>) -> i64 {
        rank(band, contact_by, self.points, self.is_statutory, self.statutory_first)
    }
}

/// The place in the queue: by band, then by the moment to make contact, then by points.
///
/// With `statutory_first`, whatever has a duty or power behind it goes before whatever has none, whatever the band;
/// only Immediate still goes before both, since no order of duties may leave someone in danger waiting.
#[must_use]
pub fn rank(band: Band, contact_by: DateTime<Utc>, points: i32, is_statutory: bool, statutory_first: bool) -> i64 {
    let band_place = match band {
        Band::Immediate => 0,
        Band::Urgent => 1,
        Band::Standard => 2,
        Band::Planned => 3,
    };
    let after_the_statutory = statutory_first && !is_statutory && band != Band::Immediate;
    let place: i64 = if after_the_statutory { band_place + 4 } else { band_place };
    let moment = contact_by.timestamp().clamp(0, LAST_MOMENT);
    let fewer_points = MOST_POINTS - i64::from(points).clamp(0, MOST_POINTS);
    (((place << MOMENT_BITS) | moment) << POINTS_BITS) | fewer_points
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(hours)
    }

    #[test]
    fn statutory_goes_first_only_where_the_owner_says_so_and_never_before_immediate() {
        let court_on_friday = |first| rank(Band::Urgent, at(1), 36, false, first);
        let assessment_some_day = |first| rank(Band::Standard, at(2), 20, true, first);
        assert!(court_on_friday(false) < assessment_some_day(false));
        assert!(assessment_some_day(true) < court_on_friday(true));
        assert!(rank(Band::Immediate, at(9), 30, false, true) < assessment_some_day(true));
    }

    proptest! {
        #[test]
        fn the_rank_sorts_as_band_then_moment_then_points(
            one in (0_usize..4, 0_i64..900_000, 0_i32..200), other in (0_usize..4, 0_i64..900_000, 0_i32..200),
        ) {
            let of = |(band, hours, points): (usize, i64, i32)| rank(Band::ALL[band], at(hours), points, true, false);
            let by_hand = |(band, hours, points): (usize, i64, i32)| (band, hours, -points);
            prop_assert_eq!(of(one).cmp(&of(other)), by_hand(one).cmp(&by_hand(other)));
        }
    }
}

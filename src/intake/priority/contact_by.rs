//! By when somebody makes contact: the earliest promise that holds, and never before the referral came.

use chrono::{DateTime, Utc};

use super::dates::Candidate;
use super::measure::Measure;
use crate::form::Line;
use crate::settings::rubric::Band;

/// The moment by which somebody makes contact.
///
/// The earliest of the band's target, the service's own, the working days that danger leaves, and the last moment that
/// a date leaves; never before the referral came. The one place where this is worked out, for the band of the rules and for one that staff chose.
pub(in crate::intake) fn contact_by(
    band: Band,
    line: Line,
    danger: Option<u32>,
    last_moment: Option<DateTime<Utc>>,
    measure: &Measure<'_>,
) -> DateTime<Utc> {
    let rubric = measure.rubric;
    let days = [Some(rubric.target(band)), rubric.line_target(line), danger];
    let targets = days.into_iter().flatten().map(|days| measure.target(days));
    targets.chain(last_moment).min().unwrap_or(measure.received_at).max(measure.received_at)
}

/// The last open moment before the first date that cannot be moved, legal clocks among them.
pub(super) fn last_moment(candidates: &[Candidate], measure: &Measure<'_>) -> Option<DateTime<Utc>> {
    let fixed = candidates.iter().filter(|candidate| !candidate.moveable).filter_map(|candidate| candidate.day);
    fixed.map(|day| measure.calendar.last_open_before(day)).min()
}

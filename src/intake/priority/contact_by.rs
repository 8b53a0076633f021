//! By when somebody makes contact: the earliest promise that holds, and never a moment that has gone.

use chrono::{DateTime, Utc};

use super::dates::Candidate;
use super::measure::Measure;
use crate::form::Line;
use crate::settings::rubric::Band;

/// The moment by which somebody makes contact.
///
/// The earliest of the band's target, the service's own, a working day where nobody knows whether someone is in
/// danger, and the last open moment before each date that cannot be moved.
pub(super) fn contact_by(
    band: Band,
    line: Line,
    candidates: &[Candidate],
    danger_unknown: bool,
    measure: &Measure<'_>,
) -> DateTime<Utc> {
    let rubric = measure.rubric;
    let days = [Some(rubric.target(band)), rubric.line_target(line), danger_unknown.then_some(rubric.call_back_days)];
    let targets = days.into_iter().flatten().map(|days| measure.target(days));
    let fixed = candidates.iter().filter(|candidate| !candidate.moveable).filter_map(|candidate| candidate.day);
    let last_moments = fixed.map(|day| measure.calendar.last_open_before(day));
    targets.chain(last_moments).min().unwrap_or(measure.now).max(measure.now)
}

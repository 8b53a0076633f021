//! How many referrals stand where: moved with each referral, so that no page counts rows.

use diesel::prelude::*;

use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, named};
use crate::store::connection::{AnyConnection, each_backend};
use crate::store::error::{Fault, Result};
use crate::store::schema::queue_counts;
use crate::triage::life::Status;

/// How many referrals stand where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    by: Vec<(Status, Band, i64)>,
}

impl Counts {
    /// Those of that status and band.
    #[must_use]
    pub fn of(&self, status: Status, band: Band) -> i64 {
        self.by.iter().filter(|(s, b, _)| (*s, *b) == (status, band)).map(|(_, _, total)| total).sum()
    }

    /// Those of that status.
    #[must_use]
    pub fn of_status(&self, status: Status) -> i64 {
        self.by.iter().filter(|(s, _, _)| *s == status).map(|(_, _, total)| total).sum()
    }
}

/// Reads the counts.
pub fn counts(conn: &mut AnyConnection, actor: Actor) -> Result<Counts> {
    allow(actor, Action::SeeQueue, Whose::Own)?;
    let rows: Vec<(String, String, i64)> =
        queue_counts::table.select((queue_counts::status, queue_counts::band, queue_counts::total)).load(conn)?;
    let by = rows
        .into_iter()
        .map(|(status, band, total)| Ok((named(Status::from_slug(&status))?, named(Band::from_slug(&band))?, total)))
        .collect::<Result<_>>()?;
    Ok(Counts { by })
}

/// Moves one referral from a place to another. The rows are always taken in one order, so that two instances that move
/// referrals opposite ways cannot wait for each other.
pub(in crate::store) fn shift(
    conn: &mut AnyConnection,
    from: Option<(Status, Band)>,
    to: Option<(Status, Band)>,
) -> Result<()> {
    if from == to {
        return Ok(());
    }
    let mut steps: Vec<((&str, &str), i64)> = [(from, -1), (to, 1)]
        .into_iter()
        .filter_map(|(place, step)| place.map(|(status, band)| ((status.slug(), band.slug()), step)))
        .collect();
    steps.sort_unstable();
    for ((status, band), step) in steps {
        let row = queue_counts::table.filter(queue_counts::status.eq(status)).filter(queue_counts::band.eq(band));
        let shift = diesel::update(row).set(queue_counts::total.eq(queue_counts::total + step));
        let shifted = each_backend!(conn, conn => shift.execute(conn))?;
        if shifted != 1 {
            return Err(Fault::Link.into());
        }
    }
    Ok(())
}

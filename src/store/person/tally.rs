//! What was destroyed, as numbers that name nobody.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::erase::Ground;
use crate::clock::civil_date;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::{allow, named};
use crate::store::connection::{AnyConnection, each_backend};
use crate::store::error::Result;
use crate::store::schema::{gone, refusals};
use crate::triage::ending::month;

/// How many of a kind were destroyed in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The month: `2026-11`.
    pub month: String,
    /// Of what, by its frozen name.
    pub kind: String,
    /// On which ground.
    pub ground: Ground,
    /// How many.
    pub total: i64,
}

/// How many refusals were confirmed in each month, for which a referral was destroyed whole.
pub fn refused(conn: &mut AnyConnection, actor: Actor) -> Result<Vec<(String, i64)>> {
    allow(actor, Action::Sweep, Whose::Own)?;
    Ok(refusals::table.order(refusals::month).select((refusals::month, refusals::total)).load(conn)?)
}

/// Counts what was destroyed just now, in the transaction that did it.
pub(in crate::store) fn count_gone(
    conn: &mut AnyConnection,
    kind: &str,
    ground: Ground,
    number: usize,
    now: DateTime<Utc>,
) -> Result<()> {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    if number == 0 {
        return Ok(());
    }
    let values = (
        gone::month.eq(month(civil_date(now))),
        gone::kind.eq(kind),
        gone::ground.eq(ground.slug()),
        gone::total.eq(number),
    );
    each_backend!(conn, conn => diesel::insert_into(gone::table)
        .values(values)
        .on_conflict((gone::month, gone::kind, gone::ground))
        .do_update()
        .set(gone::total.eq(gone::total + number))
        .execute(conn))?;
    Ok(())
}

/// Everything that was ever destroyed, by month.
pub fn gone(conn: &mut AnyConnection, actor: Actor) -> Result<Vec<Gone>> {
    allow(actor, Action::Sweep, Whose::Own)?;
    let rows: Vec<(String, String, String, i64)> =
        gone::table.order((gone::month, gone::kind, gone::ground)).load(conn)?;
    rows.into_iter()
        .map(|(month, kind, ground, total)| Ok(Gone { month, kind, ground: named(Ground::from_slug(&ground))?, total }))
        .collect()
}

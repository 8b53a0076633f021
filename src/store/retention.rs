//! The daily sweep's other half: who does it today, and what goes without a referral.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::codec::{allow, seconds};
use super::connection::{AnyConnection, each_backend};
use super::error::Result;
use super::person::{Ground, count_gone};
use super::schema::{feedback, invitations, meta};
use crate::permission::{Action, Actor, Whose};

/// The row that says on which day things were last destroyed.
const SWEPT: &str = "swept-on";

/// Takes today's sweep, if nobody has it yet: of several instances, one does it. A sweep that breaks off goes on
/// tomorrow; nothing is destroyed twice, and nothing too early.
pub fn claim_day(conn: &mut AnyConnection, actor: Actor, today: NaiveDate) -> Result<bool> {
    allow(actor, Action::Sweep, Whose::Own)?;
    let day = today.to_string().into_bytes();
    each_backend!(conn, conn => diesel::insert_into(meta::table)
        .values((meta::name.eq(SWEPT), meta::value.eq(Vec::new())))
        .on_conflict(meta::name)
        .do_nothing()
        .execute(conn))?;
    // Days are written so that the later one sorts later.
    let row = meta::table.filter(meta::name.eq(SWEPT)).filter(meta::value.lt(day.clone()));
    Ok(diesel::update(row).set(meta::value.eq(day)).execute(conn)? == 1)
}

/// What was destroyed besides referrals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Swept {
    /// Feedback that had grown too old.
    pub feedback: usize,
    /// Codes that opened nothing any more.
    pub invitations: usize,
}

/// Destroys feedback given before `given_before`, and codes that have run out.
pub fn sweep(conn: &mut AnyConnection, actor: Actor, given_before: DateTime<Utc>, now: DateTime<Utc>) -> Result<Swept> {
    allow(actor, Action::Sweep, Whose::Own)?;
    let old = diesel::delete(feedback::table.filter(feedback::received_at.lt(seconds(given_before)))).execute(conn)?;
    let in_use = feedback::table.filter(feedback::invitation_id.is_not_null()).select(feedback::invitation_id);
    let over = invitations::table
        .filter(invitations::expires_at.le(seconds(now)))
        .filter(invitations::id.nullable().ne_all(in_use));
    let codes = diesel::delete(over).execute(conn)?;
    count_gone(conn, "feedback", Ground::Retention, old, now)?;
    Ok(Swept { feedback: old, invitations: codes })
}

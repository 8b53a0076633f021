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

/// Days without a sweep after which the clock is doubted first. A backup that is put back is seldom older.
const LEAP: i64 = 40;

/// Who destroys what is kept no longer, on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Whoever asked.
    Ours,
    /// Nobody: the day is far from the last one that was swept, so the clock may be wrong. If it still says so tomorrow,
    /// it is right.
    Nobodys,
    /// Somebody else, or nobody any more: it was done.
    Taken,
}

/// Takes today's sweep, if nobody has it yet: of several instances, one does it. A sweep that breaks off goes on
/// tomorrow; nothing is destroyed twice, and nothing too early, not even under a clock that leaps for a day.
pub fn claim_day(conn: &mut AnyConnection, actor: Actor, today: NaiveDate) -> Result<Turn> {
    allow(actor, Action::Sweep, Whose::Own)?;
    each_backend!(conn, conn => diesel::insert_into(meta::table)
        .values((meta::name.eq(SWEPT), meta::value.eq(Vec::new())))
        .on_conflict(meta::name)
        .do_nothing()
        .execute(conn))?;
    let row = || meta::table.filter(meta::name.eq(SWEPT));
    let before: Vec<u8> = row().select(meta::value).first(conn)?;
    let last: Option<NaiveDate> = std::str::from_utf8(&before).ok().and_then(|day| day.parse().ok());
    let days = last.map(|last| (today - last).num_days());
    // Of two machines at midnight, one is in tomorrow already.
    if matches!(days, Some(-1 | 0)) {
        return Ok(Turn::Taken);
    }
    let guarded = row().filter(meta::value.eq(before));
    if diesel::update(guarded).set(meta::value.eq(today.to_string().into_bytes())).execute(conn)? != 1 {
        return Ok(Turn::Taken);
    }
    Ok(if days.is_none_or(|days| (1..=LEAP).contains(&days)) { Turn::Ours } else { Turn::Nobodys })
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

//! Once a day, what is kept no longer is destroyed: by the owner's periods, one referral a transaction.

use chrono::{DateTime, Months, Utc};

use super::SWEEP;
use crate::rights::keeping::kept_until;
use crate::store::person::{self, Due, Erasure};
use crate::store::retention::Turn;
use crate::store::{self, retention};
use crate::web::Rooms;

/// Referrals looked at together.
const TOGETHER: u32 = 50;

/// Destroys what is kept no longer, unless that was done today, here or by another instance.
pub(super) async fn daily(rooms: &Rooms) -> store::Result<()> {
    let (now, today) = (rooms.clock.now(), rooms.clock.today());
    match rooms.db.writing(move |conn| retention::claim_day(conn, SWEEP, today)).await? {
        Turn::Ours => {}
        Turn::Taken => return Ok(()),
        Turn::Nobodys => {
            tracing::warn!(%today, "the last sweep is long ago, or to come: if the clock is right, it is done tomorrow");
            return Ok(());
        }
    }
    let given_before = years_before(now, rooms.settings.retention.feedback_years);
    let swept = rooms.db.writing(move |conn| retention::sweep(conn, SWEEP, given_before, now)).await?;
    let referrals = old_referrals(rooms).await?;
    tracing::info!(referrals, feedback = swept.feedback, codes = swept.invitations, "destroyed what is kept no longer");
    if referrals + swept.feedback > 0 {
        rooms.tidy().await;
    }
    Ok(())
}

/// Destroys every referral whose time is over, and says how many there were.
async fn old_referrals(rooms: &Rooms) -> store::Result<usize> {
    let (now, today, kept) = (rooms.clock.now(), rooms.clock.today(), rooms.settings.retention);
    let due = Due {
        ended_before: years_before(now, kept.declined_years),
        untouched_since: years_before(now, kept.record_years),
    };
    let (mut after, mut destroyed) = (0, 0);
    loop {
        let vault = rooms.vault.clone();
        let found = rooms.db.reading(move |conn| person::due(conn, &vault, SWEEP, due, (after, TOGETHER))).await?;
        let Some(last) = found.last() else { return Ok(destroyed) };
        after = last.id;
        for case in found {
            if case.answers.is_none() {
                tracing::error!(reference = %case.reference, "a referral does not open: it is kept as a child's would be");
            }
            // Somebody young is kept for longer than the periods alone say.
            if kept_until(&case, &kept).is_none_or(|until| until > today) {
                continue;
            }
            let (vault, reference) = (rooms.vault.clone(), case.reference);
            let erasure = Erasure::over(case.touched_at);
            let job = move |conn: &mut _| person::erase(conn, &vault, SWEEP, &reference, &erasure, now);
            match rooms.db.writing(job).await {
                Ok(erased) => destroyed += erased.references.len(),
                // Somebody else was quicker, holds it, or works with it again.
                Err(store::Error::Conflict) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

fn years_before(now: DateTime<Utc>, years: u32) -> DateTime<Utc> {
    now.checked_sub_months(Months::new(years.saturating_mul(12))).unwrap_or(DateTime::UNIX_EPOCH)
}

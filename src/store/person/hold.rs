//! Keeping a referral beyond its time, for a complaint or a court case, and letting go of it again.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::{allow, seconds};
use crate::store::connection::AnyConnection;
use crate::store::error::{Error, Fault, Result};
use crate::store::events::{EventKind, NewEvent, append};
use crate::store::schema::referrals;
use crate::vault::Vault;

/// Holds a referral, or lets go of it. [`Error::Conflict`] where it stands so already or was erased, [`Fault::Rule`]
/// without a reason.
pub fn hold(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (reference, held): (&Reference, bool),
    why: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::HoldRecord, Whose::Own)?;
    if why.trim().is_empty() {
        return Err(Fault::Rule.into());
    }
    let row = referrals::table.filter(referrals::reference.eq(reference.letters()));
    let id: i64 = row.select(referrals::id).first(conn)?;
    let stands = referrals::table.filter(referrals::id.eq(id)).filter(referrals::erased_at.is_null());
    let changed = if held {
        diesel::update(stands.filter(referrals::held_at.is_null()))
            .set(referrals::held_at.eq(Some(seconds(now))))
            .execute(conn)?
    } else {
        diesel::update(stands.filter(referrals::held_at.is_not_null()))
            .set(referrals::held_at.eq(None::<i64>))
            .execute(conn)?
    };
    if changed != 1 {
        return Err(Error::Conflict);
    }
    let kind = if held { EventKind::Held } else { EventKind::Released };
    let event = NewEvent { kind, issue: None, detail: "", words: why };
    append(conn, vault, actor, (id, reference), &event, now)
}

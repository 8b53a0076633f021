//! Everything that is held about a person, read at once for a copy they asked for; noted in each history.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use crate::ids::Reference;
use crate::permission::{Action, Actor, StaffId, Whose};
use crate::store::codec::{allow, instant, named};
use crate::store::connection::AnyConnection;
use crate::store::error::{Fault, Result};
use crate::store::events::{By, EventKind, NewEvent, append};
use crate::store::outbox::{NewMail, raise};
use crate::store::referrals::{Referral, load_person, whole};
use crate::store::schema::{feedback, invitations, referrals};
use crate::store::{feedback as given, staff};
use crate::vault::Vault;

/// One referral with what hangs on it.
#[derive(Clone)]
pub struct HeldReferral {
    /// The referral with everything in it, its history included.
    pub referral: Referral,
    /// What was said by a private code of this referral: answers, null where they do not open, and when.
    pub feedback: Vec<(Value, DateTime<Utc>)>,
}

/// Everything about one person.
#[derive(Clone)]
pub struct Held {
    /// Who they are; null where it does not open.
    pub person: Value,
    /// Their referrals, the oldest first.
    pub referrals: Vec<HeldReferral>,
    /// The names of the members of staff in the histories.
    pub staff: Vec<(StaffId, String)>,
}

/// Reads that referral, and whatever else is kept as of the same person, and adds to each of their histories that it was
/// read for which copy, and why; what alarms others goes with it. [`Fault::Rule`] without a reason.
pub fn disclose(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    reference: &Reference,
    (detail, why, alarm): (&str, &str, Option<&NewMail>),
    now: DateTime<Utc>,
) -> Result<Held> {
    allow(actor, Action::DisclosePerson, Whose::Own)?;
    if why.trim().is_empty() {
        return Err(Fault::Rule.into());
    }
    let person: i64 = referrals::table
        .filter(referrals::reference.eq(reference.letters()))
        .select(referrals::person_id)
        .first(conn)?;
    let known = load_person(conn, vault, person)?;
    let theirs: Vec<(i64, String)> = referrals::table
        .filter(referrals::person_id.eq(person))
        .order(referrals::id)
        .select((referrals::id, referrals::reference))
        .load(conn)?;
    let mut all = Vec::with_capacity(theirs.len());
    for (id, letters) in theirs {
        let reference: Reference = named(letters.parse().ok())?;
        let event = NewEvent { detail, words: why, ..NewEvent::plain(EventKind::Disclosed) };
        append(conn, vault, actor, (id, &reference), &event, now)?;
        all.push(HeldReferral {
            referral: whole(conn, vault, &reference)?,
            feedback: linked_feedback(conn, vault, id)?,
        });
    }
    raise(conn, vault, alarm, now)?;
    let ids: Vec<StaffId> = all
        .iter()
        .flat_map(|held| &held.referral.events)
        .filter_map(|event| if let By::Staff(id) = event.by { Some(id) } else { None })
        .collect();
    Ok(Held { person: known, referrals: all, staff: staff::names(conn, vault, &ids)? })
}

fn linked_feedback(conn: &mut AnyConnection, vault: &Vault, referral: i64) -> Result<Vec<(Value, DateTime<Utc>)>> {
    let codes = invitations::table.filter(invitations::referral_id.eq(referral)).select(invitations::id.nullable());
    let rows: Vec<(String, Vec<u8>, i64)> = feedback::table
        .filter(feedback::invitation_id.eq_any(codes))
        .order(feedback::id)
        .select((feedback::row_name, feedback::answers, feedback::received_at))
        .load(conn)?;
    rows.into_iter()
        .map(|(row, answers, at)| Ok((vault.open_json(given::place(&row), &answers).unwrap_or_default(), instant(at)?)))
        .collect()
}

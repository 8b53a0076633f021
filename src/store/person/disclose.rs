//! Everything that is held about a person, read at once for a copy they asked for; noted in each history.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use crate::ids::Reference;
use crate::permission::{Action, Actor, StaffId, Whose};
use crate::store::codec::{allow, instant, instant_or_none, named};
use crate::store::connection::AnyConnection;
use crate::store::error::{Fault, Result};
use crate::store::events::{By, EventKind, NewEvent, append};
use crate::store::outbox::{NewMail, WITHDRAWN, raise};
use crate::store::referrals::{Referral, SealedPerson, person_place, whole};
use crate::store::schema::{feedback, invitations, outbox, people, referrals};
use crate::store::{feedback as given, staff};
use crate::vault::Vault;

/// A mail, as a fact: its words are destroyed when it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFact {
    /// Which mail, by its frozen name.
    pub kind: String,
    /// `waiting`, `sent`, `given-up`, or `withdrawn` where it was no longer safe.
    pub state: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it left or was given up.
    pub settled_at: Option<DateTime<Utc>>,
}

/// One referral with what hangs on it.
#[derive(Clone)]
pub struct HeldReferral {
    /// The referral with everything in it, its history included.
    pub referral: Referral,
    /// The mails it caused.
    pub mails: Vec<MailFact>,
    /// What was said by a private code of this referral: answers, and when.
    pub feedback: Vec<(Value, DateTime<Utc>)>,
}

/// Everything about one person.
#[derive(Clone)]
pub struct Held {
    /// Who they are.
    pub person: Value,
    /// Their referrals, the oldest first.
    pub referrals: Vec<HeldReferral>,
    /// The names of the members of staff in the histories.
    pub staff: Vec<(StaffId, String)>,
}

/// Reads that referral, and whatever else is kept as of the same person, and adds to each of their histories that it was
/// read for a copy, and why; what alarms others goes with it. [`Fault::Rule`] without a reason.
pub fn disclose(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    reference: &Reference,
    (why, alarm): (&str, Option<&NewMail>),
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
    let (row, sealed): (String, Vec<u8>) =
        people::table.filter(people::id.eq(person)).select((people::row_name, people::details)).first(conn)?;
    let known: SealedPerson = vault.open_json(person_place(&row), &sealed)?;
    let theirs: Vec<(i64, String)> = referrals::table
        .filter(referrals::person_id.eq(person))
        .order(referrals::id)
        .select((referrals::id, referrals::reference))
        .load(conn)?;
    let mut all = Vec::with_capacity(theirs.len());
    for (id, letters) in theirs {
        let reference: Reference = named(letters.parse().ok())?;
        let event = NewEvent { words: why, ..NewEvent::plain(EventKind::Disclosed) };
        append(conn, vault, actor, (id, &reference), &event, now)?;
        all.push(HeldReferral {
            referral: whole(conn, vault, &reference)?,
            mails: mails(conn, id)?,
            feedback: linked_feedback(conn, vault, id)?,
        });
    }
    raise(conn, vault, alarm, now)?;
    let ids: Vec<StaffId> = all
        .iter()
        .flat_map(|held| &held.referral.events)
        .filter_map(|event| if let By::Staff(id) = event.by { Some(id) } else { None })
        .collect();
    Ok(Held { person: known.details, referrals: all, staff: staff::names(conn, vault, &ids)? })
}

/// Kind, state, fault, written, settled.
type MailRow = (String, String, Option<String>, i64, Option<i64>);

fn mails(conn: &mut AnyConnection, referral: i64) -> Result<Vec<MailFact>> {
    let rows: Vec<MailRow> = outbox::table
        .filter(outbox::referral_id.eq(referral))
        .order(outbox::id)
        .select((outbox::kind, outbox::state, outbox::fault, outbox::created_at, outbox::settled_at))
        .load(conn)?;
    rows.into_iter()
        .map(|(kind, state, fault, created_at, settled_at)| {
            let state = fault.filter(|fault| fault == WITHDRAWN).unwrap_or(state);
            Ok(MailFact { kind, state, created_at: instant(created_at)?, settled_at: instant_or_none(settled_at)? })
        })
        .collect()
}

fn linked_feedback(conn: &mut AnyConnection, vault: &Vault, referral: i64) -> Result<Vec<(Value, DateTime<Utc>)>> {
    let codes = invitations::table.filter(invitations::referral_id.eq(referral)).select(invitations::id.nullable());
    let rows: Vec<(String, Vec<u8>, i64)> = feedback::table
        .filter(feedback::invitation_id.eq_any(codes))
        .order(feedback::id)
        .select((feedback::row_name, feedback::answers, feedback::received_at))
        .load(conn)?;
    rows.into_iter()
        .map(|(row, answers, at)| Ok((vault.open_json(given::place(&row), &answers)?, instant(at)?)))
        .collect()
}

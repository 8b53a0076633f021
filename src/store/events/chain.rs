//! Whether a history is as it was written, and making it anew under another key.

use diesel::prelude::*;

use super::{EventKind, Row, place, row_name, rows, slices};
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::allow;
use crate::store::connection::AnyConnection;
use crate::store::error::{Error, Fault, Result};
use crate::store::schema::{events, referrals};
use crate::vault::Vault;

/// How a history ends, as its referral holds it: the number of events, and the hash of the last.
pub(in crate::store) type End = (i64, Vec<u8>);

/// What is wrong with a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The event of that number was changed, taken out or put in.
    Event(i64),
    /// The words of the event of that number are not those that were written, or do not open.
    Words(i64),
    /// Events were cut off at the end, or the referral does not hold how it ends.
    End,
}

/// Checks the history of a referral and says how many events it holds. [`Fault::Chain`] when a row was changed, taken
/// out, put in or cut off; erased words are no fault.
pub fn verify_chain(conn: &mut AnyConnection, vault: &Vault, actor: Actor, reference: &Reference) -> Result<i64> {
    allow(actor, Action::VerifyEvents, Whose::Own)?;
    let referral: i64 =
        referrals::table.filter(referrals::reference.eq(reference.letters())).select(referrals::id).first(conn)?;
    verify(conn, vault, (referral, reference))?.map_err(|_| Fault::Chain.into())
}

/// How many events a history holds, or what is the first thing wrong with it.
pub(in crate::store) fn verify(
    conn: &mut AnyConnection,
    vault: &Vault,
    (referral, reference): (i64, &Reference),
) -> Result<std::result::Result<i64, Wrong>> {
    let end: End = referrals::table
        .filter(referrals::id.eq(referral))
        .select((referrals::events_count, referrals::events_head))
        .first(conn)?;
    let rows = rows(conn, referral)?;
    if let Err(wrong) = verify_links(vault, reference, &rows, &end) {
        return Ok(Err(wrong));
    }
    let closed = rows.iter().find(|row| row.open_words(vault, reference).is_err());
    Ok(closed.map_or(Ok(end.0), |row| Err(Wrong::Words(row.seq))))
}

/// Whether each event follows from the one before, the first is the sending, and the last is the one that the referral
/// holds. None at all is a history that was taken away.
pub(super) fn verify_links(
    vault: &Vault,
    reference: &Reference,
    rows: &[Row],
    (total, head): &End,
) -> std::result::Result<(), Wrong> {
    let (mut before, mut seq): (&[u8], i64) = (&[], 0);
    for row in rows {
        seq += 1;
        let parts = row.chained(reference, before);
        let begins = seq > 1 || row.kind == EventKind::Received.slug();
        if !begins || row.seq != seq || !vault.is_chain(&row.hash, &slices(&parts)) {
            return Err(Wrong::Event(seq));
        }
        before = &row.hash;
    }
    if seq > 0 && seq == *total && before == head { Ok(()) } else { Err(Wrong::End) }
}

/// What the chain holds of the first events of a referral. The same under every key.
pub(in crate::store) struct Told {
    /// How many events that are.
    pub(in crate::store) events: i64,
    /// What the chain holds of them, part by part.
    pub(in crate::store) parts: Vec<Vec<u8>>,
    /// Whether a later event tells that the answers were changed.
    pub(in crate::store) changed_after: bool,
}

/// What the chain holds of the first `most` events.
pub(in crate::store) fn told(
    conn: &mut AnyConnection,
    (referral, reference): (i64, &Reference),
    most: i64,
) -> Result<Told> {
    let changes = [EventKind::Corrected, EventKind::Erased].map(EventKind::slug);
    let (first, later): (Vec<_>, Vec<_>) = rows(conn, referral)?.into_iter().partition(|row| row.seq <= most);
    Ok(Told {
        events: i64::try_from(first.len()).unwrap_or(i64::MAX),
        parts: first.iter().flat_map(|row| row.chained(reference, &[])).collect(),
        changed_after: later.iter().any(|row| changes.contains(&row.kind.as_str())),
    })
}

/// Makes the history of a referral anew under the newest key, words and chain, once the old one is verified. What it
/// says stays as it is. [`Fault::Chain`] when it does not verify; then nothing is changed.
pub(in crate::store) fn rehash(
    conn: &mut AnyConnection,
    vault: &Vault,
    (referral, reference): (i64, &Reference),
) -> Result<()> {
    hold(conn, referral)?;
    verify(conn, vault, (referral, reference))?.map_err(|_| Error::Broken(Fault::Chain))?;
    let mut before = Vec::new();
    for mut row in rows(conn, referral)? {
        let name = row_name(reference, row.seq);
        row.words = row.words.map(|sealed| vault.reseal(place(&name), &sealed)).transpose()?;
        let parts = row.chained(reference, &before);
        row.hash = vault.chain(&slices(&parts));
        let own = events::table.filter(events::referral_id.eq(referral)).filter(events::seq.eq(row.seq));
        diesel::update(own).set((events::words.eq(&row.words), events::hash.eq(&row.hash))).execute(conn)?;
        before = row.hash;
    }
    diesel::update(referrals::table.filter(referrals::id.eq(referral)))
        .set(referrals::events_head.eq(before))
        .execute(conn)?;
    Ok(())
}

/// Seals the words anew of a history that does not verify, those that open. Its chain stays as broken as it is; but when
/// the older key is gone, its words can still be read.
pub(in crate::store) fn reseal_words(
    conn: &mut AnyConnection,
    vault: &Vault,
    (referral, reference): (i64, &Reference),
) -> Result<()> {
    hold(conn, referral)?;
    for row in rows(conn, referral)? {
        let name = row_name(reference, row.seq);
        let Some(Ok(again)) = row.words.map(|sealed| vault.reseal(place(&name), &sealed)) else { continue };
        let own = events::table.filter(events::referral_id.eq(referral)).filter(events::seq.eq(row.seq));
        diesel::update(own).set(events::words.eq(again)).execute(conn)?;
    }
    Ok(())
}

/// Takes the referral's row, as adding an event does: nobody adds one meanwhile.
fn hold(conn: &mut AnyConnection, referral: i64) -> Result<()> {
    diesel::update(referrals::table.filter(referrals::id.eq(referral)))
        .set(referrals::events_count.eq(referrals::events_count))
        .execute(conn)?;
    Ok(())
}

//! How far each history has come, noted so that it can be compared later: whoever puts an older whole state back, with the
//! history it then had, leaves nothing in the database that shows it.
//!
//! A note is a keyed hash over what the chain holds of a referral, and one over its answers. Both are the same under every
//! key that seals, so that turning the key spoils no note. Must not know where notes are kept.

use diesel::prelude::*;

use super::codec::allow;
use super::connection::AnyConnection;
use super::error::Result;
use super::events::{self, Told};
use super::referrals::place;
use super::schema::referrals;
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::vault::Vault;

/// How far one referral had come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Which.
    pub reference: Reference,
    /// How many events its history held.
    pub events: i64,
    /// The keyed hash of these events.
    pub history: Vec<u8>,
    /// The keyed hash of its answers.
    pub answers: Vec<u8>,
}

/// What is wrong with a referral, beside a note of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// It is not there any more.
    Gone,
    /// Its history holds fewer events, or others.
    Older,
    /// Its answers are others, and no event tells of that.
    Answers,
}

/// How far the referrals have come, no more than `most` by their rows after the row `after`, and the last row. Those of
/// which something does not verify are left out: what is wrong with them is said by [`verify`](super::verify).
pub fn heads(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (after, most): (i64, u32),
) -> Result<(Vec<Head>, Option<i64>)> {
    allow(actor, Action::VerifyEvents, Whose::Own)?;
    let rows: Vec<(i64, String, Vec<u8>)> = referrals::table
        .filter(referrals::id.gt(after))
        .order(referrals::id)
        .limit(i64::from(most))
        .select((referrals::id, referrals::reference, referrals::answers))
        .load(conn)?;
    let last = rows.last().map(|row| row.0);
    let mut all = Vec::with_capacity(rows.len());
    for (id, letters, answers) in rows {
        let Ok(reference) = letters.parse::<Reference>() else { continue };
        let Ok(answers) = vault.open(place("answers", &reference), &answers) else { continue };
        if events::verify(conn, vault, (id, &reference))?.is_err() {
            continue;
        }
        let Told { events, parts, .. } = events::told(conn, (id, &reference), i64::MAX)?;
        let history = vault.hash(HISTORY, &slices(&parts));
        let answers = vault.hash(ANSWERS, &[reference.letters().as_bytes(), &answers]);
        all.push(Head { reference, events, history, answers });
    }
    Ok((all, last))
}

/// What is wrong with a referral beside that note; nothing where it has only grown.
pub fn since(conn: &mut AnyConnection, vault: &Vault, actor: Actor, noted: &Head) -> Result<Option<Since>> {
    allow(actor, Action::VerifyEvents, Whose::Own)?;
    let reference = &noted.reference;
    let found: Option<(i64, Vec<u8>)> = referrals::table
        .filter(referrals::reference.eq(reference.letters()))
        .select((referrals::id, referrals::answers))
        .first(conn)
        .optional()?;
    let Some((id, answers)) = found else { return Ok(Some(Since::Gone)) };
    let told = events::told(conn, (id, reference), noted.events)?;
    if told.events != noted.events || !vault.is_hash(&noted.history, HISTORY, &slices(&told.parts)) {
        return Ok(Some(Since::Older));
    }
    let answers = vault.open(place("answers", reference), &answers);
    let is_noted = |answers: &[u8]| vault.is_hash(&noted.answers, ANSWERS, &[reference.letters().as_bytes(), answers]);
    // What does not open is told as that, not as something older.
    let other = answers.is_ok_and(|answers| !told.changed_after && !is_noted(&answers));
    Ok(other.then_some(Since::Answers))
}

/// Whether the key is at hand that a note was made with.
#[must_use]
pub fn is_known(vault: &Vault, noted: &Head) -> bool {
    vault.hashes(HISTORY, &[]).iter().any(|hash| hash.get(..4) == noted.history.get(..4))
}

const HISTORY: &str = "history-head";
const ANSWERS: &str = "answers-head";

fn slices(parts: &[Vec<u8>]) -> Vec<&[u8]> {
    parts.iter().map(Vec::as_slice).collect()
}

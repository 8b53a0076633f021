//! Between what the rooms speak of and what a column holds.

use chrono::{DateTime, Utc};
use diesel::QueryResult;

use super::error::{Error, Fault, Result};
use crate::permission::{Action, Actor, Whose, may};
use crate::vault::Vault;

/// Stops who may not.
pub(super) fn allow(actor: Actor, action: Action, whose: Whose) -> Result<()> {
    if may(actor, action, whose) { Ok(()) } else { Err(Error::Forbidden) }
}

/// What is found by the keyed hash of something, the newest key first. One key after the other and not all in one list: a
/// statement with a list is made anew each time, and there are two keys only while one is being turned. Where nothing is
/// found, the key file may have changed.
pub(super) fn by_hash<T>(
    vault: &Vault,
    (purpose, parts): (&str, &[&[u8]]),
    mut find: impl FnMut(Vec<u8>) -> QueryResult<T>,
) -> Result<T> {
    let mut first = |hashes: Vec<Vec<u8>>| {
        let mut found = hashes.into_iter().map(&mut find);
        found.find(|found| !matches!(found, Err(diesel::NotFound))).unwrap_or(Err(diesel::NotFound))
    };
    let at_hand = vault.hashes_at_hand(purpose, parts);
    match first(at_hand.clone()) {
        Err(diesel::NotFound) => {
            let now = vault.hashes(purpose, parts);
            Ok(if now == at_hand { Err(diesel::NotFound) } else { first(now) }?)
        }
        found => Ok(found?),
    }
}

/// An instant as it is stored: whole seconds since 1970.
pub(super) const fn seconds(instant: DateTime<Utc>) -> i64 {
    instant.timestamp()
}

/// A stored instant.
pub(super) fn instant(seconds: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp(seconds, 0).ok_or(Error::Broken(Fault::Rule))
}

/// A stored instant that may be missing.
pub(super) fn instant_or_none(seconds: Option<i64>) -> Result<Option<DateTime<Utc>>> {
    seconds.map(instant).transpose()
}

/// A stored name, read back as what it names.
pub(super) fn named<T>(found: Option<T>) -> Result<T> {
    found.ok_or(Error::Broken(Fault::UnknownName))
}

/// A count as it is stored. No count here comes near two thousand million.
pub(super) fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A stored count.
pub(super) fn counted(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

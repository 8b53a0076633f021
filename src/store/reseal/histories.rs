//! Makes histories anew under the newest key: first the old chain is verified, then every hash and every word of it is
//! made again, in one transaction. Of one that does not verify only the words are sealed anew.

use diesel::prelude::*;

use super::Batch;
use super::rows::{hashed_before, sealed_before};
use crate::ids::Reference;
use crate::store::connection::AnyConnection;
use crate::store::error::{Error, Fault, Result};
use crate::store::events::{rehash, reseal_words};
use crate::store::schema::{events, referrals};
use crate::vault::Vault;

pub(super) fn histories(conn: &mut AnyConnection, vault: &Vault, after: i64, most: u32) -> Result<Batch> {
    let newest = vault.newest_key();
    let old = events::table
        .filter(events::referral_id.eq(referrals::id))
        .filter(hashed_before!(events.hash, newest).or(sealed_before!(events.words, newest)));
    let rows: Vec<(i64, String)> = referrals::table
        .filter(referrals::id.gt(after))
        .filter(hashed_before!(referrals.events_head, newest).or(diesel::dsl::exists(old).nullable()))
        .order(referrals::id)
        .limit(i64::from(most))
        .select((referrals::id, referrals::reference))
        .load(conn)?;
    let mut batch = Batch::default();
    for (id, letters) in rows {
        // What is no reference any more was changed outside, and so nothing verifies under it.
        let Ok(reference) = letters.parse::<Reference>() else {
            batch.count(id, false);
            continue;
        };
        match rehash(conn, vault, (id, &reference)) {
            Ok(()) => batch.count(id, true),
            Err(Error::Broken(Fault::Chain | Fault::Sealed(_))) => {
                batch.count(id, false);
                reseal_words(conn, vault, (id, &reference))?;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(batch)
}

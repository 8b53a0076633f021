//! Makes histories anew under the newest key: first the old chain is verified, then every hash and every word of it is
//! made again, in one transaction.

use diesel::prelude::*;

use super::Batch;
use super::rows::{hashed_before, sealed_before};
use crate::ids::Reference;
use crate::store::codec::named;
use crate::store::connection::AnyConnection;
use crate::store::error::{Error, Fault, Result};
use crate::store::events::rehash;
use crate::store::schema::{events, referrals};
use crate::vault::Vault;

pub(super) fn histories(conn: &mut AnyConnection, vault: &Vault, after: i64, most: u32) -> Result<Batch> {
    let newest = vault.newest_key();
    let old = events::table
        .filter(events::referral_id.eq(referrals::id))
        .filter(hashed_before!(events.hash, newest).or(sealed_before!(events.words, newest)));
    let rows: Vec<(i64, String)> = referrals::table
        .filter(referrals::id.gt(after))
        .filter(diesel::dsl::exists(old))
        .order(referrals::id)
        .limit(i64::from(most))
        .select((referrals::id, referrals::reference))
        .load(conn)?;
    let mut batch = Batch::default();
    for (id, letters) in rows {
        let reference: Reference = named(letters.parse().ok())?;
        match rehash(conn, vault, (id, &reference)) {
            Ok(()) => batch.count(id, true),
            Err(Error::Broken(Fault::Chain | Fault::Sealed(_))) => batch.count(id, false),
            Err(error) => return Err(error),
        }
    }
    Ok(batch)
}

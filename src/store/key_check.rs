//! Whether the key file belongs to this database, found out at start and not when a referral is opened.

use diesel::prelude::*;

use super::connection::{AnyConnection, each_backend};
use super::error::Result;
use super::schema::meta;
use crate::vault::{Place, Vault};

const NAME: &str = "key-check";
const WORDS: &[u8] = b"this database belongs to the holder of this key file";
const PLACE: Place<'static> = Place { table: "meta", column: "value", row: NAME };

/// Opens what an earlier start sealed, or seals it at the first. [`super::Fault::Sealed`] when the keys are not those
/// of this database.
pub fn keys_belong(conn: &mut AnyConnection, vault: &Vault) -> Result<()> {
    let sealed = vault.seal(PLACE, WORDS)?;
    // Another instance may seal it at the same moment: the first holds, and both look at what is there.
    each_backend!(conn, conn => diesel::insert_into(meta::table)
        .values((meta::name.eq(NAME), meta::value.eq(sealed)))
        .on_conflict(meta::name)
        .do_nothing()
        .execute(conn))?;
    let sealed: Vec<u8> = meta::table.filter(meta::name.eq(NAME)).select(meta::value).first(conn)?;
    vault.open(PLACE, &sealed)?;
    Ok(())
}

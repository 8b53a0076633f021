//! Whether the key file belongs to this database, found out at start and not when a referral is opened.

use diesel::prelude::*;

use super::connection::AnyConnection;
use super::error::Result;
use super::schema::meta;
use crate::vault::{Place, Vault};

const NAME: &str = "key-check";
const WORDS: &[u8] = b"this database belongs to the holder of this key file";
const PLACE: Place<'static> = Place { table: "meta", column: "value", row: NAME };

/// Opens what an earlier start sealed, or seals it at the first. [`super::Fault::Sealed`] when the keys are not those
/// of this database.
pub fn keys_belong(conn: &mut AnyConnection, vault: &Vault) -> Result<()> {
    let sealed: Option<Vec<u8>> = meta::table.filter(meta::name.eq(NAME)).select(meta::value).first(conn).optional()?;
    if let Some(sealed) = sealed {
        vault.open(PLACE, &sealed)?;
    } else {
        let sealed = vault.seal(PLACE, WORDS)?;
        diesel::insert_into(meta::table).values((meta::name.eq(NAME), meta::value.eq(sealed))).execute(conn)?;
    }
    Ok(())
}

//! Whether the key file belongs to this database, found out at start and not when a referral is opened; and secrets of
//! the portal's own that outlive a key.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use zeroize::Zeroizing;

use super::connection::{AnyConnection, DatabaseUrl, Purpose, each_backend};
use super::error::{Error, Fault, Result};
use super::schema::{meta, staff};
use super::staff as member;
use crate::ids::random_bytes;
use crate::vault::{Place, Vault};

const CHECK: &str = "key-check";
const WORDS: &[u8] = b"this database belongs to the holder of this key file";
const COOKIE: &str = "cookie-key";
/// Bytes of the key that a browser's cookie is locked with.
const COOKIE_BYTES: usize = 64;

/// The rows of this table that are sealed.
pub(super) const SEALED: [&str; 2] = [CHECK, COOKIE];

/// Where a sealed row of this table belongs.
pub(super) fn place(name: &str) -> Place<'_> {
    Place { table: "meta", column: "value", row: name }
}

/// Opens what an earlier start sealed, or seals it at the first. [`super::Fault::Sealed`] when the keys are not those
/// of this database. One row that somebody changed locks nobody out, and keeps nobody from turning the key.
pub fn keys_belong(conn: &mut AnyConnection, vault: &Vault) -> Result<()> {
    match kept(conn, vault, CHECK, WORDS) {
        Err(Error::Broken(Fault::Sealed(_))) if opens_another(conn, vault)? => Ok(()),
        kept => kept.map(drop),
    }
}

/// Whether the keys open something else that was sealed here: the cookies' key, or the name of an account.
fn opens_another(conn: &mut AnyConnection, vault: &Vault) -> Result<bool> {
    let cookie: Option<Vec<u8>> =
        meta::table.filter(meta::name.eq(COOKIE)).select(meta::value).first(conn).optional()?;
    let names: Vec<(String, Vec<u8>)> = staff::table.select((staff::row_name, staff::name)).load(conn)?;
    Ok(cookie.is_some_and(|sealed| vault.open(place(COOKIE), &sealed).is_ok())
        || names.iter().any(|(row, sealed)| vault.open(member::place(row), sealed).is_ok()))
}

/// What is sealed under that name once more where it does not open, if it is the same in every database: it tells nothing.
pub(super) fn anew(vault: &Vault, name: &str) -> Result<Option<Vec<u8>>> {
    Ok(if name == CHECK { Some(vault.seal(place(name), WORDS)?) } else { None })
}

/// Whether something is sealed in that database already, so that a new key would be the wrong one. Looks, and makes
/// nothing: neither a file nor a table.
pub fn holds_keys(url: &DatabaseUrl) -> Result<bool> {
    if matches!(url, DatabaseUrl::Sqlite(path) if !path.exists()) {
        return Ok(false);
    }
    let mut conn = AnyConnection::open(url, Purpose::Read)?;
    let tables: i64 = match &mut conn {
        AnyConnection::Sqlite(conn) => {
            diesel::select(sql::<BigInt>("(SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta')"))
                .get_result(conn)?
        }
        AnyConnection::Postgres(conn) => {
            diesel::select(sql::<BigInt>("count(to_regclass('meta'))")).get_result(conn)?
        }
    };
    if tables == 0 {
        return Ok(false);
    }
    let checks: i64 = meta::table.filter(meta::name.eq(CHECK)).count().get_result(&mut conn)?;
    Ok(checks > 0)
}

/// The key that browsers' cookies are locked with: made once, and the same on every instance and under every key, so
/// that nobody loses a form when a key is turned.
pub fn cookie_key(conn: &mut AnyConnection, vault: &Vault) -> Result<Zeroizing<Vec<u8>>> {
    let new = Zeroizing::new(random_bytes::<COOKIE_BYTES>()?);
    let key = kept(conn, vault, COOKIE, new.as_slice())?;
    if key.len() == COOKIE_BYTES { Ok(key) } else { Err(Fault::Rule.into()) }
}

/// What is sealed under that name; if nothing is, this from now on.
fn kept(conn: &mut AnyConnection, vault: &Vault, name: &str, otherwise: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let row = || meta::table.filter(meta::name.eq(name)).select(meta::value);
    let there: Option<Vec<u8>> = row().first(conn).optional()?;
    let sealed = if let Some(sealed) = there {
        sealed
    } else {
        let new = vault.seal(place(name), otherwise)?;
        each_backend!(conn, conn => diesel::insert_into(meta::table)
            .values((meta::name.eq(name), meta::value.eq(new)))
            .on_conflict(meta::name)
            .do_nothing()
            .execute(conn))?;
        // Of two instances that start together one was quicker.
        row().first(conn)?
    };
    Ok(vault.open(place(name), &sealed)?)
}

//! Whether the database takes anything: found out by giving it something, since a full disk can still be read.

use diesel::prelude::*;

use super::connection::{AnyConnection, each_backend};
use super::error::Result;
use super::schema::meta;
use crate::ids::random_bytes;

const NAME: &str = "readiness";

/// Keeps eight random bytes in a row of their own. Random, because SQLite writes nothing where nothing changes.
pub(super) fn keep_something(conn: &mut AnyConnection) -> Result<()> {
    let mark = random_bytes::<8>()?.to_vec();
    each_backend!(conn, conn => diesel::insert_into(meta::table)
        .values((meta::name.eq(NAME), meta::value.eq(&mark)))
        .on_conflict(meta::name)
        .do_update()
        .set(meta::value.eq(&mark))
        .execute(conn))?;
    Ok(())
}

//! Which key was turned to the end: what is then still sealed by an older one does not open, and a new key need not wait
//! for it.

use diesel::prelude::*;

use crate::permission::{Action, Actor, Whose};
use crate::store::codec::allow;
use crate::store::connection::{AnyConnection, each_backend};
use crate::store::error::Result;
use crate::store::schema::meta;

/// The row that says so.
const TURNED: &str = "turned-to";

/// Notes that everything that opens was sealed anew by this key.
pub fn note_turned(conn: &mut AnyConnection, actor: Actor, key: u32) -> Result<()> {
    allow(actor, Action::TurnKey, Whose::Own)?;
    let value = key.to_string().into_bytes();
    each_backend!(conn, conn => diesel::insert_into(meta::table)
        .values((meta::name.eq(TURNED), meta::value.eq(&value)))
        .on_conflict(meta::name)
        .do_update()
        .set(meta::value.eq(&value))
        .execute(conn))?;
    Ok(())
}

/// Whether that was noted of this key.
pub fn was_turned(conn: &mut AnyConnection, actor: Actor, key: u32) -> Result<bool> {
    allow(actor, Action::TurnKey, Whose::Own)?;
    let noted: Option<Vec<u8>> =
        meta::table.filter(meta::name.eq(TURNED)).select(meta::value).first(conn).optional()?;
    Ok(noted == Some(key.to_string().into_bytes()))
}

//! Sessions: server-side, so that they can be ended from here. The browser holds a key, this table only its keyed hash.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::codec::{allow, by_hash, instant, seconds};
use super::connection::{AnyConnection, each_backend};
use super::error::{Error, Result};
use super::schema::sessions;
use crate::ids::{RowName, SessionKey};
use crate::permission::{Action, Actor, StaffId, Whose};
use crate::vault::{Place, Vault};

/// When a session ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// After this long without a request.
    pub idle: TimeDelta,
    /// After this long, whatever happens.
    pub absolute: TimeDelta,
}

/// Where a session stands, and what its state is bound to: what it takes to keep it again without looking for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    id: i64,
    name: String,
    /// Unix seconds.
    began: i64,
}

/// A session that is on. `S` is what the pages keep in it.
#[derive(Clone)]
pub struct Session<S> {
    /// Where it stands.
    pub row: SessionRow,
    /// Who is signed in, if anyone.
    pub staff: Option<StaffId>,
    /// What the pages keep in it.
    pub state: S,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last used.
    pub touched_at: DateTime<Utc>,
}

#[derive(Queryable)]
struct Stored {
    id: i64,
    row_name: String,
    staff_id: Option<i64>,
    state: Vec<u8>,
    created_at: i64,
    touched_at: i64,
}

pub(super) fn place(row: &str) -> Place<'_> {
    Place { table: "sessions", column: "state", row }
}

/// What the keyed hash of a session's key is for.
const PURPOSE: &str = "session-key";

fn hashes(vault: &Vault, key: &SessionKey) -> Vec<Vec<u8>> {
    vault.hashes(PURPOSE, &[key.as_str().as_bytes()])
}

/// Begins a session and returns the key for the browser.
pub fn create(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    staff: Option<StaffId>,
    state: &Value,
    now: DateTime<Utc>,
) -> Result<SessionKey> {
    allow(actor, Action::KeepSession, Whose::Own)?;
    let (key, row) = (SessionKey::random()?, RowName::random()?);
    diesel::insert_into(sessions::table)
        .values((
            sessions::key_hash.eq(vault.hash(PURPOSE, &[key.as_str().as_bytes()])),
            sessions::row_name.eq(row.as_str()),
            sessions::staff_id.eq(staff),
            sessions::state.eq(vault.seal_json(place(row.as_str()), state)?),
            sessions::created_at.eq(seconds(now)),
            sessions::touched_at.eq(seconds(now)),
        ))
        .execute(conn)?;
    Ok(key)
}

/// The session of that key, unless it ended.
pub fn load<S: DeserializeOwned>(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    key: &SessionKey,
    limits: Limits,
    now: DateTime<Utc>,
) -> Result<Option<Session<S>>> {
    allow(actor, Action::KeepSession, Whose::Own)?;
    let found = by_hash(vault, (PURPOSE, &[key.as_str().as_bytes()]), |hash| {
        let found = sessions::table
            .filter(sessions::key_hash.eq(hash))
            .filter(sessions::touched_at.gt(seconds(now - limits.idle)))
            .filter(sessions::created_at.gt(seconds(now - limits.absolute)))
            .select((
                sessions::id,
                sessions::row_name,
                sessions::staff_id,
                sessions::state,
                sessions::created_at,
                sessions::touched_at,
            ));
        // Every page reads this row: on the connection behind, the statement is not written anew each time.
        each_backend!(conn, conn => found.first(conn))
    });
    let row: Stored = match found {
        Err(Error::NotFound) => return Ok(None),
        found => found?,
    };
    Ok(Some(Session {
        staff: row.staff_id,
        state: vault.open_json(place(&row.row_name), &row.state)?,
        created_at: instant(row.created_at)?,
        touched_at: instant(row.touched_at)?,
        row: SessionRow { id: row.id, name: row.row_name, began: row.created_at },
    }))
}

/// A use, on a clock that may have been put back since the session began.
fn used(created_at: i64, now: DateTime<Utc>) -> i64 {
    seconds(now).max(created_at)
}

/// Seals a changed state, for [`save_sealed`].
pub fn seal(vault: &Vault, row: &SessionRow, state: &impl Serialize) -> Result<Vec<u8>> {
    Ok(vault.seal_json(place(&row.name), state)?)
}

/// Keeps a changed state in the transaction of what changed it, and counts as use. Says whether it did: a session that was
/// ended meanwhile is no reason to undo the rest.
pub fn save_sealed(
    conn: &mut AnyConnection,
    actor: Actor,
    row: &SessionRow,
    sealed: &[u8],
    now: DateTime<Utc>,
) -> Result<bool> {
    allow(actor, Action::KeepSession, Whose::Own)?;
    let kept = diesel::update(sessions::table.filter(sessions::id.eq(row.id)))
        .filter(sessions::row_name.eq(&row.name))
        .set((sessions::state.eq(sealed), sessions::touched_at.eq(used(row.began, now))));
    let kept = each_backend!(conn, conn => kept.execute(conn))?;
    Ok(kept == 1)
}

/// Keeps a changed state, and counts as use. [`Error::NotFound`] when the session was ended meanwhile.
pub fn save(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    key: &SessionKey,
    state: &Value,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::KeepSession, Whose::Own)?;
    let (id, name, began) = by_hash(vault, (PURPOSE, &[key.as_str().as_bytes()]), |hash| {
        let found = sessions::table.filter(sessions::key_hash.eq(hash));
        found.select((sessions::id, sessions::row_name, sessions::created_at)).first(conn)
    })?;
    let row = SessionRow { id, name, began };
    let sealed = seal(vault, &row, state)?;
    if save_sealed(conn, actor, &row, &sealed, now)? { Ok(()) } else { Err(Error::NotFound) }
}

/// Counts as use.
pub fn touch(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    key: &SessionKey,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::KeepSession, Whose::Own)?;
    let (id, began): (i64, i64) = by_hash(vault, (PURPOSE, &[key.as_str().as_bytes()]), |hash| {
        let found = sessions::table.filter(sessions::key_hash.eq(hash));
        found.select((sessions::id, sessions::created_at)).first(conn)
    })?;
    let touched = diesel::update(sessions::table.filter(sessions::id.eq(id)))
        .set(sessions::touched_at.eq(used(began, now)))
        .execute(conn)?;
    if touched == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Ends a session. Ending one that has ended is no error.
pub fn delete(conn: &mut AnyConnection, vault: &Vault, actor: Actor, key: &SessionKey) -> Result<()> {
    allow(actor, Action::KeepSession, Whose::Own)?;
    diesel::delete(sessions::table.filter(sessions::key_hash.eq_any(hashes(vault, key)))).execute(conn)?;
    Ok(())
}

/// When each session of a member of staff began and was last used, the newest first.
pub fn of(conn: &mut AnyConnection, actor: Actor, staff: StaffId) -> Result<Vec<(DateTime<Utc>, DateTime<Utc>)>> {
    let whose = if actor.staff_id() == Some(staff) { Whose::Own } else { Whose::Others };
    allow(actor, Action::EndSessionsOfStaff, whose)?;
    let rows: Vec<(i64, i64)> = sessions::table
        .filter(sessions::staff_id.eq(staff))
        .order((sessions::touched_at.desc(), sessions::id.desc()))
        .select((sessions::created_at, sessions::touched_at))
        .load(conn)?;
    rows.into_iter().map(|(began, used)| Ok((instant(began)?, instant(used)?))).collect()
}

/// Ends every session of a member of staff, and says how many there were.
pub fn delete_all_of(conn: &mut AnyConnection, actor: Actor, staff: StaffId) -> Result<usize> {
    let whose = if actor.staff_id() == Some(staff) { Whose::Own } else { Whose::Others };
    allow(actor, Action::EndSessionsOfStaff, whose)?;
    Ok(diesel::delete(sessions::table.filter(sessions::staff_id.eq(staff))).execute(conn)?)
}

/// Removes what has ended, and says how many there were.
pub fn sweep(conn: &mut AnyConnection, actor: Actor, limits: Limits, now: DateTime<Utc>) -> Result<usize> {
    allow(actor, Action::Sweep, Whose::Own)?;
    let ended =
        sessions::touched_at.le(seconds(now - limits.idle)).or(sessions::created_at.le(seconds(now - limits.absolute)));
    Ok(diesel::delete(sessions::table.filter(ended)).execute(conn)?)
}

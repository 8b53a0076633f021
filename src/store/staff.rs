//! Accounts of members of staff. Names are sealed; passwords are argon2id strings that this room never makes or checks.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::codec::{allow, instant, instant_or_none, named, seconds};
use super::connection::AnyConnection;
use super::error::{Error, Fault, Result};
use super::schema::staff;
use super::throttle::Throttle;
use crate::ids::RowName;
use crate::permission::{Action, Actor, Role, StaffId, Whose};
use crate::vault::{Place, Vault};

/// The field of the blind index.
pub(super) const NAME_FIELD: &str = "staff-name";

/// An account.
#[derive(Clone)]
pub struct Member {
    /// Its row.
    pub id: StaffId,
    /// The name as it was given, which is also the name for signing in.
    pub name: String,
    /// What they are here to do.
    pub role: Role,
    /// Whether it can no longer be used.
    pub disabled: bool,
    /// Until when no password is accepted.
    pub locked_until: Option<DateTime<Utc>>,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// When they last signed in.
    pub signed_in_at: Option<DateTime<Utc>>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = staff)]
struct Stored {
    id: i64,
    row_name: String,
    name: Vec<u8>,
    role: String,
    disabled: bool,
    locked_until: Option<i64>,
    created_at: i64,
    signed_in_at: Option<i64>,
}

pub(super) fn place(row: &str) -> Place<'_> {
    Place { table: "staff", column: "name", row }
}

fn read(vault: &Vault, row: &Stored) -> Result<Member> {
    Ok(Member {
        id: row.id,
        name: vault.open_json(place(&row.row_name), &row.name)?,
        role: named(Role::from_slug(&row.role))?,
        disabled: row.disabled,
        locked_until: instant_or_none(row.locked_until)?,
        created_at: instant(row.created_at)?,
        signed_in_at: instant_or_none(row.signed_in_at)?,
    })
}

const fn whose(actor: Actor, id: StaffId) -> Whose {
    match actor {
        Actor::Staff { id: own, .. } if own == id => Whose::Own,
        _ => Whose::Others,
    }
}

/// Adds an account. [`Error::Conflict`] when the name is taken; names that differ by case or accents are one name.
pub fn add(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (name, role, password_hash): (&str, Role, &str),
    now: DateTime<Utc>,
) -> Result<StaffId> {
    allow(actor, Action::ChangeStaff, Whose::Others)?;
    let row = RowName::random()?;
    let name_index = vault.index(NAME_FIELD, name).ok_or(Error::Broken(Fault::Rule))?;
    let taken: i64 =
        staff::table.filter(staff::name_index.eq_any(vault.indexes(NAME_FIELD, name))).count().get_result(conn)?;
    if taken > 0 {
        return Err(Error::Conflict);
    }
    Ok(diesel::insert_into(staff::table)
        .values((
            staff::row_name.eq(row.as_str()),
            staff::name_index.eq(name_index),
            staff::name.eq(vault.seal_json(place(row.as_str()), name)?),
            staff::role.eq(role.slug()),
            staff::password_hash.eq(password_hash),
            staff::disabled.eq(false),
            staff::failed_count.eq(0),
            staff::created_at.eq(seconds(now)),
        ))
        .returning(staff::id)
        .get_result(conn)?)
}

/// The account of that name with its password hash, for signing in; disabled and locked ones too, since the caller must
/// take the same time over each.
pub fn find_to_sign_in(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    name: &str,
) -> Result<Option<(Member, String)>> {
    allow(actor, Action::SignIn, Whose::Own)?;
    let found: Option<(Stored, String)> = staff::table
        .filter(staff::name_index.eq_any(vault.indexes(NAME_FIELD, name)))
        .select((Stored::as_select(), staff::password_hash))
        .first(conn)
        .optional()?;
    found.map(|(row, hash)| Ok((read(vault, &row)?, hash))).transpose()
}

/// Counts a wrong password and begins a wait when there were too many.
pub fn sign_in_failed(
    conn: &mut AnyConnection,
    actor: Actor,
    id: StaffId,
    throttle: Throttle,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::SignIn, Whose::Own)?;
    let row = staff::table.filter(staff::id.eq(id));
    let failed = diesel::update(row)
        .set(staff::failed_count.eq(staff::failed_count + 1))
        .returning(staff::failed_count)
        .get_result::<i32>(conn)?;
    let (failed, locked) = throttle.after_failure(failed.saturating_sub(1), now);
    if locked.is_some() {
        diesel::update(row).set((staff::failed_count.eq(failed), staff::locked_until.eq(locked))).execute(conn)?;
    }
    Ok(())
}

/// Forgets what failed before and notes the moment.
pub fn signed_in(conn: &mut AnyConnection, actor: Actor, id: StaffId, now: DateTime<Utc>) -> Result<()> {
    allow(actor, Action::SignIn, Whose::Own)?;
    let changed = diesel::update(staff::table.filter(staff::id.eq(id)))
        .set((
            staff::failed_count.eq(0),
            staff::locked_until.eq(None::<i64>),
            staff::signed_in_at.eq(Some(seconds(now))),
        ))
        .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// One account. Those who keep sessions ask for it with each request: a role taken away is gone at once.
pub fn load(conn: &mut AnyConnection, vault: &Vault, actor: Actor, id: StaffId) -> Result<Member> {
    allow(actor, Action::SeeStaff, Whose::Own)?;
    read(vault, &staff::table.filter(staff::id.eq(id)).select(Stored::as_select()).first(conn)?)
}

/// The names of these members of staff, for the history of a referral, to whoever may read it.
pub fn names_in_history(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    ids: &[StaffId],
) -> Result<Vec<(StaffId, String)>> {
    allow(actor, Action::SeeReferral, Whose::Own)?;
    names(conn, vault, ids)
}

/// The same for a function that has asked already. A name that does not open is left out, and holds up no history.
pub(super) fn names(conn: &mut AnyConnection, vault: &Vault, ids: &[StaffId]) -> Result<Vec<(StaffId, String)>> {
    let rows: Vec<Stored> = staff::table.filter(staff::id.eq_any(ids)).select(Stored::as_select()).load(conn)?;
    Ok(rows.iter().filter_map(|row| read(vault, row).ok()).map(|member| (member.id, member.name)).collect())
}

/// Every account, the oldest first.
pub fn list(conn: &mut AnyConnection, vault: &Vault, actor: Actor) -> Result<Vec<Member>> {
    allow(actor, Action::SeeStaff, Whose::Own)?;
    let rows: Vec<Stored> = staff::table.order(staff::id).select(Stored::as_select()).load(conn)?;
    rows.iter().map(|row| read(vault, row)).collect()
}

/// Sets a password. The caller ends the other sessions.
pub fn set_password(conn: &mut AnyConnection, actor: Actor, id: StaffId, password_hash: &str) -> Result<()> {
    allow(actor, Action::SetPassword, whose(actor, id))?;
    let changed = diesel::update(staff::table.filter(staff::id.eq(id)))
        .set((staff::password_hash.eq(password_hash), staff::failed_count.eq(0), staff::locked_until.eq(None::<i64>)))
        .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Changes the role, or whether the account can be used; disabling ends every session.
pub fn change(conn: &mut AnyConnection, actor: Actor, id: StaffId, role: Role, disabled: bool) -> Result<()> {
    allow(actor, Action::ChangeStaff, whose(actor, id))?;
    let changed = diesel::update(staff::table.filter(staff::id.eq(id)))
        .set((staff::role.eq(role.slug()), staff::disabled.eq(disabled)))
        .execute(conn)?;
    if disabled {
        super::sessions::delete_all_of(conn, actor, id)?;
    }
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

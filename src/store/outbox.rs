//! Mail that waits to be sent. What is in it is sealed, and destroyed once it has gone or was given up.
//!
//! Workers claim by a guarded update with a lease: of two, on one database or two instances, one gets it; a worker that
//! dies loses its claim when the lease ends, and one that comes back late changes nothing.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::codec::{allow, counted, instant, instant_or_none, seconds};
use super::connection::{AnyConnection, each_backend};
use super::error::{Error, Result};
use super::schema::outbox;
use crate::ids::RowName;
use crate::permission::{Action, Actor, Whose};
use crate::vault::{Place, Vault, VaultError};

/// A mail to be queued.
#[derive(Clone)]
pub struct NewMail {
    /// Which mail, by its frozen name.
    pub kind: String,
    /// To whom and what.
    pub body: Value,
    /// Not to be sent before.
    pub due_at: DateTime<Utc>,
}

/// A mail that one worker has to itself until its lease ends.
#[derive(Clone)]
pub struct Claimed {
    /// Its row.
    pub id: i64,
    /// Which mail.
    pub kind: String,
    /// To whom and what, or why it does not open. It holds up no other mail.
    pub body: std::result::Result<Value, VaultError>,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    claim: String,
}

#[derive(Queryable)]
struct Stored {
    row_name: String,
    kind: String,
    body: Option<Vec<u8>>,
    attempts: i32,
}

pub(super) fn place(row: &str) -> Place<'_> {
    Place { table: "outbox", column: "body", row }
}

/// Queues a mail, in the transaction of what causes it.
pub(super) fn enqueue(
    conn: &mut AnyConnection,
    vault: &Vault,
    referral: Option<i64>,
    mail: &NewMail,
    now: DateTime<Utc>,
) -> Result<()> {
    enqueue_sealed(conn, referral, mail, &SealedMail::of(vault, mail)?, now)
}

/// Queues what alarms others to an act, in the transaction of that act. It hangs on no referral: a referral that is erased
/// takes its mails along, and this one must go all the same.
pub(super) fn raise(
    conn: &mut AnyConnection,
    vault: &Vault,
    alarm: Option<&NewMail>,
    now: DateTime<Utc>,
) -> Result<()> {
    alarm.map_or(Ok(()), |alarm| enqueue(conn, vault, None, alarm, now))
}

/// What is in a mail, as it is kept.
pub(super) struct SealedMail {
    row: RowName,
    body: Vec<u8>,
}

impl SealedMail {
    pub(super) fn of(vault: &Vault, mail: &NewMail) -> Result<Self> {
        let row = RowName::random()?;
        let body = vault.seal_json(place(row.as_str()), &mail.body)?;
        Ok(Self { row, body })
    }
}

/// Puts a mail in whose words were sealed before.
pub(super) fn enqueue_sealed(
    conn: &mut AnyConnection,
    referral: Option<i64>,
    mail: &NewMail,
    sealed: &SealedMail,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = (
        outbox::row_name.eq(sealed.row.as_str()),
        outbox::referral_id.eq(referral),
        outbox::kind.eq(&mail.kind),
        outbox::body.eq(Some(&sealed.body)),
        outbox::state.eq("waiting"),
        outbox::attempts.eq(0),
        outbox::next_at.eq(seconds(mail.due_at)),
        outbox::created_at.eq(seconds(now)),
    );
    each_backend!(conn, conn => diesel::insert_into(outbox::table).values(row).execute(conn))?;
    Ok(())
}

/// Claims at most `most` mails that are due, for the length of `lease`.
pub fn claim(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (most, lease): (u32, TimeDelta),
    now: DateTime<Utc>,
) -> Result<Vec<Claimed>> {
    allow(actor, Action::SendMail, Whose::Own)?;
    let due: Vec<i64> = outbox::table
        .filter(outbox::state.eq("waiting"))
        .filter(outbox::next_at.le(seconds(now)))
        .filter(outbox::claimed_until.is_null().or(outbox::claimed_until.le(seconds(now))))
        .order((outbox::next_at, outbox::id))
        .limit(i64::from(most))
        .select(outbox::id)
        .load(conn)?;
    let mut claimed = Vec::with_capacity(due.len());
    for id in due {
        claimed.extend(claim_one(conn, vault, id, now, now + lease)?);
    }
    Ok(claimed)
}

/// Nothing when another worker was quicker.
fn claim_one(
    conn: &mut AnyConnection,
    vault: &Vault,
    id: i64,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Option<Claimed>> {
    let claim = RowName::random()?.as_str().to_owned();
    let free = outbox::claimed_until.is_null().or(outbox::claimed_until.le(seconds(now)));
    let row: Option<Stored> = diesel::update(outbox::table.filter(outbox::id.eq(id)))
        .filter(outbox::state.eq("waiting"))
        .filter(outbox::next_at.le(seconds(now)))
        .filter(free)
        .set((
            outbox::claim.eq(Some(&claim)),
            outbox::claimed_until.eq(Some(seconds(until))),
            outbox::attempts.eq(outbox::attempts + 1),
        ))
        .returning((outbox::row_name, outbox::kind, outbox::body, outbox::attempts))
        .get_result(conn)
        .optional()?;
    Ok(row.map(|row| {
        let body = vault.open_json(place(&row.row_name), &row.body.unwrap_or_default());
        Claimed { id, kind: row.kind, body, attempt: counted(row.attempts), claim }
    }))
}

/// It has gone. [`Error::Conflict`] when the lease had ended and another worker has it.
pub fn sent(conn: &mut AnyConnection, actor: Actor, mail: &Claimed, now: DateTime<Utc>) -> Result<()> {
    settle(conn, actor, mail, ("sent", None), now)
}

/// It is not tried again. `fault` is a frozen name of what went wrong, never the words of a mail server.
pub fn give_up(conn: &mut AnyConnection, actor: Actor, mail: &Claimed, fault: &str, now: DateTime<Utc>) -> Result<()> {
    settle(conn, actor, mail, ("given-up", Some(fault)), now)
}

fn settle(
    conn: &mut AnyConnection,
    actor: Actor,
    mail: &Claimed,
    (state, fault): (&str, Option<&str>),
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::SendMail, Whose::Own)?;
    let settled = diesel::update(outbox::table.filter(outbox::id.eq(mail.id)))
        .filter(outbox::claim.eq(Some(&mail.claim)))
        .set((
            outbox::state.eq(state),
            outbox::fault.eq(fault),
            outbox::body.eq(None::<Vec<u8>>),
            outbox::claim.eq(None::<String>),
            outbox::claimed_until.eq(None::<i64>),
            outbox::settled_at.eq(Some(seconds(now))),
        ))
        .execute(conn)?;
    if settled == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// What became of a mail that was taken back, by its frozen name.
const WITHDRAWN: &str = "withdrawn";

/// What waits for a referral under that name goes nowhere any more, in the transaction of what makes it unsafe. A worker
/// that has it just now finds that it lost its claim.
pub(super) fn withdraw(conn: &mut AnyConnection, referral: i64, kind: &str, now: DateTime<Utc>) -> Result<()> {
    let waits = outbox::table.filter(outbox::referral_id.eq(referral)).filter(outbox::kind.eq(kind));
    diesel::update(waits.filter(outbox::state.eq("waiting")))
        .set((
            outbox::state.eq("given-up"),
            outbox::fault.eq(Some(WITHDRAWN)),
            outbox::body.eq(None::<Vec<u8>>),
            outbox::claim.eq(None::<String>),
            outbox::claimed_until.eq(None::<i64>),
            outbox::settled_at.eq(Some(seconds(now))),
        ))
        .execute(conn)?;
    Ok(())
}

/// It could not be sent now; it is due again at `next_at`. `fault` is a frozen name of what went wrong.
pub fn failed(
    conn: &mut AnyConnection,
    actor: Actor,
    mail: &Claimed,
    fault: &str,
    next_at: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::SendMail, Whose::Own)?;
    let put_back = diesel::update(outbox::table.filter(outbox::id.eq(mail.id)))
        .filter(outbox::claim.eq(Some(&mail.claim)))
        .set((
            outbox::fault.eq(Some(fault)),
            outbox::next_at.eq(seconds(next_at)),
            outbox::claim.eq(None::<String>),
            outbox::claimed_until.eq(None::<i64>),
        ))
        .execute(conn)?;
    if put_back == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// A mail, as a fact: its words are destroyed when it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFact {
    /// Which mail, by its frozen name.
    pub kind: String,
    /// `waiting`, `sent`, `given-up`, or `withdrawn` where it was no longer safe.
    pub state: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it left or was given up.
    pub settled_at: Option<DateTime<Utc>>,
}

/// Kind, state, fault, written, settled.
type FactRow = (String, String, Option<String>, i64, Option<i64>);

/// The mails that a referral caused, the oldest first.
pub(super) fn facts(conn: &mut AnyConnection, referral: i64) -> Result<Vec<MailFact>> {
    let rows: Vec<FactRow> = outbox::table
        .filter(outbox::referral_id.eq(referral))
        .order(outbox::id)
        .select((outbox::kind, outbox::state, outbox::fault, outbox::created_at, outbox::settled_at))
        .load(conn)?;
    rows.into_iter()
        .map(|(kind, state, fault, created_at, settled_at)| {
            let state = fault.filter(|fault| fault == WITHDRAWN).unwrap_or(state);
            Ok(MailFact { kind, state, created_at: instant(created_at)?, settled_at: instant_or_none(settled_at)? })
        })
        .collect()
}

//! What clients say about the service, sealed; and the codes that open the questions.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::codec::{allow, instant, seconds};
use super::connection::{AnyConnection, each_backend};
use super::error::{Error, Result};
use super::events::{EventKind, NewEvent, append};
use super::schema::{feedback, invitations, referrals};
use crate::ids::{InvitationCode, Reference, RowName, SubmissionKey};
use crate::permission::{Action, Actor, Whose};
use crate::vault::{Place, Vault};

/// Feedback that was given.
#[derive(Clone)]
pub struct Feedback {
    /// Its row.
    pub id: i64,
    /// Whether it came by a code, and so from a client of this service.
    pub invited: bool,
    /// What was answered.
    pub answers: Value,
    /// When.
    pub received_at: DateTime<Utc>,
}

pub(super) fn place(row: &str) -> Place<'_> {
    Place { table: "feedback", column: "answers", row }
}

/// Makes a code for the client of a referral that was not erased, and notes it in its history. It is shown once; only its
/// keyed hash is kept.
pub fn invite(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    reference: &Reference,
    (now, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<InvitationCode> {
    allow(actor, Action::InviteFeedback, Whose::Own)?;
    let referral: i64 = referrals::table
        .filter(referrals::reference.eq(reference.letters()))
        .filter(referrals::erased_at.is_null())
        .select(referrals::id)
        .first(conn)?;
    let code = InvitationCode::random()?;
    diesel::insert_into(invitations::table)
        .values((
            invitations::code_hash.eq(vault.hash("invitation", &[code.letters().as_bytes()])),
            invitations::referral_id.eq(referral),
            invitations::created_at.eq(seconds(now)),
            invitations::expires_at.eq(seconds(expires_at)),
        ))
        .execute(conn)?;
    append(conn, vault, actor, (referral, reference), &NewEvent::plain(EventKind::Invited), now)?;
    Ok(code)
}

/// Whether a code opens the questions now: it exists, was not used, and has not run out.
pub fn is_open(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    code: &InvitationCode,
    now: DateTime<Utc>,
) -> Result<bool> {
    allow(actor, Action::GiveFeedback, Whose::Own)?;
    let open: i64 = invitations::table
        .filter(invitations::code_hash.eq_any(vault.hashes("invitation", &[code.letters().as_bytes()])))
        .filter(invitations::used_at.is_null())
        .filter(invitations::expires_at.gt(seconds(now)))
        .count()
        .get_result(conn)?;
    Ok(open == 1)
}

/// Keeps feedback, by a code or openly. Sending twice keeps one. [`Error::NotFound`] when the code opens nothing.
pub fn give(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (key, code): (&SubmissionKey, Option<&InvitationCode>),
    answers: &Value,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::GiveFeedback, Whose::Own)?;
    let key_parts: [&[u8]; 1] = [key.as_str().as_bytes()];
    if is_given(conn, vault, &key_parts)? {
        return Ok(());
    }
    let invitation = match code.map(|code| use_up(conn, vault, code, now)).transpose() {
        // A second click of the same sending waited here until the first had used the code up.
        Err(Error::NotFound) if is_given(conn, vault, &key_parts)? => return Ok(()),
        used => used?,
    };
    let row = RowName::random()?;
    let values = (
        feedback::row_name.eq(row.as_str()),
        feedback::submission_hash.eq(vault.hash("feedback-key", &key_parts)),
        feedback::invitation_id.eq(invitation),
        feedback::answers.eq(vault.seal_json(place(row.as_str()), answers)?),
        feedback::received_at.eq(seconds(now)),
    );
    each_backend!(conn, conn => diesel::insert_into(feedback::table)
        .values(values)
        .on_conflict(feedback::submission_hash)
        .do_nothing()
        .execute(conn))?;
    Ok(())
}

fn is_given(conn: &mut AnyConnection, vault: &Vault, key_parts: &[&[u8]; 1]) -> Result<bool> {
    let given: i64 = feedback::table
        .filter(feedback::submission_hash.eq_any(vault.hashes("feedback-key", key_parts)))
        .count()
        .get_result(conn)?;
    Ok(given > 0)
}

/// A code is used once: of two who send at the same time, one does.
fn use_up(conn: &mut AnyConnection, vault: &Vault, code: &InvitationCode, now: DateTime<Utc>) -> Result<i64> {
    let hashes = vault.hashes("invitation", &[code.letters().as_bytes()]);
    diesel::update(invitations::table.filter(invitations::code_hash.eq_any(hashes)))
        .filter(invitations::used_at.is_null())
        .filter(invitations::expires_at.gt(seconds(now)))
        .set(invitations::used_at.eq(Some(seconds(now))))
        .returning(invitations::id)
        .get_result(conn)
        .optional()?
        .ok_or(Error::NotFound)
}

type Row = (i64, String, Option<i64>, Vec<u8>, i64);

/// The newest feedback before that row, at most `most`.
pub fn list(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    before: Option<i64>,
    most: u32,
) -> Result<Vec<Feedback>> {
    allow(actor, Action::ReadFeedback, Whose::Own)?;
    let rows: Vec<Row> = feedback::table
        .filter(feedback::id.lt(before.unwrap_or(i64::MAX)))
        .order(feedback::id.desc())
        .limit(i64::from(most))
        .select((feedback::id, feedback::row_name, feedback::invitation_id, feedback::answers, feedback::received_at))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, row, invitation, answers, received_at)| {
            Ok(Feedback {
                id,
                invited: invitation.is_some(),
                answers: vault.open_json(place(&row), &answers)?,
                received_at: instant(received_at)?,
            })
        })
        .collect()
}

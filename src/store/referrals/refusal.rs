//! A refusal that the person has confirmed: everything that was sent is destroyed, and a month’s number grows by one.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::counts::shift;
use super::decide::hold;
use super::place;
use crate::clock::civil_date;
use crate::ids::Reference;
use crate::intake::cautions::REFUSAL;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::allow;
use crate::store::connection::{AnyConnection, each_backend};
use crate::store::error::{Error, Result};
use crate::store::events::EventKind;
use crate::store::schema::{events, issues, people, referrals, refusals};
use crate::triage::ending::month;
use crate::triage::refusal::{Refusal, refusal};
use crate::vault::Vault;

/// Destroys a referral whose person has confirmed that they said no. [`Error::Conflict`] where that cannot be confirmed
/// (see [`refusal`]).
pub fn confirm_refusal(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (reference, version): (&Reference, i64),
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::ConfirmRefusal, Whose::Own)?;
    let held = hold(conn, reference, version)?;
    let row = referrals::table.filter(referrals::id.eq(held.id));
    let (person, sealed, held_at): (i64, Vec<u8>, Option<i64>) =
        row.select((referrals::person_id, referrals::assessment, referrals::held_at)).first(conn)?;
    let assessment: Value = vault.open_json(place("assessment", reference), &sealed)?;
    let corrected: Vec<String> = events::table
        .filter(events::referral_id.eq(held.id))
        .filter(events::kind.eq(EventKind::Corrected.slug()))
        .select(events::detail)
        .load(conn)?;
    let corrected = corrected.iter().map(String::as_str);
    if refusal(says_refused(&assessment), corrected, held.status, held_at.is_some()) != Some(Refusal::ToConfirm) {
        return Err(Error::Conflict);
    }
    // Events point at issues, which the referral takes with it.
    diesel::delete(events::table.filter(events::referral_id.eq(held.id))).execute(conn)?;
    diesel::delete(issues::table.filter(issues::referral_id.eq(held.id))).execute(conn)?;
    diesel::delete(row).execute(conn)?;
    let others: i64 = referrals::table.filter(referrals::person_id.eq(person)).count().get_result(conn)?;
    if others == 0 {
        diesel::delete(people::table.filter(people::id.eq(person))).execute(conn)?;
    }
    shift(conn, Some((held.status, held.band)), None)?;
    count(conn, now)
}

fn says_refused(assessment: &Value) -> bool {
    let cautions = assessment.get("cautions").and_then(Value::as_array);
    cautions.is_some_and(|cautions| cautions.iter().any(|one| one.get("id").and_then(Value::as_str) == Some(REFUSAL)))
}

fn count(conn: &mut AnyConnection, now: DateTime<Utc>) -> Result<()> {
    let month = month(civil_date(now));
    each_backend!(conn, conn => diesel::insert_into(refusals::table)
        .values((refusals::month.eq(&month), refusals::total.eq(1_i64)))
        .on_conflict(refusals::month)
        .do_update()
        .set(refusals::total.eq(refusals::total + 1_i64))
        .execute(conn))?;
    Ok(())
}

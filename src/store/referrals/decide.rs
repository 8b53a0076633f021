//! What staff decide: the band of a referral, and what becomes of an issue. Each says which version it saw.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::counts::shift;
use crate::ids::Reference;
use crate::intake::rank::Standing;
use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, count, named, seconds};
use crate::store::connection::AnyConnection;
use crate::store::error::{Error, Fault, Result};
use crate::store::events::{EventKind, NewEvent, append};
use crate::store::schema::{issues, referrals};
use crate::triage::life::{Decision, IssueState, Status};
use crate::vault::Vault;

/// Another band, with the reason.
#[derive(Clone)]
pub struct Override {
    /// The band that shall hold.
    pub band: Band,
    /// When somebody should be in contact in that band.
    pub contact_by: DateTime<Utc>,
    /// What decides its place within that band.
    pub standing: Standing,
    /// Why; never empty.
    pub reason: String,
}

/// A referral whose row is held until the transaction ends.
pub(super) struct Held {
    pub(super) id: i64,
    pub(super) status: Status,
    pub(super) band: Band,
}

/// Counts a change and so holds the row: of two who saw the same version, one comes too late.
pub(super) fn hold(conn: &mut AnyConnection, reference: &Reference, version: i64) -> Result<Held> {
    hold_as(conn, reference, version, version.saturating_add(1))
}

/// Holds the row without counting a change: pages that show the referral stay good to decide from.
pub(super) fn hold_quietly(conn: &mut AnyConnection, reference: &Reference, version: i64) -> Result<Held> {
    hold_as(conn, reference, version, version)
}

fn hold_as(conn: &mut AnyConnection, reference: &Reference, version: i64, next: i64) -> Result<Held> {
    let row = referrals::table.filter(referrals::reference.eq(reference.letters()));
    let held: Option<(i64, String, String)> = diesel::update(row)
        .filter(referrals::version.eq(version))
        .filter(referrals::erased_at.is_null())
        .set(referrals::version.eq(next))
        .returning((referrals::id, referrals::status, referrals::band))
        .get_result(conn)
        .optional()?;
    let Some((id, status, band)) = held else {
        let there: i64 = row.count().get_result(conn)?;
        return Err(if there == 0 { Error::NotFound } else { Error::Conflict });
    };
    Ok(Held { id, status: named(Status::from_slug(&status))?, band: named(Band::from_slug(&band))? })
}

/// Puts a referral in another band. The computed band is kept beside it. [`Fault::Rule`] without a reason.
pub fn override_band(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (reference, version): (&Reference, i64),
    chosen: &Override,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::OverrideBand, Whose::Own)?;
    if chosen.reason.trim().is_empty() {
        return Err(Fault::Rule.into());
    }
    let held = hold(conn, reference, version)?;
    diesel::update(referrals::table.filter(referrals::id.eq(held.id)))
        .set((
            referrals::band.eq(chosen.band.slug()),
            referrals::overridden.eq(true),
            referrals::contact_by.eq(seconds(chosen.contact_by)),
            referrals::rank.eq(chosen.standing.rank(chosen.band, chosen.contact_by)),
        ))
        .execute(conn)?;
    shift(conn, Some((held.status, held.band)), Some((held.status, chosen.band)))?;
    let detail = format!("{}>{}", held.band.slug(), chosen.band.slug());
    let event = NewEvent { kind: EventKind::BandOverridden, issue: None, detail: &detail, words: &chosen.reason };
    append(conn, vault, actor, (held.id, reference), &event, now)
}

/// Decides an issue; the referral's status follows from all of them and is given back. [`Error::Conflict`] when the
/// issue does not stand where this can be decided, [`Fault::Rule`] without the words that the decision needs.
pub fn decide_issue(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (reference, version, number): (&Reference, i64, u32),
    decision: &Decision,
    now: DateTime<Utc>,
) -> Result<Status> {
    allow(actor, Action::DecideIssue, Whose::Own)?;
    if !decision.is_explained() {
        return Err(Fault::Rule.into());
    }
    let held = hold(conn, reference, version)?;
    let detail = set_state(conn, held.id, number, decision)?;
    let status = follow_issues(conn, &held, now)?;
    let event = NewEvent {
        kind: EventKind::IssueDecided,
        issue: Some(detail.issue),
        detail: &detail.text,
        words: decision.words(),
    };
    append(conn, vault, actor, (held.id, reference), &event, now)?;
    Ok(status)
}

struct Detail {
    issue: i64,
    text: String,
}

fn set_state(conn: &mut AnyConnection, referral: i64, number: u32, decision: &Decision) -> Result<Detail> {
    let (issue, state): (i64, String) = issues::table
        .filter(issues::referral_id.eq(referral))
        .filter(issues::number.eq(count(number)))
        .select((issues::id, issues::state))
        .first(conn)?;
    let (before, after) = (named(IssueState::from_slug(&state))?, decision.state());
    if !before.may_become(after) {
        return Err(Error::Conflict);
    }
    let row = issues::table.filter(issues::id.eq(issue));
    let mut text = format!("{}>{}", before.slug(), after.slug());
    if let Decision::Accept { line, .. } = decision {
        text.push(':');
        text.push_str(line);
        diesel::update(row).set(issues::service_line.eq(line)).execute(conn)?;
    }
    diesel::update(row).set(issues::state.eq(after.slug())).execute(conn)?;
    Ok(Detail { issue, text })
}

pub(super) fn follow_issues(conn: &mut AnyConnection, held: &Held, now: DateTime<Utc>) -> Result<Status> {
    let slugs: Vec<String> = issues::table.filter(issues::referral_id.eq(held.id)).select(issues::state).load(conn)?;
    let decided = slugs.iter().map(|slug| named(IssueState::from_slug(slug))).collect::<Result<Vec<_>>>()?;
    let status = Status::of(&decided);
    diesel::update(referrals::table.filter(referrals::id.eq(held.id)))
        .set((
            referrals::status.eq(status.slug()),
            referrals::ended_at.eq((status == Status::Closed).then(|| seconds(now))),
        ))
        .execute(conn)?;
    shift(conn, Some((held.status, held.band)), Some((status, held.band)))?;
    Ok(status)
}

//! The hourly assessment: what is to be assessed again, and what came of it. Dates come closer by themselves.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::counts::shift;
use super::decide::{Held, hold, hold_quietly};
use super::place;
use crate::form::Voice;
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, count, counted, instant, named, seconds};
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::events::{EventKind, NewEvent, append};
use crate::store::outbox::{NewMail, enqueue};
use crate::store::schema::{issues, referrals};
use crate::triage::life::Status;
use crate::vault::Vault;

/// A referral that still waits, with what its assessment needs.
#[derive(Clone)]
pub struct ForAssessment {
    /// Its row; ask for more after the last.
    pub id: i64,
    /// The public name.
    pub reference: Reference,
    /// Give it back with the result.
    pub version: i64,
    /// Whose words were answered.
    pub voice: Voice,
    /// The band that holds.
    pub band: Band,
    /// The band that the rules gave last.
    pub computed_band: Band,
    /// Whether a member of staff chose the band.
    pub overridden: bool,
    /// The points of its most urgent issue.
    pub points: u32,
    /// When somebody should be in contact.
    pub contact_by: DateTime<Utc>,
    /// Its place in the queue; the smallest comes first.
    pub rank: i64,
    /// The answers by name.
    pub answers: Value,
    /// What it came to when it was weighed last.
    pub assessment: Value,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
}

/// Some of the referrals that still wait.
pub struct Waiting {
    /// Those that were read.
    pub referrals: Vec<ForAssessment>,
    /// Those that were not: sealed with a key that is not there, changed outside, or of a version that knows more.
    pub unreadable: Vec<String>,
    /// The row of the last; none where nothing was left.
    pub last: Option<i64>,
}

/// What an issue came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReassessedIssue {
    /// Its number in the form.
    pub number: u32,
    /// Its own band.
    pub band: Band,
    /// Its own points.
    pub points: u32,
    /// When somebody should be in contact about it.
    pub contact_by: DateTime<Utc>,
}

/// What a referral came to.
#[derive(Clone)]
pub struct Reassessed {
    /// The band that holds now.
    pub band: Band,
    /// The band that the rules give now.
    pub computed_band: Band,
    /// Whether a member of staff chose the band that holds.
    pub overridden: bool,
    /// Why a lower band that staff had set holds no longer, by its frozen name.
    pub lapsed: Option<&'static str>,
    /// The points of its most urgent issue.
    pub points: u32,
    /// When somebody should be in contact.
    pub contact_by: DateTime<Utc>,
    /// Its place in the queue; the smallest comes first.
    pub rank: i64,
    /// Whether the emergency words are called for.
    pub emergency: bool,
    /// How many questions are still to be asked.
    pub gaps: u32,
    /// The assessment with its reasons.
    pub assessment: Value,
    /// The reasons that weigh most, as sentences.
    pub why: Vec<String>,
    /// What each issue came to.
    pub issues: Vec<ReassessedIssue>,
    /// The mails it causes.
    pub mails: Vec<NewMail>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = referrals)]
struct Row {
    id: i64,
    reference: String,
    version: i64,
    voice: String,
    band: String,
    computed_band: String,
    overridden: bool,
    points: i32,
    contact_by: i64,
    rank: i64,
    answers: Vec<u8>,
    assessment: Vec<u8>,
    received_at: i64,
}

/// At most `most` referrals that were not decided yet, by their rows, after the row `after`. One that cannot be read is
/// named and holds up no other.
pub fn for_assessment(conn: &mut AnyConnection, vault: &Vault, actor: Actor, after: i64, most: u32) -> Result<Waiting> {
    allow(actor, Action::Reassess, Whose::Own)?;
    let rows: Vec<Row> = referrals::table
        .filter(referrals::status.eq_any(Status::UNDECIDED.iter().map(|status| status.slug())))
        .filter(referrals::erased_at.is_null())
        .filter(referrals::id.gt(after))
        .order(referrals::id)
        .limit(i64::from(most))
        .select(Row::as_select())
        .load(conn)?;
    let last = rows.last().map(|row| row.id);
    let mut waiting = Waiting { referrals: Vec::with_capacity(rows.len()), unreadable: Vec::new(), last };
    for row in rows {
        match read(vault, &row) {
            Ok(referral) => waiting.referrals.push(referral),
            Err(_) => waiting.unreadable.push(row.reference),
        }
    }
    Ok(waiting)
}

fn read(vault: &Vault, row: &Row) -> Result<ForAssessment> {
    let reference: Reference = named(row.reference.parse().ok())?;
    Ok(ForAssessment {
        id: row.id,
        version: row.version,
        voice: named(Voice::from_slug(&row.voice))?,
        band: named(Band::from_slug(&row.band))?,
        computed_band: named(Band::from_slug(&row.computed_band))?,
        overridden: row.overridden,
        points: counted(row.points),
        contact_by: instant(row.contact_by)?,
        rank: row.rank,
        answers: vault.open_json(place("answers", &reference), &row.answers)?,
        assessment: vault.open_json(place("assessment", &reference), &row.assessment)?,
        received_at: instant(row.received_at)?,
        reference,
    })
}

/// Keeps what a referral came to, with the mails it causes. [`Error::Conflict`](crate::store::Error::Conflict) when the
/// referral changed since it was read with that version: what holds was worked out from it.
pub fn reassess(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (reference, version): (&Reference, i64),
    result: &Reassessed,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::Reassess, Whose::Own)?;
    let held = hold(conn, reference, version)?;
    let detail = detail(conn, &held, result)?;
    apply(conn, vault, reference, &held, result, now)?;
    let event = NewEvent { kind: EventKind::Assessed, issue: None, detail: &detail, words: "" };
    append(conn, vault, actor, (held.id, reference), &event, now)
}

/// Keeps what a referral came to where its place is the one it had: what is said of it has grown old. Nothing happened,
/// and so nothing is added to its history and nobody who has it open is told that it changed. Refused like [`reassess`].
pub fn refresh(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (reference, version): (&Reference, i64),
    result: &Reassessed,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::Reassess, Whose::Own)?;
    let held = hold_quietly(conn, reference, version)?;
    apply(conn, vault, reference, &held, result, now)
}

/// From which band to which, and why one that staff set holds no longer. Asked before it is written.
pub(super) fn detail(conn: &mut AnyConnection, held: &Held, result: &Reassessed) -> Result<String> {
    let row = referrals::table.filter(referrals::id.eq(held.id));
    let computed: String = row.select(referrals::computed_band).first(conn)?;
    Ok(match result.lapsed {
        Some(why) => format!("{}>{}:{why}", held.band.slug(), result.band.slug()),
        None => format!("{computed}>{}", result.computed_band.slug()),
    })
}

/// Writes what a referral came to into a row that is held, with the mails that causes.
pub(super) fn apply(
    conn: &mut AnyConnection,
    vault: &Vault,
    reference: &Reference,
    held: &Held,
    result: &Reassessed,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = referrals::table.filter(referrals::id.eq(held.id));
    diesel::update(row)
        .set((
            referrals::band.eq(result.band.slug()),
            referrals::computed_band.eq(result.computed_band.slug()),
            referrals::overridden.eq(result.overridden),
            referrals::points.eq(count(result.points)),
            referrals::contact_by.eq(seconds(result.contact_by)),
            referrals::rank.eq(result.rank),
            referrals::emergency.eq(result.emergency),
            referrals::gaps.eq(count(result.gaps)),
            referrals::assessment.eq(vault.seal_json(place("assessment", reference), &result.assessment)?),
            referrals::why.eq(vault.seal_json(place("why", reference), &result.why)?),
        ))
        .execute(conn)?;
    for issue in &result.issues {
        diesel::update(issues::table.filter(issues::referral_id.eq(held.id)))
            .filter(issues::number.eq(count(issue.number)))
            .set((
                issues::band.eq(issue.band.slug()),
                issues::points.eq(count(issue.points)),
                issues::contact_by.eq(seconds(issue.contact_by)),
            ))
            .execute(conn)?;
    }
    for mail in &result.mails {
        enqueue(conn, vault, Some(held.id), mail, now)?;
    }
    shift(conn, Some((held.status, held.band)), Some((held.status, result.band)))
}

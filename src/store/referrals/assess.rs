//! The daily assessment: what is to be assessed again, and what came of it. Dates come closer by themselves.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::counts::shift;
use super::decide::{Held, hold};
use super::place;
use crate::form::Voice;
use crate::ids::Reference;
use crate::intake::rank::Standing;
use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, count, counted, instant, named, seconds};
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::events::{EventKind, NewEvent, append};
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
    /// The answers by name.
    pub answers: Value,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
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
    /// The band that the rules give now.
    pub band: Band,
    /// The points of its most urgent issue.
    pub points: u32,
    /// When somebody should be in contact.
    pub contact_by: DateTime<Utc>,
    /// What decides its place within a band.
    pub standing: Standing,
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
    /// Whether a band that staff chose holds no longer: what it rested on has changed.
    pub override_lapses: bool,
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
    answers: Vec<u8>,
    received_at: i64,
}

/// At most `most` referrals that were not decided yet, by their rows, after the row `after`.
pub fn for_assessment(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    after: i64,
    most: u32,
) -> Result<Vec<ForAssessment>> {
    allow(actor, Action::Reassess, Whose::Own)?;
    let rows: Vec<Row> = referrals::table
        .filter(referrals::status.eq_any([Status::Received.slug(), Status::Asked.slug()]))
        .filter(referrals::id.gt(after))
        .order(referrals::id)
        .limit(i64::from(most))
        .select(Row::as_select())
        .load(conn)?;
    rows.iter().map(|row| read(vault, row)).collect()
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
        answers: vault.open_json(place("answers", &reference), &row.answers)?,
        received_at: instant(row.received_at)?,
        reference,
    })
}

/// Keeps what a referral came to. A band that staff chose holds, and its contact-by is never put off, unless
/// `override_lapses`. [`Error::Conflict`](crate::store::Error::Conflict) when the referral changed meanwhile.
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
    let row = referrals::table.filter(referrals::id.eq(held.id));
    let computed: String = row.select(referrals::computed_band).first(conn)?;
    apply(conn, vault, reference, &held, result)?;
    let detail = format!("{computed}>{}", result.band.slug());
    let event = NewEvent { kind: EventKind::Assessed, issue: None, detail: &detail, words: "" };
    append(conn, vault, actor, (held.id, reference), &event, now)
}

/// Writes what a referral came to into a row that is held.
pub(super) fn apply(
    conn: &mut AnyConnection,
    vault: &Vault,
    reference: &Reference,
    held: &Held,
    result: &Reassessed,
) -> Result<()> {
    let row = referrals::table.filter(referrals::id.eq(held.id));
    let (overridden, contact_by): (bool, i64) =
        row.select((referrals::overridden, referrals::contact_by)).first(conn)?;
    let overridden = overridden && !result.override_lapses;
    let (band, contact_by) = if overridden {
        (held.band, instant(contact_by)?.min(result.contact_by))
    } else {
        (result.band, result.contact_by)
    };
    diesel::update(row)
        .set((
            referrals::band.eq(band.slug()),
            referrals::computed_band.eq(result.band.slug()),
            referrals::overridden.eq(overridden),
            referrals::points.eq(count(result.points)),
            referrals::contact_by.eq(seconds(contact_by)),
            referrals::rank.eq(result.standing.rank(band, contact_by)),
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
    shift(conn, Some((held.status, held.band)), Some((held.status, band)))
}

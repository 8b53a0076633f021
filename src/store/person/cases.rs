//! How long each referral has lain: for the daily sweep, and for those who decide whether one may be erased.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde_json::Value;

use crate::form::Voice;
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::{allow, instant, instant_or_none, named, seconds};
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::referrals::place;
use crate::store::schema::{issues, referrals};
use crate::triage::life::{IssueState, Status};
use crate::vault::Vault;

/// One referral of a person, with what decides for how long it is kept.
#[derive(Clone)]
pub struct Case {
    /// Its row; ask for more after the last.
    pub id: i64,
    /// The public name.
    pub reference: Reference,
    /// Whose words were answered.
    pub voice: Voice,
    /// Where it stands.
    pub status: Status,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// When its last issue was signposted or declined, if all were.
    pub ended_at: Option<DateTime<Utc>>,
    /// When anybody last opened or changed it.
    pub touched_at: DateTime<Utc>,
    /// Whether it is held for a complaint or a court case.
    pub held: bool,
    /// Whether someone is, or may be, in danger.
    pub danger: bool,
    /// When it was erased.
    pub erased_at: Option<DateTime<Utc>>,
    /// The answers by name; none where they do not open, which holds up no other.
    pub answers: Option<Value>,
    /// What each issue is about, and where it stands.
    pub issues: Vec<(String, IssueState)>,
}

/// From when on a referral may be too old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Those that ended before.
    pub ended_before: DateTime<Utc>,
    /// Accepted ones that nobody has opened or changed since.
    pub untouched_since: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = referrals)]
struct Row {
    id: i64,
    reference: String,
    voice: String,
    status: String,
    received_at: i64,
    ended_at: Option<i64>,
    touched_at: i64,
    held_at: Option<i64>,
    danger: bool,
    erased_at: Option<i64>,
    answers: Vec<u8>,
}

/// Every referral of the person whom that one is about.
pub fn cases_of(conn: &mut AnyConnection, vault: &Vault, actor: Actor, reference: &Reference) -> Result<Vec<Case>> {
    allow(actor, Action::ErasePerson, Whose::Own)?;
    let person: i64 = referrals::table
        .filter(referrals::reference.eq(reference.letters()))
        .select(referrals::person_id)
        .first(conn)?;
    let rows: Vec<Row> = referrals::table
        .filter(referrals::person_id.eq(person))
        .order(referrals::id)
        .select(Row::as_select())
        .load(conn)?;
    read(conn, vault, rows)
}

/// At most `most` referrals that may be too old, by their rows, after the row `after`. Held ones are not among them.
pub fn due(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    due: Due,
    (after, most): (i64, u32),
) -> Result<Vec<Case>> {
    allow(actor, Action::Sweep, Whose::Own)?;
    macro_rules! lain {
        ($which:expr, $since:expr) => {
            referrals::table
                .filter($which)
                .filter($since)
                .filter(referrals::held_at.is_null())
                .filter(referrals::id.gt(after))
                .order(referrals::id)
                .limit(i64::from(most))
                .select(Row::as_select())
                .load::<Row>(conn)?
        };
    }
    let ended_before = referrals::ended_at.lt(seconds(due.ended_before));
    let untouched_since = referrals::touched_at.lt(seconds(due.untouched_since));
    // In words, so that both databases see that the partial index holds every such row.
    let mut rows = lain!(sql::<Bool>("referrals.erased_at IS NULL AND referrals.ended_at IS NOT NULL"), ended_before);
    rows.extend(lain!(sql::<Bool>("referrals.erased_at IS NULL AND referrals.status = 'accepted'"), untouched_since));
    rows.sort_by_key(|row| row.id);
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    read(conn, vault, rows)
}

fn read(conn: &mut AnyConnection, vault: &Vault, rows: Vec<Row>) -> Result<Vec<Case>> {
    rows.into_iter()
        .map(|row| {
            let reference: Reference = named(row.reference.parse().ok())?;
            let kinds: Vec<(String, String)> = issues::table
                .filter(issues::referral_id.eq(row.id))
                .order(issues::number)
                .select((issues::kind, issues::state))
                .load(conn)?;
            let issues = kinds.into_iter().map(|(kind, state)| Ok((kind, named(IssueState::from_slug(&state))?)));
            Ok(Case {
                id: row.id,
                voice: named(Voice::from_slug(&row.voice))?,
                status: named(Status::from_slug(&row.status))?,
                received_at: instant(row.received_at)?,
                ended_at: instant_or_none(row.ended_at)?,
                touched_at: instant(row.touched_at)?,
                held: row.held_at.is_some(),
                danger: row.danger,
                erased_at: instant_or_none(row.erased_at)?,
                answers: vault.open_json(place("answers", &reference), &row.answers).ok(),
                issues: issues.collect::<Result<_>>()?,
                reference,
            })
        })
        .collect()
}

//! The queue, most urgent first, a page at a time. Nothing in it names anybody;
//! its reasons are sealed.
//!
//! A page begins after a row, not after a number of rows: it costs the same however deep it lies, and nothing is shown
//! twice or skipped when something arrives meanwhile.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

use super::file::Flags;
use super::place;
use crate::form::Voice;
use crate::ids::{NotACode, Reference};
use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, counted, instant, named, seconds};
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::schema::{issues, referrals};
use crate::triage::life::{Channel, Status};
use crate::vault::Vault;

/// Which part of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Where they stand.
    pub states: &'static [Status],
    /// Only that band.
    pub band: Option<Band>,
    /// Only those with an issue of that service line.
    pub line: Option<String>,
    /// Only those past their contact-by at this moment, and not decided yet.
    pub overdue_at: Option<DateTime<Utc>>,
}

impl Filter {
    /// Everything that stands there.
    #[must_use]
    pub const fn all(states: &'static [Status]) -> Self {
        Self { states, band: None, line: None, overdue_at: None }
    }
}

/// The last row of a page, after which the next begins. Written and read as text for an address; it tells nothing but
/// how urgent that row was and when it arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    rank: i64,
    received_at: i64,
    id: i64,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.rank, self.received_at, self.id)
    }
}

impl FromStr for Cursor {
    type Err = NotACode;

    fn from_str(text: &str) -> std::result::Result<Self, NotACode> {
        let mut parts = text.split('.').map(|part| part.parse::<i64>().map_err(|_| NotACode));
        let mut next = || parts.next().unwrap_or(Err(NotACode));
        let cursor = Self { rank: next()?, received_at: next()?, id: next()? };
        if parts.next().is_none() { Ok(cursor) } else { Err(NotACode) }
    }
}

/// A row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// The public name.
    pub reference: Reference,
    /// Where it stands.
    pub status: Status,
    /// Whose words were answered.
    pub voice: Voice,
    /// How it came in.
    pub channel: Channel,
    /// The band that holds.
    pub band: Band,
    /// Whether a member of staff chose it.
    pub overridden: bool,
    /// When somebody should have been in contact.
    pub contact_by: DateTime<Utc>,
    /// What to know at a glance.
    pub flags: Flags,
    /// How many questions are still to be asked.
    pub gaps: u32,
    /// The reasons that weigh most, as sentences; none where they do not open, which holds up no other row.
    pub why: Option<Vec<String>>,
    /// The service lines of its issues, each once.
    pub lines: Vec<String>,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
}

/// A page of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its rows, the most urgent first.
    pub rows: Vec<Queued>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = referrals)]
#[expect(clippy::struct_excessive_bools, reason = "a column each")]
struct Row {
    id: i64,
    reference: String,
    status: String,
    voice: String,
    channel: String,
    band: String,
    rank: i64,
    contact_by: i64,
    overridden: bool,
    emergency: bool,
    danger: bool,
    unsafe_contact: bool,
    communication: bool,
    risk: bool,
    gaps: i32,
    why: Vec<u8>,
    received_at: i64,
}

impl Filter {
    /// The states it looks into, one after the other: the index begins with the state, and so each is a seek.
    fn states(&self) -> impl Iterator<Item = Status> {
        let overdue = self.overdue_at.is_some();
        self.states.iter().copied().filter(move |status| !overdue || status.is_undecided())
    }
}

/// What a filter finds in one state, in no order.
fn matching(filter: &Filter, status: Status) -> referrals::BoxedQuery<'static, <AnyConnection as Connection>::Backend> {
    let mut query = referrals::table
        .filter(referrals::status.eq(status.slug()))
        .filter(referrals::erased_at.is_null())
        .into_boxed();
    if let Some(band) = filter.band {
        query = query.filter(referrals::band.eq(band.slug()));
    }
    if let Some(line) = &filter.line {
        query = query.filter(exists(
            issues::table.filter(issues::referral_id.eq(referrals::id)).filter(issues::service_line.eq(line.clone())),
        ));
    }
    if let Some(moment) = filter.overdue_at {
        query = query.filter(referrals::contact_by.lt(seconds(moment)));
    }
    query
}

/// One page of at most `most` rows, after `after`.
pub fn queue(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    filter: &Filter,
    after: Option<Cursor>,
    most: u32,
) -> Result<Page> {
    allow(actor, Action::SeeQueue, Whose::Own)?;
    let mut rows = Vec::new();
    for status in filter.states() {
        rows.extend(page_of(conn, (filter, status), after, most)?);
    }
    // Each state gave its own first rows; together they hold the first of all.
    rows.sort_by_key(|row| (row.rank, row.received_at, row.id));
    let room = usize::try_from(most).unwrap_or(usize::MAX);
    let more = rows.len() > room;
    rows.truncate(room);
    let last = rows.last().map(|row| Cursor { rank: row.rank, received_at: row.received_at, id: row.id });
    Ok(Page { rows: with_lines(conn, vault, rows)?, next: last.filter(|_| more) })
}

/// The first rows of one state, and one more that tells whether there are more.
fn page_of(
    conn: &mut AnyConnection,
    (filter, status): (&Filter, Status),
    after: Option<Cursor>,
    most: u32,
) -> Result<Vec<Row>> {
    let mut query = matching(filter, status).select(Row::as_select());
    if let Some(Cursor { rank, received_at, id }) = after {
        // Row values let both databases seek in the index; three conditions joined by OR would be read row by row.
        let later = sql::<Bool>("(referrals.rank, referrals.received_at, referrals.id) > (")
            .bind::<BigInt, _>(rank)
            .sql(", ")
            .bind::<BigInt, _>(received_at)
            .sql(", ")
            .bind::<BigInt, _>(id)
            .sql(")");
        query = query.filter(later);
    }
    Ok(query
        .order((referrals::rank, referrals::received_at, referrals::id))
        .limit(i64::from(most).saturating_add(1))
        .load(conn)?)
}

/// How many referrals a filter finds: from the counts that are kept, where no row has to be looked at.
pub fn how_many(conn: &mut AnyConnection, actor: Actor, filter: &Filter) -> Result<i64> {
    allow(actor, Action::SeeQueue, Whose::Own)?;
    if filter.line.is_none() && filter.overdue_at.is_none() {
        let counts = super::counts(conn, actor)?;
        let of = |status| filter.band.map_or_else(|| counts.of_status(status), |band| counts.of(status, band));
        return Ok(filter.states().map(of).sum());
    }
    let mut total = 0;
    for status in filter.states() {
        total += matching(filter, status).count().get_result::<i64>(conn)?;
    }
    Ok(total)
}

fn with_lines(conn: &mut AnyConnection, vault: &Vault, rows: Vec<Row>) -> Result<Vec<Queued>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let lines: Vec<(i64, String)> = issues::table
        .filter(issues::referral_id.eq_any(ids))
        .order((issues::referral_id, issues::number))
        .select((issues::referral_id, issues::service_line))
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            let mut own: Vec<String> = Vec::new();
            for (_, line) in lines.iter().filter(|(referral, _)| *referral == row.id) {
                if !own.contains(line) {
                    own.push(line.clone());
                }
            }
            read(vault, &row, own)
        })
        .collect()
}

fn read(vault: &Vault, row: &Row, lines: Vec<String>) -> Result<Queued> {
    let reference = named(row.reference.parse().ok())?;
    Ok(Queued {
        why: vault.open_json(place("why", &reference), &row.why).ok(),
        reference,
        status: named(Status::from_slug(&row.status))?,
        voice: named(Voice::from_slug(&row.voice))?,
        channel: named(Channel::from_slug(&row.channel))?,
        band: named(Band::from_slug(&row.band))?,
        overridden: row.overridden,
        contact_by: instant(row.contact_by)?,
        flags: Flags {
            emergency: row.emergency,
            danger: row.danger,
            unsafe_contact: row.unsafe_contact,
            communication: row.communication,
            risk: row.risk,
        },
        gaps: counted(row.gaps),
        lines,
        received_at: instant(row.received_at)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back_and_nothing_else_is_one() {
        let cursor = Cursor { rank: 3, received_at: 1_800_000_000, id: 7 };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for text in ["", "1", "1.2", "1.2.3.4", "a.2.3", "1.2.99999999999999999999"] {
            assert_eq!(text.parse::<Cursor>(), Err(NotACode), "{text}");
        }
    }
}

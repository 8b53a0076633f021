//! Reads one referral with everything in it, and notes who did.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::assess::ForAssessment;
use super::file::Flags;
use super::person::{SealedPerson, person_place};
use super::place;
use crate::form::Voice;
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, counted, instant, instant_or_none, named};
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::events::{Event, EventKind, NewEvent, append, history};
use crate::store::outbox::{MailFact, facts};
use crate::store::schema::{issue_dates, issues, people, referrals};
use crate::triage::life::{Channel, IssueState, Status};
use crate::vault::Vault;

/// A date of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueDate {
    /// Its number in the form.
    pub number: u32,
    /// What happens then.
    pub what: String,
    /// The day, where it is known.
    pub day: Option<NaiveDate>,
    /// Whether it cannot be moved.
    pub hard: bool,
}

/// One process, decision or complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number in the form.
    pub number: u32,
    /// What it is about.
    pub kind: String,
    /// How far it has got.
    pub stage: Option<String>,
    /// The service line.
    pub line: String,
    /// Where it stands.
    pub state: IssueState,
    /// Its own band.
    pub band: Band,
    /// Its own points.
    pub points: u32,
    /// When somebody should have been in contact about it.
    pub contact_by: DateTime<Utc>,
    /// Its dates.
    pub dates: Vec<IssueDate>,
}

/// A referral with everything in it.
#[derive(Clone)]
pub struct Referral {
    /// Its row.
    pub id: i64,
    /// The public name.
    pub reference: Reference,
    /// Counts the changes; change with the one you loaded.
    pub version: i64,
    /// Where it stands.
    pub status: Status,
    /// Whose words were answered.
    pub voice: Voice,
    /// How it came in.
    pub channel: Channel,
    /// The band that holds.
    pub band: Band,
    /// The band that the rules give.
    pub computed_band: Band,
    /// Whether a member of staff chose the band.
    pub overridden: bool,
    /// The points of its most urgent issue.
    pub points: u32,
    /// When somebody should have been in contact.
    pub contact_by: DateTime<Utc>,
    /// Its place in the queue; the smallest comes first.
    pub rank: i64,
    /// What the queue shows at a glance.
    pub flags: Flags,
    /// How many questions are still to be asked.
    pub gaps: u32,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Since when it is held for a complaint or a court case.
    pub held_at: Option<DateTime<Utc>>,
    /// When everything that names somebody was erased.
    pub erased_at: Option<DateTime<Utc>>,
    /// The answers by name; this and the next three are null where they do not open: see [`Opened`](super::Opened).
    pub answers: Value,
    /// The questions as asked with the answers as given.
    pub record: Value,
    /// The assessment with its reasons.
    pub assessment: Value,
    /// Whom it is about.
    pub person: Value,
    /// What it is about.
    pub issues: Vec<Issue>,
    /// The mails it caused.
    pub mails: Vec<MailFact>,
    /// Everything that happened to it, this reading included.
    pub events: Vec<Event>,
    /// Whether nobody changed, took out, put in or cut off any of that outside the portal.
    pub history_whole: bool,
}

impl Referral {
    /// As it stands, to be weighed again.
    #[must_use]
    pub fn as_it_stood(&self) -> ForAssessment {
        ForAssessment {
            id: self.id,
            reference: self.reference.clone(),
            version: self.version,
            voice: self.voice,
            band: self.band,
            computed_band: self.computed_band,
            overridden: self.overridden,
            points: self.points,
            contact_by: self.contact_by,
            rank: self.rank,
            answers: self.answers.clone(),
            assessment: self.assessment.clone(),
            received_at: self.received_at,
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = referrals)]
#[expect(clippy::struct_excessive_bools, reason = "a column each")]
struct Row {
    id: i64,
    person_id: i64,
    status: String,
    voice: String,
    channel: String,
    band: String,
    computed_band: String,
    points: i32,
    contact_by: i64,
    rank: i64,
    overridden: bool,
    emergency: bool,
    danger: bool,
    unsafe_contact: bool,
    communication: bool,
    risk: bool,
    gaps: i32,
    answers: Vec<u8>,
    record: Vec<u8>,
    assessment: Vec<u8>,
    version: i64,
    received_at: i64,
    held_at: Option<i64>,
    erased_at: Option<i64>,
    events_count: i64,
    events_head: Vec<u8>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = issues)]
struct IssueRow {
    id: i64,
    number: i32,
    kind: String,
    stage: Option<String>,
    service_line: String,
    state: String,
    band: String,
    points: i32,
    contact_by: i64,
}

/// Reads a referral and adds to its history that this actor did: for [`Db::write`](crate::store::Db::write).
pub fn load(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    reference: &Reference,
    now: DateTime<Utc>,
) -> Result<Referral> {
    allow(actor, Action::SeeReferral, Whose::Own)?;
    let id: i64 =
        referrals::table.filter(referrals::reference.eq(reference.letters())).select(referrals::id).first(conn)?;
    append(conn, vault, actor, (id, reference), &NewEvent::plain(EventKind::Viewed), now)?;
    load_to_decide(conn, vault, actor, reference)
}

/// Reads a referral that a decision is about to change, which is an event of its own. It must not be shown: showing is
/// [`load`].
pub fn load_to_decide(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    reference: &Reference,
) -> Result<Referral> {
    allow(actor, Action::SeeReferral, Whose::Own)?;
    whole(conn, vault, reference)
}

/// A referral with everything in it. Whoever calls this has noted why it was read.
pub(in crate::store) fn whole(conn: &mut AnyConnection, vault: &Vault, reference: &Reference) -> Result<Referral> {
    let row: Row =
        referrals::table.filter(referrals::reference.eq(reference.letters())).select(Row::as_select()).first(conn)?;
    let end = (row.events_count, row.events_head);
    let (events, history_whole) = history(conn, vault, (row.id, reference), &end)?;
    let open = |column, sealed: &[u8]| vault.open_json(place(column, reference), sealed).unwrap_or_default();
    Ok(Referral {
        id: row.id,
        reference: reference.clone(),
        version: row.version,
        status: named(Status::from_slug(&row.status))?,
        voice: named(Voice::from_slug(&row.voice))?,
        channel: named(Channel::from_slug(&row.channel))?,
        band: named(Band::from_slug(&row.band))?,
        computed_band: named(Band::from_slug(&row.computed_band))?,
        overridden: row.overridden,
        points: counted(row.points),
        contact_by: instant(row.contact_by)?,
        rank: row.rank,
        flags: Flags {
            emergency: row.emergency,
            danger: row.danger,
            unsafe_contact: row.unsafe_contact,
            communication: row.communication,
            risk: row.risk,
        },
        gaps: counted(row.gaps),
        received_at: instant(row.received_at)?,
        held_at: instant_or_none(row.held_at)?,
        erased_at: instant_or_none(row.erased_at)?,
        answers: open("answers", &row.answers),
        record: open("record", &row.record),
        assessment: open("assessment", &row.assessment),
        person: load_person(conn, vault, row.person_id)?,
        issues: load_issues(conn, row.id)?,
        mails: facts(conn, row.id)?,
        events,
        history_whole,
    })
}

/// Who somebody is; null where it does not open.
pub(in crate::store) fn load_person(conn: &mut AnyConnection, vault: &Vault, person: i64) -> Result<Value> {
    let (row, details): (String, Vec<u8>) =
        people::table.filter(people::id.eq(person)).select((people::row_name, people::details)).first(conn)?;
    let known = vault.open_json::<SealedPerson>(person_place(&row), &details);
    Ok(known.map(|known| known.details).unwrap_or_default())
}

fn load_issues(conn: &mut AnyConnection, referral: i64) -> Result<Vec<Issue>> {
    let rows: Vec<IssueRow> = issues::table
        .filter(issues::referral_id.eq(referral))
        .order(issues::number)
        .select(IssueRow::as_select())
        .load(conn)?;
    let dates: Vec<(i64, i32, String, Option<NaiveDate>, bool)> = issue_dates::table
        .inner_join(issues::table)
        .filter(issues::referral_id.eq(referral))
        .order(issue_dates::number)
        .select((issue_dates::issue_id, issue_dates::number, issue_dates::what, issue_dates::day, issue_dates::hard))
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            let own = dates.iter().filter(|(issue, ..)| *issue == row.id);
            Ok(Issue {
                number: counted(row.number),
                state: named(IssueState::from_slug(&row.state))?,
                band: named(Band::from_slug(&row.band))?,
                points: counted(row.points),
                contact_by: instant(row.contact_by)?,
                dates: own
                    .map(|(_, number, what, day, hard)| IssueDate {
                        number: counted(*number),
                        what: what.clone(),
                        day: *day,
                        hard: *hard,
                    })
                    .collect(),
                kind: row.kind,
                stage: row.stage,
                line: row.service_line,
            })
        })
        .collect()
}

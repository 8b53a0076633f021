//! Who did what to a referral, when and why: rows that are added and never changed.
//!
//! Each row carries a keyed hash over what it says and over the row before, and the referral holds the last hash and
//! their number: a row changed, taken out or cut off is found. Free words stand sealed beside the chain, which holds only
//! a salted commitment to them, so they can be erased and the chain still verifies.

mod chain;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::codec::{instant, named, seconds};
use super::connection::{AnyConnection, each_backend};
use super::error::{Fault, Result};
use super::schema::{events, issues, referrals};
use crate::ids::{Reference, random_bytes};
use crate::permission::{Actor, StaffId};
use crate::vault::{Place, Vault};
pub(super) use chain::{End, Told, rehash, reseal_words, told, verify};
pub use chain::{Wrong, verify_chain};

/// Random bytes before the words in what is committed to: equal words do not show as equal.
const SALT: usize = 16;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// It was sent.
    Received,
    /// A member of staff read it.
    Viewed,
    /// A member of staff put it in another band.
    BandOverridden,
    /// It was assessed again and came out differently.
    Assessed,
    /// An issue was decided.
    IssueDecided,
    /// An answer was put right.
    Corrected,
    /// Everything held about the person was put together for them.
    Disclosed,
    /// It is kept beyond its time, for a complaint or a court case.
    Held,
    /// It is so no longer.
    Released,
    /// Everything that names somebody was destroyed.
    Erased,
    /// A code for feedback was made.
    Invited,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Received,
        Self::Viewed,
        Self::BandOverridden,
        Self::Assessed,
        Self::IssueDecided,
        Self::Corrected,
        Self::Disclosed,
        Self::Held,
        Self::Released,
        Self::Erased,
        Self::Invited,
    ];

    /// The frozen name used in stored rows.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Viewed => "viewed",
            Self::BandOverridden => "band-overridden",
            Self::Assessed => "assessed",
            Self::IssueDecided => "issue-decided",
            Self::Corrected => "corrected",
            Self::Disclosed => "disclosed",
            Self::Held => "held",
            Self::Released => "released",
            Self::Erased => "erased",
            Self::Invited => "invited",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// Whoever sent it.
    Visitor,
    /// A member of staff.
    Staff(StaffId),
    /// A part of the portal.
    System(String),
}

/// The free words of an event.
#[derive(Clone, PartialEq, Eq)]
pub enum Words {
    /// None were said.
    Nothing,
    /// These were.
    Said(String),
    /// Some were, and were erased.
    Erased,
    /// Some were, and they do not open, or are not those that were written.
    Closed,
}

/// Something that happened to a referral.
#[derive(Clone)]
pub struct Event {
    /// Its place in the referral's history, from 1.
    pub seq: i64,
    /// What happened.
    pub kind: EventKind,
    /// Who did it.
    pub by: By,
    /// The number of the issue it was about.
    pub issue: Option<i32>,
    /// From what to what, in frozen names: `standard>urgent`, `planned>urgent:danger`. Never anything personal.
    pub detail: String,
    /// Why, in free words.
    pub words: Words,
    /// When.
    pub happened_at: DateTime<Utc>,
}

/// What is to be added.
pub(super) struct NewEvent<'a> {
    pub(super) kind: EventKind,
    pub(super) issue: Option<i64>,
    pub(super) detail: &'a str,
    pub(super) words: &'a str,
}

impl NewEvent<'_> {
    pub(super) const fn plain(kind: EventKind) -> Self {
        Self { kind, issue: None, detail: "", words: "" }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = events)]
struct Row {
    referral_id: i64,
    seq: i64,
    kind: String,
    actor_kind: String,
    staff_id: Option<i64>,
    system_part: Option<String>,
    issue_id: Option<i64>,
    detail: String,
    words: Option<Vec<u8>>,
    commitment: Vec<u8>,
    hash: Vec<u8>,
    happened_at: i64,
}

impl Row {
    /// What the chain holds of this row, every number in eight bytes.
    fn chained(&self, reference: &Reference, before: &[u8]) -> Vec<Vec<u8>> {
        vec![
            before.to_vec(),
            reference.letters().as_bytes().to_vec(),
            self.seq.to_be_bytes().to_vec(),
            self.kind.clone().into_bytes(),
            self.actor_kind.clone().into_bytes(),
            self.staff_id.unwrap_or_default().to_be_bytes().to_vec(),
            self.system_part.clone().unwrap_or_default().into_bytes(),
            self.issue_id.unwrap_or_default().to_be_bytes().to_vec(),
            self.detail.clone().into_bytes(),
            self.commitment.clone(),
            self.happened_at.to_be_bytes().to_vec(),
        ]
    }

    fn by(&self) -> Result<By> {
        match (self.actor_kind.as_str(), self.staff_id, &self.system_part) {
            ("visitor", None, None) => Ok(By::Visitor),
            ("staff", Some(id), None) => Ok(By::Staff(id)),
            ("system", None, Some(part)) => Ok(By::System(part.clone())),
            _ => Err(Fault::UnknownName.into()),
        }
    }

    /// The words, once they agree with what the chain committed to.
    fn open_words(&self, vault: &Vault, reference: &Reference) -> Result<Words> {
        match &self.words {
            None if self.commitment.is_empty() => Ok(Words::Nothing),
            None => Ok(Words::Erased),
            Some(sealed) => {
                let salted = vault.open(place(&row_name(reference, self.seq)), sealed)?;
                let (_, words) = salted.split_at_checked(SALT).ok_or(Fault::Chain)?;
                if self.commitment != commit(&salted) {
                    return Err(Fault::Chain.into());
                }
                Ok(Words::Said(String::from_utf8_lossy(words).into_owned()))
            }
        }
    }
}

fn place(row: &str) -> Place<'_> {
    Place { table: "events", column: "words", row }
}

fn row_name(reference: &Reference, seq: i64) -> String {
    format!("{}/{seq}", reference.letters())
}

fn commit(salted: &[u8]) -> Vec<u8> {
    Sha256::digest(salted).to_vec()
}

/// The sealed words and the commitment to them; nothing for no words.
fn seal_words(vault: &Vault, reference: &Reference, seq: i64, words: &str) -> Result<(Option<Vec<u8>>, Vec<u8>)> {
    if words.is_empty() {
        return Ok((None, Vec::new()));
    }
    let mut salted = Zeroizing::new(random_bytes::<SALT>()?.to_vec());
    salted.extend_from_slice(words.as_bytes());
    Ok((Some(vault.seal(place(&row_name(reference, seq)), &salted)?), commit(&salted)))
}

/// The row of an event, chained to the one before.
fn chain_to(
    vault: &Vault,
    actor: Actor,
    (reference, seq, before): (&Reference, i64, &[u8]),
    event: &NewEvent<'_>,
    now: DateTime<Utc>,
) -> Result<Row> {
    let (words, commitment) = seal_words(vault, reference, seq, event.words)?;
    let (actor_kind, system_part) = match actor {
        Actor::Visitor => ("visitor", None),
        Actor::Staff { .. } => ("staff", None),
        Actor::System(part) => ("system", Some(part.to_owned())),
    };
    let mut row = Row {
        referral_id: 0,
        seq,
        kind: event.kind.slug().to_owned(),
        actor_kind: actor_kind.to_owned(),
        staff_id: actor.staff_id(),
        system_part,
        issue_id: event.issue,
        detail: event.detail.to_owned(),
        words,
        commitment,
        hash: Vec::new(),
        happened_at: seconds(now),
    };
    let parts = row.chained(reference, before);
    row.hash = vault.chain(&slices(&parts));
    Ok(row)
}

/// The first event of a referral, before there is a row of it: so its row is written once and not three times, which is
/// what it costs to add an event to one that is there.
pub(super) struct First(Row);

impl First {
    pub(super) fn of(vault: &Vault, actor: Actor, reference: &Reference, now: DateTime<Utc>) -> Result<Self> {
        Ok(Self(chain_to(vault, actor, (reference, 1, &[]), &NewEvent::plain(EventKind::Received), now)?))
    }

    /// How the history ends with it, for the row of the referral.
    pub(super) fn end(&self) -> (i64, Vec<u8>) {
        (self.0.seq, self.0.hash.clone())
    }

    /// Adds it to the referral that was kept with that end.
    pub(super) fn insert(self, conn: &mut AnyConnection, referral: i64) -> Result<()> {
        let row = Row { referral_id: referral, ..self.0 };
        each_backend!(conn, conn => diesel::insert_into(events::table).values(&row).execute(conn))?;
        Ok(())
    }
}

/// Adds one event. The referral's row is taken first, so that two instances write one after the other.
pub(super) fn append(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (referral, reference): (i64, &Reference),
    event: &NewEvent<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let referral_row = referrals::table.filter(referrals::id.eq(referral));
    let (seq, before): (i64, Vec<u8>) = diesel::update(referral_row)
        .set(referrals::events_count.eq(referrals::events_count + 1))
        .returning((referrals::events_count, referrals::events_head))
        .get_result(conn)?;
    let row = chain_to(vault, actor, (reference, seq, &before), event, now)?;
    let row = Row { referral_id: referral, ..row };
    diesel::insert_into(events::table).values(&row).execute(conn)?;
    // What the portal does by itself does not keep a referral from growing old.
    let touched = (!matches!(actor, Actor::System(_))).then(|| referrals::touched_at.eq(seconds(now)));
    diesel::update(referral_row).set((referrals::events_head.eq(&row.hash), touched)).execute(conn)?;
    Ok(())
}

fn slices(parts: &[Vec<u8>]) -> Vec<&[u8]> {
    parts.iter().map(Vec::as_slice).collect()
}

fn rows(conn: &mut AnyConnection, referral: i64) -> Result<Vec<Row>> {
    Ok(events::table.filter(events::referral_id.eq(referral)).order(events::seq).select(Row::as_select()).load(conn)?)
}

/// Everything that happened to a referral, in order; and whether all of it is there and as it was written, but for words
/// that do not open: these are told entry by entry.
pub(super) fn history(
    conn: &mut AnyConnection,
    vault: &Vault,
    (referral, reference): (i64, &Reference),
    end: &End,
) -> Result<(Vec<Event>, bool)> {
    let numbers: Vec<(i64, i32)> =
        issues::table.filter(issues::referral_id.eq(referral)).select((issues::id, issues::number)).load(conn)?;
    let number = |id| numbers.iter().find(|(issue, _)| Some(*issue) == id).map(|(_, number)| *number);
    let rows = rows(conn, referral)?;
    let is_whole = chain::verify_links(vault, reference, &rows, end).is_ok();
    let read = rows
        .into_iter()
        .map(|row| {
            Ok(Event {
                seq: row.seq,
                kind: named(EventKind::from_slug(&row.kind))?,
                by: row.by()?,
                issue: number(row.issue_id),
                words: row.open_words(vault, reference).unwrap_or(Words::Closed),
                happened_at: instant(row.happened_at)?,
                detail: row.detail,
            })
        })
        .collect::<Result<_>>()?;
    Ok((read, is_whole))
}

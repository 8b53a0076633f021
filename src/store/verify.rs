//! Whether what is kept of each referral is as it was written: its history, and everything of it that is sealed. What
//! somebody changed at the database, past the portal, is found here.

use diesel::prelude::*;

use super::codec::allow;
use super::connection::AnyConnection;
use super::error::Result;
use super::events::{self, Wrong};
use super::referrals::{person_place, place};
use super::schema::{people, referrals};
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::vault::{Place, Vault};

/// What was found out about some referrals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// The row of the last; ask for more after it. None when there are no more.
    pub last: Option<i64>,
    /// How many were looked at.
    pub referrals: usize,
    /// How many events their histories hold, of those that are whole.
    pub events: i64,
    /// What is wrong, with the reference it is wrong with.
    pub faults: Vec<(String, Fault)>,
}

/// Something that is not as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The reference is none: it was changed.
    Reference,
    /// The history.
    History(Wrong),
    /// A sealed part does not open: it was changed, or its key is missing.
    Sealed(Part),
}

/// What is sealed of a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The answers by name.
    Answers,
    /// The questions as asked with the answers as given.
    Record,
    /// The assessment with its reasons.
    Assessment,
    /// The reasons that weigh most.
    Why,
    /// Whom it is about.
    Person,
}

impl Part {
    /// Its frozen name, as its column has it.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Record => "record",
            Self::Assessment => "assessment",
            Self::Why => "why",
            Self::Person => "person",
        }
    }
}

/// The sealed columns of a referral, and the name and the sealed details of its person.
type Sealed = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>, String, Vec<u8>);

/// Looks at no more than `most` referrals, by their rows, after the row `after`. Changes nothing.
pub fn verify(conn: &mut AnyConnection, vault: &Vault, actor: Actor, (after, most): (i64, u32)) -> Result<Verified> {
    allow(actor, Action::VerifyEvents, Whose::Own)?;
    let sealed = (
        referrals::answers,
        referrals::record,
        referrals::assessment,
        referrals::why,
        people::row_name,
        people::details,
    );
    let rows: Vec<(i64, String, Sealed)> = referrals::table
        .inner_join(people::table.on(people::id.eq(referrals::person_id)))
        .filter(referrals::id.gt(after))
        .order(referrals::id)
        .limit(i64::from(most))
        .select((referrals::id, referrals::reference, sealed))
        .load(conn)?;
    let mut found = Verified { last: rows.last().map(|row| row.0), referrals: rows.len(), ..Verified::default() };
    for (id, letters, sealed) in rows {
        let Ok(reference) = letters.parse::<Reference>() else {
            found.faults.push((letters, Fault::Reference));
            continue;
        };
        let mut faults = Vec::new();
        match events::verify(conn, vault, (id, &reference))? {
            Ok(events) => found.events += events,
            Err(wrong) => faults.push(Fault::History(wrong)),
        }
        faults.extend(closed(vault, &reference, &sealed).map(Fault::Sealed));
        found.faults.extend(faults.into_iter().map(|fault| (reference.shown(), fault)));
    }
    Ok(found)
}

/// The parts that do not open.
fn closed(vault: &Vault, reference: &Reference, sealed: &Sealed) -> impl Iterator<Item = Part> {
    let (answers, record, assessment, why, name, details) = sealed;
    let is_closed = |place: Place<'_>, sealed: &[u8]| vault.open(place, sealed).is_err();
    [
        (Part::Answers, is_closed(place("answers", reference), answers)),
        (Part::Record, is_closed(place("record", reference), record)),
        (Part::Assessment, is_closed(place("assessment", reference), assessment)),
        (Part::Why, is_closed(place("why", reference), why)),
        (Part::Person, is_closed(person_place(name), details)),
    ]
    .into_iter()
    .filter_map(|(part, closed)| closed.then_some(part))
}

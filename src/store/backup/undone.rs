//! What putting a copy back undoes: erasings and holds that came after the copy was made. Only the database that the
//! copy replaces can tell, if it is there, can be read, and knows what came after the copy.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::dsl::max;
use diesel::prelude::*;

use crate::ids::Reference;
use crate::store::codec::instant_or_none;
use crate::store::connection::{AnyConnection, DatabaseUrl, Purpose};
use crate::store::error::Result;
use crate::store::migrate::{MigrateError, check};
use crate::store::schema::{events, referrals};

/// References, as they are shown to people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undone {
    /// What had been erased, and is there again.
    pub erased: Vec<String>,
    /// What had been held for a complaint or a court case, and is held no more.
    pub held: Vec<String>,
}

/// A reference; when it was erased, and since when it is held.
type Marked = (String, Option<i64>, Option<i64>);

/// What a database knows of its referrals.
pub(super) struct Memory {
    /// When something last happened to one of them.
    pub(super) newest: Option<DateTime<Utc>>,
    all: BTreeSet<String>,
    erased: BTreeSet<String>,
    held: BTreeSet<String>,
}

impl Memory {
    /// Nothing where it cannot be read.
    pub(super) fn of(url: &DatabaseUrl) -> Option<Self> {
        Self::read(url).ok()
    }

    fn read(url: &DatabaseUrl) -> Result<Self> {
        let mut conn = AnyConnection::open(url, Purpose::Read)?;
        let marked: QueryResult<Vec<Marked>> = referrals::table
            .filter(referrals::erased_at.is_not_null().or(referrals::held_at.is_not_null()))
            .select((referrals::reference, referrals::erased_at, referrals::held_at))
            .load(&mut conn);
        let marked = match marked {
            // From before anything could be erased or held.
            Err(_) if matches!(check(&mut conn), Err(MigrateError::Older)) => Vec::new(),
            marked => marked?,
        };
        let all: Vec<String> = referrals::table.select(referrals::reference).load(&mut conn)?;
        let newest: Option<i64> = events::table.select(max(events::happened_at)).first(&mut conn)?;
        let erased = marked.iter().filter(|(_, erased, _)| erased.is_some());
        let held = marked.iter().filter(|(_, _, held)| held.is_some());
        Ok(Self {
            newest: instant_or_none(newest)?,
            erased: erased.map(|(reference, ..)| reference.clone()).collect(),
            held: held.map(|(reference, ..)| reference.clone()).collect(),
            all: all.into_iter().collect(),
        })
    }

    /// What a copy undoes that takes this one's place. Nothing is known where this one ends before the copy, or has not
    /// one referral of it: then it is another database, such as one that was made just now on a new machine.
    pub(super) fn undone_by(&self, copy: &Self) -> Option<Undone> {
        let is_later = self.newest >= copy.newest && (copy.all.is_empty() || !copy.all.is_disjoint(&self.all));
        let lost = |before: &BTreeSet<String>, after: &BTreeSet<String>| {
            before
                .intersection(&copy.all)
                .filter(|&reference| !after.contains(reference))
                .map(|reference| shown(reference))
                .collect()
        };
        is_later.then(|| Undone { erased: lost(&self.erased, &copy.erased), held: lost(&self.held, &copy.held) })
    }
}

fn shown(letters: &str) -> String {
    letters.parse().map_or_else(|_| letters.to_owned(), |reference: Reference| reference.shown())
}

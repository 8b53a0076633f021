//! Seals rows anew, table by table.

use diesel::prelude::*;

use super::Batch;
use crate::ids::Reference;
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::referrals::{SealedPerson, index_person, person_place, place};
use crate::store::schema::{drafts, feedback, meta, outbox, people, people_index, referrals, sessions, staff};
use crate::store::{
    drafts as draft, feedback as given, key_check, outbox as mail, sessions as session, staff as member,
};
use crate::vault::{Vault, VaultError, sealed_by};

/// Whether a column does not begin with these bytes; not so where it is empty. Only the first bytes are looked at:
/// PostgreSQL then fetches no more of a long value than these.
macro_rules! begins_otherwise {
    ($table:ident.$column:ident, $length:literal, $bytes:expr) => {
        diesel::dsl::sql::<diesel::sql_types::Nullable<diesel::sql_types::Bool>>(concat!(
            "length(",
            stringify!($table),
            ".",
            stringify!($column),
            ") > 0 AND substr(",
            stringify!($table),
            ".",
            stringify!($column),
            ", 1, ",
            $length,
            ") <> "
        ))
        .bind::<diesel::sql_types::Binary, _>($bytes)
    };
}
pub(super) use begins_otherwise;

/// Whether a column was sealed by another key than this.
macro_rules! sealed_before {
    ($table:ident.$column:ident, $newest:expr) => {
        crate::store::reseal::rows::begins_otherwise!($table.$column, "5", crate::vault::sealed_by($newest))
    };
}
pub(super) use sealed_before;

/// Whether a keyed hash was made by another key than this.
macro_rules! hashed_before {
    ($table:ident.$column:ident, $newest:expr) => {
        crate::store::reseal::rows::begins_otherwise!($table.$column, "4", crate::vault::hashed_by($newest))
    };
}
pub(super) use hashed_before;

/// Whether another key than this sealed anything of a referral.
macro_rules! referral_before {
    ($newest:expr) => {
        sealed_before!(referrals.answers, $newest)
            .or(sealed_before!(referrals.record, $newest))
            .or(sealed_before!(referrals.assessment, $newest))
            .or(sealed_before!(referrals.why, $newest))
    };
}
pub(super) use referral_before;

/// What was sealed anew; nothing where it does not open. Without randomness nothing can be done at all.
pub(super) fn openable<T>(sealed: std::result::Result<T, VaultError>) -> Result<Option<T>> {
    match sealed {
        Ok(sealed) => Ok(Some(sealed)),
        Err(VaultError::NoRandomness(none)) => Err(none.into()),
        Err(_) => Ok(None),
    }
}

impl Batch {
    pub(super) fn count(&mut self, row: i64, done: bool) {
        self.last = Some(row);
        if done {
            self.resealed += 1;
        } else {
            self.broken += 1;
        }
    }
}

/// The rows of one table with one sealed column, named by another.
macro_rules! one_column {
    ($name:ident, $table:ident.$column:ident, $place:path) => {
        pub(super) fn $name(conn: &mut AnyConnection, vault: &Vault, after: i64, most: u32) -> Result<Batch> {
            let rows: Vec<(i64, String, Vec<u8>)> = $table::table
                .filter($table::id.gt(after))
                .filter(sealed_before!($table.$column, vault.newest_key()))
                .order($table::id)
                .limit(i64::from(most))
                .select(($table::id, $table::row_name, $table::$column.assume_not_null()))
                .load(conn)?;
            let mut batch = Batch::default();
            for (id, row, sealed) in rows {
                let again = openable(vault.reseal($place(&row), &sealed))?;
                batch.count(id, again.is_some());
                let Some(again) = again else { continue };
                diesel::update($table::table.filter($table::id.eq(id)).filter($table::$column.eq(sealed)))
                    .set($table::$column.eq(again))
                    .execute(conn)?;
            }
            Ok(batch)
        }
    };
}

one_column!(sessions, sessions.state, session::place);
one_column!(drafts, drafts.body, draft::place);
one_column!(feedback, feedback.answers, given::place);
// Mail that has gone has no words any more, and is not among what was sealed before.
one_column!(outbox, outbox.body, mail::place);

/// The few rows of the portal's own, all at once.
pub(super) fn meta(conn: &mut AnyConnection, vault: &Vault) -> Result<Batch> {
    let rows: Vec<(String, Vec<u8>)> = meta::table
        .filter(meta::name.eq_any(key_check::SEALED))
        .filter(sealed_before!(meta.value, vault.newest_key()))
        .select((meta::name, meta::value))
        .load(conn)?;
    let mut batch = Batch::default();
    for (name, sealed) in rows {
        let again = match openable(vault.reseal(key_check::place(&name), &sealed))? {
            None => key_check::anew(vault, &name)?,
            again => again,
        };
        batch.count(0, again.is_some());
        let Some(again) = again else { continue };
        diesel::update(meta::table.filter(meta::name.eq(&name)).filter(meta::value.eq(sealed)))
            .set(meta::value.eq(again))
            .execute(conn)?;
    }
    batch.last = None;
    Ok(batch)
}

pub(super) fn staff(conn: &mut AnyConnection, vault: &Vault, after: i64, most: u32) -> Result<Batch> {
    let newest = vault.newest_key();
    let rows: Vec<(i64, String, Vec<u8>)> = staff::table
        .filter(staff::id.gt(after))
        .filter(sealed_before!(staff.name, newest).or(hashed_before!(staff.name_index, newest)))
        .order(staff::id)
        .limit(i64::from(most))
        .select((staff::id, staff::row_name, staff::name))
        .load(conn)?;
    let mut batch = Batch::default();
    for (id, row, sealed) in rows {
        let name: Option<String> = openable(vault.open_json(member::place(&row), &sealed))?;
        let index = name.as_deref().and_then(|name| vault.index(member::NAME_FIELD, name));
        batch.count(id, index.is_some());
        let Some((name, index)) = name.zip(index) else { continue };
        let again = vault.seal_json(member::place(&row), &name)?;
        diesel::update(staff::table.filter(staff::id.eq(id)).filter(staff::name.eq(sealed)))
            .set((staff::name.eq(again), staff::name_index.eq(index)))
            .execute(conn)?;
    }
    Ok(batch)
}

/// People with their indexes: what they are found by is sealed with them, and indexed anew.
pub(super) fn people(conn: &mut AnyConnection, vault: &Vault, after: i64, most: u32) -> Result<Batch> {
    let newest = vault.newest_key();
    let indexed = people_index::table
        .filter(people_index::person_id.eq(people::id))
        .filter(hashed_before!(people_index.value, newest));
    let rows: Vec<(i64, String, Vec<u8>)> = people::table
        .filter(people::id.gt(after))
        .filter(sealed_before!(people.details, newest).or(diesel::dsl::exists(indexed)))
        .order(people::id)
        .limit(i64::from(most))
        .select((people::id, people::row_name, people::details))
        .load(conn)?;
    let mut batch = Batch::default();
    for (id, row, sealed) in rows {
        let person: Option<SealedPerson> = openable(vault.open_json(person_place(&row), &sealed))?;
        batch.count(id, person.is_some());
        let Some(person) = person else { continue };
        let again = vault.seal_json(person_place(&row), &person)?;
        let changed = diesel::update(people::table.filter(people::id.eq(id)).filter(people::details.eq(sealed)))
            .set(people::details.eq(again))
            .execute(conn)?;
        if changed == 1 {
            diesel::delete(people_index::table.filter(people_index::person_id.eq(id))).execute(conn)?;
            index_person(conn, vault, id, &person.found_by)?;
        }
    }
    Ok(batch)
}

/// A referral's sealed columns, in the order of their names.
type Sealed = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>);

/// Each column is sealed anew by itself: one that does not open takes no other with it when the older key is gone.
pub(super) fn referrals(conn: &mut AnyConnection, vault: &Vault, after: i64, most: u32) -> Result<Batch> {
    let newest = vault.newest_key();
    let columns = (referrals::answers, referrals::record, referrals::assessment, referrals::why);
    let rows: Vec<(i64, String, Sealed)> = referrals::table
        .filter(referrals::id.gt(after))
        .filter(referral_before!(newest))
        .order(referrals::id)
        .limit(i64::from(most))
        .select((referrals::id, referrals::reference, columns))
        .load(conn)?;
    let mut batch = Batch::default();
    for (id, letters, (answers, record, assessment, why)) in rows {
        // What is no reference any more was changed outside, and nothing opens under it.
        let Ok(reference) = letters.parse::<Reference>() else {
            batch.count(id, false);
            continue;
        };
        let mut all_open = true;
        let mut again = |column, sealed: &Vec<u8>| -> Result<Vec<u8>> {
            if sealed.starts_with(&sealed_by(newest)) {
                return Ok(sealed.clone());
            }
            let again = openable(vault.reseal(place(column, &reference), sealed))?;
            all_open &= again.is_some();
            Ok(again.unwrap_or_else(|| sealed.clone()))
        };
        let new = (
            referrals::answers.eq(again("answers", &answers)?),
            referrals::record.eq(again("record", &record)?),
            referrals::assessment.eq(again("assessment", &assessment)?),
            referrals::why.eq(again("why", &why)?),
        );
        batch.count(id, all_open);
        // Not every change of these columns counts the version up: what holds is that they are still what was read.
        diesel::update(referrals::table.filter(referrals::id.eq(id)))
            .filter(referrals::answers.eq(answers))
            .filter(referrals::record.eq(record))
            .filter(referrals::assessment.eq(assessment))
            .filter(referrals::why.eq(why))
            .set(new)
            .execute(conn)?;
    }
    Ok(batch)
}

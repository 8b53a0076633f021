//! The person of a referral: sealed, and found by blind indexes of what they are known by.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::file::NewPerson;
use crate::ids::RowName;
use crate::store::codec::seconds;
use crate::store::connection::{AnyConnection, each_backend};
use crate::store::error::Result;
use crate::store::schema::{people, people_index};
use crate::vault::{Place, Vault};

/// What is sealed of a person: who they are, and by what they are found, so that the indexes can be made anew under
/// another key.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct SealedPerson {
    pub(in crate::store) details: Value,
    pub(in crate::store) found_by: Vec<(String, String)>,
}

impl SealedPerson {
    pub(super) fn of(person: &NewPerson) -> Self {
        let found_by = person.index.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
        Self { details: person.details.clone(), found_by }
    }

    /// What is left of a person who was erased.
    pub(in crate::store) fn nobody() -> Self {
        Self { details: Value::Object(Map::new()), found_by: Vec::new() }
    }
}

/// Where a sealed person belongs.
pub(in crate::store) fn person_place(row: &str) -> Place<'_> {
    Place { table: "people", column: "details", row }
}

/// A person as they are kept.
pub(super) struct PersonRow {
    row: RowName,
    details: Vec<u8>,
    marks: Vec<(String, Vec<u8>)>,
}

impl PersonRow {
    pub(super) fn seal(vault: &Vault, new: &NewPerson) -> Result<Self> {
        let (row, sealed) = (RowName::random()?, SealedPerson::of(new));
        let details = vault.seal_json(person_place(row.as_str()), &sealed)?;
        Ok(Self { row, details, marks: marks(vault, sealed.found_by) })
    }

    pub(super) fn insert(&self, conn: &mut AnyConnection, now: DateTime<Utc>) -> Result<i64> {
        let person = diesel::insert_into(people::table)
            .values((
                people::row_name.eq(self.row.as_str()),
                people::details.eq(&self.details),
                people::created_at.eq(seconds(now)),
            ))
            .returning(people::id);
        let person = each_backend!(conn, conn => person.get_result(conn))?;
        insert_marks(conn, person, &self.marks)?;
        Ok(person)
    }
}

/// By what a person is found: each field with the blind index of its value, each once.
fn marks(vault: &Vault, found_by: Vec<(String, String)>) -> Vec<(String, Vec<u8>)> {
    let mark = |(field, value): (String, String)| vault.index(&field, &value).map(|mark| (field, mark));
    let mut marks: Vec<_> = found_by.into_iter().filter_map(mark).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

fn insert_marks(conn: &mut AnyConnection, person: i64, marks: &[(String, Vec<u8>)]) -> Result<()> {
    for (field, value) in marks {
        let mark = (people_index::person_id.eq(person), people_index::field.eq(field), people_index::value.eq(value));
        let insert = diesel::insert_into(people_index::table).values(mark);
        each_backend!(conn, conn => insert.execute(conn))?;
    }
    Ok(())
}

/// Makes the blind index of a person who has none.
pub(in crate::store) fn index_person(
    conn: &mut AnyConnection,
    vault: &Vault,
    person: i64,
    found_by: &[(String, String)],
) -> Result<()> {
    insert_marks(conn, person, &marks(vault, found_by.to_vec()))
}

/// Puts what is known of a person in the place of what was known, and finds them by that.
pub(super) fn change_person(conn: &mut AnyConnection, vault: &Vault, person: i64, new: &NewPerson) -> Result<()> {
    let row = people::table.filter(people::id.eq(person));
    let name: String = row.select(people::row_name).first(conn)?;
    let sealed = SealedPerson::of(new);
    diesel::update(row).set(people::details.eq(vault.seal_json(person_place(&name), &sealed)?)).execute(conn)?;
    diesel::delete(people_index::table.filter(people_index::person_id.eq(person))).execute(conn)?;
    index_person(conn, vault, person, &sealed.found_by)
}

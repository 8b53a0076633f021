//! What is still sealed, indexed or hashed by keys that are not the newest: how much, and in which rows.

use diesel::prelude::*;

use super::Part;
use super::rows::{hashed_before, referral_before, sealed_before};
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::allow;
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::key_check;
use crate::store::schema::{
    drafts, events, feedback, invitations, meta, outbox, people, people_index, referrals, sessions, staff,
};
use crate::vault::{Vault, hashed_by};

/// What is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Left {
    /// Sealed values.
    pub sealed: i64,
    /// Blind indexes and histories.
    pub indexed: i64,
}

impl Left {
    /// Whether nothing is.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.sealed == 0 && self.indexed == 0
    }
}

/// Counts what keys other than the newest sealed and indexed. Looks at every row.
pub fn left(conn: &mut AnyConnection, vault: &Vault, actor: Actor) -> Result<Left> {
    allow(actor, Action::TurnKey, Whose::Own)?;
    let newest = vault.newest_key();
    macro_rules! sealed {
        ($table:ident.$column:ident) => {
            $table::table.filter(sealed_before!($table.$column, newest)).count().get_result::<i64>(conn)?
        };
    }
    macro_rules! hashed {
        ($table:ident.$column:ident) => {
            $table::table.filter(hashed_before!($table.$column, newest)).count().get_result::<i64>(conn)?
        };
    }
    let own = meta::table.filter(meta::name.eq_any(key_check::SEALED)).filter(sealed_before!(meta.value, newest));
    let sealed = [
        own.count().get_result::<i64>(conn)?,
        sealed!(staff.name),
        sealed!(sessions.state),
        sealed!(drafts.body),
        sealed!(people.details),
        sealed!(referrals.answers),
        sealed!(referrals.record),
        sealed!(referrals.assessment),
        sealed!(referrals.why),
        sealed!(events.words),
        sealed!(outbox.body),
        sealed!(feedback.answers),
    ];
    let indexed =
        [hashed!(staff.name_index), hashed!(people_index.value), hashed!(events.hash), hashed!(referrals.events_head)];
    Ok(Left { sealed: sealed.iter().sum(), indexed: indexed.iter().sum() })
}

/// A row of which an older key sealed or hashed something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowLeft {
    /// Where it is.
    pub part: Part,
    /// The reference of its referral, where it has one; else its number, or its name.
    pub name: String,
}

/// Every such row, part by part.
pub fn rows_left(conn: &mut AnyConnection, vault: &Vault, actor: Actor) -> Result<Vec<RowLeft>> {
    allow(actor, Action::TurnKey, Whose::Own)?;
    let newest = vault.newest_key();
    macro_rules! numbers {
        ($table:ident, $old:expr) => {
            $table::table.filter($old).order($table::id).select($table::id).load::<i64>(conn)?
        };
    }
    let named = |numbers: Vec<i64>| numbers.iter().map(i64::to_string).collect::<Vec<_>>();
    let secrets = meta::table
        .filter(meta::name.eq_any(key_check::SEALED))
        .filter(sealed_before!(meta.value, newest))
        .order(meta::name)
        .select(meta::name)
        .load(conn)?;
    let name = sealed_before!(staff.name, newest).or(hashed_before!(staff.name_index, newest));
    let accounts = named(numbers!(staff, name));
    let sessions = named(numbers!(sessions, sealed_before!(sessions.state, newest)));
    let drafts = named(numbers!(drafts, sealed_before!(drafts.body, newest)));
    let index = people_index::table
        .filter(people_index::person_id.eq(people::id))
        .filter(hashed_before!(people_index.value, newest));
    let mut persons = Vec::new();
    for id in numbers!(people, sealed_before!(people.details, newest).or(diesel::dsl::exists(index).nullable())) {
        let first = referrals::table.filter(referrals::person_id.eq(id)).order(referrals::id);
        let letters: Option<String> = first.select(referrals::reference).first(conn).optional()?;
        persons.push(letters.map_or_else(|| id.to_string(), shown));
    }
    let contents = referrals::table.filter(referral_before!(newest)).order(referrals::id);
    let contents: Vec<String> = contents.select(referrals::reference).load(conn)?;
    let event = events::table
        .filter(events::referral_id.eq(referrals::id))
        .filter(hashed_before!(events.hash, newest).or(sealed_before!(events.words, newest)));
    let histories: Vec<String> = referrals::table
        .filter(hashed_before!(referrals.events_head, newest).or(diesel::dsl::exists(event).nullable()))
        .order(referrals::id)
        .select(referrals::reference)
        .load(conn)?;
    let mails = named(numbers!(outbox, sealed_before!(outbox.body, newest)));
    let feedback = named(numbers!(feedback, sealed_before!(feedback.answers, newest)));
    let parts = [
        (Part::Meta, secrets),
        (Part::Staff, accounts),
        (Part::Sessions, sessions),
        (Part::Drafts, drafts),
        (Part::People, persons),
        (Part::Referrals, contents.into_iter().map(shown).collect()),
        (Part::Histories, histories.into_iter().map(shown).collect()),
        (Part::Outbox, mails),
        (Part::Feedback, feedback),
    ];
    let rows = parts.into_iter().flat_map(|(part, names)| names.into_iter().map(move |name| RowLeft { part, name }));
    Ok(rows.collect())
}

fn shown(letters: String) -> String {
    letters.parse().map_or(letters, |reference: Reference| reference.shown())
}

/// Whether a keyed hash was made by this key.
macro_rules! hashed_now {
    ($table:ident.$column:ident, $key:expr) => {
        diesel::dsl::sql::<diesel::sql_types::Nullable<diesel::sql_types::Bool>>(concat!(
            "substr(",
            stringify!($table),
            ".",
            stringify!($column),
            ", 1, 4) = "
        ))
        .bind::<diesel::sql_types::Binary, _>(hashed_by($key))
    };
}

/// Whether anybody may still hold a code that this key hashed: a way back to a draft, a session, a receipt, an invitation.
pub fn knows_codes(conn: &mut AnyConnection, actor: Actor, key: u32) -> Result<bool> {
    allow(actor, Action::TurnKey, Whose::Own)?;
    macro_rules! any {
        ($table:ident.$column:ident) => {
            diesel::select(diesel::dsl::exists($table::table.filter(hashed_now!($table.$column, key))))
                .get_result::<bool>(conn)?
        };
    }
    Ok(any!(referrals.receipt_hash)
        || any!(referrals.submission_hash)
        || any!(sessions.key_hash)
        || any!(drafts.token_hash)
        || any!(drafts.return_hash)
        || any!(drafts.word_hash)
        || any!(invitations.code_hash)
        || any!(feedback.submission_hash))
}

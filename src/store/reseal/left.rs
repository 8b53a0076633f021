//! What is still sealed, indexed or hashed by keys that are not the newest.

use diesel::prelude::*;

use super::rows::{hashed_before, sealed_before};
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

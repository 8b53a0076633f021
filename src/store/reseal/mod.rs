//! Turning the key: whatever an older key sealed or indexed is sealed and indexed anew by the newest, a few rows at a
//! time, while everything else goes on.
//!
//! A row that changes meanwhile is left as it then is: whoever changed it sealed it with the newest key. What does not
//! open, and a history that does not verify, is counted and left alone: nothing is made to look whole that is not.

mod histories;
mod left;
mod rows;
mod turned;

use super::connection::AnyConnection;
use super::error::Result;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::allow;
use crate::vault::Vault;

pub use left::{Left, RowLeft, knows_codes, left, rows_left};
pub use turned::{note_turned, was_turned};

/// A part of the database that is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The portal's own secrets.
    Meta,
    /// Names of staff, and their index.
    Staff,
    /// What browsers left.
    Sessions,
    /// Unfinished forms.
    Drafts,
    /// Who people are, and their indexes.
    People,
    /// Answers, records, assessments, reasons.
    Referrals,
    /// Histories: the words, and the chain.
    Histories,
    /// Mail that waits.
    Outbox,
    /// Feedback.
    Feedback,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 9] = [
        Self::Meta,
        Self::Staff,
        Self::Sessions,
        Self::Drafts,
        Self::People,
        Self::Referrals,
        Self::Histories,
        Self::Outbox,
        Self::Feedback,
    ];
}

/// What became of a few rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Batch {
    /// The last row; ask for more after it. None when there are no more.
    pub last: Option<i64>,
    /// How many rows were sealed anew.
    pub resealed: usize,
    /// How many do not open or verify, and were left.
    pub broken: usize,
}

/// Seals anew at most `most` rows of a part, by their numbers, after the row `after`.
pub fn reseal(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    part: Part,
    (after, most): (i64, u32),
) -> Result<Batch> {
    allow(actor, Action::TurnKey, Whose::Own)?;
    match part {
        Part::Meta => rows::meta(conn, vault),
        Part::Staff => rows::staff(conn, vault, after, most),
        Part::Sessions => rows::sessions(conn, vault, after, most),
        Part::Drafts => rows::drafts(conn, vault, after, most),
        Part::People => rows::people(conn, vault, after, most),
        Part::Referrals => rows::referrals(conn, vault, after, most),
        Part::Histories => histories::histories(conn, vault, after, most),
        Part::Outbox => rows::outbox(conn, vault, after, most),
        Part::Feedback => rows::feedback(conn, vault, after, most),
    }
}

//! Referrals: filed with everything they cause, read, queued, decided, assessed again.

mod assess;
mod counts;
mod decide;
mod file;
mod load;
mod queue;

pub use assess::{ForAssessment, Reassessed, ReassessedIssue, for_assessment, reassess};
pub use counts::{Counts, counts};
pub use decide::{Override, decide_issue, override_band};
pub use file::{Filed, Flags, NewCallBack, NewDate, NewIssue, NewPerson, NewReferral, file, filed};
pub use load::{CallBack, Issue, IssueDate, Referral, load};
pub use queue::{Cursor, Filter, Page, Queued, how_many, queue};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::ids::Reference;
use crate::vault::Place;

pub(super) use counts::shift;

/// What is sealed of a person: who they are, and by what they are found, so that the indexes can be made anew under
/// another key.
#[derive(Serialize, Deserialize)]
pub(super) struct SealedPerson {
    pub(super) details: Value,
    pub(super) found_by: Vec<(String, String)>,
}

impl SealedPerson {
    /// What is left of a person who was erased.
    pub(super) fn nobody() -> Self {
        Self { details: Value::Object(Map::new()), found_by: Vec::new() }
    }
}

/// Where a sealed column of a referral belongs.
pub(super) fn place<'a>(column: &'static str, reference: &'a Reference) -> Place<'a> {
    Place { table: "referrals", column, row: reference.letters() }
}

pub(super) fn person_place(row: &str) -> Place<'_> {
    Place { table: "people", column: "details", row }
}

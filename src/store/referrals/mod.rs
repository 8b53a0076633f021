//! Referrals: filed with everything they cause, read, queued, decided, assessed again.

mod assess;
mod correct;
mod counts;
mod decide;
mod file;
mod load;
mod opened;
mod person;
mod queue;
mod refusal;
mod sealed;

pub use assess::{ForAssessment, Reassessed, ReassessedIssue, Waiting, for_assessment, reassess, refresh};
pub use correct::{Corrected, correct};
pub use counts::{Counts, counts};
pub use decide::{Override, decide_issue, override_band};
pub use file::{Filed, Flags, NewCallBack, NewDate, NewIssue, NewPerson, NewReferral, file, file_sealed, filed};
pub use load::{Issue, IssueDate, Referral, load, load_to_decide};
pub use opened::Opened;
pub use queue::{Cursor, Filter, Page, Queued, how_many, queue};
pub use refusal::confirm_refusal;
pub use sealed::{Sealed, seal};

pub(super) use counts::shift;
pub(super) use load::{load_person, whole};
pub(super) use person::{SealedPerson, index_person, person_place};

use crate::ids::Reference;
use crate::vault::Place;

/// Where a sealed column of a referral belongs.
pub(super) fn place<'a>(column: &'static str, reference: &'a Reference) -> Place<'a> {
    Place { table: "referrals", column, row: reference.letters() }
}

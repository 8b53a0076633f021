//! What of a referral can be read, in the shapes that this version knows. A part that does not open holds up no other, and
//! is named, so that nobody takes what is missing for what was never said.

use serde::Deserialize;

use super::Referral;
use crate::form::RawAnswers;
use crate::intake::record::Record;
use crate::intake::stored::StoredAssessment;
use crate::store::verify::Part;

/// The sealed parts of a referral as they can be read.
pub struct Opened {
    /// The questions as asked with the answers as given; none where it does not open.
    pub record: Record,
    /// The assessment; one that says nothing where it does not open.
    pub assessment: StoredAssessment,
    /// What does not open.
    pub closed: Vec<Part>,
}

impl Opened {
    /// Reads what can be read.
    #[must_use]
    pub fn of(referral: &Referral) -> Self {
        let record = Record::deserialize(&referral.record).ok();
        let assessment = StoredAssessment::deserialize(&referral.assessment).ok();
        let closed = [
            (Part::Answers, RawAnswers::deserialize(&referral.answers).is_err()),
            (Part::Record, record.is_none()),
            (Part::Assessment, assessment.is_none()),
            (Part::Person, referral.person.is_null()),
        ];
        Self {
            record: record.unwrap_or_else(|| Record::empty(referral.voice.slug().to_owned())),
            assessment: assessment.unwrap_or_default(),
            closed: closed.into_iter().filter_map(|(part, is_closed)| is_closed.then_some(part)).collect(),
        }
    }
}

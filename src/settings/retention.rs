//! How long things are kept. The privacy notice tells the same numbers.

use super::declared::keys;
use super::values::Values;

keys! {
    /// Days until answers that were not sent are destroyed.
    DRAFTS: "retention.draft_days" = "14";
    /// Years a referral is kept after the work has ended.
    RECORDS: "retention.record_years" = "6";
    /// Years feedback is kept.
    FEEDBACK: "retention.feedback_years" = "3";
}

/// How long things are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Days until a draft is destroyed.
    pub draft_days: u32,
    /// Years a referral is kept after the work has ended.
    pub record_years: u32,
    /// Years feedback is kept.
    pub feedback_years: u32,
}

pub(super) fn read(values: &mut Values) -> Retention {
    Retention {
        draft_days: values.number(&DRAFTS, 1, 90),
        record_years: values.number(&RECORDS, 1, 100),
        feedback_years: values.number(&FEEDBACK, 1, 20),
    }
}

//! Rules about answers, pure: what a referral means, how soon it matters, and why.
//!
//! Knows the questions, and nothing of storage, pages or the clock: whatever depends on the time is given `now`.

pub mod assessed_issue;
pub mod assessment;
pub mod calendar;
pub mod call_backs;
pub mod cautions;
pub mod completeness;
pub mod eligibility;
pub mod facts;
pub mod lapse;
pub mod priority;
pub mod progress;
pub mod queries;
pub mod rank;
pub mod record;
pub mod safe_ways;
pub mod same_person;
pub mod stored;
pub mod telling;

#[cfg(test)]
mod testing;

pub use assessed_issue::AssessedIssue;
pub use assessment::{Assessment, assess, assess_again};

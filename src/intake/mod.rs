//! Rules about answers, pure: what a referral means, how soon it matters, and why.
//!
//! Knows the questions, and nothing of storage, pages or the clock: whatever depends on the time is given `now`.

pub mod calendar;
pub mod eligibility;
pub mod facts;
pub mod priority;
pub mod progress;
pub mod record;

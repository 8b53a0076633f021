//! How soon somebody is needed, and every reason why.
//!
//! Points add up, floors lift, and both say their rule, their sentence and their source. Who is asking, how well they
//! write, how much they filled in, and anything about equality weigh nothing. This file must not know a page or a
//! database, and is told what time it is.

mod assess;
mod contact_by;
mod dates;
mod floors;
mod measure;
mod rules;
mod worries;

pub use assess::{Priority, assess};
pub(super) use contact_by::contact_by;
pub use dates::{Candidate, candidates};
pub(super) use dates::{authorisation_ends, complaint_limits, tribunal_closes};
pub use measure::Measure;
pub use rules::{RULES, Reason, Rule, RuleId, Weight};

#[cfg(test)]
mod tests;

//! What a person may ask of the service by law, and how long things are kept: where the owner's periods, the answers,
//! the rules of triage and the store meet.
//!
//! Decides nothing by itself and keeps nothing: rules stand in `triage::ending`, rows in `store::person`. Must not know
//! the server or the command line.

pub mod alarm;
pub mod caution;
pub mod copy;
pub mod correct;
pub mod history;
pub mod keeping;

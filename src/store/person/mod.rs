//! A person across their referrals: what is held about them, kept for longer, and erased.

mod alike;
mod cases;
mod disclose;
mod erase;
mod hold;
mod tally;

pub use alike::{Agreement, Alike, AllAlike, alike};
pub use cases::{Case, Due, cases_of, due};
pub use disclose::{Held, HeldReferral, disclose};
pub use erase::{Erased, Erasure, Ground, erase};
pub use hold::hold;
pub use tally::{Gone, gone, refused};

pub(super) use tally::count_gone;

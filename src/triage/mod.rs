//! A referral's life after it has arrived: where it stands, which moves are allowed, how it ends. What comes first in the
//! queue is said in `intake::rank`.
//!
//! Pure: this room must not know the time, the database or the page.

pub mod ending;
pub mod life;
pub mod refusal;

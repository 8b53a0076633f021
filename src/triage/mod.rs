//! A referral's life after it has arrived: where it stands, which moves are allowed, what comes first, how it ends.
//!
//! Pure: this room must not know the time, the database or the page.

pub mod ending;
pub mod life;

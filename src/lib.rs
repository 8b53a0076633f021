//! Alongside: a referral intake portal for independent advocacy services.

pub mod feedback;
pub mod form;
pub mod intake;
pub mod web;

//! Alongside: a referral intake portal for independent advocacy services.

pub mod form;
pub mod intake;

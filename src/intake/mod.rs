//! Rules about answers, pure: no page, no database, no clock. Every function that needs the time takes `now`.

pub mod progress;
pub mod record;

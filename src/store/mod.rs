//! Keeps everything: the only room that speaks to a database.
//!
//! Each function takes a connection (from [`Db::read`] or [`Db::write`], the only doors), the
//! [`Actor`](crate::permission::Actor) whose right it checks, and the time. Personal data goes through the vault before
//! it gets here. This room must not know a page, a word that a person sees, or a rule about a referral.

pub mod backup;
mod checkpoint;
mod codec;
mod connection;
mod db;
pub mod drafts;
mod error;
pub mod events;
pub mod feedback;
mod glances;
pub mod heads;
mod key_check;
mod migrate;
pub mod outbox;
pub mod person;
mod readiness;
pub mod referrals;
pub mod reseal;
pub mod retention;
mod schema;
pub mod sessions;
pub mod staff;
pub mod throttle;
mod tidy;
pub mod verify;
mod writer;

pub use connection::{AnyConnection, DatabaseUrl, NotADatabase};
pub use db::Db;
pub use error::{Error, Fault, Result};
pub use key_check::{cookie_key, holds_keys, keys_belong};
pub use migrate::{MigrateError, migrate};
pub use tidy::tidy;

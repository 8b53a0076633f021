//! Alongside: a referral intake portal for independent advocacy services.

pub mod clock;
pub mod commands;
pub mod demo;
pub mod feedback;
pub mod form;
pub mod ids;
pub mod intake;
pub mod logs;
pub mod mail;
pub mod passwords;
pub mod permission;
pub mod portal;
pub mod receive;
pub mod settings;
pub mod store;
pub mod triage;
pub mod vault;
pub mod view;
pub mod web;
pub mod words;
pub mod work;

//! Every word a person sees that is not a question: one table for each page. Knows the questions, and no other room.
//!
//! A word is said in a [`Lang`]: short texts by [`Lang::say`], texts with gaps, plurals and voices by a function that
//! takes the language first. [`ALL`] lists every text by its frozen id. A page has one language, which
//! `view::Site` carries; what is stored or sent is worded in the language of the form it came from.

pub mod accounts;
pub mod client_feedback;
pub mod closed;
pub mod commands;
pub mod copy;
pub mod demo;
pub mod document;
pub mod emergency;
pub mod errors;
pub mod feedback;
pub mod field;
pub mod frame;
pub mod mail;
pub mod next;
pub mod notices;
pub mod own_account;
pub mod privacy;
pub mod problems;
pub mod reach;
pub mod receipt;
pub mod refer;
pub mod refusal;
pub mod rights;
pub mod safe_ways;
pub mod said_no;
pub mod staff;
pub mod start;
pub mod statement;
pub mod terms;
pub mod tested;
pub mod times;
pub mod written;
pub mod young_people;

mod lang;
mod text;

#[cfg(test)]
mod plain;
#[cfg(test)]
mod tests;

pub use lang::{Entry, Lang, List, Text};

/// The whole message table, module by module. One that is missing here is told by the compiler: its list is never used.
pub const ALL: &[&[Entry]] = &[
    accounts::TEXTS,
    client_feedback::TEXTS,
    closed::TEXTS,
    commands::TEXTS,
    copy::TEXTS,
    demo::TEXTS,
    emergency::TEXTS,
    errors::TEXTS,
    feedback::TEXTS,
    field::TEXTS,
    frame::TEXTS,
    mail::TEXTS,
    next::TEXTS,
    notices::TEXTS,
    own_account::TEXTS,
    privacy::TEXTS,
    problems::TEXTS,
    reach::TEXTS,
    receipt::TEXTS,
    refer::TEXTS,
    refusal::TEXTS,
    rights::TEXTS,
    safe_ways::TEXTS,
    said_no::TEXTS,
    staff::TEXTS,
    start::TEXTS,
    statement::TEXTS,
    terms::TEXTS,
    tested::TEXTS,
    times::TEXTS,
    written::TEXTS,
    young_people::TEXTS,
];

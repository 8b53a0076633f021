//! Pages and their parts: data in, HTML out. The only room with maud.
//!
//! A page is a plain function that takes a small struct of what it shows. Nothing here asks a database, a clock or a
//! request for anything, and nothing here makes up words: questions come from the catalogue, the rest from `words`.

pub mod check;
pub mod copy;
pub mod drafts;
pub mod emergency;
pub mod feedback;
pub mod form;
pub mod layout;
pub mod notices;
pub mod problems;
pub mod questions;
pub mod receipt;
pub mod said_no;
pub mod section;
pub mod staff;
pub mod start;
pub mod style;
pub mod tasks;

mod choices;
mod drawing;
mod field;
mod parts;
mod plain;
mod record;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use drawing::Drawing;
pub use form::Token;
pub use layout::Site;
pub use problems::Told;
pub use questions::Sheet;
pub use record::place;
pub use style::{Sheets, Style};

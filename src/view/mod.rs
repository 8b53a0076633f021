//! Pages and their parts: data in, HTML out. The only room with maud.
//!
//! A page is a plain function that takes a small struct of what it shows. Nothing here asks a database, a clock or a
//! request for anything, and nothing here makes up words: questions come from the catalogue, the rest from `words`.

mod choices;
mod field;
mod form;
mod html;
mod layout;
mod problems;
mod questions;

pub use form::Token;
pub use layout::{Frame, Shell, Site};
pub use questions::Sheet;

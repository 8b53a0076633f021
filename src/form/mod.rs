//! The questions: pure data, and reading the answers to them. Knows no other room.

mod key;
mod question;

pub use key::Key;
pub use question::{
    Choice, Code, DateKind, Easy, Group, Kind, Line, Need, Question, Section, Sensitivity, Voice, Voices, When,
};

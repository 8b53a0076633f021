//! Every word a person sees that is not a question: one table for each page. Knows the questions, and no other room.
//!
//! Short words are constants; words with a gap are functions of what fills it. Whole documents and mails, which may
//! be wanted in another language than the page that led to them, take a [`Lang`].

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
pub mod privacy;
pub mod problems;
pub mod receipt;
pub mod refer;
pub mod rights;
pub mod staff;
pub mod start;
pub mod statement;
pub mod terms;
pub mod times;

#[cfg(test)]
mod plain;

/// A language the words are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// British English.
    #[default]
    English,
}

impl Lang {
    /// Every language, the first being what is used where none was asked for.
    pub const ALL: [Self; 1] = [Self::English];

    /// The BCP 47 tag, as in the `lang` of a page.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
        }
    }
}

//! The languages, and the one way from a text to its words: to be said in one of them. Knows no text.

use std::fmt::{Display, Write as _};

/// A language the words are written in.
///
/// Only two places decide which: `web/site.rs` for pages and what they lead to, `commands/mod.rs` for the terminal. All
/// others are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// British English.
    English,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 1] = [Self::English];

    /// The BCP 47 tag, as in the `lang` of a page.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
        }
    }

    /// Where a line begins, as in the `dir` of a page: `ltr` or `rtl`.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::English => "ltr",
        }
    }

    /// The words of a text.
    #[must_use]
    pub const fn say(self, text: Text) -> &'static str {
        match self {
            Self::English => text.english,
        }
    }

    /// The sentences of a list.
    #[must_use]
    pub const fn list(self, list: List) -> &'static [&'static str] {
        match self {
            Self::English => list.english,
        }
    }

    /// [`Self::say`] as a function, for pages that say a lot: `let say = lang.teller();`.
    pub fn teller(self) -> impl Fn(Text) -> &'static str + Copy {
        move |text| self.say(text)
    }

    /// The words of a text with its gaps filled. Each is filled once: a brace in what fills it is a brace.
    pub(super) fn fill(self, text: Text, fillers: &[(&str, &dyn Display)]) -> String {
        let mut filled = String::new();
        let mut rest = self.say(text);
        while let Some((before, (gap, after))) = next_gap(rest) {
            filled.push_str(before);
            if let Some((_, filler)) = fillers.iter().find(|(name, _)| *name == gap) {
                // Writing to a string cannot fail.
                let _ = write!(filled, "{filler}");
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// One text. Said by [`Lang::say`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Module and name, as the compiler knows them; [`Self::id`] is made of it.
    path: &'static str,
    english: &'static str,
    /// The names of its gaps: `{number}` in the words is filled with what is called `number`.
    gaps: &'static [&'static str],
}

/// Sentences that stand together, each on its own: how many, a language decides for itself. Said by [`Lang::list`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    path: &'static str,
    english: &'static [&'static str],
}

/// A line of the message table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// One text.
    One(Text),
    /// A list of sentences.
    Several(List),
}

impl Text {
    pub(super) const fn new(path: &'static str, english: &'static str, gaps: &'static [&'static str]) -> Self {
        Self { path, english, gaps }
    }

    /// The frozen id, such as `refer.tasks-lead`.
    #[must_use]
    pub fn id(&self) -> String {
        id(self.path)
    }
}

impl List {
    pub(super) const fn new(path: &'static str, english: &'static [&'static str]) -> Self {
        Self { path, english }
    }

    /// The frozen id, such as `start.takes-list`.
    #[must_use]
    pub fn id(&self) -> String {
        id(self.path)
    }
}

impl Entry {
    /// The frozen id.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::One(text) => text.id(),
            Self::Several(list) => list.id(),
        }
    }

    /// Its words: one text, or every sentence of a list.
    #[must_use]
    pub fn say(&self, lang: Lang) -> Vec<&'static str> {
        match self {
            Self::One(text) => vec![lang.say(*text)],
            Self::Several(list) => lang.list(*list).to_vec(),
        }
    }

    /// The names of its gaps, as what fills them is called.
    #[must_use]
    pub const fn gaps(&self) -> &'static [&'static str] {
        match self {
            Self::One(text) => text.gaps,
            Self::Several(_) => &[],
        }
    }
}

fn id(path: &str) -> String {
    let mut parts = path.rsplit("::");
    let (name, module) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    format!("{module}.{name}").to_lowercase().replace('_', "-")
}

/// What stands before the first gap, its name, and what follows.
pub(super) fn next_gap(words: &str) -> Option<(&str, (&str, &str))> {
    let (before, rest) = words.split_once('{')?;
    Some((before, rest.split_once('}')?))
}

//! Who is speaking, and the same thing said to each. Knows no question.

/// Who is speaking. The words change with the voice; the facts do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// Someone who refers as part of their job.
    Professional,
    /// A person asking for themselves.
    Myself,
    /// A relative, friend or neighbour asking for another person.
    Someone,
}

impl Voice {
    /// Every voice, in the order of the doors on the start page.
    pub const ALL: [Self; 3] = [Self::Myself, Self::Someone, Self::Professional];

    /// The frozen name used in addresses, stored rows and JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Professional => "professional",
            Self::Myself => "myself",
            Self::Someone => "someone",
        }
    }

    /// The voice of that name, if there is one.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|voice| voice.slug() == slug)
    }
}

/// The same thing said in each voice. An empty text means: never said to that voice.
///
/// All in one language, that of the form: another language will be another `Form` value with the same keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voices {
    professional: &'static str,
    myself: &'static str,
    someone: &'static str,
}

impl Voices {
    /// Nothing to say in any voice.
    pub const NONE: Self = Self::same("");

    /// One text for everybody.
    #[must_use]
    pub const fn same(text: &'static str) -> Self {
        Self { professional: text, myself: text, someone: text }
    }

    /// A text each, in the order professional, myself, someone.
    #[must_use]
    pub const fn each(professional: &'static str, myself: &'static str, someone: &'static str) -> Self {
        Self { professional, myself, someone }
    }

    /// The text in one voice; empty where it is never said.
    #[must_use]
    pub const fn say(&self, voice: Voice) -> &'static str {
        match voice {
            Voice::Professional => self.professional,
            Voice::Myself => self.myself,
            Voice::Someone => self.someone,
        }
    }
}

//! How a choice becomes a fact: slugs are turned into variants, for each question whose choices are its own. What several
//! questions share is read beside its fact (`person`).

use crate::form::{Answers, Key};

/// Declares a fact with one variant for each choice of a question that rules tell apart.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident answers $key:ident { $($variant:ident = $slug:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each variant is the choice of its slug, whose words are in the catalogue")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// The question it answers.
            pub const QUESTION: $crate::form::Key = $crate::form::Key::$key;

            /// Every variant, in the order of the choices.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The choice it stands for.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// What was chosen, if the question was answered.
            #[must_use]
            pub fn of(answers: &$crate::form::Answers) -> Option<Self> {
                let slug = answers.one(Self::QUESTION)?;
                Self::ALL.iter().copied().find(|choice| choice.slug() == slug)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.slug())
            }
        }
    };
}
pub(super) use choices;

/// The answer to a question that can be answered yes, no, or “I am not sure”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Asked, and not known. A blank is not this.
    NotSure,
}

impl Said {
    /// What was said, if anything.
    #[must_use]
    pub fn of(answers: &Answers, key: Key) -> Option<Self> {
        match answers.one(key)? {
            "yes" => Some(Self::Yes),
            "no" | "not-yet" => Some(Self::No),
            "not-sure" | "dont-know" => Some(Self::NotSure),
            _ => None,
        }
    }
}

//! Whom nobody may contact, because they asked to be the ones to make contact. Which ways are safe is said in
//! `intake::safe_ways`.

use serde::{Deserialize, Serialize};

use crate::form::{Answers, Key, Voice};

/// The choice of whoever will contact us, and is not to be contacted: every way is watched.
const WILL_CONTACT: &str = "i-will-contact";

/// Whom nobody may contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NoContact {
    /// The person the referral is about.
    pub person: bool,
    /// Whoever wrote it; the person themselves, where they did.
    pub sender: bool,
}

impl NoContact {
    /// What was asked. `answers` are those that count.
    ///
    /// Said beside another way it holds all the same: of two answers that differ, the safe one is obeyed. A way that leads
    /// through a sender who is not to be contacted is no way.
    #[must_use]
    pub fn from(answers: &Answers, voice: Voice) -> Self {
        let asked = answers.is(Key::ContactWays, WILL_CONTACT);
        let sender = answers.is(Key::ReferrerContactWays, WILL_CONTACT);
        match voice {
            Voice::Myself => Self { person: asked, sender: asked },
            Voice::Someone | Voice::Professional => {
                let only_through_sender =
                    || answers.many(Key::ContactWays).iter().all(|way| *way == "through-referrer");
                Self { person: asked || (sender && only_through_sender()), sender }
            }
        }
    }

    /// Whether there is nobody left to ask.
    #[must_use]
    pub const fn is_everybody(self) -> bool {
        self.person && self.sender
    }

    /// Whether anybody asked for it.
    #[must_use]
    pub const fn is_anybody(self) -> bool {
        self.person || self.sender
    }
}

//! What whoever sent a referral may be told about what follows. Nothing here says that anybody was told.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::facts::{Consent, Facts, NoContact, Said};
use super::safe_ways::sender_hindrance;
use crate::form::{Answers, Voice};

/// What may be said about making contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contact {
    /// By when we make contact: with whoever sent it, or with the person.
    Promised,
    /// By when we contact whoever sent it. Nobody contacts the person, who contacts us.
    WithSender,
    /// By when we contact the person. Nobody contacts whoever sent it, who contacts us.
    WithPerson,
    /// Nobody contacts anybody: they contact us, and we say when we are ready for them.
    TheyContactUs,
    /// Nothing at all: whoever sent it must not be told.
    Neutral,
    /// No contact with the person: they are said to have refused, and that has to be confirmed first.
    RefusalToConfirm,
}

impl Contact {
    /// What is promised, but for whom nobody may contact.
    const fn but_for(no_contact: NoContact) -> Self {
        match (no_contact.person, no_contact.sender) {
            (false, false) => Self::Promised,
            (true, false) => Self::WithSender,
            (false, true) => Self::WithPerson,
            (true, true) => Self::TheyContactUs,
        }
    }
}

/// What a receipt may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// About making contact.
    pub contact: Contact,
    /// Whether the children’s safeguarding line stands on it.
    pub child: bool,
}

impl Telling {
    /// Where the answers are gone: then nothing is told.
    pub const NOTHING: Self = Self { contact: Contact::Neutral, child: false };

    /// Reads the answers that count.
    #[must_use]
    pub fn of(answers: &Answers, voice: Voice, today: NaiveDate) -> Self {
        let facts = Facts::from(answers, voice);
        let contact = if sender_hindrance(answers, voice, today).is_some() {
            Contact::Neutral
        } else if is_refusal_to_confirm(&facts) {
            Contact::RefusalToConfirm
        } else {
            Contact::but_for(facts.no_contact)
        };
        Self { contact, child: facts.person.may_be_a_child(today) || facts.concerns_a_child() }
    }
}

/// Whether a referrer says that the person refuses and can decide about it. It is hearsay until the person is asked.
#[must_use]
pub fn is_refusal_to_confirm(facts: &Facts) -> bool {
    facts.voice != Voice::Myself
        && facts.person.consent == Some(Consent::Refuses)
        && facts.person.consent_capacity == Some(Said::Yes)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::intake::calendar::Calendar;
    use crate::intake::testing::{answers, monday};

    #[test]
    fn what_is_told_follows_from_what_the_person_wants() {
        use Contact::{Neutral, Promised, RefusalToConfirm, TheyContactUs, WithPerson, WithSender};
        for (voice, json, contact, child) in [
            (Voice::Someone, json!({}), Promised, false),
            (Voice::Someone, json!({"referrer-may-know": "some"}), Promised, false),
            (Voice::Someone, json!({"referrer-may-know": "no"}), Neutral, false),
            (Voice::Someone, json!({"referrer-relationship": "parent", "person-age-group": "16-17"}), Neutral, true),
            (
                Voice::Professional,
                json!({"referrer-name": "Sam Okafor", "ruled-out": [{"ruled-out-name": "sam okafor"}]}),
                Neutral,
                false,
            ),
            (Voice::Professional, json!({"consent": "refuses", "consent-capacity": "yes"}), RefusalToConfirm, false),
            (Voice::Professional, json!({"consent": "refuses", "consent-capacity": "no"}), Promised, false),
            (Voice::Professional, json!({"contact-ways": ["i-will-contact"]}), WithSender, false),
            (
                Voice::Someone,
                json!({"contact-ways": ["letter"], "referrer-contact-ways": ["i-will-contact"]}),
                WithPerson,
                false,
            ),
            (Voice::Someone, json!({"referrer-contact-ways": ["i-will-contact"]}), TheyContactUs, false),
            (Voice::Myself, json!({"contact-ways": ["i-will-contact"]}), TheyContactUs, false),
            (Voice::Someone, json!({"contact-ways": ["i-will-contact"], "referrer-may-know": "no"}), Neutral, false),
            (Voice::Professional, json!({"child-at-risk": "not-sure"}), Promised, true),
            (Voice::Myself, json!({"person-born": "5 3 2011"}), Promised, true),
            (Voice::Myself, json!({"issues": [{"issue-kind": "child-protection"}]}), Promised, true),
        ] {
            let telling = Telling::of(&answers(voice, &json), voice, Calendar::today(monday()));
            assert_eq!((telling.contact, telling.child), (contact, child), "{json}");
        }
    }
}

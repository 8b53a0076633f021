//! What to know before anybody makes contact: ways and people that must not be used, and whose case it is.
//!
//! A caution stops a person’s hand, where a query asks and a gap waits. Sentences for the desk only.

use chrono::NaiveDate;
use serde::Serialize;

use super::facts::{Facts, Location, NoContact, Said};
use super::safe_ways::{Hindrance, SafeWays, Way};
use super::telling::is_refusal_to_confirm;
use crate::form::Voice;

/// Something to know first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Caution {
    /// Frozen.
    pub id: &'static str,
    /// What to do, or not to do.
    pub sentence: String,
    /// The way of making contact that is struck out by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
}

impl Caution {
    /// Whether a way or a person must not be used.
    #[must_use]
    pub fn is_about_contact(&self) -> bool {
        self.way.is_some() || matches!(self.id, SENDER | NO_CONTACT)
    }
}

/// The id of the caution about a sender who must not be told.
const SENDER: &str = "sender-not-told";
/// The id of the caution about whoever will contact us, and is not to be contacted.
pub const NO_CONTACT: &str = "no-contact";
/// The id of the caution about someone under 18, beside which the desk shows the children’s safeguarding line.
pub const CHILD: &str = "child";

/// The id of the caution about somebody who is said to have refused.
pub const REFUSAL: &str = "refusal-to-confirm";

/// Every caution, the gravest first.
#[must_use]
pub fn cautions(facts: &Facts, ways: &SafeWays, today: NaiveDate) -> Vec<Caution> {
    let told = [
        (
            is_refusal_to_confirm(facts) && ways.sender.is_none(),
            REFUSAL,
            "Refusal to confirm. See to any danger first. Do not contact the person just because of this referral: ask \
             whoever sent it how they were asked, and who was there.",
        ),
        // Whoever must not be told anything cannot be asked how it was: only the person can say.
        (
            is_refusal_to_confirm(facts) && ways.sender.is_some(),
            REFUSAL,
            "Refusal to confirm, passed on by somebody who must not be told anything. See to any danger first. Do not take \
             their word for it and do not ask them: the person is asked, alone and in a safe way, before anything else.",
        ),
        (
            facts.person.may_be_a_child(today),
            CHILD,
            "The person is under 18, or may be. They decide for themselves if they understand enough. Do not speak to \
             parents or carers unless they have agreed to it.",
        ),
        (
            facts.concerns_a_child() && !facts.person.may_be_a_child(today),
            CHILD,
            "A child may be at risk. Tell children’s social care as well, whatever is decided about this referral.",
        ),
        (
            facts.person.location == Some(Location::Prison),
            "prison",
            "The person is in prison. Contact goes through the prison.",
        ),
        (
            facts.person.worker_allocated == Some(Said::No),
            "no-worker",
            "No worker is allocated yet. Ask the team that sent this, and find out who will decide.",
        ),
    ];
    let nobody = not_contacted(facts).map(|sentence| caution(NO_CONTACT, sentence.to_owned(), None));
    let sender = ways.sender.map(|hindrance| caution(SENDER, sender(hindrance), None));
    let struck = ways.struck().map(|(way, hindrance)| caution("do-not-use", strike(way, hindrance), Some(way)));
    let others = told.into_iter().filter(|(holds, ..)| *holds);
    let others = others.map(|(_, id, sentence)| caution(id, sentence.to_owned(), None));
    nobody.into_iter().chain(sender).chain(struck).chain(others).collect()
}

/// That somebody is not to be contacted, if that was asked. The person and the sender are one where they wrote themselves.
const fn not_contacted(facts: &Facts) -> Option<&'static str> {
    let NoContact { person, sender } = facts.no_contact;
    match (person, sender, facts.voice) {
        (false, false, _) => None,
        (_, _, Voice::Myself) | (true, false, _) => Some("Do not contact: the person will contact us."),
        (false, true, _) => Some("Do not contact the sender: they will contact us."),
        (true, true, _) => Some("Do not contact the person or the sender: they will contact us."),
    }
}

const fn caution(id: &'static str, sentence: String, way: Option<Way>) -> Caution {
    Caution { id, sentence, way }
}

fn sender(hindrance: Hindrance) -> String {
    let why = match hindrance {
        Hindrance::ParentWithoutLeave => "they are a parent or carer, and the young person has not agreed to it",
        Hindrance::NotToBeTold => "the person does not want them told",
        _ => "they appear to be somebody who is ruled out",
    };
    format!("Tell whoever sent this nothing about how it goes: {why}. They were sent no e-mail.")
}

fn strike(way: Way, hindrance: Hindrance) -> String {
    let name = way.name();
    match hindrance {
        Hindrance::SaidNever => format!("Do not use {name}: marked both as safe and as never to be used."),
        Hindrance::SaidUnsafe => format!("Do not use {name}: said to be unsafe."),
        Hindrance::NotSaidSafe | Hindrance::NoDetail => {
            format!("Do not use {name} yet: nobody has said that it is private.")
        }
        Hindrance::RuledOut => format!("No {name}: they appear to be somebody who is ruled out."),
        Hindrance::ParentWithoutLeave => {
            format!("No {name}: they are a parent or carer, and the young person has not agreed to it.")
        }
        Hindrance::NotToBeTold => format!("No {name}: the person does not want them told."),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::form::Voice;
    use crate::intake::testing::assess_as;

    fn ids(voice: Voice, json: &Value) -> Vec<&'static str> {
        assess_as(voice, json).cautions.iter().map(|caution| caution.id).collect()
    }

    #[test]
    fn each_caution_stands_where_its_answers_do_and_moves_no_band() {
        let plain = assess_as(Voice::Professional, &json!({})).band;
        for (voice, json, expected) in [
            (Voice::Professional, json!({}), &[][..]),
            (Voice::Professional, json!({"worker-allocated": "not-yet"}), &["no-worker"]),
            (Voice::Professional, json!({"worker-allocated": "yes"}), &[]),
            (Voice::Professional, json!({"consent": "refuses", "consent-capacity": "yes"}), &["refusal-to-confirm"]),
            (
                Voice::Professional,
                json!({"consent": "refuses", "consent-capacity": "yes", "referrer-may-know": "no"}),
                &["sender-not-told", "refusal-to-confirm"],
            ),
            (Voice::Professional, json!({"consent": "refuses", "consent-capacity": "not-sure"}), &[]),
            (Voice::Professional, json!({"person-location": "prison"}), &["prison"]),
            (Voice::Professional, json!({"referrer-may-know": "no"}), &["sender-not-told"]),
            (
                Voice::Professional,
                json!({"referrer-may-know": "no", "contact-ways": ["through-referrer"]}),
                &["sender-not-told", "do-not-use"],
            ),
            (Voice::Myself, json!({"contact-ways": ["i-will-contact"]}), &["no-contact"]),
            (Voice::Someone, json!({"referrer-contact-ways": ["i-will-contact"]}), &["no-contact"]),
            (
                Voice::Someone,
                json!({"contact-ways": ["i-will-contact"], "referrer-may-know": "no"}),
                &["no-contact", "sender-not-told"],
            ),
            (Voice::Myself, json!({"person-age-group": "16-17"}), &["child"]),
            (Voice::Someone, json!({"person-age-group": "died", "person-born": "5 3 2015"}), &[]),
            (Voice::Myself, json!({"child-at-risk": "yes"}), &["child"]),
        ] {
            assert_eq!(ids(voice, &json), expected, "{json}");
            assert_eq!(assess_as(voice, &json).band, plain, "{json}");
        }
    }
}

//! What an answer says without saying it: whoever names dates has said that there are dates.
//!
//! For answers that come without pages, from a file or another system. On a page the question that brings another is
//! always there; a program may send only the second.

use super::question::{Kind, Question, When};
use super::raw::RawAnswers;
use super::whole::Form;

impl Form {
    /// Fills in each blank question of which one choice alone brings a question that was answered.
    #[must_use]
    pub fn with_implied(&self, mut raw: RawAnswers) -> RawAnswers {
        for section in self.sections {
            imply("", section.questions, &mut raw);
        }
        raw
    }
}

fn imply(prefix: &str, questions: &[Question], raw: &mut RawAnswers) {
    // From the last to the first, so that what is implied may imply what brings it.
    for question in questions.iter().rev() {
        let path = format!("{prefix}{}", question.slug());
        if let Kind::Repeat(group) = question.kind {
            for id in raw.item_ids(&path) {
                imply(&format!("{path}.{id}."), group.questions, raw);
            }
        }
        if raw.all(&path).is_empty() {
            continue;
        }
        for (key, slug) in needs(&question.when) {
            let brings = format!("{prefix}{}", key.slug());
            let is_here = questions.iter().any(|other| other.key == key);
            if is_here && raw.all(&brings).is_empty() {
                raw.set(&brings, vec![slug.to_owned()]);
            }
        }
    }
}

/// The choices without which a condition cannot hold.
fn needs(when: &When) -> Vec<(super::Key, &'static str)> {
    match when {
        When::Is(key, slug) | When::In(key, [slug]) => vec![(*key, *slug)],
        When::All(conditions) => conditions.iter().flat_map(needs).collect(),
        When::Always | When::Voice(_) | When::In(..) | When::Unless(..) | When::Any(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::REFERRAL;
    use super::*;

    fn implied(answers: &serde_json::Value) -> RawAnswers {
        REFERRAL.with_implied(RawAnswers::from_json(answers.as_object().unwrap()))
    }

    #[test]
    fn a_date_says_that_there_are_dates() {
        let raw = implied(&json!({"issues": [{"issue-kind": "housing", "dates": [{"date-when": "1 12 2026"}]}]}));
        assert_eq!(raw.first("issues.1.dates-known"), "yes");
    }

    #[test]
    fn what_was_said_stands_and_what_is_not_certain_is_not_said() {
        let raw = implied(&json!({"dates-known": "none", "contact-ways": "text", "person-phone": "07700 900123"}));
        assert_eq!(raw.all("contact-ways"), ["text"]);
        let raw = implied(&json!({"person-phone": "07700 900123"}));
        assert!(raw.all("contact-ways").is_empty(), "a call or a text: nobody said which");
        let raw = implied(&json!({"referrer-email": "sam@example.org"}));
        assert_eq!(raw.all("referrer-contact-ways"), ["email"]);
    }
}

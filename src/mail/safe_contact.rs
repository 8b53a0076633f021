//! To whom a mail may go. The only way to an address leads through the answers that say it is safe.

use std::fmt;

use chrono::NaiveDate;

use crate::form::{Answer, Answers, Key, Voice};
use crate::intake::facts::NoContact;
use crate::intake::safe_ways::sender_hindrance;
use crate::settings;

/// An address to which a mail may be sent. Cannot be made from an address alone.
#[derive(Clone, PartialEq, Eq)]
pub struct SafeContact(String);

impl SafeContact {
    /// The address of who refers, where they chose e-mail and it is safe. `answers` are those that count.
    ///
    /// None for someone who asks for themselves (see [`Self::of_person`]), for someone the person does not want told,
    /// for someone who is among those ruled out from speaking for the person, for a parent or carer of a young person who
    /// has not agreed to it, and for someone who will contact us.
    #[must_use]
    pub fn of_referrer(answers: &Answers, voice: Voice, today: NaiveDate) -> Option<Self> {
        let said_safe = match voice {
            Voice::Professional => true,
            Voice::Someone => answers.is(Key::ReferrerEmailSafe, "yes"),
            Voice::Myself => false,
        };
        let may_know = sender_hindrance(answers, voice, today).is_none();
        let chosen = answers.is(Key::ReferrerContactWays, "email") && !NoContact::from(answers, voice).sender;
        (said_safe && may_know && chosen).then(|| address(answers, Key::ReferrerEmail)).flatten()
    }

    /// The address of the person, where e-mail was chosen and said to be safe. `answers` are those that count.
    ///
    /// Where someone else wrote them, only if the person knows of the referral: a mail must not be how they learn of it.
    /// None for a person who will contact us.
    #[must_use]
    pub fn of_person(answers: &Answers, voice: Voice) -> Option<Self> {
        let knows = voice == Voice::Myself || answers.is(Key::Aware, "yes");
        let chosen = answers.is(Key::ContactWays, "email") && !NoContact::from(answers, voice).person;
        let safe = answers.is(Key::EmailSafe, "yes") && !answers.is(Key::UnsafeWays, "email");
        (knows && chosen && safe).then(|| address(answers, Key::PersonEmail)).flatten()
    }

    /// The address of whoever writes in this voice: the person, or who refers.
    #[must_use]
    pub fn of_sender(answers: &Answers, voice: Voice, today: NaiveDate) -> Option<Self> {
        match voice {
            Voice::Myself => Self::of_person(answers, voice),
            Voice::Someone | Voice::Professional => Self::of_referrer(answers, voice, today),
        }
    }

    /// The service's own address for alerts, where the owner has set one.
    #[must_use]
    pub fn of_service(settings: &settings::Mail) -> Option<Self> {
        settings.triage_to.clone().map(Self)
    }

    /// The address, for the envelope.
    pub(super) fn address(&self) -> &str {
        &self.0
    }
}

/// Masked: an address names a person.
impl fmt::Debug for SafeContact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SafeContact({})", masked(&self.0))
    }
}

/// An address as a log may show it: the first letter, and where the domain ends.
pub(super) fn masked(address: &str) -> String {
    let first = address.chars().next().map(String::from).unwrap_or_default();
    let end = address.rsplit_once('.').map_or("", |(_, end)| end);
    format!("{first}***@***.{end}")
}

/// An e-mail address that was understood as one. What could not be read as an address is none.
fn address(answers: &Answers, key: Key) -> Option<SafeContact> {
    match answers.get(key)? {
        Answer::Words(address) => Some(SafeContact(address.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Item;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn words(text: &str) -> Answer {
        Answer::Words(text.to_owned())
    }

    fn answers(given: &[(Key, Answer)]) -> Answers {
        let mut answers = Answers::default();
        for (key, answer) in given {
            answers.set(*key, answer.clone());
        }
        answers
    }

    fn professional() -> Vec<(Key, Answer)> {
        vec![
            (Key::ReferrerName, words("Sam Okafor")),
            (Key::ReferrerContactWays, Answer::Many(vec!["phone", "email"])),
            (Key::ReferrerEmail, words("sam@council.example")),
        ]
    }

    fn myself() -> Vec<(Key, Answer)> {
        vec![
            (Key::ContactWays, Answer::Many(vec!["email"])),
            (Key::PersonEmail, words("me@home.example")),
            (Key::EmailSafe, Answer::One("yes")),
        ]
    }

    fn and(mut given: Vec<(Key, Answer)>, more: Key, answer: Answer) -> Answers {
        given.push((more, answer));
        answers(&given)
    }

    #[test]
    fn a_professional_who_chose_email_is_safe_and_nobody_else_by_default() {
        let given = answers(&professional());
        assert!(SafeContact::of_sender(&given, Voice::Professional, today()).is_some());
        assert!(SafeContact::of_sender(&given, Voice::Someone, today()).is_none());
        assert!(SafeContact::of_sender(&given, Voice::Myself, today()).is_none());
    }

    #[test]
    fn email_must_be_chosen_and_understood() {
        let phone = and(professional(), Key::ReferrerContactWays, Answer::Many(vec!["phone"]));
        assert!(SafeContact::of_referrer(&phone, Voice::Professional, today()).is_none());
        let unread = and(professional(), Key::ReferrerEmail, Answer::AsTyped("sam at council".to_owned()));
        assert!(SafeContact::of_referrer(&unread, Voice::Professional, today()).is_none());
    }

    #[test]
    fn a_relative_must_say_that_it_is_safe() {
        for (said, safe) in [("yes", true), ("no", false), ("not-sure", false)] {
            let given = and(professional(), Key::ReferrerEmailSafe, Answer::One(said));
            assert_eq!(SafeContact::of_referrer(&given, Voice::Someone, today()).is_some(), safe, "{said}");
        }
    }

    #[test]
    fn who_must_not_know_or_is_ruled_out_gets_nothing() {
        let untold = and(professional(), Key::ReferrerMayKnow, Answer::One("no"));
        assert!(SafeContact::of_referrer(&untold, Voice::Professional, today()).is_none());
        let item = Item { id: 1, answers: answers(&[(Key::RuledOutName, words(" sam  OKAFOR"))]) };
        let ruled = and(professional(), Key::RuledOut, Answer::Items(vec![item]));
        assert!(SafeContact::of_referrer(&ruled, Voice::Professional, today()).is_none());
    }

    #[test]
    fn a_parent_gets_nothing_without_the_young_person_s_leave() {
        let mut parent = professional();
        parent.extend([
            (Key::ReferrerEmailSafe, Answer::One("yes")),
            (Key::ReferrerRelationship, Answer::One("parent")),
            (Key::PersonAgeGroup, Answer::One("16-17")),
        ]);
        assert!(SafeContact::of_sender(&answers(&parent), Voice::Someone, today()).is_none());
        let leave = and(parent, Key::ChildParentsMayKnow, Answer::One("yes"));
        assert!(SafeContact::of_sender(&leave, Voice::Someone, today()).is_some());
    }

    #[test]
    fn a_person_must_choose_it_say_it_is_safe_and_not_say_it_is_unsafe() {
        assert!(SafeContact::of_sender(&answers(&myself()), Voice::Myself, today()).is_some());
        for (key, answer) in [
            (Key::EmailSafe, Answer::One("no")),
            (Key::EmailSafe, Answer::One("not-sure")),
            (Key::UnsafeWays, Answer::Many(vec!["visit-home", "email"])),
            (Key::ContactWays, Answer::Many(vec!["phone"])),
        ] {
            assert!(SafeContact::of_person(&and(myself(), key, answer), Voice::Myself).is_none(), "{key:?}");
        }
    }

    #[test]
    fn whoever_will_contact_us_gets_nothing_whatever_else_they_chose() {
        let ways = |also: &[&'static str]| Answer::Many([also, &["i-will-contact"]].concat());
        for also in [&[][..], &["email"], &["phone", "email"]] {
            let sender = and(professional(), Key::ReferrerContactWays, ways(also));
            let own = and(myself(), Key::ContactWays, ways(also));
            for (mut sender, mut own, voice) in Voice::ALL.map(|voice| (sender.clone(), own.clone(), voice)) {
                sender.set(Key::ReferrerEmailSafe, Answer::One("yes"));
                own.set(Key::Aware, Answer::One("yes"));
                assert!(SafeContact::of_referrer(&sender, voice, today()).is_none(), "{also:?} {voice:?}");
                assert!(SafeContact::of_person(&own, voice).is_none(), "{also:?} {voice:?}");
                assert!(SafeContact::of_sender(&own, voice, today()).is_none(), "{also:?} {voice:?}");
            }
        }
    }

    #[test]
    fn a_sender_by_e_mail_about_a_person_who_will_contact_us_still_gets_theirs() {
        let given = and(professional(), Key::ContactWays, Answer::Many(vec!["i-will-contact"]));
        assert!(SafeContact::of_sender(&given, Voice::Professional, today()).is_some());
        assert!(SafeContact::of_person(&given, Voice::Professional).is_none());
    }

    #[test]
    fn a_person_does_not_learn_of_a_referral_by_mail() {
        assert!(SafeContact::of_person(&answers(&myself()), Voice::Someone).is_none());
        let aware = and(myself(), Key::Aware, Answer::One("yes"));
        assert!(SafeContact::of_person(&aware, Voice::Someone).is_some());
    }

    #[test]
    fn an_address_never_prints_itself() {
        let to = SafeContact::of_person(&answers(&myself()), Voice::Myself).unwrap();
        assert_eq!(format!("{to:?}"), "SafeContact(m***@***.example)");
    }
}

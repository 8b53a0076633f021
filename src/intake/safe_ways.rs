//! Which ways of making contact can be used, and why the others cannot.
//!
//! A way that was ticked is not yet one: its detail must be there, and nothing else may say that it does harm. This file
//! must not know how anything is sent.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::facts::{NoContact, PersonFacts};
use super::same_person::{Likeness, Mention, RuledOut};
use crate::form::{Answers, Key, Voice};

/// A way to contact the person, as it can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A call.
    Phone,
    /// A text message.
    Text,
    /// An e-mail.
    Email,
    /// A letter.
    Letter,
    /// A visit.
    Visit,
    /// Through whoever refers.
    ThroughReferrer,
    /// Through a trusted person.
    ThroughSomeone,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 7] =
        [Self::Phone, Self::Text, Self::Email, Self::Letter, Self::Visit, Self::ThroughReferrer, Self::ThroughSomeone];

    /// The choice it stands for.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Text => "text",
            Self::Email => "email",
            Self::Letter => "letter",
            Self::Visit => "visit",
            Self::ThroughReferrer => "through-referrer",
            Self::ThroughSomeone => "through-someone",
        }
    }

    /// The way of that slug, if there is one.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.slug() == slug)
    }

    /// The questions that hold what it needs.
    #[must_use]
    pub const fn details(self) -> &'static [Key] {
        match self {
            Self::Phone | Self::Text => &[Key::PersonPhone],
            Self::Email => &[Key::PersonEmail],
            Self::Letter => &[Key::LetterAddress],
            Self::ThroughSomeone => &[Key::GoBetweenName, Key::GoBetweenPhone],
            Self::Visit | Self::ThroughReferrer => &[],
        }
    }

    /// Its name in the desk’s sentences.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone calls",
            Self::Text => "text messages",
            Self::Email => "e-mail",
            Self::Letter => "letters",
            Self::Visit => "visits",
            Self::ThroughReferrer => "contact through the referrer",
            Self::ThroughSomeone => "contact through someone else",
        }
    }
}

impl Serialize for Way {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.slug())
    }
}

/// Why a way that was chosen cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// The number, address or name is missing, or could not be read.
    NoDetail,
    /// Nobody said that it is private, and it is used only if somebody does.
    NotSaidSafe,
    /// Said to be unsafe in the question that follows.
    SaidUnsafe,
    /// Also among the ways never to be used.
    SaidNever,
    /// It leads through someone who is ruled out.
    RuledOut,
    /// It leads through a parent or carer of a young person who has not agreed to that.
    ParentWithoutLeave,
    /// It leads through someone whom the person does not want told.
    NotToBeTold,
}

impl Hindrance {
    /// Whether using it could do harm, so that the desk must see it struck out; the others only lack something.
    #[must_use]
    pub const fn is_harmful(self) -> bool {
        !matches!(self, Self::NoDetail)
    }
}

/// The ways that were chosen, each with what stands against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeWays {
    /// In the order of the choices.
    pub chosen: Vec<(Way, Option<Hindrance>)>,
    /// Whether whoever refers can be contacted, where somebody does.
    pub referrer: bool,
    /// Who will contact us, and needs no way.
    pub no_contact: NoContact,
    /// Why whoever refers must not be told how it goes on.
    pub sender: Option<Hindrance>,
    /// How the trusted person stands to those who are ruled out.
    pub go_between: Likeness,
    /// The way that is preferred, where it is none of those that can be used.
    pub preferred_in_vain: Option<Way>,
    /// Whether a voice message is called both safe and never to be left.
    pub voicemail_contradicted: bool,
}

impl SafeWays {
    /// Reads the answers that count.
    #[must_use]
    pub fn of(answers: &Answers, voice: Voice, today: NaiveDate) -> Self {
        let chosen = Way::ALL.into_iter().filter(|way| answers.is(Key::ContactWays, way.slug()));
        let chosen: Vec<_> = chosen.map(|way| (way, hindrance(way, answers, voice, today))).collect();
        let preferred = answers.one(Key::ContactPreferred).and_then(Way::from_slug);
        Self {
            preferred_in_vain: preferred.filter(|way| !chosen.contains(&(*way, None))),
            chosen,
            referrer: reaches_referrer(answers, voice),
            no_contact: NoContact::from(answers, voice),
            sender: sender_hindrance(answers, voice, today),
            go_between: RuledOut::of(answers).likeness(&Mention::go_between(answers)),
            voicemail_contradicted: answers.is(Key::PhoneVoicemail, "yes") && answers.is(Key::UnsafeWays, "voicemail"),
        }
    }

    /// Whether we can be in contact with somebody: the person, a go-between, or whoever refers. Who will contact us has
    /// answered too.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.referrer || self.no_contact.is_anybody() || self.chosen.iter().any(|(_, hindrance)| hindrance.is_none())
    }

    /// The ways that must not be used, with the reason.
    pub fn struck(&self) -> impl Iterator<Item = (Way, Hindrance)> {
        let harmful = |hindrance: &Hindrance| hindrance.is_harmful();
        self.chosen.iter().filter_map(move |(way, hindrance)| Some((*way, (*hindrance).filter(harmful)?)))
    }

    /// The ways marked both as safe and as never to be used.
    pub fn contradicted(&self) -> impl Iterator<Item = Way> {
        self.chosen.iter().filter(|(_, hindrance)| *hindrance == Some(Hindrance::SaidNever)).map(|(way, _)| *way)
    }
}

/// What stands against a way that was chosen.
fn hindrance(way: Way, answers: &Answers, voice: Voice, today: NaiveDate) -> Option<Hindrance> {
    let never = |slug: &str| answers.is(Key::UnsafeWays, slug).then_some(Hindrance::SaidNever);
    let detail = |there: bool| (!there).then_some(Hindrance::NoDetail);
    let phone = || detail(answers.is_written(Key::PersonPhone));
    match way {
        Way::Phone => never("phone").or_else(phone),
        Way::Text => never("text").or_else(phone),
        Way::Email => never("email")
            .or_else(|| match answers.one(Key::EmailSafe) {
                Some("yes") => None,
                Some("no") => Some(Hindrance::SaidUnsafe),
                _ => Some(Hindrance::NotSaidSafe),
            })
            .or_else(|| detail(answers.is_written(Key::PersonEmail))),
        Way::Letter => never("letter")
            .or_else(|| match answers.one(Key::LetterSafe) {
                Some("no") => Some(Hindrance::SaidUnsafe),
                Some("not-sure") => Some(Hindrance::NotSaidSafe),
                _ => None,
            })
            .or_else(|| detail(answers.is_written(Key::LetterAddress) || answers.is_written(Key::PersonAddress))),
        // A visit to another place than the home stays open to those who must not be visited there.
        Way::Visit if is_elsewhere(answers) => None,
        Way::Visit => never("visit-home").or_else(|| detail(answers.is_written(Key::PersonAddress))),
        Way::ThroughReferrer => {
            sender_hindrance(answers, voice, today).or_else(|| detail(reaches_referrer(answers, voice)))
        }
        Way::ThroughSomeone => {
            let named = answers.is_written(Key::GoBetweenName) && answers.is_written(Key::GoBetweenPhone);
            let is_out = RuledOut::of(answers).likeness(&Mention::go_between(answers)) == Likeness::Same;
            is_out.then_some(Hindrance::RuledOut).or_else(|| detail(named))
        }
    }
}

/// Why whoever refers must not be told how it goes on, if that is so. Nobody is kept from what they said of themselves.
#[must_use]
pub fn sender_hindrance(answers: &Answers, voice: Voice, today: NaiveDate) -> Option<Hindrance> {
    if voice == Voice::Myself {
        return None;
    }
    let is_out = RuledOut::of(answers).likeness(&Mention::referrer(answers)) == Likeness::Same;
    let is_parent = matches!(answers.one(Key::ReferrerRelationship), Some("parent" | "unpaid-carer"));
    let has_leave = answers.is(Key::ChildParentsMayKnow, "yes");
    [
        (is_out, Hindrance::RuledOut),
        (answers.is(Key::ReferrerMayKnow, "no"), Hindrance::NotToBeTold),
        (is_parent && !has_leave && PersonFacts::of(answers).may_be_a_child(today), Hindrance::ParentWithoutLeave),
    ]
    .into_iter()
    .find_map(|(holds, hindrance)| holds.then_some(hindrance))
}

/// Whether whoever refers left a way to be contacted that they did not call unsafe.
fn reaches_referrer(answers: &Answers, voice: Voice) -> bool {
    let chose = |slug: &str| answers.is(Key::ReferrerContactWays, slug);
    let private = voice == Voice::Professional || answers.is(Key::ReferrerEmailSafe, "yes");
    voice != Voice::Myself
        && (chose("phone") && answers.is_written(Key::ReferrerPhone)
            || chose("email") && private && answers.is_written(Key::ReferrerEmail))
}

/// Whether the person is in a place that is not their home and that somebody has named.
fn is_elsewhere(answers: &Answers) -> bool {
    answers.is_written(Key::PersonPlace) || answers.is_written(Key::PrisonRoute)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::intake::calendar::Calendar;
    use crate::intake::testing::{answers, monday};

    fn ways(voice: Voice, json: &Value) -> SafeWays {
        SafeWays::of(&answers(voice, json), voice, Calendar::today(monday()))
    }

    fn only(voice: Voice, json: &Value) -> Option<Hindrance> {
        let ways = ways(voice, json);
        assert_eq!(ways.chosen.len(), 1, "{ways:?}");
        assert_eq!(ways.is_enough(), ways.referrer || ways.chosen[0].1.is_none());
        ways.chosen[0].1
    }

    #[test]
    fn a_way_needs_its_detail_and_must_not_be_called_unsafe() {
        use Hindrance::{NoDetail, NotSaidSafe, SaidNever, SaidUnsafe};
        let phone = "07700 900123";
        for (json, expected) in [
            (json!({"contact-ways": ["phone"]}), Some(NoDetail)),
            (json!({"contact-ways": ["phone"], "person-phone": phone}), None),
            (json!({"contact-ways": ["phone"], "person-phone": phone, "unsafe-ways": ["phone"]}), Some(SaidNever)),
            (json!({"contact-ways": ["phone"], "person-phone": phone, "unsafe-ways": ["voicemail"]}), None),
            (json!({"contact-ways": ["text"], "person-phone": phone, "unsafe-ways": ["text"]}), Some(SaidNever)),
            (json!({"contact-ways": ["email"], "person-email": "me@example.org"}), Some(NotSaidSafe)),
            (
                json!({"contact-ways": ["email"], "person-email": "me@example.org", "email-safe": "no"}),
                Some(SaidUnsafe),
            ),
            (json!({"contact-ways": ["email"], "person-email": "me@example.org", "email-safe": "yes"}), None),
            (json!({"contact-ways": ["letter"], "letter-safe": "yes"}), Some(NoDetail)),
            (
                json!({"contact-ways": ["letter"], "letter-safe": "no", "letter-address": "1 High Street"}),
                Some(SaidUnsafe),
            ),
            (
                json!({"contact-ways": ["letter"], "letter-safe": "plain-envelope", "person-address": "1 High Street"}),
                None,
            ),
            (json!({"contact-ways": ["visit"]}), Some(NoDetail)),
            (json!({"contact-ways": ["visit"], "person-address": "1 High Street"}), None),
            (
                json!({"contact-ways": ["visit"], "person-address": "1 High Street", "unsafe-ways": ["visit-home"]}),
                Some(SaidNever),
            ),
            (
                json!({"contact-ways": ["visit"], "person-location": "hospital", "person-place": "Ward 3",
                    "unsafe-ways": ["visit-home"]}),
                None,
            ),
            (json!({"contact-ways": ["through-someone"], "go-between-name": "Ann Lee"}), Some(NoDetail)),
            (
                json!({"contact-ways": ["through-someone"], "go-between-name": "Ann Lee", "go-between-phone": phone}),
                None,
            ),
        ] {
            assert_eq!(only(Voice::Myself, &json), expected, "{json}");
        }
    }

    #[test]
    fn a_go_between_who_is_ruled_out_is_none() {
        let json = json!({
            "contact-ways": ["through-someone"], "go-between-name": "Karl Okonjo", "go-between-phone": "07700 900123",
            "ruled-out": [{"ruled-out-name": "karl okonjo", "ruled-out-why": ["implicated"]}]
        });
        assert_eq!(only(Voice::Myself, &json), Some(Hindrance::RuledOut));
    }

    #[test]
    fn who_says_that_they_will_contact_us_has_answered() {
        for (voice, json) in [
            (Voice::Myself, json!({"contact-ways": ["i-will-contact"]})),
            (Voice::Professional, json!({"contact-ways": ["i-will-contact"]})),
            (Voice::Someone, json!({"contact-ways": ["letter"], "referrer-contact-ways": ["i-will-contact"]})),
        ] {
            assert!(ways(voice, &json).is_enough(), "{json}");
        }
    }

    #[test]
    fn a_referrer_is_a_way_if_they_can_be_contacted() {
        let email = json!({"referrer-contact-ways": ["email"], "referrer-email": "roz@example.org"});
        assert!(ways(Voice::Professional, &email).is_enough());
        assert!(!ways(Voice::Someone, &email).is_enough(), "nobody said that it is private");
        let phone = json!({"referrer-contact-ways": ["phone"], "referrer-phone": "01632 960123"});
        assert!(ways(Voice::Someone, &phone).is_enough());
    }

    #[test]
    fn a_parent_needs_the_young_person_s_leave() {
        let parent = |more: Value| {
            let mut json = json!({"referrer-relationship": "parent"});
            json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            sender_hindrance(&answers(Voice::Someone, &json), Voice::Someone, Calendar::today(monday()))
        };
        for (more, expected) in [
            (json!({"person-age-group": "16-17"}), Some(Hindrance::ParentWithoutLeave)),
            (json!({"person-age-group": "16-17", "child-parents-may-know": "no"}), Some(Hindrance::ParentWithoutLeave)),
            (json!({"person-age-group": "16-17", "child-parents-may-know": "yes"}), None),
            (json!({"person-born": "5 3 2011"}), Some(Hindrance::ParentWithoutLeave)),
            (json!({"person-age-group": "18-over"}), None),
            (json!({"person-age-group": "18-over", "referrer-may-know": "no"}), Some(Hindrance::NotToBeTold)),
        ] {
            assert_eq!(parent(more.clone()), expected, "{more}");
        }
    }
}

//! Whether two mentions may mean one person: by name, telephone number or e-mail address, however they were written.
//!
//! Knows no rule about what follows.

use crate::form::{Answers, Key};

/// How surely two mentions mean one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing points to it.
    None,
    /// A name stands somewhere in the other’s words.
    Named,
    /// The same name, number or address.
    Same,
}

/// What one mention says about who is meant, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mention {
    name: String,
    phone: String,
    email: String,
}

impl Mention {
    /// Reads a mention from the answers of one level.
    #[must_use]
    pub fn of(answers: &Answers, name: Key, phone: Key, email: Option<Key>) -> Self {
        let words = |key: Key| answers.words(key).unwrap_or_default();
        Self {
            name: folded(words(name)),
            phone: digits(words(phone)),
            email: email.map(|key| words(key).trim().to_lowercase()).unwrap_or_default(),
        }
    }

    /// Whoever refers.
    #[must_use]
    pub fn referrer(answers: &Answers) -> Self {
        Self::of(answers, Key::ReferrerName, Key::ReferrerPhone, Some(Key::ReferrerEmail))
    }

    /// The trusted person through whom contact may be made.
    #[must_use]
    pub fn go_between(answers: &Answers) -> Self {
        Self::of(answers, Key::GoBetweenName, Key::GoBetweenPhone, None)
    }

    fn is_same(&self, other: &Self) -> bool {
        let alike = |one: &str, two: &str| !one.is_empty() && one == two;
        alike(&self.name, &other.name) || alike(&self.phone, &other.phone) || alike(&self.email, &other.email)
    }

    /// Whether somebody’s words are this name, or hold it in full.
    fn is_meant_by(&self, words: &str) -> bool {
        self.in_words(words) == Likeness::Same || !self.name.is_empty() && folded(words) == self.name
    }

    /// How this mention stands to somebody’s words about a person.
    fn in_words(&self, words: &str) -> Likeness {
        let text = format!(" {} ", folded(words));
        let numbers = digits(words);
        let found = |part: &str| !part.is_empty() && text.contains(&format!(" {part} "));
        if !self.email.is_empty() && words.to_lowercase().contains(&self.email)
            || !self.phone.is_empty() && numbers.contains(&self.phone)
        {
            return Likeness::Same;
        }
        match (found(&self.name), self.name.contains(' ')) {
            (true, true) => Likeness::Same,
            (true, false) => Likeness::Named,
            (false, _) => Likeness::None,
        }
    }
}

/// Everybody who is ruled out from speaking for the person, with what else was said of them elsewhere: a contact or a
/// referrer of that name lends them a number and an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuledOut {
    mentions: Vec<Mention>,
    words: Vec<String>,
    /// Who must not know, and who may be doing harm, in free words: a name there is a hint and no proof.
    hints: Vec<String>,
}

impl RuledOut {
    /// Reads the answers that count.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let named = answers.items(Key::RuledOut).iter().filter_map(|item| item.answers.words(Key::RuledOutName));
        let words: Vec<String> = named.map(str::to_owned).collect();
        let contact = |item: &crate::form::Item| {
            Mention::of(&item.answers, Key::ContactName, Key::ContactPhone, Some(Key::ContactEmail))
        };
        let others = answers.items(Key::Contacts).iter().map(contact).chain([Mention::referrer(answers)]);
        let is_meant = |other: &Mention| words.iter().any(|words| other.is_meant_by(words));
        let mentions = others.filter(is_meant).collect();
        let hints = [Key::MustNotKnow, Key::HarmWho].iter().filter_map(|key| answers.words(*key));
        Self { mentions, words: words.clone(), hints: hints.map(str::to_owned).collect() }
    }

    /// How somebody stands to them.
    #[must_use]
    pub fn likeness(&self, who: &Mention) -> Likeness {
        let same = self.mentions.iter().any(|mention| mention.is_same(who))
            || self.words.iter().any(|words| who.is_meant_by(words));
        if same {
            return Likeness::Same;
        }
        let listed = self.words.iter().map(|words| who.in_words(words)).max().unwrap_or(Likeness::None);
        let hinted = self.hints.iter().any(|words| who.in_words(words) != Likeness::None);
        if hinted { listed.max(Likeness::Named) } else { listed }
    }
}

/// Forms of address, which one mention has and the other leaves out.
const TITLES: [&str; 6] = ["mr", "mrs", "ms", "miss", "mx", "dr"];

/// A name without capitals, marks, forms of address and needless blanks.
fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace(['’', '\''], "");
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !TITLES.contains(word)).collect::<Vec<_>>().join(" ")
}

/// Fewest digits that tell one telephone from another.
const FEWEST_DIGITS: usize = 6;

/// The digits of a telephone number as it is dialled in the United Kingdom; nothing where there are too few.
fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44").filter(|_| number.contains('+')));
    let digits = national.map_or(digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
    if digits.len() < FEWEST_DIGITS { String::new() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Answer, Item};

    fn words(text: &str) -> Answer {
        Answer::Words(text.to_owned())
    }

    fn answers(given: &[(Key, &str)]) -> Answers {
        let mut answers = Answers::default();
        for (key, text) in given {
            answers.set(*key, words(text));
        }
        answers
    }

    fn with(mut answers: Answers, list: Key, items: &[&[(Key, &str)]]) -> Answers {
        let items = (1..).zip(items).map(|(id, given)| Item { id, answers: self::answers(given) }).collect();
        answers.set(list, Answer::Items(items));
        answers
    }

    fn likeness(answers: &Answers) -> Likeness {
        RuledOut::of(answers).likeness(&Mention::go_between(answers))
    }

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for (go_between, ruled, expected) in [
            ("Karl Okonjo", "mr  KARL okonjo", Likeness::Same),
            ("Karl O’Brien", "Karl O'Brien, his brother", Likeness::Same),
            ("Karl", "Karl, his brother", Likeness::Named),
            ("Karl", "karl", Likeness::Same),
            ("Ann", "Annette Smith", Likeness::None),
            ("", "Karl", Likeness::None),
        ] {
            let given =
                with(answers(&[(Key::GoBetweenName, go_between)]), Key::RuledOut, &[&[(Key::RuledOutName, ruled)]]);
            assert_eq!(likeness(&given), expected, "{go_between} and {ruled}");
        }
    }

    #[test]
    fn a_number_tells_who_is_meant_under_another_name() {
        let given = answers(&[(Key::GoBetweenName, "My uncle"), (Key::GoBetweenPhone, "+44 7700 900123")]);
        let given = with(given, Key::RuledOut, &[&[(Key::RuledOutName, "Karl Okonjo")]]);
        assert_eq!(likeness(&given), Likeness::None);
        let given =
            with(given, Key::Contacts, &[&[(Key::ContactName, "Karl Okonjo"), (Key::ContactPhone, "07700 900123")]]);
        assert_eq!(likeness(&given), Likeness::Same);
    }

    #[test]
    fn the_referrer_is_known_by_address_too() {
        let given = answers(&[(Key::ReferrerName, "K. Okonjo"), (Key::ReferrerEmail, "karl@example.org")]);
        let given = with(given, Key::RuledOut, &[&[(Key::RuledOutName, "Karl Okonjo")]]);
        let given = with(
            given,
            Key::Contacts,
            &[&[(Key::ContactName, "Karl Okonjo"), (Key::ContactEmail, "Karl@Example.org")]],
        );
        assert_eq!(RuledOut::of(&given).likeness(&Mention::referrer(&given)), Likeness::Same);
    }

    #[test]
    fn a_name_among_free_words_is_a_hint() {
        let given = answers(&[(Key::GoBetweenName, "Karl Okonjo"), (Key::MustNotKnow, "My brother Karl Okonjo")]);
        assert_eq!(likeness(&given), Likeness::Named);
        let given = answers(&[(Key::GoBetweenName, "Ann"), (Key::MustNotKnow, "My brother Karl")]);
        assert_eq!(likeness(&given), Likeness::None);
    }

    #[test]
    fn short_numbers_tell_nothing() {
        assert_eq!(digits("999"), "");
        assert_eq!(digits("0044 (0)7700 900123"), "07700900123");
    }
}

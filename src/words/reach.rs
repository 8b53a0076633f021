//! Where the words lead to people: by telephone, by text message or by e-mail, as far as the service has any of them.
//!
//! The one place that decides how to be reached. Nothing is promised that settings do not name.

use super::Lang;
use super::text::texts;

texts! {
    phone_us(number: &str) = "phone us on {number}";
    text_us(number: &str) = "text us on {number}";
    email_us(address: &str) = "e-mail us at {address}";

    cannot_wait(way: &str) = "If you cannot wait, {way}.";
    you_can_also(way: &str) = "You can also {way}.";
    happens_again(way: &str) = "If this happens again, {way} and we will take it down for you.";
    to_add(way: &str) = "If you want to add something, {way} and say the reference.";
    the_rest(way: &str) = "To tell us the rest, {way}.";
    to_contact(way: &str) = "To contact us, {way}.";
    ask_or_write(way: &str) = "You can {way} instead, or ask someone to help you write.";
    HELP_TO_WRITE = "You can ask someone to help you write.";
}

/// How the service can be reached, from its settings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reach<'a> {
    /// A telephone number.
    pub phone: Option<&'a str>,
    /// A number for text messages.
    pub text: Option<&'a str>,
    /// An e-mail address.
    pub email: Option<&'a str>,
}

/// What people are told that they can reach somebody for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It cannot wait until this website works again.
    CannotWait,
    /// Instead of the page, or beside it.
    Also,
    /// The same trouble once more.
    HappensAgain,
    /// Something to add to what was sent.
    ToAdd,
    /// More than the page took.
    TheRest,
    /// The person said that they will.
    ToContact,
}

impl Reach<'_> {
    /// The first way the service has, as the middle of a sentence.
    fn way(&self, lang: Lang) -> Option<String> {
        let phone = self.phone.map(|number| phone_us(lang, number));
        let text = || self.text.map(|number| text_us(lang, number));
        phone.or_else(text).or_else(|| self.email.map(|address| email_us(lang, address)))
    }

    /// A sentence that leads to people; nothing where the service has no way.
    #[must_use]
    pub fn say(&self, lang: Lang, why: Why) -> Option<String> {
        let sentence = match why {
            Why::CannotWait => cannot_wait,
            Why::Also => you_can_also,
            Why::HappensAgain => happens_again,
            Why::ToAdd => to_add,
            Why::TheRest => the_rest,
            Why::ToContact => to_contact,
        };
        Some(sentence(lang, &self.way(lang)?))
    }

    /// That nobody has to write alone.
    #[must_use]
    pub fn help_to_write(&self, lang: Lang) -> String {
        self.way(lang).map_or_else(|| lang.say(HELP_TO_WRITE).to_owned(), |way| ask_or_write(lang, &way))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_promised_that_the_service_has_not() {
        let lang = Lang::English;
        let (phone, text, email) = (Some("01632 960 111"), Some("07700 900 111"), Some("hello@example.org"));
        for (reach, said) in [
            (Reach { phone, text, email }, Some("If you cannot wait, phone us on 01632 960 111.")),
            (Reach { phone: None, text, email }, Some("If you cannot wait, text us on 07700 900 111.")),
            (Reach { phone: None, text: None, email }, Some("If you cannot wait, e-mail us at hello@example.org.")),
            (Reach::default(), None),
        ] {
            assert_eq!(reach.say(lang, Why::CannotWait).as_deref(), said);
        }
        assert_eq!(Reach::default().help_to_write(lang), "You can ask someone to help you write.");
    }
}

//! References, codes and keys that people read out, type in and write on paper.
//!
//! They are random, forgiving to type and impossible to guess. This file must not know where they are kept.

use std::fmt;
use std::str::FromStr;

/// No letter that is taken for another: no I, L, O or U (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols between two dashes.
const GROUP: usize = 4;

/// The operating system gave no random bytes; nothing that must be secret can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// What was typed cannot be a code of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code of the right length and letters")]
pub struct NotACode;

/// `N` random bytes from the operating system.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// The letter for the lowest five bits of `byte`. 256 is a multiple of 32, so random bytes give fair letters.
fn letter(byte: u8) -> char {
    ALPHABET.get(usize::from(byte & 31)).map_or('0', |&letter| char::from(letter))
}

/// The five bits behind a typed letter; look-alikes mean what they look like.
fn five_bits(typed: char) -> Option<u8> {
    let wanted = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|&letter| char::from(letter) == wanted).and_then(|at| u8::try_from(at).ok())
}

/// Spaces and dashes of every kind that a phone or a word processor puts in.
fn is_gap(typed: char) -> bool {
    typed.is_whitespace() || matches!(typed, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn spell(bytes: &[u8]) -> String {
    bytes.iter().copied().map(letter).collect()
}

/// Reads `length` letters, forgiving case, gaps and look-alikes.
fn read(typed: &str, length: usize) -> Result<String, NotACode> {
    let letters: Option<Vec<u8>> =
        typed.chars().filter(|&typed| !is_gap(typed)).take(length.saturating_add(1)).map(five_bits).collect();
    letters.filter(|letters| letters.len() == length).map(|letters| spell(&letters)).ok_or(NotACode)
}

/// Bytes as letters, five bits each: for keys that are printed. A last partial letter is filled with zeros.
#[must_use]
pub fn to_letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len().saturating_mul(8).div_ceil(5));
    let (mut held, mut bits) = (0_u16, 0_u32);
    for &byte in bytes {
        held = (held << 8) | u16::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            letters.push(letter(((held >> bits) & 31).to_le_bytes()[0]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        letters.push(letter(((held << (5 - bits)) & 31).to_le_bytes()[0]));
    }
    letters
}

/// The bytes that [`to_letters`] spelled, forgiving case, gaps and look-alikes.
pub fn from_letters(typed: &str) -> Result<Vec<u8>, NotACode> {
    let mut bytes = Vec::with_capacity(typed.len());
    let (mut held, mut bits) = (0_u16, 0_u32);
    for typed in typed.chars().filter(|&typed| !is_gap(typed)) {
        held = (held << 5) | u16::from(five_bits(typed).ok_or(NotACode)?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits).to_le_bytes()[0]);
            held &= (1 << bits) - 1;
        }
    }
    if held == 0 { Ok(bytes) } else { Err(NotACode) }
}

/// Letters in groups, as they are shown: `7K3M-92QX`.
fn grouped(letters: &str) -> String {
    let mut shown = String::with_capacity(letters.len() + letters.len() / GROUP);
    for (at, letter) in letters.chars().enumerate() {
        if at > 0 && at % GROUP == 0 {
            shown.push('-');
        }
        shown.push(letter);
    }
    shown
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// How many letters it has, gaps apart.
            pub const LENGTH: usize = $length;

            /// A new one from the operating system's randomness.
            pub fn random() -> Result<Self, NoRandomness> {
                Ok(Self(spell(&random_bytes::<$length>()?)))
            }

            /// The letters without gaps, as they are stored or hashed.
            #[must_use]
            pub fn letters(&self) -> &str {
                &self.0
            }

            /// The letters in groups, as they are shown to a person.
            #[must_use]
            pub fn shown(&self) -> String {
                grouped(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotACode;

            fn from_str(typed: &str) -> Result<Self, NotACode> {
                read(typed, $length).map(Self)
            }
        }
    };
}

code! {
    /// The public name of a referral, shown as `XXXX-XXXX`. It opens nothing by itself.
    Reference, 8
}
code! {
    /// What a sender keeps beside the reference, so that what is missing can be answered later. Nothing looks one up yet.
    /// 60 bits; kept only as a keyed hash.
    ReceiptCode, 12
}
code! {
    /// What brings an unfinished form back on any device, with a word the person chose. Kept only as a keyed hash.
    ReturnCode, 12
}
code! {
    /// What opens the feedback questions for one client. Kept only as a keyed hash.
    InvitationCode, 12
}

impl ReceiptCode {
    /// The code that belongs to `bytes`: the same sending gives the same code, so a second click loses nothing.
    #[must_use]
    pub fn derived(bytes: &[u8; 32]) -> Self {
        Self(spell(&bytes[..Self::LENGTH]))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

macro_rules! token {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// A new one from the operating system's randomness.
            pub fn random() -> Result<Self, NoRandomness> {
                Ok(Self(data_encoding::HEXLOWER.encode(&random_bytes::<16>()?)))
            }

            /// Its 32 hexadecimal digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotACode;

            fn from_str(text: &str) -> Result<Self, NotACode> {
                let digits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
                if text.len() == 32 && text.bytes().all(digits) { Ok(Self(text.to_owned())) } else { Err(NotACode) }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    };
}

token! {
    /// Made with a draft and sent with the form: sending twice makes one referral. 128 bits.
    SubmissionKey
}
token! {
    /// What a browser holds to reach its draft. 128 bits; kept only as a keyed hash.
    DraftToken
}
token! {
    /// What a browser holds to reach its session. 128 bits; kept only as a keyed hash.
    SessionKey
}
token! {
    /// The name of a stored row in what is sealed for it, so that sealed words cannot be moved to another row.
    RowName
}

macro_rules! hidden {
    ($($name:ident),+) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    )+};
}

hidden!(ReceiptCode, ReturnCode, InvitationCode);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_reference_is_shown_in_two_groups_and_read_back_however_it_is_typed() {
        let reference: Reference = "7k3m 92qx".parse().unwrap();
        assert_eq!(reference.shown(), "7K3M-92QX");
        for typed in ["7K3M92QX", " 7k3m-92qx ", "7K3M\u{2013}92QX", "7 K 3 M 9 2 Q X"] {
            assert_eq!(typed.parse::<Reference>().unwrap(), reference, "{typed}");
        }
    }

    #[test]
    fn letters_that_look_like_digits_mean_the_digits() {
        assert_eq!("oOiIlL22".parse::<Reference>().unwrap().letters(), "00111122");
    }

    #[test]
    fn what_is_too_short_too_long_or_not_in_the_alphabet_is_no_reference() {
        for typed in ["", "7K3M92Q", "7K3M92QXA", "7K3M92Q!", "ÜÜÜÜÜÜÜÜ", "7K3M92QU"] {
            assert_eq!(typed.parse::<Reference>(), Err(NotACode), "{typed}");
        }
    }

    #[test]
    fn codes_do_not_show_themselves_to_a_log() {
        let code: ReceiptCode = "7K3M92QX7K3M".parse().unwrap();
        assert_eq!(format!("{code:?}"), "ReceiptCode(hidden)");
        assert_eq!(code.shown(), "7K3M-92QX-7K3M");
        let token = SessionKey::random().unwrap();
        assert!(!format!("{token:?}").contains(token.as_str()));
    }

    #[test]
    fn two_random_codes_differ() {
        assert_ne!(ReturnCode::random().unwrap(), ReturnCode::random().unwrap());
        assert_ne!(SubmissionKey::random().unwrap(), SubmissionKey::random().unwrap());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(typed in "\\PC*") {
            let _: Result<Reference, NotACode> = typed.parse();
            let _: Result<SubmissionKey, NotACode> = typed.parse();
            let _ = from_letters(&typed);
        }

        #[test]
        fn bytes_survive_being_spelled(bytes in proptest::collection::vec(any::<u8>(), 0..50)) {
            prop_assert_eq!(from_letters(&to_letters(&bytes)).unwrap(), bytes);
        }
    }
}

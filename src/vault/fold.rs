//! Folds a name or number to the one form by which it is found again.
//!
//! This file must not know what is searched for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Without case, accents, width, apostrophes; everything else that is neither letter nor digit is one space.
///
/// `Zoë O'Brien-Núñez` and `ZOE OBRIEN NUNEZ` fold to the same.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let letters = text.nfkd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfkd();
    let mut gap = false;
    for letter in letters.filter(|&letter| !is_combining_mark(letter) && !is_apostrophe(letter)) {
        if letter.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            folded.push(letter);
            gap = false;
        } else {
            gap = true;
        }
    }
    folded
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '\u{b4}' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fold;

    #[test]
    fn names_written_in_different_ways_fold_to_one() {
        for (one, other) in [
            ("Zoë O'Brien-Núñez", "ZOE OBRIEN NUNEZ"),
            ("  Anne–Marie  ", "anne marie"),
            ("Weiß", "WEISS"),
            ("İpek", "ipek"),
            ("ＪＯＨＮ", "John"),
            ("999 000 0018", "999-000-0018"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn different_names_stay_different() {
        assert_ne!(fold("Jon"), fold("John"));
        assert_eq!(fold(" -- "), "");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}

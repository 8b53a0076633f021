//! Staff passwords: argon2id, slow on purpose. Knows no account and no page.
//!
//! Hashing takes tens of milliseconds and 19 MiB, so callers run it off the request threads, a few at a time.

use argon2::password_hash::SaltString;
use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _};
use zxcvbn::{Score, zxcvbn};

use crate::ids;

/// Fewest characters of a password (ASVS 5.0 6.2.1 asks for 8, recommends 15).
pub const FEWEST: usize = 12;
/// Most characters of a password: far more than anybody types, few enough to hash.
pub const MOST: usize = 256;

/// Why a password cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Fewer than [`FEWEST`] characters.
    #[error("the password needs at least {FEWEST} characters; several words together make a good one")]
    TooShort,
    /// More than [`MOST`] characters.
    #[error("the password may have at most {MOST} characters")]
    TooLong,
    /// A common one, or one made of common pieces, of the name or of the service's own words.
    #[error("the password is one that is guessed first; several unusual words together make a good one")]
    Guessable,
    /// The machine gave no random bytes, or hashing failed.
    #[error("the password could not be hashed on this machine")]
    Broken,
}

/// Words of this trade and this portal, which whoever guesses here tries first. The caller adds the account's name and
/// the service's (ASVS 5.0 6.1.2).
const OWN_WORDS: [&str; 10] = [
    "alongside",
    "advocacy",
    "advocate",
    "referral",
    "referrals",
    "safeguarding",
    "triage",
    "manager",
    "administrator",
    "welcome",
];

/// Hashes a password in the PHC string form, with a salt of its own. `about` is what a guesser knows of its owner: the
/// name they sign in with, the name of the service.
///
/// # Errors
/// `Unusable` says why it will not do.
pub fn hash(password: &str, about: &[&str]) -> Result<String, Unusable> {
    check(password, about)?;
    let salt = ids::random_bytes::<16>().map_err(|_| Unusable::Broken)?;
    let salt = SaltString::encode_b64(&salt).map_err(|_| Unusable::Broken)?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt).map_err(|_| Unusable::Broken)?;
    Ok(hash.to_string())
}

/// By length and by how soon it would be guessed: never by kinds of letters, and never by age (ASVS 5.0 6.2.5, 6.2.10).
fn check(password: &str, about: &[&str]) -> Result<(), Unusable> {
    let length = password.chars().count();
    if length < FEWEST {
        return Err(Unusable::TooShort);
    }
    if length > MOST {
        return Err(Unusable::TooLong);
    }
    let pieces = about.iter().flat_map(|words| words.split(|sign: char| !sign.is_alphanumeric()));
    let known: Vec<&str> = OWN_WORDS.into_iter().chain(about.iter().copied()).chain(pieces).collect();
    if zxcvbn(password, &known).score() < Score::Four { Err(Unusable::Guessable) } else { Ok(()) }
}

/// Whether a password belongs to a stored hash.
#[must_use]
pub fn verify(password: &str, stored: &str) -> bool {
    if password.chars().count() > MOST {
        return false;
    }
    PasswordHash::new(stored).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// A stored hash of nothing anybody knows: verified against where there is no account, so that both take as long.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2Q$bm9ib2R5bm9ib2R5bm9ib2R5bm9ib2R5bm9ib2R5bm8";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_opens_its_own_hash_and_no_other() {
        let hash = hash("seven quiet otters", &["sam"]).unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify("seven quiet otters", &hash));
        assert!(!verify("seven quiet otter", &hash));
        assert!(!verify("seven quiet otters", NOBODY));
        assert!(PasswordHash::new(NOBODY).is_ok(), "it must take as long as a real one");
    }

    #[test]
    fn a_weak_password_is_refused_with_the_reason() {
        let about = ["samantha.quillfeather@northshire.example", "Northshire Advocacy"];
        assert_eq!(hash("short", &about), Err(Unusable::TooShort));
        assert_eq!(hash(&"x".repeat(300), &about), Err(Unusable::TooLong));
        for guessable in [
            "password1234",
            "123456789012",
            "Welcome123456",
            "P@ssw0rdP@ssw0rd",
            "qwertyuiop12",
            "unbelievable",
            "aaaaaaaaaaaaaaaa",
            "Quillfeather2026",
            "northshire advocacy",
            "Safeguarding1!",
        ] {
            assert_eq!(hash(guessable, &about), Err(Unusable::Guessable), "{guessable}");
        }
    }

    #[test]
    fn any_kind_of_letters_will_do_and_sixty_four_of_them_too() {
        for good in ["seven quiet otters", "drei stille wässer", "κρύο νερό στο πηγάδι", "5YQK7D0RZ4N2M8TA"]
        {
            assert!(hash(good, &["sam"]).is_ok(), "{good}");
        }
        let long = "seven quiet otters under a bridge with nine loud geese on the top";
        assert!(long.len() >= 64 && verify(long, &hash(long, &[]).unwrap()));
        assert!(!verify(&long[..64], &hash(long, &[]).unwrap()), "nothing of it is cut off");
        assert!(!verify(&long.to_uppercase(), &hash(long, &[]).unwrap()));
    }
}

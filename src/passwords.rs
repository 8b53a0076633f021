//! Staff passwords: argon2id, slow on purpose. Knows no account and no page.
//!
//! Hashing takes tens of milliseconds and 19 MiB, so callers run it off the request threads, a few at a time.

use argon2::password_hash::SaltString;
use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _};

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
    /// One of those that everybody tries first, or the name itself.
    #[error("the password is one that is guessed first; several unusual words together make a good one")]
    Guessable,
    /// The machine gave no random bytes, or hashing failed.
    #[error("the password could not be hashed on this machine")]
    Broken,
}

/// Pieces of passwords that guessers start with. A password may hold one, not be made of one.
const GUESSED_FIRST: [&str; 12] = [
    "password",
    "qwertyuiop",
    "123456",
    "letmein",
    "welcome",
    "administrator",
    "changeme",
    "iloveyou",
    "alongside",
    "advocacy",
    "abcdefgh",
    "1q2w3e4r",
];

/// Hashes a password in the PHC string form, with a salt of its own.
///
/// # Errors
/// `Unusable` says why it will not do.
pub fn hash(password: &str, name: &str) -> Result<String, Unusable> {
    check(password, name)?;
    let salt = ids::random_bytes::<16>().map_err(|_| Unusable::Broken)?;
    let salt = SaltString::encode_b64(&salt).map_err(|_| Unusable::Broken)?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt).map_err(|_| Unusable::Broken)?;
    Ok(hash.to_string())
}

fn check(password: &str, name: &str) -> Result<(), Unusable> {
    let length = password.chars().count();
    if length < FEWEST {
        return Err(Unusable::TooShort);
    }
    if length > MOST {
        return Err(Unusable::TooLong);
    }
    let folded = password.to_lowercase();
    let mut rest = folded.clone();
    for piece in GUESSED_FIRST.iter().copied().chain([name.to_lowercase().as_str()]).filter(|piece| !piece.is_empty()) {
        rest = rest.replace(piece, "");
    }
    let kinds: std::collections::BTreeSet<char> = rest.chars().filter(|letter| letter.is_alphabetic()).collect();
    if kinds.len() < 4 { Err(Unusable::Guessable) } else { Ok(()) }
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
        let hash = hash("seven quiet otters", "sam").unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify("seven quiet otters", &hash));
        assert!(!verify("seven quiet otter", &hash));
        assert!(!verify("seven quiet otters", NOBODY));
        assert!(PasswordHash::new(NOBODY).is_ok(), "it must take as long as a real one");
    }

    #[test]
    fn a_weak_password_is_refused_with_the_reason() {
        assert_eq!(hash("short", "sam"), Err(Unusable::TooShort));
        assert_eq!(hash(&"x".repeat(300), "sam"), Err(Unusable::TooLong));
        for guessable in ["password1234", "123456789012", "Welcome123456", "samantha.example1"] {
            assert_eq!(hash(guessable, "samantha.example"), Err(Unusable::Guessable), "{guessable}");
        }
    }
}

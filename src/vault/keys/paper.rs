//! The copy of the keys on paper: each line carries its own check, so that a slip of the pen is found in its line.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{CODES, Key, KeyError, Keys, secret};
use crate::ids::{from_letters, to_letters};

/// Key bytes on one printed line, so that a slip of the pen is found in its line.
const LINE: usize = 8;
/// Check bytes on one printed line: a slip passes unseen once in 65,536.
const CHECK: usize = 2;

impl Keys {
    /// The copy to print and lock away: each line carries its own check.
    #[must_use]
    pub fn recovery_copy(&self) -> Zeroizing<String> {
        let mut copy = Zeroizing::new(String::new());
        for key in self.all() {
            let _ = writeln!(copy, "Key {}{}", key.mark(), key.id);
            for (at, part) in key.secret.bytes().chunks(LINE).enumerate() {
                let mut bytes = Zeroizing::new(part.to_vec());
                bytes.extend_from_slice(&check(key.id, at, part));
                let letters = Zeroizing::new(to_letters(&bytes));
                let _ = write!(copy, "{}:", at + 1);
                for (place, letter) in letters.chars().enumerate() {
                    if place % 4 == 0 {
                        copy.push(' ');
                    }
                    copy.push(letter);
                }
                copy.push('\n');
            }
        }
        copy
    }

    /// Reads a recovery copy back as it was typed from paper: case, gaps and look-alikes are forgiven, slips are found.
    pub fn from_recovery_copy(typed: &str) -> Result<Self, KeyError> {
        let mut keys = Vec::new();
        let mut lines = typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        while let Some((at, heading)) = lines.next() {
            let (id, retired) = read_heading(heading).ok_or(KeyError::Line(at + 1))?;
            let mut whole = Zeroizing::new([0; 32]);
            for (part, into) in whole.chunks_mut(LINE).enumerate() {
                let slip = || KeyError::Slip { key: id, line: part + 1 };
                let (_, line) = lines.next().ok_or_else(slip)?;
                let letters = line.split_once(':').map_or(line, |(_, letters)| letters);
                let bytes = Zeroizing::new(from_letters(letters).map_err(|_| slip())?);
                let (secret, given) = bytes.split_at_checked(LINE).ok_or_else(slip)?;
                if given != check(id, part, secret) {
                    return Err(slip());
                }
                into.copy_from_slice(secret);
            }
            keys.push(Key { id, secret: secret(retired, *whole) });
        }
        Self::from_list(keys)
    }
}

/// The number of a key on paper, and whether it was retired.
fn read_heading(line: &str) -> Option<(u32, bool)> {
    let id = line.split_whitespace().last()?.trim_end_matches(':').parse().ok()?;
    Some((id, line.to_lowercase().contains(CODES.trim())))
}

/// The check of one printed line: which key, which line, which bytes.
fn check(id: u32, line: usize, part: &[u8]) -> [u8; CHECK] {
    let line = u8::try_from(line).unwrap_or(u8::MAX);
    let digest = Sha256::new().chain_update(id.to_be_bytes()).chain_update([line]).chain_update(part).finalize();
    let [first, second, ..] = <[u8; 32]>::from(digest);
    [first, second]
}

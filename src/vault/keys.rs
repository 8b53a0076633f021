//! The key file, and the copy of it on paper.
//!
//! The file holds one key a line, the newest last: a new key can be added and every old one still opens. It is kept
//! apart from the data, since whoever has both can read everything, and whoever loses it can read nothing.
//! This file must not know what the keys seal.

use std::fmt::{self, Write as _};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::ids::{NoRandomness, RowName, from_letters, random_bytes, to_letters};

/// Key bytes on one printed line, so that a slip of the pen is found in its line.
const LINE: usize = 8;
/// Check bytes on one printed line: a slip passes unseen once in 65,536.
const CHECK: usize = 2;
/// No key file is longer than this many bytes; a larger one is something else.
const LONGEST_FILE: u64 = 64 * 1024;

const INTRODUCTION: &str = "\
# Keys of Alongside. Without this file nobody can read what is stored: keep a copy somewhere else, never beside the data.
# One key a line, the newest last.
";

/// Why the keys could not be had. None of it holds a key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The key file would lie with the data.
    #[error("the key file {0} lies in the data folder: whoever takes the one takes the other; keep it elsewhere")]
    InsideData(PathBuf),
    /// Others on the machine can read the key file.
    #[error("other users of this machine can read the key file {0}: allow its owner only (chmod 600)")]
    OthersCanRead(PathBuf),
    /// The file system refused.
    #[error("the key file {path} cannot be used: {source}")]
    File {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A line is not a key.
    #[error("line {0} of the keys cannot be read")]
    Line(usize),
    /// Two keys have one number.
    #[error("key {0} is there twice")]
    Twice(u32),
    /// There is no key at all.
    #[error("there is no key in it")]
    Empty,
    /// A line of the recovery copy was mistyped.
    #[error("line {line} of key {key} has a slip: its check does not agree")]
    Slip {
        /// The key's number.
        key: u32,
        /// The line of that key, from 1.
        line: usize,
    },
    /// No key can be made without randomness.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// Whether the key file may lie in the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// It must not.
    Apart,
    /// It may: a demonstration, in a folder that is thrown away.
    WithData,
}

/// One key of the key file; wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key {
    id: u32,
    secret: [u8; 32],
}

impl Key {
    /// Its number, which is written before everything it seals.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    pub(super) const fn secret(&self) -> &[u8; 32] {
        &self.secret
    }
}

/// One key or more, the newest last.
#[derive(Clone)]
pub struct Keys {
    older: Vec<Key>,
    newest: Key,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(hidden)")
    }
}

impl Keys {
    /// One new key.
    pub fn new() -> Result<Self, KeyError> {
        Ok(Self { older: Vec::new(), newest: Key { id: 1, secret: random_bytes()? } })
    }

    /// The same keys and a new one, which seals from now on.
    pub fn with_new_key(&self) -> Result<Self, KeyError> {
        let mut older = self.older.clone();
        older.push(self.newest.clone());
        let id = older.iter().map(Key::id).max().unwrap_or(0).saturating_add(1);
        Ok(Self { older, newest: Key { id, secret: random_bytes()? } })
    }

    pub(super) const fn newest_and_older(&self) -> (&Key, &Vec<Key>) {
        (&self.newest, &self.older)
    }

    fn all(&self) -> impl Iterator<Item = &Key> {
        self.older.iter().chain(std::iter::once(&self.newest))
    }

    fn from_list(mut keys: Vec<Key>) -> Result<Self, KeyError> {
        for (at, key) in keys.iter().enumerate() {
            if keys.iter().skip(at + 1).any(|other| other.id == key.id) {
                return Err(KeyError::Twice(key.id));
            }
        }
        let newest = keys.pop().ok_or(KeyError::Empty)?;
        Ok(Self { older: keys, newest })
    }

    /// Reads the text of a key file (or of the environment).
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let mut keys = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            keys.push(read_key(line).ok_or(KeyError::Line(at + 1))?);
        }
        Self::from_list(keys)
    }

    /// The text of a key file.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::from(INTRODUCTION));
        for key in self.all() {
            let letters = Zeroizing::new(to_letters(&key.secret));
            let _ = writeln!(text, "{} {}", key.id, letters.as_str());
        }
        text
    }

    /// Opens the key file, or makes one at first start. Says whether it was made, so that a copy can be offered.
    pub fn open_or_make(path: &Path, data: &Path, keep: Keep) -> Result<(Self, bool), KeyError> {
        if keep == Keep::Apart && settled(path).starts_with(settled(data)) {
            return Err(KeyError::InsideData(path.to_owned()));
        }
        match Self::open(path) {
            Err(KeyError::File { source, .. }) if source.kind() == ErrorKind::NotFound => {
                let keys = Self::new()?;
                match keys.save_new(path) {
                    // Another instance that starts at the same moment was first: its key holds.
                    Err(KeyError::File { source, .. }) if source.kind() == ErrorKind::AlreadyExists => {
                        Self::open(path).map(|keys| (keys, false))
                    }
                    saved => saved.map(|()| (keys, true)),
                }
            }
            opened => opened.map(|keys| (keys, false)),
        }
    }

    /// Opens a key file that must be there, and that nobody but its owner can read.
    pub fn open(path: &Path) -> Result<Self, KeyError> {
        let file = File::open(path).map_err(|source| failed(path, source))?;
        let about = file.metadata().map_err(|source| failed(path, source))?;
        if about.permissions().mode() & 0o077 != 0 {
            return Err(KeyError::OthersCanRead(path.to_owned()));
        }
        let mut text = Zeroizing::new(String::new());
        file.take(LONGEST_FILE).read_to_string(&mut text).map_err(|source| failed(path, source))?;
        Self::parse(&text)
    }

    /// Writes a key file where there is none, for its owner only, and waits until the disk has it. It appears whole or not
    /// at all: half a key file would stop every later start.
    pub fn save_new(&self, path: &Path) -> Result<(), KeyError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut part = path.as_os_str().to_owned();
        part.push(format!(".{}", RowName::random()?.as_str()));
        let part = PathBuf::from(part);
        let write = || {
            fs::create_dir_all(folder)?;
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part)?;
            file.write_all(self.to_text().as_bytes())?;
            file.sync_all()?;
            // Unlike renaming, this never takes the place of a key that is there.
            fs::hard_link(&part, path)?;
            File::open(folder)?.sync_all()
        };
        let written = write();
        // What is left of a failed attempt opens nothing.
        let _ = fs::remove_file(&part);
        written.map_err(|source| failed(path, source))
    }

    /// The copy to print and lock away: each line carries its own check.
    #[must_use]
    pub fn recovery_copy(&self) -> Zeroizing<String> {
        let mut copy = Zeroizing::new(String::new());
        for key in self.all() {
            let _ = writeln!(copy, "Key {}", key.id);
            for (at, part) in key.secret.chunks(LINE).enumerate() {
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
            let id = read_heading(heading).ok_or(KeyError::Line(at + 1))?;
            let mut key = Key { id, secret: [0; 32] };
            for (part, into) in key.secret.chunks_mut(LINE).enumerate() {
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
            keys.push(key);
        }
        Self::from_list(keys)
    }
}

fn read_heading(line: &str) -> Option<u32> {
    line.split_whitespace().last()?.trim_end_matches(':').parse().ok()
}

fn read_key(line: &str) -> Option<Key> {
    let (id, letters) = line.split_once(char::is_whitespace)?;
    let bytes = Zeroizing::new(from_letters(letters).ok()?);
    Some(Key { id: id.parse().ok()?, secret: bytes.as_slice().try_into().ok()? })
}

/// The check of one printed line: which key, which line, which bytes.
fn check(id: u32, line: usize, part: &[u8]) -> [u8; CHECK] {
    let line = u8::try_from(line).unwrap_or(u8::MAX);
    let digest = Sha256::new().chain_update(id.to_be_bytes()).chain_update([line]).chain_update(part).finalize();
    let [first, second, ..] = <[u8; 32]>::from(digest);
    [first, second]
}

fn failed(path: &Path, source: std::io::Error) -> KeyError {
    KeyError::File { path: path.to_owned(), source }
}

/// Where a path really leads, links followed, even when its last parts do not exist yet.
fn settled(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.ancestors()
        .find_map(|there| {
            let real = there.canonicalize().ok()?;
            Some(path.strip_prefix(there).map_or_else(|_| real.clone(), |rest| real.join(rest)))
        })
        .unwrap_or(path)
}

#[cfg(test)]
mod tests;

//! The key file, and the copy of it on paper.
//!
//! The file holds one key a line, the newest last: a new key can be added and every old one still opens. It is kept
//! apart from the data, since whoever has both can read everything, and whoever loses it can read nothing.
//! This file must not know what the keys seal.

mod paper;

use std::fmt::{self, Write as _};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::ids::{NoRandomness, RowName, from_letters, random_bytes, to_letters};

/// No key file is longer than this many bytes; a larger one is something else.
const LONGEST_FILE: u64 = 64 * 1024;

/// Stands before a key that was retired.
const CODES: &str = "codes ";

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
    secret: Secret,
}

/// What of a key there is.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(super) enum Secret {
    /// All of it.
    Whole([u8; 32]),
    /// It was retired: it opens nothing any more, and only knows codes again that people hold on paper.
    Codes([u8; 32]),
}

impl Secret {
    const fn bytes(&self) -> &[u8; 32] {
        match self {
            Self::Whole(bytes) | Self::Codes(bytes) => bytes,
        }
    }
}

impl Key {
    /// Its number, which is written before everything it seals.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Whether it was retired.
    #[must_use]
    pub const fn is_retired(&self) -> bool {
        matches!(self.secret, Secret::Codes(_))
    }

    pub(super) const fn secret(&self) -> &Secret {
        &self.secret
    }

    /// What stands before it in the file and on paper, if it was retired.
    const fn mark(&self) -> &'static str {
        if self.is_retired() { CODES } else { "" }
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
        Ok(Self { older: Vec::new(), newest: Key { id: 1, secret: Secret::Whole(random_bytes()?) } })
    }

    /// The same keys and a new one, which seals from now on.
    pub fn with_new_key(&self) -> Result<Self, KeyError> {
        let mut older = self.older.clone();
        older.push(self.newest.clone());
        let id = older.iter().map(Key::id).max().unwrap_or(0).saturating_add(1);
        Ok(Self { older, newest: Key { id, secret: Secret::Whole(random_bytes()?) } })
    }

    /// The same keys without one that seals nothing any more: of it only the part stays by which codes are known again,
    /// or nothing. The newest is never retired.
    #[must_use]
    pub fn retired(&self, id: u32, keep_codes: bool) -> Self {
        let retire = |key: &Key| match &key.secret {
            _ if key.id != id => Some(key.clone()),
            Secret::Whole(secret) if keep_codes => Some(Key { id, secret: Secret::Codes(super::codes_part(secret)) }),
            Secret::Codes(_) if keep_codes => Some(key.clone()),
            Secret::Whole(_) | Secret::Codes(_) => None,
        };
        Self { older: self.older.iter().filter_map(retire).collect(), newest: self.newest.clone() }
    }

    /// Every key but the newest.
    #[must_use]
    pub fn older(&self) -> &[Key] {
        &self.older
    }

    /// The key that seals.
    #[must_use]
    pub const fn newest(&self) -> &Key {
        &self.newest
    }

    pub(super) fn newest_first(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.newest).chain(self.older.iter().rev())
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
        let newest = keys.pop().filter(|key| !key.is_retired()).ok_or(KeyError::Empty)?;
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
            let letters = Zeroizing::new(to_letters(key.secret.bytes()));
            let _ = writeln!(text, "{} {}{}", key.id, key.mark(), letters.as_str());
        }
        text
    }

    /// Opens the key file, or makes one at first start. Says whether it was made, so that a copy can be offered.
    pub fn open_or_make(path: &Path, data: &Path, keep: Keep) -> Result<(Self, bool), KeyError> {
        if keep == Keep::Apart && lies_in(path, data) {
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

    /// Puts a key file in the place of the one there is, all at once: whoever reads it finds the old keys or the new ones,
    /// and after a power cut one of the two is there.
    pub fn replace(&self, path: &Path) -> Result<(), KeyError> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(".new");
        let beside = PathBuf::from(beside);
        match fs::remove_file(&beside) {
            Err(source) if source.kind() != ErrorKind::NotFound => return Err(failed(&beside, source)),
            _ => {}
        }
        self.save_new(&beside)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let settle = || {
            fs::rename(&beside, path)?;
            File::open(folder)?.sync_all()
        };
        settle().map_err(|source| failed(path, source))
    }

    /// Keeps anybody else from changing the keys until the answer is dropped; nothing if somebody else is at it. The
    /// system lets go by itself when the process ends, however it ends.
    pub fn lock(path: &Path) -> Result<Option<File>, KeyError> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(".lock");
        let beside = PathBuf::from(beside);
        let file = OpenOptions::new()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&beside)
            .map_err(|source| failed(&beside, source))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(source)) => Err(failed(&beside, source)),
        }
    }
}

const fn secret(retired: bool, bytes: [u8; 32]) -> Secret {
    if retired { Secret::Codes(bytes) } else { Secret::Whole(bytes) }
}

fn read_key(line: &str) -> Option<Key> {
    let (id, letters) = line.split_once(char::is_whitespace)?;
    let retired = letters.strip_prefix(CODES);
    let bytes = Zeroizing::new(from_letters(retired.unwrap_or(letters)).ok()?);
    Some(Key { id: id.parse().ok()?, secret: secret(retired.is_some(), bytes.as_slice().try_into().ok()?) })
}

fn failed(path: &Path, source: std::io::Error) -> KeyError {
    KeyError::File { path: path.to_owned(), source }
}

/// Whether a path leads into a folder, whatever links are on the way.
#[must_use]
pub fn lies_in(path: &Path, folder: &Path) -> bool {
    settled(path).starts_with(settled(folder))
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

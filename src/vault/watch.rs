//! Follows the key file: tells when it is another one than before. Looks at what the file system says of it, and reads
//! it only then.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::keys::Keys;

/// What tells one key file from the next: a file that takes the place of another has another number.
type Signature = (u64, i64, i64, u64);

/// A key file and how it was last seen.
pub(super) struct Watched {
    path: PathBuf,
    seen: Mutex<Option<Signature>>,
}

impl Watched {
    /// A file that was read just now. It is read once more at the first look: it may have changed since.
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), seen: Mutex::new(None) }
    }

    /// Its keys, if it has changed and can be read.
    pub(super) fn changed(&self) -> Option<Keys> {
        let about = fs::metadata(&self.path).ok()?;
        let now = (about.ino(), about.mtime(), about.mtime_nsec(), about.len());
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if *seen == Some(now) {
            return None;
        }
        let keys = Keys::open(&self.path).ok()?;
        *seen = Some(now);
        Some(keys)
    }
}

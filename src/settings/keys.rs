//! Where the key to personal data is: never in the database, never in the data folder.

use std::path::{Path, PathBuf};

use super::declared::keys;
use super::values::Values;

keys! {
    /// The key file. It is made at the first start. Without it nobody can read a single referral: keep a copy elsewhere. It
    /// must not lie in the data folder, so that a stolen copy of the data is of no use.
    FILE: "keys.file" = r#""alongside.key""#;
}

/// Where the key is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The key file.
    pub file: PathBuf,
}

pub(super) fn read(values: &mut Values, data: &Path, demo: bool) -> Keys {
    if demo {
        return Keys { file: data.join("alongside.key") };
    }
    let file = values.path(&FILE);
    if let Some(file) = &file
        && plain(file).starts_with(plain(data))
    {
        values.mistake(&FILE, "lies in the data folder", "Name a file outside it.");
    }
    if file.is_none() {
        values.mistake(&FILE, "is empty", "Name a file outside the data folder.");
    }
    Keys { file: file.unwrap_or_default() }
}

/// The path as it really is, as far as it is there already: links followed, dots resolved.
fn plain(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in absolute.components() {
        if part == std::path::Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
        if let Ok(real) = plain.canonicalize() {
            plain = real;
        }
    }
    plain
}

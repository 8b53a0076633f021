//! `alongside keys`: the copy of the key for paper, and the way back from it. Opens no database.

use std::io::{self, Read as _, Write as _};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use zeroize::Zeroizing;

use super::LANG;
use super::serve::Place;
use crate::portal::Portal;
use crate::vault::keys::{Keep, Keys as KeyFile};
use crate::words::commands as words;

/// `alongside keys`.
#[derive(Debug, Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print the recovery copy, for paper. The key is made first, if there is none yet.
    Copy(Place),
    /// Make the key file from a recovery copy, typed or piped into standard input.
    Recover(Place),
}

impl Keys {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Copy(place) => copy(&place),
            What::Recover(place) => recover(&place),
        }
    }
}

/// The copy alone goes to standard output, so that it can be piped to a printer and read back as it is.
fn copy(place: &Place) -> anyhow::Result<()> {
    let settings = Portal::settings(&place.given())?;
    let (keys, _) = KeyFile::open_or_make(&settings.keys.file, &settings.database.data, Keep::Apart)?;
    let _ = writeln!(io::stderr(), "{}\n", words::lock_it_away(LANG, &settings.keys.file.display().to_string()));
    super::say(keys.recovery_copy().trim_end())
}

/// Never writes over a key file: that would be the end of everything it can read.
fn recover(place: &Place) -> anyhow::Result<()> {
    let settings = Portal::settings(&place.given())?;
    let mut typed = Zeroizing::new(String::new());
    io::stdin().lock().read_to_string(&mut typed).context("the copy cannot be read from standard input")?;
    KeyFile::from_recovery_copy(&typed)?.save_new(&settings.keys.file)?;
    super::say(&words::recovered(LANG, &settings.keys.file.display().to_string()))
}

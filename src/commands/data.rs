//! `alongside migrate`, `backup` and `restore`: the data as a whole.

use std::path::PathBuf;

use clap::Args;

use super::LANG;
use super::serve::Place;
use crate::clock;
use crate::portal::{self, Portal};
use crate::store::{
    self,
    backup::{self, Undone},
};
use crate::words::commands as words;

/// `alongside migrate`.
#[derive(Debug, Args)]
pub(super) struct Migrate {
    #[command(flatten)]
    place: Place,
}

impl Migrate {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let settings = Portal::settings(&self.place.given())?;
        let steps = store::migrate(&portal::database(&settings)?)?;
        super::say(&words::migrated(LANG, &steps))
    }
}

/// `alongside backup`.
#[derive(Debug, Args)]
pub(super) struct Backup {
    #[command(flatten)]
    place: Place,
    /// The file to write; it must not be there yet.
    to: PathBuf,
}

impl Backup {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let settings = Portal::settings(&self.place.given())?;
        let copied = backup::backup(&portal::database(&settings)?, &self.to)?;
        super::say(&words::copied(LANG, copied.referrals, copied.feedback, &self.to.display().to_string()))?;
        super::say(&words::keep_the_key(LANG, &settings.keys.file.display().to_string()))
    }
}

/// `alongside restore`.
#[derive(Debug, Args)]
pub(super) struct Restore {
    #[command(flatten)]
    place: Place,
    /// The backup to put back.
    from: PathBuf,
    /// Put it in the place of the data that is there.
    #[arg(long)]
    replace: bool,
}

impl Restore {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let settings = Portal::settings(&self.place.given())?;
        let url = portal::database(&settings)?;
        let restored = backup::restore(&self.from, &url, self.replace)?;
        let copied = restored.copied;
        super::say(&words::copied(
            LANG,
            copied.referrals,
            copied.feedback,
            &settings.database.data.display().to_string(),
        ))?;
        if copied.is_older {
            super::say(LANG.say(words::OLDER_COPY))?;
        }
        let Some(Undone { erased, held }) = restored.undone else {
            return super::say(&words::nobody_knows(LANG, restored.until.map(clock::civil_time)));
        };
        if !erased.is_empty() {
            super::say(&words::erase_again(LANG, &erased.join(", ")))?;
        }
        if held.is_empty() { Ok(()) } else { super::say(&words::hold_again(LANG, &held.join(", "))) }
    }
}

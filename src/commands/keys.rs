//! `alongside keys`: the copy of the key for paper, the way back from it, and turning it.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use zeroize::Zeroizing;

use super::LANG;
use super::serve::Place;
use crate::portal::Portal;
use crate::store::DatabaseUrl;
use crate::store::reseal::{Part, RowLeft};
use crate::vault::keys::{Keep, Keys as KeyFile};
use crate::words::commands as words;
use crate::work::rotation;

/// `alongside keys`.
#[derive(Debug, Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print the recovery copy, for paper. The key is made first, if nothing was stored yet.
    Copy(Place),
    /// Make the key file from a recovery copy, typed or piped into standard input.
    Recover(Place),
    /// Make a new key and seal everything anew with it, while the portal runs. Broken off, it goes on when run again.
    Rotate(Rotate),
    /// Take older keys out of the key file that seal nothing any more.
    Retire(Retire),
}

#[derive(Debug, Args)]
struct Rotate {
    #[command(flatten)]
    place: Place,
    /// On PostgreSQL: no other machine runs the portal with a key file of its own just now.
    #[arg(long)]
    only_here: bool,
    /// Seconds to wait after the new key is made, until everything that began with the old one has ended.
    #[arg(long, default_value_t = 30)]
    settle: u64,
    /// Milliseconds between two steps, in which others come first.
    #[arg(long, default_value_t = 20)]
    breath: u64,
}

#[derive(Debug, Args)]
struct Retire {
    #[command(flatten)]
    place: Place,
    /// Although this many rows need an older key: those that were named, of which nothing opens or verifies.
    #[arg(long, value_name = "ROWS")]
    despite_broken: Option<usize>,
}

impl Keys {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Copy(place) => copy(&place),
            What::Recover(place) => recover(&place),
            What::Rotate(rotate) => rotate.run(),
            What::Retire(retire) => retire.run(),
        }
    }
}

/// The copy alone goes to standard output, so that it can be piped to a printer and read back as it is.
fn copy(place: &Place) -> anyhow::Result<()> {
    let settings = Portal::settings(&place.given())?;
    let (keys, _) = Portal::keys(&settings, Keep::Apart)?;
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

/// Nobody else changes the keys meanwhile.
fn alone(file: &Path) -> anyhow::Result<File> {
    let Some(lock) = KeyFile::lock(file)? else { bail!("{}", LANG.say(words::KEYS_IN_USE)) };
    Ok(lock)
}

impl Rotate {
    fn run(self) -> anyhow::Result<()> {
        let portal = Portal::open(Portal::settings(&self.place.given())?, false)?;
        let file = portal.settings.keys.file.clone();
        if matches!(portal.db.url(), DatabaseUrl::Postgres(_)) && !self.only_here {
            bail!("{}", LANG.say(words::MANY_MACHINES));
        }
        let _alone = alone(&file)?;
        let keys = KeyFile::open(&file)?;
        let (db, vault) = (&portal.db, &portal.vault);
        // Where an earlier run broke off, something is sealed by an older key than the newest. What was left at the end of
        // one that came to its end does not open, and no new key waits for that.
        let newest = keys.newest().id();
        // Nor was any broken off where there is no older key.
        let begun = keys.older().iter().any(|key| !key.is_retired());
        if !begun || rotation::left(db, vault)?.is_nothing() || rotation::was_turned(db, newest)? {
            let keys = keys.with_new_key()?;
            keys.replace(&file)?;
            super::say(&words::turning(LANG, keys.newest().id(), &file.display().to_string()))?;
        } else {
            super::say(&words::going_on(LANG, newest))?;
        }
        std::thread::sleep(Duration::from_secs(self.settle));
        let turned = rotation::turn(db, vault, Duration::from_millis(self.breath))?;
        if !turned.left.is_nothing() {
            bail!("{}", words::not_turned(LANG, vault.newest_key(), &in_words(&rotation::rows_left(db, vault)?)));
        }
        super::say(&words::turned(LANG, turned.resealed, vault.newest_key()))
    }
}

fn in_words(rows: &[RowLeft]) -> Vec<String> {
    let said = |row: &RowLeft| match row.part {
        Part::Meta => words::left_secret(LANG, &row.name),
        Part::Staff => words::left_account(LANG, &row.name),
        Part::Sessions => words::left_session(LANG, &row.name),
        Part::Drafts => words::left_draft(LANG, &row.name),
        Part::People => words::left_person(LANG, &row.name),
        Part::Referrals => words::left_referral(LANG, &row.name),
        Part::Histories => words::left_history(LANG, &row.name),
        Part::Outbox => words::left_mail(LANG, &row.name),
        Part::Feedback => words::left_feedback(LANG, &row.name),
    };
    rows.iter().map(said).collect()
}

impl Retire {
    /// Takes out what seals nothing any more. A key by which people's codes are known again leaves that part behind.
    fn run(self) -> anyhow::Result<()> {
        let portal = Portal::open(Portal::settings(&self.place.given())?, false)?;
        let (file, db) = (portal.settings.keys.file.clone(), &portal.db);
        let _alone = alone(&file)?;
        let keys = KeyFile::open(&file)?;
        let left = rotation::left(db, &portal.vault)?;
        if !left.is_nothing() {
            if !rotation::was_turned(db, keys.newest().id())? {
                bail!("{}", words::not_retired(LANG, left.sealed + left.indexed));
            }
            // Whatever opens is sealed anew first: for what is then left nobody needs to keep a key.
            rotation::turn(db, &portal.vault, Duration::ZERO)?;
            let rows = rotation::rows_left(db, &portal.vault)?;
            if !rows.is_empty() && self.despite_broken != Some(rows.len()) {
                bail!("{}", words::held_back(LANG, &in_words(&rows)));
            }
        }
        let mut kept = keys.clone();
        for key in keys.older() {
            kept = kept.retired(key.id(), rotation::knows_codes(db, key.id())?);
        }
        kept.replace(&file)?;
        let retired: Vec<u32> =
            keys.older().iter().filter(|key| !key.is_retired()).map(crate::vault::keys::Key::id).collect();
        super::say(&words::retired(LANG, &retired))
    }
}

//! Opening the portal: keys first, then the database, then the rooms. What cannot be opened says so in a sentence.
//!
//! The one place that puts settings, vault, store and web together. Must not hold a rule, a page or SQL.

use std::fs;
use std::sync::Arc;

use anyhow::{Context as _, bail};

use crate::clock::Clock;
use crate::settings::{Given, Settings};
use crate::store::{self, DatabaseUrl, Db};
use crate::vault::Vault;
use crate::vault::keys::{Keep, Keys};
use crate::web::Rooms;

/// The name of the database in the data folder.
const FILE: &str = "alongside.sqlite";

/// A database that is migrated and open, and the vault that its keys open.
#[derive(Debug)]
pub struct Portal {
    /// What the owner decided.
    pub settings: Settings,
    /// Where everything is kept.
    pub db: Db,
    /// What seals it.
    pub vault: Arc<Vault>,
    /// Whether the key was made just now.
    pub new_key: bool,
}

impl Portal {
    /// Reads the settings, or tells every mistake in them.
    pub fn settings(given: &Given) -> anyhow::Result<Settings> {
        Ok(Settings::read(given, std::env::vars())?)
    }

    /// Makes or opens the keys, brings the database up to date and opens it.
    pub fn open(settings: Settings, demo: bool) -> anyhow::Result<Self> {
        let (keys, new_key) = Self::keys(&settings, if demo { Keep::WithData } else { Keep::Apart })?;
        let url = database(&settings)?;
        let place = || unusable(&url);
        store::migrate(&url).with_context(place)?;
        let db = Db::open(&url, settings.database.connections).with_context(place)?;
        let vault = Arc::new(Vault::of_file(&keys, &settings.keys.file));
        let check = Arc::clone(&vault);
        db.write(move |conn| store::keys_belong(conn, &check)).with_context(|| match db.is_ready() {
            Ok(()) => format!("the keys in {} do not belong to this database", settings.keys.file.display()),
            Err(_) => place(),
        })?;
        Ok(Self { settings, db, vault, new_key })
    }

    /// Opens the keys, or makes them at the very first start, and says whether it did. Where the database holds something
    /// already, a key file that is missing is not replaced by a new one, which would open nothing of it.
    pub fn keys(settings: &Settings, keep: Keep) -> anyhow::Result<(Keys, bool)> {
        let (file, url) = (&settings.keys.file, named(settings)?);
        let is_missing = matches!(file.try_exists(), Ok(false));
        if is_missing && store::holds_keys(&url).with_context(|| unusable(&url))? {
            bail!(
                "there is no key file {}, and without it nothing in this database can be read: put it back where it was, or \
                 make it from its copy on paper with `alongside keys recover`",
                file.display()
            );
        }
        Ok(Keys::open_or_make(file, &settings.database.data, keep)?)
    }

    /// The rooms behind the pages.
    pub fn rooms(self, clock: Clock, notice: Option<String>) -> anyhow::Result<Rooms> {
        Rooms::new(self.db, self.vault, clock, self.settings, notice)
    }
}

fn unusable(url: &DatabaseUrl) -> String {
    format!("the database ({}) cannot be used", shown(url))
}

/// A database in a sentence, without its password.
fn shown(url: &DatabaseUrl) -> String {
    match url {
        DatabaseUrl::Sqlite(path) => path.display().to_string(),
        DatabaseUrl::Postgres(_) => "PostgreSQL".to_owned(),
    }
}

/// Where the database is: the server that was named, or a file in the data folder, which is made if it is not there.
pub fn database(settings: &Settings) -> anyhow::Result<DatabaseUrl> {
    let (url, data) = (named(settings)?, &settings.database.data);
    if matches!(url, DatabaseUrl::Sqlite(_)) {
        fs::create_dir_all(data).with_context(|| format!("the data folder {} cannot be made", data.display()))?;
    }
    Ok(url)
}

/// The same, while nothing is made.
fn named(settings: &Settings) -> anyhow::Result<DatabaseUrl> {
    match &settings.database.url {
        Some(url) => Ok(url.expose().parse()?),
        None => Ok(DatabaseUrl::Sqlite(settings.database.data.join(FILE))),
    }
}

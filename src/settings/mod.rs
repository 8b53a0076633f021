//! What the owner decides: read once at start, from one TOML file and the environment. Knows no page and no database.
//!
//! Each key is declared once, with its help and its default (see `declared`): reading, the names of mistakes, the
//! search for unknown keys and the example file all come from that declaration. An environment variable stands above
//! the file: `mail.smtp_host` is `ALONGSIDE_MAIL_SMTP_HOST`. All mistakes are told at once, never only the first.

mod database;
mod declared;
mod keys;
mod limits;
mod logs;
mod look;
mod mail;
mod mistake;
pub mod retention;
pub mod rubric;
mod secret;
mod service;
mod times;
mod values;
mod web;

use std::path::{Path, PathBuf};

pub use database::Database;
pub use keys::Keys;
pub use limits::Limits;
pub use logs::{LogFormat, Logs};
pub use look::{Colour, DARK, LIGHT, Look};
pub use mail::{Delivery, Mail, Smtp, Tls};
pub use mistake::{Mistake, Mistakes};
pub use retention::Retention;
pub use secret::Secret;
pub use service::{Council, Service};
pub use times::Times;
pub use web::Web;

use declared::{Declared, keys};
use values::Values;

/// The file that is read when none is named, beside the data folder.
pub const FILE: &str = "alongside.toml";
/// The data folder when none is named, in the folder the command runs in.
pub const DATA: &str = "alongside-data";

keys! {
    /// Your own rubric: points, thresholds, floors and targets that differ from the built-in ones.
    RUBRIC: "rubric.file" = r#""""#;
}

/// Everything the owner decides, checked.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Who the service is, and how it is reached.
    pub service: Service,
    /// When it is open.
    pub times: Times,
    /// How pages are served.
    pub web: Web,
    /// How much is taken in a while.
    pub limits: Limits,
    /// Where referrals are kept.
    pub database: Database,
    /// How mail leaves.
    pub mail: Mail,
    /// Where the key to personal data is.
    pub keys: Keys,
    /// Colours and logo.
    pub look: Look,
    /// How long things are kept.
    pub retention: Retention,
    /// What the log looks like.
    pub logs: Logs,
    /// The owner's own rubric, if there is one; `settings::rubric` reads it.
    pub rubric: Option<PathBuf>,
}

/// What the command line says about settings. It stands above the environment and the file.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// `--settings`: the file; it must then exist.
    pub file: Option<PathBuf>,
    /// `--data`: the data folder.
    pub data: Option<PathBuf>,
    /// `--listen`: address and port.
    pub listen: Option<String>,
    /// Whether this is a demonstration, whose key may lie in its throwaway data folder.
    pub demo: bool,
}

impl Settings {
    /// Reads the file and the environment, or tells every mistake in them.
    pub fn read(given: &Given, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self, Mistakes> {
        let mut values = Values::gather(given, environment, &every_key());
        let database = database::read(&mut values);
        let settings = Self {
            service: service::read(&mut values),
            times: times::read(&mut values),
            web: web::read(&mut values),
            limits: limits::read(&mut values),
            mail: mail::read(&mut values, &database.data, given.demo),
            keys: keys::read(&mut values, &database.data, given.demo),
            look: look::read(&mut values),
            retention: retention::read(&mut values),
            logs: logs::read(&mut values),
            rubric: values.file(&RUBRIC),
            database,
        };
        values.finish(settings)
    }

    /// The example file: every key with its help and its default.
    #[must_use]
    pub fn example() -> String {
        declared::example(&every_key())
    }
}

/// Every key there is, in the order of the example file.
fn every_key() -> Vec<&'static Declared> {
    [
        service::KEYS,
        times::KEYS,
        web::KEYS,
        limits::KEYS,
        database::KEYS,
        mail::KEYS,
        keys::KEYS,
        look::KEYS,
        retention::KEYS,
        logs::KEYS,
        KEYS,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The data folder that is meant, and the settings file that belongs to it.
fn places(given: &Given, data: Option<&str>) -> (PathBuf, PathBuf) {
    let data = given.data.clone().or_else(|| data.map(PathBuf::from)).unwrap_or_else(|| PathBuf::from(DATA));
    let beside = data.parent().unwrap_or_else(|| Path::new("")).join(FILE);
    (data, beside)
}

#[cfg(test)]
mod tests;

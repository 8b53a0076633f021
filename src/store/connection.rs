//! One connection to either database, and where to find it.
//!
//! Diesel's own way to open a connection of two kinds tries each in turn: an address mistyped for PostgreSQL becomes a
//! new SQLite file. So the scheme decides here, and anything else is refused. This file must not know a table.

use std::fmt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use diesel::connection::{SimpleConnection, TransactionManager, TransactionManagerStatus};
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;

use super::error::{Error, Result};

/// A connection to either database. Every query of the store is written once, for this.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// Embedded; one writer.
    Sqlite(SqliteConnection),
    /// A server; many instances.
    Postgres(PgConnection),
}

/// Runs the same expression on the connection that is behind, for the few things that diesel cannot say for both.
macro_rules! each_backend {
    ($conn:expr, $one:ident => $body:expr) => {
        match $conn {
            $crate::store::connection::AnyConnection::Sqlite($one) => $body,
            $crate::store::connection::AnyConnection::Postgres($one) => $body,
        }
    };
}
pub(super) use each_backend;

/// Where the data is kept. An address can hold a password, so it never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// An address as `libpq` reads it.
    Postgres(String),
}

/// The address is of neither kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a database is written `sqlite:PATH` or `postgres://USER@HOST/NAME`; this is neither")]
pub struct NotADatabase;

impl FromStr for DatabaseUrl {
    type Err = NotADatabase;

    fn from_str(text: &str) -> std::result::Result<Self, NotADatabase> {
        let text = text.trim();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() && !path.starts_with(':') && !path.contains('?') => {
                Ok(Self::Sqlite(PathBuf::from(path)))
            }
            _ => Err(NotADatabase),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "Sqlite({})", path.display()),
            Self::Postgres(_) => f.write_str("Postgres(hidden)"),
        }
    }
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Reading only; SQLite is told so.
    Read,
    /// Reading one row, and waiting for nothing.
    Glance,
    /// Everything.
    Write,
}

/// FULL: a commit is on the disk before anyone is told of it. WAL: readers never wait for the writer.
const SQLITE: &str = "\
PRAGMA busy_timeout = 5000;
PRAGMA foreign_keys = ON;
PRAGMA synchronous = FULL;
PRAGMA trusted_schema = OFF;
PRAGMA temp_store = MEMORY;
";
/// The log is brought into the database beside the writer (see `checkpoint`). In a rush that never ends it would grow for
/// ever: at 32,000 pages, 128 MB, the writer brings in what is left, and the log begins anew.
const SQLITE_WRITES: &str = "PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 32000;";
const SQLITE_READS: &str = "PRAGMA query_only = ON;";
const SQLITE_GLANCES: &str = "PRAGMA query_only = ON; PRAGMA busy_timeout = 0;";

/// The timeouts keep one stuck instance from holding up the others.
const POSTGRES: &str = "\
SET synchronous_commit = on;
SET lock_timeout = '15s';
SET statement_timeout = '30s';
SET idle_in_transaction_session_timeout = '30s';
SET TIME ZONE 'UTC';
";

impl AnyConnection {
    /// Opens the database that `url` names, and only that.
    pub(super) fn open(url: &DatabaseUrl, purpose: Purpose) -> Result<Self> {
        match url {
            DatabaseUrl::Sqlite(path) => Ok(Self::Sqlite(sqlite(path, purpose)?)),
            DatabaseUrl::Postgres(address) => {
                let mut conn = PgConnection::establish(&impatient(address)).map_err(|_| Error::Unavailable)?;
                conn.batch_execute(POSTGRES)?;
                Ok(Self::Postgres(conn))
            }
        }
    }
}

/// Seconds that `libpq` tries to reach a server, unless its address says otherwise. By itself it waits for ever for one
/// that takes the connection and says nothing.
const CONNECT_SECONDS: u32 = 5;

fn impatient(address: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    if address.contains("connect_timeout=") {
        address.to_owned()
    } else {
        format!("{address}{joint}connect_timeout={CONNECT_SECONDS}")
    }
}

fn sqlite(path: &Path, purpose: Purpose) -> Result<SqliteConnection> {
    // SQLite would make an empty database in the place of one that was moved away; only `migrate` makes one.
    if !path.exists() {
        return Err(Error::Moved);
    }
    let path = path.to_str().ok_or(Error::Unavailable)?;
    let mut conn = SqliteConnection::establish(path).map_err(|_| Error::Unavailable)?;
    conn.batch_execute(SQLITE)?;
    conn.batch_execute(match purpose {
        Purpose::Read => SQLITE_READS,
        Purpose::Glance => SQLITE_GLANCES,
        Purpose::Write => SQLITE_WRITES,
    })?;
    Ok(conn)
}

/// The file of a database as it was when it was opened.
///
/// On Unix an open file can be moved or deleted under whoever writes to it, and SQLite does not notice: what it then says
/// is kept, its owner never finds again. So each transaction looks whether the file is still where it was.
#[derive(Debug, Clone)]
pub(super) struct InPlace {
    path: PathBuf,
    is: (u64, u64),
}

impl InPlace {
    /// The file that is there now; nothing to look after where a server keeps the data.
    pub(super) fn of(url: &DatabaseUrl) -> Result<Option<Self>> {
        let DatabaseUrl::Sqlite(path) = url else { return Ok(None) };
        let is = identity(path).ok_or(Error::Moved)?;
        Ok(Some(Self { path: path.clone(), is }))
    }

    /// Whether it is there still, and still the same.
    pub(super) fn holds(&self) -> Result<()> {
        if identity(&self.path) == Some(self.is) { Ok(()) } else { Err(Error::Moved) }
    }
}

fn identity(path: &Path) -> Option<(u64, u64)> {
    path.metadata().ok().map(|about| (about.dev(), about.ino()))
}

/// Opens and checks the connections of a pool.
#[derive(Debug)]
pub(super) struct Connections {
    pub(super) url: DatabaseUrl,
    pub(super) purpose: Purpose,
}

impl ManageConnection for Connections {
    type Connection = AnyConnection;
    type Error = Error;

    fn connect(&self) -> Result<AnyConnection> {
        AnyConnection::open(&self.url, self.purpose)
    }

    fn is_valid(&self, conn: &mut AnyConnection) -> Result<()> {
        Ok(conn.batch_execute("SELECT 1")?)
    }

    /// A connection left inside a transaction must never serve another job.
    fn has_broken(&self, conn: &mut AnyConnection) -> bool {
        let status = <AnyConnection as Connection>::TransactionManager::transaction_manager_status_mut(conn);
        match status {
            TransactionManagerStatus::Valid(valid) => valid.transaction_depth().is_some(),
            TransactionManagerStatus::InError => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_exact_schemes_are_databases() {
        assert_eq!("sqlite:/var/a.db".parse(), Ok(DatabaseUrl::Sqlite("/var/a.db".into())));
        assert_eq!(" postgres://u@h/d".parse(), Ok(DatabaseUrl::Postgres("postgres://u@h/d".into())));
        for other in ["", "sqlite:", "sqlite::memory:", "sqlite:a?mode=ro", "postgres:d", "host=127.0.0.1", "/a.db"] {
            assert_eq!(other.parse::<DatabaseUrl>(), Err(NotADatabase), "{other}");
        }
    }

    #[test]
    fn a_server_is_not_waited_for_longer_than_its_address_says() {
        for (address, tried) in [
            ("postgres://u@h/d", "postgres://u@h/d?connect_timeout=5"),
            ("postgres://u@h/d?options=-c", "postgres://u@h/d?options=-c&connect_timeout=5"),
            ("postgres://u@h/d?connect_timeout=9", "postgres://u@h/d?connect_timeout=9"),
        ] {
            assert_eq!(impatient(address), tried);
        }
    }

    #[test]
    fn an_address_does_not_show_its_password() {
        let url: DatabaseUrl = "postgres://u:secret@h/d".parse().unwrap();
        assert_eq!(format!("{url:?}"), "Postgres(hidden)");
    }
}

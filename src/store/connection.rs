//! One connection to either database, and where to find it.
//!
//! Diesel's own way to open a connection of two kinds tries each in turn: an address mistyped for PostgreSQL becomes a
//! new SQLite file. So the scheme decides here, and anything else is refused. This file must not know a table.

use std::fmt;
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
const SQLITE_WRITES: &str = "PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;";
const SQLITE_READS: &str = "PRAGMA query_only = ON;";

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
                let mut conn = PgConnection::establish(address).map_err(|_| Error::Unavailable)?;
                conn.batch_execute(POSTGRES)?;
                Ok(Self::Postgres(conn))
            }
        }
    }
}

fn sqlite(path: &Path, purpose: Purpose) -> Result<SqliteConnection> {
    let path = path.to_str().ok_or(Error::Unavailable)?;
    let mut conn = SqliteConnection::establish(path).map_err(|_| Error::Unavailable)?;
    conn.batch_execute(SQLITE)?;
    conn.batch_execute(if purpose == Purpose::Read { SQLITE_READS } else { SQLITE_WRITES })?;
    Ok(conn)
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
    fn an_address_does_not_show_its_password() {
        let url: DatabaseUrl = "postgres://u:secret@h/d".parse().unwrap();
        assert_eq!(format!("{url:?}"), "Postgres(hidden)");
    }
}

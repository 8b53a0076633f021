//! Copies a SQLite database while it is in use, and puts a copy back. Each copy is opened and checked before it counts.
//!
//! A copy holds no key: without the key file nobody can read it, and with the key file lost nobody ever will.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connection::{AnyConnection, DatabaseUrl, Purpose};
use super::error::Error;
use super::migrate::{MigrateError, check};
use super::schema::{feedback, people, referrals};

/// Why there is no copy, or why it was not put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// PostgreSQL has its own tools, which copy it while it is in use.
    #[error(
        "this is for SQLite; copy a PostgreSQL database with pg_dump --format=custom and put it back with pg_restore"
    )]
    Postgres,
    /// Something is there already.
    #[error("{0} is there already and is not written over; to put a copy in its place say --replace")]
    Exists(PathBuf),
    /// The database is in use.
    #[error("the database is in use; stop the portal before you put a copy in its place")]
    InUse,
    /// The copy is damaged or not complete.
    #[error("{0} is not a sound copy; it was not used")]
    Damaged(PathBuf),
    /// The copy was made by another version.
    #[error(transparent)]
    Version(#[from] MigrateError),
    /// The file system refused.
    #[error("{path} cannot be used: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] Error),
}

/// What a copy holds, counted by opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// Referrals.
    pub referrals: i64,
    /// People.
    pub people: i64,
    /// Feedback.
    pub feedback: i64,
}

/// Copies the database to `to`, where nothing may be yet. The portal may run; the copy is of one moment.
pub fn backup(url: &DatabaseUrl, to: &Path) -> Result<Copied, BackupError> {
    let DatabaseUrl::Sqlite(from) = url else { return Err(BackupError::Postgres) };
    if !from.exists() {
        return Err(BackupError::Store(Error::NotFound));
    }
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let part = beside(to, ".part");
    remove(&part)?;
    // Made before SQLite writes into it, so that nobody but its owner can read it at any moment.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part).map_err(|source| failed(&part, source))?;
    let AnyConnection::Sqlite(mut conn) = AnyConnection::open(url, Purpose::Write)? else {
        return Err(BackupError::Postgres);
    };
    let name = part.to_str().ok_or_else(|| BackupError::Damaged(part.clone()))?;
    diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(name).execute(&mut conn).map_err(Error::from)?;
    let copied = verify(&part)?;
    settle(&part, to)?;
    Ok(copied)
}

/// Puts a copy in the place of the database. With nothing there it just does; otherwise only with `replace`, and only
/// while nobody uses what is there.
pub fn restore(from: &Path, url: &DatabaseUrl, replace: bool) -> Result<Copied, BackupError> {
    let DatabaseUrl::Sqlite(to) = url else { return Err(BackupError::Postgres) };
    let copied = verify(from)?;
    if to.exists() {
        if !replace {
            return Err(BackupError::Exists(to.clone()));
        }
        close(url)?;
    }
    let part = beside(to, ".part");
    remove(&part)?;
    copy(from, &part)?;
    verify(&part)?;
    for rest in ["-wal", "-shm"] {
        remove(&beside(to, rest))?;
    }
    settle(&part, to)?;
    Ok(copied)
}

/// The references of what was erased in a database, in their letters: a copy of before holds it again. Nothing where no
/// such database is.
#[must_use]
pub fn erased(url: &DatabaseUrl) -> Vec<String> {
    let there = matches!(url, DatabaseUrl::Sqlite(path) if path.exists());
    let found = || -> Result<Vec<String>, Error> {
        let mut conn = AnyConnection::open(url, Purpose::Read)?;
        let erased = referrals::table.filter(referrals::erased_at.is_not_null()).order(referrals::id);
        Ok(erased.select(referrals::reference).load(&mut conn)?)
    };
    // What cannot be read is about to be replaced: then nobody knows.
    if there { found().unwrap_or_default() } else { Vec::new() }
}

/// Opens a copy, has SQLite check every page and link, and counts what is in it.
fn verify(path: &Path) -> Result<Copied, BackupError> {
    let damaged = || BackupError::Damaged(path.to_owned());
    if !path.is_file() {
        return Err(damaged());
    }
    let url = DatabaseUrl::Sqlite(path.to_owned());
    let mut conn = AnyConnection::open(&url, Purpose::Read).map_err(|_| damaged())?;
    let AnyConnection::Sqlite(sqlite) = &mut conn else { return Err(damaged()) };
    let said: Vec<Said> = diesel::sql_query("SELECT integrity_check AS said FROM pragma_integrity_check")
        .load(sqlite)
        .map_err(|_| damaged())?;
    let broken: Vec<Said> = diesel::sql_query("SELECT \"table\" AS said FROM pragma_foreign_key_check")
        .load(sqlite)
        .map_err(|_| damaged())?;
    if said.len() != 1 || said.iter().any(|line| line.said != "ok") || !broken.is_empty() {
        return Err(damaged());
    }
    check(&mut conn)?;
    let counted = (|| -> QueryResult<Copied> {
        Ok(Copied {
            referrals: referrals::table.count().get_result(&mut conn)?,
            people: people::table.count().get_result(&mut conn)?,
            feedback: feedback::table.count().get_result(&mut conn)?,
        })
    })();
    counted.map_err(|_| damaged())
}

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    said: String,
}

/// Leaves write-ahead mode, which only the last user of a database can.
fn close(url: &DatabaseUrl) -> Result<(), BackupError> {
    let mut conn = AnyConnection::open(url, Purpose::Write)?;
    conn.batch_execute("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; ROLLBACK;")
        .map_err(|_| BackupError::InUse)
}

fn copy(from: &Path, to: &Path) -> Result<(), BackupError> {
    let mut source = File::open(from).map_err(|source| failed(from, source))?;
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(to);
    let mut target = made.map_err(|source| failed(to, source))?;
    std::io::copy(&mut source, &mut target).map(drop).map_err(|source| failed(to, source))
}

/// Waits until the disk has it, gives it its name, and waits until the disk has that.
fn settle(part: &Path, to: &Path) -> Result<(), BackupError> {
    let settled = || {
        File::open(part)?.sync_all()?;
        fs::rename(part, to)?;
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    };
    settled().map_err(|source| failed(to, source))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn remove(path: &Path) -> Result<(), BackupError> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(failed(path, source)),
        _ => Ok(()),
    }
}

fn failed(path: &Path, source: std::io::Error) -> BackupError {
    BackupError::File { path: path.to_owned(), source }
}

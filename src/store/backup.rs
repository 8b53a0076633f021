//! Copies a SQLite database while it is in use, and puts a copy back. Each copy is opened and checked before it counts.
//!
//! A copy holds no key: without the key file nobody can read it, and with the key file lost nobody ever will.

mod undone;

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connection::{AnyConnection, DatabaseUrl, Purpose};
use super::error::Error;
use super::migrate::{MigrateError, check};
use super::schema::{feedback, referrals};
use undone::Memory;
pub use undone::Undone;

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
    /// What is there is no database, or a damaged one.
    #[error("what is there, {0}, cannot be read: move it away, then put the copy back")]
    Unreadable(PathBuf),
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
    /// Feedback.
    pub feedback: i64,
    /// Whether an older version made it: it is brought up to date when the portal is opened.
    pub is_older: bool,
}

/// What was put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What the copy holds.
    pub copied: Copied,
    /// When something last happened to a referral in it.
    pub until: Option<DateTime<Utc>>,
    /// What happened later and is undone by it; nothing where nobody knows.
    pub undone: Option<Undone>,
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
/// while nobody uses what is there. A copy that an older version made is as good as any.
pub fn restore(from: &Path, url: &DatabaseUrl, replace: bool) -> Result<Restored, BackupError> {
    let DatabaseUrl::Sqlite(to) = url else { return Err(BackupError::Postgres) };
    let copied = verify(from)?;
    let before = Memory::of(url);
    if to.exists() {
        if !replace {
            return Err(BackupError::Exists(to.clone()));
        }
        close(url, to)?;
    }
    let part = beside(to, ".part");
    remove(&part)?;
    copy(from, &part)?;
    verify(&part)?;
    for rest in ["-wal", "-shm"] {
        remove(&beside(to, rest))?;
    }
    settle(&part, to)?;
    let now = Memory::of(url);
    Ok(Restored {
        copied,
        until: now.as_ref().and_then(|now| now.newest),
        undone: before.zip(now).and_then(|(before, now)| before.undone_by(&now)),
    })
}

/// Opens a copy, has SQLite check every page and link, and counts what is in it. One of a newer version is refused.
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
    let is_older = match check(&mut conn) {
        Err(MigrateError::Older) => true,
        checked => checked.map(|()| false)?,
    };
    let counted = (|| -> QueryResult<Copied> {
        Ok(Copied {
            referrals: referrals::table.count().get_result(&mut conn)?,
            feedback: feedback::table.count().get_result(&mut conn)?,
            is_older,
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
fn close(url: &DatabaseUrl, path: &Path) -> Result<(), BackupError> {
    let mut conn = AnyConnection::open(url, Purpose::Write).map_err(|error| match error {
        Error::Broken(_) | Error::Disk => BackupError::Unreadable(path.to_owned()),
        error => BackupError::Store(error),
    })?;
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

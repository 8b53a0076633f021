//! Brings a database to the tables of this version, and refuses one that is ahead of it.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{AnyConnection, DatabaseUrl, Purpose};
use super::error::Error;
use super::schema;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Two instances that start together migrate one after the other. Any number will do; this one spells "alongsid".
const POSTGRES_TURN: &str =
    "SET lock_timeout = '60s'; SET statement_timeout = 0; SELECT pg_advisory_lock(7020098289024428388);";

/// On SQLite the second waits for the first, however much there is to change.
const SQLITE_PATIENCE: &str = "PRAGMA busy_timeout = 60000;";

/// Why a database is not what this version works with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MigrateError {
    /// A newer version was here.
    #[error(
        "a newer version of Alongside has changed this database ({version}); run that version, or restore a backup"
    )]
    Newer {
        /// The first step that this version does not know.
        version: String,
    },
    /// It is older, and was only to be looked at.
    #[error("this database is older than this version of Alongside, which brings it up to date when it starts")]
    Older,
    /// A step failed.
    #[error("a step that changes the tables failed; nothing of that step was kept")]
    Step,
    /// A table lacks what this version reads.
    #[error("the table {0} was changed by something other than Alongside; restore a backup")]
    Changed(&'static str),
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<diesel::result::Error> for MigrateError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Makes the database of `url` as this version needs it, and names the steps taken. A SQLite file is made, for its
/// owner only, where there is none.
pub fn migrate(url: &DatabaseUrl) -> Result<Vec<String>, MigrateError> {
    if let DatabaseUrl::Sqlite(path) = url {
        make_file(path)?;
    }
    let mut conn = AnyConnection::open(url, Purpose::Write)?;
    let steps = match &mut conn {
        AnyConnection::Sqlite(conn) => migrate_sqlite(conn)?,
        AnyConnection::Postgres(conn) => {
            conn.batch_execute(POSTGRES_TURN).map_err(Error::from)?;
            run(conn, POSTGRES)?
        }
    };
    read_every_column(&mut conn)?;
    Ok(steps)
}

/// Whether a database is exactly as this version needs it.
pub(super) fn check(conn: &mut AnyConnection) -> Result<(), MigrateError> {
    let (pending, unknown) = match conn {
        AnyConnection::Sqlite(conn) => compare(conn, &SQLITE)?,
        AnyConnection::Postgres(conn) => compare(conn, &POSTGRES)?,
    };
    match unknown {
        Some(version) => Err(MigrateError::Newer { version }),
        None if pending => Err(MigrateError::Older),
        None => read_every_column(conn),
    }
}

/// One transaction for all steps: whoever comes second waits, and then finds nothing to do. Where there is nothing from the
/// beginning, nobody's turn is taken: a command beside a busy portal does not wait.
fn migrate_sqlite(conn: &mut SqliteConnection) -> Result<Vec<String>, MigrateError> {
    if matches!(compare(conn, &SQLITE)?, (false, None)) {
        return Ok(Vec::new());
    }
    conn.batch_execute(SQLITE_PATIENCE).map_err(Error::from)?;
    conn.immediate_transaction(|conn| run(conn, SQLITE))
}

/// Asks for every column that this version knows: tables changed by hand are found here and not in the middle of a
/// referral.
fn read_every_column(conn: &mut AnyConnection) -> Result<(), MigrateError> {
    macro_rules! read {
        ($($name:ident),+ $(,)?) => {$(
            let all = schema::$name::table.select(schema::$name::all_columns).limit(0);
            all.execute(conn).map_err(|_| MigrateError::Changed(stringify!($name)))?;
        )+};
    }
    read!(
        call_backs,
        drafts,
        events,
        feedback,
        gone,
        invitations,
        issue_dates,
        issues,
        meta,
        outbox,
        people,
        people_index,
        queue_counts,
        referrals,
        refusals,
        sessions,
        staff,
    );
    Ok(())
}

fn run<DB: Backend, C: MigrationHarness<DB>>(
    conn: &mut C,
    steps: EmbeddedMigrations,
) -> Result<Vec<String>, MigrateError>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    if let (_, Some(version)) = compare(conn, &steps)? {
        return Err(MigrateError::Newer { version });
    }
    let done = conn.run_pending_migrations(steps).map_err(|_| MigrateError::Step)?;
    Ok(done.iter().map(ToString::to_string).collect())
}

/// Whether steps are pending, and the first applied one that this version does not know.
fn compare<DB: Backend, C: MigrationHarness<DB>>(
    conn: &mut C,
    steps: &EmbeddedMigrations,
) -> Result<(bool, Option<String>), MigrateError>
where
    EmbeddedMigrations: MigrationSource<DB>,
{
    let known = MigrationSource::<DB>::migrations(steps).map_err(|_| MigrateError::Step)?;
    let known: Vec<String> = known.iter().map(|step| step.name().version().to_string()).collect();
    let applied = conn.applied_migrations().map_err(|_| MigrateError::Store(Error::Unavailable))?;
    let mut applied: Vec<String> = applied.iter().map(ToString::to_string).collect();
    applied.sort();
    let pending = known.iter().any(|step| !applied.contains(step));
    Ok((pending, applied.into_iter().find(|step| !known.contains(step))))
}

fn make_file(path: &Path) -> Result<(), Error> {
    let made = OpenOptions::new().append(true).create(true).mode(0o600).open(path);
    made.map(drop).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::Full,
        _ => Error::Unavailable,
    })
}

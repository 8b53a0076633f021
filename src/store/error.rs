//! What can go wrong in the store. No error holds a stored value: a person's words never reach a log this way.

use diesel::result::{DatabaseErrorKind, Error as Diesel};

use crate::ids::NoRandomness;
use crate::vault::VaultError;

/// A result of the store.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the store did not do what was asked.
///
/// `NotFound`, `Conflict` and `Forbidden` are answers to the person who asked. Those of [`Error::AWAY`] pass, or need the
/// owner: trying again later is right for the person, and the owner finds in the log which it is. `Broken` is a fault of
/// the portal or of its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or it is no longer there.
    #[error("there is no such thing here")]
    NotFound,
    /// Somebody else changed it first, or it is there already, or it does not stand where this could be done.
    #[error("it was changed by somebody else, or does not stand where this can be done")]
    Conflict,
    /// This actor may not do this.
    #[error("not allowed")]
    Forbidden,
    /// The database cannot be reached.
    #[error("the database cannot be reached just now")]
    Unavailable,
    /// Somebody holds on to it, it is slow, or too much is waiting.
    #[error("the database is too busy just now")]
    Busy,
    /// There is no room on the disk.
    #[error("there is no room left where the data is kept")]
    Full,
    /// The disk, the folder, the file or the server takes no changes.
    #[error("the data can only be read: look at the disk and at who owns the files")]
    ReadOnly,
    /// The disk refused to read or to write. A disk that fails is often made read-only by the system.
    #[error("the disk under the data cannot be read or written")]
    Disk,
    /// The file that was opened is not the file that is there now.
    #[error("the database file was moved or replaced while it was in use: put it back, or start again")]
    Moved,
    /// A row is refused by a rule of the database, cannot be read, or a job failed.
    #[error("the data or the portal is at fault: {0}")]
    Broken(Fault),
}

impl Error {
    /// Why nothing can be kept or shown just now, in every way there is.
    pub const AWAY: [Self; 6] = [Self::Unavailable, Self::Busy, Self::Full, Self::ReadOnly, Self::Disk, Self::Moved];
}

/// What is broken, said without any stored value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A row breaks a rule of its table.
    #[error("a row breaks a rule of its table")]
    Rule,
    /// A row points at something that is not there, or is pointed at.
    #[error("a row points at something that is not there")]
    Link,
    /// A stored name is none that this version knows.
    #[error("a stored name is not known to this version")]
    UnknownName,
    /// A sealed value does not open.
    #[error("sealed data does not open: {0}")]
    Sealed(VaultError),
    /// A query failed.
    #[error("a query failed")]
    Query,
    /// A job panicked; nothing of it was kept.
    #[error("a job stopped half way; nothing of it was kept")]
    Panicked,
    /// The written history of a referral was tampered with.
    #[error("the history of a referral was changed")]
    Chain,
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Broken(fault)
    }
}

impl From<VaultError> for Error {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NoRandomness(_) => Self::Unavailable,
            other => Self::Broken(Fault::Sealed(other)),
        }
    }
}

impl From<NoRandomness> for Error {
    fn from(_: NoRandomness) -> Self {
        Self::Unavailable
    }
}

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        match error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(kind, about) => from_database(kind, about.message()),
            Diesel::BrokenTransactionManager | Diesel::NotInTransaction | Diesel::AlreadyInTransaction => {
                Self::Unavailable
            }
            Diesel::RollbackErrorOnCommit { commit_error, .. } => (*commit_error).into(),
            _ => Self::Broken(Fault::Query),
        }
    }
}

/// Both databases say most things only in words. Those of SQLite are fixed; a PostgreSQL that speaks another language
/// than English loses the finer names below and says `Fault::Query`. The message itself goes no further: PostgreSQL's can
/// hold a stored value.
fn from_database(kind: DatabaseErrorKind, message: &str) -> Error {
    match kind {
        DatabaseErrorKind::UniqueViolation | DatabaseErrorKind::SerializationFailure => Error::Conflict,
        DatabaseErrorKind::CheckViolation | DatabaseErrorKind::NotNullViolation => Fault::Rule.into(),
        DatabaseErrorKind::ForeignKeyViolation => Fault::Link.into(),
        DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => Error::Unavailable,
        _ if says(message, &["disk is full", "No space left", "disk full"]) => Error::Full,
        _ if says(message, &["readonly database", "read-only transaction"]) => Error::ReadOnly,
        _ if says(message, &["disk I/O error"]) => Error::Disk,
        _ if says(message, BUSY) => Error::Busy,
        _ if says(message, GONE) => Error::Unavailable,
        // STRICT tables refuse a value of the wrong type without naming a kind.
        _ if says(message, &["cannot store", "datatype mismatch"]) => Fault::Rule.into(),
        _ => Fault::Query.into(),
    }
}

/// How a database says that it has too much to do.
const BUSY: &[&str] = &[
    "is locked",
    "busy",
    "lock timeout",
    "statement timeout",
    "deadlock detected",
    "too many clients",
    "too many connections",
];
/// How a database, or the way to it, says that it is gone.
const GONE: &[&str] = &[
    "unable to open",
    "terminating connection",
    "the database system is",
    "server closed the connection",
    "could not receive data",
    "could not send data",
    "no connection to the server",
];

fn says(message: &str, any: &[&str]) -> bool {
    any.iter().any(|part| message.contains(part))
}

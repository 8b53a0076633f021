//! What can go wrong in the store. No error holds a stored value: a person's words never reach a log this way.

use diesel::result::{DatabaseErrorKind, Error as Diesel};

use crate::ids::NoRandomness;
use crate::vault::VaultError;

/// A result of the store.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the store did not do what was asked.
///
/// `NotFound`, `Conflict` and `Forbidden` are answers to the person who asked. `Unavailable` and `Full` pass, or need
/// the owner; trying again is right for the first. `Broken` is a fault of the portal or of its data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
    /// The database cannot be reached, is busy, or too much is waiting.
    #[error("the database cannot be reached just now")]
    Unavailable,
    /// There is no room on the disk.
    #[error("there is no room left where the data is kept")]
    Full,
    /// A row is refused by a rule of the database, cannot be read, or a job failed.
    #[error("the data or the portal is at fault: {0}")]
    Broken(Fault),
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
        _ if says(
            message,
            &[
                "is locked",
                "busy",
                "disk I/O error",
                "unable to open",
                "lock timeout",
                "statement timeout",
                "terminating connection",
                "the database system is",
                "deadlock detected",
                "too many clients",
                "too many connections",
                "server closed the connection",
                "could not receive data",
                "readonly database",
            ],
        ) =>
        {
            Error::Unavailable
        }
        // STRICT tables refuse a value of the wrong type without naming a kind.
        _ if says(message, &["cannot store", "datatype mismatch"]) => Fault::Rule.into(),
        _ => Fault::Query.into(),
    }
}

fn says(message: &str, any: &[&str]) -> bool {
    any.iter().any(|part| message.contains(part))
}

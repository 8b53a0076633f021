//! Reading one row on the very thread that asks. Knows nothing of what is read.
//!
//! An indexed read of SQLite takes a few microseconds; to hand it to another thread and wait costs several times that. So
//! where one statement finds one row, the thread that serves a page reads it itself. What would have to wait for anything
//! (a lock that somebody else holds, a connection that cannot be opened) is left to the other way, which may wait.

use std::sync::{Mutex, PoisonError};

use super::connection::{AnyConnection, DatabaseUrl, Purpose};
use super::db::guarded;
use super::error::{Error, Result};

/// Connections that are kept for the next glance: more threads than this do not serve pages.
const KEPT: usize = 16;

/// Connections that never wait, each used by one thread at a time.
pub(super) struct Glances {
    url: DatabaseUrl,
    idle: Mutex<Vec<AnyConnection>>,
}

impl Glances {
    pub(super) const fn new(url: DatabaseUrl) -> Self {
        Self { url, idle: Mutex::new(Vec::new()) }
    }

    /// What the job found; nothing where it would have had to wait.
    pub(super) fn try_read<T>(&self, job: impl FnOnce(&mut AnyConnection) -> Result<T>) -> Option<Result<T>> {
        let idle = self.idle().pop();
        let mut conn = match idle {
            Some(conn) => conn,
            None => AnyConnection::open(&self.url, Purpose::Glance).ok()?,
        };
        let found = guarded(&mut conn, job);
        match found {
            // Whatever is the matter, this connection is not used again and the other way says what it is.
            Err(Error::Busy | Error::Unavailable | Error::Broken(_)) => None,
            found => {
                let mut idle = self.idle();
                if idle.len() < KEPT {
                    idle.push(conn);
                }
                Some(found)
            }
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<AnyConnection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

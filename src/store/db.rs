//! The only two doors to the data: `Db::read` and `Db::write`. Each closure is one transaction.
//!
//! On SQLite every write goes to one thread (see `writer`); on PostgreSQL each takes a connection from the pool.
//! Nobody outside this file and that one knows which.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use diesel::connection::{SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::{NopErrorHandler, Pool, PooledConnection};
use tokio::sync::oneshot;

use super::checkpoint::Checkpointer;
use super::connection::{AnyConnection, Connections, DatabaseUrl, InPlace, Purpose};
use super::error::{Error, Fault, Result};
use super::glances::Glances;
use super::readiness;
use super::writer::Writer;

/// How long a job waits for its turn at a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long it waits where there is no connection at all: nobody else's turn will end, and the person waits too.
const NONE_LEFT: Duration = Duration::from_secs(2);
/// How long the first connection may take. A lost database is asked for at least once in half of this.
const FIRST: Duration = Duration::from_secs(6);

type Manager = <AnyConnection as Connection>::TransactionManager;
type Connected = PooledConnection<Connections>;

/// The database. Clones are the same database.
#[derive(Clone)]
pub struct Db {
    url: DatabaseUrl,
    pool: Pool<Connections>,
    writer: Option<Arc<Writer>>,
    glances: Option<Arc<Glances>>,
    place: Option<InPlace>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db({:?})", self.url)
    }
}

impl Db {
    /// Opens a database that was migrated, with at most `connections` for its pool.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self> {
        let place = InPlace::of(url)?;
        let writer = match url {
            DatabaseUrl::Sqlite(_) => {
                let writes = || AnyConnection::open(url, Purpose::Write);
                Some(Arc::new(Writer::start(writes()?, Checkpointer::start(writes()?)?, place.clone())?))
            }
            DatabaseUrl::Postgres(_) => None,
        };
        let purpose = if writer.is_some() { Purpose::Read } else { Purpose::Write };
        let pool = Pool::builder()
            .max_size(connections.max(1))
            .min_idle(Some(1))
            .connection_timeout(FIRST)
            // A file does not hang up; a server may, and is asked whether it is still there.
            .test_on_check_out(writer.is_none())
            .error_handler(Box::new(NopErrorHandler))
            .build(Connections { url: url.clone(), purpose })
            .map_err(|_| Error::Unavailable)?;
        let glances = writer.is_some().then(|| Arc::new(Glances::new(url.clone())));
        Ok(Self { url: url.clone(), pool, writer, glances, place })
    }

    /// Where it is.
    #[must_use]
    pub const fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    fn connection(&self) -> Result<Connected> {
        if let Ok(connected) = self.pool.get_timeout(NONE_LEFT) {
            return Ok(connected);
        }
        if self.pool.state().connections == 0 {
            return Err(Error::Unavailable);
        }
        self.pool.get_timeout(PATIENCE.saturating_sub(NONE_LEFT)).map_err(|_| Error::Busy)
    }

    /// Reads at one moment: all that the closure sees belongs together. Blocks; it cannot write.
    pub fn read<T>(&self, job: impl FnOnce(&mut AnyConnection) -> Result<T>) -> Result<T> {
        self.place.as_ref().map_or(Ok(()), InPlace::holds)?;
        self.within(job, |conn| {
            let snapshot = matches!(conn, AnyConnection::Postgres(_));
            Manager::begin_transaction(conn)?;
            if snapshot {
                conn.batch_execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")?;
            }
            Ok(())
        })
    }

    /// Writes all of it or nothing, and returns once it is on the disk. Blocks.
    pub fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let Some(writer) = &self.writer else {
            return self.within(job, |conn| Ok(Manager::begin_transaction(conn)?));
        };
        let (answer, answered) = mpsc::sync_channel(1);
        writer.queue(job, move |outcome| drop(answer.send(outcome)))?;
        answered.recv().map_err(|_| Error::Unavailable)?
    }

    /// [`Db::read`] for code that must not block its thread.
    pub async fn reading<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let db = self.clone();
        tokio::task::spawn_blocking(move || db.read(job)).await.map_err(|_| Error::Broken(Fault::Panicked))?
    }

    /// [`Db::reading`] for one statement that finds one row by its key. On SQLite this thread reads it, which takes no longer
    /// than to ask another; where anything would have to be waited for, another does, and so the job may be done twice.
    pub async fn glancing<T: Send + 'static>(
        &self,
        job: impl Fn(&mut AnyConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if let Some(glances) = &self.glances {
            self.place.as_ref().map_or(Ok(()), InPlace::holds)?;
            if let Some(found) = glances.try_read(&job) {
                return found;
            }
        }
        self.reading(job).await
    }

    /// [`Db::write`] for code that must not block its thread. On SQLite no thread waits at all.
    pub async fn writing<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let Some(writer) = &self.writer else {
            let db = self.clone();
            return tokio::task::spawn_blocking(move || db.write(job))
                .await
                .map_err(|_| Error::Broken(Fault::Panicked))?;
        };
        let (answer, answered) = oneshot::channel();
        writer.queue(job, move |outcome| drop(answer.send(outcome)))?;
        answered.await.map_err(|_| Error::Unavailable)?
    }

    /// Whether something can be kept, tried out by keeping it: a disk that is full can still be read. Blocks.
    pub fn is_ready(&self) -> Result<()> {
        self.write(readiness::keep_something)
    }

    /// One transaction on a pooled connection.
    fn within<T>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T>,
        begin: impl FnOnce(&mut AnyConnection) -> Result<()>,
    ) -> Result<T> {
        let mut conn = self.connection()?;
        let outcome = begin(&mut conn).and_then(|()| guarded(&mut conn, job));
        match outcome.and_then(|value| still_whole(&mut conn).map(|()| value)) {
            Ok(value) => Manager::commit_transaction(&mut *conn).map(|()| value).map_err(Error::from),
            Err(error) => {
                // What cannot be rolled back is thrown away by the pool, and the database rolls it back itself.
                let _ = Manager::rollback_transaction(&mut *conn);
                Err(error)
            }
        }
    }
}

/// PostgreSQL answers COMMIT with a silent rollback when a statement failed and the job went on as if it had not. Asking
/// once more brings that to light: nobody may be told that something was kept which was not.
fn still_whole(conn: &mut AnyConnection) -> Result<()> {
    match conn {
        AnyConnection::Sqlite(_) => Ok(()),
        AnyConnection::Postgres(conn) => Ok(conn.batch_execute("SELECT 1")?),
    }
}

/// Runs a job; a panic becomes an error, so that nothing around it is harmed.
pub(super) fn guarded<T>(conn: &mut AnyConnection, job: impl FnOnce(&mut AnyConnection) -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| job(conn))).unwrap_or_else(|_| Err(Fault::Panicked.into()))
}

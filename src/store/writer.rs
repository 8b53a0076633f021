//! The one thread that writes to SQLite. Whatever is waiting is committed together, a savepoint each.
//!
//! One durable commit for many jobs is what makes SQLite fast on an ordinary disk. A job that fails or panics loses its
//! own savepoint and nothing else; nobody is answered before the commit that holds their work.
//! This file must not know what is written.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;

use diesel::connection::SimpleConnection;

use super::checkpoint::Checkpointer;
use super::connection::{AnyConnection, InPlace};
use super::db::guarded;
use super::error::{Error, Fault, Result};

/// Jobs that may wait; the next is told to come back, rather than wait for longer than a browser does.
const WAITING: usize = 1024;
/// Jobs committed together at most, so that the first of a crowd is not kept waiting for the last.
const TOGETHER: usize = 128;

/// Jobs after which what the log holds is brought into the database: of referrals, some 16 MB.
const IN_THE_LOG: usize = 256;

/// A job with its answer, whatever their types.
trait Work: Send {
    /// Does it, inside a savepoint of its own, and says whether it is to be kept.
    fn run(&mut self, conn: &mut AnyConnection) -> Result<()>;
    /// Answers, once it is known what became of the commit.
    fn answer(self: Box<Self>, committed: Result<()>);
}

struct Job<F, T, A> {
    to_do: Option<F>,
    done: Option<T>,
    answer: A,
}

impl<F, T, A> Work for Job<F, T, A>
where
    F: FnOnce(&mut AnyConnection) -> Result<T> + Send,
    T: Send,
    A: FnOnce(Result<T>) + Send,
{
    fn run(&mut self, conn: &mut AnyConnection) -> Result<()> {
        let to_do = self.to_do.take().ok_or(Fault::Panicked)?;
        self.done = Some(guarded(conn, to_do)?);
        Ok(())
    }

    fn answer(self: Box<Self>, committed: Result<()>) {
        let done = self.done.ok_or(Error::Unavailable);
        (self.answer)(committed.and(done));
    }
}

/// The thread and the way to it. Dropping it finishes what is queued.
pub(super) struct Writer {
    queue: Option<SyncSender<Box<dyn Work>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread on a connection of its own, with another to keep the log short.
    pub(super) fn start(conn: AnyConnection, log: Checkpointer, place: Option<InPlace>) -> Result<Self> {
        let (queue, jobs) = sync_channel(WAITING);
        let thread = std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || write_all(conn, &log, place.as_ref(), &jobs))
            .map_err(|_| Error::Unavailable)?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Queues a job; `answer` is called on the writer's thread and must not wait.
    pub(super) fn queue<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Send + 'static,
        answer: impl FnOnce(Result<T>) + Send + 'static,
    ) -> Result<()> {
        let queue = self.queue.as_ref().ok_or(Error::Unavailable)?;
        queue.try_send(Box::new(Job { to_do: Some(job), done: None, answer })).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Busy,
            TrySendError::Disconnected(_) => Error::Unavailable,
        })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            // A job may hold the last handle to the database: then this is the writer's own thread, which ends by itself.
            if thread.thread().id() != std::thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}

fn write_all(mut conn: AnyConnection, log: &Checkpointer, place: Option<&InPlace>, jobs: &Receiver<Box<dyn Work>>) {
    let mut in_the_log = 0;
    while let Ok(first) = jobs.recv() {
        let mut batch = vec![first];
        batch.extend(jobs.try_iter().take(TOGETHER - 1));
        in_the_log += batch.len();
        commit_together(&mut conn, place, batch);
        if in_the_log >= IN_THE_LOG {
            in_the_log = 0;
            log.wake();
        }
    }
}

/// Runs a batch in one transaction and answers each job after the commit, if it went into the file that is there.
fn commit_together(conn: &mut AnyConnection, place: Option<&InPlace>, mut batch: Vec<Box<dyn Work>>) {
    let in_place = || place.map_or(Ok(()), InPlace::holds);
    let outcomes: Result<Vec<Result<()>>> = in_place().and_then(|()| begin(conn)).and_then(|()| {
        let outcomes = batch.iter_mut().map(|work| run_apart(conn, work.as_mut())).collect::<Result<Vec<_>>>()?;
        conn.batch_execute("COMMIT")?;
        in_place()?;
        Ok(outcomes)
    });
    match outcomes {
        Ok(outcomes) => {
            for (work, outcome) in batch.into_iter().zip(outcomes) {
                work.answer(outcome);
            }
        }
        Err(error) => {
            // SQLite rolls back by itself when the disk is full or fails; then there is nothing left to roll back.
            let _ = conn.batch_execute("ROLLBACK");
            for work in batch {
                work.answer(Err(error));
            }
        }
    }
}

/// IMMEDIATE: a transaction that begins as a reader and turns writer fails at once when another process writes.
fn begin(conn: &mut AnyConnection) -> Result<()> {
    Ok(conn.batch_execute("BEGIN IMMEDIATE")?)
}

/// Runs one job in a savepoint. The outer error means that the whole transaction is lost.
fn run_apart(conn: &mut AnyConnection, work: &mut dyn Work) -> Result<Result<()>> {
    conn.batch_execute("SAVEPOINT job")?;
    let outcome = work.run(conn);
    conn.batch_execute(if outcome.is_ok() { "RELEASE job" } else { "ROLLBACK TO job; RELEASE job" })
        .map_err(|lost| outcome.err().unwrap_or_else(|| lost.into()))?;
    Ok(outcome)
}

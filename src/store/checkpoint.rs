//! Brings what the log of SQLite holds into its database, beside the writer, which never waits for it.
//!
//! Left to itself, SQLite does this within the commit that makes its log too long: whoever that commit belongs to, and
//! everybody behind them, waits while thousands of pages are copied and the disk is waited for twice. Another connection
//! may do the same while the writer goes on (SQLite, “Write-Ahead Logging”, 2.1). This file must not know what is written.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use diesel::connection::SimpleConnection;

use super::connection::AnyConnection;
use super::error::{Error, Result};

/// The thread and the way to it. Dropping it waits for a copy that is under way.
pub(super) struct Checkpointer {
    wake: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpointer {
    /// Starts the thread on a connection of its own.
    pub(super) fn start(mut conn: AnyConnection) -> Result<Self> {
        // Room for one: whoever asks while a copy is under way is served by the next.
        let (wake, wakes): (_, Receiver<()>) = sync_channel(1);
        let thread = std::thread::Builder::new()
            .name("checkpointer".to_owned())
            .spawn(move || {
                while wakes.recv().is_ok() {
                    // PASSIVE: as much as is possible without anybody waiting. What is left, or fails on a full disk, the
                    // next one copies; the log holds it as safely as the database.
                    let _ = conn.batch_execute("PRAGMA wal_checkpoint(PASSIVE)");
                }
            })
            .map_err(|_| Error::Unavailable)?;
        Ok(Self { wake: Some(wake), thread: Some(thread) })
    }

    /// Asks for a copy, and does not wait for it.
    pub(super) fn wake(&self) {
        if let Some(wake) = &self.wake {
            let _ = wake.try_send(());
        }
    }
}

impl Drop for Checkpointer {
    fn drop(&mut self) {
        self.wake = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

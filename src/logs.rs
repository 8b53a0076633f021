//! The log: set up once, for people or for programs. A person's words never reach it.
//!
//! What may stand in it: ids, counts, durations, codes, the masked form of an address. What may not: answers, names,
//! addresses, phone numbers, words of an error that repeats them. Other crates may say only what is wrong with
//! themselves: some repeat what they were given when they say more.

use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::settings::{LogFormat, Logs};

/// Sets up the log for the whole program, to standard error. A second call changes nothing: the first holds.
pub fn set_up(logs: Logs) {
    // The error says that a log is set up already, as in tests, where the first one holds.
    let _ = tracing::subscriber::set_global_default(subscriber(logs, std::io::stderr));
}

/// A log that writes there.
pub fn subscriber<W>(logs: Logs, writer: W) -> Box<dyn tracing::Subscriber + Send + Sync>
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let all = tracing_subscriber::registry().with(heard(logs.level));
    let lines = tracing_subscriber::fmt::layer().with_writer(writer).with_ansi(false);
    match logs.format {
        LogFormat::Text => Box::new(all.with(lines.with_target(false))),
        LogFormat::Json => Box::new(all.with(lines.json().flatten_event(true))),
    }
}

/// Our own crate as asked; all others only warn.
fn heard(level: Level) -> Targets {
    Targets::new().with_default(Level::WARN).with_target(env!("CARGO_CRATE_NAME"), level)
}

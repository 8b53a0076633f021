//! What the log looks like.

use super::declared::keys;
use super::values::Values;

keys! {
    /// How the log is written: "text" for people, "json" for programs.
    FORMAT: "logs.format" = r#""text""#;
    /// How much is written: "error", "warn", "info" or "debug".
    LEVEL: "logs.level" = r#""info""#;
}

/// What the log looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logs {
    /// For people or for programs.
    pub format: LogFormat,
    /// How much is written.
    pub level: tracing::Level,
}

/// For whom the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs, an object a line.
    Json,
}

pub(super) fn read(values: &mut Values) -> Logs {
    use tracing::Level;
    let levels = [("error", Level::ERROR), ("warn", Level::WARN), ("info", Level::INFO), ("debug", Level::DEBUG)];
    Logs {
        format: values.one_of(&FORMAT, &[("text", LogFormat::Text), ("json", LogFormat::Json)], LogFormat::Text),
        level: values.one_of(&LEVEL, &levels, Level::INFO),
    }
}

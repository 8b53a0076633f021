//! What can be typed after `alongside`. Each command has a file; none holds a rule, a page or SQL.

mod assess;
mod data;
mod demo;
mod keys;
mod person;
mod questions;
mod serve;
mod staff;
mod verify;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::portal::Portal;
use crate::words::{Lang, commands as words};

/// The language of the terminal: there is one.
const LANG: Lang = Lang::English;

/// Referral intake for independent advocacy services.
#[derive(Debug, Parser)]
#[command(name = "alongside", version, about, arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the portal.
    Serve(serve::Serve),
    /// Run a demonstration with made-up people, in a folder that is thrown away.
    Demo(demo::Demo),
    /// Accounts of staff.
    Staff(staff::Staff),
    /// The key: a copy for paper, the way back from it, and turning it.
    Keys(keys::Keys),
    /// What a person may ask by law: a copy of a referral, erasing it; or to hold it for a court.
    Person(person::Person),
    /// Bring the database up to date. `serve` does this by itself.
    Migrate(data::Migrate),
    /// Copy the data to a file while the portal runs, and check the copy.
    Backup(data::Backup),
    /// Put a backup back.
    Restore(data::Restore),
    /// Check that the history of every referral, and all that is sealed of it, is as it was written. Changes nothing.
    Verify(verify::Verify),
    /// Assess answers from a file: which advocacy, how urgent, why, and what is missing. Stores nothing.
    Assess(assess::Assess),
    /// Print every question: slug, kind, choices, when it is asked, what it is needed for, words in each voice.
    Questions(questions::Questions),
}

/// Parses the command line and does what it says. What went wrong is told in a sentence on standard error.
#[must_use]
pub fn run() -> ExitCode {
    let done = match CommandLine::parse().command {
        Command::Serve(serve) => serve.run(),
        Command::Demo(demo) => demo.run(),
        Command::Staff(staff) => staff.run(),
        Command::Keys(keys) => keys.run(),
        Command::Person(person) => person.run(),
        Command::Migrate(migrate) => migrate.run(),
        Command::Backup(backup) => backup.run(),
        Command::Restore(restore) => restore.run(),
        Command::Verify(verify) => verify.run(),
        Command::Assess(assess) => assess.run(),
        Command::Questions(questions) => questions.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do if standard error is closed.
            let _ = writeln!(io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a line for the person at the terminal; a closed pipe is not an error.
fn say(line: &str) -> anyhow::Result<()> {
    match writeln!(io::stdout(), "{line}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Says that a key was made just now. Never the key itself: what a service prints goes to a log.
fn told_of_new_key(portal: &Portal) -> anyhow::Result<()> {
    if portal.new_key { say(&words::new_key(LANG, &portal.settings.keys.file.display().to_string())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        super::CommandLine::command().debug_assert();
    }
}

//! `alongside staff add`: an account for a member of staff. The password comes on standard input, never as an argument,
//! where others on the machine could read it.

use std::io::{self, BufRead as _, IsTerminal as _};

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};

use super::LANG;
use super::serve::Place;
use crate::clock::Clock;
use crate::passwords;
use crate::permission::{Actor, Role};
use crate::portal::Portal;
use crate::store::{self, staff};
use crate::words::commands as words;

/// `alongside staff`.
#[derive(Debug, Args)]
pub(super) struct Staff {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add an account. The password is read from standard input.
    Add(Add),
}

#[derive(Debug, Args)]
struct Add {
    #[command(flatten)]
    place: Place,
    /// Their work e-mail address, with which they sign in.
    name: String,
    /// What they are here to do: triage, manager or administrator.
    #[arg(long, default_value = "triage", value_parser = role)]
    role: Role,
}

fn role(slug: &str) -> Result<Role, String> {
    Role::from_slug(slug).ok_or_else(|| LANG.say(words::ROLES).to_owned())
}

impl Staff {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let What::Add(add) = self.what;
        let portal = Portal::open(Portal::settings(&add.place.given())?, false)?;
        super::told_of_new_key(&portal)?;
        let hash = passwords::hash(&password()?, &add.name)?;
        let (vault, name, role) = (portal.vault.clone(), add.name.clone(), add.role);
        let now = Clock::System.now();
        let added =
            portal.db.write(move |conn| staff::add(conn, &vault, Actor::System("command"), (&name, role, &hash), now));
        match added {
            Ok(_) => super::say(&words::added(LANG, &add.name, role.slug())),
            Err(store::Error::Conflict) => bail!("{} has an account already", add.name),
            Err(error) => Err(error.into()),
        }
    }
}

/// The first line of standard input.
fn password() -> anyhow::Result<String> {
    if io::stdin().is_terminal() {
        super::say(LANG.say(words::TYPE_PASSWORD))?;
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).context("the password cannot be read from standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

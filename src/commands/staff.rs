//! `alongside staff`: accounts for members of staff. A password comes on standard input, never as an argument, where
//! others on the machine could read it.

use std::io::{self, BufRead as _, IsTerminal as _};

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use validator::ValidateEmail as _;

use super::LANG;
use super::serve::Place;
use crate::clock::Clock;
use crate::passwords;
use crate::permission::{Actor, Role};
use crate::portal::Portal;
use crate::store::staff::{self, Member};
use crate::store::{self, AnyConnection, sessions};
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
    /// Set another password, which is read from standard input: somebody has forgotten theirs. Signs them out everywhere
    /// and ends a wait after wrong passwords.
    Password(Named),
    /// Sign somebody out on every device: one was lost.
    SignOut(Named),
    /// Change what somebody is here to do. It holds at once.
    Role(Changed),
    /// Close an account: somebody has left. Signs them out at once; what they did stays in the history.
    Close(Named),
    /// Open an account again that was closed. Their password is the one they had: set another if that is in doubt.
    Open(Named),
}

#[derive(Debug, Args)]
struct Add {
    #[command(flatten)]
    place: Place,
    /// Their work e-mail address, with which they sign in.
    #[arg(value_parser = email)]
    name: String,
    /// What they are here to do: triage, manager or administrator.
    #[arg(long, default_value = "triage", value_parser = role)]
    role: Role,
}

#[derive(Debug, Args)]
struct Changed {
    #[command(flatten)]
    named: Named,
    /// What they are here to do from now on: triage, manager or administrator.
    #[arg(long, value_parser = role)]
    role: Role,
}

#[derive(Debug, Args)]
struct Named {
    #[command(flatten)]
    place: Place,
    /// The work e-mail address with which they sign in.
    name: String,
}

fn role(slug: &str) -> Result<Role, String> {
    Role::from_slug(slug).ok_or_else(|| LANG.say(words::ROLES).to_owned())
}

fn email(name: &str) -> Result<String, String> {
    let name = name.trim();
    if name.validate_email() { Ok(name.to_owned()) } else { Err(LANG.say(words::NOT_AN_EMAIL).to_owned()) }
}

impl Staff {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Add(add) => add.run(),
            What::Password(named) => named.set_password(),
            What::SignOut(named) => {
                named.with(|conn, member| sessions::delete_all_of(conn, Actor::TERMINAL, member.id).map(drop))?;
                super::say(&words::signed_out(LANG, &named.name))
            }
            What::Role(Changed { named, role }) => {
                named
                    .with(move |conn, member| staff::change(conn, Actor::TERMINAL, member.id, role, member.disabled))?;
                super::say(&words::role_changed(LANG, &named.name, role.slug()))
            }
            What::Close(named) => {
                named.with(|conn, member| staff::change(conn, Actor::TERMINAL, member.id, member.role, true))?;
                super::say(&words::closed(LANG, &named.name))
            }
            What::Open(named) => {
                named.with(|conn, member| staff::change(conn, Actor::TERMINAL, member.id, member.role, false))?;
                super::say(&words::opened(LANG, &named.name))
            }
        }
    }
}

impl Add {
    fn run(self) -> anyhow::Result<()> {
        let portal = Portal::open(Portal::settings(&self.place.given())?, false)?;
        super::told_of_new_key(&portal)?;
        let hash = passwords::hash(&password()?, &[&self.name, &portal.settings.service.name])?;
        let (vault, name, role) = (portal.vault.clone(), self.name.clone(), self.role);
        let now = Clock::System.now();
        let added = portal.db.write(move |conn| staff::add(conn, &vault, Actor::TERMINAL, (&name, role, &hash), now));
        match added {
            Ok(_) => super::say(&words::added(LANG, &self.name, role.slug())),
            Err(store::Error::Conflict) => bail!("{} has an account already", self.name),
            Err(error) => Err(error.into()),
        }
    }
}

impl Named {
    fn set_password(self) -> anyhow::Result<()> {
        let service = Portal::settings(&self.place.given())?.service.name;
        let hash = passwords::hash(&password()?, &[&self.name, &service])?;
        let closed = self.with(move |conn, member| {
            staff::set_password(conn, Actor::TERMINAL, member.id, &hash)?;
            sessions::delete_all_of(conn, Actor::TERMINAL, member.id)?;
            Ok(member.disabled)
        })?;
        let said = if closed { words::password_set_closed } else { words::password_set };
        super::say(&said(LANG, &self.name))
    }

    /// Does something to the account of that name, in one transaction.
    fn with<T: Send + 'static>(
        &self,
        what: impl FnOnce(&mut AnyConnection, &Member) -> store::Result<T> + Send + 'static,
    ) -> anyhow::Result<T> {
        let portal = Portal::open(Portal::settings(&self.place.given())?, false)?;
        let (vault, name) = (portal.vault.clone(), self.name.clone());
        let done = portal.db.write(move |conn| {
            let found = staff::find_to_sign_in(conn, &vault, Actor::TERMINAL, &name)?;
            let (member, _) = found.ok_or(store::Error::NotFound)?;
            what(conn, &member)
        });
        match done {
            Err(store::Error::NotFound) => bail!("{} has no account", self.name),
            done => Ok(done?),
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

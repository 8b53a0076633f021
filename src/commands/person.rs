//! `alongside person`: what a person may ask by law, for whoever answers for the data. Each is an event in the history.

use std::fs::{DirBuilder, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};

use super::LANG;
use super::serve::Place;
use crate::clock::Clock;
use crate::ids::Reference;
use crate::mail::Alarm;
use crate::permission::Actor;
use crate::portal::Portal;
use crate::rights::alarm::alarm;
use crate::rights::caution::Caution;
use crate::rights::copy::{self, Decided, Giver, Which};
use crate::rights::keeping::limits;
use crate::store::person::{self, Erasure};
use crate::store::{self, AnyConnection};
use crate::vault::keys;
use crate::words::{commands as words, rights};

/// `alongside person`.
#[derive(Debug, Args)]
pub(super) struct Person {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write a copy of a referral for the person it is about: a page to check, one to hand over, and a JSON file.
    Export(Export),
    /// Destroy everything in a referral that names somebody. It cannot be undone.
    Erase(Erase),
    /// Keep a referral beyond its time, for a complaint or a court case.
    Hold(Because),
    /// Keep it no longer than usual.
    Release(Because),
    /// Say how many were destroyed in each month, and on which ground.
    Tallies(Place),
}

#[derive(Debug, Args)]
struct Export {
    #[command(flatten)]
    place: Place,
    /// The referral: its reference.
    #[arg(value_parser = reference)]
    reference: Reference,
    /// The folder to write to; it is made, for its owner only.
    #[arg(long)]
    out: PathBuf,
    /// Why, in words that name nobody: they stay in the history.
    #[arg(long)]
    why: String,
    /// Do not leave out of the page to hand over what is marked so: another-person, in-confidence or harm.
    #[arg(long, value_name = "MARK", value_parser = mark)]
    give: Vec<Caution>,
    /// Do not say on it that something was left out, because that alone would do harm.
    #[arg(long)]
    silent: bool,
}

#[derive(Debug, Args)]
struct Erase {
    #[command(flatten)]
    because: Because,
    /// Erase although something stands against it; the reason says why.
    #[arg(long)]
    despite_limits: bool,
}

#[derive(Debug, Args)]
struct Because {
    #[command(flatten)]
    place: Place,
    /// The referral: its reference.
    #[arg(value_parser = reference)]
    reference: Reference,
    /// Why, in words that name nobody: they stay in the history.
    #[arg(long)]
    why: String,
}

fn reference(typed: &str) -> Result<Reference, String> {
    typed.parse().map_err(|_| LANG.say(words::NO_REFERENCE).to_owned())
}

fn mark(typed: &str) -> Result<Caution, String> {
    let all = || Caution::ALL.map(Caution::slug).join(", ");
    Caution::from_slug(typed).ok_or_else(|| words::no_mark(LANG, &all()))
}

impl Person {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Export(export) => export.run(),
            What::Erase(erase) => erase.run(),
            What::Hold(because) => because.hold(true),
            What::Release(because) => because.hold(false),
            What::Tallies(place) => tallies(&place),
        }
    }
}

impl Export {
    fn run(self) -> anyhow::Result<()> {
        let settings = Portal::settings(&self.place.given())?;
        // What lies there is backed up, and named nobody so far.
        if keys::lies_in(&self.out, &settings.database.data) {
            bail!("{}", words::inside_data(LANG, &self.out.display().to_string()));
        }
        let portal = Portal::open(settings, false)?;
        let now = Clock::System.now();
        let (vault, reference, why) = (portal.vault.clone(), self.reference.clone(), self.why);
        let alarm = alarm(Alarm::Copied, (&reference, Actor::TERMINAL), (&portal.settings, LANG), now);
        let decided = Decided { given: self.give, silent: self.silent };
        let detail = decided.detail(Which::All);
        let read = move |conn: &mut AnyConnection| {
            person::disclose(conn, &vault, Actor::TERMINAL, &reference, (&detail, &why, alarm.as_ref()), now)
        };
        let held = portal.db.write(read);
        let held = told(held, &self.reference)?;
        let service = &portal.settings.service;
        let contact = service.privacy_contact.as_deref().or(service.phone.as_deref()).unwrap_or_default();
        let giver =
            Giver { lang: LANG, service: &service.name, contact, retention: &portal.settings.retention, made_at: now };
        let made = copy::make(&held, &giver, &decided);
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.out)
            .with_context(|| format!("{} cannot be made", self.out.display()))?;
        let name = self.reference.shown();
        let write = |ending, text: &str| write(&self.out, &format!("{name}{ending}"), text.as_bytes());
        let page = write(copy::TO_CHECK, &made.to_check)?;
        let handed = write(copy::TO_HAND_OVER, &made.to_hand_over)?;
        let json = write(copy::JSON, &serde_json::to_string_pretty(&made.json)?)?;
        super::say(&words::exported(LANG, held.referrals.len(), (&page, &handed), &json))?;
        super::say(&words::alike(LANG, &alike(&portal, &self.reference)?))
    }
}

/// The references of other referrals that are perhaps of the same person.
fn alike(portal: &Portal, reference: &Reference) -> anyhow::Result<Vec<String>> {
    let all = told(portal.db.read(|conn| person::alike(conn, &portal.vault, Actor::TERMINAL, reference)), reference)?;
    Ok(all.found.iter().map(|one| one.reference.shown()).collect())
}

/// Writes a file that is not there yet, for its owner only; its path.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<String> {
    let path = folder.join(name);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    file.write_all(bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(path.display().to_string())
}

impl Erase {
    fn run(self) -> anyhow::Result<()> {
        let Because { place, reference, why } = self.because;
        let portal = Portal::open(Portal::settings(&place.given())?, false)?;
        let (vault, named) = (portal.vault.clone(), reference.clone());
        let cases = told(portal.db.read(|conn| person::cases_of(conn, &vault, Actor::TERMINAL, &named)), &reference)?;
        let settings = &portal.settings;
        let limits = limits(&cases, &settings.retention, settings.service.public_task, Clock::System.today());
        if !limits.is_empty() && !self.despite_limits {
            let told: Vec<_> = limits.iter().map(|limit| rights::limit(LANG, limit.slug())).collect();
            bail!("{}", words::not_erased(LANG, &told));
        }
        // Looked up before: nothing leads from an erased referral to another.
        let alike = alike(&portal, &reference)?;
        let set_aside = limits.into_iter().map(crate::triage::ending::Limit::slug).collect();
        let (vault, now, named) = (portal.vault.clone(), Clock::System.now(), reference.clone());
        let alarm = alarm(Alarm::Erased, (&named, Actor::TERMINAL), (settings, LANG), now);
        let erasure = Erasure::asked(why, set_aside, alarm);
        let erased = portal.db.write(move |conn| person::erase(conn, &vault, Actor::TERMINAL, &named, &erasure, now));
        let erased = told(erased, &reference)?;
        let tidied = store::tidy(portal.db.url());
        let references: Vec<_> = erased.references.iter().map(Reference::shown).collect();
        super::say(&words::erased(LANG, &references, settings.retention.backup_days))?;
        super::say(&words::alike(LANG, &alike))?;
        if tidied.is_err() { super::say(LANG.say(words::NOT_TIDIED)) } else { Ok(()) }
    }
}

impl Because {
    fn hold(self, held: bool) -> anyhow::Result<()> {
        let portal = Portal::open(Portal::settings(&self.place.given())?, false)?;
        let (vault, now, named, why) = (portal.vault.clone(), Clock::System.now(), self.reference.clone(), self.why);
        let done = portal.db.write(move |conn| person::hold(conn, &vault, Actor::TERMINAL, (&named, held), &why, now));
        told(done, &self.reference)?;
        super::say(&words::held(LANG, &self.reference.shown(), held))
    }
}

fn tallies(place: &Place) -> anyhow::Result<()> {
    let portal = Portal::open(Portal::settings(&place.given())?, false)?;
    let (gone, refused) =
        portal.db.read(|conn| Ok((person::gone(conn, Actor::TERMINAL)?, person::refused(conn, Actor::TERMINAL)?)))?;
    let gone = gone.iter().map(|one| words::gone(LANG, &one.month, (&one.kind, one.ground.slug()), one.total));
    let refused = refused.iter().map(|(month, total)| words::gone(LANG, month, ("referrals", "refusal"), *total));
    let all: Vec<_> = gone.chain(refused).collect();
    super::say(&if all.is_empty() { LANG.say(words::GONE_NONE).to_owned() } else { all.join("\n") })
}

/// What the store says, in words about this referral.
fn told<T>(outcome: store::Result<T>, reference: &Reference) -> anyhow::Result<T> {
    match outcome {
        Err(store::Error::NotFound) => bail!("{}", words::no_such_referral(LANG, &reference.shown())),
        Err(store::Error::Conflict) => bail!("{}", words::stands_so_already(LANG, &reference.shown())),
        Err(store::Error::Broken(store::Fault::Rule)) => bail!("{}", LANG.say(words::NEEDS_REASON)),
        outcome => Ok(outcome?),
    }
}

//! `alongside demo`: a portal full of made-up people, in a folder that is thrown away.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;

use super::{LANG, serve};
use crate::clock::Clock;
use crate::demo::{self, DemoReferral};
use crate::ids::{self, Reference, SubmissionKey};
use crate::logs;
use crate::mail::Mailer;
use crate::passwords;
use crate::permission::{Actor, Role};
use crate::portal::Portal;
use crate::receive::{self, Sent};
use crate::settings::Given;
use crate::settings::retention::INVITATION_DAYS;
use crate::store::{feedback, referrals, staff};
use crate::triage::life::Channel;
use crate::web::{Rooms, Server};
use crate::words::demo as words;

/// Who does what in a demonstration.
const DEMO: Actor = Actor::System("demo");
/// Where a demonstration listens, unless it is told otherwise.
const LISTEN: &str = "127.0.0.1:8080";

/// `alongside demo`.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Address and port to listen at.
    #[arg(long, default_value = LISTEN)]
    listen: String,
    /// A folder for its data, kept when it ends; a temporary one, thrown away, if left out.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The moment it begins at, such as 2026-11-23T10:00:00Z; now, if left out.
    #[arg(long)]
    now: Option<DateTime<Utc>>,
}

impl Demo {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let (folder, keep) = match self.data {
            Some(folder) => (folder, true),
            None => (temporary()?, false),
        };
        let given = Given { data: Some(folder.clone()), listen: Some(self.listen), demo: true, ..Given::default() };
        let done = serve_demo(&given, &folder, self.now.map_or(Clock::System, Clock::starting_at));
        if !keep {
            // What cannot be removed is in the temporary folder, which the machine clears.
            let _ = fs::remove_dir_all(&folder);
        }
        done
    }
}

/// A new folder that only this user can read.
fn temporary() -> anyhow::Result<PathBuf> {
    let name = ids::to_letters(&ids::random_bytes::<5>().context("no randomness")?);
    let folder = std::env::temp_dir().join(format!("alongside-demo-{name}"));
    DirBuilder::new().mode(0o700).create(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}

fn serve_demo(given: &Given, folder: &Path, clock: Clock) -> anyhow::Result<()> {
    let settings = Portal::settings(given)?;
    logs::set_up(settings.logs);
    let mailer = Mailer::new(&settings.mail)?;
    let listen = settings.web.listen;
    let rooms = Portal::open(settings, true)?.rooms(clock, Some(LANG.say(words::NOTICE).to_owned()))?;
    let accounts = fill(&rooms)?;
    let server = Server::bind(rooms, listen)?;
    super::say(&words::welcome(
        LANG,
        &format!("http://{}", server.address()?),
        &folder.display().to_string(),
        &accounts,
    ))?;
    serve::run(server, &mailer)
}

/// Fills an empty database, and says how to get in. One that was filled before keeps what it has.
fn fill(rooms: &Rooms) -> anyhow::Result<words::Accounts> {
    let now = rooms.clock.now();
    let staff = Role::ALL.into_iter().map(|role| account(rooms, role, now)).collect::<anyhow::Result<Vec<_>>>()?;
    if !is_empty(rooms)? {
        return Ok(words::Accounts { staff, feedback: None });
    }
    let mut last = None;
    for story in demo::referrals(rooms.clock.today())? {
        last = Some(file(rooms, &story, now)?);
    }
    let reference = last.context("the demonstration has no referrals")?;
    let (vault, until) = (rooms.vault.clone(), now + TimeDelta::days(i64::from(INVITATION_DAYS)));
    let code = rooms.db.write(move |conn| feedback::invite(conn, &vault, DEMO, &reference, (now, until)))?;
    Ok(words::Accounts { staff, feedback: Some(code.shown()) })
}

/// Whether nothing waits here: a demonstration that was kept is not filled a second time.
fn is_empty(rooms: &Rooms) -> anyhow::Result<bool> {
    let vault = rooms.vault.clone();
    Ok(rooms.db.read(|conn| referrals::for_assessment(conn, &vault, DEMO, 0, 1))?.last.is_none())
}

/// An account with a password that was drawn just now; one that is there already gets a new one.
fn account(rooms: &Rooms, role: Role, now: DateTime<Utc>) -> anyhow::Result<(String, String)> {
    let name = format!("{}@example.org", role.slug());
    let password = ids::to_letters(&ids::random_bytes::<10>().context("no randomness")?);
    let hash = passwords::hash(&password, &[&name])?;
    let (vault, kept) = (rooms.vault.clone(), name.clone());
    rooms.db.write(move |conn| match staff::find_to_sign_in(conn, &vault, DEMO, &kept)? {
        Some((member, _)) => staff::set_password(conn, DEMO, member.id, &hash),
        None => staff::add(conn, &vault, DEMO, (&kept, role, &hash), now).map(drop),
    })?;
    Ok((name, password))
}

/// Files one story as if it had come when it says.
fn file(rooms: &Rooms, story: &DemoReferral, now: DateTime<Utc>) -> anyhow::Result<Reference> {
    let submission = SubmissionKey::random().context("no randomness")?;
    let sent = Sent {
        raw: &story.answers,
        voice: story.voice,
        channel: Channel::from_slug(story.channel).unwrap_or(Channel::Web),
        keep_set_aside: false,
        submission: &submission,
        draft: None,
    };
    let reference = Reference::random().context("no randomness")?;
    let received_at = now - TimeDelta::minutes(story.received_minutes_ago);
    let referral = receive::receive(&sent, &rooms.desk(), reference, received_at).referral;
    let vault = rooms.vault.clone();
    Ok(rooms.db.write(move |conn| referrals::file(conn, &vault, Actor::Visitor, &referral))?.reference)
}

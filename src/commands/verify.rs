//! `alongside verify`: whether everything is as it was written, and has only grown since it was noted how far it had come.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use chrono::{DateTime, Utc};
use clap::Args;
use data_encoding::HEXLOWER;

use super::LANG;
use super::serve::Place;
use crate::clock::{Clock, civil_time};
use crate::permission::Actor;
use crate::portal::Portal;
use crate::store::events::Wrong;
use crate::store::heads::{self, Head, Since};
use crate::store::person;
use crate::store::verify::{self, Fault};
use crate::words::{closed, commands as words};

/// `alongside verify`.
#[derive(Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    place: Place,
    /// Compare with a note that was made before: histories may only have grown since.
    #[arg(long, value_name = "NOTE")]
    since: Option<PathBuf>,
    /// Note how far every history has come, in a new file. It names nobody.
    #[arg(long, value_name = "FILE")]
    note: Option<PathBuf>,
}

/// Referrals looked at in one transaction.
const TOGETHER: u32 = 100;
/// What the first line of a note begins with.
const FIRST: &str = "alongside-note-1";

impl Verify {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let portal = Portal::open(Portal::settings(&self.place.given())?, false)?;
        let before = self.since.as_deref().map(|file| Note::read(file, &portal)).transpose()?;
        let (mut referrals, mut events, mut wrong) = (0, 0, 0);
        let mut after = Some(0);
        while let Some(last) = after {
            let found =
                portal.db.read(|conn| verify::verify(conn, &portal.vault, Actor::TERMINAL, (last, TOGETHER)))?;
            for (reference, fault) in &found.faults {
                super::say(&words::not_as_written(LANG, reference, &in_words(*fault)))?;
            }
            (referrals, events) = (referrals + found.referrals, events + found.events);
            wrong += found.faults.len();
            after = found.last;
        }
        if let Some(before) = &before {
            wrong += before.compare(&portal)?;
        }
        if let Some(file) = &self.note {
            let note = Note::now(&portal)?;
            note.write(file)?;
            super::say(&words::noted(LANG, note.heads.len(), &file.display().to_string()))?;
        }
        if wrong > 0 {
            bail!("{}", words::not_verified(LANG, wrong, referrals));
        }
        if let Some(before) = before {
            super::say(&words::only_grown(LANG, before.heads.len(), civil_time(before.made_at)))?;
        }
        super::say(&words::verified(LANG, referrals, events))
    }
}

/// How far everything had come at a moment.
struct Note {
    made_at: DateTime<Utc>,
    /// How many refusals had been confirmed: for each a referral is destroyed whole.
    refusals: i64,
    heads: Vec<Head>,
}

impl Note {
    fn now(portal: &Portal) -> anyhow::Result<Self> {
        let (made_at, refusals) = (Clock::System.now(), refusals(portal)?);
        let (mut all, mut after) = (Vec::new(), Some(0));
        while let Some(last) = after {
            let (some, next) =
                portal.db.read(|conn| heads::heads(conn, &portal.vault, Actor::TERMINAL, (last, TOGETHER)))?;
            all.extend(some);
            after = next;
        }
        Ok(Self { made_at, refusals, heads: all })
    }

    fn write(&self, file: &Path) -> anyhow::Result<()> {
        let first = format!("{FIRST} {} {}\n", self.made_at.timestamp(), self.refusals);
        let line = |head: &Head| {
            let (history, answers) = (HEXLOWER.encode(&head.history), HEXLOWER.encode(&head.answers));
            format!("{} {} {history} {answers}\n", head.reference.letters(), head.events)
        };
        let text: String = std::iter::once(first).chain(self.heads.iter().map(line)).collect();
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
        made.and_then(|mut made| made.write_all(text.as_bytes()))
            .with_context(|| format!("{} cannot be written", file.display()))
    }

    fn read(file: &Path, portal: &Portal) -> anyhow::Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let shown = file.display().to_string();
        let note = Self::parse(&text).with_context(|| words::no_note(LANG, &shown))?;
        if note.heads.iter().any(|head| !heads::is_known(&portal.vault, head)) {
            bail!("{}", words::note_of_a_lost_key(LANG, &shown));
        }
        Ok(note)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let first = lines.next()?.strip_prefix(FIRST)?.trim();
        let (made, refusals) = first.split_once(' ')?;
        let head = |line: &str| {
            let mut parts = line.split(' ');
            Some(Head {
                reference: parts.next()?.parse().ok()?,
                events: parts.next()?.parse().ok()?,
                history: HEXLOWER.decode(parts.next()?.as_bytes()).ok()?,
                answers: HEXLOWER.decode(parts.next()?.as_bytes()).ok()?,
            })
        };
        Some(Self {
            made_at: DateTime::from_timestamp(made.parse().ok()?, 0)?,
            refusals: refusals.parse().ok()?,
            heads: lines.map(head).collect::<Option<_>>()?,
        })
    }

    /// Tells what is older than it was, or gone, and how many things of it are wrong. A referral may be gone for each
    /// refusal that was confirmed since.
    fn compare(&self, portal: &Portal) -> anyhow::Result<usize> {
        let (mut gone, mut wrong) = (0_usize, 0_usize);
        for head in &self.heads {
            let Some(since) = portal.db.read(|conn| heads::since(conn, &portal.vault, Actor::TERMINAL, head))? else {
                continue;
            };
            let (count, what) = match since {
                Since::Gone => (&mut gone, words::SINCE_GONE),
                Since::Older => (&mut wrong, words::SINCE_OLDER),
                Since::Answers => (&mut wrong, words::SINCE_ANSWERS),
            };
            *count += 1;
            super::say(&words::not_as_written(LANG, &head.reference.shown(), LANG.say(what)))?;
        }
        let confirmed = usize::try_from(refusals(portal)? - self.refusals).unwrap_or_default();
        if gone > 0 {
            super::say(&words::since_confirmed(LANG, confirmed))?;
        }
        Ok(wrong + gone.saturating_sub(confirmed))
    }
}

fn refusals(portal: &Portal) -> anyhow::Result<i64> {
    let months = portal.db.read(|conn| person::refused(conn, Actor::TERMINAL))?;
    Ok(months.iter().map(|(_, total)| total).sum())
}

fn in_words(fault: Fault) -> String {
    match fault {
        Fault::Reference => LANG.say(words::WRONG_REFERENCE).to_owned(),
        Fault::History(Wrong::Event(number)) => words::wrong_event(LANG, number),
        Fault::History(Wrong::Words(number)) => words::wrong_words(LANG, number),
        Fault::History(Wrong::End) => LANG.say(words::WRONG_END).to_owned(),
        Fault::Sealed(part) => closed::part(LANG, part.slug()).to_owned(),
    }
}

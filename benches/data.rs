//! The data as a whole, at size: a backup, putting it back, the daily look for what is too old, who is perhaps one
//! person, turning the key.
//!
//! `cargo bench --bench data` with 100,000 referrals, or `cargo bench --bench data -- 1000000`. Prints figures; holds
//! nothing to a time.

use std::path::Path;
use std::time::{Duration, Instant};

use alongside::form::{RawAnswers, Voice};
use alongside::ids::{Reference, SubmissionKey};
use alongside::intake::calendar::Calendar;
use alongside::permission::Actor;
use alongside::receive::{Desk, Sent, receive};
use alongside::settings::rubric::Rubric;
use alongside::settings::{Given, Settings};
use alongside::store::person::{self, Due};
use alongside::store::referrals::{self, NewReferral};
use alongside::store::{AnyConnection, DatabaseUrl, Db, backup, migrate};
use alongside::triage::life::Channel;
use alongside::vault::Vault;
use alongside::vault::keys::Keys;
use alongside::words::Lang;
use alongside::work::rotation;
use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::Value;

/// How many referrals, unless the command line says otherwise.
const REFERRALS: usize = 100_000;
/// Referrals filed in one transaction.
const TOGETHER: usize = 500;
/// What a social worker wrote, in full.
const STORY: &str = include_str!("../tests/vignettes/01-needs-assessment-in-three-weeks.json");

fn main() -> anyhow::Result<()> {
    let wanted = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(REFERRALS);
    let folder = tempfile::tempdir()?;
    let url = DatabaseUrl::Sqlite(folder.path().join("alongside.sqlite"));
    migrate(&url)?;
    let (keys, db) = (Keys::new()?, Db::open(&url, 4)?);
    let vault = Vault::new(&keys);
    let sample = sample(folder.path())?;
    let ((), filing) = timed(|| fill(&db, &vault, &sample, wanted))?;
    told("filed", filing, wanted);
    let copy = folder.path().join("copy.sqlite");
    let (copied, copying) = timed(|| Ok(backup::backup(&url, &copy)?))?;
    told("copied and checked", copying, wanted);
    let elsewhere = DatabaseUrl::Sqlite(folder.path().join("elsewhere.sqlite"));
    let (restored, restoring) = timed(|| Ok(backup::restore(&copy, &elsewhere, false)?))?;
    anyhow::ensure!(copied == restored.copied, "what was put back is not what was copied");
    told("put back and checked twice", restoring, wanted);
    let due = Due { ended_before: sample.received_at, untouched_since: sample.received_at };
    let find = |conn: &mut AnyConnection| person::due(conn, &vault, Actor::System("bench"), due, (0, 50));
    let (old, looking) = timed(|| Ok(db.read(find)?))?;
    anyhow::ensure!(old.is_empty(), "nothing is too old");
    told("looked for what is too old", looking, wanted);
    let found = |conn: &mut AnyConnection| person::alike(conn, &vault, Actor::System("bench"), &sample.reference);
    referral(&db, &vault, &sample)?;
    let (alike, finding) = timed(|| Ok(db.read(found)?))?;
    anyhow::ensure!(alike.more == (wanted > 50), "all of them agree");
    told("found who is perhaps the same person, where all are", finding, wanted);
    let newer = Vault::new(&keys.with_new_key()?);
    let (turned, turning) = timed(|| Ok(rotation::turn(&db, &newer, Duration::ZERO)?))?;
    anyhow::ensure!(turned.left.is_nothing() && turned.broken == 0, "something is left: {turned:?}");
    told("sealed anew with a new key", turning, wanted);
    let bytes = copy.metadata()?.len();
    say(&format!("{bytes:>12} bytes in the copy, {} a referral", bytes / u64::try_from(wanted.max(1))?));
    Ok(())
}

/// One referral as it comes, to be filed many times under other names.
fn sample(folder: &Path) -> anyhow::Result<NewReferral> {
    let story: Value = serde_json::from_str(STORY)?;
    let answers = story.get("answers").and_then(Value::as_object).context("the story has answers")?;
    let raw = RawAnswers::from_json(answers);
    let settings = Settings::read(&Given { data: Some(folder.join("data")), ..Given::default() }, [])?;
    let (rubric, calendar, submission) = (Rubric::read("")?, Calendar::default(), SubmissionKey::random()?);
    let sent = Sent {
        raw: &raw,
        voice: Voice::Professional,
        channel: Channel::Web,
        keep_set_aside: false,
        submission: &submission,
        draft: None,
    };
    let desk = Desk {
        lang: Lang::English,
        rubric: &rubric,
        calendar: &calendar,
        mail: &settings.mail,
        base_url: "http://localhost",
    };
    let now: DateTime<Utc> = "2026-11-23T10:00:00Z".parse()?;
    Ok(receive(&sent, &desk, Reference::random()?, now).referral)
}

fn fill(db: &Db, vault: &Vault, sample: &NewReferral, wanted: usize) -> anyhow::Result<()> {
    let mut filed = 0;
    while filed < wanted {
        let number = TOGETHER.min(wanted - filed);
        let (vault, sample) = (vault.clone(), sample.clone());
        db.write(move |conn| {
            for _ in 0..number {
                let new = NewReferral {
                    reference: Reference::random()?,
                    submission_key: SubmissionKey::random()?,
                    ..sample.clone()
                };
                referrals::file(conn, &vault, Actor::Visitor, &new)?;
            }
            Ok(())
        })?;
        filed += number;
    }
    Ok(())
}

fn referral(db: &Db, vault: &Vault, new: &NewReferral) -> anyhow::Result<()> {
    let (vault, new) = (vault.clone(), new.clone());
    db.write(move |conn| referrals::file(conn, &vault, Actor::Visitor, &new).map(drop))?;
    Ok(())
}

fn timed<T>(job: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(T, Duration)> {
    let begun = Instant::now();
    Ok((job()?, begun.elapsed()))
}

fn told(what: &str, took: Duration, rows: usize) {
    let each = took.as_nanos() / u128::try_from(rows.max(1)).unwrap_or(1) / 1000;
    say(&format!("{:>9.2} s {what}: {rows} referrals, {each} µs each", took.as_secs_f64()));
}

#[expect(clippy::print_stdout, reason = "figures are what a bench is for")]
fn say(line: &str) {
    println!("{line}");
}

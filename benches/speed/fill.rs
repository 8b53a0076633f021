//! Homes with many referrals: some filed as they come, by the store's own functions, and then copied row for row.
//!
//! Each copy has names, keys and seals of its own, so that whatever the queue and the hourly sweep read of it opens.
//! What neither reads is cut short (the record, the assessment), so that a million take 3 GB and not 19; histories and
//! persons are copied as they are sealed and would not open. All homes are filled so, the small one too. Must not know
//! what is measured.

use std::path::Path;
use std::sync::Arc;

use alongside::form::{RawAnswers, Voice};
use alongside::ids::{Reference, SubmissionKey, to_letters};
use alongside::intake::calendar::Calendar;
use alongside::permission::Actor;
use alongside::receive::{Desk, Sent, receive};
use alongside::settings::rubric::Rubric;
use alongside::store::referrals::{self as filed, NewReferral};
use alongside::triage::life::Channel;
use alongside::vault::{Place, Plain, Vault};
use alongside::words::Lang;
use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::portal::Home;
use crate::rows::{Referral, connect, referrals};

/// Referrals that are filed as they come, before they are copied.
pub(crate) const FILED: usize = 1_000;

/// A home with that many referrals in it, a whole number of times [`FILED`].
pub(crate) fn home(folder: &Path, wanted: usize) -> anyhow::Result<Home> {
    let home = Home::new(folder)?;
    let done = folder.join("filled");
    let says = format!("{wanted} of {}", env!("CARGO_PKG_VERSION"));
    if std::fs::read_to_string(&done).is_ok_and(|said| said == says) {
        return Ok(home);
    }
    std::fs::remove_dir_all(folder)?;
    let home = Home::new(folder)?;
    home.add_staff()?;
    let vault = file(&home)?;
    copy(&home, &vault, wanted / FILED)?;
    std::fs::write(done, says)?;
    Ok(home)
}

/// The stories of the vignettes, over and over, each hour one.
fn file(home: &Home) -> anyhow::Result<Arc<Vault>> {
    let portal = home.open()?;
    let (rubric, calendar) = (Rubric::read("")?, Calendar::default());
    let desk = Desk {
        lang: Lang::English,
        rubric: &rubric,
        calendar: &calendar,
        mail: &portal.settings.mail,
        base_url: "http://localhost",
    };
    let mut stories = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes");
    let mut files: Vec<_> = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        let story: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
        let answers = story.get("answers").and_then(Value::as_object).context("a story has answers")?;
        let voice = answers.get("voice").and_then(Value::as_str).and_then(Voice::from_slug).context("a voice")?;
        let now: DateTime<Utc> = story.get("now").and_then(Value::as_str).context("a story has a time")?.parse()?;
        stories.push((RawAnswers::from_json(answers), voice, now));
    }
    let mut news = Vec::new();
    for (at, (raw, voice, now)) in (0..FILED).zip(stories.iter().cycle()) {
        let submission = SubmissionKey::random()?;
        let sent = Sent {
            raw,
            voice: *voice,
            channel: Channel::Web,
            keep_set_aside: false,
            submission: &submission,
            draft: None,
        };
        let back = TimeDelta::minutes(i64::try_from(at)?);
        let new = receive(&sent, &desk, Reference::random()?, *now - back).referral;
        news.push(NewReferral { record: Plain::of(&json!([])), assessment: Plain::of(&json!({})), ..new });
    }
    let vault = Arc::clone(&portal.vault);
    portal.db.write(move |conn| {
        for new in &news {
            filed::file(conn, &vault, Actor::Visitor, new)?;
        }
        Ok(())
    })?;
    Ok(portal.vault)
}

/// Writes as fast as it goes: nobody misses this file if the machine stops.
const CARELESS: &str = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1500000; \
    PRAGMA foreign_keys = OFF; PRAGMA secure_delete = OFF; PRAGMA locking_mode = EXCLUSIVE;";

/// The tables below a referral, each with how a copy differs; `:n` is its number, `:filed` how many were filed.
const BELOW: [&str; 7] = [
    "INSERT INTO people SELECT id + :n * :filed, hex(randomblob(13)), details, created_at FROM people WHERE id <= :filed",
    "INSERT INTO people_index (person_id, field, value) SELECT person_id + :n * :filed, field, randomblob(length(value)) \
     FROM people_index WHERE person_id <= :filed",
    "INSERT INTO issues SELECT id + :n * :issues, referral_id + :n * :filed, number, kind, stage, service_line, state, \
     band, points, contact_by FROM issues WHERE id <= :issues",
    "INSERT INTO issue_dates (issue_id, number, what, day, hard) SELECT issue_id + :n * :issues, number, what, day, hard \
     FROM issue_dates WHERE issue_id <= :issues",
    "INSERT INTO events (referral_id, seq, kind, actor_kind, staff_id, system_part, issue_id, detail, words, commitment, \
     hash, happened_at) SELECT referral_id + :n * :filed, seq, kind, actor_kind, staff_id, system_part, issue_id, detail, \
     words, commitment, hash, happened_at FROM events WHERE referral_id <= :filed",
    "INSERT INTO call_backs (referral_id, reason, due_at) SELECT referral_id + :n * :filed, reason, due_at \
     FROM call_backs WHERE referral_id <= :filed",
    "INSERT INTO outbox (row_name, referral_id, kind, state, attempts, next_at, created_at, settled_at) \
     SELECT hex(randomblob(13)), referral_id + :n * :filed, kind, state, attempts, next_at, created_at, settled_at \
     FROM outbox WHERE referral_id <= :filed",
];

fn copy(home: &Home, vault: &Vault, times: usize) -> anyhow::Result<()> {
    let mut conn = connect(&home.database())?;
    conn.batch_execute(CARELESS)?;
    // What was to be mailed has been.
    conn.batch_execute("UPDATE outbox SET state = 'sent', body = NULL, settled_at = created_at")?;
    let issues: i64 = crate::rows::issues::table.count().get_result(&mut conn)?;
    let originals: Vec<Referral> =
        referrals::table.order(referrals::id).select(Referral::as_select()).load(&mut conn)?;
    let opened = originals.iter().map(|one| Opened::of(vault, one)).collect::<anyhow::Result<Vec<_>>>()?;
    for n in 1..times {
        conn.batch_execute("BEGIN")?;
        for statement in BELOW {
            let numbers = [(":n", n.to_string()), (":filed", FILED.to_string()), (":issues", issues.to_string())];
            let said = numbers.iter().fold(statement.to_owned(), |said, (name, value)| said.replace(name, value));
            conn.batch_execute(&said)?;
        }
        for (at, (original, opened)) in originals.iter().zip(&opened).enumerate() {
            let copy = opened.copy(vault, original, n * FILED + at)?;
            diesel::insert_into(referrals::table).values(&copy).execute(&mut conn)?;
        }
        conn.batch_execute("COMMIT")?;
    }
    conn.batch_execute(&format!("UPDATE queue_counts SET total = total * {times}"))?;
    conn.batch_execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;")?;
    Ok(())
}

/// What is sealed in a referral, in the clear.
struct Opened {
    sealed: [(&'static str, Vec<u8>); 4],
}

impl Opened {
    fn of(vault: &Vault, one: &Referral) -> anyhow::Result<Self> {
        let columns =
            [("answers", &one.answers), ("record", &one.record), ("assessment", &one.assessment), ("why", &one.why)];
        let open = |(column, sealed): (&'static str, &Vec<u8>)| {
            anyhow::Ok((column, vault.open(place(column, &one.reference), sealed)?.to_vec()))
        };
        let [answers, record, assessment, why] = columns.map(open);
        Ok(Self { sealed: [answers?, record?, assessment?, why?] })
    }

    /// The same referral, sent by somebody else at another time.
    fn copy(&self, vault: &Vault, original: &Referral, number: usize) -> anyhow::Result<Referral> {
        let reference = reference(number);
        let seal = |(column, plain): &(&'static str, Vec<u8>)| vault.seal(place(column, &reference), plain);
        let [answers, record, assessment, why] = &self.sealed;
        let (answers, record, assessment, why) = (seal(answers)?, seal(record)?, seal(assessment)?, seal(why)?);
        let number = i64::try_from(number)?;
        let filed = i64::try_from(FILED)?;
        Ok(Referral {
            submission_hash: alongside::ids::random_bytes::<36>()?.to_vec(),
            receipt_hash: alongside::ids::random_bytes::<36>()?.to_vec(),
            person_id: original.person_id + number / filed * filed,
            received_at: original.received_at - number * 7,
            touched_at: original.touched_at - number * 7,
            answers,
            record,
            assessment,
            why,
            reference,
            ..original.clone()
        })
    }
}

fn place<'a>(column: &'static str, reference: &'a str) -> Place<'a> {
    Place { table: "referrals", column, row: reference }
}

/// A reference for each number, no two alike, in no order: an odd factor leaves no two numbers of 40 bits alike.
fn reference(number: usize) -> String {
    let spread = u64::try_from(number).unwrap_or_default().wrapping_mul(0x9E_3779_B97F_4A7D);
    to_letters(spread.to_le_bytes().get(..5).unwrap_or_default())
}

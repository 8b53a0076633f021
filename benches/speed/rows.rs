//! The rows that one referral leaves behind, as they are: read from where the portal kept them, written again without it.
//!
//! What this costs is the least that keeping them can cost: nothing is read, checked, weighed, composed or sealed. The
//! table declarations are those of the store. Must not know the portal.

#![expect(clippy::struct_field_names, reason = "named as their columns are")]

use std::path::Path;

use chrono::NaiveDate;
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

#[path = "../../src/store/schema.rs"]
mod schema;

pub(crate) use schema::{call_backs, drafts, issue_dates, issues, outbox, people, people_index, referrals, sessions};
use schema::{events, queue_counts};

macro_rules! row {
    ($name:ident, $table:ident { $($field:ident: $kind:ty),+ $(,)? }) => {
        #[derive(Debug, Clone, Queryable, Selectable, Insertable)]
        #[diesel(table_name = $table)]
        pub(crate) struct $name { $(pub(crate) $field: $kind),+ }
    };
}

type Bytes = Vec<u8>;

row!(Session, sessions { key_hash: Bytes, row_name: String, state: Bytes, created_at: i64, touched_at: i64 });
row!(
    Draft,
    drafts {
        token_hash: Bytes,
        row_name: String,
        voice: String,
        channel: String,
        body: Bytes,
        version: i64,
        failed_count: i32,
        created_at: i64,
        expires_at: i64,
    }
);
row!(Person, people { row_name: String, details: Bytes, created_at: i64 });
row!(Found, people_index { person_id: i64, field: String, value: Bytes });
row!(
    Referral,
    referrals {
        reference: String,
        submission_hash: Bytes,
        receipt_hash: Bytes,
        person_id: i64,
        status: String,
        voice: String,
        channel: String,
        band: String,
        computed_band: String,
        points: i32,
        rank: i64,
        contact_by: i64,
        overridden: bool,
        emergency: bool,
        danger: bool,
        unsafe_contact: bool,
        communication: bool,
        risk: bool,
        gaps: i32,
        answers: Bytes,
        record: Bytes,
        assessment: Bytes,
        why: Bytes,
        version: i64,
        events_count: i64,
        events_head: Bytes,
        received_at: i64,
        touched_at: i64,
    }
);
row!(Issue, issues {
    referral_id: i64, number: i32, kind: String, stage: Option<String>, service_line: String, state: String,
    band: String, points: i32, contact_by: i64,
});
row!(Day, issue_dates { issue_id: i64, number: i32, what: String, day: Option<NaiveDate>, hard: bool });
row!(Event, events {
    referral_id: i64, seq: i64, kind: String, actor_kind: String, detail: String, words: Option<Bytes>,
    commitment: Bytes, hash: Bytes, happened_at: i64,
});
row!(CallBack, call_backs { referral_id: i64, reason: String, due_at: i64 });
row!(Mail, outbox {
    row_name: String, referral_id: Option<i64>, kind: String, body: Option<Bytes>, state: String, attempts: i32,
    next_at: i64, created_at: i64,
});

/// One referral with everything it causes, and the draft and the session behind it.
#[derive(Debug, Clone)]
pub(crate) struct Rows {
    session: Session,
    draft: Draft,
    person: Person,
    found: Vec<Found>,
    referral: Referral,
    issues: Vec<(Issue, Vec<Day>)>,
    events: Vec<Event>,
    call_backs: Vec<CallBack>,
    mails: Vec<Mail>,
}

/// The pragmas that the store's own writer has.
const PRAGMAS: &str = "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; \
    PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;";

/// A connection as the store's writer has one.
pub(crate) fn connect(file: &Path) -> anyhow::Result<SqliteConnection> {
    let mut conn = SqliteConnection::establish(&file.display().to_string())?;
    conn.batch_execute(PRAGMAS)?;
    Ok(conn)
}

impl Rows {
    /// Of the referral that was filed last; the draft is that of another form, which still waits.
    pub(crate) fn of_the_last(conn: &mut SqliteConnection) -> anyhow::Result<Self> {
        let (id, person): (i64, i64) =
            referrals::table.order(referrals::id.desc()).select((referrals::id, referrals::person_id)).first(conn)?;
        let of_issue = |conn: &mut SqliteConnection, id: i64| {
            let mine = issue_dates::table.filter(issue_dates::issue_id.eq(id));
            mine.select(Day::as_select()).load(conn)
        };
        let issues: Vec<(i64, Issue)> =
            issues::table.filter(issues::referral_id.eq(id)).select((issues::id, Issue::as_select())).load(conn)?;
        let issues = issues.into_iter().map(|(id, issue)| Ok((issue, of_issue(conn, id)?)));
        let issues = issues.collect::<QueryResult<_>>()?;
        Ok(Self {
            session: sessions::table.order(sessions::id.desc()).select(Session::as_select()).first(conn)?,
            draft: drafts::table.order(drafts::id.desc()).select(Draft::as_select()).first(conn)?,
            person: people::table.filter(people::id.eq(person)).select(Person::as_select()).first(conn)?,
            found: people_index::table
                .filter(people_index::person_id.eq(person))
                .select(Found::as_select())
                .load(conn)?,
            referral: referrals::table.filter(referrals::id.eq(id)).select(Referral::as_select()).first(conn)?,
            issues,
            events: events::table.filter(events::referral_id.eq(id)).select(Event::as_select()).load(conn)?,
            call_backs: call_backs::table
                .filter(call_backs::referral_id.eq(id))
                .select(CallBack::as_select())
                .load(conn)?,
            mails: outbox::table.filter(outbox::referral_id.eq(id)).select(Mail::as_select()).load(conn)?,
        })
    }

    /// How many rows are written, changed or deleted for each.
    pub(crate) fn number(&self) -> usize {
        let dates: usize = self.issues.iter().map(|(_, days)| days.len()).sum();
        let alone = "person referral count draft session".split(' ').count();
        alone
            + self.found.len()
            + self.issues.len()
            + dates
            + self.events.len()
            + self.call_backs.len()
            + self.mails.len()
    }

    /// Puts down the drafts and sessions that so many referrals end; gives their first ids.
    pub(crate) fn prepare(&self, conn: &mut SqliteConnection, number: usize) -> anyhow::Result<Prepared> {
        conn.batch_execute("BEGIN IMMEDIATE")?;
        let mut prepared = Prepared { drafts: Vec::with_capacity(number), sessions: Vec::with_capacity(number) };
        for _ in 0..number {
            let draft = Draft { token_hash: bytes()?, row_name: name()?, ..self.draft.clone() };
            let session = Session { key_hash: bytes()?, row_name: name()?, ..self.session.clone() };
            let new = diesel::insert_into(drafts::table).values(&draft).returning(drafts::id);
            prepared.drafts.push(new.get_result(conn)?);
            let new = diesel::insert_into(sessions::table).values(&session).returning(sessions::id);
            prepared.sessions.push(new.get_result(conn)?);
        }
        conn.batch_execute("COMMIT")?;
        Ok(prepared)
    }

    /// So many referrals in one transaction.
    pub(crate) fn write(
        &self,
        conn: &mut SqliteConnection,
        prepared: &mut Prepared,
        number: usize,
    ) -> anyhow::Result<()> {
        conn.batch_execute("BEGIN IMMEDIATE")?;
        for _ in 0..number {
            self.write_one(conn, prepared)?;
        }
        conn.batch_execute("COMMIT")?;
        Ok(())
    }

    fn write_one(&self, conn: &mut SqliteConnection, prepared: &mut Prepared) -> anyhow::Result<()> {
        let person = Person { row_name: name()?, ..self.person.clone() };
        let person: i64 = diesel::insert_into(people::table).values(&person).returning(people::id).get_result(conn)?;
        for found in &self.found {
            let found = Found { person_id: person, ..found.clone() };
            diesel::insert_into(people_index::table).values(&found).execute(conn)?;
        }
        let referral = Referral {
            reference: name()?.get(..8).unwrap_or_default().to_owned(),
            submission_hash: bytes()?,
            receipt_hash: bytes()?,
            person_id: person,
            ..self.referral.clone()
        };
        let id: i64 =
            diesel::insert_into(referrals::table).values(&referral).returning(referrals::id).get_result(conn)?;
        for (issue, days) in &self.issues {
            let issue = Issue { referral_id: id, ..issue.clone() };
            let issue: i64 =
                diesel::insert_into(issues::table).values(&issue).returning(issues::id).get_result(conn)?;
            for day in days {
                let day = Day { issue_id: issue, ..day.clone() };
                diesel::insert_into(issue_dates::table).values(&day).execute(conn)?;
            }
        }
        for event in &self.events {
            let event = Event { referral_id: id, ..event.clone() };
            diesel::insert_into(events::table).values(&event).execute(conn)?;
        }
        for call_back in &self.call_backs {
            let call_back = CallBack { referral_id: id, ..call_back.clone() };
            diesel::insert_into(call_backs::table).values(&call_back).execute(conn)?;
        }
        for mail in &self.mails {
            let mail = Mail { row_name: name()?, referral_id: Some(id), ..mail.clone() };
            diesel::insert_into(outbox::table).values(&mail).execute(conn)?;
        }
        let count = queue_counts::table
            .filter(queue_counts::status.eq(&self.referral.status))
            .filter(queue_counts::band.eq(&self.referral.band));
        diesel::update(count).set(queue_counts::total.eq(queue_counts::total + 1)).execute(conn)?;
        let draft = prepared.drafts.pop().unwrap_or_default();
        diesel::delete(drafts::table.filter(drafts::id.eq(draft))).execute(conn)?;
        let session = prepared.sessions.pop().unwrap_or_default();
        diesel::update(sessions::table.filter(sessions::id.eq(session)))
            .set((sessions::state.eq(&self.session.state), sessions::touched_at.eq(self.session.touched_at)))
            .execute(conn)?;
        Ok(())
    }
}

/// The drafts and sessions that the next referrals end.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    drafts: Vec<i64>,
    sessions: Vec<i64>,
}

impl Prepared {
    pub(crate) const fn left(&self) -> usize {
        self.drafts.len()
    }
}

fn bytes() -> anyhow::Result<Bytes> {
    Ok(alongside::ids::random_bytes::<36>()?.to_vec())
}

/// A name that no other row has, of letters that a reference may have too.
fn name() -> anyhow::Result<String> {
    Ok(alongside::ids::to_letters(&alongside::ids::random_bytes::<16>()?))
}

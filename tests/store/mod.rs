//! The store, on both databases: SQLite always, PostgreSQL when `TEST_POSTGRES_URL` names a server to try on.

mod alike;
mod backups;
mod database;
mod erasing;
mod events;
mod heads;
mod outbox;
mod people;
mod queue;
mod referrals;
mod tables;
mod tally;
mod turning;
mod writing;

use alongside::form::Voice;
use alongside::ids::{Reference, SubmissionKey};
use alongside::intake::rank::Standing;
use alongside::permission::{Actor, Role};
use alongside::settings::rubric::Band;
use alongside::store::outbox::NewMail;
use alongside::store::referrals::{Flags, NewCallBack, NewDate, NewIssue, NewPerson, NewReferral};
use alongside::store::{AnyConnection, DatabaseUrl, Db, Error, Result, migrate};
use alongside::triage::life::Channel;
use alongside::vault::keys::Keys;
use alongside::vault::{Plain, Vault};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use serde_json::json;
use tempfile::TempDir;

/// One number from raw SQL, where it is called `n`.
#[derive(diesel::QueryableByName)]
pub(crate) struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub(crate) n: i64,
}

/// A fresh, migrated database with a vault, gone when dropped.
pub(crate) struct TestDb {
    pub(crate) db: Db,
    pub(crate) vault: Vault,
    pub(crate) keys: Keys,
    pub(crate) url: DatabaseUrl,
    pub(crate) folder: TempDir,
    schema: Option<Schema>,
}

/// A schema of its own on a server, gone when dropped.
struct Schema {
    server: String,
    name: String,
}

impl Schema {
    fn make(server: &str) -> Self {
        let name = format!("t{}", SubmissionKey::random().unwrap().as_str());
        on_server(server, &format!("CREATE SCHEMA {name}"));
        Self { server: server.to_owned(), name }
    }

    fn url(&self) -> DatabaseUrl {
        let joint = if self.server.contains('?') { '&' } else { '?' };
        format!("{}{joint}options=-csearch_path%3D{}", self.server, self.name).parse().unwrap()
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        on_server(&self.server, &format!("DROP SCHEMA {} CASCADE", self.name));
    }
}

impl TestDb {
    fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::Sqlite(folder.path().join("alongside.sqlite"));
        Self::at(url, folder, None)
    }

    /// A schema of its own on the given server.
    fn postgres(server: &str) -> Self {
        let schema = Schema::make(server);
        Self::at(schema.url(), tempfile::tempdir().unwrap(), Some(schema))
    }

    fn at(url: DatabaseUrl, folder: TempDir, schema: Option<Schema>) -> Self {
        migrate(&url).unwrap();
        let db = Db::open(&url, 8).unwrap();
        let keys = Keys::new().unwrap();
        Self { db, vault: Vault::new(&keys), keys, url, folder, schema }
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.schema.is_none()
    }

    /// Writes with the vault at hand.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection, &Vault) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let vault = self.vault.clone();
        self.db.write(move |conn| job(conn, &vault))
    }

    /// Runs raw SQL, as someone at the database's own prompt would.
    pub(crate) fn meddle(&self, sql: &str) -> Result<usize> {
        let sql = sql.to_owned();
        self.db.write(move |conn| diesel::sql_query(sql).execute(conn).map_err(Error::from))
    }

    /// One number from raw SQL.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.db.read(|conn| diesel::sql_query(sql).get_result::<Number>(conn).map_err(Error::from)).unwrap().n
    }
}

pub(crate) fn on_server(server: &str, sql: &str) {
    use diesel::Connection;
    diesel::PgConnection::establish(server).unwrap().batch_execute(sql).unwrap();
}

/// Runs a test on SQLite and, where there is one to try on, on PostgreSQL.
pub(crate) fn on_each_database(test: impl Fn(&TestDb)) {
    test(&TestDb::sqlite());
    if let Some(server) = crate::postgres() {
        test(&TestDb::postgres(&server));
    }
}

/// The same with databases that hold nothing yet, not even tables.
pub(crate) fn on_each_bare_database(test: impl Fn(&DatabaseUrl)) {
    let folder = tempfile::tempdir().unwrap();
    test(&DatabaseUrl::Sqlite(folder.path().join("alongside.sqlite")));
    if let Some(server) = crate::postgres() {
        test(&Schema::make(&server).url());
    }
}

pub(crate) const VISITOR: Actor = Actor::Visitor;
/// A duty stands behind each made-up referral.
pub(crate) const STANDING: Standing = Standing { points: 33, is_statutory: true, statutory_first: false };
pub(crate) const SYSTEM: Actor = Actor::System("test");

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn now() -> DateTime<Utc> {
    at("2026-11-23T10:00:00Z")
}

/// A member of triage staff with an account.
pub(crate) fn a_triager(test: &TestDb) -> Actor {
    a_member(test, "Tess Triager", Role::Triage)
}

pub(crate) fn a_member(test: &TestDb, name: &'static str, role: Role) -> Actor {
    let add = move |conn: &mut AnyConnection, vault: &Vault| {
        alongside::store::staff::add(conn, vault, SYSTEM, (name, role, "$argon2id$v=19$made-up"), now())
    };
    Actor::Staff { id: test.write(add).unwrap(), role }
}

/// A made-up referral: one issue with a date, a call-back and a mail.
pub(crate) fn a_referral() -> NewReferral {
    let contact_by = now() + TimeDelta::days(2);
    NewReferral {
        reference: Reference::random().unwrap(),
        submission_key: SubmissionKey::random().unwrap(),
        received_at: now(),
        voice: Voice::Someone,
        channel: Channel::Phone,
        band: Band::Standard,
        points: 33,
        rank: STANDING.rank(Band::Standard, contact_by),
        contact_by,
        flags: Flags { danger: true, ..Flags::default() },
        gaps: 4,
        answers: Plain::of(&json!({"person-name": ["Marjorie Quillfeather"], "issue": "she is to be moved"})),
        record: Plain::of(&json!({"sections": ["Marjorie Quillfeather"]})),
        assessment: Plain::of(&json!({"reasons": ["a move in 8 working days"]})),
        why: vec!["a move in 8 working days".into()],
        person: NewPerson {
            details: json!({"name": "Marjorie Quillfeather"}),
            index: vec![
                ("person-name", "Marjorie Quillfeather".into()),
                ("person-name", "MARJORIE QUILLFEATHER".into()),
                ("person-nhs", String::new()),
            ],
        },
        issues: vec![NewIssue {
            number: 1,
            kind: "move".into(),
            stage: Some("planned".into()),
            line: "imca".into(),
            band: Band::Standard,
            points: 33,
            contact_by,
            dates: vec![NewDate {
                number: 1,
                what: "move".into(),
                day: Some("2026-12-03".parse().unwrap()),
                hard: true,
            }],
        }],
        call_backs: vec![NewCallBack { reason: "danger-not-sure".into(), due_at: contact_by }],
        mails: vec![NewMail { kind: "receipt".into(), body: json!({"to": "quillfeather@example.org"}), due_at: now() }],
        draft: None,
    }
}

/// Files a referral and gives back its reference.
pub(crate) fn filed(test: &TestDb, new: NewReferral) -> Reference {
    let file =
        move |conn: &mut AnyConnection, vault: &Vault| alongside::store::referrals::file(conn, vault, VISITOR, &new);
    test.write(file).unwrap().reference
}

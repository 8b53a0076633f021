//! The real portal in this process: any free port, a fresh database, a clock that is moved by hand, mail in memory.

use std::fs;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use alongside::clock::{Clock, FixedClock};
use alongside::ids::{Reference, SubmissionKey};
use alongside::mail::{Mailer, Message};
use alongside::passwords;
use alongside::permission::{Actor, Role};
use alongside::portal::Portal;
use alongside::settings::{Given, Settings};
use alongside::store::{feedback, staff};
use alongside::web::{Rooms, Server};
use alongside::work;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::browser::Browser;
use super::stories;
use crate::store::on_server;

/// A Monday in November, in office hours.
pub(crate) const MONDAY_AT_TEN: &str = "2026-11-23T10:00:00Z";
/// The password of every account.
pub(crate) const PASSWORD: &str = "seven made-up umbrellas";
/// What every portal here is set to, unless a test says more.
const SERVICE: &str = r#"
[service]
name = "Northshire Advocacy"
phone = "01632 960 111"
children_phone = "01632 960 004"
councils = [{ name = "Northshire Council", emergency_phone = "01632 960 001", safeguarding_phone = "01632 960 002" }]
[mail]
from = "portal@example.org"
directory = "unused"
"#;

/// A portal that runs until it is dropped.
pub(crate) struct TestPortal {
    pub(crate) address: SocketAddr,
    pub(crate) clock: FixedClock,
    pub(crate) rooms: Data<Rooms>,
    folder: TempDir,
    mails: Arc<Mutex<Vec<Message>>>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
    schema: Option<(String, String)>,
}

/// What a test wants otherwise than usual.
#[derive(Default)]
pub(crate) struct Wanted<'a> {
    /// More settings, as in the file, the first of them about mail; may not name a section that is named already.
    pub(crate) settings: &'a str,
    /// When it is.
    pub(crate) at: Option<&'a str>,
    /// A service that has set neither telephone nor councils.
    pub(crate) bare: bool,
    /// A PostgreSQL server to keep everything on.
    pub(crate) server: Option<String>,
}

impl TestPortal {
    /// A portal on SQLite, on a Monday at ten.
    pub(crate) fn new() -> Self {
        Self::with(Wanted::default())
    }

    /// A portal with other settings or at another time.
    pub(crate) fn with(wanted: Wanted<'_>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let schema = wanted.server.map(|server| {
            let schema = format!("w{}", SubmissionKey::random().unwrap().as_str());
            on_server(&server, &format!("CREATE SCHEMA {schema}"));
            (server, schema)
        });
        let database = schema.as_ref().map(|(server, schema)| {
            let joint = if server.contains('?') { '&' } else { '?' };
            format!("[database]\nurl = \"{server}{joint}options=-csearch_path%3D{schema}\"\n")
        });
        let file = folder.path().join("alongside.toml");
        let service =
            if wanted.bare { "[mail]\nfrom = \"portal@example.org\"\ndirectory = \"unused\"\n" } else { SERVICE };
        fs::write(&file, format!("{}{service}{}", database.unwrap_or_default(), wanted.settings)).unwrap();
        let given = Given {
            file: Some(file),
            data: Some(folder.path().join("data")),
            listen: Some("127.0.0.1:0".to_owned()),
            demo: false,
        };
        let settings = Settings::read(&given, []).unwrap();
        let clock = FixedClock::at(wanted.at.unwrap_or(MONDAY_AT_TEN).parse().unwrap());
        let rooms = Portal::open(settings, false).unwrap().rooms(Clock::Fixed(clock.clone()), None).unwrap();
        let server = Server::bind(rooms, "127.0.0.1:0".parse().unwrap()).unwrap();
        let (address, rooms) = (server.address().unwrap(), server.rooms());
        let (tell, told) = mpsc::channel();
        let thread = thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let running = server.run().unwrap();
                tell.send(running.handle()).unwrap();
                running.await.unwrap();
            });
        });
        let handle = told.recv().unwrap();
        Self { address, clock, rooms, folder, mails: Arc::default(), handle, thread: Some(thread), schema }
    }

    /// Somebody's browser that has been nowhere.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, time: TimeDelta) {
        self.clock.advance(time);
    }

    /// Somebody sends the shortest referral there is; its reference.
    pub(crate) fn sent(&self) -> String {
        self.sent_as(stories::shortest)
    }

    /// Somebody sends what this story tells; its reference.
    pub(crate) fn sent_as(&self, story: fn(&mut Browser)) -> String {
        let mut visitor = self.browser();
        story(&mut visitor);
        visitor.press(stories::SEND);
        stories::receipt(&visitor).0
    }

    /// Sends what waits in the outbox and gives back all that was ever sent.
    pub(crate) fn mails(&self) -> Vec<Value> {
        let mailer = Mailer::Memory(Arc::clone(&self.mails));
        soon(work::deliver_due(&self.rooms, &mailer)).unwrap();
        self.mails.lock().unwrap().iter().map(|mail| json!(mail)).collect()
    }

    /// Destroys what has run out, as the portal does every hour.
    pub(crate) fn sweep(&self) {
        soon(work::sweep_once(&self.rooms)).unwrap();
    }

    /// An account with [`PASSWORD`]; its name.
    pub(crate) fn account(&self, role: Role) -> String {
        self.account_named(&format!("{}@example.org", role.slug()), role)
    }

    /// Another account of that role.
    pub(crate) fn account_named(&self, name: &str, role: Role) -> String {
        // Slow on purpose: once is enough.
        static HASH: OnceLock<String> = OnceLock::new();
        let hash = HASH.get_or_init(|| passwords::hash(PASSWORD, &[]).unwrap());
        let (vault, kept, now) = (self.rooms.vault.clone(), name.to_owned(), self.clock.now());
        let add = move |conn: &mut _| staff::add(conn, &vault, Actor::System("test"), (&kept, role, hash), now);
        self.rooms.db.write(add).unwrap();
        name.to_owned()
    }

    /// A browser in which a member of staff has just signed in.
    pub(crate) fn signed_in(&self, role: Role) -> Browser {
        let name = self.account(role);
        self.sign_in(&name)
    }

    /// Another browser of somebody who has an account.
    pub(crate) fn sign_in(&self, name: &str) -> Browser {
        let mut desk = self.browser();
        desk.open("/staff/sign-in").fill("Work e-mail", name).fill("Password", PASSWORD).press("Sign in");
        // Where an account begins that may not see the queue.
        assert!(["/staff/queue", "/staff/accounts"].contains(&desk.path.as_str()), "{}", desk.words());
        desk
    }

    /// A private code for feedback on a referral.
    pub(crate) fn invitation(&self, reference: &str) -> String {
        let (vault, now) = (self.rooms.vault.clone(), self.clock.now());
        let reference: Reference = reference.parse().unwrap();
        let until: DateTime<Utc> = now + TimeDelta::days(90);
        let invite =
            move |conn: &mut _| feedback::invite(conn, &vault, Actor::System("test"), &reference, (now, until));
        self.rooms.db.write(invite).unwrap().shown()
    }

    /// The folder with the settings file, the key and the data folder.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The database file, where there is one.
    pub(crate) fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("data/alongside.sqlite")
    }

    /// Everything in the data folder, byte for byte.
    pub(crate) fn every_byte(&self) -> Vec<u8> {
        let files = fs::read_dir(self.folder.path().join("data")).unwrap();
        files.flat_map(|file| fs::read(file.unwrap().path()).unwrap_or_default()).collect()
    }

    /// Every row of every table as text, bytes in hexadecimal.
    pub(crate) fn every_row(&self) -> String {
        #[derive(diesel::QueryableByName)]
        struct Line {
            #[diesel(sql_type = diesel::sql_types::Text)]
            line: String,
        }
        let load = |sql: String| -> Vec<String> {
            let lines: Vec<Line> =
                self.rooms.db.read(|conn| Ok(diesel::RunQueryDsl::load(diesel::sql_query(sql), conn)?)).unwrap();
            lines.into_iter().map(|line| line.line).collect()
        };
        let tables = if self.is_on_server() {
            "SELECT CAST(table_name AS TEXT) AS line FROM information_schema.tables WHERE table_schema = current_schema()"
        } else {
            "SELECT name AS line FROM sqlite_master WHERE type = 'table'"
        };
        let tables = load(tables.to_owned());
        assert!(tables.len() >= 16, "{tables:?}");
        let row = |table: &str| {
            if self.is_on_server() {
                return format!("CAST({table}.* AS TEXT)");
            }
            let columns = load(format!("SELECT name AS line FROM pragma_table_info('{table}')"));
            let shown = |column: &String| {
                format!(
                    "CASE typeof(\"{column}\") WHEN 'blob' THEN '\\x' || lower(hex(\"{column}\")) \
                     ELSE ifnull(\"{column}\", '') END"
                )
            };
            columns.iter().map(shown).collect::<Vec<_>>().join(" || ' ' || ")
        };
        let rows = tables.iter().flat_map(|table| load(format!("SELECT {} AS line FROM {table}", row(table))));
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Whether everything is kept on a server, and not in a file.
    pub(crate) const fn is_on_server(&self) -> bool {
        self.schema.is_some()
    }

    /// How many rows a table has.
    pub(crate) fn rows(&self, table: &str) -> i64 {
        #[derive(diesel::QueryableByName)]
        struct Count {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let count = diesel::sql_query(format!("SELECT count(*) AS n FROM {table}"));
        self.rooms.db.read(|conn| Ok(diesel::RunQueryDsl::get_result::<Count>(count, conn)?.n)).unwrap()
    }
}

impl Drop for TestPortal {
    fn drop(&mut self) {
        // Told at once; whether it has stopped is seen by its thread.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let stopped = thread.join();
            assert!(stopped.is_ok() || thread::panicking());
        }
        if let Some((server, schema)) = &self.schema {
            on_server(server, &format!("DROP SCHEMA {schema} CASCADE"));
        }
    }
}

/// Waits until it is so. The deadline is for a test that would otherwise never end, and is not measured against.
#[track_caller]
pub(crate) fn until(what: &str, mut so: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_mins(2);
    while !so() {
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Runs a journey on SQLite and, where there is a server to try on, on PostgreSQL.
pub(crate) fn on_each_database(journey: impl Fn(&TestPortal)) {
    on_each_database_set("", journey);
}

/// The same with more settings.
pub(crate) fn on_each_database_set(settings: &str, journey: impl Fn(&TestPortal)) {
    journey(&TestPortal::with(Wanted { settings, ..Wanted::default() }));
    if let Some(server) = crate::postgres() {
        journey(&TestPortal::with(Wanted { settings, server: Some(server), ..Wanted::default() }));
    }
}

fn soon<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

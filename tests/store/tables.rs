//! The tables: the same on both databases, and no bad row in either.

use std::collections::BTreeSet;

use alongside::store::events::verify_chain;
use alongside::store::referrals;
use alongside::store::{DatabaseUrl, Error, Fault, MigrateError, keys_belong, migrate};
use alongside::triage::life::{Decision, Status};
use alongside::vault::Vault;
use alongside::vault::keys::Keys;
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{TestDb, a_referral, filed, on_each_bare_database, on_each_database};

pub(super) const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Every column as `table.column`, in order.
fn columns(test: &TestDb) -> Vec<String> {
    let sql = if test.is_sqlite() {
        "SELECT m.name || '.' || c.name AS line FROM sqlite_master m, pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%' ORDER BY 1"
    } else {
        "SELECT CAST(table_name || '.' || column_name AS TEXT) AS line FROM information_schema.columns \
         WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_\\_%' ORDER BY 1"
    };
    let lines: Vec<Line> = test.db.read(|conn| Ok(diesel::sql_query(sql).load(conn)?)).unwrap();
    lines.into_iter().map(|line| line.line).collect()
}

/// The names of the steps in one folder.
fn steps(folder: &str) -> BTreeSet<std::ffi::OsString> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
}

#[test]
fn both_databases_have_the_same_columns() {
    let Some(server) = crate::postgres() else { return };
    assert_eq!(columns(&TestDb::sqlite()), columns(&TestDb::postgres(&server)));
}

#[test]
fn every_table_is_one_that_the_start_checks() {
    let tables: BTreeSet<String> =
        columns(&TestDb::sqlite()).iter().map(|line| line.split('.').next().unwrap().to_owned()).collect();
    assert_eq!(tables.len(), 17, "add a new table to the check in store::migrate: {tables:?}");
}

#[test]
fn a_table_changed_by_hand_is_found_at_the_start() {
    on_each_database(|test| {
        test.meddle("ALTER TABLE people RENAME COLUMN details TO details2").unwrap();
        assert_eq!(migrate(&test.url), Err(MigrateError::Changed("people")));
    });
}

#[test]
fn the_steps_go_down_and_up_again() {
    on_each_database(|test| {
        let before = columns(test);
        match &test.url {
            DatabaseUrl::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
                conn.revert_all_migrations(SQLITE).map(drop).unwrap();
            }
            DatabaseUrl::Postgres(address) => {
                let mut conn = PgConnection::establish(address).unwrap();
                conn.revert_all_migrations(POSTGRES).map(drop).unwrap();
            }
        }
        assert!(columns(test).is_empty());
        assert_eq!(migrate(&test.url).unwrap().len(), steps("sqlite").len());
        assert_eq!(columns(test), before);
        assert!(migrate(&test.url).unwrap().is_empty());
    });
}

#[test]
fn an_older_database_with_referrals_in_it_is_brought_up_to_date() {
    on_each_database(|test| {
        let triager = super::a_triager(test);
        let reference = filed(test, a_referral());
        for version in [1, 2] {
            let reference = reference.clone();
            let decide = Decision::Decline { reason: "has an advocate".into() };
            let decide = if version == 1 { Decision::Ask { what: "which ward?".into() } } else { decide };
            test.write(move |conn, vault| {
                let at = super::now() + chrono::TimeDelta::days(version);
                referrals::decide_issue(conn, vault, triager, (&reference, version, 1), &decide, at)
            })
            .unwrap();
        }
        let before = columns(test);
        match &test.url {
            DatabaseUrl::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
                conn.revert_last_migration(SQLITE).map(drop).unwrap();
            }
            DatabaseUrl::Postgres(address) => {
                let mut conn = PgConnection::establish(address).unwrap();
                conn.revert_last_migration(POSTGRES).map(drop).unwrap();
            }
        }
        assert!(columns(test).len() < before.len());
        assert_eq!(migrate(&test.url).unwrap().len(), 1);
        assert_eq!(columns(test), before);
        let decided = (super::now() + chrono::TimeDelta::days(2)).timestamp();
        assert_eq!(test.number("SELECT ended_at AS n FROM referrals"), decided);
        assert_eq!(test.number("SELECT touched_at AS n FROM referrals"), decided);
        let named = reference.clone();
        assert_eq!(test.write(move |conn, vault| verify_chain(conn, vault, super::SYSTEM, &named)), Ok(3));
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &reference, super::now()));
        assert_eq!(read.unwrap().status, Status::Closed);
    });
}

#[test]
fn a_database_of_a_newer_version_is_refused() {
    on_each_database(|test| {
        test.meddle("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')").unwrap();
        let refused = migrate(&test.url).unwrap_err();
        assert_eq!(refused, MigrateError::Newer { version: "29990101000000".into() });
        assert!(refused.to_string().starts_with("a newer version of Alongside"));
    });
}

#[test]
fn instances_that_start_together_migrate_once() {
    on_each_bare_database(|url| {
        let all: Vec<String> = std::thread::scope(|scope| {
            let instances: Vec<_> = (0..4).map(|_| scope.spawn(|| migrate(url).unwrap())).collect();
            instances.into_iter().flat_map(|instance| instance.join().unwrap()).collect()
        });
        assert_eq!(all.len(), steps("sqlite").len(), "each step is taken by one of them: {all:?}");
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    });
}

#[test]
fn bad_rows_are_refused_by_both() {
    on_each_database(|test| {
        filed(test, a_referral());
        for (fault, sql) in [
            (Fault::Rule, "UPDATE referrals SET band = 'red'"),
            (Fault::Rule, "UPDATE referrals SET status = 'lost'"),
            (Fault::Rule, "UPDATE referrals SET gaps = -1"),
            (Fault::Rule, "UPDATE referrals SET reference = 'SHORT'"),
            (Fault::Rule, "UPDATE issues SET state = 'maybe'"),
            (Fault::Rule, "UPDATE issues SET kind = 'Her house in Leeds'"),
            (Fault::Rule, "UPDATE issues SET kind = ''"),
            (Fault::Rule, "UPDATE events SET actor_kind = 'staff'"),
            (Fault::Rule, "UPDATE outbox SET state = 'sent'"),
            (Fault::Rule, "UPDATE outbox SET body = NULL"),
            (Fault::Rule, "UPDATE outbox SET claim = 'a'"),
            (Fault::Rule, "UPDATE queue_counts SET total = -1"),
            (Fault::Rule, "UPDATE people SET details = NULL"),
            (Fault::Link, "UPDATE issues SET referral_id = 999"),
            (Fault::Link, "UPDATE referrals SET person_id = 999"),
            (Fault::Link, "DELETE FROM people"),
        ] {
            assert_eq!(test.meddle(sql), Err(Error::Broken(fault)), "{sql}");
        }
        let twice =
            "INSERT INTO people_index (person_id, field, value) SELECT person_id, field, value FROM people_index";
        assert_eq!(test.meddle(twice), Err(Error::Conflict));
    });
}

#[test]
fn a_key_file_of_another_database_is_found_at_the_start() {
    on_each_database(|test| {
        test.write(keys_belong).unwrap();
        test.write(keys_belong).unwrap();
        let other = Vault::new(&Keys::new().unwrap());
        let refused = || {
            let other = other.clone();
            test.db.write(move |conn| keys_belong(conn, &other))
        };
        assert!(matches!(refused(), Err(Error::Broken(Fault::Sealed(_)))), "{:?}", refused());
        // The row itself was changed: then another tells.
        test.meddle("UPDATE meta SET name = 'key-check-' WHERE name = 'key-check'").unwrap();
        test.write(alongside::store::cookie_key).unwrap();
        test.meddle("INSERT INTO meta (name, value) SELECT 'key-check', value FROM meta WHERE name = 'cookie-key'")
            .unwrap();
        test.write(keys_belong).unwrap();
        assert!(matches!(refused(), Err(Error::Broken(Fault::Sealed(_)))), "{:?}", refused());
    });
}

#[test]
fn a_database_file_is_for_its_owner_only_and_names_nobody() {
    use std::os::unix::fs::PermissionsExt;
    let test = TestDb::sqlite();
    super::a_triager(&test);
    filed(&test, a_referral());
    for entry in std::fs::read_dir(test.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
        let raw = std::fs::read(&path).unwrap();
        let found = String::from_utf8_lossy(&raw).to_lowercase();
        for word in ["quillfeather", "marjorie", "example.org", "tess", "triager"] {
            assert!(!found.contains(word), "{word} in {}", path.display());
        }
    }
}

#[test]
fn postgres_names_nobody_either() {
    let Some(server) = crate::postgres() else { return };
    let test = TestDb::postgres(&server);
    filed(&test, a_referral());
    for table in ["people", "referrals", "issues", "events", "outbox"] {
        let sql = format!(
            "SELECT CAST({table}.* AS TEXT) || encode(CAST({table}.* AS TEXT)::bytea, 'escape') AS line FROM {table}"
        );
        let lines: Vec<Line> = test.db.read(|conn| Ok(diesel::sql_query(sql).load(conn)?)).unwrap();
        assert!(!lines.is_empty());
        // Bytes print as hexadecimal: look for the name in both forms.
        let name = data_encoding::HEXLOWER.encode(b"Marjorie");
        assert!(lines.iter().all(|line| !line.line.contains("Marjorie") && !line.line.contains(&name)), "{table}");
    }
}

#[test]
fn something_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear Sir or Madam, ".repeat(500)).unwrap();
    assert!(migrate(&DatabaseUrl::Sqlite(path)).is_err());
    let nowhere = DatabaseUrl::Sqlite(folder.path().join("no/such/folder.sqlite"));
    assert_eq!(migrate(&nowhere), Err(MigrateError::Store(Error::Unavailable)));
    let silent = DatabaseUrl::Postgres("postgres://nobody@127.0.0.1:1/none".into());
    assert_eq!(migrate(&silent), Err(MigrateError::Store(Error::Unavailable)));
}

#[test]
fn every_link_to_another_table_is_held_by_the_database() {
    let test = TestDb::sqlite();
    let unheld = "SELECT m.name || '.' || c.name AS line FROM sqlite_master m, pragma_table_info(m.name) c \
                  WHERE m.type = 'table' AND c.name LIKE '%\\_id' ESCAPE '\\' AND c.name NOT IN \
                  (SELECT \"from\" FROM pragma_foreign_key_list(m.name))";
    let lines: Vec<Line> = test.db.read(|conn| Ok(diesel::sql_query(unheld).load(conn)?)).unwrap();
    assert!(lines.is_empty(), "{:?}", lines.iter().map(|line| &line.line).collect::<Vec<_>>());
}

#[test]
fn an_unfinished_step_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("half.sqlite");
    let mut conn = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    conn.batch_execute("CREATE TABLE outbox (id INTEGER)").unwrap();
    assert_eq!(migrate(&DatabaseUrl::Sqlite(path)), Err(MigrateError::Step));
    let tables: Vec<Line> =
        diesel::sql_query("SELECT name AS line FROM sqlite_master WHERE name = 'people'").load(&mut conn).unwrap();
    assert!(tables.is_empty());
}

//! A copy is whole or it is no copy, and nothing is written over by accident.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use alongside::ids::Reference;
use alongside::permission::{Actor, Role};
use alongside::store::backup::{BackupError, Copied, Restored, Undone, backup, restore};
use alongside::store::events::verify_chain;
use alongside::store::person::{Erasure, erase, hold};
use alongside::store::referrals::{NewReferral, load};
use alongside::store::reseal::{Part, reseal};
use alongside::store::{DatabaseUrl, Db, Error, MigrateError, migrate};
use alongside::vault::Vault;
use chrono::TimeDelta;
use diesel::connection::SimpleConnection;
use diesel::{Connection, RunQueryDsl, SqliteConnection};
use diesel_migrations::MigrationHarness;
use tempfile::TempDir;

use super::tables::SQLITE;
use super::{Number, SYSTEM, TestDb, a_member, a_referral, a_triager, filed, now};

/// How many rows a table has.
fn rows(db: &Db, table: &str) -> i64 {
    let sql = format!("SELECT count(*) AS n FROM {table}");
    db.read(|conn| diesel::sql_query(sql).get_result::<Number>(conn).map_err(Error::from)).unwrap().n
}

fn held(test: &TestDb, manager: Actor, reference: &Reference, held: bool) {
    let named = reference.clone();
    test.write(move |conn, vault| hold(conn, vault, manager, (&named, held), "a complaint", now())).unwrap();
}

#[test]
fn a_copy_made_under_writing_is_whole_and_opens_elsewhere() {
    let test = TestDb::sqlite();
    let triager = a_triager(&test);
    let first = filed(&test, a_referral());
    let copy = test.folder.path().join("copy.sqlite");
    let copied = std::thread::scope(|scope| {
        let writing = scope.spawn(|| (0..50).for_each(|_| drop(filed(&test, a_referral()))));
        let copied = backup(&test.url, &copy).unwrap();
        writing.join().unwrap();
        copied
    });
    assert!(copied.referrals >= 1 && !copied.is_older);
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    let elsewhere = DatabaseUrl::Sqlite(test.folder.path().join("elsewhere.sqlite"));
    assert_eq!(restore(&copy, &elsewhere, false).unwrap().copied, copied);
    let db = Db::open(&elsewhere, 2).unwrap();
    assert_eq!(rows(&db, "people"), copied.referrals, "of one moment");
    let vault = test.vault.clone();
    let read = db.write(move |conn| load(conn, &vault, triager, &first, now())).unwrap();
    assert_eq!(read.person["name"], "Marjorie Quillfeather");
}

#[test]
fn a_copy_of_many_referrals_is_put_back_and_every_one_of_them_opens_and_verifies() {
    let test = TestDb::sqlite();
    let triager = a_triager(&test);
    let references: Vec<_> = (0..400).map(|_| filed(&test, a_referral())).collect();
    let (copy, elsewhere) = (test.folder.path().join("copy.sqlite"), test.folder.path().join("elsewhere.sqlite"));
    let elsewhere = DatabaseUrl::Sqlite(elsewhere);
    // Half of it under another key: a copy may be made while the key is turned.
    let newer = Vault::new(&test.keys.with_new_key().unwrap());
    for part in [Part::People, Part::Histories] {
        let vault = newer.clone();
        test.db.write(move |conn| reseal(conn, &vault, SYSTEM, part, (0, 200))).unwrap();
    }
    backup(&test.url, &copy).unwrap();
    assert_eq!(restore(&copy, &elsewhere, false).unwrap().copied.referrals, 400);
    let db = Db::open(&elsewhere, 2).unwrap();
    for reference in references {
        let vault = newer.clone();
        let whole = db.write(move |conn| {
            verify_chain(conn, &vault, SYSTEM, &reference)?;
            load(conn, &vault, triager, &reference, now())
        });
        assert_eq!(whole.unwrap().person["name"], "Marjorie Quillfeather");
    }
}

/// The same data in another place, where nobody has them open.
fn closed(test: &TestDb) -> (DatabaseUrl, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept.sqlite");
    backup(&test.url, &kept).unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("alongside.sqlite"));
    restore(&kept, &url, false).unwrap();
    (url, folder)
}

#[test]
fn a_copy_that_is_put_back_tells_what_was_erased_and_held_since() {
    let test = TestDb::sqlite();
    let manager = a_member(&test, "Max Manager", Role::Manager);
    let [gone, disputed, long_held, let_go, _kept] = std::array::from_fn(|_| filed(&test, a_referral()));
    for reference in [&long_held, &let_go] {
        held(&test, manager, reference, true);
    }
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.sqlite");
    backup(&test.url, &copy).unwrap();
    held(&test, manager, &disputed, true);
    held(&test, manager, &let_go, false);
    let later = filed(&test, a_referral());
    for reference in [&gone, &later] {
        let (named, why) = (reference.clone(), "asked".to_owned());
        let erasure = Erasure::asked(why, Vec::new(), None);
        test.write(move |conn, vault| erase(conn, vault, SYSTEM, &named, &erasure, now())).unwrap();
    }
    let (url, _folder) = closed(&test);
    let Restored { undone, until, .. } = restore(&copy, &url, true).unwrap();
    let undone = undone.unwrap();
    assert_eq!(undone.erased, [gone.shown()], "what came after the copy is not in it");
    assert_eq!(undone.held, [disputed.shown()], "what it holds itself is held");
    assert_eq!(until, Some(now()));
    assert_eq!(restore(&copy, &url, true).unwrap().undone, Some(Undone::default()), "a second time nothing is undone");
}

#[test]
fn a_copy_says_that_nobody_knows_where_nothing_can_tell_what_it_undoes() {
    let test = TestDb::sqlite();
    filed(&test, a_referral());
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.sqlite");
    backup(&test.url, &copy).unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("alongside.sqlite"));
    let restored = restore(&copy, &url, false).unwrap();
    assert_eq!((restored.undone, restored.until), (None, Some(now())), "a new machine");

    let other = TestDb::sqlite();
    filed(&other, NewReferral { received_at: now() + TimeDelta::days(9), ..a_referral() });
    let (other, _folder) = closed(&other);
    assert_eq!(restore(&copy, &other, true).unwrap().undone, None, "begun anew there, not knowing of the copy");

    let older = folder.path().join("older.sqlite");
    backup(&test.url, &older).unwrap();
    filed(&test, NewReferral { received_at: now() + TimeDelta::days(1), ..a_referral() });
    let newer = folder.path().join("newer.sqlite");
    backup(&test.url, &newer).unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("behind.sqlite"));
    restore(&older, &url, false).unwrap();
    assert_eq!(restore(&newer, &url, true).unwrap().undone, None, "what is there ends before the copy");
    assert_eq!(restore(&older, &url, true).unwrap().undone, Some(Undone::default()));
}

#[test]
fn a_copy_of_before_the_last_change_of_the_tables_is_put_back_and_brought_up_to_date() {
    let test = TestDb::sqlite();
    let triager = a_triager(&test);
    let reference = filed(&test, a_referral());
    let copy = test.folder.path().join("copy.sqlite");
    backup(&test.url, &copy).unwrap();
    let mut conn = SqliteConnection::establish(copy.to_str().unwrap()).unwrap();
    conn.revert_last_migration(SQLITE).map(drop).unwrap();
    drop(conn);
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("alongside.sqlite"));
    let restored = restore(&copy, &url, false).unwrap();
    assert_eq!(restored.copied, Copied { referrals: 1, feedback: 0, is_older: true });
    assert_eq!(migrate(&url).unwrap().len(), 1);
    let (db, vault, named) = (Db::open(&url, 2).unwrap(), test.vault.clone(), reference.clone());
    let read = db.write(move |conn| {
        verify_chain(conn, &vault, SYSTEM, &named)?;
        load(conn, &vault, triager, &named, now())
    });
    assert_eq!(read.unwrap().person["name"], "Marjorie Quillfeather");
    // In the place of a newer database, which knows what was erased since.
    let erasure = Erasure::asked("asked".into(), Vec::new(), None);
    let (vault, named) = (test.vault.clone(), reference.clone());
    db.write(move |conn| erase(conn, &vault, SYSTEM, &named, &erasure, now())).unwrap();
    drop(db);
    let undone = restore(&copy, &url, true).unwrap().undone.unwrap();
    assert_eq!(undone, Undone { erased: vec![reference.shown()], held: Vec::new() });
}

#[test]
fn a_copy_of_a_newer_version_is_refused_and_what_is_there_stays() {
    let test = TestDb::sqlite();
    filed(&test, a_referral());
    let copy = test.folder.path().join("copy.sqlite");
    backup(&test.url, &copy).unwrap();
    let (url, _folder) = closed(&TestDb::sqlite());
    let mut conn = SqliteConnection::establish(copy.to_str().unwrap()).unwrap();
    conn.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')").unwrap();
    drop(conn);
    assert!(matches!(restore(&copy, &url, true), Err(BackupError::Version(MigrateError::Newer { .. }))));
    assert_eq!(rows(&Db::open(&url, 1).unwrap(), "referrals"), 0);
}

#[test]
fn nothing_is_written_over_unless_told_and_never_while_in_use() {
    let test = TestDb::sqlite();
    let copy = test.folder.path().join("copy.sqlite");
    assert_eq!(backup(&test.url, &copy).unwrap(), Copied { referrals: 0, feedback: 0, is_older: false });
    assert!(matches!(backup(&test.url, &copy), Err(BackupError::Exists(_))));
    assert!(matches!(restore(&copy, &test.url, false), Err(BackupError::Exists(_))));
    assert!(matches!(restore(&copy, &test.url, true), Err(BackupError::InUse)));
    filed(&test, a_referral());
    assert_eq!(test.number("SELECT count(*) AS n FROM referrals"), 1);
}

#[test]
fn with_replace_a_copy_takes_the_place_of_what_is_there() {
    let test = TestDb::sqlite();
    let copy = test.folder.path().join("copy.sqlite");
    backup(&test.url, &copy).unwrap();
    let other = TestDb::sqlite();
    filed(&other, a_referral());
    let kept = other.folder.path().join("kept.sqlite");
    backup(&other.url, &kept).unwrap();
    let target = DatabaseUrl::Sqlite(other.folder.path().join("target.sqlite"));
    restore(&kept, &target, false).unwrap();
    assert_eq!(restore(&copy, &target, true).unwrap().copied.referrals, 0);
    assert_eq!(restore(&kept, &target, true).unwrap().copied.referrals, 1);
}

#[test]
fn a_damaged_copy_is_refused_and_what_is_there_stays() {
    let test = TestDb::sqlite();
    let triager = a_triager(&test);
    let references: Vec<_> = (0..5).map(|_| filed(&test, a_referral())).collect();
    let (there, _folder) = closed(&test);
    let copy = test.folder.path().join("copy.sqlite");
    backup(&test.url, &copy).unwrap();
    let whole = fs::read(&copy).unwrap();
    let half = whole[..whole.len() / 2].to_vec();
    let mut scratched = whole.clone();
    scratched[4096 * 3..4096 * 9].fill(0xAA);
    for (number, bytes) in [half, scratched, b"a letter".repeat(900)].into_iter().enumerate() {
        fs::write(&copy, bytes).unwrap();
        let target = DatabaseUrl::Sqlite(test.folder.path().join(format!("target-{number}.sqlite")));
        assert!(matches!(restore(&copy, &target, false), Err(BackupError::Damaged(_))), "damage {number}");
        assert!(matches!(restore(&copy, &there, true), Err(BackupError::Damaged(_))), "damage {number}");
        let db = Db::open(&there, 2).unwrap();
        assert_eq!(rows(&db, "referrals"), 5, "damage {number}");
        for reference in &references {
            let (vault, named) = (test.vault.clone(), reference.clone());
            let whole = db.write(move |conn| {
                verify_chain(conn, &vault, SYSTEM, &named)?;
                load(conn, &vault, triager, &named, now())
            });
            assert_eq!(whole.unwrap().person["name"], "Marjorie Quillfeather", "damage {number}");
        }
    }
    let missing = restore(&test.folder.path().join("nothing"), &test.url, true);
    assert!(matches!(missing, Err(BackupError::Damaged(_))));
}

#[test]
fn postgres_is_copied_by_its_own_tools() {
    let url = DatabaseUrl::Postgres("postgres://u@h/d".into());
    let refused = backup(&url, std::path::Path::new("/tmp/x")).unwrap_err();
    assert!(refused.to_string().contains("pg_dump"));
}

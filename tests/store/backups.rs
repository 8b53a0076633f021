//! A copy is whole or it is no copy, and nothing is written over by accident.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use alongside::store::backup::{BackupError, Copied, backup, erased, restore};
use alongside::store::events::verify_chain;
use alongside::store::person::{Erasure, erase};
use alongside::store::referrals::load;
use alongside::store::reseal::{Part, reseal};
use alongside::store::{DatabaseUrl, Db};
use alongside::vault::Vault;

use super::{SYSTEM, TestDb, a_referral, a_triager, filed, now};

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
    assert!(copied.referrals >= 1 && copied.people == copied.referrals);
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    let elsewhere = DatabaseUrl::Sqlite(test.folder.path().join("elsewhere.sqlite"));
    assert_eq!(restore(&copy, &elsewhere, false).unwrap(), copied);
    let db = Db::open(&elsewhere, 2).unwrap();
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
    assert_eq!(restore(&copy, &elsewhere, false).unwrap().referrals, 400);
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

#[test]
fn a_copy_that_is_put_back_tells_what_was_erased_since() {
    let test = TestDb::sqlite();
    let (gone, kept) = (filed(&test, a_referral()), filed(&test, a_referral()));
    let copy = test.folder.path().join("copy.sqlite");
    backup(&test.url, &copy).unwrap();
    assert!(erased(&test.url).is_empty());
    let erasure = Erasure::asked("asked".into(), Vec::new());
    let named = gone.clone();
    test.write(move |conn, vault| erase(conn, vault, SYSTEM, &named, &erasure, now())).unwrap();
    let before = erased(&test.url);
    assert_eq!(before, [gone.letters()]);
    let elsewhere = DatabaseUrl::Sqlite(test.folder.path().join("elsewhere.sqlite"));
    assert!(erased(&elsewhere).is_empty(), "nothing is there yet");
    restore(&copy, &elsewhere, false).unwrap();
    assert!(erased(&elsewhere).is_empty(), "the copy knows nothing of it");
    assert_ne!(gone, kept);
}

#[test]
fn nothing_is_written_over_unless_told_and_never_while_in_use() {
    let test = TestDb::sqlite();
    let copy = test.folder.path().join("copy.sqlite");
    assert_eq!(backup(&test.url, &copy).unwrap(), Copied { referrals: 0, people: 0, feedback: 0 });
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
    assert_eq!(restore(&copy, &target, true).unwrap().referrals, 0);
    assert_eq!(restore(&kept, &target, true).unwrap().referrals, 1);
}

#[test]
fn a_damaged_copy_is_refused_and_what_is_there_stays() {
    let test = TestDb::sqlite();
    for _ in 0..5 {
        filed(&test, a_referral());
    }
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

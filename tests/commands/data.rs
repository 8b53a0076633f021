//! The data as a whole, from the terminal: made, copied, put back, and what a copy undoes is told.

use std::fs;
use std::path::Path;

use diesel::{Connection as _, RunQueryDsl as _, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};

use super::person::filed;
use super::{alongside, done, folder, meddle, refused};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

fn opened(file: &Path) -> SqliteConnection {
    SqliteConnection::establish(file.to_str().unwrap()).unwrap()
}

pub(super) fn number(here: &Path, sql: &str) -> i64 {
    let mut conn = opened(&here.join("alongside-data/alongside.sqlite"));
    diesel::sql_query(sql).get_result::<Number>(&mut conn).unwrap().n
}

#[test]
fn data_are_made_copied_and_put_back() {
    let folder = folder();
    let here = folder.path();
    done(here, &["migrate"], "");
    assert_eq!(number(here, "SELECT count(*) AS n FROM staff"), 0, "nobody can sign in until somebody is added");
    done(here, &["staff", "add", "tess@example.org"], "seven made-up umbrellas\n");
    let again = refused(here, &["staff", "add", "tess@example.org"], "seven made-up umbrellas\n");
    assert!(again.contains("has an account already"), "{again}");
    refused(here, &["staff", "add", "short@example.org"], "short\n");
    done(here, &["backup", "copy.backup"], "");
    refused(here, &["backup", "copy.backup"], "");
    done(here, &["staff", "add", "later@example.org"], "seven made-up umbrellas\n");
    refused(here, &["restore", "copy.backup"], "");
    done(here, &["restore", "copy.backup", "--replace"], "");
    refused(here, &["staff", "add", "tess@example.org"], "seven made-up umbrellas\n");
    done(here, &["staff", "add", "later@example.org"], "seven made-up umbrellas\n");
}

#[test]
fn putting_a_copy_back_tells_what_to_erase_and_to_hold_again_or_that_nobody_knows() {
    let folder = folder();
    let here = folder.path();
    let (gone, disputed) = (filed(here).shown(), filed(here).shown());
    done(here, &["backup", "copy.backup"], "");
    done(here, &["person", "hold", &disputed, "--why", "a letter before action"], "");
    done(here, &["person", "erase", &gone, "--why", "asked", "--despite-limits"], "");
    let said = done(here, &["restore", "copy.backup", "--replace"], "");
    assert!(said.contains("2 referrals"), "{said}");
    let lines: Vec<&str> = said.lines().collect();
    let erase = lines.iter().find(|line| line.contains("were erased")).unwrap();
    assert!(erase.contains(&gone) && erase.contains("person erase") && !erase.contains(&disputed), "{said}");
    let hold = lines.iter().find(|line| line.contains("were held")).unwrap();
    assert!(hold.contains(&disputed) && hold.contains("before the portal starts"), "{said}");
    assert!(!said.contains("Nobody knows"), "{said}");

    fs::rename(here.join("alongside-data/alongside.sqlite"), here.join("died")).unwrap();
    let said = done(here, &["restore", "copy.backup"], "");
    assert!(said.contains("ends at 10am on Monday 23 November 2026") && said.contains("Nobody knows"), "{said}");
    fs::write(here.join("alongside-data/alongside.sqlite"), "no database any more".repeat(300)).unwrap();
    let told = refused(here, &["restore", "copy.backup", "--replace"], "");
    assert!(told.contains("move it away"), "{told}");
}

#[test]
fn a_copy_made_before_an_upgrade_is_put_back_after_it() {
    let folder = folder();
    let here = folder.path();
    let reference = filed(here).shown();
    done(here, &["backup", "copy.backup"], "");
    opened(&here.join("copy.backup")).revert_last_migration(SQLITE).map(drop).unwrap();
    let said = done(here, &["restore", "copy.backup", "--replace"], "");
    assert!(said.contains("An older version made this copy"), "{said}");
    done(here, &["person", "export", &reference, "--out", "copies", "--why", "tried out"], "");
    assert!(
        fs::read_to_string(here.join(format!("copies/{reference}-to-check.html"))).unwrap().contains("Quillfeather")
    );
}

#[test]
fn every_history_is_verified_and_what_is_wrong_is_said_by_reference() {
    let folder = folder();
    let here = folder.path();
    done(here, &["migrate"], "");
    assert!(done(here, &["verify"], "").contains("0 referrals"));
    let [changed, closed, whole] = std::array::from_fn(|_| filed(here));
    let said = done(here, &["verify"], "");
    assert!(said.contains("3 referrals, with 3 events"), "{said}");
    let of = format!("(SELECT id FROM referrals WHERE reference = '{}')", changed.letters());
    assert_eq!(meddle(here, &format!("UPDATE events SET happened_at = 5 WHERE referral_id = {of}")), 1);
    let of = format!("reference = '{}'", closed.letters());
    assert_eq!(meddle(here, &format!("UPDATE referrals SET answers = record WHERE {of}")), 1);
    let output = alongside(here, &["verify"], "");
    assert!(!output.status.success(), "a script notices");
    let (said, told) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(said.contains(&format!("{}: event 1 of its history was changed", changed.shown())), "{said}");
    assert!(said.contains(&format!("{}: its answers do not open", closed.shown())), "{said}");
    assert!(!said.contains(&whole.shown()) && said.lines().count() == 2, "{said}");
    assert!(told.contains("2 things in 3 referrals"), "{told}");
}

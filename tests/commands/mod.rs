//! The commands, through the program itself, in folders of their own.

mod data;
mod keys;
mod notes;
mod person;
mod readme;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use alongside::form::{self, REFERRAL, RawAnswers, Voice};
use alongside::intake;
use alongside::intake::calendar::Calendar;
use alongside::settings::rubric::Rubric;
use chrono::{DateTime, Utc};
use diesel::{Connection as _, RunQueryDsl as _, SqliteConnection};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// Runs raw SQL on the data of a folder, as someone at the database's own prompt would.
fn meddle(here: &Path, sql: &str) -> usize {
    let file = here.join("alongside-data/alongside.sqlite");
    let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    diesel::sql_query(sql).execute(&mut conn).unwrap()
}

fn alongside(folder: &Path, words: &[&str], typed: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that wants nothing may have ended already.
    let _ = program.stdin.take().unwrap().write_all(typed.as_bytes());
    program.wait_with_output().unwrap()
}

fn done(folder: &Path, words: &[&str], typed: &str) -> String {
    let output = alongside(folder, words, typed);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(folder: &Path, words: &[&str], typed: &str) -> String {
    let output = alongside(folder, words, typed);
    assert!(!output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("alongside.toml"), "[mail]\nfrom = \"portal@example.org\"\n").unwrap();
    folder
}

#[test]
fn assess_prints_what_the_library_works_out() {
    let folder = tempfile::tempdir().unwrap();
    for story in ["01-needs-assessment-in-three-weeks", "06-daughter-rings-about-discharge", "09-young-carer"] {
        let file = format!("{}/tests/vignettes/{story}.json", env!("CARGO_MANIFEST_DIR"));
        let story: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        fs::write(folder.path().join("answers.json"), story["answers"].to_string()).unwrap();
        let now: DateTime<Utc> = story["now"].as_str().unwrap().parse().unwrap();
        let printed = done(folder.path(), &["assess", "answers.json", "--now", story["now"].as_str().unwrap()], "");
        let mut printed: Map<String, Value> = serde_json::from_str(&printed).unwrap();
        printed.remove("problems");

        let mut answers = story["answers"].as_object().unwrap().clone();
        let voice = answers.remove("voice").and_then(|voice| Voice::from_slug(voice.as_str()?));
        let voice = voice.unwrap_or(Voice::Professional);
        answers.remove("channel");
        let raw = REFERRAL.with_implied(RawAnswers::from_json(&answers));
        let reading = REFERRAL.read(&raw, voice, Calendar::today(now));
        let counting = REFERRAL.counting(&reading.answers, voice);
        let rubric = Rubric::read("").unwrap();
        let worked_out = intake::assess(&counting.answers, voice, &rubric, &Calendar::default(), now);
        assert_eq!(Value::Object(printed), json!(worked_out));
    }
}

#[test]
fn questions_are_printed_whole() {
    let folder = tempfile::tempdir().unwrap();
    let printed: Value = serde_json::from_str(&done(folder.path(), &["questions", "--json"], "")).unwrap();
    assert_eq!(printed, json!(form::print(&REFERRAL)));
    let listed = done(folder.path(), &["questions"], "");
    let whole = printed.to_string();
    for key in alongside::form::Key::ALL {
        if REFERRAL.question(*key).is_some() {
            assert!(whole.contains(&format!("\"slug\":\"{}\"", key.slug())), "{}", key.slug());
            assert!(listed.contains(&format!("{}:", key.slug())), "{}", key.slug());
        }
    }
}

#[test]
fn accounts_are_given_a_password_signed_out_and_closed() {
    let folder = folder();
    let here = folder.path();
    done(here, &["staff", "add", "tess@example.org"], "seven made-up umbrellas\n");
    for (what, said) in [("password", "has a new password"), ("sign-out", "is signed out"), ("close", "no longer")] {
        let told = done(here, &["staff", what, "TESS@example.org"], "nine loud geese on a bridge\n");
        assert!(told.contains(said), "{told}");
        let nobody = refused(here, &["staff", what, "nobody@example.org"], "nine loud geese on a bridge\n");
        assert!(nobody.contains("has no account"), "{nobody}");
    }
    let closed = done(here, &["staff", "password", "tess@example.org"], "nine loud geese on a bridge\n");
    assert!(closed.contains("closed"), "{closed}");
    let told = done(here, &["staff", "open", "tess@example.org"], "");
    assert!(told.contains("can sign in again"), "{told}");
    let told = done(here, &["staff", "role", "tess@example.org", "--role", "manager"], "");
    assert!(told.contains("as manager"), "{told}");
    let nameless = refused(here, &["staff", "add", "tess"], "nine loud geese on a bridge\n");
    assert!(nameless.contains("e-mail address"), "{nameless}");
    let weak = refused(here, &["staff", "password", "tess@example.org"], "password123456\n");
    assert!(weak.contains("guessed first"), "{weak}");
    let own = refused(here, &["staff", "add", "quillfeather@example.org"], "quillfeather@example.org\n");
    assert!(own.contains("guessed first"), "{own}");
}

#[test]
fn every_mistake_in_the_settings_is_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = "[web]\nlisten = \"here\"\nbody_kilobytes = 1\n[mail]\nsmtp_hots = \"x\"\n[times]\nopens = \"nine\"\n";
    fs::write(folder.path().join("alongside.toml"), wrong).unwrap();
    let told = refused(folder.path(), &["migrate"], "");
    for key in ["web.listen", "web.body_kilobytes", "mail.smtp_hots", "mail.smtp_host", "times.opens"] {
        assert!(told.contains(key), "“{key}” in {told}");
    }
    assert!(!folder.path().join("alongside-data/alongside.sqlite").exists());
}

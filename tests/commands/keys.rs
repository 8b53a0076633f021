//! The key, from the terminal: its copy on paper, and turning it although something is broken.

use std::fs;
use std::path::Path;

use alongside::vault::keys::Keys;

use super::person::filed;
use super::{alongside, done, folder, meddle, refused};

/// The one account there is can be opened, which only the right key can.
fn opens_what_is_stored(here: &Path) -> bool {
    let output = alongside(here, &["staff", "add", "tess@example.org"], "seven made-up umbrellas\n");
    String::from_utf8_lossy(&output.stderr).contains("has an account already")
}

#[test]
fn a_key_that_is_lost_is_recovered_from_its_copy_on_paper() {
    let folder = folder();
    let here = folder.path();
    let key = here.join("alongside.key");
    let copy = done(here, &["keys", "copy"], "");
    assert!(key.exists(), "it is made first");
    assert!(copy.starts_with("Key 1\n") && copy.lines().count() == 5, "five lines for paper");
    assert_eq!(done(here, &["keys", "copy"], ""), copy, "of the same key");
    done(here, &["staff", "add", "tess@example.org"], "seven made-up umbrellas\n");
    let told = refused(here, &["keys", "recover"], &copy);
    assert!(told.contains("alongside.key"), "never over a key that is there: {told}");

    // Lost. No other key is made, which would be worth nothing here; and a key of another database is told at once.
    let text = fs::read_to_string(&key).unwrap();
    fs::rename(&key, here.join("lost")).unwrap();
    for words in [&["staff", "add", "new@example.org"][..], &["keys", "copy"], &["serve"]] {
        let told = refused(here, words, "seven made-up umbrellas\n");
        assert!(told.contains("alongside.key") && told.contains("keys recover"), "{told}");
        assert!(!key.exists(), "{words:?}");
    }
    Keys::new().unwrap().save_new(&key).unwrap();
    let told = refused(here, &["staff", "add", "new@example.org"], "seven made-up umbrellas\n");
    assert!(told.contains("do not belong to this database"), "{told}");
    fs::remove_file(&key).unwrap();

    // As somebody types it from paper: a slip is found and said, case and gaps are forgiven.
    let line = copy.lines().nth(1).unwrap();
    let last = if line.ends_with('7') { '8' } else { '7' };
    let slip = copy.replace(line, &format!("{}{last}", &line[..line.len() - 1]));
    let told = refused(here, &["keys", "recover"], &slip);
    assert!(told.contains("line 1 of key 1 has a slip"), "{told}");
    assert!(!key.exists());
    let told = done(here, &["keys", "recover"], &copy.to_lowercase().replace(": ", ":  "));
    assert!(told.contains("alongside.key"), "{told}");
    assert_eq!(fs::read_to_string(&key).unwrap(), text);
    assert!(opens_what_is_stored(here));
}

const ROTATE: [&str; 6] = ["keys", "rotate", "--settle", "0", "--breath", "0"];

fn keys_in(here: &Path) -> usize {
    let text = fs::read_to_string(here.join("alongside.key")).unwrap();
    text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_digit())).count()
}

#[test]
fn a_broken_row_keeps_no_older_key_alive() {
    let folder = folder();
    let here = folder.path();
    let (broken, whole) = (filed(here), filed(here));
    let of = format!("(SELECT id FROM referrals WHERE reference = '{}')", broken.letters());
    assert_eq!(meddle(here, &format!("UPDATE events SET happened_at = 5 WHERE referral_id = {of}")), 1);
    assert_eq!(meddle(here, "UPDATE outbox SET row_name = 'another'"), 0, "nothing is mailed here");

    let told = refused(here, &ROTATE, "");
    assert!(told.contains("Key 2 seals everything") && told.contains("everything that opens"), "{told}");
    assert!(told.contains(&format!("- the history of {}", broken.shown())), "{told}");
    assert!(
        !told.contains(&whole.shown()) && told.lines().filter(|line| line.starts_with("- ")).count() == 1,
        "{told}"
    );
    let output = alongside(here, &ROTATE, "");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Key 3 was made") && !said.contains("going on"), "a new key does not wait: {said}");
    assert_eq!(keys_in(here), 3);

    let told = refused(here, &["keys", "retire"], "");
    assert!(told.contains(&format!("- the history of {}", broken.shown())), "{told}");
    assert!(told.contains("--despite-broken 1") && told.contains("What is lost"), "{told}");
    let told = refused(here, &["keys", "retire", "--despite-broken", "2"], "");
    assert!(told.contains("--despite-broken 1"), "{told}");
    assert_eq!(keys_in(here), 3, "nothing was taken out");
    let said = done(here, &["keys", "retire", "--despite-broken", "1"], "");
    assert!(said.contains("key 1, 2"), "{said}");
    // Everything that could be read still can be.
    for reference in [broken, whole] {
        let reference = reference.shown();
        done(here, &["person", "export", &reference, "--out", "copies", "--why", "tried out"], "");
        let page = fs::read_to_string(here.join(format!("copies/{reference}-to-check.html"))).unwrap();
        assert!(page.contains("Unexplained bruising"), "{reference}");
    }
}

#[test]
fn a_key_that_something_whole_still_needs_is_not_taken_out() {
    let folder = folder();
    let here = folder.path();
    filed(here);
    let key = here.join("alongside.key");
    let newer = Keys::open(&key).unwrap().with_new_key().unwrap();
    newer.replace(&key).unwrap();
    for words in [&["keys", "retire"][..], &["keys", "retire", "--despite-broken", "8"]] {
        let told = refused(here, words, "");
        assert!(told.contains("run `alongside keys rotate` first"), "{told}");
    }
    assert_eq!(keys_in(here), 2);
    let said = done(here, &ROTATE, "");
    assert!(said.contains("going on with key 2"), "{said}");
    done(here, &["keys", "retire"], "");
}

#[test]
fn no_one_row_of_the_portals_own_keeps_the_key_from_being_turned() {
    let folder = folder();
    let here = folder.path();
    done(here, &["staff", "add", "tess@example.org"], "seven made-up umbrellas\n");
    assert_eq!(meddle(here, "UPDATE meta SET value = zeroblob(80) WHERE name = 'key-check'"), 1);
    let said = done(here, &ROTATE, "");
    assert!(said.contains("everything is sealed with key 2"), "{said}");
    done(here, &["keys", "retire"], "");
    assert!(opens_what_is_stored(here));
    // A key that opens nothing here is still refused.
    let key = here.join("alongside.key");
    fs::remove_file(&key).unwrap();
    Keys::new().unwrap().save_new(&key).unwrap();
    let told = refused(here, &["staff", "add", "new@example.org"], "seven made-up umbrellas\n");
    assert!(told.contains("do not belong to this database"), "{told}");
}

//! How far every history has come is noted, and what somebody put back in the database is found beside the note.

use std::fs;

use super::data::number;
use super::person::filed;
use super::{alongside, done, folder, meddle, refused};

const ROTATE: [&str; 6] = ["keys", "rotate", "--settle", "0", "--breath", "0"];

#[test]
fn an_older_whole_state_that_was_put_back_is_found_beside_a_note() {
    let folder = folder();
    let here = folder.path();
    let (held, erased) = (filed(here), filed(here));
    let said = done(here, &["verify", "--note", "first"], "");
    assert!(said.contains("how far 2 histories have come: first"), "{said}");
    assert!(refused(here, &["verify", "--note", "first"], "").contains("cannot be written"), "never written over");
    done(here, &["person", "hold", &held.shown(), "--why", "a letter before action"], "");
    done(here, &["person", "erase", &erased.shown(), "--why", "asked", "--despite-limits"], "");
    filed(here);
    let said = done(here, &["verify", "--since", "first", "--note", "second"], "");
    assert!(said.contains("2 histories have only grown") && said.contains("how far 3 histories"), "{said}");
    for line in fs::read_to_string(here.join("second")).unwrap().lines() {
        assert!(!line.to_lowercase().contains("quillfeather"), "{line}");
    }
    done(here, &ROTATE, "");
    done(here, &["keys", "retire"], "");
    done(here, &["verify", "--since", "second"], "");

    // As somebody who has kept the row of before, and knows no key.
    let of = format!("(SELECT id FROM referrals WHERE reference = '{}')", held.letters());
    assert_eq!(meddle(here, &format!("DELETE FROM events WHERE seq = 2 AND referral_id = {of}")), 1);
    let before = format!("(SELECT hash FROM events WHERE referral_id = {of})");
    let undone =
        format!("UPDATE referrals SET held_at = NULL, events_count = 1, events_head = {before} WHERE id = {of}");
    assert_eq!(meddle(here, &undone), 1);
    done(here, &["verify"], "");
    done(here, &["verify", "--since", "first"], "");
    let output = alongside(here, &["verify", "--since", "second"], "");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success(), "{said}");
    assert!(said.contains(&format!("{}: its history is not the one that was noted", held.shown())), "{said}");
    assert!(!said.contains(&erased.shown()) && !said.contains("only grown"), "{said}");
}

#[test]
fn a_referral_that_was_taken_away_is_found_and_a_confirmed_refusal_is_none() {
    let folder = folder();
    let here = folder.path();
    let gone = filed(here);
    done(here, &["verify", "--note", "note"], "");
    for table in ["issue_dates", "issues", "events", "call_backs", "outbox", "referrals"] {
        meddle(here, &format!("DELETE FROM {table}"));
    }
    assert_eq!(number(here, "SELECT count(*) AS n FROM referrals"), 0);
    let output = alongside(here, &["verify", "--since", "note"], "");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        !output.status.success() && said.contains(&format!("{}: it is not there any more", gone.shown())),
        "{said}"
    );
    assert!(said.contains("0 were, says the database"), "{said}");
    meddle(here, "INSERT INTO refusals (month, total) VALUES ('2026-11', 1)");
    let said = done(here, &["verify", "--since", "note"], "");
    assert!(said.contains("it is not there any more") && said.contains("1 were, says the database"), "{said}");

    for (text, told) in [("", "is no note"), ("alongside-note-1 5 0\nnonsense\n", "is no note")] {
        fs::write(here.join("other"), text).unwrap();
        assert!(refused(here, &["verify", "--since", "other"], "").contains(told), "{text}");
    }
    let of_another_key = fs::read_to_string(here.join("note")).unwrap().replace(" 00000001", " 00000009");
    fs::write(here.join("other"), of_another_key).unwrap();
    assert!(refused(here, &["verify", "--since", "other"], "").contains("not in the key file any more"));
}

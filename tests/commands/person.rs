//! What a person may ask, from the terminal: a copy of everything, erasing with its limits, holding.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use alongside::form::{RawAnswers, Voice};
use alongside::ids::{Reference, SubmissionKey};
use alongside::intake::calendar::Calendar;
use alongside::permission::Actor;
use alongside::portal::Portal;
use alongside::receive::{Desk, Sent, receive};
use alongside::settings::rubric::Rubric;
use alongside::settings::{Given, Settings};
use alongside::store::referrals;
use alongside::triage::life::Channel;
use alongside::words::Lang;
use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, SqliteConnection};
use serde_json::{Value, json};

use super::data::number;
use super::{done, folder, refused};

/// Files what a social worker wrote about a safeguarding enquiry; the reference.
pub(super) fn filed(here: &Path) -> Reference {
    let file = Some(here.join("alongside.toml"));
    let given = Given { file, data: Some(here.join("alongside-data")), ..Given::default() };
    let portal = Portal::open(Settings::read(&given, []).unwrap(), false).unwrap();
    let answers = json!({
        "referrer-name": "Sam Worker", "referrer-contact-ways": "phone", "referrer-phone": "01632 960 555",
        "danger-now": "not-sure", "danger-what": "Her nephew Gideon has her bank card",
        "person-name": "Marjorie Quillfeather", "person-born": "5 3 1941", "nhs-number": "999 000 0018",
        "case-number": "NS-4471", "consent": "yes", "happening": "Unexplained bruising on both arms.",
        "must-not-know": "Gideon Threadgold",
        "issues": [{"issue-kind": "safeguarding-enquiry", "issue-stage": "beginning"}],
    });
    let raw = RawAnswers::from_json(answers.as_object().unwrap());
    let submission = SubmissionKey::random().unwrap();
    let sent = Sent {
        raw: &raw,
        voice: Voice::Professional,
        channel: Channel::Phone,
        keep_set_aside: false,
        submission: &submission,
        draft: None,
    };
    let (rubric, calendar) = (Rubric::read("").unwrap(), Calendar::default());
    let desk = Desk {
        lang: Lang::English,
        rubric: &rubric,
        calendar: &calendar,
        mail: &portal.settings.mail,
        base_url: "http://localhost",
    };
    let now: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
    let new = receive(&sent, &desk, Reference::random().unwrap(), now).referral;
    let vault = portal.vault.clone();
    portal.db.write(move |conn| referrals::file(conn, &vault, Actor::Visitor, &new)).unwrap().reference
}

const WORDS: [&str; 8] = [
    "Marjorie Quillfeather",
    "Sam Worker",
    "01632 960 555",
    "Her nephew Gideon has her bank card",
    "Gideon Threadgold",
    "Unexplained bruising on both arms.",
    "5 March 1941",
    "NS-4471",
];

#[test]
fn a_copy_holds_everything_marks_what_to_look_at_and_is_written_once_for_its_owner() {
    let folder = folder();
    let here = folder.path();
    let reference = filed(here).shown();
    let export = ["person", "export", &reference, "--out", "copies", "--why", "asked by letter"];
    let said = done(here, &export, "");
    assert!(said.contains("1 referral") && said.contains("Read the box at the top"), "{said}");
    assert!(said.contains("No other referral was found"), "{said}");
    let (page, data) =
        (here.join(format!("copies/{reference}-to-check.html")), here.join(format!("copies/{reference}.json")));
    for file in [&page, &data] {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(here.join("copies").metadata().unwrap().permissions().mode() & 0o777, 0o700);
    let page = fs::read_to_string(page).unwrap();
    for words in WORDS {
        assert!(page.contains(words), "“{words}” on the page");
    }
    for words in ["Another person", "In confidence?", "Could harm", "Schedule 2, paragraph 16", "Schedule 3"] {
        assert!(page.contains(words), "“{words}” on the page");
    }
    for needs in ["<script", "<link", "src=", "@import", "url("] {
        assert!(!page.contains(needs), "the page needs nothing else: {needs}");
    }
    let given = fs::read_to_string(here.join(format!("copies/{reference}-to-hand-over.html"))).unwrap();
    for kept in ["Marjorie Quillfeather", "5 March 1941", "NS-4471", "Some of what we hold is left out here"] {
        assert!(given.contains(kept), "“{kept}” in {given}");
    }
    for left_out in
        ["Sam Worker", "01632 960 555", "Gideon", "bruising", "asked by letter", "For the service", "class=\"mark"]
    {
        assert!(!given.contains(left_out), "“{left_out}” in {given}");
    }
    let data: Value = serde_json::from_str(&fs::read_to_string(data).unwrap()).unwrap();
    let referral = &data["referrals"][0];
    assert_eq!(referral["reference"], reference);
    assert_eq!(data["person"]["nhs_number"], "9990000018");
    assert_eq!(referral["answers"]["happening"], json!(["Unexplained bruising on both arms."]));
    assert_eq!(referral["to_check"]["must-not-know"], json!(["another-person", "in-confidence", "harm"]));
    assert_eq!(referral["to_check"].get("person-name"), None);
    assert_eq!(referral["to_check"]["assessment.cautions"], json!(["in-confidence", "harm"]));
    assert_eq!(referral["events"][1]["to_check"], "in-confidence");
    assert!(page.contains("What was still to be asked") && page.contains("Ask again about danger"), "{page}");
    assert!(page.contains("Somebody at the server’s terminal"), "{page}");
    assert_eq!(referral["mails"].as_array().unwrap().len(), 0);
    let events: Vec<_> = referral["events"].as_array().unwrap().iter().map(|event| &event["what"]).collect();
    assert_eq!(events, ["received", "disclosed"]);
    assert_eq!(referral["events"][1]["words"], "asked by letter");
    assert!(refused(here, &export, "").contains("cannot be written"), "a copy is never written over");
    symlink(here.join("alongside-data"), here.join("elsewhere")).unwrap();
    for inside in ["alongside-data", "alongside-data/copies", "elsewhere/copies"] {
        let told = refused(here, &["person", "export", &reference, "--out", inside, "--why", "asked by letter"], "");
        assert!(told.contains("lies in the data folder"), "{told}");
    }
    assert!(!here.join("alongside-data/copies").exists());
    let export = |reference, why| ["person", "export", reference, "--out", "x", "--why", why];
    assert!(refused(here, &export("7K3M-92QX", "asked"), "").contains("there is no referral"));
    assert!(refused(here, &export("nobody", "asked"), "").contains("8 letters"));
    assert!(refused(here, &export(&reference, " "), "").contains("say why"));
    assert!(refused(here, &["person", "export", &reference, "--out", "x"], "").contains("--why"));
    assert!(!here.join("x").exists());
}

#[test]
fn erasing_tells_what_stands_against_it_and_then_nothing_is_left() {
    let folder = folder();
    let here = folder.path();
    let reference = filed(here).shown();
    let erase = ["person", "erase", &reference, "--why", "the person objects"];
    let told = refused(here, &erase, "");
    assert!(told.contains("It is about safeguarding") && !told.contains("public task"), "{told}");
    assert!(refused(here, &["person", "erase", &reference], "").contains("--why"));
    done(here, &["person", "hold", &reference, "--why", "a letter from Threadgold"], "");
    assert!(refused(here, &erase, "").contains("complaint or a court case"));
    done(here, &["person", "release", &reference, "--why", "settled"], "");
    let said = done(here, &["person", "erase", &reference, "--why", "the person objects", "--despite-limits"], "");
    assert!(said.contains(&reference) && said.contains("35 days"), "{said}");
    done(here, &["person", "export", &reference, "--out", "after", "--why", "to see"], "");
    let month = done(here, &["person", "tallies"], "");
    assert!(month.contains("referrals, on request: 1."), "{month}");
    for (ending, to_check) in [("-to-check.html", true), (".json", true), ("-to-hand-over.html", false)] {
        let left = fs::read_to_string(here.join(format!("after/{reference}{ending}"))).unwrap();
        for words in WORDS.into_iter().chain(["Quillfeather", "Threadgold", "1941"]) {
            assert!(!left.contains(words), "“{words}” in {left}");
        }
        assert_eq!(left.contains("the person objects"), to_check, "{left}");
    }
    assert!(
        refused(here, &["person", "erase", &reference, "--why", "again", "--despite-limits"], "").contains("already")
    );
}

#[test]
fn what_is_marked_is_handed_over_only_where_it_was_said_so_mark_by_mark() {
    let folder = folder();
    let here = folder.path();
    let reference = filed(here).shown();
    let made = |out: &str, more: &[&str]| {
        let export = ["person", "export", &reference, "--out", out, "--why", "asked by letter"];
        done(here, &[&export[..], more].concat(), "");
        fs::read_to_string(here.join(format!("{out}/{reference}-to-hand-over.html"))).unwrap()
    };
    let told = "Some of what we hold is left out here";
    let another = made("one", &["--give", "another-person"]);
    assert!(another.contains("Sam Worker") && !another.contains("bruising") && another.contains(told), "{another}");
    // Whom she fears is about another person and could do harm: one of the two is not enough.
    assert!(!another.contains("Gideon"), "{another}");
    let silent = made("two", &["--silent"]);
    assert!(!silent.contains(told) && !silent.contains("Sam Worker"), "{silent}");
    let all = ["--give", "another-person", "--give", "in-confidence", "--give", "harm"];
    let all = made("three", &all);
    for words in WORDS {
        assert!(all.contains(words), "“{words}” in {all}");
    }
    assert!(!all.contains(told) && !all.contains("For the service") && !all.contains("class=\"mark"), "{all}");
    let wrong = ["person", "export", &reference, "--out", "four", "--why", "asked", "--give", "everything"];
    assert!(refused(here, &wrong, "").contains("another-person, in-confidence, harm"));
}

#[test]
fn what_is_done_at_the_terminal_is_told_to_the_service_too() {
    let folder = folder();
    let here = folder.path();
    fs::write(here.join("alongside.toml"), "[mail]\nfrom = \"portal@example.org\"\ntriage_to = \"desk@example.org\"\n")
        .unwrap();
    let reference = filed(here).shown();
    let waiting = |kind: &str| {
        number(here, &format!("SELECT count(*) AS n FROM outbox WHERE kind = '{kind}' AND state = 'waiting'"))
    };
    done(here, &["person", "export", &reference, "--out", "copies", "--why", "asked by letter"], "");
    assert_eq!((waiting("triage-alert"), waiting("alarm-copied"), waiting("alarm-erased")), (1, 1, 0));
    refused(here, &["person", "erase", &reference, "--why", "asked"], "");
    assert_eq!(waiting("alarm-erased"), 0, "nothing was erased");
    done(here, &["person", "erase", &reference, "--why", "asked", "--despite-limits"], "");
    assert_eq!((waiting("triage-alert"), waiting("alarm-copied"), waiting("alarm-erased")), (0, 1, 1));
}

#[test]
fn erasing_is_told_and_so_is_that_somebody_was_reading_meanwhile() {
    let folder = folder();
    let here = folder.path();
    let reference = filed(here).shown();
    let file = here.join("alongside-data/alongside.sqlite");
    let mut reader = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    reader.batch_execute("BEGIN; SELECT count(*) FROM referrals;").unwrap();
    let said = done(here, &["person", "erase", &reference, "--why", "asked", "--despite-limits"], "");
    assert!(said.contains("Erased:") && said.contains("somebody was reading"), "{said}");
}

#[test]
fn other_referrals_that_are_perhaps_of_the_same_person_are_told_and_left_alone() {
    let folder = folder();
    let here = folder.path();
    let (one, two) = (filed(here).shown(), filed(here).shown());
    let said = done(here, &["person", "export", &one, "--out", "copies", "--why", "asked by letter"], "");
    assert!(said.contains("Perhaps of the same person") && said.contains(&two), "{said}");
    assert!(!fs::read_to_string(here.join(format!("copies/{one}-to-check.html"))).unwrap().contains(&two));
    let why = ["--why", "the person objects", "--despite-limits"];
    let said = done(here, &[&["person", "erase", &one], &why[..]].concat(), "");
    assert!(said.contains(&format!("Erased: {one}.")) && said.contains(&two), "{said}");
    done(here, &["person", "export", &two, "--out", "copies", "--why", "asked by letter"], "");
    let left = fs::read_to_string(here.join(format!("copies/{two}-to-check.html"))).unwrap();
    assert!(left.contains("Marjorie Quillfeather"), "the other one is as it was");
    let said = done(here, &[&["person", "erase", &two], &why[..]].concat(), "");
    assert!(said.contains("No other referral was found"), "{said}");
}

#[test]
fn a_public_task_stands_against_erasing_until_the_time_is_over() {
    let folder = folder();
    let here = folder.path();
    let settings = "[service]\nlawful_ground = \"public-task\"\n[mail]\nfrom = \"portal@example.org\"\n";
    fs::write(here.join("alongside.toml"), settings).unwrap();
    let reference = filed(here).shown();
    let told = refused(here, &["person", "erase", &reference, "--why", "asked"], "");
    assert!(told.contains("public task") && told.contains("safeguarding"), "{told}");
}

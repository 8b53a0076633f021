//! `docs/asvs.toml` says how the portal stands to each requirement of the OWASP ASVS; here it is held to what is there, and
//! the table in `docs/security.md` is made from it, so that it cannot say anything else.
//!
//! `WRITE_DOCS=yes cargo test the_page_of_security` writes the table.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use serde::Deserialize;

use crate::{nothing, root, rust_files};

const BEGINS: &str = "<!-- made from asvs.toml: begin -->\n";
const ENDS: &str = "<!-- made from asvs.toml: end -->";

/// ASVS 5.0.0: each section with the levels of its requirements in their order. Those of level 3 stand last or apart and
/// are not asked for; chapters 9, 10 and 17 are of things that are not here.
#[rustfmt::skip]
const SECTIONS: [(&str, &str); 63] = [
    ("1.1", "22"), ("1.2", "111112222"), ("1.3", "11222222222"), ("1.4", "222"), ("1.5", "12"),
    ("2.1", "122"), ("2.2", "112"), ("2.3", "1222"), ("2.4", "2"),
    ("3.2", "11"), ("3.3", "1222"), ("3.4", "112222"), ("3.5", "11122"), ("3.7", "22"),
    ("4.1", "122"), ("4.2", "2"), ("4.3", "22"), ("4.4", "1222"),
    ("5.1", "2"), ("5.2", "112"), ("5.3", "11"), ("5.4", "222"),
    ("6.1", "122"), ("6.2", "111111112222"), ("6.3", "1122"), ("6.4", "1122"), ("6.5", "22222"), ("6.6", "222"),
    ("6.8", "2222"),
    ("7.1", "222"), ("7.2", "1111"), ("7.3", "22"), ("7.4", "11222"), ("7.5", "22"), ("7.6", "22"),
    ("8.1", "12"), ("8.2", "112"), ("8.3", "1"), ("8.4", "2"),
    ("11.1", "22"), ("11.2", "222"), ("11.3", "112"), ("11.4", "1222"), ("11.5", "2"), ("11.6", "2"),
    ("12.1", "122"), ("12.2", "11"), ("12.3", "2222"),
    ("13.1", "2"), ("13.2", "22222"), ("13.3", "22"), ("13.4", "12222"),
    ("14.1", "22"), ("14.2", "1222"), ("14.3", "122"),
    ("15.1", "122"), ("15.2", "122"), ("15.3", "1222222"),
    ("16.1", "2"), ("16.2", "22222"), ("16.3", "2222"), ("16.4", "222"), ("16.5", "222"),
];

/// The chapters, in our words.
const CHAPTERS: [(&str, &str); 14] = [
    ("1", "Input and output"),
    ("2", "Rules and steps"),
    ("3", "Browsers"),
    ("4", "Requests and answers"),
    ("5", "Files"),
    ("6", "Signing in"),
    ("7", "Sessions"),
    ("8", "Rights"),
    ("11", "Keys and ciphers"),
    ("12", "Connections"),
    ("13", "Setting up"),
    ("14", "Personal data"),
    ("15", "Building"),
    ("16", "Logs and failures"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    requirement: Vec<Requirement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Requirement {
    id: String,
    level: u32,
    about: String,
    state: State,
    #[serde(default)]
    code: Vec<String>,
    #[serde(default)]
    tests: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    when: String,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum State {
    Met,
    NotApplicable,
    /// We know what is asked and do something else.
    DecidedOtherwise,
    /// No program can do it: it is for whoever runs this one.
    WhoeverRunsIt,
    NotYet,
}

impl State {
    const fn words(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotApplicable => "not applicable",
            Self::DecidedOtherwise => "**decided otherwise**",
            Self::WhoeverRunsIt => "**whoever runs it**",
            Self::NotYet => "**not yet**",
        }
    }
}

/// Whether it begins with a stage: what is only put off for ever is not yet to come, and has a state of its own.
fn names_a_stage(when: &str) -> bool {
    let number = when.strip_prefix("stage ").and_then(|rest| rest.split_once(": "));
    number.is_some_and(|(number, what)| number.parse::<u8>().is_ok() && !what.is_empty())
}

impl Requirement {
    fn chapter(&self) -> &str {
        self.id.trim_start_matches('V').split('.').next().unwrap_or_default()
    }

    /// The last column.
    fn because(&self) -> String {
        let code = self.code.iter().map(|file| format!("[`{file}`](../{file})"));
        let tests = self.tests.iter().map(|test| format!("`{test}`"));
        let when = Some(format!("*{}*", self.when)).filter(|_| !self.when.is_empty());
        let note = Some(self.note.clone()).filter(|note| !note.is_empty());
        let parts: Vec<String> = note.into_iter().chain(when).chain(code).chain(tests).collect();
        parts.join("; ").replace('|', "/")
    }
}

fn requirements() -> Vec<Requirement> {
    let text = fs::read_to_string(root().join("docs/asvs.toml")).expect("the file can be read");
    toml::from_str::<File>(&text).expect("the file is as it should be").requirement
}

/// Every function that a test runner runs.
fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in ["src", "tests"].iter().flat_map(|folder| rust_files(&root().join(folder))) {
        let text = fs::read_to_string(file).expect("our own sources can be read");
        let mut is_test = false;
        for line in text.lines().map(str::trim) {
            if let Some((_, rest)) = line.split_once("fn ").filter(|_| is_test) {
                found.extend(rest.split_once('(').map(|(name, _)| name.to_owned()));
            }
            is_test = matches!(line, "#[test]" | "#[actix_web::test]") || (is_test && line.starts_with("#["));
        }
    }
    found
}

#[test]
fn every_requirement_of_the_two_levels_stands_once_and_in_order() {
    let wanted: Vec<(String, u32)> = SECTIONS
        .iter()
        .flat_map(|(section, levels)| {
            (1..).zip(levels.chars()).map(move |(number, level)| {
                (format!("V{section}.{number}"), level.to_digit(10).expect("a level is a digit"))
            })
        })
        .collect();
    assert_eq!(wanted.len(), 210);
    let found: Vec<(String, u32)> = requirements().into_iter().map(|one| (one.id, one.level)).collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_requirement_says_what_shows_it_or_why_not() {
    let tests = tests();
    assert!(tests.len() > 200, "the tests are found");
    let mut wrong = Vec::new();
    for one in requirements() {
        let id = &one.id;
        let words = one.about.split_whitespace().count();
        if !(1..=9).contains(&words) {
            wrong.push(format!("{id}: its subject in one to nine words of our own, not {words}"));
        }
        let shown = !one.code.is_empty() || !one.tests.is_empty();
        match one.state {
            State::Met if !shown => wrong.push(format!("{id}: met, and nothing shows it")),
            State::NotYet if one.note.is_empty() => wrong.push(format!("{id}: not yet: what is missing")),
            State::NotYet if !names_a_stage(&one.when) => {
                wrong.push(format!("{id}: not yet: at which stage it comes, not “{}”", one.when));
            }
            State::NotYet => {}
            _ if !one.when.is_empty() => wrong.push(format!("{id}: yet to come, and not said to be so")),
            State::NotApplicable if one.note.is_empty() || shown => {
                wrong.push(format!("{id}: not applicable: only why"));
            }
            State::DecidedOtherwise | State::WhoeverRunsIt if one.note.is_empty() => {
                wrong.push(format!("{id}: what is done instead and why, or what is theirs to do"));
            }
            _ => {}
        }
        let gone = one.code.iter().filter(|file| !root().join(file).is_file());
        wrong.extend(gone.map(|file| format!("{id}: {file} is not there")));
        let gone = one.tests.iter().filter(|test| !tests.contains(*test));
        wrong.extend(gone.map(|test| format!("{id}: no test is called {test}")));
    }
    nothing(&wrong);
}

fn made() -> String {
    let all = requirements();
    let count = |state| all.iter().filter(|one| one.state == state).count();
    let mut text = format!(
        "Of {} requirements, {} are met and {} do not apply. In {} it was decided otherwise, {} are for whoever runs it, and \
         {} are not met yet.\n",
        all.len(),
        count(State::Met),
        count(State::NotApplicable),
        count(State::DecidedOtherwise),
        count(State::WhoeverRunsIt),
        count(State::NotYet)
    );
    for (number, name) in CHAPTERS {
        let _ = write!(
            text,
            "\n### {number}. {name}\n\n| | Level | About | State | Shown by, or why |\n|---|---|---|---|---|\n"
        );
        for one in all.iter().filter(|one| one.chapter() == number) {
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} |",
                one.id,
                one.level,
                one.about,
                one.state.words(),
                one.because()
            );
        }
    }
    text
}

#[test]
fn what_comes_later_names_its_stage() {
    for (when, named) in [
        ("stage 4: second factor", true),
        ("stage 12: x", true),
        ("stage 4", false),
        ("stage 4: ", false),
        ("stage four: x", false),
        ("not planned", false),
        ("", false),
    ] {
        assert_eq!(names_a_stage(when), named, "{when}");
    }
}

#[test]
fn the_page_of_security_says_what_the_file_says() {
    let path = root().join("docs/security.md");
    let page = fs::read_to_string(&path).expect("the page can be read");
    let (before, rest) = page.split_once(BEGINS).expect("the page has a place for the table");
    let (stands, after) = rest.split_once(ENDS).expect("the table has an end");
    let made = made();
    if env::var_os("WRITE_DOCS").is_some() {
        fs::write(path, format!("{before}{BEGINS}{made}{ENDS}{after}")).expect("the page can be written");
    } else {
        assert!(stands == made, "docs/security.md is out of date: WRITE_DOCS=yes cargo test the_page_of_security");
    }
}

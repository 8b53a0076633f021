//! Stories with the outcome somebody worked out by hand from the law and the rubric, before the rules were written.
//!
//! Each file of `tests/vignettes/` is fed through the library as a machine would send it, and compared with what its
//! story leads one to expect. This file must not know a single rule: what is right stands in the stories alone. An id
//! that ends in `?` may be shown or not; a reason worth nothing and lifting nothing is not compared.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use alongside::form::{REFERRAL, RawAnswers, Voice, Wrong};
use alongside::intake;
use alongside::intake::calendar::Calendar;
use alongside::settings::rubric::Rubric;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};

/// Fewer files than this means that some were lost.
const FEWEST: usize = 88;

/// The call-backs that follow from the rules. Others chase gaps, which a story of three sentences is full of.
const CALL_BACKS: [&str; 5] = ["ask-limbs", "ask-authority", "ask-unknown", "ask-consent", "when-they-contact"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vignette {
    story: String,
    now: DateTime<Utc>,
    answers: Map<String, Value>,
    expect: Expected,
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    band: String,
    emergency: bool,
    contact_by: DateTime<Utc>,
    issues: Vec<ExpectedIssue>,
    queries: Vec<String>,
    call_backs: Vec<String>,
    gaps_include: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedIssue {
    kind: String,
    service_line: String,
    duty: String,
    points: i64,
    band: String,
    rules: Vec<String>,
    limbs: BTreeMap<String, String>,
    informal: bool,
    contact_by: Option<DateTime<Utc>>,
    provisional: Option<bool>,
}

/// What was not as expected, a line each.
#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn note(&mut self, line: String) {
        self.0.push(line);
    }

    fn same<T: PartialEq + Debug>(&mut self, what: &str, expected: &T, got: &T) {
        if expected != got {
            self.note(format!("{what}: expected {expected:?}, got {got:?}"));
        }
    }

    /// Compares ids in any order; an expected id that ends in `?` may be missing.
    fn same_ids(&mut self, what: &str, expected: &[String], got: &BTreeSet<&str>) {
        let wanted: BTreeSet<&str> = expected.iter().map(String::as_str).filter(|id| !id.ends_with('?')).collect();
        let known: BTreeSet<&str> = expected.iter().map(|id| id.trim_end_matches('?')).collect();
        let missing: Vec<_> = wanted.difference(got).collect();
        let unexpected: Vec<_> = got.difference(&known).collect();
        if !missing.is_empty() || !unexpected.is_empty() {
            self.note(format!("{what}: missing {missing:?}, not expected {unexpected:?}"));
        }
    }
}

/// The list under that name.
fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The word under that name.
fn word<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or("nothing")
}

/// The words under that name in each member of a list.
fn words<'a>(members: &'a [Value], name: &str) -> BTreeSet<&'a str> {
    members.iter().map(|member| word(member, name)).collect()
}

/// The instant under that name.
fn instant(of: &Value, name: &str) -> Option<DateTime<Utc>> {
    word(of, name).parse().ok()
}

fn points(of: &Value) -> i64 {
    of.get("points").and_then(Value::as_i64).unwrap_or(0)
}

fn files() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes");
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    files.sort();
    Ok(files)
}

fn read(file: &Path) -> Result<Vignette, Box<dyn Error>> {
    let vignette: Vignette = serde_json::from_str(&fs::read_to_string(file)?)?;
    if vignette.story.is_empty() || vignette.why.is_empty() {
        return Err("a vignette without its story or its sum".into());
    }
    Ok(vignette)
}

/// Everything in which the library's assessment is not the story's.
fn compare(vignette: Vignette) -> Result<Vec<String>, Box<dyn Error>> {
    let Vignette { now, mut answers, expect, .. } = vignette;
    let mut differences = Differences::default();
    let voice = answers.remove("voice").and_then(|voice| Voice::from_slug(voice.as_str()?)).ok_or("no such voice")?;
    answers.remove("channel");

    let raw = RawAnswers::from_json(&answers);
    let reading = REFERRAL.read(&raw, voice, Calendar::today(now));
    for problem in reading.problems.iter().filter(|problem| !matches!(problem.wrong, Wrong::Missing)) {
        differences.note(format!("the story's own answer to {} is {}", problem.path, problem.wrong.code()));
    }
    differences.same("answers to no question", &Vec::new(), &REFERRAL.unknown(&raw));
    let counting = REFERRAL.counting(&reading.answers, voice);
    for (path, _) in &counting.set_aside {
        differences.note(format!("the story answers {path}, which is not asked"));
    }

    let rubric = Rubric::read("")?;
    let assessment = intake::assess(&counting.answers, voice, &rubric, &Calendar::default(), now);
    let got = serde_json::to_value(&assessment)?;
    compare_referral(&expect, &got, &mut differences);
    compare_issues(&expect.issues, list(&got, "issues"), &mut differences);
    Ok(differences.0)
}

fn compare_referral(expect: &Expected, got: &Value, differences: &mut Differences) {
    differences.same("band", &expect.band.as_str(), &word(got, "band"));
    differences.same("emergency", &Some(expect.emergency), &got.get("emergency").and_then(Value::as_bool));
    differences.same("contact_by", &Some(expect.contact_by), &instant(got, "contact_by"));
    differences.same_ids("queries", &expect.queries, &words(list(got, "queries"), "id"));

    let mut call_backs = words(list(got, "call_backs"), "id");
    call_backs.retain(|id| CALL_BACKS.contains(id));
    differences.same_ids("call-backs", &expect.call_backs, &call_backs);

    let gaps = words(list(got, "gaps"), "question");
    for question in expect.gaps_include.iter().filter(|question| !gaps.contains(question.as_str())) {
        differences.note(format!("gaps: {question} is not among {gaps:?}"));
    }
}

/// Issues of the same kind are compared in order; a kind may stand anywhere in the list.
fn compare_issues(expected: &[ExpectedIssue], got: &[Value], differences: &mut Differences) {
    let mut left: Vec<&Value> = got.iter().collect();
    for issue in expected {
        match left.iter().position(|candidate| word(candidate, "kind") == issue.kind) {
            Some(at) => compare_issue(issue, left.remove(at), differences),
            None => differences.note(format!("no issue of kind {}", issue.kind)),
        }
    }
    for issue in left {
        differences.note(format!("an issue of kind {} that the story does not hold", word(issue, "kind")));
    }
}

fn compare_issue(expected: &ExpectedIssue, got: &Value, differences: &mut Differences) {
    let of = |what: &str| format!("{} {what}", expected.kind);
    differences.same(&of("service line"), &expected.service_line.as_str(), &word(got, "service_line"));
    differences.same(&of("duty"), &expected.duty.as_str(), &word(got, "duty"));
    differences.same(&of("points"), &expected.points, &points(got));
    differences.same(&of("band"), &expected.band.as_str(), &word(got, "band"));
    differences.same(&of("informal"), &Some(expected.informal), &got.get("informal").and_then(Value::as_bool));
    if expected.contact_by.is_some() {
        differences.same(&of("contact_by"), &expected.contact_by, &instant(got, "contact_by"));
    }
    if expected.provisional.is_some() {
        let provisional = got.get("provisional").and_then(Value::as_bool);
        differences.same(&of("provisional"), &expected.provisional, &provisional);
    }

    let reasons = list(got, "reasons");
    let shown =
        reasons.iter().filter(|reason| points(reason) != 0 || reason.get("floor").is_some_and(Value::is_string));
    differences.same_ids(&of("rules"), &expected.rules, &shown.map(|reason| word(reason, "rule")).collect());
    let total: i64 = reasons.iter().map(points).sum();
    differences.same(&of("sum of its reasons"), &expected.points, &total);

    for (id, state) in &expected.limbs {
        let limb = list(got, "limbs").iter().find(|limb| word(limb, "id") == id);
        differences.same(&of(&format!("limb {id}")), &Some(state.as_str()), &limb.map(|limb| word(limb, "state")));
    }
}

#[test]
fn every_story_ends_as_it_was_worked_out() {
    let mut report = String::new();
    for file in files().unwrap() {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let vignette = read(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        let why = vignette.why.clone();
        let differences = compare(vignette).unwrap_or_else(|error| panic!("{name}: {error}"));
        if !differences.is_empty() {
            report = format!("{report}\n{name}\n  {}\n  worked out as: {why}\n", differences.join("\n  "));
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn no_story_is_lost() {
    let found = files().unwrap().len();
    assert!(found >= FEWEST, "{found} vignettes, and there were {FEWEST}");
}

//! The table in `docs/rules.md` is made from the rules and the default rubric, so that it cannot say anything else.
//!
//! `WRITE_DOCS=yes cargo test the_page_of_rules` writes it.

use std::fmt::Write as _;
use std::{env, fs};

use toml::{Table, Value};

use crate::intake::priority::RULES;
use crate::settings::rubric::{Band, DEFAULT};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
const BEGINS: &str = "<!-- made from the rules: begin -->\n";
const ENDS: &str = "<!-- made from the rules: end -->";

/// A number or a word of the rubric.
fn said(value: &Value) -> String {
    value.as_str().map_or_else(|| value.as_integer().unwrap().to_string(), str::to_owned)
}

/// What the rubric says of one name, of every table but `points` and `floors`.
fn reach(rubric: &Table, name: &str) -> String {
    let tables = [("working_days", "working days"), ("calendar_days", "calendar days")];
    let parts = tables.iter().filter_map(|(table, unit)| Some(format!("{} {unit}", said(rubric[*table].get(name)?))));
    parts.collect::<Vec<_>>().join("; ")
}

/// What it adds, with the floors that go by a longer name.
fn weight(rubric: &Table, name: &str) -> String {
    let points = rubric["points"].get(name).map(said);
    let floors = rubric["floors"].as_table().unwrap().iter();
    let floors = floors.filter(|(key, _)| *key == name || key.starts_with(&format!("{name}-")));
    let floors = floors.map(|(key, band)| {
        let band = said(band);
        if key == name { format!("at least {band}") } else { format!("{key}: {band}") }
    });
    points.into_iter().chain(floors).collect::<Vec<_>>().join("; ")
}

fn made() -> String {
    let rubric: Table = DEFAULT.parse().unwrap();
    let mut text = String::from("| Band | From points | First contact within, working days |\n|---|---|---|\n");
    for band in Band::ALL.map(Band::slug) {
        let from = rubric["thresholds"].get(band).map_or_else(|| "0".to_owned(), said);
        let _ = writeln!(text, "| {band} | {from} | {} |", said(&rubric["targets"][band]));
    }
    let lines = rubric["line_targets"].as_table().unwrap().iter();
    let lines: Vec<_> = lines.map(|(line, days)| format!("{line} {}", said(days))).collect();
    let most = rubric["most"].as_table().unwrap().iter();
    let most: Vec<_> = most.map(|(group, points)| format!("{group} {}", said(points))).collect();
    let _ = writeln!(text, "\nThe most points a group can add: {}.", most.join(", "));
    let _ = writeln!(text, "\nServices with a target of their own, in working days: {}.\n", lines.join(", "));
    text.push_str("| Rule | What it says | Points, or a floor | Reach | Rests on |\n|---|---|---|---|---|\n");
    for rule in RULES {
        let name = rule.id.slug();
        let row = [name, rule.sentence, &weight(&rubric, name), &reach(&rubric, name), rule.source];
        let _ = writeln!(text, "| {} |", row.map(|cell| cell.replace('|', "/")).join(" | "));
    }
    text
}

#[test]
fn the_page_of_rules_says_what_the_rules_say() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(BEGINS).expect("the page has a place for the table");
    let (stands, after) = rest.split_once(ENDS).expect("the table has an end");
    let made = made();
    if env::var_os("WRITE_DOCS").is_some() {
        fs::write(PAGE, format!("{before}{BEGINS}{made}{ENDS}{after}")).unwrap();
    } else {
        assert!(stands == made, "docs/rules.md is out of date: WRITE_DOCS=yes cargo test the_page_of_rules\n\n{made}");
    }
}

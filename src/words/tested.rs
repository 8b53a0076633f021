//! How this release was tested, in words: the record that `accessibility/run --keep-record` writes.
//!
//! The record holds names and figures; what each check looks for is said here, once.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::document::{Part, list, para};
use super::text::texts;
use super::{Lang, Text, times};

texts! {
    /// The heading of the passage.
    pub TITLE = "How it was tested";
    NOT_YET = "This version has not been tested as a whole yet.";
    when(version: &str, day: &str) =
        "The makers of this software test it by machine. Version {version} was tested on {day}.";
    walked(journeys: usize, states: usize) =
        "A browser without scripts made {journeys} visits as made-up people: people who ask, and staff. It stopped \
         {states} times, on each page: empty, filled in, and with mistakes. Each time it looked for these things.";
    CAPTION = "What the browser looked for, and how many problems it found";
    LOOKED_FOR = "What was looked for";
    FOUND = "Found";
    sometimes(what: &str, times: usize) = "{what} (looked for {times} times)";
    tools(tools: &str) = "The tools: {tools}.";
    orca(version: &str, walks: usize, day: &str) =
        "On {day}, a real screen reader, Orca {version}, was used by keyboard on {walks} walks. What it said for each key \
         was read by us and kept.";
    orca_differs(walks: usize) = "On {walks} of them it now says something else.";
    UNTRIED = "What was not tried";
    UNTRIED_LIST = [
        "Nobody who uses this website, and no disabled person, has tested it yet.",
        "No other screen reader was tried: not JAWS, NVDA, VoiceOver or TalkBack.",
        "Dragon, switches and screen magnifiers were not tried.",
        "No browser but Chromium was tried, and no real phone: only a window as small as one.",
        "Nobody from outside has checked this website.",
    ];
    LIMIT = "A machine finds only some problems.";

    AXE_PHONE = "The rules of WCAG 2.2 A and AA that a machine can check, on a small phone";
    AXE_DESK = "The same rules on a wide screen";
    AXE_DARK = "Contrast of 7 to 1 on a dark screen";
    AXE_MORE = "The same where the reader has asked for more contrast";
    HTML = "Pages written as the HTML standard asks";
    STRUCTURE = "Titles, headings, labels, groups and tables that can be heard";
    PROBLEMS = "Mistakes: the page begins with them, says what to do, and leads to each";
    KEYBOARD = "The Tab key reaches everything, in order, and you see where you are";
    TARGETS = "Links, buttons and boxes that are big enough to press";
    REFLOW = "Text 4 times as big or with wide gaps: nothing is lost, nothing runs off the side";
    COMFORT = "Your own colours, less movement, and lines that are not too long";
    HEARD = "What a screen reader says, in a simulation, is what we have read and kept";
    SCRIPT = "There is no script, and the page is the same for a browser that could run one";
    HEADERS = "The browser keeps nothing personal and lets nothing in from elsewhere";
    REQUESTS = "At most 3 files a page, none from another website";
    WEIGHT = "At most 40 kB a page (120 kB with all the questions), for a slow phone";
}

const KEPT: &str = include_str!("../../accessibility/record.json");

static RECORD: LazyLock<Record> = LazyLock::new(|| serde_json::from_str(KEPT).unwrap_or_default());

/// What is kept of the tests in a browser.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Record {
    sweep: Option<Sweep>,
    orca: Option<Orca>,
}

/// One whole sweep of the browser.
#[derive(Debug, Clone, Deserialize)]
struct Sweep {
    day: NaiveDate,
    browser: String,
    engines: Vec<String>,
    version: String,
    journeys: Vec<String>,
    checks: Vec<Check>,
}

/// One check, with the pages and states it looked at.
#[derive(Debug, Clone, Deserialize)]
struct Check {
    name: String,
    states: usize,
    findings: usize,
}

/// The walks under Orca, which are made apart from the sweep.
#[derive(Debug, Clone, Deserialize)]
struct Orca {
    version: String,
    day: NaiveDate,
    walks: Vec<String>,
    differing: usize,
}

impl Record {
    /// The one that is kept with this release.
    #[must_use]
    pub fn of_this_release() -> &'static Self {
        &RECORD
    }

    /// How many problems the sweep found, all in all; nothing where no whole sweep is kept.
    pub(super) fn findings(&self) -> Option<usize> {
        self.sweep.as_ref().map(|sweep| sweep.checks.iter().map(|check| check.findings).sum())
    }

    /// Everything that is told about it.
    pub(super) fn told(&self, lang: Lang) -> Vec<Part> {
        let say = lang.teller();
        let mut parts = self.sweep.as_ref().map_or_else(|| vec![para(say(NOT_YET))], |sweep| sweep.told(lang));
        parts.extend(self.orca.as_ref().map(|orca| para(orca.told(lang))));
        parts.extend([Part::Heading(say(UNTRIED).to_owned()), list(lang.list(UNTRIED_LIST)), para(say(LIMIT))]);
        parts
    }
}

impl Orca {
    fn told(&self, lang: Lang) -> String {
        let told = orca(lang, &self.version, self.walks.len(), &times::short_day(lang, self.day));
        if self.differing == 0 { told } else { [told, orca_differs(lang, self.differing)].join(" ") }
    }
}

impl Sweep {
    /// The pages and states that were looked at for nearly everything; some were only listened to.
    fn stops(&self) -> usize {
        self.checks.iter().map(|check| check.states).max().unwrap_or_default()
    }

    fn told(&self, lang: Lang) -> Vec<Part> {
        let say = lang.teller();
        let engines = [&self.browser].into_iter().chain(&self.engines).cloned().collect::<Vec<_>>();
        vec![
            para(when(lang, &self.version, &times::short_day(lang, self.day))),
            para(walked(lang, self.journeys.len(), self.stops())),
            Part::Table {
                caption: say(CAPTION).to_owned(),
                head: [LOOKED_FOR, FOUND].map(|column| say(column).to_owned()),
                rows: self.checks.iter().map(|check| self.row(lang, check)).collect(),
            },
            para(tools(lang, &engines.join(", "))),
        ]
    }

    fn row(&self, lang: Lang, check: &Check) -> [String; 2] {
        let what = looked_for(&check.name).map_or(check.name.as_str(), |text| lang.say(text));
        let what = if check.states == self.stops() { what.to_owned() } else { sometimes(lang, what, check.states) };
        [what, check.findings.to_string()]
    }
}

/// What a check looks for, by its name in `accessibility/checks`.
fn looked_for(check: &str) -> Option<Text> {
    Some(match check {
        "axe 320" => AXE_PHONE,
        "axe 1280" => AXE_DESK,
        "axe dark" => AXE_DARK,
        "axe more" => AXE_MORE,
        "html" => HTML,
        "structure" => STRUCTURE,
        "problems" => PROBLEMS,
        "keyboard" => KEYBOARD,
        "targets" => TARGETS,
        "reflow" => REFLOW,
        "comfort" => COMFORT,
        "heard" => HEARD,
        "script" => SCRIPT,
        "headers" => HEADERS,
        "requests" => REQUESTS,
        "weight" => WEIGHT,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_can_be_read_and_every_check_in_it_has_words() {
        let record: Record = serde_json::from_str(KEPT).unwrap();
        for check in record.sweep.iter().flat_map(|sweep| &sweep.checks) {
            assert!(looked_for(&check.name).is_some(), "no words for the check {}", check.name);
        }
    }

    #[test]
    fn what_was_found_is_told_as_it_was_recorded() {
        let check = |name: &str, states, findings| Check { name: name.to_owned(), states, findings };
        let sweep = Sweep {
            day: NaiveDate::from_ymd_opt(2026, 11, 26).unwrap(),
            browser: "A browser 1".to_owned(),
            engines: vec!["An engine 2".to_owned()],
            version: "9.8.7".to_owned(),
            journeys: vec!["there".to_owned(), "and back".to_owned()],
            checks: vec![check("keyboard", 900, 7), check("new", 30, 0)],
        };
        let record = Record { sweep: Some(sweep), orca: None };
        let parts = record.told(Lang::English);
        let rows = parts.iter().find_map(|part| if let Part::Table { rows, .. } = part { Some(rows) } else { None });
        let row = |what: &str, found: &str| [what.to_owned(), found.to_owned()];
        let told = [row(Lang::English.say(KEYBOARD), "7"), row("new (looked for 30 times)", "0")];
        assert_eq!(rows.unwrap().as_slice(), told);
        assert_eq!(record.findings(), Some(7));
        let all = format!("{parts:?}");
        for words in
            ["Version 9.8.7 was tested on 26 November 2026", "2 visits", "900 times", "A browser 1, An engine 2"]
        {
            assert!(all.contains(words), "{words} in {all}");
        }
    }

    #[test]
    fn where_no_sweep_is_kept_nothing_is_claimed() {
        let parts = Record::default().told(Lang::English);
        assert_eq!(parts.first(), Some(&para(Lang::English.say(NOT_YET))));
        assert!(!parts.iter().any(|part| matches!(part, Part::Table { .. })));
    }
}

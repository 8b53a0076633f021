//! How much the pages weigh on which the most stands: where a referral is read through, and where it is read at the desk.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use alongside::form::{Choice, Counting, Kind, REFERRAL, RawAnswers, Voice};
use alongside::permission::Role;
use chrono::NaiveDate;

use super::browser::Browser;
use super::dom::{select, text};
use super::http;
use super::portal::TestPortal;
use super::stories::receipt;

/// What one page may weigh with its stylesheet, in bytes as they are sent.
const MOST: usize = 40_000;

/// Begins the one word that is written wherever words are asked for, with a number of its own: what people write
/// themselves weighs next to nothing here.
const WORD: &str = "said";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn counting(raw: &RawAnswers, voice: Voice) -> Counting {
    REFERRAL.counting(&REFERRAL.read(raw, voice, today()).answers, voice)
}

/// How many questions are asked.
fn asked(raw: &RawAnswers, voice: Voice) -> usize {
    let mut count = 0;
    REFERRAL.walk(&counting(raw, voice).answers, voice, |_| count += 1);
    count
}

/// The first question that is asked and not answered, with its name.
fn next(raw: &RawAnswers, voice: Voice) -> Option<(String, Kind)> {
    let mut found = None;
    REFERRAL.walk(&counting(raw, voice).answers, voice, |asked| {
        if found.is_none() && !raw.mentions(asked.path) {
            found = Some((asked.path.to_owned(), asked.question.kind));
        }
    });
    found
}

/// What is typed into a field; nothing where something is chosen.
fn typed(number: usize, kind: Kind) -> Option<String> {
    match kind {
        Kind::Line(_) | Kind::Text(_) => Some(format!("{WORD}{number}")),
        Kind::Email => Some("a@example.org".to_owned()),
        Kind::Phone => Some("01632 960123".to_owned()),
        Kind::NhsNumber => Some("999 000 0018".to_owned()),
        Kind::Date(kind) => Some(if kind.is_past() { "5 3 2001" } else { "7 12 2026" }.to_owned()),
        Kind::One(_) | Kind::Many(_) | Kind::Repeat(_) => None,
    }
}

/// The choice of a question that brings the most others; of the kinds of an issue, each in turn.
fn chosen(raw: &RawAnswers, voice: Voice, path: &str, choices: &'static [Choice]) -> &'static str {
    let with = |slug: &str| {
        let mut raw = raw.clone();
        raw.set(path, vec![slug.to_owned()]);
        asked(&raw, voice)
    };
    let offered = choices.iter().filter(|choice| !choice.label.say(voice).is_empty());
    let mut best: Vec<_> = offered.map(|choice| (with(choice.slug), choice.slug)).collect();
    best.sort_by_key(|(count, _)| Reverse(*count));
    let issue = path.strip_suffix(".issue-kind").and_then(|path| path.rsplit('.').next()?.parse::<usize>().ok());
    best[issue.map_or(0, |issue| (issue - 1) % best.len())].1
}

/// A referral in which every question is answered, with so many issues, and so many items in every other list.
fn everything(voice: Voice, issues: usize, items: usize) -> RawAnswers {
    let (mut raw, mut before) = (RawAnswers::default(), BTreeMap::new());
    while let Some((path, kind)) = next(&raw, voice) {
        match kind {
            Kind::One(choices) => {
                // What was chosen for a question of one date is chosen for that of every other.
                let place = path.rsplit_once(".dates.").and_then(|(_, date)| date.split_once('.'));
                let choose = || chosen(&raw, voice, &path, choices).to_owned();
                let choice = match place {
                    Some((_, slug)) => before.entry(slug.to_owned()).or_insert_with(choose).clone(),
                    None => choose(),
                };
                raw.set(&path, vec![choice]);
            }
            Kind::Many(choices) => {
                let all = choices.iter().filter(|choice| !choice.alone && !choice.label.say(voice).is_empty());
                // Nobody is everything to somebody: neighbour, doctor and attorney.
                let most = if path.contains('.') { 4 } else { usize::MAX };
                raw.set(&path, all.take(most).map(|choice| choice.slug.to_owned()).collect());
            }
            Kind::Repeat(group) => {
                let ids = 1..=(if path == "issues" { issues } else { items }).min(group.most);
                raw.set(&path, ids.clone().map(|id| id.to_string()).collect());
                // An item is there once something in it is answered.
                let mut asked = group.questions.iter().filter(|question| !question.ask.say(voice).is_empty());
                let first = asked.find(|question| typed(0, question.kind).is_some()).unwrap();
                for id in ids {
                    raw.set(
                        &format!("{path}.{id}.{}", first.slug()),
                        typed(raw.fields(), first.kind).into_iter().collect(),
                    );
                }
            }
            _ => raw.set(&path, typed(raw.fields(), kind).into_iter().collect()),
        }
    }
    raw
}

/// Puts a referral in at once, up to the page where it is read through.
fn through(portal: &TestPortal, voice: Voice, raw: &RawAnswers) -> Browser {
    let mut visitor = portal.browser();
    let pairs: Vec<(&str, &str)> = raw
        .names()
        .flat_map(|name| raw.all(name).iter().map(move |value| (name, value.as_str())))
        .chain([("voice", voice.slug())])
        .collect();
    visitor.post("/refer/everything", &pairs);
    visitor.open("/refer/check");
    visitor
}

/// What the page in the browser weighs with its stylesheet, as both are sent.
fn weight(browser: &Browser) -> usize {
    let html = browser.html();
    let sheet = select(&html, "link[rel=stylesheet]").next().and_then(|link| link.value().attr("href")).unwrap();
    let sent = http::send(browser.server, "GET", sheet, &[], b"");
    assert_eq!((browser.page.status, sent.status), (200, 200), "{}", browser.path);
    browser.page.body.len() + sent.body.len()
}

#[track_caller]
fn is_light(browser: &Browser) {
    let weight = weight(browser);
    assert!(weight <= MOST, "{} weighs {weight}", browser.path);
}

/// The page in the browser, and every page that its links with these words lead to.
fn with_those_named(browser: &mut Browser, words: &str) -> String {
    let html = browser.html();
    let links = select(&html, "main a[href]").filter(|link| text(*link).starts_with(words));
    let named: Vec<String> = links.filter_map(|link| link.value().attr("href")).map(str::to_owned).collect();
    let mut all = browser.page.body.clone();
    for path in named {
        browser.open(path.split('#').next().unwrap());
        if browser.path.starts_with("/staff") {
            is_light(browser);
        }
        all.push_str(&browser.page.body);
    }
    all
}

/// Everything that was typed stands on these pages.
#[track_caller]
fn holds(pages: &str, raw: &RawAnswers) {
    let typed = raw.names().flat_map(|name| raw.all(name)).filter(|words| words.starts_with(WORD));
    let stands = |words: &String| pages.contains(&format!("{words}<")) || pages.contains(&format!("\"{words}\""));
    let missing: Vec<_> = typed.filter(|words| !stands(words)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Sends a referral, and reads it before and after: every page is light, and no answer is out of reach.
fn is_light_everywhere(portal: &TestPortal, voice: Voice, raw: &RawAnswers) {
    let mut visitor = through(portal, voice, raw);
    is_light(&visitor);
    holds(&with_those_named(&mut visitor, "Read or change"), raw);
    visitor.open("/refer/check").press("Send this");
    let reference = receipt(&visitor).0;
    let mut desk = portal.sign_in("manager@example.org");
    // What has happened grows by a line with each opening.
    for _ in 0..15 {
        desk.open("/staff/queue").follow(&reference);
    }
    let here = desk.path.clone();
    is_light(&desk);
    with_those_named(&mut desk, "Issue ");
    desk.open(&here).follow("Everything that has happened");
    is_light(&desk);
    desk.open(&here).follow("Read everything that was written");
    is_light(&desk);
    holds(&with_those_named(&mut desk, "Read “"), raw);
}

#[test]
fn a_referral_with_every_question_answered_is_light() {
    let portal = TestPortal::new();
    portal.account(Role::Manager);
    for voice in Voice::ALL {
        is_light_everywhere(&portal, voice, &everything(voice, 1, 1));
    }
}

#[test]
fn a_referral_with_as_much_as_the_form_takes_is_light() {
    let portal = TestPortal::new();
    portal.account(Role::Manager);
    is_light_everywhere(&portal, Voice::Professional, &everything(Voice::Professional, 10, 10));
    is_light_everywhere(&portal, Voice::Someone, &everything(Voice::Someone, 10, 1));
}

#[test]
fn a_referral_with_many_issues_and_nothing_said_of_them_is_light() {
    let portal = TestPortal::new();
    portal.account(Role::Manager);
    let mut raw = everything(Voice::Myself, 10, 1);
    let names: Vec<String> = raw.names().map(str::to_owned).collect();
    for name in names.iter().filter(|name| name.starts_with("issues.") && !name.ends_with(".issue-kind")) {
        raw.remove(name);
    }
    is_light_everywhere(&portal, Voice::Myself, &raw);
}

/// Every page of the form, with what it says in the address bar.
fn pages_of_the_form(visitor: &mut Browser) -> Vec<String> {
    visitor.open("/refer/tasks");
    let html = visitor.html();
    let links = select(&html, "main ol a[href]").filter_map(|link| link.value().attr("href"));
    let all: Vec<_> = links.chain(["/refer/issues/1", "/refer/issues/2"]).map(str::to_owned).collect();
    assert!(all.len() > 10, "{all:?}");
    all
}

#[test]
fn every_page_of_a_form_with_as_much_as_it_takes_is_light() {
    let portal = TestPortal::new();
    for voice in Voice::ALL {
        let mut visitor = through(&portal, voice, &everything(voice, 2, 10));
        for path in pages_of_the_form(&mut visitor) {
            is_light(visitor.open(&path));
        }
    }
}

#[test]
fn each_of_many_dates_stands_in_a_line_until_it_is_changed_and_none_is_lost() {
    let portal = TestPortal::new();
    let mut raw = everything(Voice::Professional, 1, 5);
    for date in 1..=5 {
        raw.set(&format!("issues.1.dates.{date}.date-when"), vec![format!("{date} 12 2026")]);
    }
    let mut visitor = through(&portal, Voice::Professional, &raw);
    visitor.open("/refer/issues/1");
    assert!(visitor.words().contains("Date 2") && visitor.words().contains("; 2 12 2026;"), "{}", visitor.words());
    visitor.press("Change date 2").fill("What is the date?", "22 12 2026").press("Save and");
    visitor.open("/refer/issues/1");
    for date in ["1 12 2026", "22 12 2026", "3 12 2026", "4 12 2026", "5 12 2026"] {
        assert!(visitor.words().contains(&format!("; {date};")), "{date}: {}", visitor.words());
    }
    visitor.press("Remove date 1").open("/refer/issues/1");
    // Four are few again, and stand in their fields.
    let body = &visitor.page.body;
    assert!(!body.contains("\"1 12 2026\"") && body.contains("\"22 12 2026\""), "{body}");
}

#[test]
fn a_decision_that_lacks_something_is_asked_for_again_where_its_issue_stands() {
    let portal = TestPortal::new();
    let mut visitor = through(&portal, Voice::Professional, &everything(Voice::Professional, 10, 1));
    visitor.press("Send this");
    let reference = receipt(&visitor).0;
    let mut desk = portal.signed_in(Role::Triage);
    desk.follow(&reference);
    assert!(!desk.words().contains("What happens with it?"), "each issue has a page of its own");
    desk.follow("Issue 3: what the law asks").fill("Reason", "They rang.").press("Record this decision");
    assert_eq!((desk.page.status, desk.answer("Reason").as_str()), (422, "They rang."));
    assert!(desk.heading().starts_with("Issue 3: "), "{}", desk.heading());
    desk.choose("What happens with it?", "Decline it").press("Record this decision");
    assert_eq!(desk.page.status, 200);
    assert!(desk.words().contains("Issue 3: Declined. They rang."), "{}", desk.words());
    desk.open(&format!("/staff/referrals/{}/issues/99", reference.replace('-', "")));
    assert_eq!(desk.page.status, 404);
}

//! Every story is readable, sendable and plainly made up, whatever day it is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveTime;

use super::*;
use crate::form::{Answer, Key, Line, Need, REFERRAL};
use crate::intake::assess;
use crate::intake::calendar::Calendar;
use crate::settings::rubric::{Band, Rubric};

/// An ordinary Monday, a New Year’s Day and a leap day.
const DAYS: [NaiveDate; 3] = [
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
    NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(),
    NaiveDate::from_ymd_opt(2028, 2, 29).unwrap(),
];
/// Surnames that say of themselves that nobody has them.
const SURNAMES: [&str; 10] =
    ["Sample", "Example", "Pretend", "Invented", "Madeup", "Imagined", "Notreal", "Fiction", "Placeholder", "Supposed"];

fn stories() -> Vec<DemoReferral> {
    referrals(DAYS[0]).unwrap()
}

/// Everything typed under names that end so, at whatever level.
fn typed<'a>(story: &'a DemoReferral, slugs: &[&str]) -> Vec<&'a str> {
    let names = story.answers.names().filter(|name| slugs.contains(&name.rsplit('.').next().unwrap()));
    names.flat_map(|name| story.answers.all(name)).map(String::as_str).collect()
}

#[test]
fn there_are_sixty_in_every_voice_by_every_channel() {
    let stories = stories();
    assert_eq!(stories.len(), 60);
    for (voice, least) in [(Voice::Professional, 25), (Voice::Myself, 14), (Voice::Someone, 14)] {
        let told = stories.iter().filter(|story| story.voice == voice).count();
        assert!(told >= least, "{told} in {voice:?}");
    }
    for channel in CHANNELS {
        assert!(stories.iter().any(|story| story.channel == channel), "none by {channel}");
    }
}

#[test]
fn every_story_reads_without_a_problem_and_every_answer_counts_whatever_day_it_is() {
    for today in DAYS {
        for story in referrals(today).unwrap() {
            let name = story.answers.first("person-name").to_owned();
            let reading = REFERRAL.read(&story.answers, story.voice, today);
            assert!(reading.problems.is_empty(), "{name}: {:?}", reading.problems);
            assert!(REFERRAL.unknown(&story.answers).is_empty(), "{name}: {:?}", REFERRAL.unknown(&story.answers));
            let counting = REFERRAL.counting(&reading.answers, story.voice);
            assert!(counting.set_aside.is_empty(), "{name}: {:?}", counting.set_aside);
            let marks: Vec<_> =
                story.answers.names().filter(|path| story.answers.first(path).contains(['<', '>'])).collect();
            assert!(marks.is_empty(), "{name}: marks left in {marks:?}");
        }
    }
}

#[test]
fn every_story_could_have_been_sent() {
    for story in stories() {
        let reading = REFERRAL.read(&story.answers, story.voice, DAYS[0]);
        REFERRAL.walk(&reading.answers, story.voice, |asked| {
            let needed = matches!(asked.question.need, Need::ToSend)
                || matches!(asked.question.need, Need::ToSendFor(voice) if voice == story.voice);
            let name = story.answers.first("person-name");
            assert!(!needed || asked.answer.is_some(), "{name} could not send without {}", asked.path);
        });
    }
}

#[test]
fn nobody_in_them_can_be_reached_by_mistake() {
    for story in stories() {
        for phone in typed(&story, &["referrer-phone", "person-phone", "go-between-phone", "contact-phone"]) {
            assert!(phone.starts_with("01632 960") || phone.starts_with("07700 900"), "{phone}");
        }
        for email in typed(&story, &["referrer-email", "person-email", "contact-email"]) {
            assert!(email.ends_with("@example.org") || email.ends_with(".example.org"), "{email}");
        }
        for number in typed(&story, &["nhs-number"]) {
            assert!(number.starts_with("999"), "{number}");
        }
    }
}

#[test]
fn names_are_plainly_made_up_and_nobody_shares_one() {
    let mut seen = BTreeSet::new();
    for story in stories() {
        let people = ["person-name", "referrer-name", "contact-name", "ruled-out-name", "go-between-name"];
        let full = |name: &&str| SURNAMES.iter().any(|surname| name.split([' ', '-']).any(|word| word == *surname));
        let here: BTreeSet<_> = typed(&story, &people).into_iter().collect();
        let (named, described): (Vec<&str>, Vec<&str>) = here.into_iter().partition(full);
        for name in named {
            assert!(seen.insert(name.to_owned()), "{name} is in two stories");
        }
        // A first name, a word for a relative, or who it is where nobody knows the name.
        for name in described {
            let words = name.split(' ').filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count();
            assert!(words <= 1, "{name} might be somebody");
        }
    }
}

#[test]
fn they_show_what_a_service_meets() {
    let mut said: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    let mut count = |key: Key, answer: &str| {
        *said.entry(key.slug()).or_default().entry(answer.to_owned()).or_default() += 1;
    };
    for story in stories() {
        let reading = REFERRAL.read(&story.answers, story.voice, DAYS[0]);
        REFERRAL.walk(&reading.answers, story.voice, |asked| match asked.answer {
            Some(Answer::One(slug)) => count(asked.question.key, slug),
            Some(Answer::Many(slugs)) => slugs.iter().for_each(|slug| count(asked.question.key, slug)),
            Some(_) => count(asked.question.key, "said"),
            None => {}
        });
    }
    for (key, answer, least) in [
        (Key::DangerNow, "yes", 2),
        (Key::DangerNow, "not-sure", 1),
        (Key::Consent, "refuses", 2),
        (Key::Consent, "cannot", 4),
        (Key::Consent, "with-limits", 2),
        (Key::PersonAgeGroup, "under-16", 1),
        (Key::PersonAgeGroup, "16-17", 2),
        (Key::PlacedOutOfArea, "yes", 2),
        (Key::PersonLocation, "prison", 1),
        (Key::ContactWays, "i-will-contact", 1),
        (Key::ReferrerContactWays, "i-will-contact", 1),
        (Key::UnsafeWays, "phone", 2),
        (Key::UnsafeWays, "letter", 2),
        (Key::MustNotKnow, "said", 4),
        (Key::RuledOutName, "said", 3),
        (Key::IssueStage, "decided", 2),
        (Key::Interpreter, "yes", 3),
        (Key::CommunicatesBy, "bsl", 1),
        (Key::CommunicationSupport, "hearing-aid", 1),
        (Key::CommunicationProfessional, "bsl-interpreter", 1),
        (Key::CommunicationContact, "text-relay", 1),
        (Key::CommunicationFormat, "easy-read", 1),
        (Key::HomeRisk, "homeless-now", 1),
        (Key::WorkerAllocated, "not-yet", 2),
        (Key::DatesKnown, "unknown", 2),
    ] {
        let found = said.get(key.slug()).and_then(|answers| answers.get(answer)).copied().unwrap_or(0);
        assert!(found >= least, "{} is {answer} in {found} stories", key.slug());
    }
    let kinds = REFERRAL.question(Key::IssueKind).unwrap().choices();
    let never: Vec<_> =
        kinds.iter().map(|kind| kind.slug).filter(|slug| !said["issue-kind"].contains_key(*slug)).collect();
    assert!(never.is_empty(), "no story about {never:?}");
}

/// The queue they make on each of those days.
#[test]
fn they_fill_every_band_and_every_service_line_and_few_are_immediate() {
    let (rubric, calendar) = (Rubric::read("").unwrap(), Calendar::default());
    for today in DAYS {
        let now = today.and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap()).and_utc();
        let mut bands: BTreeMap<Band, usize> = BTreeMap::new();
        let mut lines: BTreeSet<&str> = BTreeSet::new();
        let mut table = Vec::new();
        for story in referrals(today).unwrap() {
            let reading = REFERRAL.read(&story.answers, story.voice, today);
            let assessment = assess(&reading.answers, story.voice, &rubric, &calendar, now);
            *bands.entry(assessment.band).or_default() += 1;
            lines.extend(assessment.issues.iter().map(|issue| issue.service_line.slug()));
            let issues: Vec<_> = assessment
                .issues
                .iter()
                .map(|issue| format!("{} {} {:?}", issue.service_line.slug(), issue.points, issue.duty))
                .collect();
            let name = story.answers.first("person-name");
            table.push(format!("{:<10} {name:<36} {}", assessment.band.slug(), issues.join("; ")));
        }
        let table = table.join("\n");
        for (band, range) in
            [(Band::Immediate, 3..=10), (Band::Urgent, 10..=26), (Band::Standard, 18..=34), (Band::Planned, 6..=18)]
        {
            let found = bands.get(&band).copied().unwrap_or(0);
            assert!(range.contains(&found), "{found} {} on {today}, not {range:?}\n{table}", band.slug());
        }
        let missing: Vec<_> = Line::ALL.iter().map(|line| line.slug()).filter(|line| !lines.contains(line)).collect();
        assert!(missing.is_empty(), "no story for {missing:?}\n{table}");
    }
}

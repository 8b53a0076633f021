//! The message table as a list: what holds of every text, in every language.

use std::collections::BTreeSet;

use super::lang::next_gap;
use super::{ALL, Entry, Lang, feedback, refer, start};

fn every() -> impl Iterator<Item = &'static Entry> {
    ALL.iter().copied().flatten()
}

/// The names of the gaps of some words; nothing where a brace stands alone or a gap has no proper name.
fn gaps(words: &str) -> Option<BTreeSet<&str>> {
    let mut found = BTreeSet::new();
    let mut rest = words;
    while let Some((before, (gap, after))) = next_gap(rest) {
        let named = !gap.is_empty() && gap.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        if !named || before.contains('}') {
            return None;
        }
        found.insert(gap);
        rest = after;
    }
    (!rest.contains(['{', '}'])).then_some(found)
}

#[test]
fn no_two_texts_have_the_same_id() {
    let mut ids = BTreeSet::new();
    for entry in every() {
        assert!(ids.insert(entry.id()), "{} stands there twice", entry.id());
    }
    for id in ids {
        let named =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || "-0123456789".contains(c));
        assert!(id.split_once('.').is_some_and(|(module, name)| named(module) && named(name)), "{id}");
    }
}

#[test]
fn an_id_is_made_of_module_and_name() {
    assert_eq!(refer::TASKS_LEAD.id(), "refer.tasks-lead");
    assert_eq!(start::TAKES_LIST.id(), "start.takes-list");
    assert!(every().any(|entry| entry.id() == "feedback.place"));
}

#[test]
fn no_text_is_empty_in_any_language() {
    for (entry, lang) in every().flat_map(|entry| Lang::ALL.map(|lang| (entry, lang))) {
        let said = entry.say(lang);
        assert!(!said.is_empty() && said.iter().all(|words| !words.trim().is_empty()), "{}", entry.id());
    }
}

/// What fills the gaps is declared beside the words; here the two are held together, for every language.
#[test]
fn every_gap_is_filled_and_nothing_is_filled_in_that_has_no_gap() {
    for (entry, lang) in every().flat_map(|entry| Lang::ALL.map(|lang| (entry, lang))) {
        let filled: BTreeSet<_> = entry.gaps().iter().copied().collect();
        for words in entry.say(lang) {
            assert_eq!(gaps(words), Some(filled.clone()), "{}: {words}", entry.id());
        }
    }
}

#[test]
fn a_gap_that_is_not_well_formed_is_seen() {
    assert_eq!(gaps("Part {number} of {of}"), Some(BTreeSet::from(["number", "of"])));
    for wrong in ["{", "}", "{}", "{a b}", "{a", "a}", "{a}}", "} {a}"] {
        assert_eq!(gaps(wrong), None, "{wrong}");
    }
}

#[test]
fn a_gap_is_filled_once_whatever_fills_it() {
    assert_eq!(feedback::place(Lang::English, 2, 10), "Question 2 of 10");
    assert_eq!(super::staff::because(Lang::English, "{reason}", "{what} } {"), "{reason}. {what} } {");
}

#[test]
fn a_language_says_how_it_is_written() {
    for lang in Lang::ALL {
        assert!(["ltr", "rtl"].contains(&lang.dir()), "{lang:?}");
        assert!(!lang.tag().is_empty(), "{lang:?}");
    }
}

//! The catalogue tested as a list: what every question owes to everyone who uses it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Choice, Form, Group, Key, Kind, Need, Question, Voice, Voices, When};
use super::REFERRAL;
use crate::feedback::FEEDBACK;

const FORMS: [&Form; 2] = [&REFERRAL, &FEEDBACK];

fn everything() -> Vec<(&'static Question, Vec<Key>)> {
    FORMS.iter().flat_map(|form| form.all_questions()).collect()
}

#[test]
fn every_key_has_exactly_one_question() {
    let mut count: BTreeMap<Key, usize> = Key::ALL.iter().map(|key| (*key, 0)).collect();
    for (question, _) in everything() {
        *count.get_mut(&question.key).unwrap() += 1;
    }
    let wrong: Vec<_> = count.into_iter().filter(|(_, times)| *times != 1).collect();
    assert!(wrong.is_empty(), "asked so many times: {wrong:?}");
}

#[test]
fn slugs_are_kebab_case_and_lead_back_to_their_key() {
    for key in Key::ALL {
        let slug = key.slug();
        assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{slug}");
        assert_eq!(Key::from_slug(slug), Some(*key));
    }
}

/// A slug that has been used lives for ever in stored referrals. This list may grow; nothing in it may change.
#[test]
fn slugs_and_choices_are_frozen() {
    let mut frozen = String::new();
    for (question, within) in everything() {
        let depth = "  ".repeat(within.len());
        let choices: Vec<_> = question.choices().iter().map(|choice| choice.slug).collect();
        frozen.extend([depth.as_str(), question.slug(), ": ", &choices.join(" "), "\n"]);
    }
    insta::assert_snapshot!("frozen", frozen);
}

/// The questions a `when` can look at: those before it at its own level and at every level that holds it.
fn before(questions: &'static [Question], seen: &[&'static Question], check: &mut impl FnMut(&Question, &[&Question])) {
    let mut seen = seen.to_vec();
    for question in questions {
        check(question, &seen);
        seen.push(question);
        if let Kind::Repeat(Group { questions, .. }) = question.kind {
            before(questions, &seen, check);
        }
    }
}

fn names(when: &When) -> Vec<(Key, &'static str)> {
    match when {
        When::Always | When::Voice(_) => Vec::new(),
        When::Is(key, slug) | When::Unless(key, slug) => vec![(*key, *slug)],
        When::In(key, slugs) => slugs.iter().map(|slug| (*key, *slug)).collect(),
        When::Any(conditions) | When::All(conditions) => conditions.iter().flat_map(names).collect(),
    }
}

#[test]
fn a_condition_looks_back_and_names_a_real_choice() {
    for form in FORMS {
        let mut seen: Vec<&'static Question> = Vec::new();
        for section in form.sections {
            before(section.questions, &seen, &mut |question, seen| {
                for (key, slug) in names(&question.when) {
                    let earlier = seen.iter().find(|earlier| earlier.key == key);
                    let earlier =
                        earlier.unwrap_or_else(|| panic!("{} looks at {key:?}, not before it", question.slug()));
                    assert!(earlier.choice(slug).is_some(), "{}: {key:?} has no choice {slug}", question.slug());
                }
            });
            seen.extend(section.questions);
        }
    }
}

/// Whether a question can be asked of a voice at all, whatever was answered.
fn for_voice(when: &When, voice: Voice) -> bool {
    match when {
        When::Voice(voices) => voices.contains(&voice),
        When::All(conditions) => conditions.iter().all(|condition| for_voice(condition, voice)),
        When::Any(conditions) => conditions.iter().any(|condition| for_voice(condition, voice)),
        When::Always | When::Is(..) | When::In(..) | When::Unless(..) => true,
    }
}

#[test]
fn every_question_has_words_in_each_voice_it_is_asked_of_and_in_no_other() {
    for (question, _) in everything() {
        for voice in Voice::ALL {
            let asked = for_voice(&question.when, voice);
            assert_eq!(asked, !question.ask.say(voice).is_empty(), "{} in {voice:?}", question.slug());
            if asked && !question.choices().is_empty() {
                let offered = question.choices().iter().filter(|choice| !choice.label.say(voice).is_empty());
                assert!(offered.count() >= 2, "{} offers too little to {voice:?}", question.slug());
            }
        }
    }
}

#[test]
fn the_voices_ask_alike() {
    for (question, _) in everything() {
        let asked = Voice::ALL.map(|voice| question.ask.say(voice));
        let asked: Vec<_> = asked.into_iter().filter(|words| !words.is_empty()).collect();
        let questions = asked.iter().filter(|words| words.ends_with('?')).count();
        assert!(questions == 0 || questions == asked.len(), "{} ends differently: {asked:?}", question.slug());
        assert!(asked.iter().all(|words| !words.ends_with(['.', ':'])), "{}: {asked:?}", question.slug());
    }
}

#[test]
fn choices_differ_in_slug_and_in_words() {
    for (question, _) in everything() {
        let slugs: BTreeSet<_> = question.choices().iter().map(|choice| choice.slug).collect();
        assert_eq!(slugs.len(), question.choices().len(), "{}", question.slug());
        for voice in Voice::ALL {
            let labels: Vec<_> = question.choices().iter().map(|choice| choice.label.say(voice)).collect();
            let labels: Vec<_> = labels.into_iter().filter(|label| !label.is_empty()).collect();
            let unique: BTreeSet<_> = labels.iter().collect();
            assert_eq!(unique.len(), labels.len(), "{} in {voice:?}: {labels:?}", question.slug());
        }
    }
}

#[test]
fn a_handful_of_questions_are_needed_to_send() {
    for voice in Voice::ALL {
        let needed = REFERRAL.all_questions().into_iter().filter(|(question, within)| {
            within.is_empty()
                && matches!(question.when, When::Always | When::Voice(_) | When::Unless(..))
                && for_voice(&question.when, voice)
                && (question.need == Need::ToSend || question.need == Need::ToSendFor(voice))
        });
        let needed: Vec<_> = needed.map(|(question, _)| question.slug()).collect();
        // What stands in an item is asked of some people only, once for each item: nobody is stopped by it.
        let inside = REFERRAL.all_questions().into_iter().find(|(question, within)| {
            !within.is_empty() && (question.need == Need::ToSend || question.need == Need::ToSendFor(voice))
        });
        assert!(inside.is_none(), "{voice:?}: {:?}", inside.map(|(question, _)| question.slug()));
        assert!((4..=6).contains(&needed.len()), "{voice:?}: {needed:?}");
    }
}

/// Words a person in distress should not have to know. Professionals know them.
const LEGAL: [&str; 19] = [
    "Care Act",
    "Capacity Act",
    "IMCA",
    "IMHA",
    "RPR",
    "39A",
    "39C",
    "39D",
    "statutory",
    "safeguarding enquiry",
    "substantial difficulty",
    "best interests",
    "retrospective",
    "supervisory",
    "referrer",
    "appropriate individual",
    "s42",
    "s67",
    "s117",
];

fn texts(question: &'static Question) -> Vec<&'static Voices> {
    let of_choice = |choice: &'static Choice| [&choice.label, &choice.hint];
    [&question.ask, &question.hint].into_iter().chain(question.choices().iter().flat_map(of_choice)).collect()
}

#[test]
fn the_law_s_own_words_are_for_professionals_only() {
    for (question, _) in REFERRAL.all_questions() {
        for text in texts(question) {
            for voice in [Voice::Myself, Voice::Someone] {
                let words = text.say(voice);
                let found = LEGAL.iter().find(|legal| words.contains(*legal));
                assert!(found.is_none(), "{} says “{words}” to {voice:?}", question.slug());
            }
        }
    }
}

/// Plain English: a sentence of more than 20 words asks too much of a tired reader; professionals get 30.
#[test]
fn sentences_are_short() {
    for (question, _) in everything() {
        for text in texts(question) {
            for (voice, most) in [(Voice::Professional, 30), (Voice::Myself, 20), (Voice::Someone, 20)] {
                for sentence in text.say(voice).split_inclusive(['.', '?', '!']) {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= most, "{} has {words} words: {sentence}", question.slug());
                }
            }
        }
    }
}

/// Words for which the form has one of its own, and keeps to it.
const ANOTHER_WORD: [(&str, &str); 12] = [
    ("get in touch", "contact"),
    ("get back to", "contact"),
    ("reach you", "contact you"),
    ("reach them", "contact the person"),
    ("call 999", "phone 999"),
    ("call Samaritans", "phone Samaritans"),
    ("dial ", "phone"),
    ("oicemail", "voice message"),
    ("such as", "for example"),
    ("Such as", "For example"),
    ("Choose all that", "said by the page"),
    ("Don’t know", "I do not know"),
];

#[test]
fn one_thing_has_one_word() {
    // Of someone who does harm: what they can do is not to contact.
    let harm = |question: &Question| question.key == Key::HarmAccess;
    for (question, _) in everything().into_iter().filter(|(question, _)| !harm(question)) {
        for words in texts(question).iter().flat_map(|text| Voice::ALL.map(|voice| text.say(voice))) {
            let found = ANOTHER_WORD.iter().find(|(other, _)| words.contains(other));
            assert!(found.is_none(), "{}: {found:?} in “{words}”", question.slug());
        }
        for choice in question.choices() {
            for words in [Voice::Myself, Voice::Someone].map(|voice| choice.label.say(voice)) {
                let kept = match choice.slug {
                    // When there may be a date, what is not known is said.
                    "dont-know" => words.is_empty() || words.starts_with("I do not know"),
                    "not-sure" => words.is_empty() || words == "Not sure",
                    _ => true,
                };
                assert!(kept, "{} {}: “{words}”", question.slug(), choice.slug);
            }
        }
    }
}

/// In a list of problems, and one a page, a question stands alone: whom it is about must be in it.
#[test]
fn a_question_about_somebody_else_says_about_whom() {
    // An item says of whom it is; the helper was named by the question before.
    let named = |within: &[Key]| within.iter().any(|key| matches!(key, Key::Contacts | Key::RuledOut));
    for (question, within) in REFERRAL.all_questions() {
        let ask = question.ask.say(Voice::Someone);
        let pronoun = ask.split(|c: char| !c.is_alphabetic()).any(|word| ["they", "them", "their"].contains(&word));
        let whom = ["person", "helper", "parents"].iter().any(|word| ask.contains(word));
        assert!(!pronoun || whom || named(&within), "{}: “{ask}”", question.slug());
    }
}

#[test]
fn everybody_can_say_that_they_are_the_one_to_make_contact() {
    let ways = REFERRAL.question(Key::ContactWays).unwrap();
    let will_contact = ways.choice("i-will-contact").unwrap();
    assert!(will_contact.alone);
    assert!(Voice::ALL.iter().all(|voice| !will_contact.label.say(*voice).is_empty()));
    let own = REFERRAL.question(Key::ReferrerContactWays).unwrap().choice("i-will-contact").unwrap();
    assert!(own.alone && !own.label.say(Voice::Someone).is_empty());
    // And then nothing more is asked about ways.
    for (question, _) in REFERRAL.all_questions() {
        let brought = names(&question.when).into_iter().any(|(_, slug)| slug == "i-will-contact");
        assert!(!brought, "{}", question.slug());
    }
}

#[test]
fn words_are_set_with_care() {
    for (question, _) in everything() {
        for text in texts(question) {
            for voice in Voice::ALL {
                let words = text.say(voice);
                assert!(!words.contains("  ") && words.trim() == words, "blanks in “{words}”");
                for wrong in ["lease ", "*", "(optional)", "http", "'", "\"", "..."] {
                    assert!(!words.contains(wrong), "{}: “{wrong}” in “{words}”", question.slug());
                }
            }
        }
    }
}

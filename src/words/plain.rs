//! Holds the words to plain English: a reading grade, and words that have no place on a public page.

use super::document::Document;
use super::privacy::{Keeping, Period};
use super::{Lang, errors, mail, next, privacy, statement};
use crate::form::Voice;

/// A reader of about 12 years (Flesch-Kincaid grade).
const HIGHEST_GRADE: f64 = 7.0;

pub(super) fn keeping() -> Keeping<'static> {
    Keeping {
        service: "Northshire Advocacy",
        controller: "Northshire Voices",
        address: "1 High Street, Northtown",
        contact: "privacy@advocacy.example",
        ico_number: "ZA000000",
        public_task: true,
        place: "in the United Kingdom",
        kept: &[
            ("drafts", Period::Days(14)),
            ("accepted", Period::Years(6)),
            ("declined", Period::Years(1)),
            ("children", Period::Age(25)),
            ("feedback", Period::Years(3)),
            ("backups", Period::Days(35)),
        ],
    }
}

fn facts() -> statement::Facts<'static> {
    statement::Facts {
        service: "Northshire Advocacy",
        organisation: "Northshire Voices",
        website: "advocacy.example",
        email: "help@advocacy.example",
        phone: "01632 960 001",
        answer_days: 5,
        prepared: "1 November 2026",
        reviewed: "",
        tested: "",
    }
}

/// Flesch-Kincaid grade of a text; the syllables are counted as groups of vowels, less a silent e.
fn grade(text: &str) -> f64 {
    let sentences = text.split(['.', '?', '!', ':']).filter(|part| part.chars().any(char::is_alphabetic)).count();
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphabetic() && letter != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    0.39 * count(words.len()) / count(sentences) + 11.8 * count(syllables) / count(words.len()) - 15.59
}

fn syllables(word: &str) -> usize {
    let vowel = |letter: char| "aeiouy".contains(letter);
    let mut before = false;
    let mut groups = 0;
    for letter in word.chars() {
        groups += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

fn body(document: &Document, without: &[&str]) -> String {
    let kept = Document {
        passages: document.passages.iter().filter(|passage| !without.contains(&passage.anchor)).cloned().collect(),
        ..document.clone()
    };
    kept.texts().map(|text| format!("{}.", text.trim_end_matches(['.', ':']))).collect::<Vec<_>>().join(" ")
}

#[test]
fn public_words_can_be_read_by_a_twelve_year_old() {
    let errors: String = errors::ALL
        .iter()
        .map(|sorry| [sorry.title, sorry.happened, sorry.act].map(|text| Lang::English.say(text)))
        .map(|[title, happened, act]| format!("{title}. {happened} {act}"))
        .collect::<Vec<_>>()
        .join(" ");
    let next: String = [Voice::Myself, Voice::Someone]
        .into_iter()
        .flat_map(|voice| {
            let steps = next::steps(Lang::English, voice).iter().map(|step| format!("{step} "));
            steps.chain([next::contact(Lang::English, voice, "5pm on Friday")])
        })
        .collect();
    let texts = [
        // The law by number stands in a passage of its own, which says so.
        ("privacy", body(&privacy::notice(Lang::English, &keeping()), &["law"])),
        // The model statement's own sentences, which the regulations ask for, are left out.
        (
            "statement",
            body(&statement::statement(Lang::English, &facts()), &["enforcement", "technical", "not-accessible"]),
        ),
        ("errors", errors),
        ("next", next),
    ];
    for (name, text) in texts {
        let grade = grade(&text);
        assert!(grade <= HIGHEST_GRADE, "{name} has grade {grade:.1}");
    }
}

#[test]
fn the_statement_has_the_headings_of_the_model() {
    let text = body(&statement::statement(Lang::English, &facts()), &[]);
    for heading in [
        "Feedback and contact information",
        "Enforcement procedure",
        "Technical information about this website’s accessibility",
        "Compliance status",
        "Non-accessible content",
        "Disproportionate burden",
        "Preparation of this accessibility statement",
    ] {
        assert!(text.contains(heading), "{heading}");
    }
}

#[test]
fn the_notice_tells_what_the_law_asks() {
    let text = body(&privacy::notice(Lang::English, &keeping()), &[]);
    for told in [
        "Northshire Voices",
        "privacy@advocacy.example",
        "Article 6(1)(e)",
        "Article 9(2)(h)",
        "14 days",
        "copy of what we have",
        "put right",
        "delete",
        "object",
        "Information Commissioner",
        "take it back",
        "came from them",
        "do not have to tell us",
        "Articles 22A to 22D",
        "164A",
        "United Kingdom",
    ] {
        assert!(text.contains(told), "{told}");
    }
}

#[test]
fn a_mail_shows_nothing_of_its_purpose_on_a_locked_screen() {
    let mail = mail::receipt(Lang::English, "7K3M 92QX", "https://portal.example/r").to_lowercase();
    for telling in ["advoca", "referral", "abuse", "social", "council", "hospital", "nhs", "care", "help"] {
        assert!(!mail.contains(telling), "{telling}");
    }
}

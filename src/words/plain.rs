//! Holds the words to plain English: a reading grade, and words that have no place on a public page.

use super::document::Document;
use super::privacy::{Keeping, Period};
use super::{Lang, errors, mail, next, privacy, said_no, statement, young_people};
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
        children_phone: Some("01632 960 004"),
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

/// A moment as the receipt puts it.
const WHEN: &str = "5pm on Friday";

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
            let steps =
                [next::steps, next::steps_with_sender, next::steps_without_contact].map(|of| of(Lang::English, voice));
            let steps = steps.into_iter().flatten().map(|step| format!("{step} "));
            steps.chain([next::contact(Lang::English, voice, WHEN), next::no_contact(Lang::English, voice, WHEN)])
        })
        .chain([next::NEUTRAL, next::REFUSAL].map(|list| Lang::English.list(list).join(" ") + " "))
        .chain(
            [next::contact_sender_only, next::contact_person_only, next::refused].map(|said| said(Lang::English, WHEN)),
        )
        .collect();
    let said_no = [
        Lang::English.list(said_no::TELL).join(" "),
        said_no::still_right(Lang::English, Voice::Someone).join(" "),
        [said_no::LEAD, said_no::THEN, said_no::STOPPED, said_no::CHECK].map(|text| Lang::English.say(text)).join(" "),
    ]
    .join(" ");
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
        ("said no", said_no),
    ];
    for (name, text) in texts {
        let grade = grade(&text);
        assert!(grade <= HIGHEST_GRADE, "{name} has grade {grade:.1}");
    }
}

/// A reader of about 10 years.
const YOUNG_GRADE: f64 = 4.0;

#[test]
fn young_people_can_read_their_own_passage() {
    for phone in [None, Some("01632 960 004")] {
        let passages = vec![young_people::under_18(Lang::English, phone)];
        let text = body(&Document { title: String::new(), opening: Vec::new(), passages }, &[]);
        let grade = grade(&text);
        assert!(grade <= YOUNG_GRADE, "grade {grade:.1}");
        assert!(phone.is_none_or(|phone| text.contains(phone)), "{text}");
        // Every time when somebody may have to be told, as the notice for everybody has them.
        for time in ["you may be badly hurt", "someone else may be badly hurt", "child may not be safe", "a court says"]
        {
            assert!(text.contains(time), "{time} in {text}");
        }
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

#[test]
fn a_notice_without_an_address_or_a_contact_has_no_blank() {
    let bare = Keeping { address: "", contact: "", ico_number: "", children_phone: None, ..keeping() };
    let text = body(&privacy::notice(Lang::English, &bare), &[]);
    for blank in ["Address:", "To ask", ": ."] {
        assert!(!text.contains(blank), "{blank}");
    }
}

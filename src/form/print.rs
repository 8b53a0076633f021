//! The whole catalogue as JSON: enough for a stranger to write answers, an importer or a form of their own.

use serde_json::{Map, Value, json};

use super::line::Line;
use super::question::{Choice, Code, DateKind, Kind, Need, Question, Section, Sensitivity, When};
use super::voice::{Voice, Voices};
use super::whole::Form;

/// How to write answers for `alongside assess`, printed with the catalogue.
const HOW_TO_ANSWER: &str = "One JSON object. \"voice\" is professional, myself or someone (professional if left out). \
    Every other name is a question's slug. kind one: a choice's slug. kind many: a list of choice slugs. \
    kind date: words such as \"1 12 2026\", \"2026-12-01\", \"March 1961\", \"about 80\", \"don't know\". \
    kind repeat: a list of objects, one an item, with the slugs of its questions. All others: a string. \
    Leave out what is not known.";

/// The form as JSON, in the order it is asked.
#[must_use]
pub fn print(form: &Form) -> Value {
    json!({
        "how_to_answer": HOW_TO_ANSWER,
        "voices": Voice::ALL.map(Voice::slug),
        "sections": form.sections.iter().map(section).collect::<Vec<_>>(),
    })
}

fn section(section: &Section) -> Value {
    json!({
        "slug": section.slug,
        "title": voices(&section.title),
        "intro": voices(&section.intro),
        "questions": section.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

fn question(question: &Question) -> Value {
    let mut printed = Map::new();
    let mut put = |name: &str, value: Value| printed.insert(name.to_owned(), value);
    put("slug", json!(question.slug()));
    put("kind", json!(kind(question.kind)));
    put("ask", voices(&question.ask));
    put("hint", voices(&question.hint));
    put("when", when(&question.when));
    put("need", need(question.need));
    put("sensitivity", json!(sensitivity(question.sensitivity)));
    match question.kind {
        Kind::Line(most) | Kind::Text(most) => {
            put("most_characters", json!(most));
        }
        Kind::Date(date) => {
            put("accepts", json!(accepts(date)));
        }
        Kind::One(choices) | Kind::Many(choices) => {
            put("choices", choices.iter().map(choice).collect());
        }
        Kind::Repeat(group) => {
            put("item", voices(&group.item));
            put("most_items", json!(group.most));
            put("questions", group.questions.iter().map(self::question).collect());
        }
        Kind::Email | Kind::Phone | Kind::NhsNumber => {}
    }
    if let Some(easy) = question.easy {
        put("easy", json!({ "text": easy.text, "picture": easy.picture }));
    }
    Value::Object(printed)
}

fn choice(choice: &Choice) -> Value {
    let mut printed = Map::new();
    let mut put = |name: &str, value: Value| printed.insert(name.to_owned(), value);
    put("slug", json!(choice.slug));
    put("label", voices(&choice.label));
    put("hint", voices(&choice.hint));
    if choice.alone {
        put("alone", json!(true));
    }
    match choice.code {
        Some(Code::Ais(value)) => put("code", json!({ "ais": value })),
        Some(Code::Sac(value)) => put("code", json!({ "sac": value })),
        Some(Code::Psr(value)) => put("code", json!({ "psr": value })),
        None => None,
    };
    Value::Object(printed)
}

/// The words in each voice that has any.
fn voices(words: &Voices) -> Value {
    Voice::ALL
        .into_iter()
        .filter(|voice| !words.say(*voice).is_empty())
        .map(|voice| (voice.slug().to_owned(), json!(words.say(voice))))
        .collect::<Map<_, _>>()
        .into()
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Line(_) => "line",
        Kind::Text(_) => "text",
        Kind::Email => "email",
        Kind::Phone => "phone",
        Kind::NhsNumber => "nhs-number",
        Kind::Date(_) => "date",
        Kind::One(_) => "one",
        Kind::Many(_) => "many",
        Kind::Repeat(_) => "repeat",
    }
}

const fn accepts(date: DateKind) -> &'static [&'static str] {
    match date {
        DateKind::Day | DateKind::Past => &["day", "don't know"],
        DateKind::Ahead | DateKind::Partial => &["day", "month and year", "year", "don't know"],
        DateKind::Birth => &["day", "month and year", "year", "age", "don't know"],
    }
}

fn when(condition: &When) -> Value {
    match condition {
        When::Always => json!("always"),
        When::Voice(voices) => json!({ "voice": voices.iter().map(|voice| voice.slug()).collect::<Vec<_>>() }),
        When::Is(key, slug) => json!({ "question": key.slug(), "any_of": [slug] }),
        When::In(key, slugs) => json!({ "question": key.slug(), "any_of": slugs }),
        When::Unless(key, slug) => json!({ "question": key.slug(), "none_of": [slug] }),
        When::Any(conditions) => json!({ "any": conditions.iter().map(when).collect::<Vec<_>>() }),
        When::All(conditions) => json!({ "all": conditions.iter().map(when).collect::<Vec<_>>() }),
    }
}

fn need(need: Need) -> Value {
    match need {
        Need::ToSend => json!("to-send"),
        Need::ToSendFor(voice) => json!({ "to-send": voice.slug(), "others": "to-triage" }),
        Need::ToTriage => json!("to-triage"),
        Need::ToInstruct(lines) => {
            json!({ "to-instruct": lines.iter().map(|line: &Line| line.slug()).collect::<Vec<_>>() })
        }
        Need::Optional => json!("optional"),
    }
}

const fn sensitivity(sensitivity: Sensitivity) -> &'static str {
    match sensitivity {
        Sensitivity::Plain => "plain",
        Sensitivity::Identity => "identity",
        Sensitivity::Special => "special",
        Sensitivity::Safety => "safety",
    }
}

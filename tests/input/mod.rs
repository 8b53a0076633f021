//! Whatever is typed is survived: the checks that the fuzz targets run (`fuzz/run`), here with what proptest makes up and
//! with the seeds, so that they hold on every machine.

use std::fs;
use std::path::PathBuf;

use alongside::feedback::FEEDBACK;
use alongside::form::{Form, REFERRAL};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

#[path = "../../fuzz/checks.rs"]
mod checks;

type Check = fn(&[u8]);

#[test]
fn every_seed_is_survived() {
    let checks: [(&str, Check); 6] = [
        ("answers", checks::answers),
        ("json", checks::json),
        ("dates", checks::dates),
        ("codes", checks::codes),
        ("settings", checks::settings),
        ("feedback", checks::feedback),
    ];
    for (target, check) in checks {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
        let seeds: Vec<_> = fs::read_dir(&folder).unwrap().flatten().collect();
        assert!(!seeds.is_empty(), "{target}");
        for seed in seeds {
            check(&fs::read(seed.path()).unwrap());
        }
    }
}

/// The name of a field as a page would show it, or nearly so.
fn field(form: &Form) -> impl Strategy<Value = String> + use<> {
    let slugs: Vec<String> = form
        .all_questions()
        .iter()
        .map(|(question, within)| {
            let before: String = within.iter().flat_map(|repeat| [repeat.slug(), ".1."]).collect();
            format!("{before}{}", question.slug())
        })
        .collect();
    prop_oneof![
        8 => select(slugs.clone()),
        2 => (select(slugs), 0_u32..60).prop_map(|(slug, item)| slug.replacen(".1.", &format!(".{item}."), 1)),
        1 => "[a-z.0-9-]{0,20}",
        1 => ".{0,10}",
    ]
}

/// What may stand in a field: a slug of some choice, a date, a number, mark-up, anything.
fn words(form: &Form) -> impl Strategy<Value = String> + use<> {
    let choices: Vec<&str> = form
        .all_questions()
        .iter()
        .flat_map(|(question, _)| question.choices().iter().map(|choice| choice.slug))
        .collect();
    prop_oneof![
        6 => select(choices).prop_map(str::to_owned),
        2 => select(vec!["1 12 2026", "2026-11-25", "soon", "about 80", "29 February", "today", "<script>", "<b>\"'", "999 000 0018"])
            .prop_map(str::to_owned),
        1 => ".{0,40}",
    ]
}

fn sent(form: &Form) -> impl Strategy<Value = Vec<(String, String)>> + use<> {
    vec((field(form), words(form)), 0..60)
}

/// The same as a JSON object by slug, with items as objects, and now and then a value of the wrong shape.
fn an_object() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        words(&REFERRAL).prop_map(Value::from),
        vec(words(&REFERRAL), 0..3).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    let slugs: Vec<&str> = REFERRAL.all_questions().iter().map(|(question, _)| question.slug()).collect();
    let object = move |inner: BoxedStrategy<Value>| {
        vec((select(slugs.clone()), inner), 0..12).prop_map(|pairs| {
            Value::Object(pairs.into_iter().map(|(slug, value)| (slug.to_owned(), value)).collect::<Map<_, _>>())
        })
    };
    let date = vec(object(leaf.clone().boxed()), 0..3);
    let issue = (object(leaf.clone().boxed()), date).prop_map(|(mut issue, dates)| {
        issue["dates"] = json!(dates);
        issue
    });
    (object(leaf.boxed()), vec(issue, 0..3)).prop_map(|(mut all, issues)| {
        all["issues"] = json!(issues);
        all
    })
}

/// A line of a settings file, right or not.
fn a_setting() -> impl Strategy<Value = String> {
    let example = alongside::settings::Settings::example();
    let lines: Vec<String> = example.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let keys: Vec<String> = lines.iter().filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect();
    let value = prop_oneof![
        "[0-9]{1,12}",
        "\"[^\"\\\\\\p{Cc}/]{0,20}\"",
        select(vec!["[]", "[{}]", "true", "2026-11-23", "\"\"", "\"", "[{ name = \"x\" }]", "-1", "1e9"])
            .prop_map(str::to_owned),
    ];
    prop_oneof![
        4 => select(lines),
        4 => (select(keys), value).prop_map(|(key, value)| format!("{key} = {value}")),
        1 => "[^/]{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_form_is_read_judged_and_shown(voice in 0_u8..3, pairs in sent(&REFERRAL)) {
        let body = serde_html_form::to_string(&pairs).unwrap();
        checks::answers(&[&[voice], body.as_bytes()].concat());
    }

    #[test]
    fn any_feedback_is_read_and_shown(pairs in sent(&FEEDBACK)) {
        checks::feedback(serde_html_form::to_string(&pairs).unwrap().as_bytes());
    }

    #[test]
    fn any_file_of_answers_is_read_and_judged(answers in an_object()) {
        checks::json(answers.to_string().as_bytes());
    }

    #[test]
    fn any_settings_are_read_or_their_mistakes_are_told(lines in vec(a_setting(), 0..12)) {
        checks::settings(lines.join("\n").as_bytes());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_survived_everywhere(bytes in vec(any::<u8>(), 0..200), text in "\\PC{0,60}") {
        for bytes in [bytes.as_slice(), text.as_bytes()] {
            checks::answers(bytes);
            checks::json(bytes);
            checks::dates(bytes);
            checks::codes(bytes);
            checks::feedback(bytes);
        }
    }
}

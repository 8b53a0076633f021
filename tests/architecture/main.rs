//! Holds the walls of the house: reads our own sources and refuses what `lib.rs` says they must not do.
//!
//! Each check is a function over one source, proved on small seeded sources in `seeded.rs`; here they meet the real ones.

#[cfg(test)]
mod asvs;
mod languages;
#[cfg(test)]
mod seeded;
mod source;
mod walls;
mod wording;

use source::Source;
use std::{
    fs,
    path::{Path, PathBuf},
};
use wording::Excuse;

/// Rooms of the design that have not been built yet. This list can only shrink.
const TO_COME: &[&str] = &["reports"];

/// Literals that read like prose or like an address of ours and are neither.
const EXCUSED: &[Excuse] = &[
    Excuse { file: "form/date/mod.rs", begins: "about {age}", why: "a date in words, kept on record as it was given" },
    Excuse { file: "form/date/parse.rs", begins: "do not know", why: "what people type, not what they read" },
    Excuse { file: "form/date/parse.rs", begins: "i do not know", why: "what people type, not what they read" },
    Excuse { file: "form/print.rs", begins: "One JSON object.", why: "for whoever writes a file of answers" },
    Excuse { file: "form/print.rs", begins: "month and year", why: "for whoever writes a file of answers" },
    Excuse { file: "web/files.rs", begins: "public, max-age=", why: "a header" },
    Excuse { file: "web/guard.rs", begins: "default-src", why: "a header" },
    Excuse { file: "web/guard.rs", begins: "accelerometer=()", why: "a header" },
    Excuse { file: "web/site.rs", begins: "{ours}", why: "a stylesheet" },
    Excuse { file: "words/lang.rs", begins: "en-GB", why: "the tag of a language" },
    Excuse { file: "words/lang.rs", begins: "ltr", why: "a value of an attribute" },
    Excuse { file: "words/tested.rs", begins: "../../accessibility/record.json", why: "the name of a file" },
];

/// Every Rust file under the folder, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The sources of the crate; files that a `#[cfg(test)] mod …;` declares count as tests.
fn sources() -> Result<Vec<Source>, String> {
    let src = root().join("src");
    let mut sources = Vec::new();
    for file in rust_files(&src) {
        let path = file.strip_prefix(&src).map_err(|wrong| wrong.to_string())?;
        let path = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        let text = fs::read_to_string(&file).map_err(|wrong| format!("{path}: {wrong}"))?;
        sources.push(Source::read(&path, &text)?);
    }
    mark_test_files(&mut sources);
    Ok(sources)
}

fn mark_test_files(sources: &mut [Source]) {
    let folder = |path: &str| {
        let folder = path.strip_suffix("mod.rs").map(str::to_owned);
        folder.unwrap_or_else(|| path.trim_end_matches(".rs").to_owned() + "/")
    };
    let declared: Vec<String> = sources
        .iter()
        .flat_map(|source| source.test_modules().map(|name| folder(&source.path) + name).collect::<Vec<_>>())
        .collect();
    for source in sources {
        let stem = source.path.trim_end_matches(".rs");
        if declared.iter().any(|module| stem == module || stem.starts_with(&format!("{module}/"))) {
            source.mark_as_test();
        }
    }
}

/// Runs one check over every source and shows all that it found.
#[track_caller]
#[expect(clippy::expect_used, reason = "a test that cannot read the sources has failed")]
fn holds(check: impl Fn(&Source) -> Vec<String>) {
    let sources = sources().expect("our own sources can be read");
    assert!(!sources.is_empty(), "there is nothing to check");
    nothing(&sources.iter().flat_map(check).collect::<Vec<_>>());
}

#[track_caller]
fn nothing(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn each_room_uses_only_the_rooms_and_crates_it_may() {
    holds(walls::imports);
}

#[test]
fn only_the_clock_reads_the_time() {
    holds(walls::time);
}

#[test]
fn every_room_stands_and_has_walls() {
    let entries = fs::read_dir(root().join("src")).expect("the crate has sources");
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().trim_end_matches(".rs").to_owned()).collect();
    names.retain(|name| !["lib", "main", "bin"].contains(&name.as_str()));
    names.sort();
    names.dedup();
    nothing(&walls::rooms(&names.iter().map(String::as_str).collect::<Vec<_>>(), TO_COME));
}

#[test]
fn words_stand_in_the_catalogue_and_the_message_table_only() {
    holds(|source| wording::prose(source, EXCUSED));
}

#[test]
fn words_stand_in_lists_that_every_language_can_say() {
    holds(|source| languages::texts(source, EXCUSED));
}

#[test]
fn only_the_edges_decide_which_language_it_is() {
    holds(languages::decided);
    nothing(&languages::idle(&sources().expect("our own sources can be read")));
}

#[test]
fn sql_stands_in_the_store_only() {
    holds(wording::sql);
}

#[test]
fn sql_is_never_put_together_from_values() {
    holds(wording::bound);
}

#[test]
fn html_is_made_by_templates_in_the_view_only() {
    holds(wording::html);
}

#[test]
fn addresses_stand_in_one_file_only() {
    holds(|source| wording::addresses(source, EXCUSED));
}

#[test]
fn no_excuse_outlives_its_literal() {
    nothing(&wording::stale(EXCUSED, &sources().expect("our own sources can be read")));
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let folders = ["src", "tests", "benches"];
    let files: Vec<PathBuf> = folders.iter().flat_map(|folder| rust_files(&root().join(folder))).collect();
    let read = |file: &PathBuf| fs::read_to_string(file).expect("our own sources can be read");
    nothing(
        &files.iter().flat_map(|file| wording::shape(&file.display().to_string(), &read(file))).collect::<Vec<_>>(),
    );
}

/// The documents that name tests and files, and what they say.
#[cfg(test)]
fn documents() -> Vec<(String, String)> {
    let names = ["data-protection", "limits", "questions", "rooms", "rules", "security"];
    let files = names.map(|name| format!("docs/{name}.md"));
    let files = files.into_iter().chain(["README.md", "src/lib.rs"].map(str::to_owned));
    let read = |file: String| {
        let text = fs::read_to_string(root().join(&file)).expect("the document can be read");
        (file, text)
    };
    files.map(read).collect()
}

/// A promise that names its test would otherwise outlive it.
#[test]
fn every_test_that_the_documents_name_is_there() {
    let code: String = ["src", "tests"]
        .iter()
        .flat_map(|folder| rust_files(&root().join(folder)))
        .map(|file| fs::read_to_string(file).expect("our own sources can be read"))
        .collect();
    let mut missing = Vec::new();
    for (file, text) in documents() {
        let named = text.split('`').filter(|word| word.matches('_').count() >= 3 && !word.contains([' ', '/', '\n']));
        let gone = named.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
        missing
            .extend(gone.filter(|name| !code.contains(&format!("fn {name}("))).map(|name| format!("{file}: {name}")));
    }
    nothing(&missing);
}

/// So would a way that leads nowhere.
#[test]
fn every_file_that_the_documents_name_is_there() {
    let folders = ["accessibility/", "benches/", "docs/", "fuzz/", "migrations/", "src/", "style/", "tests/"];
    let mut named = 0;
    let mut missing = Vec::new();
    for (file, text) in documents() {
        for word in text.split('`').filter(|word| folders.iter().any(|folder| word.starts_with(folder))) {
            // A command that begins with a file may have words behind it; what a run leaves behind is not here.
            let path = word.split(' ').next().unwrap_or_default();
            named += 1;
            if !root().join(path).exists() && path != "fuzz/artifacts" {
                missing.push(format!("{file}: {path}"));
            }
        }
    }
    assert!(named > 60, "the files are found");
    nothing(&missing);
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |database: &str| {
        let folder = fs::read_dir(root().join("migrations").join(database));
        let mut names: Vec<String> = folder
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    nothing(&wording::migrations(&names("sqlite"), &names("postgres")));
}

//! Values by key, from the environment, the file or the default; collects what is wrong with them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::declared::{Declared, PREFIX};
use super::mistake::{Mistake, Mistakes, nearest};
use super::{Given, places};

/// Variables of ours that are no key: they say where the settings are.
const NOT_KEYS: [&str; 1] = ["ALONGSIDE_SETTINGS"];

/// What a demonstration sets where its owner sets nothing: a made-up service.
const DEMONSTRATION: &str = include_str!("demonstration.toml");

/// Everything that was set, and everything found wrong so far.
pub(super) struct Values {
    environment: BTreeMap<String, String>,
    file: BTreeMap<String, Value>,
    folder: PathBuf,
    mistakes: Vec<Mistake>,
}

impl Values {
    /// Reads the file and sorts the environment; what neither declares is a mistake.
    pub(super) fn gather(
        given: &Given,
        environment: impl IntoIterator<Item = (String, String)>,
        declared: &[&Declared],
    ) -> Self {
        let environment: BTreeMap<_, _> =
            environment.into_iter().filter(|(name, _)| name.starts_with(PREFIX)).collect();
        let data = environment.get("ALONGSIDE_DATABASE_DATA").map(String::as_str);
        let (_, beside) = places(given, data);
        let named = given.file.clone().or_else(|| environment.get("ALONGSIDE_SETTINGS").map(PathBuf::from));
        let path = named.clone().unwrap_or(beside);
        let folder = path.parent().unwrap_or_else(|| Path::new("")).to_owned();
        let mut values = Self { environment, file: BTreeMap::new(), folder, mistakes: Vec::new() };
        values.open(&path, named.is_some(), given.demo.then_some(DEMONSTRATION));
        values.find_unknown(declared);
        let above = [("ALONGSIDE_WEB_LISTEN", given.listen.clone())];
        for (name, value) in above.into_iter().filter_map(|(name, value)| Some((name, value?))) {
            values.environment.insert(name.to_owned(), value);
        }
        if let Some(data) = given.data.as_ref() {
            values.environment.insert("ALONGSIDE_DATABASE_DATA".to_owned(), data.display().to_string());
        }
        values
    }

    /// Reads the file; where there is none and none was named, what is given in its place.
    fn open(&mut self, path: &Path, named: bool, otherwise: Option<&str>) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !named => match otherwise {
                Some(text) => text.to_owned(),
                None => return,
            },
            Err(error) => {
                let place = path.display().to_string();
                return self.note(
                    place,
                    format!("cannot be read: {error}"),
                    "Name a file that can be read.".to_owned(),
                );
            }
        };
        match text.parse::<Table>() {
            Ok(table) => {
                for (section, inside) in table {
                    match inside {
                        Value::Table(keys) => {
                            self.file.extend(keys.into_iter().map(|(key, value)| (format!("{section}.{key}"), value)));
                        }
                        other => {
                            self.file.insert(section, other);
                        }
                    }
                }
            }
            Err(error) => {
                // The message alone: the whole error repeats the line, which may hold a password.
                let line =
                    error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().lines().count().max(1));
                let place = format!("{}, line {line},", path.display());
                self.note(place, format!("is not TOML: {}", error.message()), "See alongside.example.toml.".to_owned());
            }
        }
    }

    fn find_unknown(&mut self, declared: &[&Declared]) {
        let unknown: Vec<String> =
            self.file.keys().filter(|key| declared.iter().all(|known| known.key != *key)).cloned().collect();
        for key in unknown {
            let same_name = declared
                .iter()
                .map(|known| known.key)
                .find(|known| known.split_once('.').map(|(_, name)| name) == Some(key.as_str()));
            let meant = same_name.or_else(|| nearest(&key, declared.iter().map(|known| known.key)));
            let write = meant.map_or_else(|| "Take it out.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
            self.note(format!("`{key}`"), "is not a setting".to_owned(), write);
        }
        let variables: Vec<String> = declared.iter().map(|known| known.variable()).collect();
        let unknown: Vec<String> = self
            .environment
            .keys()
            .filter(|name| !variables.contains(name) && !NOT_KEYS.contains(&name.as_str()))
            .cloned()
            .collect();
        for name in unknown {
            let meant = nearest(&name, variables.iter().map(String::as_str));
            let write = meant.map_or_else(|| "Take it out.".to_owned(), |meant| format!("Did you mean {meant}?"));
            self.note(name, "is not a setting".to_owned(), write);
        }
    }

    fn note(&mut self, place: String, wrong: String, write: String) {
        self.mistakes.push(Mistake { place, wrong, write });
    }

    /// Notes a mistake in the value of a key.
    pub(super) fn mistake(&mut self, declared: &Declared, wrong: impl Into<String>, write: impl Into<String>) {
        self.note(format!("`{}` (or {})", declared.key, declared.variable()), wrong.into(), write.into());
    }

    /// The value that holds: of the environment, the file, or the default.
    pub(super) fn value(&self, declared: &Declared) -> Value {
        let set = self.environment.get(&declared.variable()).map(|words| Value::String(words.clone()));
        set.or_else(|| self.file.get(declared.key).cloned()).unwrap_or_else(|| default(declared))
    }

    /// Whether the owner set it, in the file or the environment.
    pub(super) fn is_set(&self, declared: &Declared) -> bool {
        self.environment.contains_key(&declared.variable()) || self.file.contains_key(declared.key)
    }

    /// Words; empty when nothing is set.
    pub(super) fn words(&mut self, declared: &Declared) -> String {
        match self.value(declared) {
            Value::String(words) => words.trim().to_owned(),
            Value::Datetime(date) => date.to_string(),
            _ => {
                self.mistake(declared, "is not words", "Write it between double quotes.");
                String::new()
            }
        }
    }

    /// Words that are needed.
    pub(super) fn needed(&mut self, declared: &Declared) -> String {
        let words = self.words(declared);
        if words.is_empty() {
            self.mistake(declared, "is empty", format!("Write{}", declared.help.first().map_or("", |help| help)));
        }
        words
    }

    /// A whole number between these, both included.
    pub(super) fn number(&mut self, declared: &Declared, least: u32, most: u32) -> u32 {
        let number = match self.value(declared) {
            Value::Integer(number) => u32::try_from(number).ok(),
            Value::String(words) => words.trim().parse().ok(),
            _ => None,
        };
        if let Some(number) = number.filter(|number| (least..=most).contains(number)) {
            return number;
        }
        self.mistake(declared, "is not a number that fits", format!("Write a whole number from {least} to {most}."));
        least
    }

    /// A list of words; in the environment with commas between them.
    pub(super) fn list(&mut self, declared: &Declared) -> Vec<String> {
        let items = match self.value(declared) {
            Value::String(words) => Some(words.split(',').map(|item| item.trim().to_owned()).collect()),
            Value::Array(items) => items.iter().map(item_words).collect(),
            _ => None,
        };
        let items: Option<Vec<String>> = items;
        if items.is_none() {
            self.mistake(declared, "is not a list of words", "Write it like [\"one\", \"two\"].");
        }
        items.unwrap_or_default().into_iter().filter(|item| !item.is_empty()).collect()
    }

    /// One of these words, each of which stands for something.
    pub(super) fn one_of<T: Copy>(&mut self, declared: &Declared, choices: &[(&str, T)], otherwise: T) -> T {
        let words = self.words(declared);
        if let Some((_, chosen)) = choices.iter().find(|(name, _)| *name == words) {
            return *chosen;
        }
        let names: Vec<_> = choices.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        self.mistake(declared, format!("is “{words}”"), format!("Write {}.", names.join(" or ")));
        otherwise
    }

    /// What words mean, if they mean anything; `write` says what to write instead. Nothing for a key that is not set.
    pub(super) fn meaning<T>(
        &mut self,
        declared: &Declared,
        read: impl FnOnce(&str) -> Option<T>,
        write: &str,
    ) -> Option<T> {
        let words = self.words(declared);
        if words.is_empty() {
            return None;
        }
        let meaning = read(&words);
        if meaning.is_none() {
            self.mistake(declared, format!("is “{words}”"), write);
        }
        meaning
    }

    /// A path; nothing for a key that is not set. In the file it is relative to the file, in the environment to where
    /// the command runs.
    pub(super) fn path(&mut self, declared: &Declared) -> Option<PathBuf> {
        let words = self.words(declared);
        if words.is_empty() {
            return None;
        }
        let outside = self.environment.contains_key(&declared.variable());
        Some(if outside { PathBuf::from(words) } else { self.folder.join(words) })
    }

    /// A path to a file that must be there.
    pub(super) fn file(&mut self, declared: &Declared) -> Option<PathBuf> {
        let path = self.path(declared)?;
        if !path.is_file() {
            self.mistake(
                declared,
                format!("names {}, which is not there", path.display()),
                "Name a file that is there.",
            );
        }
        Some(path)
    }

    /// The settings if nothing was wrong, or everything that was.
    pub(super) fn finish<T>(self, settings: T) -> Result<T, Mistakes> {
        if self.mistakes.is_empty() { Ok(settings) } else { Err(Mistakes(self.mistakes)) }
    }
}

fn item_words(item: &Value) -> Option<String> {
    match item {
        Value::String(words) => Some(words.trim().to_owned()),
        Value::Datetime(date) => Some(date.to_string()),
        _ => None,
    }
}

/// The declared default. A test reads every one of them.
fn default(declared: &Declared) -> Value {
    let line = format!("value = {}", declared.default);
    let parsed = line.parse::<Table>().ok().and_then(|mut table| table.remove("value"));
    parsed.unwrap_or_else(|| Value::String(String::new()))
}

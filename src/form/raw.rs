//! What was typed, by field name, before anybody reads a meaning into it.
//!
//! A name is a path: `danger-now`, `issues.1.issue-kind`, `issues.1.dates.2.date-when`. The name of a repeat holds the
//! ids of its items. Nothing here knows the questions; nothing typed is ever thrown away here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The most items of one repeat that are read and shown: several times what any question asks for.
pub(super) const ITEMS_MOST: usize = 50;

/// Field names with everything typed under each, in the order it came.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawAnswers(BTreeMap<String, Vec<String>>);

impl RawAnswers {
    /// What a browser sent. An empty value says that the field was shown and left blank.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut raw = Self::default();
        for (name, value) in pairs {
            let values = raw.0.entry(name).or_default();
            if !value.trim().is_empty() {
                values.push(value);
            }
        }
        raw
    }

    /// Answers by slug, as in `alongside questions --json`: a word, a list of words, or a list of objects.
    #[must_use]
    pub fn from_json(answers: &serde_json::Map<String, Value>) -> Self {
        let mut raw = Self::default();
        raw.take_object("", answers);
        raw
    }

    fn take_object(&mut self, prefix: &str, object: &serde_json::Map<String, Value>) {
        for (slug, value) in object {
            self.take(&format!("{prefix}{slug}"), value);
        }
    }

    fn take(&mut self, name: &str, value: &Value) {
        match value {
            Value::Null => {}
            Value::Array(values) => {
                for (value, id) in values.iter().zip(1_u32..) {
                    if let Value::Object(item) = value {
                        self.push(name, id.to_string());
                        self.take_object(&format!("{name}.{id}."), item);
                    } else {
                        self.take(name, value);
                    }
                }
            }
            Value::Object(item) => {
                self.push(name, "1".to_owned());
                self.take_object(&format!("{name}.1."), item);
            }
            Value::String(words) => self.push(name, words.clone()),
            Value::Bool(_) | Value::Number(_) => self.push(name, value.to_string()),
        }
    }

    fn push(&mut self, name: &str, value: String) {
        self.0.entry(name.to_owned()).or_default().push(value);
    }

    /// Everything typed under that name.
    #[must_use]
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The first thing typed under that name, or nothing.
    #[must_use]
    pub fn first(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// Every name there is.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The first part of each name below a prefix that ends with a dot, or of every name below none. One that holds several
    /// comes once, not once for each.
    pub(super) fn firsts_below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let below = self.0.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        let names = below.map_while(move |(name, _)| name.strip_prefix(prefix));
        let mut last = "";
        names.map(|name| name.split_once('.').map_or(name, |(first, _)| first)).filter(move |first| {
            let is_new = *first != last;
            last = first;
            is_new
        })
    }

    /// Whether that field was shown on the page these came from.
    #[must_use]
    pub fn mentions(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Puts values under a name, in place of those before.
    pub fn set(&mut self, name: &str, values: Vec<String>) {
        self.0.insert(name.to_owned(), values);
    }

    /// Takes a name away, with everything below it.
    pub fn remove(&mut self, name: &str) {
        let below = format!("{name}.");
        self.0.retain(|key, _| key != name && !key.starts_with(&below));
    }

    /// Takes over a page: every field the page showed, and no other.
    pub fn take_over(&mut self, page: Self) {
        self.0.extend(page.0);
    }

    /// How many bytes are kept.
    #[must_use]
    pub fn size(&self) -> usize {
        self.0.iter().map(|(name, values)| name.len() + values.iter().map(String::len).sum::<usize>()).sum()
    }

    /// How many fields there are: a name counts once for each thing typed under it, and once if nothing was.
    #[must_use]
    pub fn fields(&self) -> usize {
        self.0.values().map(|values| values.len().max(1)).sum()
    }

    /// The ids of a repeat's items, in the order of their ids: those listed, and those that hold an answer. The first
    /// 50 of them: more than that nobody typed by hand, and a page that showed them all would be endless.
    #[must_use]
    pub fn item_ids(&self, repeat: &str) -> Vec<u32> {
        let below = format!("{repeat}.");
        let listed = self.all(repeat).iter().filter_map(|id| id.parse().ok());
        let held = self
            .0
            .range(below.clone()..)
            .take_while(|(name, _)| name.starts_with(&below))
            .filter(|(_, values)| !values.is_empty())
            .filter_map(|(name, _)| name.strip_prefix(&below)?.split('.').next()?.parse().ok());
        listed.chain(held).filter(|id| *id > 0).collect::<BTreeSet<_>>().into_iter().take(ITEMS_MOST).collect()
    }

    /// Adds an empty item to a repeat and says its id: one more than any there is.
    pub fn add_item(&mut self, repeat: &str) -> u32 {
        let id = self.item_ids(repeat).last().copied().unwrap_or(0).saturating_add(1);
        self.push(repeat, id.to_string());
        id
    }

    /// Takes an item away with everything in it.
    pub fn remove_item(&mut self, repeat: &str, id: u32) {
        let name = id.to_string();
        if let Some(ids) = self.0.get_mut(repeat) {
            ids.retain(|listed| *listed != name);
        }
        self.remove(&format!("{repeat}.{id}"));
    }
}

impl<Name: Into<String>, Words: Into<String>> FromIterator<(Name, Words)> for RawAnswers {
    fn from_iter<T: IntoIterator<Item = (Name, Words)>>(pairs: T) -> Self {
        Self::from_pairs(pairs.into_iter().map(|(name, words)| (name.into(), words.into())))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn json_by_slug_becomes_paths() {
        let json = json!({
            "danger-now": "no",
            "person-needs": ["autism", "sight"],
            "issues": [{"issue-kind": "housing", "dates": [{"date-when": "1 12 2026"}, {"date-what": "hearing"}]}],
            "wants": null
        });
        let raw = RawAnswers::from_json(json.as_object().unwrap());
        assert_eq!(raw.all("person-needs"), ["autism", "sight"]);
        assert_eq!(raw.first("issues.1.dates.1.date-when"), "1 12 2026");
        assert_eq!(raw.item_ids("issues.1.dates"), [1, 2]);
        assert!(!raw.mentions("wants"));
    }

    #[test]
    fn items_come_and_go_with_what_they_hold() {
        let mut raw: RawAnswers = [("issues.2.issue-kind", "housing"), ("issues", "1")].into_iter().collect();
        assert_eq!(raw.item_ids("issues"), [1, 2]);
        assert_eq!(raw.add_item("issues"), 3);
        raw.set("issues.3.dates.1.date-what", vec!["hearing".to_owned()]);
        raw.remove_item("issues", 3);
        assert_eq!(raw.item_ids("issues"), [1, 2]);
        assert!(raw.names().all(|name| !name.starts_with("issues.3")));
    }

    #[test]
    fn a_page_replaces_what_it_showed_and_nothing_else() {
        let mut draft: RawAnswers =
            [("person-needs", "autism"), ("person-name", "Sam Made-up"), ("wants", "to stay")].into_iter().collect();
        draft.take_over([("person-needs", ""), ("person-name", "Sam Example")].into_iter().collect());
        assert_eq!(draft.all("person-needs"), [""; 0]);
        assert_eq!(draft.first("person-name"), "Sam Example");
        assert_eq!(draft.first("wants"), "to stay");
    }
}

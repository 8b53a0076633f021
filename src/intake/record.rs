//! The record: the questions as they were asked, with the answers as they were given.
//!
//! Kept beside the answers, so that an old referral stays readable when the questions change. The check page, the
//! staff page and the printed sheet are loops over it. Knows no rule, no database, no page.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::form::{Answer, Answers, Asked, Counting, Form, Kind, Question, Sensitivity, Voice};

/// A referral in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The slug of the voice it was asked in.
    pub voice: String,
    /// Its sections in the order they were asked.
    pub sections: Vec<RecordSection>,
    /// What was written in answer to questions that then no longer applied, where the writer wished it kept.
    pub also_written: Vec<Row>,
}

impl Record {
    /// What is left of a record that was erased.
    #[must_use]
    pub const fn empty(voice: String) -> Self {
        Self { voice, sections: Vec::new(), also_written: Vec::new() }
    }
}

/// One section in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordSection {
    /// The section's frozen name.
    pub slug: String,
    /// Its heading as it was shown.
    pub title: String,
    /// Its questions.
    pub rows: Vec<Row>,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The field's name.
    pub path: String,
    /// The question's frozen name.
    pub slug: String,
    /// The items that hold it, outermost first.
    pub within: Vec<Within>,
    /// The words of the question.
    pub asked: String,
    /// What was answered.
    pub said: Said,
    /// Whether the answer could endanger someone if the wrong person read it.
    pub guarded: bool,
    /// What was said before the answer was put right, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Before>,
}

/// A list with room for one more item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The path of the list.
    pub list: String,
    /// The section in which it stands.
    pub section: String,
    /// The first question of the new item, without an answer.
    pub row: Row,
}

/// What was said before an answer was put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// What was said.
    pub said: Said,
    /// Until when it stood.
    pub until: DateTime<Utc>,
}

/// An item of a repeat: the second date, the first issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Within {
    /// What it is called.
    pub item: String,
    /// Its place among the others, from 1.
    pub number: usize,
}

/// An answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// No answer.
    Nothing,
    /// One thing.
    Words(String),
    /// Several things chosen.
    List(Vec<String>),
    /// Words that could not be read as what was asked for.
    AsTyped(String),
}

/// Puts what counts into words, with what was set aside where the writer wishes it kept.
#[must_use]
pub fn snapshot(form: &Form, all: &Answers, counting: &Counting, keep_set_aside: bool, voice: Voice) -> Record {
    let sections = form
        .sections_of(&counting.answers, voice)
        .map(|section| {
            let mut rows = Vec::new();
            form.walk_section(section, &counting.answers, voice, |asked| {
                if !matches!(asked.question.kind, Kind::Repeat(_)) {
                    rows.push(row(form, &asked, &counting.answers, voice));
                }
            });
            RecordSection { slug: section.slug.to_owned(), title: section.title.say(voice).to_owned(), rows }
        })
        .collect();
    let also_written = if keep_set_aside { set_aside(form, all, counting, voice) } else { Vec::new() };
    Record { voice: voice.slug().to_owned(), sections, also_written }
}

/// The record after an answer was put right: what is said now, in the words in which it was asked, with what was said
/// first. Answers to questions that are no longer asked stand with what was written besides.
#[must_use]
pub fn corrected(before: Record, after: Record, now: DateTime<Utc>) -> Record {
    let mut old: Vec<Row> = before.sections.into_iter().flat_map(|section| section.rows).collect();
    old.extend(before.also_written);
    let mut take = |path: &str| old.iter().position(|row| row.path == path).map(|at| old.remove(at));
    let sections = after
        .sections
        .into_iter()
        .map(|section| {
            let rows = section.rows.into_iter().map(|row| match take(&row.path) {
                None => row,
                Some(first) => first.said_now(row.said, now),
            });
            RecordSection { rows: rows.collect(), ..section }
        })
        .collect();
    old.retain(|row| row.said != Said::Nothing || !row.before.is_empty());
    Record { voice: after.voice, sections, also_written: old }
}

impl Row {
    /// The path of the outermost item that holds it: `issues.2` of `issues.2.dates.1.date-when`.
    #[must_use]
    pub fn item(&self) -> &str {
        let end = self.path.match_indices('.').nth(1).map_or(self.path.len(), |(at, _)| at);
        self.path.get(..end).unwrap_or_default()
    }

    fn said_now(self, said: Said, now: DateTime<Utc>) -> Self {
        let mut before = self.before;
        if said != self.said && self.said != Said::Nothing {
            before.push(Before { said: self.said, until: now });
        }
        Self { said, before, ..self }
    }
}

fn row(form: &Form, asked: &Asked<'_>, answers: &Answers, voice: Voice) -> Row {
    Row {
        path: asked.path.to_owned(),
        slug: asked.question.slug().to_owned(),
        within: within(form, asked.path, answers, voice),
        asked: asked.question.ask.say(voice).to_owned(),
        said: said(asked.question, asked.answer, voice),
        guarded: asked.question.sensitivity == Sensitivity::Safety,
        before: Vec::new(),
    }
}

/// Every list that is asked for and has room, in order.
#[must_use]
pub fn rooms(form: &Form, counting: &Answers, voice: Voice) -> Vec<Room> {
    let mut rooms = Vec::new();
    for section in form.sections_of(counting, voice) {
        form.walk_section(section, counting, voice, |asked| {
            let Kind::Repeat(group) = asked.question.kind else { return };
            let items = asked.scopes.last().map_or(&[][..], |here| here.items(asked.question.key));
            let (Some(first), true) = (group.questions.first(), items.len() < group.most) else { return };
            let id = items.iter().map(|item| item.id).max().unwrap_or(0).saturating_add(1);
            let path = format!("{}.{id}.{}", asked.path, first.slug());
            let mut row =
                row(form, &Asked { path: &path, question: first, answer: None, scopes: &[] }, counting, voice);
            row.within = within(form, asked.path, counting, voice);
            row.within.push(Within { item: group.item.say(voice).to_owned(), number: items.len().saturating_add(1) });
            rooms.push(Room { list: asked.path.to_owned(), section: section.slug.to_owned(), row });
        });
    }
    rooms
}

/// The rows of what was written for questions that no longer apply, nested ones included.
fn set_aside(form: &Form, all: &Answers, counting: &Counting, voice: Voice) -> Vec<Row> {
    let mut rows = Vec::new();
    for section in form.sections {
        written(form, section.questions, "", all, all, voice, &mut rows);
    }
    let within_set_aside = |path: &str| {
        counting.set_aside.iter().any(|(aside, _)| path == aside || path.starts_with(&format!("{aside}.")))
    };
    rows.retain(|row| within_set_aside(&row.path));
    rows
}

/// Every answered question at every level, asked or not.
fn written(
    form: &Form,
    questions: &'static [Question],
    prefix: &str,
    here: &Answers,
    root: &Answers,
    voice: Voice,
    rows: &mut Vec<Row>,
) {
    for question in questions {
        let path = format!("{prefix}{}", question.slug());
        if let Kind::Repeat(group) = question.kind {
            for item in here.items(question.key) {
                written(form, group.questions, &format!("{path}.{}.", item.id), &item.answers, root, voice, rows);
            }
        } else if let answer @ Some(_) = here.get(question.key) {
            let asked = Asked { path: &path, question, answer, scopes: &[] };
            rows.push(row(form, &asked, root, voice));
        }
    }
}

/// The items on the way to a path: `issues.4.dates.2.date-when` stands in issue 1, date 2, if those are their places.
fn within(form: &Form, path: &str, answers: &Answers, voice: Voice) -> Vec<Within> {
    let mut items = Vec::new();
    let mut here = answers;
    let mut parts = path.split('.');
    while let (Some(slug), Some(id)) = (parts.next(), parts.next()) {
        let Some(question) = crate::form::Key::from_slug(slug).and_then(|key| form.question(key)) else { break };
        let Kind::Repeat(group) = question.kind else { break };
        let found = here.items(question.key).iter().zip(1..).find(|(item, _)| item.id.to_string() == id);
        let Some((item, number)) = found else { break };
        items.push(Within { item: group.item.say(voice).to_owned(), number });
        here = &item.answers;
    }
    items
}

fn said(question: &Question, answer: Option<&Answer>, voice: Voice) -> Said {
    let label = |slug: &str| question.choice(slug).map_or(slug, |choice| choice.label.say(voice)).to_owned();
    match answer {
        None | Some(Answer::Items(_)) => Said::Nothing,
        Some(Answer::Words(words)) => Said::Words(words.clone()),
        Some(Answer::One(slug)) => Said::Words(label(slug)),
        Some(Answer::Many(slugs)) => Said::List(slugs.iter().map(|slug| label(slug)).collect()),
        Some(Answer::Date(date)) => Said::Words(date.in_words()),
        Some(Answer::AsTyped(words)) => Said::AsTyped(words.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(rows: Vec<Row>) -> Record {
        let section = RecordSection { slug: "contact".to_owned(), title: String::new(), rows };
        Record { sections: vec![section], ..Record::empty("myself".to_owned()) }
    }

    fn row(said: Said) -> Row {
        Row {
            path: "must-not-know".to_owned(),
            slug: "must-not-know".to_owned(),
            within: Vec::new(),
            asked: String::new(),
            said,
            guarded: true,
            before: Vec::new(),
        }
    }

    #[test]
    fn what_was_said_first_stays_when_the_answer_is_put_right_to_nothing_and_is_asked_no_longer() {
        let first = Said::Words("my brother".to_owned());
        let now = DateTime::UNIX_EPOCH;
        let blanked = corrected(record(vec![row(first.clone())]), record(vec![row(Said::Nothing)]), now);
        let before = [Before { said: first, until: now }];
        assert_eq!(blanked.sections[0].rows[0].before, before);
        let no_longer_asked = corrected(blanked, record(Vec::new()), now);
        assert_eq!(no_longer_asked.also_written[0].before, before);
        let never_said = corrected(record(vec![row(Said::Nothing)]), record(Vec::new()), now);
        assert!(never_said.also_written.is_empty());
    }
}

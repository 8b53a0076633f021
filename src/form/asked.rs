//! Which questions are asked, and so which answers count. Evaluates `When`; knows no particular question.

use super::answers::{Answer, Answers, Item};
use super::key::Key;
use super::question::{Kind, Question, When};
use super::voice::Voice;

/// Whether a question is asked of this voice, given the answers that hold it: the outermost first.
#[must_use]
pub fn is_asked(question: &Question, voice: Voice, scopes: &[&Answers]) -> bool {
    !question.ask.say(voice).is_empty() && holds(&question.when, voice, scopes)
}

/// Whether a condition holds. A key is looked for in the innermost scope that answers it.
#[must_use]
pub fn holds(when: &When, voice: Voice, scopes: &[&Answers]) -> bool {
    let chosen = |key: Key, slug: &str| {
        scopes.iter().rev().find(|scope| scope.get(key).is_some()).is_some_and(|scope| scope.is(key, slug))
    };
    match when {
        When::Always => true,
        When::Voice(voices) => voices.contains(&voice),
        When::Is(key, slug) => chosen(*key, slug),
        When::In(key, slugs) => slugs.iter().any(|slug| chosen(*key, slug)),
        When::Unless(key, slug) => !chosen(*key, slug),
        When::Any(conditions) => conditions.iter().any(|condition| holds(condition, voice, scopes)),
        When::All(conditions) => conditions.iter().all(|condition| holds(condition, voice, scopes)),
    }
}

/// The answers that count, and what was written in answer to questions that are no longer asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counting {
    /// Answers to questions that are asked.
    pub answers: Answers,
    /// The paths of the others, with their questions.
    pub set_aside: Vec<(String, Key)>,
}

/// Sorts one level of answers. `outer` are the scopes that hold it, already sorted.
pub(super) fn sort(
    prefix: &str,
    questions: &[Question],
    answers: &Answers,
    voice: Voice,
    outer: &[&Answers],
    counting: &mut Counting,
) {
    for question in questions {
        let Some(answer) = answers.get(question.key) else { continue };
        let path = || format!("{prefix}{}", question.slug());
        let scopes: Vec<&Answers> = outer.iter().copied().chain([&counting.answers]).collect();
        if !is_asked(question, voice, &scopes) {
            counting.set_aside.push((path(), question.key));
            continue;
        }
        let kept = match (question.kind, answer) {
            (Kind::Repeat(group), Answer::Items(items)) => {
                let (mut aside, path) = (Vec::new(), path());
                let items = items
                    .iter()
                    .map(|item| {
                        let mut inner = Counting::default();
                        sort(
                            &format!("{path}.{}.", item.id),
                            group.questions,
                            &item.answers,
                            voice,
                            &scopes,
                            &mut inner,
                        );
                        aside.append(&mut inner.set_aside);
                        Item { id: item.id, answers: inner.answers }
                    })
                    .collect();
                counting.set_aside.append(&mut aside);
                Answer::Items(items)
            }
            _ => answer.clone(),
        };
        counting.answers.set(question.key, kept);
    }
}

/// A question that is asked, where it stands, with its answer and the answers around it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The field's name.
    pub path: &'a str,
    /// The question.
    pub question: &'static Question,
    /// Its answer, if there is one.
    pub answer: Option<&'a Answer>,
    /// The answers that hold it, the outermost first; the last is its own level.
    pub scopes: &'a [&'a Answers],
}

/// Visits every asked question of one level in order, with the items of repeats after the repeat itself.
pub(super) fn walk(
    prefix: &str,
    questions: &'static [Question],
    voice: Voice,
    scopes: &[&Answers],
    visit: &mut dyn FnMut(Asked<'_>),
) {
    let Some(here) = scopes.last() else { return };
    for question in questions.iter().filter(|question| is_asked(question, voice, scopes)) {
        let path = format!("{prefix}{}", question.slug());
        visit(Asked { path: &path, question, answer: here.get(question.key), scopes });
        if let Kind::Repeat(group) = question.kind {
            for item in here.items(question.key) {
                let inner: Vec<&Answers> = scopes.iter().copied().chain([&item.answers]).collect();
                walk(&format!("{path}.{}.", item.id), group.questions, voice, &inner, visit);
            }
        }
    }
}

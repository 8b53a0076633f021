//! What an event was, as a sentence: for the desk, and for a copy that the person is given.

use super::caution::Caution;
use super::copy::mark;
use crate::form::{Key, Line, REFERRAL, Voice};
use crate::permission::{Actor, StaffId};
use crate::store::events::{By, Event, EventKind, Words};
use crate::words::{Lang, closed, rights, staff as words, terms};

/// What an event was, without its free words.
#[must_use]
pub fn what_happened(lang: Lang, event: &Event) -> String {
    let (from, to) = event.detail.split_once('>').unwrap_or(("", &event.detail));
    // After the colon: the line an issue was accepted to, or why a band lapsed.
    let (to, more) = to.split_once(':').unwrap_or((to, ""));
    let band = |slug: &str| terms::band(lang, slug).unwrap_or_default();
    match event.kind {
        EventKind::Received => lang.say(words::RECEIVED_EVENT).to_owned(),
        EventKind::Viewed => lang.say(words::VIEWED_EVENT).to_owned(),
        EventKind::BandOverridden => words::overridden(lang, band(from), band(to)),
        EventKind::Assessed if more.is_empty() => words::assessed(lang, band(from), band(to)),
        EventKind::Assessed => words::lapsed(lang, band(from), band(to), more),
        EventKind::IssueDecided => {
            let line = Line::from_slug(more).map(|line| terms::line(lang, line));
            words::decided(lang, event.issue.unwrap_or_default(), words::issue_state(lang, to), line)
        }
        EventKind::Corrected => corrected(lang, &event.detail),
        EventKind::Disclosed => disclosed(lang, &event.detail),
        EventKind::Held => lang.say(words::HELD_EVENT).to_owned(),
        EventKind::Released => lang.say(words::RELEASED_EVENT).to_owned(),
        EventKind::Erased if event.detail.starts_with("retention") => lang.say(words::ERASED_BY_TIME).to_owned(),
        EventKind::Erased => erased(lang, &event.detail),
        EventKind::Invited => lang.say(words::INVITED_EVENT).to_owned(),
    }
}

/// The same with its free words, if it has any.
#[must_use]
pub fn with_words(lang: Lang, event: &Event) -> String {
    let what = what_happened(lang, event);
    match &event.words {
        Words::Nothing => what,
        Words::Said(reason) => words::because(lang, &what, reason),
        Words::Erased => words::because(lang, &what, lang.say(words::ERASED)),
        Words::Closed => words::because(lang, &what, lang.say(closed::ENTRY)),
    }
}

/// Who did it, by these names of staff.
#[must_use]
pub fn who<'a>(lang: Lang, by: &By, names: &'a [(StaffId, String)]) -> &'a str {
    match by {
        By::Visitor => lang.say(words::BY_SENDER),
        By::System(part) if part == Actor::COMMAND => lang.say(words::BY_TERMINAL),
        By::System(_) => lang.say(words::BY_PORTAL),
        By::Staff(id) => {
            names.iter().find(|(staff, _)| staff == id).map_or(lang.say(words::BY_LEAVER), |(_, name)| name)
        }
    }
}

/// That it was erased on request, and what stood against it: `request:held:waits`.
fn erased(lang: Lang, detail: &str) -> String {
    let although: Vec<_> = detail.split(':').skip(1).map(|slug| rights::although(lang, slug)).collect();
    if although.is_empty() {
        return lang.say(words::ERASED_BY_REQUEST).to_owned();
    }
    words::erased_although(lang, &although.join("; "))
}

/// Which copy was made, and of what is marked, what it gives: `to-hand-over:harm+another-person:silent`.
fn disclosed(lang: Lang, detail: &str) -> String {
    let mut parts = detail.split(':');
    let which = parts.next().unwrap_or_default();
    let given = parts.next().unwrap_or_default().split('+').filter_map(Caution::from_slug);
    let given: Vec<_> = given.map(|caution| lang.say(mark(caution))).collect();
    rights::disclosed(lang, which, &given, parts.next().is_some())
}

/// Which answer was put right: its question, found by the last part of the field's name.
fn corrected(lang: Lang, path: &str) -> String {
    let slug = path.rsplit('.').next().unwrap_or_default();
    let question = Key::from_slug(slug).and_then(|key| REFERRAL.question(key));
    words::corrected(lang, question.map_or(slug, |question| question.ask.say(Voice::Professional)))
}

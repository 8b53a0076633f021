//! What an event was, as a sentence: for the desk, and for a copy that the person is given.

use crate::form::{Key, Line, REFERRAL, Voice};
use crate::permission::StaffId;
use crate::store::events::{By, Event, EventKind, Words};
use crate::words::{staff as words, terms};

/// What an event was, without its free words.
#[must_use]
pub fn what_happened(event: &Event) -> String {
    let (from, to) = event.detail.split_once('>').unwrap_or(("", &event.detail));
    let (to, line) = to.split_once(':').unwrap_or((to, ""));
    let band = |slug: &str| terms::band(slug).unwrap_or_default();
    match event.kind {
        EventKind::Received => words::RECEIVED_EVENT.to_owned(),
        EventKind::Viewed => words::VIEWED_EVENT.to_owned(),
        EventKind::BandOverridden => words::overridden(band(from), band(to)),
        EventKind::Assessed => words::assessed(band(from), band(to)),
        EventKind::IssueDecided => {
            let line = Line::from_slug(line).map(terms::line);
            words::decided(event.issue.unwrap_or_default(), words::issue_state(to), line)
        }
        EventKind::Corrected => corrected(&event.detail),
        EventKind::Disclosed => words::DISCLOSED_EVENT.to_owned(),
        EventKind::Held => words::HELD_EVENT.to_owned(),
        EventKind::Released => words::RELEASED_EVENT.to_owned(),
        EventKind::Erased => words::erased(event.detail.starts_with("retention")),
    }
}

/// The same with its free words, if it has any.
#[must_use]
pub fn with_words(event: &Event) -> String {
    let what = what_happened(event);
    match &event.words {
        Words::Nothing => what,
        Words::Said(reason) => words::because(&what, reason),
        Words::Erased => words::because(&what, words::ERASED),
    }
}

/// Who did it, by these names of staff.
#[must_use]
pub fn who<'a>(by: &By, names: &'a [(StaffId, String)]) -> &'a str {
    match by {
        By::Visitor => words::BY_SENDER,
        By::System(_) => words::BY_PORTAL,
        By::Staff(id) => names.iter().find(|(staff, _)| staff == id).map_or(words::BY_LEAVER, |(_, name)| name),
    }
}

/// Which answer was put right: its question, found by the last part of the field's name.
fn corrected(path: &str) -> String {
    let slug = path.rsplit('.').next().unwrap_or_default();
    let question = Key::from_slug(slug).and_then(|key| REFERRAL.question(key));
    words::corrected(question.map_or(slug, |question| question.ask.say(Voice::Professional)))
}

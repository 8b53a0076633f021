//! What only a manager may do never stays known to one alone: the mail that tells the service's own address. Pure.
//!
//! It names nobody: the reference, the number of the account, when. Name and reason stand in the history it leads to.

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::clock::civil_time;
use crate::ids::Reference;
use crate::mail::{Alarm, Letter, Message, SafeContact};
use crate::permission::Actor;
use crate::settings::Settings;
use crate::store::outbox::NewMail;
use crate::web::paths::Path;
use crate::words::{Lang, accounts, staff, times};

/// The mail, where the owner has set an address for it.
#[must_use]
pub fn alarm(
    what: Alarm,
    (reference, by): (&Reference, Actor),
    (settings, lang): (&Settings, Lang),
    now: DateTime<Utc>,
) -> Option<NewMail> {
    let to = SafeContact::of_service(&settings.mail)?;
    let who = by.staff_id().map_or_else(|| lang.say(staff::BY_TERMINAL).to_owned(), |id| accounts::account(lang, id));
    let letter = Letter::Alarm {
        what,
        reference: &reference.shown(),
        who: &who,
        when: &times::moment(lang, civil_time(now)),
        link: &format!("{}{}", settings.web.base_url, Path::History(reference.letters(), 0)),
        after: now.timestamp(),
    };
    let body = json!(Message::compose(&letter, &to, &settings.mail, lang));
    Some(NewMail { kind: letter.kind().to_owned(), body, due_at: now })
}

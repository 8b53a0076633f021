//! What is said at the top of a referral's pages where not all of it can be read, and to the log.

use super::referral::Found;
use super::shown::moment;
use crate::mail::{Letter, State};
use crate::store::events::Words;
use crate::store::outbox::MailFact;
use crate::store::verify::Part;
use crate::words::{Lang, closed, staff as words, written};

impl Found {
    /// Whether a part does not open.
    pub(super) fn is_closed(&self, part: Part) -> bool {
        self.closed.contains(&part)
    }

    /// Whether the reasons, the gaps and the warnings can be read: where they cannot, nothing may look as if there were none.
    pub(super) fn is_weighed(&self) -> bool {
        !self.is_closed(Part::Assessment)
    }

    fn has_closed_words(&self) -> bool {
        self.referral.events.iter().any(|event| event.words == Words::Closed)
    }

    /// What is to be said of its history, above it.
    pub(super) fn of_history(&self, lang: Lang) -> Vec<String> {
        let broken = (!self.referral.history_whole).then(|| lang.say(words::HISTORY_BROKEN).to_owned());
        let closed = || closed::tell(lang, lang.say(closed::ENTRIES));
        broken.or_else(|| self.has_closed_words().then(closed)).into_iter().collect()
    }

    /// What is to be said of the parts that do not open.
    pub(super) fn of_parts(&self, lang: Lang) -> Vec<String> {
        let slugs: Vec<_> = self.closed.iter().map(|part| part.slug()).collect();
        let parts = closed::parts(lang, &slugs).map(|parts| closed::tell(lang, &parts));
        let warns = self.is_closed(Part::Record) || self.is_closed(Part::Assessment);
        parts.into_iter().chain(warns.then(|| lang.say(closed::CONTACT).to_owned())).collect()
    }

    /// What is to be said of mails that did not go to whoever sent the referral.
    pub(super) fn of_mails(&self, lang: Lang) -> Vec<String> {
        let lost = |mail: &&MailFact| mail.kind == Letter::RECEIPT && mail.state == State::GivenUp.slug();
        let told =
            |mail: &MailFact| written::receipt_lost(lang, &moment(lang, mail.settled_at.unwrap_or(mail.created_at)));
        self.referral.mails.iter().filter(lost).map(told).collect()
    }

    /// Tells the log, once for each opening, that not all of it could be shown.
    pub(super) fn tell_log(&self) {
        if !self.closed.is_empty() || self.has_closed_words() {
            tracing::error!(
                reference = %self.referral.reference,
                "not all of a referral can be shown: its key is missing, or it was changed"
            );
        }
    }
}

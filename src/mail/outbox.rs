//! What becomes of a mail that waits: sent, tried again later, or given up. Pure but for sending and the log.

use chrono::{DateTime, TimeDelta, Utc};
use tracing::{error, info, warn};

use super::compose::Message;
use super::mailer::{Failure, Mailer};
use crate::vault::VaultError;

/// Minutes from one attempt to the next: about 41 hours together, so that a server that is down for a night and a working
/// day is waited for. No chance in it: a service sends a few mails an hour, and tests can count.
const AGAIN_AFTER: [i64; 7] = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60];

/// How long one claim on a waiting mail holds: well above the longest an attempt takes, so that nobody else tries it too.
pub const LEASE: TimeDelta = TimeDelta::minutes(5);

/// How a mail in the outbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// To be sent, or to be tried again.
    Waiting,
    /// Taken by the mail server.
    Sent,
    /// Refused for good, or tried too often.
    GivenUp,
}

impl State {
    /// The frozen name used in stored rows.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::GivenUp => "given-up",
        }
    }
}

/// What to write down after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It has left.
    Sent,
    /// To be tried again, not before then.
    Again(DateTime<Utc>),
    /// Not to be tried again.
    GiveUp,
}

impl Step {
    /// The state of the mail from now on.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Sent => State::Sent,
            Self::Again(_) => State::Waiting,
            Self::GiveUp => State::GivenUp,
        }
    }

    /// What follows from an attempt. `before` is how often it was tried before this one.
    fn after(attempt: Result<(), Failure>, before: u32, now: DateTime<Utc>) -> Self {
        match attempt {
            Ok(()) => Self::Sent,
            Err(Failure::Never(_)) => Self::GiveUp,
            Err(Failure::Later(_)) => Self::later(before, now),
        }
    }

    /// What follows where a mail does not open. Its key may be put back: it waits as it would for a server that is down.
    /// One that was changed, or is no mail, never opens.
    #[must_use]
    pub fn unopened(why: VaultError, before: u32, now: DateTime<Utc>) -> Self {
        match why {
            VaultError::UnknownKey(_) | VaultError::NoRandomness(_) => Self::later(before, now),
            VaultError::Tampered | VaultError::Shape => Self::GiveUp,
        }
    }

    fn later(before: u32, now: DateTime<Utc>) -> Self {
        let minutes = usize::try_from(before).ok().and_then(|before| AGAIN_AFTER.get(before));
        minutes.map_or(Self::GiveUp, |minutes| Self::Again(now + TimeDelta::minutes(*minutes)))
    }
}

/// Tries once to send a mail, and tells the log without naming anybody. `before` is how often it was tried before.
///
/// Call it outside any transaction: a mail server may take half a minute to fail.
pub async fn deliver(mailer: &Mailer, message: &Message, before: u32, now: DateTime<Utc>) -> Step {
    let attempt = mailer.send(message, now).await;
    let step = Step::after(attempt, before, now);
    let (id, to, attempts) = (message.id(), message.masked_to(), before + 1);
    match (step, attempt) {
        (Step::Sent, _) | (_, Ok(())) => info!(mail.id = id, mail.to = to, mail.attempts = attempts, "mail sent"),
        (Step::Again(at), Err(failure)) => {
            warn!(mail.id = id, mail.to = to, mail.attempts = attempts, mail.again = %at, %failure, "mail waits");
        }
        (Step::GiveUp, Err(failure)) => {
            error!(mail.id = id, mail.to = to, mail.attempts = attempts, %failure, "mail given up: tell them another way");
        }
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::mailer::Reason;

    /// How often a mail is tried.
    const ATTEMPTS: u32 = 8;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_341_600, 0).unwrap()
    }

    #[test]
    fn a_server_that_is_down_is_asked_again_ever_more_rarely_and_then_no_more() {
        let later = Err(Failure::Later(Reason::Away));
        let mut last = now();
        let mut waits = Vec::new();
        for before in 0..ATTEMPTS {
            match Step::after(later, before, last) {
                Step::Again(at) => {
                    waits.push(at - last);
                    last = at;
                }
                step => assert_eq!((step, before), (Step::GiveUp, ATTEMPTS - 1)),
            }
        }
        assert_eq!(waits.len(), AGAIN_AFTER.len());
        assert!(waits.is_sorted());
        assert!(last - now() > TimeDelta::hours(36), "a night and a working day are waited for");
        assert_eq!(Step::after(later, u32::MAX, now()), Step::GiveUp);
    }

    #[test]
    fn a_refusal_for_good_is_believed_at_once() {
        assert_eq!(Step::after(Err(Failure::Never(Reason::Refused(550))), 0, now()), Step::GiveUp);
        assert_eq!(Step::after(Ok(()), 3, now()).state(), State::Sent);
    }

    #[test]
    fn a_mail_whose_key_is_missing_waits_for_it_and_one_that_was_changed_is_given_up() {
        let missing = VaultError::UnknownKey(7);
        assert_eq!(Step::unopened(missing, 0, now()), Step::Again(now() + TimeDelta::minutes(1)));
        assert_eq!(Step::unopened(missing, ATTEMPTS - 1, now()), Step::GiveUp);
        for never in [VaultError::Tampered, VaultError::Shape] {
            assert_eq!(Step::unopened(never, 0, now()), Step::GiveUp);
        }
    }

    #[test]
    fn names_are_frozen() {
        assert_eq!([State::Waiting, State::Sent, State::GivenUp].map(State::slug), ["waiting", "sent", "given-up"]);
    }
}

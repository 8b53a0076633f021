//! What goes on beside the pages: mail is sent, what has run out is destroyed, dates that come nearer are weighed anew.
//!
//! Each job claims its work in the store, so that several instances on one database do nothing twice. A job that fails
//! is told in the log and tried again; it never stops the pages.

mod retention;
pub mod rotation;

use std::time::Duration;

use serde::Deserialize as _;
use tokio::time::{MissedTickBehavior, interval};

use crate::mail::{LEASE, Mailer, Message, Step, deliver};
use crate::permission::Actor;
use crate::reassess::{self, Differs, Told};
use crate::store::outbox::{self, Claimed};
use crate::store::referrals::{self, ForAssessment};
use crate::store::{self, drafts, sessions};
use crate::vault::VaultError;
use crate::web::Rooms;

/// How often the outbox is looked at.
const MAIL_EVERY: Duration = Duration::from_secs(5);
/// How often what has run out is destroyed, and dates are weighed anew. Referrals and feedback are looked at once a day.
const SWEEP_EVERY: Duration = Duration::from_hours(1);
/// Referrals weighed at once.
const REFERRALS: u32 = 100;

/// Sends what waits in the outbox, for ever.
pub async fn send_mail(rooms: &Rooms, mailer: &Mailer) {
    let mut ticks = interval(MAIL_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = deliver_due(rooms, mailer).await {
            tracing::warn!(%error, "the outbox could not be read");
        }
    }
}

/// Tries every mail that is due, once. Says how many there were. Claims them one by one: a silent mail server takes half a
/// minute over each, and a lease that ran out while its mail waited its turn would have another instance send it too.
pub async fn deliver_due(rooms: &Rooms, mailer: &Mailer) -> store::Result<usize> {
    let mut tried = 0;
    loop {
        let (vault, now) = (rooms.vault.clone(), rooms.clock.now());
        let claim = move |conn: &mut store::AnyConnection| outbox::claim(conn, &vault, OUTBOX, (1, LEASE), now);
        let Some(mail) = rooms.db.writing(claim).await?.pop() else { return Ok(tried) };
        deliver_one(rooms, mailer, mail).await?;
        tried += 1;
    }
}

const OUTBOX: Actor = Actor::System("outbox");
const SWEEP: Actor = Actor::System("sweep");

/// Tries one mail, outside any transaction, and writes down what became of it.
async fn deliver_one(rooms: &Rooms, mailer: &Mailer, mail: Claimed) -> store::Result<()> {
    let now = rooms.clock.now();
    let before = mail.attempt.saturating_sub(1);
    let opened = mail.body.clone().and_then(|body| Message::deserialize(body).map_err(|_| VaultError::Shape));
    let step = match opened {
        Ok(message) => deliver(mailer, &message, before, now).await,
        Err(why) => {
            let step = Step::unopened(why, before, now);
            let (id, kind, state) = (mail.id, &mail.kind, step.state().slug());
            tracing::error!(mail = id, kind, state, %why, "a mail does not open: tell them another way if it is given up");
            step
        }
    };
    let written = rooms
        .db
        .writing(move |conn| match step {
            Step::Sent => outbox::sent(conn, OUTBOX, &mail, now),
            Step::Again(at) => outbox::failed(conn, OUTBOX, &mail, "not-delivered", at),
            Step::GiveUp => outbox::give_up(conn, OUTBOX, &mail, "not-deliverable", now),
        })
        .await;
    match written {
        // Another instance has it: its lease ran out while the mail server was slow.
        Err(store::Error::Conflict) => Ok(()),
        written => written,
    }
}

/// Destroys what has run out and weighs dates anew, for ever.
pub async fn sweep(rooms: &Rooms) {
    let mut ticks = interval(SWEEP_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if let Err(error) = sweep_once(rooms).await {
            tracing::warn!(%error, "the sweep could not be done");
        }
    }
}

/// Destroys drafts and sessions that have run out and, once a day, what is kept no longer; assesses every referral that
/// still waits.
pub async fn sweep_once(rooms: &Rooms) -> store::Result<()> {
    let now = rooms.clock.now();
    let limits = Rooms::session_limits();
    let (drafts, sessions) = rooms
        .db
        .writing(move |conn| Ok((drafts::sweep(conn, SWEEP, now)?, sessions::sweep(conn, SWEEP, limits, now)?)))
        .await?;
    // What waits comes first: somebody's rights may hang on it.
    let weighed = weigh_all(rooms).await?;
    retention::daily(rooms).await?;
    tracing::info!(drafts, sessions, weighed, "swept");
    Ok(())
}

/// Assesses every referral that still waits, and says how many came out differently. One that cannot be read is told in
/// the log: its band may have grown old, and somebody has to look.
async fn weigh_all(rooms: &Rooms) -> store::Result<usize> {
    let (mut weighed, mut after) = (0, 0);
    loop {
        let vault = rooms.vault.clone();
        let waiting =
            rooms.db.reading(move |conn| referrals::for_assessment(conn, &vault, SWEEP, after, REFERRALS)).await?;
        for reference in &waiting.unreadable {
            tracing::error!(
                reference,
                "a referral does not open and was not weighed: its key is missing, or it was changed"
            );
        }
        for referral in &waiting.referrals {
            weighed += usize::from(weigh(rooms, referral).await?);
        }
        let Some(last) = waiting.last else { return Ok(weighed) };
        after = last;
    }
}

/// Assesses one referral anew; kept only where something came out differently.
async fn weigh(rooms: &Rooms, referral: &ForAssessment) -> store::Result<bool> {
    let now = rooms.clock.now();
    let Some(answers) = reassess::read(&referral.answers, referral.voice, referral.received_at) else {
        tracing::error!(reference = %referral.reference, "stored answers cannot be read");
        return Ok(false);
    };
    let result = reassess::reassess(referral, Told { before: &answers, now: &answers }, &rooms.desk(), now);
    let differs = reassess::differs(referral, &result);
    if differs == Differs::Nothing {
        return Ok(false);
    }
    let (vault, reference, version) = (rooms.vault.clone(), referral.reference.clone(), referral.version);
    let kept = rooms
        .db
        .writing(move |conn| match differs {
            Differs::Band => referrals::reassess(conn, &vault, SWEEP, (&reference, version), &result, now),
            Differs::Nothing | Differs::Words => {
                referrals::refresh(conn, &vault, SWEEP, (&reference, version), &result, now)
            }
        })
        .await;
    match kept {
        Ok(()) => Ok(true),
        // Staff were at it; the next sweep looks again.
        Err(store::Error::Conflict) => Ok(false),
        Err(error) => Err(error),
    }
}

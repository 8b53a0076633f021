//! The draft behind a browser: taken out, changed in one transaction, put back. Nothing typed is ever lost here.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Sent;
use crate::form::{Counting, Problem, RawAnswers, Reading, REFERRAL, Voice};
use crate::ids::{DraftToken, SubmissionKey};
use crate::permission::Actor;
use crate::store::drafts::{self, NewDraft};
use crate::triage::life::Channel;
use crate::web::error::Error;
use crate::web::rooms::Rooms;
use crate::web::visit::Visit;

/// The most a draft may hold, in bytes: every text at its limit fits several times.
const MOST_BYTES: usize = 400_000;

/// What is sealed in a draft.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::web) struct Body {
    /// Everything typed, by field name.
    pub(in crate::web) raw: RawAnswers,
    /// Makes sending twice one referral; stays with the draft from device to device.
    pub(in crate::web) submission: String,
}

/// A draft, taken out and read.
#[derive(Debug)]
pub(in crate::web) struct Open {
    pub(in crate::web) voice: Voice,
    pub(in crate::web) raw: RawAnswers,
    pub(in crate::web) reading: Reading,
    pub(in crate::web) counting: Counting,
    /// When it is destroyed, if it is not sent before.
    pub(in crate::web) until: DateTime<Utc>,
    pub(in crate::web) submission: SubmissionKey,
    /// The id of the item the last change added.
    pub(in crate::web) added: Option<u32>,
}

impl Open {
    fn of(rooms: &Rooms, voice: Voice, body: Body, until: DateTime<Utc>, added: Option<u32>) -> Result<Self, Error> {
        let reading = REFERRAL.read(&body.raw, voice, rooms.clock.today());
        let counting = REFERRAL.counting(&reading.answers, voice);
        let submission = body.submission.parse().map_err(|_| Error::Unexpected("a draft holds no submission key"))?;
        Ok(Self { voice, raw: body.raw, reading, counting, until, submission, added })
    }

    /// A draft that nobody has written in yet, kept nowhere.
    pub(in crate::web) fn blank(rooms: &Rooms, voice: Voice) -> Result<Self, Error> {
        let submission = SubmissionKey::random().map_err(|_| Error::Away)?;
        let body = Body { raw: RawAnswers::default(), submission: submission.as_str().to_owned() };
        Self::of(rooms, voice, body, rooms.clock.now(), None)
    }

    /// The problems with the fields that a page showed.
    pub(in crate::web) fn problems_on(&self, page: &RawAnswers) -> Vec<Problem> {
        self.reading.problems.iter().filter(|problem| page.mentions(&problem.path)).cloned().collect()
    }
}

/// The draft this browser holds.
///
/// # Errors
/// `NoDraft` where there is none, `AlreadySent` where it was sent from here.
pub(in crate::web) async fn open(rooms: &Rooms, visit: &Visit) -> Result<Open, Error> {
    let Some((token, _)) = visit.draft() else { return Err(gone(visit)) };
    let (vault, now) = (rooms.vault.clone(), rooms.clock.now());
    let found = rooms.db.reading(move |conn| drafts::load(conn, &vault, Actor::Visitor, &token, now)).await;
    match found {
        Ok(draft) => Open::of(rooms, draft.voice, draft.body, draft.expires_at, None),
        Err(crate::store::Error::NotFound) => Err(gone(visit)),
        Err(error) => Err(error.into()),
    }
}

fn gone(visit: &Visit) -> Error {
    if visit.receipt().is_some() { Error::AlreadySent } else { Error::NoDraft }
}

/// Keeps a page in the draft, and does what its button asks. Where the session has ended, the page begins a draft of
/// its own, so that its words are not lost.
pub(in crate::web) async fn change(rooms: &Rooms, visit: &Visit, sent: &Sent) -> Result<Open, Error> {
    let Some((token, _)) = visit.draft() else {
        return match sent.voice {
            Some(voice) if visit.receipt().is_none() => begin(rooms, visit, voice, sent).await,
            _ => Err(gone(visit)),
        };
    };
    let kept = keep(rooms, token, sent).await;
    match (kept, sent.voice) {
        (Err(Error::NotFound), Some(voice)) => begin(rooms, visit, voice, sent).await,
        (kept, _) => kept,
    }
}

async fn keep(rooms: &Rooms, token: DraftToken, sent: &Sent) -> Result<Open, Error> {
    let (vault, now) = (rooms.vault.clone(), rooms.clock.now());
    let page = sent.page.clone();
    let action = sent.action.clone();
    let (draft, added) = rooms
        .db
        .writing(move |conn| {
            let mut draft = drafts::load(conn, &vault, Actor::Visitor, &token, now)?;
            let body: &mut Body = &mut draft.body;
            body.raw.take_over(page);
            let added = action.apply(&mut body.raw);
            if body.raw.size() > MOST_BYTES {
                return Ok(None);
            }
            drafts::save(conn, &vault, Actor::Visitor, &token, &draft.body, now)?;
            Ok(Some((draft, added)))
        })
        .await?
        .ok_or(Error::TooLarge)?;
    Open::of(rooms, draft.voice, draft.body, draft.expires_at, added)
}

/// Begins a draft with one page in it and gives it to this browser.
async fn begin(rooms: &Rooms, visit: &Visit, voice: Voice, sent: &Sent) -> Result<Open, Error> {
    let submission = SubmissionKey::random().map_err(|_| Error::Away)?;
    let mut body = Body { raw: sent.page.clone(), submission: submission.as_str().to_owned() };
    let added = sent.action.apply(&mut body.raw);
    if body.raw.size() > MOST_BYTES {
        return Err(Error::TooLarge);
    }
    let (vault, now) = (rooms.vault.clone(), rooms.clock.now());
    let until = now + rooms.settings.web.draft_life();
    let kept = body.clone();
    let token = rooms
        .db
        .writing(move |conn| {
            let new = NewDraft { voice, channel: Channel::Web, body: &kept, expires_at: until };
            drafts::create(conn, &vault, Actor::Visitor, &new, now)
        })
        .await?;
    visit.hold(&token, &submission)?;
    Open::of(rooms, voice, body, until, added)
}

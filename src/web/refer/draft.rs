//! The draft behind a browser: taken out, changed in one transaction, put back. Nothing typed is ever lost here.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Sent;
use crate::form::{Counting, Problem, REFERRAL, RawAnswers, Reading, Voice};
use crate::ids::{DraftToken, SubmissionKey};
use crate::permission::Actor;
use crate::store::drafts::{self, Draft, NewDraft};
use crate::store::{self, AnyConnection};
use crate::triage::life::Channel;
use crate::web::error::Error;
use crate::web::limits::Class;
use crate::web::rooms::Rooms;
use crate::web::visit::{MOST_FIELDS, Visit};

/// The most a draft may hold, in bytes: every text at its limit fits several times.
const MOST_BYTES: usize = 400_000;
/// How often a page is put over what another window kept at the same moment.
const TRIES: u32 = 5;

/// What is sealed in a draft.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::web) struct Body {
    /// Everything typed, by field name.
    pub(in crate::web) raw: RawAnswers,
    /// Makes sending twice one referral; stays with the draft from device to device.
    pub(in crate::web) submission: String,
}

impl Body {
    /// The key that makes sending twice one referral.
    pub(in crate::web) fn submission(&self) -> Result<SubmissionKey, Error> {
        self.submission.parse().map_err(|_| Error::Unexpected("a draft holds no submission key"))
    }
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
    /// Whether it is kept; the first page of a door is not yet.
    pub(in crate::web) kept: bool,
    /// The id of the item the last change added.
    pub(in crate::web) added: Option<u32>,
    /// Whether the last page had to begin it, because the form it belonged to had ended.
    pub(in crate::web) anew: bool,
}

impl Open {
    fn of(rooms: &Rooms, draft: Draft<Body>, added: Option<u32>) -> Result<Self, Error> {
        let submission = draft.body.submission()?;
        let raw = draft.body.raw;
        let reading = REFERRAL.read(&raw, draft.voice, rooms.clock.today());
        let counting = REFERRAL.counting(&reading.answers, draft.voice);
        Ok(Self {
            voice: draft.voice,
            raw,
            reading,
            counting,
            until: draft.expires_at,
            submission,
            kept: true,
            added,
            anew: false,
        })
    }

    /// A draft of one page, kept nowhere: the first page of a door, or a page that could not be kept.
    pub(in crate::web) fn unkept(rooms: &Rooms, voice: Voice, raw: RawAnswers) -> Result<Self, Error> {
        let raw = spelt_out(rooms, raw);
        let reading = REFERRAL.read(&raw, voice, rooms.clock.today());
        let counting = REFERRAL.counting(&reading.answers, voice);
        let submission = SubmissionKey::random()?;
        Ok(Self {
            voice,
            raw,
            reading,
            counting,
            until: rooms.clock.now(),
            submission,
            kept: false,
            added: None,
            anew: false,
        })
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
    let found = rooms.db.glancing(move |conn| drafts::load(conn, &vault, Actor::Visitor, &token, now)).await;
    match found {
        Ok(draft) => Open::of(rooms, draft, None),
        Err(store::Error::NotFound) => Err(gone(visit)),
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
            Some(voice) => begin(rooms, visit, voice, sent).await,
            None => Err(gone(visit)),
        };
    };
    let kept = keep(rooms, token, sent).await;
    match (kept, sent.voice) {
        (Err(Error::NotFound), Some(voice)) => Ok(Open { anew: true, ..begin(rooms, visit, voice, sent).await? }),
        (kept, _) => kept,
    }
}

/// A page with every date as it is meant today. A draft lives for weeks: “tomorrow” must not move along with it.
fn spelt_out(rooms: &Rooms, mut page: RawAnswers) -> RawAnswers {
    REFERRAL.spell_out_dates(&mut page, rooms.clock.today());
    page
}

/// Whether a draft has grown past what it may hold.
fn is_too_much(raw: &RawAnswers) -> bool {
    raw.size() > MOST_BYTES || raw.fields() > MOST_FIELDS
}

/// What came of putting a page into a draft.
enum Put {
    Kept(Draft<Body>, Option<u32>),
    TooMuch,
    /// The page spoke in another voice: it is of a door that was opened before this form was begun.
    OfAnotherDoor,
}

/// Keeps a page, over what another window may have kept meanwhile: each page replaces only what it showed.
/// [`Error::Conflict`] for a page of another door: whom it is about may be somebody else.
async fn keep(rooms: &Rooms, token: DraftToken, sent: &Sent) -> Result<Open, Error> {
    for _ in 0..TRIES {
        let (vault, now, token) = (rooms.vault.clone(), rooms.clock.now(), token.clone());
        let (page, action, voice) = (spelt_out(rooms, sent.page.clone()), sent.action.clone(), sent.voice);
        let kept = rooms
            .db
            .writing(move |conn| {
                let mut draft: Draft<Body> = drafts::load(conn, &vault, Actor::Visitor, &token, now)?;
                if voice.is_some_and(|voice| voice != draft.voice) {
                    return Ok(Put::OfAnotherDoor);
                }
                draft.body.raw.take_over(page);
                let added = action.apply(&mut draft.body.raw);
                if is_too_much(&draft.body.raw) {
                    return Ok(Put::TooMuch);
                }
                drafts::save(conn, &vault, Actor::Visitor, &token, &draft, now)?;
                Ok(Put::Kept(draft, added))
            })
            .await;
        match kept {
            Ok(Put::Kept(draft, added)) => return Open::of(rooms, draft, added),
            Ok(Put::TooMuch) => return Err(Error::TooLarge),
            Ok(Put::OfAnotherDoor) => return Err(Error::Conflict),
            Err(store::Error::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::Away(store::Error::Busy))
}

/// Begins a draft with one page in it and gives it to this browser.
async fn begin(rooms: &Rooms, visit: &Visit, voice: Voice, sent: &Sent) -> Result<Open, Error> {
    rooms.rates.take(Class::Begin)?;
    let submission = SubmissionKey::random()?;
    let mut body = Body { raw: spelt_out(rooms, sent.page.clone()), submission: submission.as_str().to_owned() };
    let added = sent.action.apply(&mut body.raw);
    if is_too_much(&body.raw) {
        return Err(Error::TooLarge);
    }
    let (vault, now) = (rooms.vault.clone(), rooms.clock.now());
    let until = now + rooms.draft_life();
    let kept = body.clone();
    let new = move |conn: &mut AnyConnection| {
        let new = NewDraft { voice, channel: Channel::Web, body: &kept, expires_at: until };
        drafts::create(conn, &vault, Actor::Visitor, &new, now)
    };
    let token = rooms.db.writing(new).await?;
    visit.hold(&token, &submission)?;
    let reading = REFERRAL.read(&body.raw, voice, rooms.clock.today());
    let counting = REFERRAL.counting(&reading.answers, voice);
    Ok(Open { voice, raw: body.raw, reading, counting, until, submission, kept: true, added, anew: false })
}

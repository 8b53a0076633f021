//! Unfinished forms, sealed. The browser holds a token; the way back on another device is a code and a chosen word.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::codec::{allow, by_hash, instant, named, seconds};
use super::connection::{AnyConnection, each_backend};
use super::error::{Error, Result};
use super::schema::drafts;
use super::throttle::Throttle;
use crate::form::Voice;
use crate::ids::{DraftToken, ReturnCode, RowName};
use crate::permission::{Action, Actor, Whose};
use crate::triage::life::Channel;
use crate::vault::fold::fold;
use crate::vault::{Place, Vault};

/// A form that somebody begins. `B` is what was typed and whatever else the pages keep with it.
#[derive(Clone, Copy)]
pub struct NewDraft<'a, B> {
    /// Whose words the questions are asked in.
    pub voice: Voice,
    /// How it came in.
    pub channel: Channel,
    /// What was typed.
    pub body: &'a B,
    /// When it is destroyed.
    pub expires_at: DateTime<Utc>,
}

/// An unfinished form.
#[derive(Clone)]
pub struct Draft<B> {
    /// Whose words the questions are asked in.
    pub voice: Voice,
    /// How it came in.
    pub channel: Channel,
    /// What was typed.
    pub body: B,
    /// Counts the savings; save what you loaded.
    pub version: i64,
    /// When it is destroyed.
    pub expires_at: DateTime<Utc>,
}

#[derive(Queryable)]
struct Stored {
    row_name: String,
    voice: String,
    channel: String,
    body: Vec<u8>,
    version: i64,
    expires_at: i64,
}

/// The row, the hash of its word, how many wrong words were tried, and until when none is heard.
type Guarded = (i64, Option<Vec<u8>>, i32);

pub(super) fn place(row: &str) -> Place<'_> {
    Place { table: "drafts", column: "body", row }
}

/// What the keyed hash of a draft's token is for.
const PURPOSE: &str = "draft-token";

fn hashes(vault: &Vault, token: &DraftToken) -> Vec<Vec<u8>> {
    vault.hashes(PURPOSE, &[token.as_str().as_bytes()])
}

fn token_hash(vault: &Vault, token: &DraftToken) -> Vec<u8> {
    vault.hash(PURPOSE, &[token.as_str().as_bytes()])
}

/// Begins a draft and returns the token for the browser.
pub fn create<B: Serialize>(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    new: &NewDraft<'_, B>,
    now: DateTime<Utc>,
) -> Result<DraftToken> {
    allow(actor, Action::KeepDraft, Whose::Own)?;
    let (token, row) = (DraftToken::random()?, RowName::random()?);
    diesel::insert_into(drafts::table)
        .values((
            drafts::token_hash.eq(token_hash(vault, &token)),
            drafts::row_name.eq(row.as_str()),
            drafts::voice.eq(new.voice.slug()),
            drafts::channel.eq(new.channel.slug()),
            drafts::body.eq(vault.seal_json(place(row.as_str()), new.body)?),
            drafts::version.eq(1),
            drafts::failed_count.eq(0),
            drafts::created_at.eq(seconds(now)),
            drafts::expires_at.eq(seconds(new.expires_at)),
        ))
        .execute(conn)?;
    Ok(token)
}

/// The draft of that token, unless it was sent, destroyed or ran out.
pub fn load<B: DeserializeOwned>(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    token: &DraftToken,
    now: DateTime<Utc>,
) -> Result<Draft<B>> {
    allow(actor, Action::KeepDraft, Whose::Own)?;
    let row: Stored = by_hash(vault, (PURPOSE, &[token.as_str().as_bytes()]), |hash| {
        let found =
            drafts::table.filter(drafts::token_hash.eq(hash)).filter(drafts::expires_at.gt(seconds(now))).select((
                drafts::row_name,
                drafts::voice,
                drafts::channel,
                drafts::body,
                drafts::version,
                drafts::expires_at,
            ));
        // Every page of a form reads this row: on the connection behind, the statement is not written anew each time.
        each_backend!(conn, conn => found.first(conn))
    })?;
    Ok(Draft {
        voice: named(Voice::from_slug(&row.voice))?,
        channel: named(Channel::from_slug(&row.channel))?,
        body: vault.open_json(place(&row.row_name), &row.body)?,
        version: row.version,
        expires_at: instant(row.expires_at)?,
    })
}

/// Keeps a changed draft: its voice and its body. [`Error::Conflict`] when it was saved since it was loaded (two tabs on
/// two instances): load it again, put the page in, save. Loaded and saved in one write on SQLite, it never is.
pub fn save<B: Serialize>(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    token: &DraftToken,
    draft: &Draft<B>,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::KeepDraft, Whose::Own)?;
    let (id, row): (i64, String) = by_hash(vault, (PURPOSE, &[token.as_str().as_bytes()]), |hash| {
        drafts::table
            .filter(drafts::token_hash.eq(hash))
            .filter(drafts::expires_at.gt(seconds(now)))
            .select((drafts::id, drafts::row_name))
            .first(conn)
    })?;
    let saved = diesel::update(drafts::table.filter(drafts::id.eq(id)).filter(drafts::version.eq(draft.version)))
        .set((
            drafts::voice.eq(draft.voice.slug()),
            drafts::body.eq(vault.seal_json(place(&row), &draft.body)?),
            drafts::version.eq(draft.version.saturating_add(1)),
        ))
        .execute(conn)?;
    if saved == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Sets up the way back: a code to write down and a word the person chose. A new one replaces the old.
pub fn set_way_back(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    token: &DraftToken,
    word: &str,
) -> Result<ReturnCode> {
    allow(actor, Action::KeepDraft, Whose::Own)?;
    let code = ReturnCode::random()?;
    let set = diesel::update(drafts::table.filter(drafts::token_hash.eq_any(hashes(vault, token))))
        .set((
            drafts::return_hash.eq(Some(vault.hash("return-code", &[code.letters().as_bytes()]))),
            drafts::word_hash.eq(Some(word_hash(vault, &code, word))),
            drafts::failed_count.eq(0),
            drafts::locked_until.eq(None::<i64>),
        ))
        .execute(conn)?;
    if set == 1 { Ok(code) } else { Err(Error::NotFound) }
}

/// Bound to its code: the same word has another hash in every draft.
fn word_hash(vault: &Vault, code: &ReturnCode, word: &str) -> Vec<u8> {
    vault.hash("return-word", &[code.letters().as_bytes(), fold(word).as_bytes()])
}

/// Brings a draft to this browser by its code and word. The draft gets a new token, so the browser that had it before
/// loses it: whoever left it open somewhere is safe. `None` when code or word are wrong, or too many words were tried;
/// none of these is told from the others. To be committed either way, since it counts what failed.
pub fn bring_back(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (code, word): (&ReturnCode, &str),
    throttle: Throttle,
    now: DateTime<Utc>,
) -> Result<Option<DraftToken>> {
    allow(actor, Action::KeepDraft, Whose::Own)?;
    // Counted before it is looked at: tries at the same moment wait for one another here, and none is heard in a wait.
    let behind = drafts::table
        .filter(drafts::return_hash.eq_any(vault.hashes("return-code", &[code.letters().as_bytes()])))
        .filter(drafts::expires_at.gt(seconds(now)))
        .filter(drafts::locked_until.is_null().or(drafts::locked_until.le(Some(seconds(now)))));
    let found: Option<Guarded> = diesel::update(behind)
        .set(drafts::failed_count.eq(drafts::failed_count + 1))
        .returning((drafts::id, drafts::word_hash, drafts::failed_count))
        .get_result(conn)
        .optional()?;
    let Some((id, hash, tried)) = found else { return Ok(None) };
    let parts: [&[u8]; 2] = [code.letters().as_bytes(), &fold(word).into_bytes()];
    let row = drafts::table.filter(drafts::id.eq(id));
    if !hash.is_some_and(|hash| vault.is_hash(&hash, "return-word", &parts)) {
        let (failed, locked) = throttle.after_failure(tried.saturating_sub(1), now);
        diesel::update(row).set((drafts::failed_count.eq(failed), drafts::locked_until.eq(locked))).execute(conn)?;
        return Ok(None);
    }
    let token = DraftToken::random()?;
    diesel::update(row)
        .set((
            drafts::token_hash.eq(token_hash(vault, &token)),
            drafts::failed_count.eq(0),
            drafts::locked_until.eq(None::<i64>),
        ))
        .execute(conn)?;
    Ok(Some(token))
}

/// Destroys a draft. Destroying one that is gone is no error.
pub fn destroy(conn: &mut AnyConnection, vault: &Vault, actor: Actor, token: &DraftToken) -> Result<()> {
    allow(actor, Action::KeepDraft, Whose::Own)?;
    for hash in hashes(vault, token) {
        let gone = diesel::delete(drafts::table.filter(drafts::token_hash.eq(hash)));
        each_backend!(conn, conn => gone.execute(conn))?;
    }
    Ok(())
}

/// Destroys what ran out, and says how many there were.
pub fn sweep(conn: &mut AnyConnection, actor: Actor, now: DateTime<Utc>) -> Result<usize> {
    allow(actor, Action::Sweep, Whose::Own)?;
    Ok(diesel::delete(drafts::table.filter(drafts::expires_at.le(seconds(now)))).execute(conn)?)
}

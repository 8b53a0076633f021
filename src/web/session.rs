//! Sessions kept in our own database for `actix-session`: revocable, sealed, found only by a keyed hash.

use actix_session::storage::{LoadError, SaveError, SessionKey as BrowserKey, SessionStore, UpdateError};
use actix_web::HttpResponse;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::web::Data;
use anyhow::anyhow;
use serde_json::json;

use super::paths::Path;
use super::rooms::Rooms;
use super::visit::{AWAY, KEPT, ONLY_SEEN, ROW, STAFF_KEY, State, without_marks};
use crate::ids::SessionKey;
use crate::permission::{Actor, StaffId};
use crate::store;
use crate::store::sessions::{self, Session};

/// Every session of the portal.
#[derive(Clone)]
pub(super) struct Sessions(pub(super) Data<Rooms>);

/// With the prefix, a browser takes the cookie from nowhere but this very host, over an encrypted connection.
pub(super) const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-visit" } else { "visit" }
}

/// Tells a browser to forget its session.
pub(super) fn forget(response: &mut HttpResponse, secure: bool) {
    let cookie = Cookie::build(cookie_name(secure), "").path(Path::Start.to_string()).secure(secure).http_only(true);
    let mut cookie = cookie.same_site(SameSite::Lax).finish();
    cookie.make_removal();
    // Refused only where a cookie cannot be written as a header, which this one can.
    let _ = response.add_cookie(&cookie);
}

/// Whose session it is, by what the visit keeps in it.
fn staff_of(state: &State) -> Option<StaffId> {
    state.get(STAFF_KEY)?.parse().ok()
}

fn key_of(browser: &BrowserKey) -> Option<SessionKey> {
    browser.as_ref().parse().ok()
}

fn shown(key: &SessionKey) -> Result<BrowserKey, anyhow::Error> {
    BrowserKey::try_from(key.as_str().to_owned()).map_err(|_| anyhow!("a session key is too long"))
}

/// Tells the log, within the span of the request, why a session could not be kept.
fn told(error: store::Error) -> store::Error {
    tracing::warn!(why = %error, "the session could not be kept");
    error
}

impl SessionStore for Sessions {
    async fn load(&self, browser: &BrowserKey) -> Result<Option<State>, LoadError> {
        let Some(key) = key_of(browser) else { return Ok(None) };
        let (vault, now) = (self.0.vault.clone(), self.0.clock.now());
        let limits = Rooms::session_limits();
        let found = self
            .0
            .db
            .glancing(move |conn| sessions::load::<State>(conn, &vault, Actor::Visitor, &key, limits, now))
            .await;
        match found {
            Ok(None) => Ok(None),
            Ok(Some(Session { mut state, row, .. })) => {
                state.extend(serde_json::to_string(&row).map(|row| (ROW.to_owned(), row)));
                Ok(Some(state))
            }
            // Pages that need no session are shown all the same; the others say what is the matter.
            Err(error) => Ok(Some(State::from([(AWAY.to_owned(), json!(error.to_string()).to_string())]))),
        }
    }

    async fn save(&self, state: State, _: &Duration) -> Result<BrowserKey, SaveError> {
        let (vault, now, state) = (self.0.vault.clone(), self.0.clock.now(), without_marks(state));
        let staff = staff_of(&state);
        let kept = self
            .0
            .db
            .writing(move |conn| sessions::create(conn, &vault, Actor::Visitor, staff, &json!(state), now))
            .await;
        shown(&kept.map_err(|error| SaveError::Other(told(error).into()))?).map_err(SaveError::Other)
    }

    async fn update(&self, browser: BrowserKey, state: State, ttl: &Duration) -> Result<BrowserKey, UpdateError> {
        if state.contains_key(KEPT) {
            return Ok(browser);
        }
        let only_seen = state.contains_key(ONLY_SEEN);
        let (vault, now, state) = (self.0.vault.clone(), self.0.clock.now(), without_marks(state));
        let Some(key) = key_of(&browser) else { return Err(UpdateError::Other(anyhow!("not a session key of ours"))) };
        let again = state.clone();
        let kept =
            self.0.db.writing(move |conn| sessions::save(conn, &vault, Actor::Visitor, &key, &json!(state), now)).await;
        match kept {
            Ok(()) => Ok(browser),
            // It was ended meanwhile, on another device or by the sweep: what this request did begins a new one only
            // for somebody who is not signed in.
            Err(store::Error::NotFound) if staff_of(&again).is_none() => {
                self.save(again, ttl).await.map_err(|error| UpdateError::Other(error.into()))
            }
            // What can be read is shown while nothing can be kept.
            Err(error) if only_seen && store::Error::AWAY.contains(&error) => {
                told(error);
                Ok(browser)
            }
            Err(error) => Err(UpdateError::Other(told(error).into())),
        }
    }

    async fn update_ttl(&self, browser: &BrowserKey, _: &Duration) -> Result<(), anyhow::Error> {
        let Some(key) = key_of(browser) else { return Ok(()) };
        let (vault, now) = (self.0.vault.clone(), self.0.clock.now());
        Ok(self.0.db.writing(move |conn| sessions::touch(conn, &vault, Actor::Visitor, &key, now)).await?)
    }

    async fn delete(&self, browser: &BrowserKey) -> Result<(), anyhow::Error> {
        let Some(key) = key_of(browser) else { return Ok(()) };
        let vault = self.0.vault.clone();
        // Whoever leaves must get away: the browser forgets its key even where this cannot be written down, and a session
        // that nobody has the key of ends by itself.
        if let Err(error) = self.0.db.writing(move |conn| sessions::delete(conn, &vault, Actor::Visitor, &key)).await {
            told(error);
        }
        Ok(())
    }
}

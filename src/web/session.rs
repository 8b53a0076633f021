//! Sessions kept in our own database for `actix-session`: revocable, sealed, found only by a keyed hash.

use std::collections::HashMap;

use actix_session::storage::{LoadError, SaveError, SessionKey as BrowserKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use actix_web::web::Data;
use anyhow::anyhow;
use serde_json::json;

use super::rooms::Rooms;
use super::visit::{AWAY, STAFF_KEY};
use crate::ids::SessionKey;
use crate::permission::{Actor, StaffId};
use crate::store::{self, sessions};

/// Every session of the portal.
#[derive(Clone)]
pub(super) struct Sessions(pub(super) Data<Rooms>);

type State = HashMap<String, String>;

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

impl SessionStore for Sessions {
    async fn load(&self, browser: &BrowserKey) -> Result<Option<State>, LoadError> {
        let Some(key) = key_of(browser) else { return Ok(None) };
        let (vault, now) = (self.0.vault.clone(), self.0.clock.now());
        let limits = Rooms::session_limits();
        let found =
            self.0.db.reading(move |conn| sessions::load(conn, &vault, Actor::Visitor, &key, limits, now)).await;
        match found {
            Ok(None) => Ok(None),
            Ok(Some(session)) => serde_json::from_value(session.state)
                .map(Some)
                .map_err(|error| LoadError::Deserialization(error.into())),
            // Pages that need no session are shown all the same; the others say what is the matter.
            Err(_) => Ok(Some(State::from([(AWAY.to_owned(), "true".to_owned())]))),
        }
    }

    async fn save(&self, state: State, _: &Duration) -> Result<BrowserKey, SaveError> {
        let (vault, now) = (self.0.vault.clone(), self.0.clock.now());
        let staff = staff_of(&state);
        let kept = self
            .0
            .db
            .writing(move |conn| sessions::create(conn, &vault, Actor::Visitor, staff, &json!(state), now))
            .await;
        shown(&kept.map_err(|error| SaveError::Other(error.into()))?).map_err(SaveError::Other)
    }

    async fn update(&self, browser: BrowserKey, state: State, ttl: &Duration) -> Result<BrowserKey, UpdateError> {
        let (vault, now) = (self.0.vault.clone(), self.0.clock.now());
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
            Err(error) => Err(UpdateError::Other(error.into())),
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
        Ok(self.0.db.writing(move |conn| sessions::delete(conn, &vault, Actor::Visitor, &key)).await?)
    }
}

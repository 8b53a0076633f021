//! The desk, for those who are signed in. Handlers only: rights are decided in `permission`, decisions in `triage`.

pub(super) mod correct;
pub(super) mod decide;
pub(super) mod queue;
pub(super) mod referral;
pub(super) mod rights;
pub(super) mod sign_in;

mod shown;

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use super::error::Error;
use super::rooms::Rooms;
use super::visit::Visit;
use crate::permission::{Action, Actor, Whose, may};
use crate::store::{self, staff};

/// Somebody signed in, looked up anew with each request: a role that was taken away is gone at once.
pub(super) struct Staff {
    pub(super) actor: Actor,
    /// The name they are known by.
    pub(super) name: String,
    /// For the forms of the page.
    pub(super) token: String,
}

impl Staff {
    /// Goes no further where this may not be done; the store asks again.
    pub(super) fn may(&self, action: Action) -> Result<(), Error> {
        if may(self.actor, action, Whose::Own) { Ok(()) } else { Err(Error::Forbidden) }
    }
}

impl FromRequest for Staff {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let rooms = request.app_data::<Data<Rooms>>().cloned();
        let visit = Visit::from_request(request, payload);
        Box::pin(async move {
            let rooms = rooms.ok_or(Error::Unexpected("no rooms"))?;
            signed_in(&rooms, &visit.await?).await
        })
    }
}

/// Who is signed in, unless too long has passed since they came or since they last did anything.
async fn signed_in(rooms: &Rooms, visit: &Visit) -> Result<Staff, Error> {
    let (id, since) = visit.staff().ok_or(Error::SignedOut)?;
    let now = rooms.clock.now().timestamp();
    let seen = visit.seen(now)?;
    let web = &rooms.settings.web;
    let seconds = |limit: std::time::Duration| i64::try_from(limit.as_secs()).unwrap_or(i64::MAX);
    if now - since >= seconds(web.staff_session) || now - seen >= seconds(web.staff_idle) {
        visit.end();
        return Err(Error::SignedOut);
    }
    let vault = rooms.vault.clone();
    let found = rooms.db.reading(move |conn| staff::load(conn, &vault, Actor::System("sessions"), id)).await;
    match found {
        Ok(member) if !member.disabled => {
            Ok(Staff { actor: Actor::Staff { id, role: member.role }, name: member.name, token: visit.token() })
        }
        Ok(_) | Err(store::Error::NotFound) => {
            visit.end();
            Err(Error::SignedOut)
        }
        Err(error) => Err(error.into()),
    }
}

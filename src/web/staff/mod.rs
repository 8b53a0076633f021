//! The desk, for those who are signed in. Handlers only: rights are decided in `permission`, decisions in `triage`.

pub(super) mod accounts;
pub(super) mod correct;
pub(super) mod decide;
pub(super) mod feedback;
pub(super) mod own_account;
pub(super) mod queue;
pub(super) mod referral;
pub(super) mod refusal;
pub(super) mod rights;
pub(super) mod sign_in;
pub(super) mod written;

mod closed;
mod shown;
mod writing;

pub(super) use writing::Writing;

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, HttpResponse};

use super::error::Error;
use super::guard::Acting;
use super::paths::Path;
use super::redirect;
use super::rooms::Rooms;
use super::visit::Visit;
use crate::permission::{Action, Actor, Whose, may};
use crate::store::{self, staff};
use crate::view::Token;
use crate::view::layout::Signed;
use crate::words::{Text, frame, own_account as own};

/// Somebody signed in, looked up anew with each request: a role that was taken away is gone at once.
pub(super) struct Staff {
    pub(super) actor: Actor,
    /// The name they are known by.
    pub(super) name: String,
    /// For the forms of the page.
    pub(super) token: String,
    /// The pages that the account opens.
    pages: Vec<(Path<'static>, Text)>,
}

/// The pages of the desk, in the order of their links, with what each is for.
const PAGES: [(Action, Path<'static>, Text); 4] = [
    (Action::SeeQueue, Path::Queue, frame::NAV_QUEUE),
    (Action::ReadFeedback, Path::ClientFeedback, frame::NAV_CLIENT_FEEDBACK),
    (Action::ChangeStaff, Path::Accounts, frame::NAV_ACCOUNTS),
    (Action::SetPassword, Path::OwnAccount, own::ACCOUNT),
];

/// Leads to the first page that the account opens.
pub(super) async fn first_page(who: Staff) -> Result<HttpResponse, Error> {
    who.pages.first().map(|(page, _)| redirect(*page)).ok_or(Error::Forbidden)
}

impl Staff {
    /// Who is signed in, as every page of the desk shows it.
    pub(super) fn shown(&self) -> Signed<'_> {
        Signed { name: &self.name, token: Token(&self.token), pages: &self.pages }
    }

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
        let request = request.clone();
        Box::pin(async move {
            let rooms = rooms.ok_or(Error::Unexpected("no rooms"))?;
            let staff = signed_in(&rooms, &visit.await?).await?;
            if let Some(id) = staff.actor.staff_id() {
                request.extensions_mut().insert(Acting(id));
            }
            Ok(staff)
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
        visit.end_staff();
        return Err(Error::SignedOut);
    }
    let vault = rooms.vault.clone();
    let found = rooms.db.glancing(move |conn| staff::load(conn, &vault, Actor::System("sessions"), id)).await;
    match found {
        Ok(member) if !member.disabled => {
            let actor = Actor::Staff { id, role: member.role };
            let opens = |action| may(actor, action, Whose::Own) || may(actor, action, Whose::Others);
            let pages = PAGES.into_iter().filter(|(action, ..)| opens(*action)).map(|(_, page, name)| (page, name));
            Ok(Staff { actor, name: member.name, token: visit.token(), pages: pages.collect() })
        }
        Ok(_) | Err(store::Error::NotFound) => {
            visit.end();
            Err(Error::SignedOut)
        }
        Err(error) => Err(error.into()),
    }
}

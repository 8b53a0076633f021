//! What somebody at the desk has written, whether or not they are still signed in: their words come back to them.
//!
//! The one place where a desk form is taken in. It must not know what the form is for.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, HttpResponse};

use super::Staff;
use crate::view::notices::{Trouble, trouble};
use crate::view::staff::NO_WORDS;
use crate::web::error::Error;
use crate::web::guard::RequestId;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;

/// A form of the desk, sent by somebody who is signed in. Where the visit ended while they wrote, they get a page with
/// their words, to copy, and the way to sign in.
pub(in crate::web) struct Writing {
    /// Who sent it.
    pub(in crate::web) who: Staff,
    /// What it holds.
    pub(in crate::web) posted: Posted,
}

impl FromRequest for Writing {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let who = Staff::from_request(request, payload);
        let posted = Posted::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let (who, posted) = (who.await, posted.await);
            match (who, posted) {
                (Ok(who), Ok(posted)) => Ok(Self { who, posted }),
                (Err(Error::SignedOut), Ok(posted)) => Err(given_back(&request, &posted)),
                (Err(error), _) | (_, Err(error)) => Err(error.into()),
            }
        })
    }
}

fn given_back(request: &HttpRequest, posted: &Posted) -> actix_web::Error {
    let error = Error::SignedOut;
    let Some(rooms) = request.app_data::<Data<Rooms>>() else { return error.into() };
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    InternalError::from_response(error, page(rooms, &posted.words(&NO_WORDS), &id)).into()
}

fn page(rooms: &Rooms, written: &str, request: &str) -> HttpResponse {
    let error = Error::SignedOut;
    let (to, label) = error.way_on();
    let trouble = trouble(
        &rooms.site,
        &Trouble {
            sorry: error.sorry(),
            again: None,
            sending: false,
            send: None,
            written,
            ways_on: &[(to, rooms.site.lang.say(label))],
            request,
        },
    );
    error.shown_on(trouble.into_string())
}

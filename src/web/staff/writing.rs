//! What somebody at the desk has written, whatever becomes of it: their words come back to them where it cannot be kept.
//!
//! The one place where a desk form is taken in. It must not know what the form is for.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};

use super::Staff;
use crate::view::staff::NO_WORDS;
use crate::web::error::Error;
use crate::web::guard::Written;
use crate::web::visit::{Posted, PostedPage};

/// A form of the desk, sent by somebody who is signed in. Where the visit ended while they wrote, or nothing can be kept,
/// they get a page with their words, to copy, and what to do.
pub(in crate::web) struct Writing {
    /// Who sent it.
    pub(in crate::web) who: Staff,
    /// What it holds.
    pub(in crate::web) posted: Posted,
}

impl FromRequest for Writing {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let who = Staff::from_request(request, payload);
        let sent = PostedPage::from_request(request, payload);
        let written = request.extensions().get::<Written>().cloned();
        Box::pin(async move {
            let sent = sent.await;
            if let (Some(written), Ok(sent)) = (written, &sent) {
                written.keep(sent.form.words(&NO_WORDS));
            }
            Ok(Self { who: who.await?, posted: sent?.mine()? })
        })
    }
}

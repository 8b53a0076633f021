//! What a browser sends: the fields of one page, taken in whole, and whether the page was made for this visit.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest};
use tokio::time::timeout;

use super::Visit;
use crate::form::RawAnswers;
use crate::view::form::TOKEN;
use crate::web::error::Error;
use crate::web::limits;
use crate::web::rooms::Rooms;

/// The most fields of one page, and of one draft: all questions with ten issues of ten dates each have 1,300.
pub(in crate::web) const MOST_FIELDS: usize = 5_000;

/// A form that was sent from a page of this visit.
#[derive(Debug)]
pub(in crate::web) struct Posted(Vec<(String, String)>);

impl Posted {
    /// The first value of a field; empty if it was not sent.
    pub(in crate::web) fn field(&self, name: &str) -> &str {
        self.0.iter().find(|(sent, _)| sent == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub(in crate::web) fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(sent, _)| sent == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The last value of a field: a pressed button comes after the hidden one that Enter presses.
    pub(in crate::web) fn last(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(sent, _)| sent == name).map_or("", |(_, value)| value)
    }

    /// Every word that was typed, a paragraph for each field but those named.
    pub(in crate::web) fn words(&self, not: &[&str]) -> String {
        let typed = self.0.iter().filter(|(name, _)| name != TOKEN && !not.contains(&name.as_str()));
        let typed = typed.map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
        typed.collect::<Vec<_>>().join("\n\n")
    }

    /// Every field that may be an answer.
    pub(in crate::web) fn answers(&self, not: &[&str]) -> RawAnswers {
        let answers = self.0.iter().filter(|(name, _)| name != TOKEN && !not.contains(&name.as_str()));
        RawAnswers::from_pairs(answers.cloned())
    }
}

impl FromRequest for Posted {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let page = PostedPage::from_request(request, payload);
        Box::pin(async move { page.await?.mine() })
    }
}

/// A page of questions that was sent. It is taken in even where it cannot be kept, because the database is away or the
/// page was made for an earlier visit: its words must not be lost with it.
pub(in crate::web) struct PostedPage {
    /// What it holds.
    pub(in crate::web) form: Posted,
    visit: Result<Visit, Error>,
    is_mine: bool,
}

impl PostedPage {
    /// The visit it was made for.
    pub(in crate::web) fn visit(&self) -> Result<&Visit, Error> {
        let visit = self.visit.as_ref().map_err(|error| *error)?;
        if self.is_mine { Ok(visit) } else { Err(Error::NotFromHere) }
    }

    /// What it holds, if it was made for this visit and is to be taken in.
    pub(in crate::web) fn mine(self) -> Result<Posted, Error> {
        self.visit()?;
        Ok(self.form)
    }

    /// The token for the next form of this browser: its own again while nobody can say whose visit it is, and where it
    /// belongs to another form than the one that is open, into which it must not be put.
    pub(in crate::web) fn token(&self) -> String {
        match &self.visit {
            Ok(visit) if !self.is_of_another_form() => visit.token(),
            _ => self.form.field(TOKEN).to_owned(),
        }
    }

    /// Whether it was made for a form that has ended, while another is open in this browser: perhaps somebody else's.
    pub(in crate::web) fn is_of_another_form(&self) -> bool {
        let other_is_open = self.visit.as_ref().is_ok_and(|visit| visit.draft().is_some());
        !self.is_mine && !self.form.field(TOKEN).is_empty() && other_is_open
    }

    /// Whether it was made for a form that was sent from this browser meanwhile.
    pub(in crate::web) fn was_sent_meanwhile(&self) -> bool {
        let is_sent = |visit: &Visit| visit.draft().is_none() && visit.receipt().is_some();
        !self.is_mine && !self.form.field(TOKEN).is_empty() && self.visit.as_ref().is_ok_and(is_sent)
    }

    /// Whether it was made for a visit that has ended, with the form that was open in it.
    pub(in crate::web) fn outlived_its_form(&self) -> bool {
        let forgotten = self.visit.as_ref().is_ok_and(|visit| visit.token().is_empty());
        !self.form.field(TOKEN).is_empty() && forgotten
    }
}

impl FromRequest for PostedPage {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visit = Visit::from_request(request, payload).into_inner();
        let refused = limits::refused(request);
        let body = Bytes::from_request(request, payload);
        let most = request.app_data::<Data<Rooms>>().map(|rooms| rooms.settings.web.transfer_time);
        Box::pin(async move {
            let most = most.ok_or(Error::Unexpected("no rooms"))?;
            let body = timeout(most, body).await.map_err(|_| Error::TooSlow)?.map_err(|error| unread(&error))?;
            let form = Posted(serde_html_form::from_bytes(&body).map_err(|_| Error::Unreadable)?);
            if form.0.len() > MOST_FIELDS {
                return Err(Error::TooLarge);
            }
            let is_mine = visit.as_ref().is_ok_and(|visit| visit.is_mine(form.field(TOKEN)));
            let visit = visit.and_then(|visit| refused.map(|()| visit));
            Ok(Self { form, visit, is_mine })
        })
    }
}

/// Why a body could not be taken in.
fn unread(error: &actix_web::Error) -> Error {
    match error.as_error() {
        Some(PayloadError::Overflow) => Error::TooLarge,
        // Cut short or garbled on its way: whoever is still there reads what to do.
        _ => Error::Unreadable,
    }
}

//! What stops a request, and the page that says so.
//!
//! Which error where: each room has its own error type; a problem with an answer is never an error at all. Here every
//! reason for not showing the page that was asked for is one variant, with a status, a sentence and a way on. The
//! guard turns it into the page and logs it once, with an id that the person can read out.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};

use super::limits::Class;
use super::paths::Path;
use crate::ids::NoRandomness;
use crate::store;
use crate::words::errors::{self as words, Sorry};
use crate::words::{Text, frame};

/// Why a page cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Error {
    /// Nothing lives at that address.
    #[error("not found")]
    NotFound,
    /// Signed in, and not allowed.
    #[error("forbidden")]
    Forbidden,
    /// Made by another site, or by a page that is too old to trust.
    #[error("not from our pages")]
    NotFromHere,
    /// There is no draft behind this browser's cookie.
    #[error("no draft")]
    NoDraft,
    /// This browser has sent its referral already.
    #[error("already sent")]
    AlreadySent,
    /// Nobody is signed in.
    #[error("not signed in")]
    SignedOut,
    /// Somebody else changed it first.
    #[error("conflict")]
    Conflict,
    /// More than can be taken at once.
    #[error("too large")]
    TooLarge,
    /// More of a class came in a while than is taken; there is room again in so many seconds.
    #[error("too many {0:?}: room in {1} s")]
    TooMany(Class, u32),
    /// One code or name was tried too often; the next try is heard in so many seconds.
    #[error("too many tries: the next in {0} s")]
    TooManyTries(u32),
    /// What was typed did not arrive in time.
    #[error("too slow")]
    TooSlow,
    /// A body that does not say how long it is.
    #[error("no length")]
    NoLength,
    /// Not a form that a browser sends.
    #[error("unreadable")]
    Unreadable,
    /// Nothing can be kept just now, or nothing read; the log says why.
    #[error("{0}")]
    Away(store::Error),
    /// Nobody foresaw this.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}

/// Seconds after which a database that was away is asked for again: a server restarts in less.
const AWAY_SECONDS: u32 = 60;

impl Error {
    /// What the page says.
    pub(super) const fn sorry(self) -> &'static Sorry {
        match self {
            Self::NotFound => &words::NOT_FOUND,
            Self::Forbidden => &words::FORBIDDEN,
            Self::NotFromHere | Self::NoLength | Self::Unreadable => &words::NOT_FROM_HERE,
            Self::NoDraft => &words::DRAFT_ENDED,
            Self::AlreadySent => &words::ALREADY_SENT,
            Self::SignedOut => &words::SIGNED_OUT,
            Self::Conflict => &words::CHANGED_MEANWHILE,
            Self::TooLarge => &words::TOO_LARGE,
            Self::TooMany(..) => &words::TOO_MANY,
            Self::TooManyTries(_) => &words::TOO_MANY_TRIES,
            Self::TooSlow => &words::TOO_SLOW,
            Self::Away(_) => &words::AWAY,
            Self::Unexpected(_) => &words::UNEXPECTED,
        }
    }

    /// Where to go on from it.
    pub(super) const fn way_on(self) -> (Path<'static>, Text) {
        match self {
            Self::NoDraft => (Path::Return, frame::NAV_RETURN),
            Self::AlreadySent => (Path::Received, words::TO_RECEIPT),
            Self::SignedOut | Self::TooMany(Class::SignIn, _) => (Path::SignIn, words::TO_SIGN_IN),
            Self::TooMany(Class::Send, _) => (Path::Check, words::TO_CHECK),
            Self::Forbidden => (Path::Desk, words::TO_DESK),
            Self::Conflict => (Path::Queue, frame::NAV_QUEUE),
            _ => (Path::Start, words::TO_START),
        }
    }

    /// An answer with this page, which says what happened in its own way and still holds what was typed.
    pub(super) fn shown_on(self, page: String) -> HttpResponse {
        self.behind(super::answer(self.status_code(), page))
    }

    /// Notes that this is why an answer is what it is, for the log; and when to try again, where that helps.
    pub(super) fn behind(self, mut response: HttpResponse) -> HttpResponse {
        response.extensions_mut().insert(self);
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }

    /// Seconds after which trying again may help, where it may.
    pub(super) const fn retry_after(self) -> Option<u32> {
        match self {
            Self::Away(_) => Some(AWAY_SECONDS),
            Self::TooMany(_, seconds) | Self::TooManyTries(seconds) => Some(seconds),
            _ => None,
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::NotFromHere => StatusCode::FORBIDDEN,
            Self::NoDraft | Self::AlreadySent => StatusCode::GONE,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Conflict => StatusCode::CONFLICT,
            Self::NoLength => StatusCode::LENGTH_REQUIRED,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(..) | Self::TooManyTries(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        // The guard puts the page in its place; it alone knows the service and the request.
        HttpResponse::new(self.status_code())
    }
}

impl From<NoRandomness> for Error {
    fn from(none: NoRandomness) -> Self {
        store::Error::from(none).into()
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::NotFound,
            store::Error::Conflict => Self::Conflict,
            store::Error::Forbidden => Self::Forbidden,
            store::Error::Broken(_) => Self::Unexpected("the store is broken"),
            away => Self::Away(away),
        }
    }
}

//! What stops a request, and the page that says so.
//!
//! Which error where: each room has its own error type; a problem with an answer is never an error at all. Here every
//! reason for not showing the page that was asked for is one variant, with a status, a sentence and a way on. The
//! guard turns it into the page and logs it once, with an id that the person can read out.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use super::paths::Path;
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
    /// Not a form that a browser sends.
    #[error("unreadable")]
    Unreadable,
    /// The database cannot be reached.
    #[error("database away")]
    Away,
    /// Nobody foresaw this.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}

impl Error {
    /// What the page says.
    pub(super) const fn sorry(self) -> &'static Sorry {
        match self {
            Self::NotFound => &words::NOT_FOUND,
            Self::Forbidden => &words::FORBIDDEN,
            Self::NotFromHere | Self::Unreadable => &words::NOT_FROM_HERE,
            Self::NoDraft => &words::DRAFT_ENDED,
            Self::AlreadySent => &words::ALREADY_SENT,
            Self::SignedOut => &words::SIGNED_OUT,
            Self::Conflict => &words::CHANGED_MEANWHILE,
            Self::TooLarge => &words::TOO_LARGE,
            Self::Away => &words::AWAY,
            Self::Unexpected(_) => &words::UNEXPECTED,
        }
    }

    /// Where to go on from it.
    pub(super) const fn way_on(self) -> (Path<'static>, Text) {
        match self {
            Self::NoDraft => (Path::Return, frame::NAV_RETURN),
            Self::AlreadySent => (Path::Received, words::TO_RECEIPT),
            Self::SignedOut => (Path::SignIn, words::TO_SIGN_IN),
            Self::Forbidden => (Path::Desk, words::TO_DESK),
            Self::Conflict => (Path::Queue, frame::NAV_QUEUE),
            _ => (Path::Start, words::TO_START),
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
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Away => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        // The guard puts the page in its place; it alone knows the service and the request.
        HttpResponse::new(self.status_code())
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::NotFound,
            store::Error::Conflict => Self::Conflict,
            store::Error::Forbidden => Self::Forbidden,
            store::Error::Unavailable | store::Error::Full => Self::Away,
            store::Error::Broken(_) => Self::Unexpected("the store is broken"),
        }
    }
}

//! One browser's visit: what its session holds, and the token that every form of it carries. Knows no page.
//!
//! The session lives on the server, sealed; the browser holds a key that ends with it. What a person wrote for a referral
//! is in its draft and not here; the answers of feedback under way are.

mod posted;

pub(super) use posted::{MOST_FIELDS, Posted, PostedPage};

use std::collections::HashMap;

use actix_session::{Session, SessionExt as _, SessionStatus};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use subtle::ConstantTimeEq as _;

use super::error::Error;
use crate::form::RawAnswers;
use crate::ids::{self, DraftToken, SubmissionKey};
use crate::intake::telling::Contact;
use crate::permission::StaffId;
use crate::store::{self, sessions::SessionRow};

/// The names of what a session holds.
mod key {
    pub(super) const TOKEN: &str = "token";
    pub(super) const DRAFT: &str = "draft";
    pub(super) const SUBMISSION: &str = "submission";
    pub(super) const RECEIPT: &str = "receipt";
    pub(super) const STAFF: &str = super::STAFF_KEY;
    pub(super) const SINCE: &str = "since";
    pub(super) const SEEN: &str = "seen";
    pub(super) const FEEDBACK: &str = "feedback";
}

/// Where a session says whose it is, so that the session store can end all of theirs at once.
pub(super) const STAFF_KEY: &str = "staff";

/// What stands in a session that could not be fetched: why not.
pub(super) const AWAY: &str = "away";
/// Where the session store says in which row it found a session.
pub(super) const ROW: &str = "row";
/// Set on a session that was kept already, along with what the request did.
pub(super) const KEPT: &str = "kept";
/// Set on a session in which nothing is new but when it was last seen: a page is shown although that cannot be kept.
pub(super) const ONLY_SEEN: &str = "only-seen";

/// What a session holds: words of JSON by name.
pub(super) type State = HashMap<String, String>;

/// What a session holds that is kept: the marks are of one request.
pub(super) fn without_marks(mut state: State) -> State {
    for mark in [AWAY, ROW, KEPT, ONLY_SEEN] {
        state.remove(mark);
    }
    state
}

/// What is shown to the one who sent it, for as long as the visit lasts or until another form is begun.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SentReceipt {
    pub(super) reference: String,
    pub(super) code: String,
    pub(super) voice: String,
    /// Unix seconds.
    pub(super) received_at: i64,
    /// Unix seconds.
    pub(super) contact_by: i64,
    pub(super) danger: bool,
    pub(super) mailed: bool,
    /// What may be said about making contact.
    pub(super) contact: Contact,
    /// Whether the children’s safeguarding line stands on it.
    pub(super) child: bool,
}

/// A token for the forms of a visit.
fn new_token() -> Result<String, Error> {
    Ok(ids::to_letters(&ids::random_bytes::<16>()?))
}

/// The visit of one browser.
#[derive(Clone)]
pub(super) struct Visit(Session);

impl Visit {
    fn get<T: serde::de::DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.0.get(key).ok().flatten()
    }

    fn keep(&self, key: &str, value: impl Serialize) -> Result<(), Error> {
        self.changes();
        self.0.insert(key, value).map_err(|_| Error::Unexpected("a session value could not be kept"))
    }

    /// The token for the forms of this visit; empty while nothing is at stake.
    pub(super) fn token(&self) -> String {
        self.get(key::TOKEN).unwrap_or_default()
    }

    /// Whatever is changed from here on has to be kept, whatever was kept before.
    fn changes(&self) {
        for mark in [KEPT, ONLY_SEEN] {
            self.0.remove(mark);
        }
    }

    fn start(&self) -> Result<(), Error> {
        if self.token().is_empty() { self.new_token() } else { Ok(()) }
    }

    fn new_token(&self) -> Result<(), Error> {
        self.keep(key::TOKEN, new_token()?)
    }

    /// Whether a form was made for this visit. Before a visit has anything to lose, every form is.
    fn is_mine(&self, token: &str) -> bool {
        let mine = self.token();
        mine.is_empty() || bool::from(mine.as_bytes().ct_eq(token.as_bytes()))
    }

    /// The draft this browser holds, and the key that makes sending it twice one referral.
    pub(super) fn draft(&self) -> Option<(DraftToken, SubmissionKey)> {
        let token: String = self.get(key::DRAFT)?;
        let submission: String = self.get(key::SUBMISSION)?;
        Some((token.parse().ok()?, submission.parse().ok()?))
    }

    /// Takes hold of a draft, under a new session key and a new token: a page of another draft, still open in a window
    /// of this browser, is not put into this one unseen.
    pub(super) fn hold(&self, token: &DraftToken, submission: &SubmissionKey) -> Result<(), Error> {
        self.new_token()?;
        self.0.renew();
        self.0.remove(key::RECEIPT);
        self.keep(key::DRAFT, token.as_str())?;
        self.keep(key::SUBMISSION, submission.as_str())
    }

    /// Lets go of the draft.
    pub(super) fn let_go(&self) {
        self.changes();
        self.0.remove(key::DRAFT);
        self.0.remove(key::SUBMISSION);
    }

    /// Puts the receipt in the place of the draft, under a new token: a page of what was sent, still open in another
    /// window, does not begin a second form unseen.
    pub(super) fn sent(&self, receipt: &SentReceipt) -> Result<(), Error> {
        self.becomes(&self.once_sent(receipt)?)
    }

    /// What the session holds once that receipt is in the place of the draft.
    pub(super) fn once_sent(&self, receipt: &SentReceipt) -> Result<State, Error> {
        let mut state = without_marks(self.0.entries().clone());
        state.remove(key::DRAFT);
        state.remove(key::SUBMISSION);
        state.insert(key::TOKEN.to_owned(), json!(new_token()?).to_string());
        state.insert(key::RECEIPT.to_owned(), json!(receipt).to_string());
        Ok(state)
    }

    /// Where the session stands, for whoever keeps it along with something else; nothing where it must be begun first.
    pub(super) fn row(&self) -> Option<SessionRow> {
        self.get(ROW)
    }

    /// What was kept along with something else is what it holds: nothing is left to keep after this request.
    pub(super) fn was_kept_as(&self, state: &State) -> Result<(), Error> {
        self.becomes(state)?;
        self.keep(KEPT, true)
    }

    fn becomes(&self, state: &State) -> Result<(), Error> {
        let gone: Vec<String> = self.0.entries().keys().filter(|key| !state.contains_key(*key)).cloned().collect();
        for key in gone.iter().filter(|key| *key != ROW) {
            self.0.remove(key);
        }
        for (key, value) in state {
            let value: Value = serde_json::from_str(value).map_err(|_| Error::Unexpected("a session value is none"))?;
            self.keep(key, value)?;
        }
        Ok(())
    }

    /// The receipt of what this browser has sent.
    pub(super) fn receipt(&self) -> Option<SentReceipt> {
        self.get(key::RECEIPT)
    }

    /// The feedback under way: answers so far and the code it came with.
    pub(super) fn feedback(&self) -> Option<FeedbackUnderWay> {
        self.get(key::FEEDBACK)
    }

    /// Keeps the feedback under way.
    pub(super) fn keep_feedback(&self, feedback: &FeedbackUnderWay) -> Result<(), Error> {
        self.start()?;
        self.keep(key::FEEDBACK, feedback)
    }

    /// What the session holds once the feedback has come so far.
    pub(super) fn once_answered(&self, feedback: &FeedbackUnderWay) -> State {
        let mut state = without_marks(self.0.entries().clone());
        state.insert(key::FEEDBACK.to_owned(), json!(feedback).to_string());
        state
    }

    /// Ends the feedback under way.
    pub(super) fn end_feedback(&self) {
        self.changes();
        self.0.remove(key::FEEDBACK);
    }

    /// Who is signed in, and since when in Unix seconds.
    pub(super) fn staff(&self) -> Option<(StaffId, i64)> {
        Some((self.get(key::STAFF)?, self.get(key::SINCE)?))
    }

    /// Signs a member of staff in, under a new session key. Of the visit before only a form that is open stays, with the
    /// token of its pages: who takes a call writes while they sign in.
    pub(super) fn sign_in(&self, staff: StaffId, since: i64) -> Result<(), Error> {
        if self.draft().is_none() {
            self.0.clear();
            self.start()?;
        }
        self.0.renew();
        self.0.remove(key::SEEN);
        self.keep(key::STAFF, staff)?;
        self.keep(key::SINCE, since)
    }

    /// When this visit was last seen, in Unix seconds; noted at most once a minute, so that reading writes little.
    pub(super) fn seen(&self, now: i64) -> Result<i64, Error> {
        let before = self.get(key::SEEN).unwrap_or(now);
        if self.get::<i64>(key::SEEN).is_none_or(|seen| now - seen >= 60) {
            let nothing_else = self.0.status() == SessionStatus::Unchanged;
            self.keep(key::SEEN, now)?;
            if nothing_else {
                self.keep(ONLY_SEEN, true)?;
            }
        }
        Ok(before)
    }

    /// A token for the sign-in page, where another site could otherwise sign a browser in as somebody else.
    pub(super) fn expect_sign_in(&self) -> Result<(), Error> {
        self.start()
    }

    /// Ends what somebody signed in for, after too long a time. A form that is open stays open, under a new session key.
    pub(super) fn end_staff(&self) {
        if self.draft().is_none() {
            return self.end();
        }
        for key in [key::STAFF, key::SINCE, key::SEEN] {
            self.0.remove(key);
        }
        self.0.renew();
    }

    /// Ends the visit: the browser forgets its key, the server what it held.
    pub(super) fn end(&self) {
        self.0.purge();
    }
}

/// Feedback that is being given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct FeedbackUnderWay {
    /// Makes sending twice one row.
    pub(super) submission: String,
    /// The private code, where there is one.
    pub(super) code: Option<String>,
    pub(super) answers: RawAnswers,
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = std::future::Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visit = Self(request.get_session());
        let away = visit.get::<String>(AWAY).map(|why| {
            let known = store::Error::AWAY.into_iter().find(|error| error.to_string() == why);
            Error::Away(known.unwrap_or(store::Error::Unavailable))
        });
        std::future::ready(away.map_or(Ok(visit), Err))
    }
}

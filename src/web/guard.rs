//! Around every request: an id, the fence against other sites, the safe headers, one line in the log, and a page for
//! whatever went wrong. Never logs an address as it was typed: only the pattern it matched.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, ContentType, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage as _, HttpResponse};
use tracing::Instrument as _;

use super::error::Error;
use super::limits::Class;
use super::origin;
use super::paths::{Path, pattern};
use super::plain_pages;
use super::rooms::Rooms;
use super::session::cookie_name;
use crate::ids;
use crate::permission::StaffId;
use crate::store;
use crate::view::notices::{self, Trouble};
use crate::words::{errors as words, times};

/// The id of one request, in the log and on an error page.
#[derive(Debug, Clone)]
pub(super) struct RequestId(pub(super) String);

/// The member of staff behind a request, for the log: their number, never their name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Acting(pub(super) StaffId);

/// What somebody at the desk has typed in this request, which a page that stands in place of the answer gives back.
#[derive(Debug, Clone, Default)]
pub(super) struct Written(Rc<RefCell<String>>);

impl Written {
    /// Keeps it for that page.
    pub(super) fn keep(&self, words: String) {
        self.0.replace(words);
    }
}

/// No script, no frame, nothing from elsewhere; the stylesheet, pictures and forms are our own.
const POLICY: &str = "default-src 'none'; object-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";
/// Nothing that a page of ours could ask a browser for.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
    gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

/// Lets a request through, or says why not; then sees to what every answer must carry.
pub(super) async fn guard(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let id = RequestId(ids::random_bytes::<5>().map_or_else(|_| "-".to_owned(), |bytes| ids::to_letters(&bytes)));
    request.extensions_mut().insert(id.clone());
    let written = Written::default();
    request.extensions_mut().insert(written.clone());
    let started = std::time::Instant::now();
    let method = request.method().clone();
    let leaves = request.path() == pattern::LEAVE;
    let rooms = request.app_data::<Data<Rooms>>().cloned().ok_or(Error::Unexpected("no rooms"))?;
    let secure = rooms.settings.web.secure_cookies;
    // Browsers and proxies say how long what they send is.
    let unread = request.headers().contains_key(header::TRANSFER_ENCODING).then(|| request.take_payload());
    let sending = request.path() == Path::Send.to_string();
    let answer = if unread.is_some() {
        Ok(request.error_response(Error::NoLength))
    } else if origin::is_ours(request.request()) {
        let within = tracing::info_span!("within", request = id.0);
        next.call(request).instrument(within).await.map(ServiceResponse::map_into_boxed_body)
    } else {
        Ok(request.error_response(Error::NotFromHere))
    };
    match answer {
        Ok(answer) => {
            let why = answer.response().error().and_then(|error| error.as_error::<Error>().copied());
            let why = why.or_else(|| answer.response().extensions().get::<Error>().copied());
            let mut answer = explained(answer, why, &rooms, (&id, &written));
            log(&answer, why, &method, &id, started.elapsed().as_micros());
            protect(answer.headers_mut(), secure);
            Ok(match unread {
                Some(unread) => answer.map_body(|_, body| BoxBody::new(Unread { body, _held: unread })),
                None => answer,
            })
        }
        // The session could not be kept after the page was made: there is no request left, only an answer to give.
        Err(error) => {
            tracing::warn!(request = id.0, %method, "what was done was not answered");
            let away = Error::Away(store::Error::Unavailable);
            let mut response = if leaves {
                plain_pages::left_for_good(secure)
            } else {
                trouble(&rooms, away, (StatusCode::SERVICE_UNAVAILABLE, sending), (&id, &written))
            };
            protect(response.headers_mut(), secure);
            Err(InternalError::from_response(error, response).into())
        }
    }
}

/// The answer to a request whose body nobody reads, holding on to that body: the server then ends the connection a
/// moment after the answer. If it were let go, the server would go on to take in a body of no length for as long as one
/// byte of it comes now and then.
struct Unread {
    body: BoxBody,
    _held: Payload,
}

impl MessageBody for Unread {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_next(context)
    }
}

/// Puts a page in the place of an answer that is only an error.
fn explained(
    answer: ServiceResponse<BoxBody>,
    why: Option<Error>,
    rooms: &Rooms,
    (id, written): (&RequestId, &Written),
) -> ServiceResponse<BoxBody> {
    let status = answer.status();
    // A path that cannot be read is answered by the server itself, with a line that repeats what was typed.
    let is_told = answer.response().error().is_none() || answer.response().extensions().get::<Error>().is_some();
    let is_ours = answer.headers().contains_key(header::CONTENT_TYPE) && is_told;
    if !status.is_client_error() && !status.is_server_error() || is_ours {
        return answer;
    }
    let error = why.unwrap_or(match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Error::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        StatusCode::REQUEST_TIMEOUT => Error::TooSlow,
        status if status.is_client_error() => Error::NotFromHere,
        _ => Error::Unexpected("a handler gave up"),
    });
    if let Error::Unexpected(why) = error {
        tracing::error!(request = id.0, why, "a page could not be shown");
    }
    let mut response = if has_left(&answer, error, rooms) {
        super::answer(status, notices::left(&rooms.site))
    } else {
        trouble(rooms, error, (status, false), (id, written))
    };
    if let Some(allow) = answer.headers().get(header::ALLOW) {
        response.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer.into_response(response)
}

/// Whether a page of the form is asked for by a browser that was told to forget it, by Back or from its history. Whose
/// visit only ran out still has its key and is told so; whoever sends a page has its words and is never turned away.
fn has_left(answer: &ServiceResponse<BoxBody>, error: Error, rooms: &Rooms) -> bool {
    let request = answer.request();
    error == Error::NoDraft
        && matches!(*request.method(), Method::GET | Method::HEAD)
        && request.cookie(cookie_name(rooms.settings.web.secure_cookies)).is_none()
}

/// The page that says what went wrong.
fn trouble(
    rooms: &Rooms,
    error: Error,
    (status, sending): (StatusCode, bool),
    (id, written): (&RequestId, &Written),
) -> HttpResponse {
    let sorry = error.sorry();
    let (to, label) = error.way_on();
    let label = rooms.site.lang.say(label);
    let again = match error {
        Error::TooMany(_, seconds) | Error::TooManyTries(seconds) => {
            Some(words::again_in(rooms.site.lang, &times::wait(rooms.site.lang, seconds)))
        }
        _ => None,
    };
    let sending = sending || matches!(error, Error::TooMany(Class::Send, _));
    let ways_on = [(to, label)];
    let (written, request) = (&*written.0.borrow(), &*id.0);
    let trouble = Trouble { sorry, again: again.as_deref(), sending, send: None, written, ways_on: &ways_on, request };
    let page = notices::trouble(&rooms.site, &trouble);
    let mut response = HttpResponse::build(status);
    response.content_type(ContentType::html());
    error.behind(response.body(page.into_string()))
}

/// One line for each request. What was refused says why; a member of staff stands there by number.
fn log(answer: &ServiceResponse<BoxBody>, why: Option<Error>, method: &Method, id: &RequestId, micros: u128) {
    let route = answer.request().match_pattern().unwrap_or_else(|| "(none)".to_owned());
    let status = answer.status();
    let staff = answer.request().extensions().get::<Acting>().map(|acting| acting.0);
    let (why, code) = (why.map(|why| why.to_string()), status.as_u16());
    if status.is_server_error() || matches!(status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED) {
        tracing::warn!(request = id.0, staff, %method, route, status = code, why = why.as_deref(), micros, "answered");
    } else {
        tracing::info!(request = id.0, staff, %method, route, status = code, why = why.as_deref(), micros, "answered");
    }
}

/// What every answer carries. What may name a person is kept by nobody: files alone may be cached.
fn protect(headers: &mut HeaderMap, secure: bool) {
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "no-referrer");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    set(HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
    if secure {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

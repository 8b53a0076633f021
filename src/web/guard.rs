//! Around every request: an id, the fence against other sites, the safe headers, one line in the log, and a page for
//! whatever went wrong. Never logs an address as it was typed: only the pattern it matched.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, ContentType, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage as _, HttpResponse};

use super::error::Error;
use super::origin;
use super::paths::pattern;
use super::plain_pages;
use super::rooms::Rooms;
use super::routes::cookie_name;
use crate::ids;
use crate::view::notices::{self, Trouble};

/// The id of one request, in the log and on an error page.
#[derive(Debug, Clone)]
pub(super) struct RequestId(pub(super) String);

/// No script, no frame, nothing from elsewhere; the stylesheet, pictures and forms are our own.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// Lets a request through, or says why not; then sees to what every answer must carry.
pub(super) async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let id = RequestId(ids::random_bytes::<5>().map_or_else(|_| "-".to_owned(), |bytes| ids::to_letters(&bytes)));
    request.extensions_mut().insert(id.clone());
    let started = std::time::Instant::now();
    let method = request.method().clone();
    let leaves = request.path() == pattern::LEAVE;
    let rooms = request.app_data::<Data<Rooms>>().cloned().ok_or(Error::Unexpected("no rooms"))?;
    let secure = rooms.settings.web.secure_cookies;
    let answer = if origin::is_ours(request.request()) {
        next.call(request).await.map(ServiceResponse::map_into_boxed_body)
    } else {
        Ok(request.into_response(HttpResponse::from_error(Error::NotFromHere)))
    };
    match answer {
        Ok(answer) => {
            let mut answer = explained(answer, &rooms, &id);
            log(&answer, &method, &id, started.elapsed().as_micros());
            protect(answer.headers_mut(), secure);
            Ok(answer)
        }
        // The session could not be kept after the page was made: there is no request left, only an answer to give.
        Err(error) => {
            tracing::warn!(request = id.0, %method, "the session could not be kept");
            let mut response = if leaves {
                plain_pages::left_for_good(secure)
            } else {
                trouble(&rooms, Error::Away, StatusCode::SERVICE_UNAVAILABLE, &id)
            };
            protect(response.headers_mut(), secure);
            Err(InternalError::from_response(error, response).into())
        }
    }
}

/// Puts a page in the place of an answer that is only an error.
fn explained(answer: ServiceResponse<BoxBody>, rooms: &Rooms, id: &RequestId) -> ServiceResponse<BoxBody> {
    let status = answer.status();
    // A path that cannot be read is answered by the server itself, with a line that repeats what was typed.
    let is_ours = answer.headers().contains_key(header::CONTENT_TYPE) && answer.response().error().is_none();
    let error = answer.response().error().and_then(|error| error.as_error::<Error>().copied());
    if !status.is_client_error() && !status.is_server_error() || is_ours {
        return answer;
    }
    let error = error.unwrap_or(match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Error::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        status if status.is_client_error() => Error::NotFromHere,
        _ => Error::Unexpected("a handler gave up"),
    });
    if let Error::Unexpected(why) = error {
        tracing::error!(request = id.0, why, "a page could not be shown");
    }
    let mut response = if has_left(&answer, error, rooms) {
        super::answer(status, notices::left(&rooms.site))
    } else {
        trouble(rooms, error, status, id)
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
fn trouble(rooms: &Rooms, error: Error, status: StatusCode, id: &RequestId) -> HttpResponse {
    let sorry = error.sorry();
    let (to, label) = error.way_on();
    let label = rooms.site.lang.say(label);
    let page =
        notices::trouble(&rooms.site, &Trouble { sorry, sending: false, ways_on: &[(to, label)], request: &id.0 });
    let mut response = HttpResponse::build(status);
    response.content_type(ContentType::html());
    if error == Error::Away {
        response.insert_header((header::RETRY_AFTER, "60"));
    }
    response.body(page.into_string())
}

fn log(answer: &ServiceResponse<BoxBody>, method: &Method, id: &RequestId, micros: u128) {
    let route = answer.request().match_pattern().unwrap_or_else(|| "(none)".to_owned());
    let status = answer.status().as_u16();
    if status >= 500 {
        tracing::warn!(request = id.0, %method, route, status, micros, "answered");
    } else {
        tracing::info!(request = id.0, %method, route, status, micros, "answered");
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
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), interest-cohort=()");
    set(HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
    if secure {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000");
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

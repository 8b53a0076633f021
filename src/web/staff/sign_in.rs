//! Signing in and out. A wrong name and a wrong password take as long and say the same; the log tells them apart.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, ReqData};
use tokio::time::{Instant, sleep_until};

use super::Staff;
use crate::passwords;
use crate::permission::Actor;
use crate::store::staff::Member;
use crate::store::{AnyConnection, sessions, staff};
use crate::vault::fold::fold;
use crate::view::staff::sign_in::{EMAIL, PASSWORD, sign_in};
use crate::view::{Token, Told};
use crate::web::error::Error;
use crate::web::guard::RequestId;
use crate::web::limits::Tried;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, Visit};
use crate::web::{page, redirect, unprocessable};
use crate::words::staff as words;

/// The most letters of a name that are looked up.
const LONGEST_NAME: usize = 254;
/// A refusal is given this long after it was asked for, whatever had to be done for it: a wrong password is written down
/// and a wrong name is not, and nobody can tell the two apart by waiting.
const REFUSED_AFTER: Duration = Duration::from_millis(400);

/// Asks for name and password.
pub(in crate::web) async fn show(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    if visit.staff().is_some() {
        return Ok(redirect(Path::Desk));
    }
    visit.expect_sign_in()?;
    Ok(page(sign_in(&rooms.site, "", &[], Token(&visit.token()))))
}

/// Signs in, under a new session key; or says that it did not work, never why. Only from our own page: without its token
/// another site could sign a browser in as somebody else.
pub(in crate::web) async fn check(
    rooms: Data<Rooms>,
    visit: Visit,
    request: ReqData<RequestId>,
    posted: Posted,
) -> Result<HttpResponse, Error> {
    if visit.token().is_empty() {
        return Err(Error::NotFromHere);
    }
    let refused_at = Instant::now() + REFUSED_AFTER;
    let name: String = posted.field(EMAIL).trim().chars().take(LONGEST_NAME).collect();
    let blank: Vec<_> = [
        (EMAIL, name.is_empty(), words::SIGN_IN_NO_EMAIL),
        (PASSWORD, posted.field(PASSWORD).is_empty(), words::SIGN_IN_NO_PASSWORD),
    ]
    .into_iter()
    .filter(|(_, is_blank, _)| *is_blank)
    .map(|(field, _, sentence)| Told::here(field, rooms.site.lang.say(sentence)))
    .collect();
    // Who sends nothing guesses nothing: it is no wrong try.
    if !blank.is_empty() {
        return Ok(unprocessable(sign_in(&rooms.site, &name, &blank, Token(&visit.token()))));
    }
    rooms.rates.try_at(Tried::Name, &fold(&name))?;
    let now = rooms.clock.now();
    let Some(member) = opens(&rooms, &request, &name, posted.field(PASSWORD)).await? else {
        sleep_until(refused_at).await;
        let told = [Told::here(EMAIL, rooms.site.lang.say(words::SIGN_IN_WRONG))];
        return Ok(unprocessable(sign_in(&rooms.site, &name, &told, Token(&visit.token()))));
    };
    let id = member.id;
    rooms.db.writing(move |conn| staff::signed_in(conn, Actor::Visitor, id, now)).await?;
    visit.sign_in(id, now.timestamp())?;
    tracing::info!(request = request.0, staff = id, "signed in");
    Ok(redirect(Path::Desk))
}

/// Whose name and password these are; nobody's while their account waits after too many tries or was closed. A wrong
/// password is counted.
pub(super) async fn opens(
    rooms: &Rooms,
    request: &RequestId,
    name: &str,
    password: &str,
) -> Result<Option<Member>, Error> {
    let (vault, asked) = (rooms.vault.clone(), name.to_owned());
    let find = move |conn: &mut AnyConnection| staff::find_to_sign_in(conn, &vault, Actor::Visitor, &asked);
    let found = rooms.db.reading(find).await?;
    let hash = found.as_ref().map_or_else(|| passwords::NOBODY.to_owned(), |(_, hash)| hash.clone());
    let typed = password.to_owned();
    let right = in_turn(rooms, move || passwords::verify(&typed, &hash)).await?;
    let now = rooms.clock.now();
    let why = match &found {
        None => "unknown-name",
        Some((member, _)) if member.disabled => "closed",
        Some((member, _)) if member.locked_until.is_some_and(|until| now < until) => "waiting",
        Some(_) if !right => "wrong-password",
        Some(_) => return Ok(found.map(|(member, _)| member)),
    };
    let id = found.map(|(member, _)| member.id);
    tracing::warn!(request = request.0, staff = id, why, "password refused");
    if let (Some(id), false) = (id, right) {
        let failed =
            move |conn: &mut AnyConnection| staff::sign_in_failed(conn, Actor::Visitor, id, Rooms::throttle(), now);
        rooms.db.writing(failed).await?;
    }
    Ok(None)
}

/// Does what takes long with a password off the request threads, a few at a time.
pub(super) async fn in_turn<T: Send + 'static>(
    rooms: &Rooms,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let _turn = rooms.password_checks.acquire().await.map_err(|_| Error::Away(crate::store::Error::Busy))?;
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::Unexpected("work with a password stopped"))
}

/// Signs out of this browser.
pub(in crate::web) async fn sign_out(visit: Visit, request: ReqData<RequestId>, _posted: Posted) -> HttpResponse {
    tracing::info!(request = request.0, staff = visit.staff().map(|(id, _)| id), "signed out");
    visit.end();
    signed_out()
}

/// Signs out of every browser.
pub(in crate::web) async fn sign_out_everywhere(
    rooms: Data<Rooms>,
    visit: Visit,
    who: Staff,
    request: ReqData<RequestId>,
    _posted: Posted,
) -> Result<HttpResponse, Error> {
    let actor = who.actor;
    if let Some(id) = actor.staff_id() {
        rooms.db.writing(move |conn| sessions::delete_all_of(conn, actor, id)).await?;
        tracing::info!(request = request.0, staff = id, "signed out on every device");
    }
    visit.end();
    Ok(signed_out())
}

/// Leads back to signing in, and asks the browser to throw away what it may have kept of our pages. Not its cookies: that
/// would be those of the whole domain, with other websites of the service.
fn signed_out() -> HttpResponse {
    let mut response = redirect(Path::SignIn);
    let name = HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(name, HeaderValue::from_static(r#""cache", "storage""#));
    response
}

//! Signing in and out. A wrong name and a wrong password take as long and say the same.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::Staff;
use crate::passwords;
use crate::permission::Actor;
use crate::store::{sessions, staff};
use crate::vault::fold::fold;
use crate::view::staff::sign_in::{EMAIL, PASSWORD, sign_in};
use crate::view::{Token, Told};
use crate::web::error::Error;
use crate::web::limits::Tried;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, Visit};
use crate::web::{page, redirect, unprocessable};
use crate::words::staff as words;

/// The most letters of a name that are looked up.
const LONGEST_NAME: usize = 254;

/// Asks for name and password.
pub(in crate::web) async fn show(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    if visit.staff().is_some() {
        return Ok(redirect(Path::Desk));
    }
    visit.expect_sign_in()?;
    Ok(page(sign_in(&rooms.site, "", &[], Token(&visit.token()))))
}

/// Signs in, under a new session key; or says that it did not work, never why.
pub(in crate::web) async fn check(rooms: Data<Rooms>, visit: Visit, posted: Posted) -> Result<HttpResponse, Error> {
    let name: String = posted.field(EMAIL).trim().chars().take(LONGEST_NAME).collect();
    rooms.rates.try_at(Tried::Name, &fold(&name))?;
    let now = rooms.clock.now();
    let Some(id) = opens(&rooms, &name, posted.field(PASSWORD)).await? else {
        let told = [Told::here(EMAIL, rooms.site.lang.say(words::SIGN_IN_WRONG))];
        return Ok(unprocessable(sign_in(&rooms.site, &name, &told, Token(&visit.token()))));
    };
    rooms.db.writing(move |conn| staff::signed_in(conn, Actor::Visitor, id, now)).await?;
    visit.sign_in(id, now.timestamp())?;
    Ok(redirect(Path::Desk))
}

/// Whose name and password these are; nobody's while their account waits after too many tries or was closed.
async fn opens(rooms: &Rooms, name: &str, password: &str) -> Result<Option<i64>, Error> {
    let (vault, asked) = (rooms.vault.clone(), name.to_owned());
    let find =
        move |conn: &mut crate::store::AnyConnection| staff::find_to_sign_in(conn, &vault, Actor::Visitor, &asked);
    let found = rooms.db.reading(find).await?;
    let hash = found.as_ref().map_or_else(|| passwords::NOBODY.to_owned(), |(_, hash)| hash.clone());
    let right = verify(rooms, password.to_owned(), hash).await?;
    let now = rooms.clock.now();
    match found {
        Some((member, _)) if right => {
            let waits = member.locked_until.is_some_and(|until| now < until);
            Ok((!waits && !member.disabled).then_some(member.id))
        }
        Some((member, _)) => {
            let failed = move |conn: &mut crate::store::AnyConnection| {
                staff::sign_in_failed(conn, Actor::Visitor, member.id, Rooms::throttle(), now)
            };
            rooms.db.writing(failed).await?;
            Ok(None)
        }
        None => Ok(None),
    }
}

/// Checks a password off the request threads, a few at a time.
async fn verify(rooms: &Rooms, password: String, hash: String) -> Result<bool, Error> {
    let _turn = rooms.password_checks.acquire().await.map_err(|_| Error::Away)?;
    let check = tokio::task::spawn_blocking(move || passwords::verify(&password, &hash));
    check.await.map_err(|_| Error::Unexpected("a password check stopped"))
}

/// Signs out of this browser.
pub(in crate::web) async fn sign_out(visit: Visit, _posted: Posted) -> HttpResponse {
    visit.end();
    redirect(Path::SignIn)
}

/// Signs out of every browser.
pub(in crate::web) async fn sign_out_everywhere(
    rooms: Data<Rooms>,
    visit: Visit,
    who: Staff,
    _posted: Posted,
) -> Result<HttpResponse, Error> {
    let actor = who.actor;
    if let Some(id) = actor.staff_id() {
        rooms.db.writing(move |conn| sessions::delete_all_of(conn, actor, id)).await?;
    }
    visit.end();
    Ok(redirect(Path::SignIn))
}

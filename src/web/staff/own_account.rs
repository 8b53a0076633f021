//! One's own account: where one is signed in, and another password. Shows and changes nobody else's.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query, ReqData};
use serde::Deserialize;

use super::Staff;
use super::shown::moment;
use super::sign_in::{in_turn, opens};
use crate::passwords::{self, Unusable};
use crate::store::{AnyConnection, sessions, staff};
use crate::view::Told;
use crate::view::staff::own_account::{CURRENT, NEW, OwnAccount, SignedIn, own_account};
use crate::web::error::Error;
use crate::web::guard::RequestId;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, Visit};
use crate::web::{page, redirect, unprocessable};
use crate::words::{Lang, own_account as words};

/// What the address may add.
#[derive(Debug, Default, Deserialize)]
pub(in crate::web) struct Wish {
    /// Set after the password was changed.
    #[serde(default)]
    changed: String,
}

/// Where one is signed in, and the form for another password.
pub(in crate::web) async fn show(rooms: Data<Rooms>, who: Staff, wish: Query<Wish>) -> Result<HttpResponse, Error> {
    Ok(page(shown(&rooms, &who, !wish.changed.is_empty(), &[]).await?))
}

async fn shown(rooms: &Rooms, who: &Staff, changed: bool, problems: &[Told]) -> Result<String, Error> {
    let (actor, lang) = (who.actor, rooms.site.lang);
    let id = actor.staff_id().ok_or(Error::SignedOut)?;
    let found = rooms.db.reading(move |conn| sessions::of(conn, actor, id)).await?;
    let signed_in: Vec<SignedIn> = found
        .into_iter()
        .map(|(since, last)| SignedIn { since: moment(lang, since), last: moment(lang, last) })
        .collect();
    let shown = OwnAccount { who: who.shown(), changed, fewest: passwords::FEWEST, signed_in: &signed_in, problems };
    Ok(own_account(&rooms.site, &shown).into_string())
}

/// Sets another password for whoever knows the present one, signs out every other browser, and goes on in this one under
/// a new session key.
pub(in crate::web) async fn change_password(
    rooms: Data<Rooms>,
    visit: Visit,
    who: Staff,
    request: ReqData<RequestId>,
    posted: Posted,
) -> Result<HttpResponse, Error> {
    let actor = who.actor;
    let id = actor.staff_id().ok_or(Error::SignedOut)?;
    // Who sends nothing guesses nothing: it is no wrong try.
    if posted.field(CURRENT).is_empty() {
        let told = [Told::here(CURRENT, rooms.site.lang.say(words::CURRENT_BLANK))];
        return Ok(unprocessable(shown(&rooms, &who, false, &told).await?));
    }
    let member = opens(&rooms, &request, &who.name, posted.field(CURRENT)).await?;
    if member.is_none_or(|member| member.id != id) {
        let told = [Told::here(CURRENT, rooms.site.lang.say(words::CURRENT_WRONG))];
        return Ok(unprocessable(shown(&rooms, &who, false, &told).await?));
    }
    let (new, name, service) = (posted.field(NEW).to_owned(), who.name.clone(), rooms.settings.service.name.clone());
    let hash = match in_turn(&rooms, move || passwords::hash(&new, &[&name, &service])).await? {
        Ok(hash) => hash,
        Err(wrong) => {
            let told = [Told::here(NEW, sentence(rooms.site.lang, wrong)?)];
            return Ok(unprocessable(shown(&rooms, &who, false, &told).await?));
        }
    };
    let change = move |conn: &mut AnyConnection| {
        staff::set_password(conn, actor, id, &hash)?;
        sessions::delete_all_of(conn, actor, id)
    };
    rooms.db.writing(change).await?;
    visit.sign_in(id, rooms.clock.now().timestamp())?;
    tracing::info!(request = request.0, staff = id, "password changed");
    Ok(redirect(Path::OwnAccountChanged))
}

fn sentence(lang: Lang, wrong: Unusable) -> Result<String, Error> {
    match wrong {
        Unusable::TooShort => Ok(words::too_short(lang, passwords::FEWEST)),
        Unusable::TooLong => Ok(words::too_long(lang, passwords::MOST)),
        Unusable::Guessable => Ok(lang.say(words::GUESSABLE).to_owned()),
        Unusable::Broken => Err(Error::Unexpected("a password could not be hashed")),
    }
}

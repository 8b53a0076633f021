//! Keeping a draft for another day or another device, with a code and a word; and coming back to it.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::draft::{self, Body};
use crate::ids::ReturnCode;
use crate::permission::Actor;
use crate::store::AnyConnection;
use crate::store::drafts::{self, Draft};
use crate::vault::fold::fold;
use crate::view::drafts::{CODE, WORD};
use crate::view::{self, Token, Told};
use crate::web::error::Error;
use crate::web::limits::Tried;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, Visit};
use crate::web::{page, redirect, unprocessable};
use crate::words::{refer as words, times};

/// Fewest letters and digits of the word, as it is compared: with a code that cannot be guessed and few tries, four are
/// enough. Anything else in it is not compared, and so a word of nothing else would be no word at all.
const FEWEST: usize = 4;
/// Most letters of the word.
const MOST: usize = 200;

/// Asks for a word.
pub(in crate::web) async fn ask_word(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    draft::open(&rooms, &visit).await?;
    Ok(page(view::drafts::save(&rooms.site, &[], Token(&visit.token()))))
}

/// Keeps the word, and shows the code once.
pub(in crate::web) async fn save(rooms: Data<Rooms>, visit: Visit, posted: Posted) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let word = posted.field(WORD).trim().to_owned();
    let compared = fold(&word).chars().filter(|letter| letter.is_alphanumeric()).count();
    if compared < FEWEST || word.chars().count() > MOST {
        let why = if compared < FEWEST { words::SAVE_WORD_SHORT } else { words::SAVE_WORD_LONG };
        let told = [Told::here(WORD, rooms.site.lang.say(why))];
        return Ok(unprocessable(view::drafts::save(&rooms.site, &told, Token(&visit.token()))));
    }
    let (token, _) = visit.draft().ok_or(Error::NoDraft)?;
    let vault = rooms.vault.clone();
    let kept = rooms.db.writing(move |conn| drafts::set_way_back(conn, &vault, Actor::Visitor, &token, &word)).await?;
    let until = times::day(rooms.site.lang, crate::clock::civil_date(open.until));
    Ok(page(view::drafts::saved(&rooms.site, &kept.shown(), &until)))
}

/// Asks for the code and the word.
pub(in crate::web) async fn ask_code(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    Ok(page(view::drafts::come_back(&rooms.site, "", &[], at(&visit, &visit.token()))))
}

/// Brings the draft back to this browser. Which of the two was wrong is never said, nor whether there is such a draft.
pub(in crate::web) async fn come_back(rooms: Data<Rooms>, visit: Visit, posted: Posted) -> Result<HttpResponse, Error> {
    let word = posted.field(WORD).trim().to_owned();
    let found = match posted.field(CODE).parse::<ReturnCode>() {
        Ok(code) => {
            rooms.rates.try_at(Tried::Return, code.letters())?;
            let (vault, now) = (rooms.vault.clone(), rooms.clock.now());
            let back = move |conn: &mut AnyConnection| {
                let found = drafts::bring_back(conn, &vault, Actor::Visitor, (&code, &word), Rooms::throttle(), now)?;
                let Some(token) = found else { return Ok(None) };
                let draft: Draft<Body> = drafts::load(conn, &vault, Actor::Visitor, &token, now)?;
                Ok(Some((token, draft.body)))
            };
            rooms.db.writing(back).await?
        }
        Err(_) => None,
    };
    let Some((token, body)) = found else {
        let told = [Told::here(CODE, rooms.site.lang.say(words::RETURN_WRONG))];
        let code: String = posted.field(CODE).chars().take(MOST).collect();
        return Ok(unprocessable(view::drafts::come_back(&rooms.site, &code, &told, at(&visit, &visit.token()))));
    };
    visit.hold(&token, &body.submission()?)?;
    Ok(redirect(Path::Tasks))
}

/// The token of the page, and whether a form is open in this browser.
fn at<'a>(visit: &Visit, token: &'a str) -> (Token<'a>, bool) {
    (Token(token), visit.draft().is_some())
}

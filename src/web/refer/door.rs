//! The doors: the first page of each voice, before anything is kept, and what to do when a form is open already.
//!
//! That page is the same for everybody but for the token in its form: it is made once.

use std::sync::OnceLock;

use actix_web::HttpResponse;
use actix_web::web::{Bytes, Data, Path as Segment, Query};

use super::draft::{self, Open};
use super::{Wish, asking, section_of, then};
use crate::form::{REFERRAL, RawAnswers, Voice};
use crate::view::section::Then;
use crate::view::{self, Token};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, Visit};
use crate::web::{page, redirect, shown};

/// The first section in the voice of the door. Nothing is kept before it is saved. Where this browser holds a draft
/// already, its owner is asked what to do with it: it may be somebody else's.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    visit: Visit,
    voice: Segment<String>,
    wish: Query<Wish>,
) -> Result<HttpResponse, Error> {
    let voice = Voice::from_slug(&voice).ok_or(Error::NotFound)?;
    let token = visit.token();
    match draft::open(&rooms, &visit).await {
        Ok(_) => return Ok(page(view::drafts::open_already(&rooms.site, voice, Token(&token)))),
        Err(Error::NoDraft | Error::AlreadySent) => {}
        // Whether one is open is not known just now: the next person's page must not go into it unseen.
        Err(error) => return Err(error),
    }
    let then = then(&wish.then);
    Ok(shown(rooms.doors.page(voice, then, &token, |token| blank(&rooms, voice, then, token))?))
}

/// The first page of a voice with nothing on it.
fn blank(rooms: &Rooms, voice: Voice, then: Then, token: &str) -> Result<String, Error> {
    let open = Open::unkept(rooms, voice, RawAnswers::default())?;
    let first = REFERRAL.sections_for(voice).next().ok_or(Error::NotFound)?;
    let (section, number, of) = section_of(first.slug, voice, &open.counting.answers)?;
    let asking = asking(rooms, &open, &[], then, false, token);
    Ok(view::section::section(&rooms.site, &asking, section, number, of).into_string())
}

/// The first pages, each made once, as they stand around the token.
#[derive(Debug, Default)]
pub(in crate::web) struct Doors([[OnceLock<Made>; 2]; 3]);

/// A page without a token, and the pieces around one.
#[derive(Debug)]
struct Made {
    without: Bytes,
    around: Vec<String>,
}

/// Stands for the token while a page is made. No word of ours is like it, and nothing that anybody typed is on that page.
const MARK: &str = "0TOKEN0GOES0HERE0";

impl Doors {
    fn page(
        &self,
        voice: Voice,
        then: Then,
        token: &str,
        draw: impl Fn(&str) -> Result<String, Error>,
    ) -> Result<Bytes, Error> {
        let voices = Voice::ALL.iter().zip(&self.0).find(|(one, _)| **one == voice);
        let kept = voices.and_then(|(_, pages)| pages.get(usize::from(then == Then::Check)));
        // A token is letters and digits. One that is not would have to be escaped, as a page that is made anew does.
        let Some(kept) = kept.filter(|_| token.bytes().all(|letter| letter.is_ascii_alphanumeric())) else {
            return Ok(draw(token)?.into());
        };
        let made = if let Some(made) = kept.get() {
            made
        } else {
            let around = draw(MARK)?.split(MARK).map(str::to_owned).collect();
            let made = Made { without: draw("")?.into(), around };
            kept.get_or_init(|| made)
        };
        Ok(if token.is_empty() { made.without.clone() } else { made.around.join(token).into() })
    }
}

/// Lets go of the draft this browser holds and goes to the door again. A draft with a return code can still be brought
/// back with it.
pub(in crate::web) async fn start_new(
    visit: Visit,
    voice: Segment<String>,
    _posted: Posted,
) -> Result<HttpResponse, Error> {
    let voice = Voice::from_slug(&voice).ok_or(Error::NotFound)?;
    visit.let_go();
    Ok(redirect(Path::Refer(voice)))
}

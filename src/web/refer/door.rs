//! The doors: the first page of each voice, before anything is kept, and what to do when a form is open already.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment, Query};

use super::draft::{self, Open};
use super::{Wish, asking, section_of, then};
use crate::form::{REFERRAL, RawAnswers, Voice};
use crate::view::{self, Token};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, Visit};
use crate::web::{page, redirect};

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
    let open = Open::unkept(&rooms, voice, RawAnswers::default())?;
    let first = REFERRAL.sections_for(voice).next().ok_or(Error::NotFound)?;
    let (section, number, of) = section_of(first.slug, voice, &open.counting.answers)?;
    let asking = asking(&rooms, &open, &[], then(&wish.then), false, &token);
    Ok(page(view::section::section(&rooms.site, &asking, section, number, of)))
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

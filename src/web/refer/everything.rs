//! Every question on one page: for those who know them, and for paper.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::draft::{self, Open};
use super::{Action, Sent, Wish, asking, brings_more, first, keep, lead_on, then, unsaved};
use crate::form::{REFERRAL, RawAnswers, Voice};
use crate::view;
use crate::view::section::Then;
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{PostedPage, Visit};
use crate::web::{page, redirect, redirect_to, unprocessable};

/// What the address may add.
#[derive(Debug, Deserialize)]
pub(in crate::web) struct Wanted {
    /// Whose words, where no draft says so; a professional's, where nobody does: they are who comes straight here.
    #[serde(default)]
    voice: String,
}

/// All questions: of the draft, or blank for whoever comes straight here.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    visit: Visit,
    wish: Query<Wish>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Error> {
    let open = match draft::open(&rooms, &visit).await {
        Err(Error::NoDraft | Error::AlreadySent) => {
            let voice = Voice::from_slug(&wanted.voice).unwrap_or(Voice::Professional);
            Open::unkept(&rooms, voice, RawAnswers::default())?
        }
        open => open?,
    };
    let token = visit.token();
    let mut asking = asking(&rooms, &open, &[], then(&wish.then), !wish.more.is_empty(), &token);
    asking.sheet.choose = &wish.choose;
    Ok(page(view::section::everything(&rooms.site, &asking)))
}

/// Keeps them all.
pub(in crate::web) async fn save(rooms: Data<Rooms>, posted: PostedPage) -> Result<HttpResponse, Error> {
    let sent = Sent::of(&posted.form);
    let open = match keep(&rooms, &posted, &sent).await {
        Ok(open) => open,
        Err(error) => {
            return unsaved(&rooms, (&posted, &sent), error, |asking| {
                Ok(view::section::everything(&rooms.site, asking).into_string())
            });
        }
    };
    if let Some(list) = sent.action.elsewhere(&open, Path::Everything, sent.then) {
        return Ok(list);
    }
    if sent.action != Action::Save {
        return Ok(redirect(Path::Everything));
    }
    let problems = open.problems_on(&sent.page);
    if !problems.is_empty() {
        let token = posted.token();
        let asking = asking(&rooms, &open, &problems, sent.then, false, &token);
        return Ok(unprocessable(view::section::everything(&rooms.site, &asking)));
    }
    // Where something was put right the page showed only that: what any page has shown is nothing new.
    let mut more = false;
    REFERRAL.walk(&open.counting.answers, open.voice, |asked| more |= brings_more(&open.raw, &asked));
    if more {
        return Ok(redirect_to(&format!("{}?more=1", Path::Everything)));
    }
    let sent = Sent { then: Then::Check, ..sent };
    Ok(first(&open, &sent).unwrap_or_else(|| lead_on(&open, sent.then, Path::Check)))
}

//! A referrer says that the person does not want this: what can be done, and stopping here.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::draft::{self, Open};
use super::{Sent, Wish, after, tells_of_danger, then};
use crate::form::Key;
use crate::intake::facts::Facts;
use crate::intake::telling::is_refusal_to_confirm;
use crate::permission::Actor;
use crate::store::drafts;
use crate::view::said_no::SaidNo;
use crate::view::section::Then;
use crate::view::{self, Token};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, Visit};
use crate::web::{page, redirect, redirect_to};

/// The section that asks about consent.
const CONSENT: &str = "consent";

/// What can be told to the person, and when it is still right to go on.
pub(in crate::web) async fn show(rooms: Data<Rooms>, visit: Visit, wish: Query<Wish>) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let on = if then(&wish.then) == Then::Check { Path::Check } else { after(CONSENT, &open) };
    let token = visit.token();
    let shown = SaidNo { voice: open.voice, danger: tells_of_danger(&open), on, token: Token(&token) };
    Ok(page(view::said_no::said_no(&rooms.site, &shown)))
}

/// Destroys what was written.
pub(in crate::web) async fn stop(rooms: Data<Rooms>, visit: Visit, _posted: Posted) -> Result<HttpResponse, Error> {
    if let Some((token, _)) = visit.draft() {
        let vault = rooms.vault.clone();
        rooms.db.writing(move |conn| drafts::destroy(conn, &vault, Actor::Visitor, &token)).await?;
    }
    visit.end();
    Ok(page(view::said_no::stopped(&rooms.site)))
}

/// Whether a referrer says that the person can decide and has said no.
pub(super) fn is_said(open: &Open) -> bool {
    is_refusal_to_confirm(&Facts::from(&open.counting.answers, open.voice))
}

/// Leads there where this page told of it.
pub(super) fn leads_there(open: &Open, sent: &Sent) -> Option<HttpResponse> {
    let told = [Key::Consent, Key::ConsentCapacity].iter().any(|key| sent.page.mentions(key.slug()));
    (told && is_said(open) && !open.anew).then(|| match sent.then {
        Then::On => redirect(Path::SaidNo),
        Then::Check => redirect_to(&format!("{}?then={}", Path::SaidNo, Then::Check.slug())),
    })
}

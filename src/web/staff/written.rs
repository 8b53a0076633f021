//! Everything that was written in a referral, on a page of its own. Reading it is written down.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment, Query};
use serde::Deserialize;

use super::Staff;
use super::referral::Found;
use crate::intake::record::Room;
use crate::rights::correct::rooms;
use crate::view::staff::written::{self, Written};
use crate::web::error::Error;
use crate::web::page;
use crate::web::rooms::Rooms;

/// What the address may add.
#[derive(Debug, Deserialize)]
pub(in crate::web) struct Wanted {
    /// Not empty where every part is to stand on one page.
    #[serde(default)]
    whole: String,
}

/// Every part that fits.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    who: Staff,
    reference: Segment<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Error> {
    let found = open(&rooms, &who, &reference).await?;
    let (shown, notes, room) = (found.referral.reference.shown(), found.of_parts(rooms.site.lang), room(&who, &found));
    let whole = !wanted.whole.is_empty();
    Ok(page(written::written(&rooms.site, &Written { whole, ..all(&who, &found, (&shown, &notes, &room)) })))
}

/// One part.
pub(in crate::web) async fn part(
    rooms: Data<Rooms>,
    who: Staff,
    at: Segment<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (reference, slug) = at.into_inner();
    let found = open(&rooms, &who, &reference).await?;
    let (shown, notes, room) = (found.referral.reference.shown(), found.of_parts(rooms.site.lang), room(&who, &found));
    written::part(&rooms.site, &all(&who, &found, (&shown, &notes, &room)), &slug).map(page).ok_or(Error::NotFound)
}

async fn open(rooms: &Rooms, who: &Staff, reference: &str) -> Result<Found, Error> {
    let found = Found::open(rooms, who, reference).await?;
    if found.referral.erased_at.is_some() { Err(Error::NotFound) } else { Ok(found) }
}

fn room(who: &Staff, found: &Found) -> Vec<Room> {
    if found.can_correct(who) { rooms(&found.referral) } else { Vec::new() }
}

fn all<'a>(
    who: &'a Staff,
    found: &'a Found,
    (reference, notes, rooms): (&'a str, &'a [String], &'a [Room]),
) -> Written<'a> {
    let corrects = found.can_correct(who);
    Written { who: who.shown(), reference, notes, record: &found.record, corrects, rooms, whole: false }
}

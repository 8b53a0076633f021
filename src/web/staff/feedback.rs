//! What clients said, for managers; and codes with which the person of a referral can say it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment, Query};
use chrono::TimeDelta;
use serde::Deserialize;

use super::Staff;
use super::shown::moment;
use crate::clock::civil_date;
use crate::feedback::FEEDBACK;
use crate::form::{RawAnswers, Voice};
use crate::ids::Reference;
use crate::intake::record;
use crate::permission::Action;
use crate::settings::retention::INVITATION_DAYS;
use crate::store::feedback::{self, Feedback};
use crate::view::staff::feedback::{Given, code, given};
use crate::web::error::Error;
use crate::web::page;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;
use crate::words::{client_feedback as words, times};

/// Feedback on a page.
const ON_A_PAGE: u32 = 20;

/// What the address may add: the row after which the page begins.
#[derive(Debug, Deserialize)]
pub(in crate::web) struct Wanted {
    before: Option<i64>,
}

/// What clients said, the newest first.
pub(in crate::web) async fn show(rooms: Data<Rooms>, who: Staff, wanted: Query<Wanted>) -> Result<HttpResponse, Error> {
    who.may(Action::ReadFeedback)?;
    let (vault, actor, before) = (rooms.vault.clone(), who.actor, wanted.before);
    let found = rooms.db.reading(move |conn| feedback::list(conn, &vault, actor, before, ON_A_PAGE)).await?;
    let full = u32::try_from(found.len()).is_ok_and(|count| count == ON_A_PAGE);
    let older = found.last().filter(|_| full).map(|last| format!("{}?before={}", Path::ClientFeedback, last.id));
    let all = found.into_iter().map(|one| said(&rooms, one)).collect::<Result<Vec<_>, _>>()?;
    Ok(page(given(&rooms.site, who.shown(), &all, older.as_deref())))
}

/// One client's answers in words.
fn said(rooms: &Rooms, one: Feedback) -> Result<Given, Error> {
    let lang = rooms.site.lang;
    let raw: RawAnswers =
        serde_json::from_value(one.answers).map_err(|_| Error::Unexpected("stored feedback cannot be read"))?;
    let reading = FEEDBACK.read(&raw, Voice::Myself, rooms.clock.today());
    let counting = FEEDBACK.counting(&reading.answers, Voice::Myself);
    let record = record::snapshot(&FEEDBACK, &reading.answers, &counting, true, Voice::Myself);
    let rows = record.sections.into_iter().flat_map(|section| section.rows).collect();
    Ok(Given { id: one.id, title: words::given(lang, &moment(lang, one.received_at), one.invited), rows })
}

/// Makes a code for the person of a referral, and shows it once.
pub(in crate::web) async fn invite(
    rooms: Data<Rooms>,
    who: Staff,
    reference: Segment<String>,
    _posted: Posted,
) -> Result<HttpResponse, Error> {
    who.may(Action::InviteFeedback)?;
    let name: Reference = reference.parse().map_err(|_| Error::NotFound)?;
    let (vault, actor, now) = (rooms.vault.clone(), who.actor, rooms.clock.now());
    let until = now + TimeDelta::days(i64::from(INVITATION_DAYS));
    let made = rooms.db.writing(move |conn| feedback::invite(conn, &vault, actor, &name, (now, until))).await?;
    let day = times::day(rooms.site.lang, civil_date(until));
    Ok(page(code(&rooms.site, who.shown(), (&reference, &made.shown(), &day))))
}

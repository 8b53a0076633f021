//! The queue: one page of it, by the filters in the address.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};

use super::Staff;
use super::shown::{self, band_tag, bands, lines, short_moment, states};
use crate::form::Line as ServiceLine;
use crate::permission::Action;
use crate::settings::rubric::Band;
use crate::store::referrals::{self, Cursor, Filter, Flags, Page, Queued};
use crate::triage::life::Status;
use crate::view::Token;
use crate::view::staff::queue::{Line, Queue, queue};
use crate::web::error::Error;
use crate::web::page;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::words::{Lang, staff as words, terms};

/// Referrals on a page of the queue.
const ON_A_PAGE: u32 = 25;

/// The filters, as they stand in the address. Whatever is not understood filters nothing.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub(in crate::web) struct Wanted {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    band: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    line: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    state: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    overdue: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    after: String,
}

impl Wanted {
    fn status(&self) -> Status {
        Status::from_slug(&self.state).unwrap_or(Status::Received)
    }

    fn is_filtered(&self) -> bool {
        [&self.band, &self.line, &self.state, &self.overdue].iter().any(|value| !value.is_empty())
    }

    fn address(&self, after: Option<Cursor>) -> String {
        let wanted = Self { after: after.map(|cursor| cursor.to_string()).unwrap_or_default(), ..self.clone() };
        let query = serde_html_form::to_string(&wanted).unwrap_or_default();
        if query.is_empty() { Path::Queue.to_string() } else { format!("{}?{query}", Path::Queue) }
    }
}

/// A page of the queue.
pub(in crate::web) async fn show(rooms: Data<Rooms>, who: Staff, wanted: Query<Wanted>) -> Result<HttpResponse, Error> {
    who.may(Action::SeeQueue)?;
    let now = rooms.clock.now();
    let filter = Filter {
        status: wanted.status(),
        band: Band::from_slug(&wanted.band),
        line: ServiceLine::from_slug(&wanted.line).map(|line| line.slug().to_owned()),
        overdue_at: (wanted.overdue == "yes").then_some(now),
    };
    let after: Option<Cursor> = wanted.after.parse().ok();
    let (vault, actor) = (rooms.vault.clone(), who.actor);
    let (found, count) = rooms
        .db
        .reading(move |conn| {
            let found = referrals::queue(conn, &vault, actor, &filter, after, ON_A_PAGE)?;
            Ok((found, referrals::how_many(conn, actor, &filter)?))
        })
        .await?;
    let next = found.next.map(|cursor| wanted.address(Some(cursor)));
    let first = after.map(|_| wanted.address(None));
    Ok(page(table(&rooms, &who, &wanted, &found, count, (next.as_deref(), first.as_deref()))))
}

fn table(
    rooms: &Rooms,
    who: &Staff,
    wanted: &Wanted,
    found: &Page,
    count: i64,
    (next, first): (Option<&str>, Option<&str>),
) -> String {
    let (now, lang) = (rooms.clock.now(), rooms.site.lang);
    let rows: Vec<Row<'_>> = found.rows.iter().map(|queued| Row::of(lang, queued)).collect();
    let lists: Vec<_> = rows.iter().map(|row| (row.lines(lang), row.flags(lang))).collect();
    let rows: Vec<Line<'_>> = rows
        .iter()
        .zip(&lists)
        .map(|(row, (lines, flags))| Line {
            reference: &row.reference,
            band: band_tag(lang, row.queued.band),
            contact_by: &row.contact_by,
            overdue: row.queued.contact_by < now,
            why: &row.queued.why,
            lines,
            received: &row.received,
            flags,
        })
        .collect();
    let page = Queue {
        name: &who.name,
        token: Token(&who.token),
        count,
        state: words::status(lang, wanted.status().slug()),
        filtered: wanted.is_filtered(),
        bands: &bands(lang, &wanted.band),
        lines: &lines(lang, &wanted.line),
        states: &states(lang, wanted.status()),
        overdue: wanted.overdue == "yes",
        rows: &rows,
        next,
        first,
    };
    queue(&rooms.site, &page).into_string()
}

/// A row with its words.
struct Row<'a> {
    queued: &'a Queued,
    reference: String,
    contact_by: String,
    received: String,
}

impl<'a> Row<'a> {
    fn of(lang: Lang, queued: &'a Queued) -> Self {
        Self {
            queued,
            reference: queued.reference.shown(),
            contact_by: shown::contact_by(lang, queued.contact_by, queued.received_at, short_moment),
            received: short_moment(lang, queued.received_at),
        }
    }

    fn lines(&self, lang: Lang) -> Vec<&'static str> {
        let lines = self.queued.lines.iter().filter_map(|slug| ServiceLine::from_slug(slug));
        lines.map(|line| terms::line(lang, line)).collect()
    }

    fn flags(&self, lang: Lang) -> Vec<&'static str> {
        let Flags { emergency, danger, unsafe_contact, communication, risk } = self.queued.flags;
        let flags = [
            (emergency, words::FLAG_EMERGENCY),
            (danger && !emergency, words::FLAG_DANGER),
            (unsafe_contact, words::FLAG_CONTACT),
            (communication, words::FLAG_COMMUNICATION),
            (risk, words::FLAG_RISK),
            (self.queued.gaps > 0, words::FLAG_GAPS),
        ];
        flags.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| lang.say(words)).collect()
    }
}

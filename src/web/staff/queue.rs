//! The queue: one page of it, by the filters in the address.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};

use super::Staff;
use super::shown::{self, band_tag, bands, lines, short_moment, states};
use crate::form::Line as ServiceLine;
use crate::permission::Action;
use crate::settings::rubric::Band;
use crate::store::referrals::{self, Counts, Cursor, Filter, Flags, Page, Queued};
use crate::triage::life::Status;
use crate::view::staff::queue::{Line, Queue, Tally, filter, queue};
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
    /// What is not decided yet, unless another state was asked for, or every one.
    fn states(&self) -> &'static [Status] {
        let one = || Status::ALL.chunks(1).find(|one| matches!(one, [one] if one.slug() == self.state));
        if self.state == filter::EVERY { Status::ALL } else { one().unwrap_or(Status::UNDECIDED) }
    }

    /// Everything in a band that stands where these do.
    fn with_band(&self, band: Band) -> Self {
        Self { band: band.slug().to_owned(), state: self.state.clone(), ..Self::default() }
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
    let sought = Filter {
        states: wanted.states(),
        band: Band::from_slug(&wanted.band),
        line: ServiceLine::from_slug(&wanted.line).map(|line| line.slug().to_owned()),
        overdue_at: (wanted.overdue == "yes").then_some(now),
    };
    let after: Option<Cursor> = wanted.after.parse().ok();
    let (vault, actor) = (rooms.vault.clone(), who.actor);
    let found = rooms
        .db
        .reading(move |conn| {
            Ok(Found {
                page: referrals::queue(conn, &vault, actor, &sought, after, ON_A_PAGE)?,
                count: referrals::how_many(conn, actor, &sought)?,
                counts: referrals::counts(conn, actor)?,
            })
        })
        .await?;
    Ok(page(table(&rooms, &who, &wanted, &found, after.is_some())))
}

/// What the store found.
struct Found {
    page: Page,
    /// How many fit the filters.
    count: i64,
    counts: Counts,
}

/// How many stand in each band, with the address that shows them.
fn by_band(lang: Lang, wanted: &Wanted, counts: &Counts) -> Vec<Tally> {
    let in_band = |band| wanted.states().iter().map(|status| counts.of(*status, band)).sum();
    let tally = |band: Band| Tally {
        band: band_tag(lang, band),
        count: in_band(band),
        address: wanted.with_band(band).address(None),
        here: wanted.band == band.slug(),
    };
    Band::ALL.into_iter().map(tally).collect()
}

fn table(rooms: &Rooms, who: &Staff, wanted: &Wanted, found: &Found, later: bool) -> String {
    let (now, lang) = (rooms.clock.now(), rooms.site.lang);
    let next = found.page.next.map(|cursor| wanted.address(Some(cursor)));
    let first = later.then(|| wanted.address(None));
    let rows: Vec<Row<'_>> = found.page.rows.iter().map(|queued| Row::of(lang, queued)).collect();
    let lists: Vec<_> = rows.iter().map(|row| (row.lines(lang), row.flags(lang))).collect();
    let unreadable = [lang.say(words::WHY_UNREADABLE).to_owned()];
    let rows: Vec<Line<'_>> = rows
        .iter()
        .zip(&lists)
        .map(|(row, (lines, flags))| Line {
            reference: &row.reference,
            band: band_tag(lang, row.queued.band),
            contact_by: &row.contact_by,
            overdue: row.queued.status.is_undecided() && row.queued.contact_by < now,
            why: row.queued.why.as_deref().unwrap_or(&unreadable),
            lines,
            received: &row.received,
            flags,
        })
        .collect();
    let page = Queue {
        who: who.shown(),
        count: found.count,
        tallies: &by_band(lang, wanted, &found.counts),
        state: shown::state(lang, wanted.states()),
        filtered: wanted.is_filtered(),
        bands: &bands(lang, &wanted.band),
        lines: &lines(lang, &wanted.line),
        states: &states(lang, wanted.states()),
        overdue: wanted.overdue == "yes",
        rows: &rows,
        next: next.as_deref(),
        first: first.as_deref(),
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
        let asked = (self.queued.status != Status::Received).then(|| words::status(lang, self.queued.status.slug()));
        asked
            .into_iter()
            .chain(flags.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| lang.say(words)))
            .collect()
    }
}

//! Pages that ask nothing: the start, the emergency words, leaving, the privacy notice, the accessibility statement.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::error::Error;
use super::page;
use super::paths::Path;
use super::refer::{Wish, draft};
use super::rooms::Rooms;
use super::session;
use super::site;
use super::visit::Visit;
use super::{redirect, refer};
use crate::rights::keeping::periods;
use crate::store;
use crate::view;
use crate::view::emergency::Danger;
use crate::view::start::Start;
use crate::words::privacy::{self, Keeping};
use crate::words::statement::{self, Facts};
use crate::words::times;

/// The three doors.
pub(super) async fn start(rooms: Data<Rooms>) -> HttpResponse {
    let service = &rooms.settings.service;
    let covers = Some(service.description.as_str()).filter(|words| !words.is_empty());
    let readers = Some(service.readers.as_str()).filter(|words| !words.is_empty());
    page(view::start::start(&rooms.site, &Start { covers, readers, hours: rooms.site.hours.as_deref() }))
}

/// The emergency words, and the way on where a form is open. They are shown whatever is broken; while nobody can look up
/// whether a form is open, the way on is there all the same.
pub(super) async fn danger(rooms: Data<Rooms>, visit: Option<Visit>, wish: Query<Wish>) -> HttpResponse {
    let open = match &visit {
        Some(visit) => draft::open(&rooms, visit).await,
        None => Err(Error::Away(store::Error::Unavailable)),
    };
    let (on, kept) = match open {
        Ok(open) => (Some(refer::after_danger(Some(&open), &wish)), true),
        Err(Error::Away(_) | Error::Unexpected(_)) => (Some(refer::after_danger(None, &wish)), false),
        Err(_) => (None, false),
    };
    let service = &rooms.settings.service;
    let safeguarding = site::safeguarding(service);
    let children = service.children_phone.as_deref();
    page(view::emergency::danger(&rooms.site, &Danger { safeguarding: &safeguarding, children, on, kept }))
}

/// Forgets this browser. Nothing of the form stays in it, not even the key of a visit that had ended: whoever comes back
/// without one is shown the page that says nothing.
pub(super) async fn leave(rooms: Data<Rooms>, visit: Option<Visit>) -> HttpResponse {
    if let Some(visit) = visit {
        visit.end();
    }
    left_for_good(rooms.settings.web.secure_cookies)
}

/// Leads to the page that says nothing, with a browser that remembers nothing.
pub(super) fn left_for_good(secure: bool) -> HttpResponse {
    let mut response = redirect(Path::Left);
    session::forget(&mut response, secure);
    response
}

/// The page that says nothing about where the reader has been.
pub(super) async fn left(rooms: Data<Rooms>) -> HttpResponse {
    page(view::notices::left(&rooms.site))
}

/// The privacy notice, from the owner's settings.
pub(super) async fn privacy(rooms: Data<Rooms>) -> HttpResponse {
    let service = &rooms.settings.service;
    let document = privacy::notice(
        rooms.site.lang,
        &Keeping {
            service: &service.name,
            controller: &service.controller,
            address: service.address.as_deref().unwrap_or_default(),
            contact: [&service.privacy_contact, &service.phone, &service.email, &service.address]
                .into_iter()
                .find_map(Option::as_deref)
                .unwrap_or_default(),
            ico_number: service.ico_number.as_deref().unwrap_or_default(),
            public_task: service.public_task,
            place: &service.data_place,
            kept: &periods(&rooms.settings.retention),
            children_phone: service.children_phone.as_deref(),
        },
    );
    page(view::notices::document(&rooms.site, &document))
}

/// The accessibility statement, from the owner's settings.
pub(super) async fn accessibility(rooms: Data<Rooms>) -> HttpResponse {
    let (service, lang) = (&rooms.settings.service, rooms.site.lang);
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| times::short_day(lang, date)).unwrap_or_default();
    let document = statement::statement(
        lang,
        &Facts {
            service: &service.name,
            organisation: &service.controller,
            website: &rooms.settings.web.base_url,
            email: service.feedback_email.as_deref().or(service.email.as_deref()).unwrap_or_default(),
            phone: service.phone.as_deref().unwrap_or_default(),
            answer_days: ANSWER_DAYS,
            prepared: &day(service.statement_prepared),
            reviewed: &day(service.statement_reviewed),
            tested: &day(service.statement_tested),
        },
    );
    page(view::notices::document(&rooms.site, &document))
}

/// Working days within which a report of a barrier is answered.
const ANSWER_DAYS: u32 = 5;

/// No page lives there.
pub(super) async fn nowhere() -> Result<HttpResponse, Error> {
    Err(Error::NotFound)
}

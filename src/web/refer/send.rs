//! Sending: one transaction for the referral with everything it causes, then the receipt. Twice makes one.

use actix_web::web::Data;
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use super::check;
use super::draft::{self, Open};
use crate::form::{REFERRAL, Voice};
use crate::ids::Reference;
use crate::intake::Assessment;
use crate::intake::telling::{Contact, Telling};
use crate::permission::Actor;
use crate::reassess;
use crate::receive::{self, Judged, Sent};
use crate::store::referrals::{self, Filed};
use crate::store::{self, AnyConnection, sessions};
use crate::triage::life::Channel;
use crate::view::form::SET_ASIDE;
use crate::view::notices::Trouble;
use crate::view::receipt::Receipt;
use crate::view::{self, Site, Token};
use crate::web::error::Error;
use crate::web::guard::RequestId;
use crate::web::limits::Class;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::site;
use crate::web::visit::{PostedPage, SentReceipt, Visit};
use crate::web::{page, redirect, unprocessable};
use crate::words::reach::Why;
use crate::words::{Lang, next, times};

/// How often a reference that is taken already is drawn again. One in a million million draws meets another.
const DRAWS: u32 = 3;

/// Sends the draft. Pressed twice, from two windows or after a broken connection, it gives the same receipt. Where it
/// cannot be kept just now, the page has a button that sends it once more.
pub(in crate::web) async fn send(
    rooms: Data<Rooms>,
    request: HttpRequest,
    posted: PostedPage,
) -> Result<HttpResponse, Error> {
    match try_to_send(&rooms, &posted).await {
        Err(error @ (Error::Away(_) | Error::Unexpected(_))) => Ok(unsent(&rooms, &request, &posted, error)),
        sent => sent,
    }
}

async fn try_to_send(rooms: &Rooms, posted: &PostedPage) -> Result<HttpResponse, Error> {
    if posted.was_sent_meanwhile() {
        return Ok(redirect(Path::Received));
    }
    let visit = posted.visit()?;
    let open = match draft::open(rooms, visit).await {
        Ok(open) => open,
        Err(Error::AlreadySent) => return Ok(redirect(Path::Received)),
        Err(Error::NoDraft) => return sent_before(rooms, visit).await,
        Err(error) => return Err(error),
    };
    let set_aside = posted.form.field(SET_ASIDE);
    let now = rooms.clock.now();
    let assessment = check::assess(rooms, &open, now);
    if let Some(again) = check::in_the_way(rooms, &open, (&assessment, set_aside), &visit.token()) {
        return Ok(unprocessable(again));
    }
    file(rooms, visit, (&open, assessment), set_aside == "keep", now).await?;
    Ok(redirect(Path::Received))
}

/// Says that it was not sent, with a button that sends it: what was written is safe in the draft.
fn unsent(rooms: &Rooms, request: &HttpRequest, posted: &PostedPage, error: Error) -> HttpResponse {
    let id = request.extensions().get::<RequestId>().map_or_else(String::new, |id| id.0.clone());
    let (token, (to, label)) = (posted.token(), error.way_on());
    let label = rooms.site.lang.say(label);
    let trouble = Trouble {
        sorry: error.sorry(),
        sending: true,
        again: None,
        written: "",
        send: Some((Token(&token), posted.form.field(SET_ASIDE))),
        ways_on: &[(to, label)],
        request: &id,
    };
    let page = view::notices::trouble(&rooms.site, &trouble);
    error.shown_on(page.into_string())
}

/// Keeps it, durably, and the session with its receipt in the same transaction.
async fn file(
    rooms: &Rooms,
    visit: &Visit,
    (open, assessment): (&Open, Assessment),
    keep_set_aside: bool,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    // Only what could become a referral is counted: a request with nothing behind it takes no one's turn.
    rooms.rates.take(Class::Send)?;
    let token = visit.draft().map(|(token, _)| token);
    let telling = Telling::of(&open.counting.answers, open.voice, rooms.clock.today());
    let judged = Judged { answers: &open.reading.answers, counting: &open.counting, assessment: &assessment };
    for _ in 0..DRAWS {
        let reference = Reference::random()?;
        let sent = Sent {
            raw: &open.raw,
            voice: open.voice,
            channel: Channel::Web,
            keep_set_aside,
            submission: &open.submission,
            draft: token.as_ref(),
        };
        let referral = receive::judged(&sent, &judged, &rooms.desk(), reference, now);
        let vault = rooms.vault.clone();
        let sealed = referrals::seal(&vault, &referral)?;
        let state = visit.once_sent(&receipt_of(&referral.filed(&vault), telling))?;
        let session = match visit.row() {
            Some(row) => Some((sessions::seal(&vault, &row, &state)?, row)),
            None => None,
        };
        let keep = move |conn: &mut AnyConnection| {
            let filed = referrals::file_sealed(conn, &vault, Actor::Visitor, (&referral, &sealed))?;
            let kept = match session.filter(|_| filed.first) {
                Some((sealed, row)) => sessions::save_sealed(conn, Actor::Visitor, &row, &sealed, now)?,
                None => false,
            };
            Ok((filed, kept))
        };
        match rooms.db.writing(keep).await {
            Ok((_, true)) => return visit.was_kept_as(&state),
            Ok((filed, false)) => {
                let telling = if filed.first { telling } else { told_of(&filed) };
                return visit.sent(&receipt_of(&filed, telling));
            }
            // The reference was drawn before.
            Err(store::Error::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::Away(store::Error::Busy))
}

/// The draft is gone and no receipt was shown: the connection broke between keeping it and saying so.
async fn sent_before(rooms: &Rooms, visit: &Visit) -> Result<HttpResponse, Error> {
    let (_, submission) = visit.draft().ok_or(Error::NoDraft)?;
    let vault = rooms.vault.clone();
    let found = rooms.db.reading(move |conn| referrals::filed(conn, &vault, Actor::Visitor, &submission)).await?;
    let filed = found.ok_or(Error::NoDraft)?;
    visit.sent(&receipt_of(&filed, told_of(&filed)))?;
    Ok(redirect(Path::Received))
}

/// What the sender may be told of what was filed before, read from what was filed: a second sending is told no more than
/// the first, and nothing where the answers are gone.
fn told_of(filed: &Filed) -> Telling {
    let today = crate::clock::civil_date(filed.received_at);
    let answers = filed.answers.as_ref().and_then(|raw| reassess::read(raw, filed.voice, filed.received_at));
    answers.map_or(Telling::NOTHING, |answers| {
        Telling::of(&REFERRAL.counting(&answers, filed.voice).answers, filed.voice, today)
    })
}

/// What the receipt says.
fn receipt_of(filed: &Filed, telling: Telling) -> SentReceipt {
    SentReceipt {
        reference: filed.reference.shown(),
        code: filed.receipt.shown(),
        voice: filed.voice.slug().to_owned(),
        received_at: filed.received_at.timestamp(),
        contact_by: filed.contact_by.timestamp(),
        danger: filed.danger,
        mailed: filed.mailed,
        contact: telling.contact,
        child: telling.child,
    }
}

/// The receipt of what this browser has sent.
pub(in crate::web) async fn received(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    let receipt = visit.receipt().ok_or(Error::NoDraft)?;
    let voice = Voice::from_slug(&receipt.voice).ok_or(Error::Unexpected("a receipt has no voice"))?;
    let until_then = until_then(&rooms, voice, &receipt);
    let next = what_next(&rooms.site, voice, &receipt);
    let safeguarding = site::safeguarding(&rooms.settings.service);
    Ok(page(view::receipt::receipt(
        &rooms.site,
        &Receipt {
            reference: &receipt.reference,
            code: &receipt.code,
            next: &next,
            until_then: &until_then,
            danger: receipt.danger,
            safeguarding: &safeguarding,
            children: rooms.settings.service.children_phone.as_deref().filter(|_| receipt.child || receipt.danger),
        },
    )))
}

/// What happens next and by when, as far as whoever sent it may be told.
fn what_next(site: &Site, voice: Voice, receipt: &SentReceipt) -> Vec<String> {
    let lang = site.lang;
    let when = moment(lang, receipt.contact_by);
    let all = |said: &[&str]| -> Vec<String> { said.iter().map(|sentence| (*sentence).to_owned()).collect() };
    let (first, steps) = match receipt.contact {
        Contact::Neutral => return all(lang.list(next::NEUTRAL)),
        Contact::RefusalToConfirm => (next::refused(lang, &when), lang.list(next::REFUSAL)),
        Contact::Promised => (next::contact(lang, voice, &when), next::steps(lang, voice)),
        Contact::WithSender => (next::contact_sender_only(lang, &when), next::steps_with_sender(lang, voice)),
        Contact::WithPerson => (next::contact_person_only(lang, &when), next::steps_without_contact(lang, voice)),
        Contact::TheyContactUs => (next::no_contact(lang, voice, &when), next::steps_without_contact(lang, voice)),
    };
    let how = receipt.contact.is_for_them().then(|| site.reach().say(lang, Why::ToContact)).flatten();
    let mail = lang.say(if receipt.mailed { next::MAIL_SENT } else { next::MAIL_NOT_SENT });
    [first].into_iter().chain(how).chain(all(steps)).chain([mail.to_owned()]).collect()
}

/// Whether anybody reads it before then, and whom to call where nobody does.
fn until_then(rooms: &Rooms, voice: Voice, receipt: &SentReceipt) -> Vec<String> {
    let sent_at = DateTime::from_timestamp(receipt.received_at, 0).unwrap_or_default();
    let (service, lang) = (&rooms.settings.service, rooms.site.lang);
    // The time to make contact counts from then: what comes after the cut-off is not promised for today.
    let reads_from = rooms.calendar.next_open(sent_at);
    if reads_from == sent_at {
        return vec![next::read_today(lang, &service.name)];
    }
    let opens = moment(lang, reads_from.timestamp());
    let read = if rooms.calendar.is_open(sent_at) { next::read_next } else { next::read_later };
    let night = service
        .councils
        .iter()
        .filter_map(|council| Some(next::out_of_hours_team(lang, &council.name, council.emergency_phone.as_ref()?)));
    let mut sentences: Vec<String> = [read(lang, &service.name, &opens)].into_iter().chain(night).collect();
    if sentences.len() == 1 {
        let phone = if voice == Voice::Myself { next::OUT_OF_HOURS_MYSELF } else { next::OUT_OF_HOURS };
        sentences.push(lang.say(phone).to_owned());
    }
    sentences
}

fn moment(lang: Lang, seconds: i64) -> String {
    times::moment(lang, crate::clock::civil_time(DateTime::from_timestamp(seconds, 0).unwrap_or_default()))
}

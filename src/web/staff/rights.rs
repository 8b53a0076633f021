//! What the person of a referral may ask by law: a copy, holding, erasing. For managers; each is an event.

use actix_web::HttpResponse;
use actix_web::http::header::{ContentDisposition, ContentType, DispositionParam, DispositionType};
use actix_web::web::{Data, Path as Segment};

use super::decide::too_long;
use super::shown::moment;
use super::{Staff, Writing};
use crate::clock::civil_date;
use crate::ids::Reference;
use crate::mail::Alarm;
use crate::permission::Action;
use crate::rights::alarm::alarm;
use crate::rights::caution::Caution;
use crate::rights::copy::{self, Decided, Giver, Which};
use crate::rights::keeping;
use crate::store::person::{self, Agreement, Alike, AllAlike, Case, Erasure};
use crate::store::{self, AnyConnection};
use crate::triage::ending::Limit;
use crate::view::Told;
use crate::view::staff::rights::{Rights, field, rights};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;
use crate::web::{page, redirect, unprocessable};
use crate::words::{Lang, Text, rights as words, times};

/// The page.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    who: Staff,
    reference: Segment<String>,
) -> Result<HttpResponse, Error> {
    let asked = Asked::load(&rooms, &who, &reference).await?;
    Ok(page(asked.page(&rooms, &who, ["", "", ""], &[])))
}

/// Everything about a person, as far as this page needs it.
struct Asked {
    reference: Reference,
    cases: Vec<Case>,
    alike: AllAlike,
    decided: Decided,
    despite: bool,
}

impl Asked {
    async fn load(rooms: &Rooms, who: &Staff, reference: &str) -> Result<Self, Error> {
        who.may(Action::ErasePerson)?;
        let reference: Reference = reference.parse().map_err(|_| Error::NotFound)?;
        let (vault, actor, named) = (rooms.vault.clone(), who.actor, reference.clone());
        let look = move |conn: &mut AnyConnection| {
            Ok((person::cases_of(conn, &vault, actor, &named)?, person::alike(conn, &vault, actor, &named)?))
        };
        let (cases, alike) = rooms.db.reading(look).await?;
        Ok(Self { reference, cases, alike, decided: Decided::default(), despite: false })
    }

    fn case(&self) -> Option<&Case> {
        self.cases.iter().find(|case| case.reference == self.reference)
    }

    fn limits(&self, rooms: &Rooms) -> Vec<Limit> {
        let settings = &rooms.settings;
        keeping::limits(&self.cases, &settings.retention, settings.service.public_task, rooms.clock.today())
    }

    fn page(&self, rooms: &Rooms, who: &Staff, typed: [&str; 3], problems: &[Told]) -> String {
        let (case, lang) = (self.case(), rooms.site.lang);
        let until = case
            .and_then(|case| keeping::kept_until(case, &rooms.settings.retention))
            .map(|day| times::short_day(lang, day));
        let alike: Vec<_> = self.alike.found.iter().map(|one| (one.reference.shown(), why(lang, one))).collect();
        let limits: Vec<_> = self.limits(rooms).into_iter().map(|limit| words::limit(lang, limit.slug())).collect();
        let erased = case.and_then(|case| case.erased_at).map(|at| words::erased(lang, &moment(lang, at)));
        let mark =
            |caution: Caution| (caution.slug(), lang.say(copy::mark(caution)), self.decided.given.contains(&caution));
        let page = Rights {
            marks: &Caution::ALL.map(mark),
            silent: self.decided.silent,
            despite: self.despite,
            who: who.shown(),
            reference: &self.reference.shown(),
            together: &words::together(lang, self.cases.len()),
            kept_until: &if erased.is_some() { String::new() } else { words::kept_until(lang, until.as_deref()) },
            alike: &alike,
            more_alike: self.alike.more,
            held: case.is_some_and(|case| case.held),
            erased: erased.as_deref(),
            limits: &limits,
            typed,
            problems,
        };
        rights(&rooms.site, &page).into_string()
    }
}

/// Why another referral is perhaps of the same person.
fn why(lang: Lang, one: &Alike) -> String {
    let by: Vec<_> = one.by.iter().copied().map(Agreement::slug).collect();
    words::alike(lang, &times::day(lang, civil_date(one.received_at)), &by)
}

/// A copy of the referral for the person, as a file.
pub(in crate::web) async fn copy(
    rooms: Data<Rooms>,
    Writing { who, posted }: Writing,
    reference: Segment<String>,
) -> Result<HttpResponse, Error> {
    who.may(Action::DisclosePerson)?;
    let reference: Reference = reference.parse().map_err(|_| Error::NotFound)?;
    let (vault, actor, now, named) = (rooms.vault.clone(), who.actor, rooms.clock.now(), reference.clone());
    let why = reason(&posted, field::COPY_WHY);
    let decided = Decided {
        given: posted.all(field::GIVE_TOO).iter().filter_map(|slug| Caution::from_slug(slug)).collect(),
        silent: !posted.field(field::SILENT).is_empty(),
    };
    let missing = why.is_empty().then(|| rooms.site.lang.say(words::COPY_GIVE_WHY).to_owned());
    if let Some(sentence) = missing.or_else(|| too_long(rooms.site.lang, &why)) {
        let asked = Asked { decided, ..Asked::load(&rooms, &who, reference.letters()).await? };
        let told = [told(&rooms, words::COPY, field::COPY_WHY, sentence)];
        return Ok(unprocessable(asked.page(&rooms, &who, [&why, "", ""], &told)));
    }
    let alarm = alarm(Alarm::Copied, (&reference, actor), (&rooms.settings, rooms.site.lang), now);
    let which = match posted.last(field::FORMAT) {
        field::JSON => Which::ForMachines,
        field::GIVE => Which::ToHandOver,
        _ => Which::ToCheck,
    };
    let detail = decided.detail(which);
    let read = move |conn: &mut AnyConnection| {
        person::disclose(conn, &vault, actor, &named, (&detail, &why, alarm.as_ref()), now)
    };
    let held = rooms.db.writing(read).await?;
    tracing::info!(staff = actor.staff_id(), "a copy was made of everything in a referral");
    let service = &rooms.settings.service;
    let contact = service.privacy_contact.as_deref().or(service.phone.as_deref()).unwrap_or_default();
    let giver = Giver {
        lang: rooms.site.lang,
        service: &service.name,
        contact,
        retention: &rooms.settings.retention,
        made_at: now,
    };
    let made = copy::make(&held, &giver, &decided);
    let (body, kind, ending) = match which {
        Which::ForMachines => (made.json.to_string(), ContentType::json(), copy::JSON),
        Which::ToHandOver => (made.to_hand_over, ContentType::html(), copy::TO_HAND_OVER),
        Which::ToCheck | Which::All => (made.to_check, ContentType::html(), copy::TO_CHECK),
    };
    let name = format!("{}{ending}", reference.shown());
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    };
    Ok(HttpResponse::Ok().insert_header(kind).insert_header(disposition).body(body))
}

/// Holds a referral, or lets go of it, as the button said. Where it stands so already nothing is to be done.
pub(in crate::web) async fn hold(
    rooms: Data<Rooms>,
    Writing { who, posted }: Writing,
    reference: Segment<String>,
) -> Result<HttpResponse, Error> {
    who.may(Action::HoldRecord)?;
    let asked = Asked::load(&rooms, &who, &reference).await?;
    let why = reason(&posted, field::HOLD_WHY);
    if why.is_empty() {
        let told = [told(&rooms, words::HOLD, field::HOLD_WHY, rooms.site.lang.say(words::HOLD_GIVE_WHY))];
        return Ok(unprocessable(asked.page(&rooms, &who, ["", "", ""], &told)));
    }
    if let Some(sentence) = too_long(rooms.site.lang, &why) {
        let told = [told(&rooms, words::HOLD, field::HOLD_WHY, sentence)];
        return Ok(unprocessable(asked.page(&rooms, &who, ["", &why, ""], &told)));
    }
    // Who does not say lets go of nothing.
    let meant = posted.last(field::HOLD) != field::NO;
    let stands = |asked: &Asked| asked.case().is_some_and(|case| case.held == meant && case.erased_at.is_none());
    let there = redirect(Path::Rights(asked.reference.letters()));
    if stands(&asked) {
        return Ok(there);
    }
    let (vault, actor, now, named) = (rooms.vault.clone(), who.actor, rooms.clock.now(), asked.reference.clone());
    let because = why.clone();
    let keep = move |conn: &mut AnyConnection| person::hold(conn, &vault, actor, (&named, meant), &because, now);
    match rooms.db.writing(keep).await {
        Err(store::Error::Conflict) => {
            let asked = Asked::load(&rooms, &who, &reference).await?;
            if stands(&asked) {
                return Ok(there);
            }
            let changed = rooms.site.lang.say(words::CHANGED_MEANWHILE);
            let told = [told(&rooms, words::HOLD, field::HOLD_WHY, changed)];
            Ok(unprocessable(asked.page(&rooms, &who, ["", &why, ""], &told)))
        }
        kept => Ok(kept.map(|()| there)?),
    }
}

/// Erases the person, unless something stands against it and was not set aside.
pub(in crate::web) async fn erase(
    rooms: Data<Rooms>,
    Writing { who, posted }: Writing,
    reference: Segment<String>,
) -> Result<HttpResponse, Error> {
    let despite = !posted.field(field::DESPITE).is_empty();
    let asked = Asked { despite, ..Asked::load(&rooms, &who, &reference).await? };
    let why = reason(&posted, field::ERASE_WHY);
    let limits = asked.limits(&rooms);
    let of_erasing = |field: &str, sentence: &str| told(&rooms, words::ERASE, field, sentence);
    let mut problems = Vec::new();
    if !limits.is_empty() && !despite {
        problems.push(of_erasing(field::DESPITE, rooms.site.lang.say(words::TICK_DESPITE)));
    }
    if why.is_empty() {
        problems.push(of_erasing(field::ERASE_WHY, rooms.site.lang.say(words::ERASE_GIVE_WHY)));
    }
    problems.extend(too_long(rooms.site.lang, &why).map(|sentence| of_erasing(field::ERASE_WHY, &sentence)));
    if !problems.is_empty() {
        return Ok(unprocessable(asked.page(&rooms, &who, ["", "", &why], &problems)));
    }
    let set_aside = limits.into_iter().map(Limit::slug).collect();
    let (vault, actor, now, named) = (rooms.vault.clone(), who.actor, rooms.clock.now(), asked.reference.clone());
    let alarm = alarm(Alarm::Erased, (&named, actor), (&rooms.settings, rooms.site.lang), now);
    let erasure = Erasure::asked(why.clone(), set_aside, alarm);
    let destroy = move |conn: &mut AnyConnection| person::erase(conn, &vault, actor, &named, &erasure, now);
    match rooms.db.writing(destroy).await {
        Err(store::Error::Conflict) => {
            // Not ticked again: what stands against it may be something else now.
            let asked = Asked::load(&rooms, &who, &reference).await?;
            let problems = [of_erasing(field::ERASE_WHY, rooms.site.lang.say(words::CHANGED_MEANWHILE))];
            return Ok(unprocessable(asked.page(&rooms, &who, ["", "", &why], &problems)));
        }
        erased => drop(erased?),
    }
    tracing::info!(staff = actor.staff_id(), "a referral was erased on request");
    rooms.tidy().await;
    Ok(redirect(Path::Rights(asked.reference.letters())))
}

/// A problem with one of the three forms, which the list names by its heading.
fn told(rooms: &Rooms, form: Text, field: &str, sentence: impl Into<String>) -> Told {
    Told::within(rooms.site.lang.say(form).to_owned(), field, sentence)
}

fn reason(posted: &Posted, name: &str) -> String {
    posted.field(name).trim().to_owned()
}

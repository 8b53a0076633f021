//! Puts one answer of a referral right, with the reason. A colleague's simultaneous change is caught by the version.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment};

use super::Staff;
use super::referral::Found;
use crate::form::{Answers, Key, Kind, Question, REFERRAL, RawAnswers};
use crate::intake::priority::Measure;
use crate::intake::record::Row;
use crate::permission::Action;
use crate::rights::correct::{Wrong, correct};
use crate::store::{self, referrals};
use crate::view::questions::Sheet;
use crate::view::staff::correct::{Correct, field};
use crate::view::{self, Token, Told};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;
use crate::web::{page, redirect, unprocessable};
use crate::words::{field as field_words, problems, rights as words};

/// The most characters of a reason.
const LONGEST: usize = 2000;

/// One answer of a referral.
struct Answer {
    found: Found,
    question: &'static Question,
    path: String,
    place: String,
    raw: RawAnswers,
}

impl Answer {
    /// The answer of that name; only what counts can be put right.
    async fn load(rooms: &Rooms, who: &Staff, reference: &str, path: &str) -> Result<Self, Error> {
        who.may(Action::CorrectAnswer)?;
        let found = Found::load(rooms, who, reference).await?;
        let raw = serde_json::from_value(found.referral.answers.clone())
            .map_err(|_| Error::Unexpected("stored answers cannot be read"))?;
        let mut rows = found.record.sections.iter().flat_map(|section| &section.rows);
        let row = rows.find(|row| row.path == path).ok_or(Error::NotFound)?;
        let question = Key::from_slug(&row.slug).and_then(|key| REFERRAL.question(key)).ok_or(Error::NotFound)?;
        if matches!(question.kind, Kind::Repeat(_)) || found.referral.erased_at.is_some() {
            return Err(Error::NotFound);
        }
        Ok(Self { question, path: path.to_owned(), place: place(row), raw, found })
    }

    fn page(&self, rooms: &Rooms, who: &Staff, typed: &RawAnswers, why: &str, told: &[Told]) -> String {
        let referral = &self.found.referral;
        let none = Answers::default();
        let sheet = Sheet { voice: referral.voice, typed, answers: &none, problems: &[] };
        let page = Correct {
            name: &who.name,
            token: Token(&who.token),
            reference: &referral.reference.shown(),
            question: self.question,
            path: &self.path,
            place: &self.place,
            sheet: &sheet,
            why,
            version: referral.version,
            problems: told,
        };
        view::staff::correct::correct(&rooms.site, &page).into_string()
    }
}

fn place(row: &Row) -> String {
    let items: Vec<_> = row.within.iter().map(|within| field_words::item(&within.item, within.number)).collect();
    items.join(", ")
}

/// The question again, with what stands.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    who: Staff,
    at: Segment<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (reference, path) = at.into_inner();
    let answer = Answer::load(&rooms, &who, &reference, &path).await?;
    Ok(page(answer.page(&rooms, &who, &answer.raw, "", &[])))
}

/// Puts it right.
pub(in crate::web) async fn save(
    rooms: Data<Rooms>,
    who: Staff,
    at: Segment<(String, String)>,
    posted: Posted,
) -> Result<HttpResponse, Error> {
    let (reference, path) = at.into_inner();
    let answer = Answer::load(&rooms, &who, &reference, &path).await?;
    let typed = posted.answers(&[field::WHY, field::VERSION]);
    let why: String = posted.field(field::WHY).trim().chars().take(LONGEST).collect();
    let again = |told: Told| Ok(unprocessable(answer.page(&rooms, &who, &typed, &why, &[told])));
    if why.is_empty() {
        return again(Told::here(field::WHY, words::CORRECT_GIVE_WHY.to_owned()));
    }
    let referral = &answer.found.referral;
    let now = rooms.clock.now();
    let measure = Measure { rubric: &rooms.rubric, calendar: &rooms.calendar, now, received_at: referral.received_at };
    let corrected = match correct(referral, (&path, typed.all(&path)), &why, &measure) {
        Ok(corrected) => corrected,
        Err(Wrong::Same) => return again(Told::here(&path, words::CORRECT_SAME.to_owned())),
        Err(Wrong::Problem(problem)) => {
            return again(Told::here(&path, problems::sentence(problem.wrong, &answer.question.kind)));
        }
        Err(Wrong::Unreadable) => return Err(Error::Unexpected("a stored referral cannot be read")),
    };
    // The version that was on the screen: what a colleague has changed since is not overwritten unseen.
    let version = posted.field(field::VERSION).parse().unwrap_or_default();
    let (vault, actor, named) = (rooms.vault.clone(), who.actor, referral.reference.clone());
    let kept =
        rooms.db.writing(move |conn| referrals::correct(conn, &vault, actor, (&named, version), &corrected, now)).await;
    match kept {
        Ok(()) => Ok(redirect(Path::Referral(referral.reference.letters()))),
        Err(store::Error::Conflict) => again(Told::here(&path, words::CORRECT_CHANGED.to_owned())),
        Err(error) => Err(error.into()),
    }
}

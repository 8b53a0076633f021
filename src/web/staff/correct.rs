//! Puts one answer of a referral right, with the reason. A colleague's simultaneous change is caught by the version.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment};

use super::decide::{too_long, version};
use super::referral::Found;
use super::{Staff, Writing};
use crate::form::{Answers, Key, Kind, Question, REFERRAL, RawAnswers};
use crate::permission::Action;
use crate::rights::correct::{self, Wrong};
use crate::store::referrals::Corrected;
use crate::store::{self, referrals};
use crate::view::questions::Sheet;
use crate::view::staff::correct::{Correct, field};
use crate::view::{self, Told};
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;
use crate::web::{page, redirect, unprocessable};
use crate::words::{problems, rights as words};

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
    async fn load(rooms: &Rooms, who: &Staff, (reference, path): (&str, &str), shown: bool) -> Result<Self, Error> {
        who.may(Action::CorrectAnswer)?;
        // What is shown is written down as read; what is put right is an event of its own.
        let found = if shown {
            Found::open(rooms, who, reference).await?
        } else {
            Found::to_decide(rooms, who, reference).await?
        };
        if !found.can_correct(who) {
            return Err(Error::NotFound);
        }
        let raw = serde_json::from_value(found.referral.answers.clone())
            .map_err(|_| Error::Unexpected("stored answers cannot be read"))?;
        let mut rows = found.record.sections.iter().flat_map(|section| &section.rows);
        let row = match rows.find(|row| row.path == path) {
            Some(row) => row.clone(),
            None => correct::rooms(&found.referral)
                .into_iter()
                .map(|room| room.row)
                .find(|row| row.path == path)
                .ok_or(Error::NotFound)?,
        };
        let question = Key::from_slug(&row.slug).and_then(|key| REFERRAL.question(key)).ok_or(Error::NotFound)?;
        if matches!(question.kind, Kind::Repeat(_)) {
            return Err(Error::NotFound);
        }
        Ok(Self { question, path: path.to_owned(), place: view::place(rooms.site.lang, &row.within), raw, found })
    }

    fn page(&self, rooms: &Rooms, who: &Staff, typed: &RawAnswers, why: &str, told: &[Told]) -> String {
        let referral = &self.found.referral;
        let none = Answers::default();
        let sheet =
            Sheet { lang: rooms.site.lang, voice: referral.voice, typed, answers: &none, problems: &[], choose: "" };
        let page = Correct {
            who: who.shown(),
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

/// The question again, with what stands.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    who: Staff,
    at: Segment<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (reference, path) = at.into_inner();
    let answer = Answer::load(&rooms, &who, (&reference, &path), true).await?;
    Ok(page(answer.page(&rooms, &who, &answer.raw, "", &[])))
}

/// What was typed to put an answer right.
struct Typed {
    answers: RawAnswers,
    why: String,
    version: i64,
}

impl Typed {
    fn of(posted: &Posted) -> Self {
        Self {
            answers: posted.answers(&[field::WHY, field::VERSION]),
            why: posted.field(field::WHY).trim().to_owned(),
            version: version(posted),
        }
    }
}

/// Puts it right.
pub(in crate::web) async fn save(
    rooms: Data<Rooms>,
    Writing { who, posted }: Writing,
    at: Segment<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (reference, path) = at.into_inner();
    let answer = Answer::load(&rooms, &who, (&reference, &path), false).await?;
    let typed = Typed::of(&posted);
    let told = match corrected(&rooms, &answer, &typed)? {
        Ok(corrected) => {
            let (vault, actor, now) = (rooms.vault.clone(), who.actor, rooms.clock.now());
            // The version that was on the screen: what a colleague has changed since is not overwritten unseen.
            let (named, version) = (answer.found.referral.reference.clone(), typed.version);
            let keep = move |conn: &mut store::AnyConnection| {
                referrals::correct(conn, &vault, actor, (&named, version), &corrected, now)
            };
            match rooms.db.writing(keep).await {
                Ok(()) => return Ok(redirect(Path::Referral(answer.found.referral.reference.letters()))),
                Err(store::Error::Conflict) => Told::here(&path, rooms.site.lang.say(words::CORRECT_CHANGED)),
                Err(error) => return Err(error.into()),
            }
        }
        Err(told) => told,
    };
    let shown = Answer::load(&rooms, &who, (&reference, &path), true).await?;
    Ok(unprocessable(shown.page(&rooms, &who, &typed.answers, &typed.why, &[told])))
}

/// What follows from the new answer, or what is to be put right in it first.
fn corrected(rooms: &Rooms, answer: &Answer, typed: &Typed) -> Result<Result<Corrected, Told>, Error> {
    let (referral, lang, now) = (&answer.found.referral, rooms.site.lang, rooms.clock.now());
    if typed.why.is_empty() {
        return Ok(Err(Told::here(field::WHY, lang.say(words::CORRECT_GIVE_WHY))));
    }
    if let Some(sentence) = too_long(lang, &typed.why) {
        return Ok(Err(Told::here(field::WHY, sentence)));
    }
    let here = |sentence: String| Ok(Err(Told::here(&answer.path, sentence)));
    match correct::correct(referral, (&answer.path, typed.answers.all(&answer.path)), &typed.why, &rooms.desk(), now) {
        Ok(corrected) => Ok(Ok(corrected)),
        Err(Wrong::Same) => here(lang.say(words::CORRECT_SAME).to_owned()),
        Err(Wrong::Problem(problem)) => here(problems::sentence(lang, problem.wrong, &answer.question.kind)),
        Err(Wrong::Unreadable) => Err(Error::Unexpected("a stored referral cannot be read")),
    }
}

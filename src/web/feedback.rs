//! Easy-read feedback: who can see it, eleven questions one at a time, thanks. No sign-in; by a private code or openly.
//!
//! The answers wait in the session until the last one, so that nothing half-given is kept.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment};
use serde_json::json;

use super::error::Error;
use super::limits::Tried;
use super::paths::Path;
use super::rooms::Rooms;
use super::visit::{FeedbackUnderWay, Posted, PostedPage, Visit};
use super::{page, redirect, unprocessable};
use crate::feedback::FEEDBACK;
use crate::form::{Question, RawAnswers, Voice};
use crate::ids::{InvitationCode, SubmissionKey};
use crate::permission::Actor;
use crate::store::{self, AnyConnection, feedback, sessions};
use crate::view::feedback::{CODE, Screen};
use crate::view::{self, Token, Told};
use crate::words::{feedback as words, problems, refer, times};

/// The first page.
pub(super) async fn welcome(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    Ok(page(view::feedback::welcome(&rooms.site, &[], Token(&visit.token()))))
}

/// Begins, with the private code if there is one.
pub(super) async fn begin(rooms: Data<Rooms>, visit: Visit, posted: Posted) -> Result<HttpResponse, Error> {
    let typed = posted.field(CODE).trim();
    let code = if typed.is_empty() { None } else { Some(open_code(&rooms, typed).await?) };
    if code == Some(None) {
        let told = [Told::here(CODE, rooms.site.lang.say(words::CODE_WRONG))];
        return Ok(unprocessable(view::feedback::welcome(&rooms.site, &told, Token(&visit.token()))));
    }
    let submission = SubmissionKey::random()?;
    visit.keep_feedback(&FeedbackUnderWay {
        submission: submission.as_str().to_owned(),
        code: code.flatten().map(|code| code.letters().to_owned()),
        answers: RawAnswers::default(),
    })?;
    let first = questions().first().copied().ok_or(Error::NotFound)?;
    Ok(redirect(Path::FeedbackQuestion(first.slug())))
}

/// The code, if it opens the questions.
async fn open_code(rooms: &Rooms, typed: &str) -> Result<Option<InvitationCode>, Error> {
    let Ok(code) = typed.parse::<InvitationCode>() else { return Ok(None) };
    rooms.rates.try_at(Tried::Feedback, code.letters())?;
    let (vault, now, asked) = (rooms.vault.clone(), rooms.clock.now(), code.clone());
    let open = rooms.db.reading(move |conn| feedback::is_open(conn, &vault, Actor::Visitor, &asked, now)).await?;
    Ok(open.then_some(code))
}

fn questions() -> Vec<&'static Question> {
    FEEDBACK.sections.iter().flat_map(|section| section.questions).collect()
}

/// One question.
pub(super) async fn show(rooms: Data<Rooms>, visit: Visit, slug: Segment<String>) -> Result<HttpResponse, Error> {
    let Some(under_way) = visit.feedback() else { return Ok(redirect(Path::Feedback)) };
    screen(&rooms, &visit.token(), &under_way.answers, &slug, (&[], None)).map(page)
}

/// One question with what was answered before, what is wrong with it, and why it could not be kept.
fn screen(
    rooms: &Rooms,
    token: &str,
    answers: &RawAnswers,
    slug: &str,
    (problems, unsaved): (&[Told], Option<&str>),
) -> Result<String, Error> {
    let all = questions();
    let (number, question) = (1..).zip(&all).find(|(_, question)| question.slug() == slug).ok_or(Error::NotFound)?;
    let before = all.iter().take_while(|other| other.key != question.key).last();
    let screen = Screen {
        question,
        answered: answers.first(slug),
        number,
        of: all.len(),
        before: before.map(|question| question.slug()),
        token: Token(token),
        problems,
        unsaved,
    };
    Ok(view::feedback::question(&rooms.site, &screen).into_string())
}

/// Keeps one answer and goes on; after the last, keeps them all.
pub(super) async fn answer(
    rooms: Data<Rooms>,
    slug: Segment<String>,
    posted: PostedPage,
) -> Result<HttpResponse, Error> {
    let visit = match posted.visit() {
        Ok(visit) => visit,
        Err(error) => return unsaved(&rooms, &posted, &slug, error),
    };
    let Some(mut under_way) = visit.feedback() else { return Ok(redirect(Path::Feedback)) };
    let question = questions().into_iter().find(|question| question.slug() == *slug).ok_or(Error::NotFound)?;
    under_way.answers.set(question.slug(), vec![posted.form.field(question.slug()).to_owned()]);
    if let Err(error) = keep(&rooms, visit, &under_way).await {
        return unsaved(&rooms, &posted, &slug, error);
    }
    let reading = FEEDBACK.read(&under_way.answers, Voice::Myself, rooms.clock.today());
    let told: Vec<Told> = reading
        .problems
        .iter()
        .filter(|problem| problem.key == question.key)
        .map(|problem| Told::here(&problem.path, problems::sentence(rooms.site.lang, problem.wrong, &question.kind)))
        .collect();
    if !told.is_empty() {
        return screen(&rooms, &visit.token(), &under_way.answers, &slug, (&told, None)).map(unprocessable);
    }
    let next = questions().into_iter().skip_while(|other| other.key != question.key).nth(1);
    match next {
        Some(next) => Ok(redirect(Path::FeedbackQuestion(next.slug()))),
        None => finish(&rooms, visit, &under_way).await.or_else(|error| unsaved(&rooms, &posted, &slug, error)),
    }
}

/// Keeps what was answered so far at once: what goes wrong with it is told on the page of the question.
async fn keep(rooms: &Rooms, visit: &Visit, under_way: &FeedbackUnderWay) -> Result<(), Error> {
    let Some(row) = visit.row() else { return visit.keep_feedback(under_way) };
    let state = visit.once_answered(under_way);
    let (sealed, now) = (sessions::seal(&rooms.vault, &row, &state)?, rooms.clock.now());
    let save = move |conn: &mut AnyConnection| sessions::save_sealed(conn, Actor::Visitor, &row, &sealed, now);
    if rooms.db.writing(save).await? { visit.was_kept_as(&state) } else { visit.keep_feedback(under_way) }
}

/// An answer that could not be kept, shown again as it was given: pressing the button again is enough.
fn unsaved(rooms: &Rooms, posted: &PostedPage, slug: &str, error: Error) -> Result<HttpResponse, Error> {
    let lang = rooms.site.lang;
    let lead = match error {
        Error::Away(_) | Error::NotFromHere => lang.say(words::UNSAVED_LEAD).into(),
        Error::TooMany(_, seconds) => refer::busy_lead(lang, &times::wait(lang, seconds), lang.say(words::NEXT)),
        error => return Err(error),
    };
    let answers: RawAnswers = [(slug, posted.form.field(slug))].into_iter().collect();
    // Where there is no such question, what stopped it is said in its place.
    let page = screen(rooms, &posted.token(), &answers, slug, (&[], Some(&lead))).map_err(|_| error)?;
    Ok(error.shown_on(page))
}

/// Keeps all answers in one row. A code that was used meanwhile keeps them openly rather than losing them.
async fn finish(rooms: &Rooms, visit: &Visit, under_way: &FeedbackUnderWay) -> Result<HttpResponse, Error> {
    let key: SubmissionKey =
        under_way.submission.parse().map_err(|_| Error::Unexpected("feedback holds no submission key"))?;
    let code = under_way.code.as_deref().and_then(|code| code.parse::<InvitationCode>().ok());
    let given = give(rooms, key.clone(), code, &under_way.answers).await;
    match given {
        Err(store::Error::NotFound) => give(rooms, key, None, &under_way.answers).await?,
        given => given?,
    }
    visit.end_feedback();
    Ok(redirect(Path::FeedbackThanks))
}

async fn give(
    rooms: &Rooms,
    key: SubmissionKey,
    code: Option<InvitationCode>,
    answers: &RawAnswers,
) -> store::Result<()> {
    let (vault, now, answers) = (rooms.vault.clone(), rooms.clock.now(), json!(answers));
    let keep = move |conn: &mut AnyConnection| {
        feedback::give(conn, &vault, Actor::Visitor, (&key, code.as_ref()), &answers, now)
    };
    rooms.db.writing(keep).await
}

/// The last page.
pub(super) async fn thanks(rooms: Data<Rooms>) -> HttpResponse {
    page(view::feedback::thanks(&rooms.site))
}

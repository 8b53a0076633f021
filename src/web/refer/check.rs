//! Reading it through before it is sent.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::draft::{self, Open};
use crate::form::{REFERRAL, Wrong};
use crate::intake::completeness::Level;
use crate::intake::{self, Assessment, record};
use crate::view::check::Check;
use crate::view::form::SET_ASIDE;
use crate::view::{self, Token, Told};
use crate::web::error::Error;
use crate::web::page;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::Visit;
use crate::words::{problems, refer as words};

/// Every answer, what is missing, and the button that sends.
pub(in crate::web) async fn show(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    Ok(page(view(&rooms, &open, &[], &visit.token())))
}

/// The page, with what stands in the way of sending.
pub(super) fn view(rooms: &Rooms, open: &Open, problems: &[Told], token: &str) -> String {
    let record = record::snapshot(&REFERRAL, &open.reading.answers, &open.counting, true, open.voice);
    let assessment = assess(rooms, open);
    let gaps: Vec<String> = assessment
        .gaps
        .iter()
        .filter(|gap| gap.level == Level::ToTriage)
        .filter_map(|gap| REFERRAL.question(crate::form::Key::from_slug(gap.question)?))
        .map(|question| question.ask.say(open.voice).to_owned())
        .collect();
    let check = Check {
        voice: open.voice,
        record: &record,
        problems,
        gaps: &gaps,
        submission: open.submission.as_str(),
        token: Token(token),
    };
    view::check::check(&rooms.site, &check).into_string()
}

fn assess(rooms: &Rooms, open: &Open) -> Assessment {
    intake::assess(&open.counting.answers, open.voice, &rooms.rubric, &rooms.calendar, rooms.clock.now())
}

/// What has to be put right before this can be sent: the few questions that are needed, words that are too long, and
/// the choice about words that no longer belong to a question.
pub(super) fn in_the_way(rooms: &Rooms, open: &Open, set_aside: &str) -> Vec<Told> {
    let missing = assess(rooms, open).gaps.into_iter().filter(|gap| gap.level == Level::ToSend).filter_map(|gap| {
        let question = REFERRAL.question(crate::form::Key::from_slug(gap.question)?)?;
        Some(told(&gap.path, problems::whole(rooms.site.lang, Wrong::Missing, question, open.voice)))
    });
    let too_much = open.reading.problems.iter().filter_map(|problem| match problem.wrong {
        Wrong::TooLong { .. } | Wrong::TooMany { .. } => {
            let question = REFERRAL.question(problem.key)?;
            let sentence = problems::whole(rooms.site.lang, problem.wrong, question, open.voice);
            Some(told(&problem.path, sentence))
        }
        _ => None,
    });
    let undecided = !open.counting.set_aside.is_empty() && !matches!(set_aside, "keep" | "drop");
    let choice = undecided.then(|| Told::here(SET_ASIDE, rooms.site.lang.say(words::ASIDE_CHOOSE)));
    missing.chain(too_much).chain(choice).collect()
}

/// A problem with a field that stands on another page.
fn told(path: &str, sentence: String) -> Told {
    let issue = path.strip_prefix("issues.").and_then(|rest| rest.split('.').next()?.parse().ok());
    let link = match issue {
        Some(id) => Path::ChangeIssue(id, path).to_string(),
        None => Path::Change(section_slug(path), path).to_string(),
    };
    Told { field: path.to_owned(), link, sentence }
}

/// The slug of the section that asks a question of the whole referral.
fn section_slug(slug: &str) -> &'static str {
    let asks = |section: &&crate::form::Section| section.questions.iter().any(|question| question.slug() == slug);
    REFERRAL.sections.iter().find(asks).map_or("", |section| section.slug)
}

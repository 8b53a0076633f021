//! Reading it through before it is sent.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::draft::{self, Open};
use super::tells_of_danger;
use crate::form::{Key, REFERRAL, Wrong};
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
use crate::words::{Lang, problems, refer as words};

/// Every answer, what is missing, and the button that sends.
pub(in crate::web) async fn show(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let assessment = assess(&rooms, &open);
    let needed = needed(rooms.site.lang, &open, &assessment);
    Ok(page(view(&rooms, &open, (&assessment, &needed, false), &visit.token())))
}

/// What stands in the way of sending it as it is, and the page that says so; nothing where it can go.
pub(super) fn in_the_way(rooms: &Rooms, open: &Open, set_aside: &str, token: &str) -> Option<String> {
    let assessment = assess(rooms, open);
    let mut needed = needed(rooms.site.lang, open, &assessment);
    if !open.counting.set_aside.is_empty() && !matches!(set_aside, "keep" | "drop") {
        needed.push(Told::here(SET_ASIDE, rooms.site.lang.say(words::ASIDE_CHOOSE)));
    }
    (!needed.is_empty()).then(|| view(rooms, open, (&assessment, &needed, true), token))
}

/// The page; `tried` once somebody has pressed send.
fn view(rooms: &Rooms, open: &Open, (assessment, needed, tried): (&Assessment, &[Told], bool), token: &str) -> String {
    let record = record::snapshot(&REFERRAL, &open.reading.answers, &open.counting, true, open.voice);
    let gaps: Vec<String> = assessment
        .gaps
        .iter()
        .filter(|gap| gap.level == Level::ToTriage)
        .filter_map(|gap| REFERRAL.question(Key::from_slug(gap.question)?))
        .map(|question| question.ask.say(open.voice).to_owned())
        .collect();
    let check = Check {
        voice: open.voice,
        record: &record,
        danger: tells_of_danger(open),
        needed,
        tried,
        gaps: &gaps,
        submission: open.submission.as_str(),
        token: Token(token),
    };
    view::check::check(&rooms.site, &check).into_string()
}

fn assess(rooms: &Rooms, open: &Open) -> Assessment {
    intake::assess(&open.counting.answers, open.voice, &rooms.rubric, &rooms.calendar, rooms.clock.now())
}

/// The answers without which this cannot be sent: the few questions that are needed, and words that are too long.
fn needed(lang: Lang, open: &Open, assessment: &Assessment) -> Vec<Told> {
    let missing = assessment.gaps.iter().filter(|gap| gap.level == Level::ToSend).filter_map(|gap| {
        let question = REFERRAL.question(Key::from_slug(gap.question)?)?;
        Some(told(&gap.path, problems::whole(lang, Wrong::Missing, question, open.voice)))
    });
    let too_much = open.reading.problems.iter().filter_map(|problem| match problem.wrong {
        Wrong::TooLong { .. } | Wrong::TooMany { .. } => {
            let question = REFERRAL.question(problem.key)?;
            let sentence = problems::whole(lang, problem.wrong, question, open.voice);
            Some(told(&problem.path, sentence))
        }
        _ => None,
    });
    missing.chain(too_much).collect()
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

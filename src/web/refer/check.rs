//! Reading it through before it is sent.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::Data;
use chrono::{DateTime, Utc};

use super::draft::{self, Open};
use super::{said_no, tells_of_danger};
use crate::form::{Key, REFERRAL, Wrong};
use crate::intake::completeness::Level;
use crate::intake::safe_ways::{Hindrance, SafeWays, Way};
use crate::intake::{self, Assessment, record};
use crate::view::check::Check;
use crate::view::form::SET_ASIDE;
use crate::view::{self, Token, Told};
use crate::web::error::Error;
use crate::web::page;
use crate::web::rooms::Rooms;
use crate::web::visit::Visit;
use crate::words::{problems, refer as words, safe_ways};

/// Every answer, what is missing, and the button that sends.
pub(in crate::web) async fn show(rooms: Data<Rooms>, visit: Visit) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let assessment = assess(&rooms, &open, rooms.clock.now());
    let needed = needed(&rooms, &open, &assessment);
    Ok(page(view(&rooms, &open, (&assessment, &needed, false), &visit.token())))
}

/// What stands in the way of sending it as it is, and the page that says so; nothing where it can go.
pub(super) fn in_the_way(
    rooms: &Rooms,
    open: &Open,
    (assessment, set_aside): (&Assessment, &str),
    token: &str,
) -> Option<String> {
    let mut needed = needed(rooms, open, assessment);
    if !open.counting.set_aside.is_empty() && !matches!(set_aside, "keep" | "drop") {
        needed.push(Told::here(SET_ASIDE, rooms.site.lang.say(words::ASIDE_CHOOSE)));
    }
    (!needed.is_empty()).then(|| view(rooms, open, (assessment, &needed, true), token))
}

/// The page; `tried` once somebody has pressed send.
fn view(rooms: &Rooms, open: &Open, (assessment, needed, tried): (&Assessment, &[Told], bool), token: &str) -> String {
    let record = record::snapshot(&REFERRAL, &open.reading.answers, &open.counting, true, open.voice);
    let mut gaps: Vec<String> = assessment
        .gaps
        .iter()
        .filter(|gap| gap.level == Level::ToTriage)
        .filter_map(|gap| REFERRAL.question(Key::from_slug(gap.question)?))
        .map(|question| question.ask.say(open.voice).to_owned())
        .collect();
    // What is missing in several issues is told once.
    let mut told = BTreeSet::new();
    gaps.retain(|gap| told.insert(gap.clone()));
    let check = Check {
        voice: open.voice,
        record: &record,
        danger: tells_of_danger(open),
        said_no: said_no::is_said(open),
        needed,
        tried,
        gaps: &gaps,
        token: Token(token),
    };
    view::check::check(&rooms.site, &check).into_string()
}

/// How it is judged as it stands.
pub(super) fn assess(rooms: &Rooms, open: &Open, now: DateTime<Utc>) -> Assessment {
    intake::assess(&open.counting.answers, open.voice, &rooms.rubric, &rooms.calendar, now)
}

/// The answers without which this cannot be sent: the few questions that are needed, and words that are too long.
fn needed(rooms: &Rooms, open: &Open, assessment: &Assessment) -> Vec<Told> {
    let lang = rooms.site.lang;
    let missing = assessment.gaps.iter().filter(|gap| gap.level == Level::ToSend).filter_map(|gap| {
        let question = REFERRAL.question(Key::from_slug(gap.question)?)?;
        let sentence = match gap.sentence {
            Some(_) => problems::named(lang, "", question.ask.say(open.voice), &no_safe_way(rooms, open)),
            None => problems::whole(lang, Wrong::Missing, question, open.voice),
        };
        Some(Told::here(&gap.path, &sentence))
    });
    let too_much = open.reading.problems.iter().filter_map(|problem| match problem.wrong {
        Wrong::TooLong { .. } | Wrong::TooMany { .. } => {
            let question = REFERRAL.question(problem.key)?;
            let sentence = problems::whole(lang, problem.wrong, question, open.voice);
            Some(Told::here(&problem.path, &sentence))
        }
        _ => None,
    });
    missing.chain(too_much).collect()
}

/// That no way that was chosen leads to anybody, and why each does not.
fn no_safe_way(rooms: &Rooms, open: &Open) -> String {
    let lang = rooms.site.lang;
    let ways = SafeWays::of(&open.counting.answers, open.voice, rooms.clock.today());
    let label = |way: Way| Some(REFERRAL.question(Key::ContactWays)?.choice(way.slug())?.label.say(open.voice));
    let against = ways.chosen.iter().filter_map(|(way, hindrance)| {
        let why = match (*hindrance)? {
            Hindrance::NoDetail => safe_ways::NO_DETAIL,
            Hindrance::NotSaidSafe => safe_ways::NOT_SAID_SAFE,
            Hindrance::SaidUnsafe => safe_ways::SAID_UNSAFE,
            Hindrance::SaidNever => safe_ways::SAID_NEVER,
            Hindrance::RuledOut => safe_ways::RULED_OUT,
            Hindrance::ParentWithoutLeave | Hindrance::NotToBeTold => safe_ways::NOT_TO_BE_TOLD,
        };
        Some(safe_ways::against(lang, label(*way)?, lang.say(why)))
    });
    let needed = safe_ways::needed(lang, open.voice).to_owned();
    [needed].into_iter().chain(against).chain([lang.say(safe_ways::MEND).to_owned()]).collect::<Vec<_>>().join(" ")
}

//! One section of questions: shown, saved, shown again where something is wrong or more is asked. And the list of all.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment, Query};

use super::draft;
use super::{Action, Sent, Wish, after, asking, brings_more, first, keep, lead_on, section_of, then, unsaved};
use crate::form::REFERRAL;
use crate::intake::progress;
use crate::view;
use crate::view::tasks::Tasks;
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{PostedPage, Visit};
use crate::web::{page, redirect, redirect_to, unprocessable};
use crate::words::times;

/// A section of the draft.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    visit: Visit,
    slug: Segment<String>,
    wish: Query<Wish>,
) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let (section, number, of) = section_of(&slug, open.voice, &open.counting.answers)?;
    let token = visit.token();
    let mut asking = asking(&rooms, &open, &[], then(&wish.then), !wish.more.is_empty(), &token);
    asking.sheet.choose = &wish.choose;
    Ok(page(view::section::section(&rooms.site, &asking, section, number, of)))
}

/// Keeps a section. Everything typed is kept before anything is said about it.
pub(in crate::web) async fn save(
    rooms: Data<Rooms>,
    slug: Segment<String>,
    posted: PostedPage,
) -> Result<HttpResponse, Error> {
    let sent = Sent::of(&posted.form);
    let open = match keep(&rooms, &posted, &sent).await {
        Ok(open) => open,
        Err(error) => {
            return unsaved(&rooms, (&posted, &sent), error, |asking| {
                let (section, number, of) = section_of(&slug, asking.sheet.voice, asking.sheet.answers)?;
                Ok(view::section::section(&rooms.site, asking, section, number, of).into_string())
            });
        }
    };
    let (section, number, of) = section_of(&slug, open.voice, &open.counting.answers)?;
    if let Some(list) = sent.action.elsewhere(&open, Path::Section(section.slug), sent.then) {
        return Ok(list);
    }
    if sent.action != Action::Save {
        return Ok(redirect(Path::Section(section.slug)));
    }
    let problems = open.problems_on(&sent.page);
    if !problems.is_empty() {
        let token = posted.token();
        let asking = asking(&rooms, &open, &problems, sent.then, false, &token);
        return Ok(unprocessable(view::section::section(&rooms.site, &asking, section, number, of)));
    }
    let mut more = false;
    REFERRAL.walk_section(section, &open.counting.answers, open.voice, |asked| more |= brings_more(&sent.page, &asked));
    if more {
        let then = sent.then.slug();
        return Ok(redirect_to(&format!("{}?then={then}&more=1", Path::Section(section.slug))));
    }
    Ok(first(&open, &sent).unwrap_or_else(|| lead_on(&open, sent.then, after(&slug, &open))))
}

/// Every section with how far it has come.
pub(in crate::web) async fn tasks(rooms: Data<Rooms>, visit: Visit, wish: Query<Wish>) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let sections = progress::of(&REFERRAL, &open.counting.answers, open.voice, rooms.clock.today());
    let kept_until = times::day(rooms.site.lang, crate::clock::civil_date(open.until));
    let tasks = Tasks { voice: open.voice, sections: &sections, kept_until: &kept_until, anew: !wish.anew.is_empty() };
    Ok(page(view::tasks::tasks(&rooms.site, &tasks)))
}

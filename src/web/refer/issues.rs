//! The issues of a referral: the list, and one at a time with its own dates.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment, Query};

use super::draft::{self, Open};
use super::{Action, Sent, Wish, after, asking, brings_more, keep, lead_on, section_of, then, unsaved};
use crate::form::{Asked, Key, Need, REFERRAL};
use crate::view;
use crate::view::section::IssueLine;
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::{Posted, PostedPage, Visit};
use crate::web::{page, redirect, redirect_to, unprocessable};

/// The list of issues.
pub(in crate::web) async fn list(rooms: Data<Rooms>, visit: Visit, wish: Query<Wish>) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let (section, number, of) = section_of(Key::Issues.slug(), open.voice, &open.counting.answers)?;
    let token = visit.token();
    let asking = asking(&rooms, &open, &[], then(&wish.then), false, &token);
    Ok(page(view::section::issues(&rooms.site, &asking, section, &lines(&open), (number, of))))
}

/// Adds an issue, takes one away, or goes on.
pub(in crate::web) async fn change(rooms: Data<Rooms>, visit: Visit, posted: Posted) -> Result<HttpResponse, Error> {
    let sent = Sent::of(&posted);
    let open = draft::change(&rooms, &visit, &sent).await?;
    Ok(match (&sent.action, open.added) {
        (_, Some(id)) => redirect(Path::Issue(id)),
        (Action::Stop, None) => lead_on(&open, sent.then, Path::Save),
        (Action::Save, None) => lead_on(&open, sent.then, after(Key::Issues.slug(), &open)),
        _ => redirect(Path::Issues),
    })
}

/// One issue.
pub(in crate::web) async fn show(
    rooms: Data<Rooms>,
    visit: Visit,
    id: Segment<u32>,
    wish: Query<Wish>,
) -> Result<HttpResponse, Error> {
    let open = draft::open(&rooms, &visit).await?;
    let place = place(&open, *id).ok_or(Error::NotFound)?;
    let token = visit.token();
    let mut asking = asking(&rooms, &open, &[], then(&wish.then), !wish.more.is_empty(), &token);
    asking.sheet.choose = &wish.choose;
    Ok(page(view::section::issue(&rooms.site, &asking, *id, place)))
}

/// Keeps an issue.
pub(in crate::web) async fn save(
    rooms: Data<Rooms>,
    id: Segment<u32>,
    posted: PostedPage,
) -> Result<HttpResponse, Error> {
    let sent = Sent::of(&posted.form);
    let open = match keep(&rooms, &posted, &sent).await {
        Ok(open) => open,
        Err(error) => {
            return unsaved(&rooms, (&posted, &sent), error, |asking| {
                let ids = sent.page.item_ids(Key::Issues.slug());
                let place = place_of(*id, &ids).ok_or(Error::NotFound)?;
                Ok(view::section::issue(&rooms.site, asking, *id, place).into_string())
            });
        }
    };
    let place = place(&open, *id).ok_or(Error::NotFound)?;
    if let Some(list) = sent.action.elsewhere(&open, Path::Issue(*id), sent.then) {
        return Ok(list);
    }
    if sent.action != Action::Save {
        return Ok(redirect(Path::Issue(*id)));
    }
    let problems = open.problems_on(&sent.page);
    if !problems.is_empty() {
        let token = posted.token();
        let asking = asking(&rooms, &open, &problems, sent.then, false, &token);
        return Ok(unprocessable(view::section::issue(&rooms.site, &asking, *id, place)));
    }
    let mut more = false;
    walk_issue(&open, *id, |asked| more |= brings_more(&sent.page, &asked));
    if more {
        return Ok(redirect_to(&format!("{}?then={}&more=1", Path::Issue(*id), sent.then.slug())));
    }
    Ok(lead_on(&open, sent.then, Path::Issues))
}

/// The place of an issue among those of the draft, from 1.
fn place(open: &Open, id: u32) -> Option<usize> {
    place_of(id, &open.raw.item_ids(Key::Issues.slug()))
}

fn place_of(id: u32, ids: &[u32]) -> Option<usize> {
    (1..).zip(ids).find(|(_, found)| **found == id).map(|(place, _)| place)
}

fn lines(open: &Open) -> Vec<IssueLine> {
    let ids = open.raw.item_ids(Key::Issues.slug());
    ids.into_iter().map(|id| line(open, id)).collect()
}

fn line(open: &Open, id: u32) -> IssueLine {
    let answers = open.counting.answers.items(Key::Issues).iter().find(|item| item.id == id);
    let kind = answers.and_then(|item| item.answers.one(Key::IssueKind));
    let kind = kind.and_then(|slug| REFERRAL.question(Key::IssueKind)?.choice(slug));
    let mut missing = 0;
    walk_issue(open, id, |asked| {
        missing += usize::from(asked.answer.is_none() && asked.question.need == Need::ToTriage);
    });
    IssueLine { id, kind: kind.map(|choice| choice.label.say(open.voice)), missing }
}

fn walk_issue(open: &Open, id: u32, mut visit: impl FnMut(Asked<'_>)) {
    let within = format!("{}.{id}.", Key::Issues.slug());
    REFERRAL.walk(&open.counting.answers, open.voice, |asked| {
        if asked.path.starts_with(&within) {
            visit(asked);
        }
    });
}

//! The way of a referral through its pages, from a door to the receipt. Handlers only: what is asked is the form's,
//! what counts is the intake's, how it looks is the view's, where it is kept is the store's.

pub(super) mod check;
pub(super) mod come_back;
pub(super) mod door;
pub(super) mod draft;
pub(super) mod everything;
pub(super) mod issues;
pub(super) mod said_no;

pub(super) mod section;
pub(super) mod send;

use actix_web::HttpResponse;
use serde::Deserialize;

use self::draft::Open;
use super::error::Error;
use super::paths::Path;
use super::rooms::Rooms;
use super::visit::{Posted, PostedPage};
use super::{redirect, redirect_to};
use crate::form::{Answers, Asked, Key, Kind, Problem, REFERRAL, RawAnswers, Section, Voice};
use crate::view::form::{ACTION, THEN, VOICE, action};
use crate::view::section::{Asking, Notice, Then};
use crate::view::{Sheet, Token};

/// What the address of a page of questions may add.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    /// `check`: come back to reading it through.
    #[serde(default)]
    then: String,
    /// Set where the last answers brought more questions.
    #[serde(default)]
    more: String,
    /// Set where a form had to be begun anew.
    #[serde(default)]
    anew: String,
    /// The path of a long list that is shown although an answer is chosen.
    #[serde(default)]
    choose: String,
}

fn then(wish: &str) -> Then {
    if wish == Then::Check.slug() { Then::Check } else { Then::On }
}

/// What the pressed button of a page of questions asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Action {
    /// Keep and go on.
    Save,
    /// Keep, and get a code to come back with.
    Stop,
    /// Keep, and show the long list of this path again, from which an answer was chosen.
    Choose(String),
    /// Add an item to this repeat.
    Add(String),
    /// Take this item away: the path of the repeat, the id of the item.
    Remove(String, u32),
}

impl Action {
    /// Reads a button's value; anything else saves, which harms nobody.
    fn read(value: &str) -> Self {
        if value == action::STOP {
            return Self::Stop;
        }
        if let Some(list) = value.strip_prefix(action::CHOOSE) {
            return Self::Choose(list.to_owned());
        }
        if let Some(repeat) = value.strip_prefix(action::ADD) {
            return Self::Add(repeat.to_owned());
        }
        let item = value.strip_prefix(action::REMOVE).and_then(|item| item.rsplit_once('.'));
        match item.and_then(|(repeat, id)| Some((repeat, id.parse().ok()?))) {
            Some((repeat, id)) => Self::Remove(repeat.to_owned(), id),
            None => Self::Save,
        }
    }

    /// A page that shows the long list which is asked for, if one is.
    fn choosing<'a>(&'a self, mut asking: Asking<'a>) -> Asking<'a> {
        if let Self::Choose(list) = self {
            asking.sheet.choose = list;
        }
        asking
    }

    /// Where a button leads that neither saves nor goes on: to the code where somebody stops here; back to the same page
    /// where it shall show a list.
    fn elsewhere(&self, open: &Open, page: Path<'_>, then: Then) -> Option<HttpResponse> {
        let list = match self {
            Self::Choose(list) => list,
            Self::Stop => return Some(lead_on(open, Then::On, Path::Save)),
            _ => return None,
        };
        let names_one = |part: &str| Key::from_slug(part).is_some() || part.parse::<u32>().is_ok();
        let is_ours = list.rsplit('.').next().is_some_and(names_one);
        let list =
            if is_ours && list.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c)) { list } else { "" };
        Some(redirect_to(&format!("{page}?choose={list}&then={}#{list}", then.slug())))
    }

    /// Does it to what was typed; says the id of an item that was added.
    fn apply(&self, raw: &mut RawAnswers) -> Option<u32> {
        match self {
            Self::Save | Self::Stop | Self::Choose(_) => None,
            Self::Add(repeat) => is_repeat(repeat).then(|| raw.add_item(repeat)),
            Self::Remove(repeat, id) => {
                raw.remove_item(repeat, *id);
                None
            }
        }
    }
}

/// Whether a path names a repeat of the form: only those can grow.
fn is_repeat(path: &str) -> bool {
    let slug = path.rsplit('.').next().unwrap_or(path);
    Key::from_slug(slug)
        .and_then(|key| REFERRAL.question(key))
        .is_some_and(|question| matches!(question.kind, Kind::Repeat(_)))
}

/// What a posted page of questions holds.
pub(super) struct Sent {
    /// The fields the page showed.
    page: RawAnswers,
    /// The pressed button.
    action: Action,
    /// Where the page leads.
    then: Then,
    /// The voice the page spoke in, for when the draft behind it is gone.
    voice: Option<Voice>,
}

impl Sent {
    fn of(posted: &Posted) -> Self {
        Self {
            page: posted.answers(&[ACTION, THEN, VOICE]),
            action: Action::read(posted.last(ACTION)),
            then: then(posted.field(THEN)),
            voice: Voice::from_slug(posted.field(VOICE)),
        }
    }
}

/// The section of that slug, where this voice has it and it still asks anything, with its place and how many there are.
fn section_of(slug: &str, voice: Voice, answers: &Answers) -> Result<(&'static Section, usize, usize), Error> {
    let sections: Vec<_> = REFERRAL.sections_of(answers, voice).collect();
    let (number, section) = (1..).zip(&sections).find(|(_, section)| section.slug == slug).ok_or(Error::NotFound)?;
    Ok((section, number, sections.len()))
}

/// The section after this one; the list of all parts after the last.
fn after(slug: &str, open: &Open) -> Path<'static> {
    let asked: Vec<_> = REFERRAL.sections_of(&open.counting.answers, open.voice).map(|section| section.slug).collect();
    let mut later = REFERRAL.sections_for(open.voice).skip_while(|section| section.slug != slug).skip(1);
    later.find(|section| asked.contains(&section.slug)).map_or(Path::Tasks, crate::view::tasks::path_of)
}

/// What a page of questions shows of a draft.
fn asking<'a>(
    rooms: &Rooms,
    open: &'a Open,
    problems: &'a [Problem],
    then: Then,
    more: bool,
    token: &'a str,
) -> Asking<'a> {
    Asking {
        form: &REFERRAL,
        sheet: Sheet {
            lang: rooms.site.lang,
            voice: open.voice,
            typed: &open.raw,
            answers: &open.counting.answers,
            problems,
            choose: "",
        },
        then,
        kept: open.kept,
        notice: more.then_some(Notice::BroughtMore),
        token: Token(token),
    }
}

/// Keeps a page in the draft of its visit.
async fn keep(rooms: &Rooms, posted: &PostedPage, sent: &Sent) -> Result<Open, Error> {
    let outlived = posted.outlived_its_form();
    let open = draft::change(rooms, posted.visit()?, sent).await?;
    Ok(Open { anew: open.anew || outlived, ..open })
}

/// A page that could not be kept, shown again with all that was typed on it: pressing save again is enough.
fn unsaved(
    rooms: &Rooms,
    (posted, sent): (&PostedPage, &Sent),
    error: Error,
    show: impl FnOnce(&Asking<'_>) -> Result<String, Error>,
) -> Result<HttpResponse, Error> {
    let notice = match error {
        _ if posted.is_of_another_form() => Notice::AnotherForm,
        Error::Conflict => Notice::AnotherForm,
        _ if posted.was_sent_meanwhile() => Notice::Sent,
        Error::TooLarge => Notice::TooMuch,
        Error::Away(_) | Error::NotFromHere | Error::Unexpected(_) => Notice::NotSaved,
        Error::TooMany(_, seconds) => Notice::Busy(seconds),
        error => return Err(error),
    };
    let Some(voice) = sent.voice else { return Err(error) };
    let open = Open::unkept(rooms, voice, sent.page.clone())?;
    let token = posted.token();
    let asking = Asking { notice: Some(notice), ..asking(rooms, &open, &[], sent.then, false, &token) };
    let asking = sent.action.choosing(asking);
    Ok(error.shown_on(show(&asking)?))
}

/// Whether a question is asked now that was not shown: then the answers have brought more.
fn brings_more(shown: &RawAnswers, asked: &Asked<'_>) -> bool {
    !matches!(asked.question.kind, Kind::Repeat(_)) && !shown.mentions(asked.path)
}

/// Leads to the emergency words where this page told of danger, or of a doubt: they come before anything else.
fn danger_first(open: &Open, sent: &Sent) -> Option<HttpResponse> {
    let told = sent.page.mentions(Key::DangerNow.slug()) && tells_of_danger(open);
    told.then(|| match sent.then {
        Then::On => redirect(Path::Danger),
        Then::Check => redirect_to(&format!("{}?then={}", Path::Danger, Then::Check.slug())),
    })
}

/// Leads to what comes before the next page: the emergency words, or what can be done where the person said no.
fn first(open: &Open, sent: &Sent) -> Option<HttpResponse> {
    danger_first(open, sent).or_else(|| said_no::leads_there(open, sent))
}

/// Whether someone is in danger now, or may be.
fn tells_of_danger(open: &Open) -> bool {
    matches!(open.counting.answers.one(Key::DangerNow), Some("yes" | "not-sure"))
}

/// Where the form goes on after the emergency words: where the page led that told of danger. Without a draft, while
/// nobody can look it up, the list of all parts.
pub(super) fn after_danger(open: Option<&Open>, wish: &Wish) -> Path<'static> {
    let first = open.and_then(|open| Some((open, REFERRAL.sections_for(open.voice).next()?)));
    match then(&wish.then) {
        Then::Check => Path::Check,
        Then::On => first.map_or(Path::Tasks, |(open, first)| after(first.slug, open)),
    }
}

/// Where a saved page of questions leads.
fn lead_on(open: &Open, then: Then, on: Path<'_>) -> HttpResponse {
    match then {
        // What was written before is not in it: nobody shall find that out on the receipt.
        _ if open.anew => redirect_to(&format!("{}?anew=1", Path::Tasks)),
        Then::Check => redirect(Path::Check),
        Then::On => redirect(on),
    }
}

//! What triage decides: another band, or what happens with an issue. Everything but an acceptance needs its reason.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment};

use chrono::{DateTime, Utc};

use super::referral::{Again, Found};
use super::{Staff, Writing};
use crate::form::{Kind, Line, Wrong};
use crate::ids::Reference;
use crate::intake;
use crate::intake::priority::Measure;
use crate::permission::Action;
use crate::reassess;
use crate::settings::rubric::Band;
use crate::store::referrals::Override;
use crate::store::{self, AnyConnection, referrals};
use crate::triage::life::{Decision, IssueState};
use crate::view::Told;
use crate::view::staff::decide::field;
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;
use crate::web::{redirect, unprocessable};
use crate::words::{Lang, problems, staff as words};

/// The most characters of a reason.
const LONGEST: usize = 2000;

/// Puts the referral in another band.
pub(in crate::web) async fn band(
    rooms: Data<Rooms>,
    Writing { who, posted }: Writing,
    reference: Segment<String>,
) -> Result<HttpResponse, Error> {
    who.may(Action::OverrideBand)?;
    let found = Found::to_decide(&rooms, &who, &reference).await?;
    let (slug, reason) = (posted.field(field::BAND), reason(&posted));
    let (band, lang) = (Band::from_slug(slug), rooms.site.lang);
    let mut told = Vec::new();
    if band.is_none() {
        told.push(of_band(lang, field::BAND, lang.say(words::CHOOSE_BAND)));
    }
    if reason.is_empty() {
        told.push(of_band(lang, field::REASON, lang.say(words::GIVE_REASON)));
    }
    told.extend(too_long(lang, &reason).map(|sentence| of_band(lang, field::REASON, &sentence)));
    let again = |told| Again { told, band: slug.to_owned(), band_reason: reason.clone(), ..Again::default() };
    let Some(band) = band.filter(|_| told.is_empty()) else {
        return show_again(&rooms, &who, &reference, &again(told)).await;
    };
    let (vault, actor, now) = (rooms.vault.clone(), who.actor, rooms.clock.now());
    let chosen = chosen(&rooms, &found, (band, reason.clone()), now)?;
    let (at, version) = (found.referral.reference, version(&posted));
    let set =
        move |conn: &mut AnyConnection| referrals::override_band(conn, &vault, actor, (&at, version), &chosen, now);
    match rooms.db.writing(set).await {
        Ok(()) => Ok(redirect(Path::Referral(&reference))),
        Err(store::Error::Conflict) => {
            let told = vec![of_band(lang, field::BAND, lang.say(words::CHANGED_MEANWHILE))];
            show_again(&rooms, &who, &reference, &again(told)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The referral as it stands now, with everything that was typed and what to put right.
pub(super) async fn show_again(
    rooms: &Rooms,
    who: &Staff,
    reference: &str,
    again: &Again,
) -> Result<HttpResponse, Error> {
    let found = Found::open(rooms, who, reference).await?;
    Ok(unprocessable(found.page(rooms, who, again)))
}

/// The version of the referral that was on the screen; none that ever was where the form does not say.
pub(super) fn version(posted: &Posted) -> i64 {
    posted.field(field::VERSION).parse().unwrap_or(-1)
}

/// The band with its moment for contact and its place in it, which the intake works out as it does when the referral is
/// weighed again.
fn chosen(rooms: &Rooms, found: &Found, (band, reason): (Band, String), now: DateTime<Utc>) -> Result<Override, Error> {
    let referral = &found.referral;
    let answers = reassess::read(&referral.answers, referral.voice, referral.received_at)
        .ok_or(Error::Unexpected("a stored referral cannot be read"))?;
    let measure = Measure { rubric: &rooms.rubric, calendar: &rooms.calendar, now, received_at: referral.received_at };
    let assessment = intake::assess_again(&answers, referral.voice, &measure);
    let contact_by = assessment.contact_by_in(band, &measure);
    let standing = assessment.standing(rooms.rubric.statutory_first);
    Ok(Override { band, contact_by, standing, reason })
}

/// Decides one issue.
pub(in crate::web) async fn issue(
    rooms: Data<Rooms>,
    Writing { who, posted }: Writing,
    at: Segment<(String, u32)>,
) -> Result<HttpResponse, Error> {
    who.may(Action::DecideIssue)?;
    let (reference, number) = at.into_inner();
    let name: Reference = reference.parse().map_err(|_| Error::NotFound)?;
    let decision = match decision(rooms.site.lang, &posted, number) {
        Ok(decision) => decision,
        Err(told) => return show_again(&rooms, &who, &reference, &again(number, &posted, told)).await,
    };
    let (vault, actor, now) = (rooms.vault.clone(), who.actor, rooms.clock.now());
    let version = version(&posted);
    let decide = move |conn: &mut AnyConnection| {
        referrals::decide_issue(conn, &vault, actor, (&name, version, number), &decision, now)
    };
    match rooms.db.writing(decide).await {
        Ok(_) => Ok(redirect(Path::Referral(&reference))),
        Err(store::Error::Conflict) => {
            let found = Found::to_decide(&rooms, &who, &reference).await?;
            let settled = found.referral.version == version && is_settled(&found, number, &posted);
            let why = if settled { words::DECIDED_MEANWHILE } else { words::CHANGED_MEANWHILE };
            let told = told(rooms.site.lang, (number, field::WAY), rooms.site.lang.say(why));
            show_again(&rooms, &who, &reference, &again(number, &posted, told)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What was decided, or what is still missing to decide it.
fn decision(lang: Lang, posted: &Posted, number: u32) -> Result<Decision, Told> {
    let words_of = reason(posted);
    let told = |name, sentence: &str| told(lang, (number, name), sentence);
    let needs_words = || told(field::REASON, lang.say(words::GIVE_DECISION_REASON));
    if let Some(sentence) = too_long(lang, &words_of) {
        return Err(told(field::REASON, &sentence));
    }
    let said = |words: String| if words.is_empty() { Err(needs_words()) } else { Ok(words) };
    match IssueState::from_slug(posted.field(field::WAY)) {
        Some(IssueState::Accepted) => {
            let choose = || told(field::LINE, lang.say(words::CHOOSE_LINE));
            let line = Line::from_slug(posted.field(field::LINE)).ok_or_else(choose)?;
            Ok(Decision::Accept { line: line.slug().to_owned(), note: words_of })
        }
        Some(IssueState::Asked) => Ok(Decision::Ask { what: said(words_of)? }),
        Some(IssueState::Signposted) => Ok(Decision::Signpost { to: said(words_of)? }),
        Some(IssueState::Declined) => Ok(Decision::Decline { reason: said(words_of)? }),
        Some(IssueState::Open) | None => Err(told(field::WAY, lang.say(words::CHOOSE_WAY))),
    }
}

/// Whether the issue stands where that decision would put it already.
fn is_settled(found: &Found, number: u32, posted: &Posted) -> bool {
    let wanted = IssueState::from_slug(posted.field(field::WAY));
    let issue = found.referral.issues.iter().find(|issue| issue.number == number);
    issue.zip(wanted).is_some_and(|(issue, wanted)| !issue.state.may_become(wanted))
}

fn again(number: u32, posted: &Posted, told: Told) -> Again {
    Again {
        told: vec![told],
        issue: number,
        way: posted.field(field::WAY).to_owned(),
        line: posted.field(field::LINE).to_owned(),
        reason: reason(posted),
        ..Again::default()
    }
}

/// A problem with a field of the form for another band.
fn of_band(lang: Lang, name: &str, sentence: &str) -> Told {
    Told::within(lang.say(words::OVERRIDE).to_owned(), name, sentence)
}

/// A problem with a field of an issue's form: a page holds several of these forms.
fn told(lang: Lang, (number, name): (u32, &str), sentence: &str) -> Told {
    Told::within(words::issue_number(lang, number), &format!("issue-{number}-{name}"), sentence)
}

fn reason(posted: &Posted) -> String {
    posted.field(field::REASON).trim().to_owned()
}

/// What to do about a reason that is too long: it is never cut short unseen, because it may be read out to the person.
pub(super) fn too_long(lang: Lang, reason: &str) -> Option<String> {
    let over = reason.chars().count().checked_sub(LONGEST).filter(|over| *over > 0)?;
    Some(problems::sentence(lang, Wrong::TooLong { most: LONGEST, over }, &Kind::Text(LONGEST)))
}

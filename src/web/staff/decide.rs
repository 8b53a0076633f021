//! What triage decides: another band, or what happens with an issue. Every decision carries its reason.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path as Segment};

use super::Staff;
use super::referral::{Again, Found};
use crate::form::Line;
use crate::intake::rank::Standing;
use crate::permission::Action;
use crate::settings::rubric::Band;
use crate::store::referrals::Override;
use crate::store::{self, referrals};
use crate::triage::life::{Decision, IssueState};
use crate::view::Told;
use crate::view::staff::decide::field;
use crate::web::error::Error;
use crate::web::paths::Path;
use crate::web::rooms::Rooms;
use crate::web::visit::Posted;
use crate::web::{redirect, unprocessable};
use crate::words::{Lang, staff as words};

/// The most characters of a reason.
const LONGEST: usize = 2000;

/// Puts the referral in another band.
pub(in crate::web) async fn band(
    rooms: Data<Rooms>,
    who: Staff,
    reference: Segment<String>,
    posted: Posted,
) -> Result<HttpResponse, Error> {
    who.may(Action::OverrideBand)?;
    let found = Found::load(&rooms, &who, &reference).await?;
    let (slug, reason) = (posted.field(field::BAND), reason(&posted));
    let band = Band::from_slug(slug);
    let mut told = Vec::new();
    if band.is_none() {
        told.push(Told::here(field::BAND, rooms.site.lang.say(words::CHOOSE_BAND)));
    }
    if reason.is_empty() {
        told.push(Told::here(field::REASON, rooms.site.lang.say(words::GIVE_REASON)));
    }
    let Some(band) = band.filter(|_| told.is_empty()) else {
        let again = Again { told, band: slug.to_owned(), band_reason: reason, ..Again::default() };
        return Ok(unprocessable(found.page(&rooms, &who, &again)));
    };
    let chosen = chosen(&rooms, &found, band, reason);
    let (vault, actor, now) = (rooms.vault.clone(), who.actor, rooms.clock.now());
    let (reference, version) = (found.referral.reference.clone(), found.referral.version);
    let at = reference.clone();
    rooms.db.writing(move |conn| referrals::override_band(conn, &vault, actor, (&at, version), &chosen, now)).await?;
    Ok(redirect(Path::Referral(reference.letters())))
}

/// The band with its moment for contact: that of its target from receipt, or the computed one if that comes first.
fn chosen(rooms: &Rooms, found: &Found, band: Band, reason: String) -> Override {
    let referral = &found.referral;
    let days = rooms.rubric.target(band);
    let target = rooms.calendar.nth_close(referral.received_at, days);
    let computed = found.assessment.most_urgent().map_or(target, |issue| issue.contact_by);
    let contact_by = if band <= referral.computed_band { target.min(computed) } else { target };
    let standing = Standing {
        points: i32::try_from(referral.points).unwrap_or(i32::MAX),
        is_statutory: found.assessment.is_statutory(),
        statutory_first: rooms.rubric.statutory_first,
    };
    Override { band, contact_by, standing, reason }
}

/// Decides one issue.
pub(in crate::web) async fn issue(
    rooms: Data<Rooms>,
    who: Staff,
    at: Segment<(String, u32)>,
    posted: Posted,
) -> Result<HttpResponse, Error> {
    who.may(Action::DecideIssue)?;
    let (reference, number) = at.into_inner();
    let found = Found::load(&rooms, &who, &reference).await?;
    let reference = found.referral.reference.clone();
    let decision = match decision(rooms.site.lang, &posted, number) {
        Ok(decision) => decision,
        Err(told) => return Ok(again(&rooms, &who, &found, number, &posted, told)),
    };
    let (vault, actor, now) = (rooms.vault.clone(), who.actor, rooms.clock.now());
    let version = found.referral.version;
    let here = reference.clone();
    let decided = rooms
        .db
        .writing(move |conn| referrals::decide_issue(conn, &vault, actor, (&here, version, number), &decision, now))
        .await;
    match decided {
        Ok(_) => Ok(redirect(Path::Referral(reference.letters()))),
        Err(store::Error::Conflict) if is_settled(&found, number, &posted) => {
            let told = Told::here(&id(number, field::WAY), rooms.site.lang.say(words::DECIDED_MEANWHILE));
            Ok(again(&rooms, &who, &found, number, &posted, told))
        }
        Err(error) => Err(error.into()),
    }
}

/// What was decided, or what is still missing to decide it.
fn decision(lang: Lang, posted: &Posted, number: u32) -> Result<Decision, Told> {
    let words_of = reason(posted);
    let needs_words = || Told::here(&id(number, field::REASON), lang.say(words::GIVE_DECISION_REASON));
    let said = |words: String| if words.is_empty() { Err(needs_words()) } else { Ok(words) };
    match IssueState::from_slug(posted.field(field::WAY)) {
        Some(IssueState::Accepted) => {
            let line = Line::from_slug(posted.field(field::LINE)).unwrap_or(Line::Community);
            Ok(Decision::Accept { line: line.slug().to_owned(), note: words_of })
        }
        Some(IssueState::Asked) => Ok(Decision::Ask { what: said(words_of)? }),
        Some(IssueState::Signposted) => Ok(Decision::Signpost { to: said(words_of)? }),
        Some(IssueState::Declined) => Ok(Decision::Decline { reason: said(words_of)? }),
        Some(IssueState::Open) | None => Err(Told::here(&id(number, field::WAY), lang.say(words::CHOOSE_WAY))),
    }
}

/// Whether the issue stands where that decision would put it already.
fn is_settled(found: &Found, number: u32, posted: &Posted) -> bool {
    let wanted = IssueState::from_slug(posted.field(field::WAY));
    let issue = found.referral.issues.iter().find(|issue| issue.number == number);
    issue.zip(wanted).is_some_and(|(issue, wanted)| !issue.state.may_become(wanted))
}

fn again(rooms: &Rooms, who: &Staff, found: &Found, number: u32, posted: &Posted, told: Told) -> HttpResponse {
    let again = Again {
        told: vec![told],
        issue: number,
        way: posted.field(field::WAY).to_owned(),
        line: posted.field(field::LINE).to_owned(),
        reason: reason(posted),
        ..Again::default()
    };
    unprocessable(found.page(rooms, who, &again))
}

/// The id of a field of an issue's form: a page holds several of these forms.
fn id(number: u32, name: &str) -> String {
    format!("issue-{number}-{name}")
}

fn reason(posted: &Posted) -> String {
    posted.field(field::REASON).trim().chars().take(LONGEST).collect()
}

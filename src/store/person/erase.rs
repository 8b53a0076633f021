//! Destroys what names a person. What stays: the nameless row, the history without its words, and a number.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde_json::json;

use super::tally::count_gone;
use crate::ids::Reference;
use crate::intake::record::Record;
use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, named, seconds};
use crate::store::connection::AnyConnection;
use crate::store::error::{Error, Fault, Result};
use crate::store::events::{EventKind, NewEvent, append};
use crate::store::outbox::{NewMail, raise};
use crate::store::referrals::{SealedPerson, person_place, place, shift};
use crate::store::schema::{
    call_backs, events, feedback, invitations, issue_dates, issues, outbox, people, people_index, referrals,
};
use crate::triage::ending::Limit;
use crate::triage::life::Status;
use crate::vault::Vault;

/// Why something is destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Its time is over.
    Retention,
    /// The person, or somebody for them, asked.
    Request,
}

impl Ground {
    /// The frozen name used in stored rows.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Retention => "retention",
            Self::Request => "request",
        }
    }

    /// The ground of that name, if there is one.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::Retention, Self::Request].into_iter().find(|ground| ground.slug() == slug)
    }
}

/// What is to be erased, and why.
#[derive(Clone)]
pub struct Erasure {
    /// On which ground. By request whatever is kept as of the same person goes, by retention this one.
    pub ground: Ground,
    /// Why, in words that name nobody: they stay in the history. Needed for a request.
    pub why: String,
    /// The limits that were set aside, by their frozen names.
    pub set_aside: Vec<&'static str>,
    /// The mail that tells others of it, where there is an address for that.
    pub alarm: Option<NewMail>,
    /// When it was last opened or changed, as it stood when its time was found to be over. What was opened or decided
    /// since is in use again, and stays.
    pub untouched_since: Option<DateTime<Utc>>,
}

impl Erasure {
    /// A request, with its reason, what was set aside for it, and the mail that tells others.
    #[must_use]
    pub const fn asked(why: String, set_aside: Vec<&'static str>, alarm: Option<NewMail>) -> Self {
        Self { ground: Ground::Request, why, set_aside, alarm, untouched_since: None }
    }

    /// Of a referral whose time is over and that nobody has touched since then.
    #[must_use]
    pub const fn over(untouched_since: DateTime<Utc>) -> Self {
        Self {
            ground: Ground::Retention,
            why: String::new(),
            set_aside: Vec::new(),
            alarm: None,
            untouched_since: Some(untouched_since),
        }
    }
}

/// What was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The referrals.
    pub references: Vec<Reference>,
    /// Whether nothing is left of the person: no other referral of theirs stands.
    pub person: bool,
}

/// Erases a referral, and by request whatever else is kept as of the same person. For all of a row to be gone from the
/// disk see `store::tidy`.
///
/// # Errors
/// [`Error::Conflict`] when it was erased before, is held and that was not set aside, or was touched since its time was
/// found to be over; [`Fault::Rule`] for a request without a reason.
pub fn erase(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    reference: &Reference,
    erasure: &Erasure,
    now: DateTime<Utc>,
) -> Result<Erased> {
    let by_request = erasure.ground == Ground::Request;
    allow(actor, if by_request { Action::ErasePerson } else { Action::Sweep }, Whose::Own)?;
    if by_request && erasure.why.trim().is_empty() {
        return Err(Fault::Rule.into());
    }
    let person: i64 = referrals::table
        .filter(referrals::reference.eq(reference.letters()))
        .select(referrals::person_id)
        .first(conn)?;
    let theirs: Vec<(i64, String)> = referrals::table
        .filter(referrals::person_id.eq(person))
        .filter(referrals::erased_at.is_null())
        .order(referrals::id)
        .select((referrals::id, referrals::reference))
        .load(conn)?;
    let is_meant = |letters: &str| by_request || letters == reference.letters();
    let (meant, left): (Vec<_>, Vec<_>) = theirs.into_iter().partition(|(_, letters)| is_meant(letters));
    if meant.is_empty() {
        return Err(Error::Conflict);
    }
    let mut references = Vec::with_capacity(meant.len());
    for (id, letters) in meant {
        let reference: Reference = named(letters.parse().ok())?;
        erase_one(conn, vault, actor, (id, &reference), erasure, now)?;
        references.push(reference);
    }
    if left.is_empty() {
        erase_person(conn, vault, person)?;
    }
    raise(conn, vault, erasure.alarm.as_ref(), now)?;
    count_gone(conn, "referrals", erasure.ground, references.len(), now)?;
    Ok(Erased { references, person: left.is_empty() })
}

fn erase_one(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (id, reference): (i64, &Reference),
    erasure: &Erasure,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = referrals::table.filter(referrals::id.eq(id));
    let despite_hold = erasure.set_aside.contains(&Limit::Held.slug());
    let touched_at = erasure.untouched_since.map(seconds);
    // Takes the row: of two who erase, one comes too late. So does who looked before it was held, or touched.
    let (status, band, voice): (String, String, String) = diesel::update(row)
        .filter(referrals::erased_at.is_null())
        .filter(referrals::held_at.is_null().or(despite_hold.into_sql::<Bool>()))
        .filter(referrals::touched_at.eq(touched_at.unwrap_or_default()).or(touched_at.is_none().into_sql::<Bool>()))
        .set((referrals::version.eq(referrals::version + 1), referrals::erased_at.eq(Some(seconds(now)))))
        .returning((referrals::status, referrals::band, referrals::voice))
        .get_result(conn)
        .optional()?
        .ok_or(Error::Conflict)?;
    let (status, band) = (named(Status::from_slug(&status))?, named(Band::from_slug(&band))?);
    let seal = |column, value: serde_json::Value| vault.seal_json(place(column, reference), &value);
    diesel::update(row)
        .set((
            referrals::status.eq(Status::Closed.slug()),
            referrals::ended_at.eq(Some(seconds(now))),
            referrals::held_at.eq(None::<i64>),
            referrals::answers.eq(seal("answers", json!({}))?),
            referrals::record.eq(seal("record", json!(Record::empty(voice)))?),
            referrals::assessment.eq(seal("assessment", json!({}))?),
            referrals::why.eq(seal("why", json!([]))?),
            referrals::emergency.eq(false),
            referrals::danger.eq(false),
            referrals::unsafe_contact.eq(false),
            referrals::communication.eq(false),
            referrals::risk.eq(false),
            referrals::gaps.eq(0),
        ))
        .execute(conn)?;
    // It stands in no list any more, and in no count.
    shift(conn, Some((status, band)), None)?;
    let own_issues = issues::table.filter(issues::referral_id.eq(id)).select(issues::id);
    diesel::delete(issue_dates::table.filter(issue_dates::issue_id.eq_any(own_issues))).execute(conn)?;
    diesel::delete(call_backs::table.filter(call_backs::referral_id.eq(id))).execute(conn)?;
    diesel::delete(outbox::table.filter(outbox::referral_id.eq(id))).execute(conn)?;
    erase_feedback(conn, id, erasure.ground)?;
    diesel::update(events::table.filter(events::referral_id.eq(id)))
        .set(events::words.eq(None::<Vec<u8>>))
        .execute(conn)?;
    let detail = [&[erasure.ground.slug()], erasure.set_aside.as_slice()].concat().join(":");
    let event = NewEvent { kind: EventKind::Erased, issue: None, detail: &detail, words: &erasure.why };
    append(conn, vault, actor, (id, reference), &event, now)
}

/// What the person said by a private code is theirs too, and goes when they ask; when time is over it has its own time,
/// and only the link goes.
fn erase_feedback(conn: &mut AnyConnection, referral: i64, ground: Ground) -> Result<()> {
    // Takes the codes first: who gives feedback with one just now has finished, or finds the code gone.
    let codes: Vec<i64> = diesel::update(invitations::table.filter(invitations::referral_id.eq(referral)))
        .set(invitations::used_at.eq(invitations::used_at))
        .returning(invitations::id)
        .get_results(conn)?;
    if ground == Ground::Request {
        let linked = feedback::table.filter(feedback::invitation_id.eq_any(codes.iter().copied().map(Some)));
        diesel::delete(linked).execute(conn)?;
    }
    diesel::delete(invitations::table.filter(invitations::id.eq_any(codes))).execute(conn)?;
    Ok(())
}

fn erase_person(conn: &mut AnyConnection, vault: &Vault, person: i64) -> Result<()> {
    let row = people::table.filter(people::id.eq(person));
    let name: String = row.select(people::row_name).first(conn)?;
    let nobody = vault.seal_json(person_place(&name), &SealedPerson::nobody())?;
    diesel::update(row).set(people::details.eq(nobody)).execute(conn)?;
    diesel::delete(people_index::table.filter(people_index::person_id.eq(person))).execute(conn)?;
    Ok(())
}

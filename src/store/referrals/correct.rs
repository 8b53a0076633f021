//! An answer is put right: the new answers with everything that follows from them, in one change. Who comes second with
//! the version of before is told so.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::assess::{Reassessed, apply, detail};
use super::decide::{follow_issues, hold};
use super::file::{Flags, NewIssue, NewPerson, insert_issues};
use super::person::change_person;
use super::place;
use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::{allow, count};
use crate::store::connection::AnyConnection;
use crate::store::error::{Fault, Result};
use crate::store::events::{EventKind, NewEvent, append};
use crate::store::outbox::withdraw;
use crate::store::schema::{issue_dates, issues, referrals};
use crate::triage::life::IssueState;
use crate::vault::Vault;

/// What an answer that was put right makes of a referral.
#[derive(Clone)]
pub struct Corrected {
    /// The field's name.
    pub path: String,
    /// Why, or who said so; never empty.
    pub why: String,
    /// The answers by name.
    pub answers: Value,
    /// The questions as asked with the answers as given, and what was said first.
    pub record: Value,
    /// Whom it is about.
    pub person: NewPerson,
    /// What the queue shows at a glance; the emergency is the assessment's.
    pub flags: Flags,
    /// What it is about.
    pub issues: Vec<NewIssue>,
    /// What it came to.
    pub assessment: Reassessed,
    /// A mail that must not go any more if it still waits, by its frozen name.
    pub withdrawn: Option<&'static str>,
}

/// Keeps it. [`Fault::Rule`] without a reason, [`Error::Conflict`](crate::store::Error::Conflict) when the referral
/// changed meanwhile.
pub fn correct(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (reference, version): (&Reference, i64),
    corrected: &Corrected,
    now: DateTime<Utc>,
) -> Result<()> {
    allow(actor, Action::CorrectAnswer, Whose::Own)?;
    if corrected.why.trim().is_empty() {
        return Err(Fault::Rule.into());
    }
    let mut held = hold(conn, reference, version)?;
    let row = referrals::table.filter(referrals::id.eq(held.id));
    let (person, computed): (i64, String) = row.select((referrals::person_id, referrals::computed_band)).first(conn)?;
    let from_to = detail(conn, &held, &corrected.assessment)?;
    let event = NewEvent { kind: EventKind::Corrected, issue: None, detail: &corrected.path, words: &corrected.why };
    append(conn, vault, actor, (held.id, reference), &event, now)?;
    let flags = corrected.flags;
    diesel::update(row)
        .set((
            referrals::answers.eq(vault.seal_json(place("answers", reference), &corrected.answers)?),
            referrals::record.eq(vault.seal_json(place("record", reference), &corrected.record)?),
            referrals::danger.eq(flags.danger),
            referrals::unsafe_contact.eq(flags.unsafe_contact),
            referrals::communication.eq(flags.communication),
            referrals::risk.eq(flags.risk),
        ))
        .execute(conn)?;
    if let Some(kind) = corrected.withdrawn {
        withdraw(conn, held.id, kind, now)?;
    }
    change_person(conn, vault, person, &corrected.person)?;
    let mut more = false;
    for issue in &corrected.issues {
        more |= change_issue(conn, held.id, issue)?;
    }
    if more {
        // Nobody has decided that one: what was decided already waits again.
        held.status = follow_issues(conn, &held, now)?;
    }
    apply(conn, vault, reference, &held, &corrected.assessment, now)?;
    if corrected.assessment.lapsed.is_some() || computed != corrected.assessment.computed_band.slug() {
        let event = NewEvent { kind: EventKind::Assessed, issue: None, detail: &from_to, words: "" };
        append(conn, vault, actor, (held.id, reference), &event, now)?;
    }
    Ok(())
}

/// Changes an issue, or adds one that only now stands, and says whether it did. The service line that staff decided on
/// stays.
fn change_issue(conn: &mut AnyConnection, referral: i64, new: &NewIssue) -> Result<bool> {
    let found: Option<(i64, String)> = issues::table
        .filter(issues::referral_id.eq(referral))
        .filter(issues::number.eq(count(new.number)))
        .select((issues::id, issues::state))
        .first(conn)
        .optional()?;
    let Some((id, state)) = found else {
        insert_issues(conn, referral, std::slice::from_ref(new))?;
        return Ok(true);
    };
    let row = issues::table.filter(issues::id.eq(id));
    diesel::update(row).set((issues::kind.eq(&new.kind), issues::stage.eq(new.stage.as_deref()))).execute(conn)?;
    if [IssueState::Open.slug(), IssueState::Asked.slug()].contains(&state.as_str()) {
        diesel::update(row).set(issues::service_line.eq(&new.line)).execute(conn)?;
    }
    diesel::delete(issue_dates::table.filter(issue_dates::issue_id.eq(id))).execute(conn)?;
    for date in &new.dates {
        super::file::insert_date(conn, id, date)?;
    }
    Ok(false)
}

//! Files a referral with everything it causes, in one transaction. Sending twice files it once.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::counts::shift;
use super::place;
use super::sealed::{Sealed, seal};
use crate::form::Voice;
use crate::ids::{DraftToken, ReceiptCode, Reference, SubmissionKey};
use crate::permission::{Action, Actor, Whose};
use crate::settings::rubric::Band;
use crate::store::codec::{allow, by_hash, count, instant, named, seconds};
use crate::store::connection::{AnyConnection, each_backend};
use crate::store::drafts;
use crate::store::error::{Error, Result};
use crate::store::events::First;
use crate::store::outbox::{NewMail, enqueue_sealed};
use crate::store::schema::{call_backs, issue_dates, issues, outbox, people, referrals};
use crate::triage::life::{Channel, IssueState, Status};
use crate::vault::{Plain, Vault};

/// What the queue shows at a glance; never why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "five facts that are each true or not, apart from each other")]
pub struct Flags {
    /// The emergency words were called for.
    pub emergency: bool,
    /// Someone is, or may be, in danger.
    pub danger: bool,
    /// Some way of making contact is not safe.
    pub unsafe_contact: bool,
    /// The person needs communication support.
    pub communication: bool,
    /// There is a risk to the person or to a visitor.
    pub risk: bool,
}

/// The person a referral is about.
#[derive(Clone)]
pub struct NewPerson {
    /// Who they are; sealed.
    pub details: Value,
    /// By what they can be found: a field's frozen name and the value. Only keyed hashes of folded values are kept.
    pub index: Vec<(&'static str, String)>,
}

/// A date of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDate {
    /// Its number in the form, from 1.
    pub number: u32,
    /// What happens then, by its frozen name.
    pub what: String,
    /// The day, where it is known.
    pub day: Option<NaiveDate>,
    /// Whether it cannot be moved.
    pub hard: bool,
}

/// One process, decision or complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIssue {
    /// Its number in the form, from 1.
    pub number: u32,
    /// What it is about, by its frozen name.
    pub kind: String,
    /// How far it has got, by its frozen name.
    pub stage: Option<String>,
    /// The service line it seems to be for, by its frozen name.
    pub line: String,
    /// Its own band.
    pub band: Band,
    /// Its own points.
    pub points: u32,
    /// When somebody should have been in contact about it.
    pub contact_by: DateTime<Utc>,
    /// Its dates.
    pub dates: Vec<NewDate>,
}

/// Something to ring about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCallBack {
    /// Why, by its frozen name.
    pub reason: String,
    /// By when.
    pub due_at: DateTime<Utc>,
}

/// A referral with everything it causes: a value without effects until [`file()`] keeps it.
#[derive(Clone)]
pub struct NewReferral {
    /// The public name.
    pub reference: Reference,
    /// Made with the draft; the same key files nothing a second time.
    pub submission_key: SubmissionKey,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// Whose words were answered.
    pub voice: Voice,
    /// How it came in.
    pub channel: Channel,
    /// The band of its most urgent issue.
    pub band: Band,
    /// The points of that issue.
    pub points: u32,
    /// Its place in the queue; the smallest comes first.
    pub rank: i64,
    /// When somebody should have been in contact.
    pub contact_by: DateTime<Utc>,
    /// What the queue shows at a glance.
    pub flags: Flags,
    /// How many questions are still to be asked.
    pub gaps: u32,
    /// The answers by name; sealed.
    pub answers: Plain,
    /// The questions as asked with the answers as given; sealed.
    pub record: Plain,
    /// The assessment with its reasons; sealed, since reasons tell a story.
    pub assessment: Plain,
    /// The reasons that weigh most, as sentences, for the queue; sealed.
    pub why: Vec<String>,
    /// Whom it is about.
    pub person: NewPerson,
    /// What it is about.
    pub issues: Vec<NewIssue>,
    /// What must be rung about.
    pub call_backs: Vec<NewCallBack>,
    /// The mails it causes.
    pub mails: Vec<NewMail>,
    /// The draft it was written in, destroyed with the filing.
    pub draft: Option<DraftToken>,
}

/// What the sender gets.
#[derive(Clone)]
pub struct Filed {
    /// The public name.
    pub reference: Reference,
    /// What the sender keeps to answer later what is missing; it opens nothing yet. The same sending gives the same code.
    pub receipt: ReceiptCode,
    /// Whether this was the sending that filed it.
    pub first: bool,
    /// Whose words were answered.
    pub voice: Voice,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// When somebody should be in contact.
    pub contact_by: DateTime<Utc>,
    /// Whether someone is, or may be, in danger.
    pub danger: bool,
    /// Whether the sender is sent an e-mail.
    pub mailed: bool,
    /// The answers by name, where it was filed before: from them follows what the sender may be told. Whoever files it now
    /// has them.
    pub answers: Option<Value>,
}

impl NewReferral {
    /// What the sender gets if this is the sending that files it.
    #[must_use]
    pub fn filed(&self, vault: &Vault) -> Filed {
        Filed {
            reference: self.reference.clone(),
            receipt: receipt_of(vault, &self.submission_key, None),
            first: true,
            voice: self.voice,
            received_at: self.received_at,
            contact_by: self.contact_by,
            danger: self.flags.danger,
            mailed: self.mails.iter().any(|mail| mail.kind == RECEIPT),
            answers: None,
        }
    }
}

/// The kind of mail that goes to the sender.
const RECEIPT: &str = "receipt";

#[derive(Insertable)]
#[diesel(table_name = referrals)]
#[expect(clippy::struct_excessive_bools, reason = "a column each")]
struct Row<'a> {
    reference: &'a str,
    submission_hash: Vec<u8>,
    receipt_hash: Vec<u8>,
    person_id: i64,
    status: &'static str,
    voice: &'static str,
    channel: &'static str,
    band: &'static str,
    computed_band: &'static str,
    points: i32,
    rank: i64,
    contact_by: i64,
    overridden: bool,
    emergency: bool,
    danger: bool,
    unsafe_contact: bool,
    communication: bool,
    risk: bool,
    gaps: i32,
    answers: &'a [u8],
    record: &'a [u8],
    assessment: &'a [u8],
    why: &'a [u8],
    version: i64,
    events_count: i64,
    events_head: Vec<u8>,
    received_at: i64,
    touched_at: i64,
}

/// Files a referral, its person, issues, dates, first event, call-backs and mails, counts it, and destroys its draft.
/// When its key was filed before, nothing is kept and the reference and code of that time are given again.
pub fn file(conn: &mut AnyConnection, vault: &Vault, actor: Actor, new: &NewReferral) -> Result<Filed> {
    file_sealed(conn, vault, actor, (new, &seal(vault, new)?))
}

/// The same with what was sealed of it before.
pub fn file_sealed(
    conn: &mut AnyConnection,
    vault: &Vault,
    actor: Actor,
    (new, sealed): (&NewReferral, &Sealed),
) -> Result<Filed> {
    allow(actor, Action::FileReferral, Whose::Own)?;
    if let Some(filed) = already_filed(conn, vault, &new.submission_key)? {
        return Ok(filed);
    }
    let person = sealed.person.insert(conn, new.received_at)?;
    let filed = new.filed(vault);
    let first = First::of(vault, actor, &new.reference, new.received_at)?;
    let Some(referral) = insert_referral(conn, vault, (new, sealed, &first), person, &filed.receipt)? else {
        // Another instance filed it between the look and the insert.
        diesel::delete(people::table.filter(people::id.eq(person))).execute(conn)?;
        return already_filed(conn, vault, &new.submission_key)?.ok_or(Error::Conflict);
    };
    insert_issues(conn, referral, &new.issues)?;
    first.insert(conn, referral)?;
    for call_back in &new.call_backs {
        diesel::insert_into(call_backs::table)
            .values((
                call_backs::referral_id.eq(referral),
                call_backs::reason.eq(&call_back.reason),
                call_backs::due_at.eq(seconds(call_back.due_at)),
            ))
            .execute(conn)?;
    }
    for (mail, words) in new.mails.iter().zip(&sealed.mails) {
        enqueue_sealed(conn, Some(referral), mail, words, new.received_at)?;
    }
    shift(conn, None, Some((Status::Received, new.band)))?;
    if let Some(draft) = &new.draft {
        drafts::destroy(conn, vault, actor, draft)?;
    }
    Ok(filed)
}

/// What was filed with that key before, if anything: for a sender whose connection broke before the receipt came.
pub fn filed(conn: &mut AnyConnection, vault: &Vault, actor: Actor, key: &SubmissionKey) -> Result<Option<Filed>> {
    allow(actor, Action::FileReferral, Whose::Own)?;
    already_filed(conn, vault, key)
}

fn key_parts(key: &SubmissionKey) -> [&[u8]; 1] {
    [key.as_str().as_bytes()]
}

/// The code follows from the key of the sending, so that a second click is shown the same one, and it need not be kept.
/// `like` is the stored hash of the sending, which tells the vault key of its time.
fn receipt_of(vault: &Vault, key: &SubmissionKey, like: Option<&[u8]>) -> ReceiptCode {
    ReceiptCode::derived(&vault.derived("receipt-code", &key_parts(key), like))
}

/// Row, reference, hash of the sending, voice, received at, contact by, danger, answers.
type FiledRow = (i64, String, Vec<u8>, String, i64, i64, bool, Vec<u8>);

fn already_filed(conn: &mut AnyConnection, vault: &Vault, key: &SubmissionKey) -> Result<Option<Filed>> {
    let found = by_hash(vault, ("submission-key", &key_parts(key)), |hash| {
        referrals::table
            .filter(referrals::submission_hash.eq(hash))
            .select((
                referrals::id,
                referrals::reference,
                referrals::submission_hash,
                referrals::voice,
                referrals::received_at,
                referrals::contact_by,
                referrals::danger,
                referrals::answers,
            ))
            .first::<FiledRow>(conn)
    });
    let found = if found == Err(Error::NotFound) { None } else { Some(found?) };
    found
        .map(|(id, reference, hash, voice, received_at, contact_by, danger, answers)| {
            let receipts = outbox::table.filter(outbox::referral_id.eq(id)).filter(outbox::kind.eq(RECEIPT));
            let reference: Reference = named(reference.parse().ok())?;
            Ok(Filed {
                mailed: receipts.count().get_result::<i64>(conn)? > 0,
                answers: Some(vault.open_json(place("answers", &reference), &answers)?),
                reference,
                receipt: receipt_of(vault, key, Some(&hash)),
                first: false,
                voice: named(Voice::from_slug(&voice))?,
                received_at: instant(received_at)?,
                contact_by: instant(contact_by)?,
                danger,
            })
        })
        .transpose()
}

/// Nothing when a referral with this key is there already.
fn insert_referral(
    conn: &mut AnyConnection,
    vault: &Vault,
    (new, sealed, first): (&NewReferral, &Sealed, &First),
    person: i64,
    receipt: &ReceiptCode,
) -> Result<Option<i64>> {
    let (events_count, events_head) = first.end();
    let row = Row {
        reference: new.reference.letters(),
        submission_hash: vault.hash("submission-key", &key_parts(&new.submission_key)),
        receipt_hash: vault.hash("receipt", &[receipt.letters().as_bytes()]),
        person_id: person,
        status: Status::Received.slug(),
        voice: new.voice.slug(),
        channel: new.channel.slug(),
        band: new.band.slug(),
        computed_band: new.band.slug(),
        points: count(new.points),
        rank: new.rank,
        contact_by: seconds(new.contact_by),
        overridden: false,
        emergency: new.flags.emergency,
        danger: new.flags.danger,
        unsafe_contact: new.flags.unsafe_contact,
        communication: new.flags.communication,
        risk: new.flags.risk,
        gaps: count(new.gaps),
        answers: &sealed.answers,
        record: &sealed.record,
        assessment: &sealed.assessment,
        why: &sealed.why,
        version: 1,
        events_count,
        events_head,
        received_at: seconds(new.received_at),
        touched_at: seconds(new.received_at),
    };
    // Without naming a column: the receipt's code follows from the same key, and PostgreSQL refuses the loser of a race with
    // an error when it meets a unique column that was not named.
    Ok(each_backend!(conn, conn => diesel::insert_into(referrals::table)
        .values(&row)
        .on_conflict_do_nothing()
        .returning(referrals::id)
        .get_result(conn)
        .optional())?)
}

pub(super) fn insert_issues(conn: &mut AnyConnection, referral: i64, new: &[NewIssue]) -> Result<()> {
    for issue in new {
        let row = diesel::insert_into(issues::table)
            .values((
                issues::referral_id.eq(referral),
                issues::number.eq(count(issue.number)),
                issues::kind.eq(&issue.kind),
                issues::stage.eq(issue.stage.as_deref()),
                issues::service_line.eq(&issue.line),
                issues::state.eq(IssueState::Open.slug()),
                issues::band.eq(issue.band.slug()),
                issues::points.eq(count(issue.points)),
                issues::contact_by.eq(seconds(issue.contact_by)),
            ))
            .returning(issues::id);
        let id: i64 = each_backend!(conn, conn => row.get_result(conn))?;
        for date in &issue.dates {
            insert_date(conn, id, date)?;
        }
    }
    Ok(())
}

pub(super) fn insert_date(conn: &mut AnyConnection, issue: i64, date: &NewDate) -> Result<()> {
    let row = (
        issue_dates::issue_id.eq(issue),
        issue_dates::number.eq(count(date.number)),
        issue_dates::what.eq(&date.what),
        issue_dates::day.eq(date.day),
        issue_dates::hard.eq(date.hard),
    );
    each_backend!(conn, conn => diesel::insert_into(issue_dates::table).values(row).execute(conn))?;
    Ok(())
}

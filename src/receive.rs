//! A referral arrives: what was sent becomes one value, with everything it causes. Pure: nothing is kept or sent here.
//!
//! This is where the rooms meet: the form's answers, the intake's assessment and record, the mails, and the row the
//! store keeps. It must not know a database, a page or the clock.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::json;

use crate::form::{Answers, Counting, Key, PartialDate, REFERRAL, RawAnswers, Reading, Voice};
use crate::ids::{DraftToken, Reference, SubmissionKey};
use crate::intake::calendar::Calendar;
use crate::intake::cautions::{Caution, REFUSAL};
use crate::intake::completeness::Level;
use crate::intake::facts::{DateFacts, DateWhat, Facts};
use crate::intake::priority::Reason;
use crate::intake::{self, AssessedIssue, Assessment, record};
use crate::mail::{Letter, Message, SafeContact};
use crate::settings;
use crate::settings::rubric::Rubric;
use crate::store::outbox::NewMail;
use crate::store::referrals::{Flags, NewCallBack, NewDate, NewIssue, NewPerson, NewReferral};
use crate::triage::life::Channel;
use crate::vault::Plain;
use crate::web::paths::Path;
use crate::words::{Lang, staff, terms};

/// What was sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// Everything that was typed.
    pub raw: &'a RawAnswers,
    /// Whose words.
    pub voice: Voice,
    /// How it came in.
    pub channel: Channel,
    /// Whether words for questions that no longer apply are kept too.
    pub keep_set_aside: bool,
    /// Makes sending twice one referral.
    pub submission: &'a SubmissionKey,
    /// The draft it was written in.
    pub draft: Option<&'a DraftToken>,
}

/// By what it is judged and what it is told.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The language of the form, in which mails about it are written.
    pub lang: Lang,
    /// The owner's points and targets.
    pub rubric: &'a Rubric,
    /// The owner's working days and hours.
    pub calendar: &'a Calendar,
    /// How mail is written.
    pub mail: &'a settings::Mail,
    /// Where the portal is reached, without a slash at its end.
    pub base_url: &'a str,
}

/// The referral that is to be kept.
pub struct Received {
    /// What the store files in one transaction.
    pub referral: NewReferral,
}

/// What was read in what was sent, and how it was judged.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// Every answer.
    pub answers: &'a Answers,
    /// Those that count.
    pub counting: &'a Counting,
    /// What follows from them.
    pub assessment: &'a Assessment,
}

/// Reads what was sent, judges it, and turns it into what is kept.
#[must_use]
pub fn receive(sent: &Sent<'_>, desk: &Desk<'_>, reference: Reference, now: DateTime<Utc>) -> Received {
    let Reading { answers, .. } = REFERRAL.read(sent.raw, sent.voice, Calendar::today(now));
    let counting = REFERRAL.counting(&answers, sent.voice);
    let assessment = intake::assess(&counting.answers, sent.voice, desk.rubric, desk.calendar, now);
    let read = Judged { answers: &answers, counting: &counting, assessment: &assessment };
    Received { referral: judged(sent, &read, desk, reference, now) }
}

/// Turns what was read and judged into what is kept.
#[must_use]
pub fn judged(
    sent: &Sent<'_>,
    read: &Judged<'_>,
    desk: &Desk<'_>,
    reference: Reference,
    now: DateTime<Utc>,
) -> NewReferral {
    let Judged { answers, counting, assessment } = *read;
    let record = record::snapshot(&REFERRAL, answers, counting, sent.keep_set_aside, sent.voice);
    let mails = mails(&counting.answers, sent.voice, desk, &reference, assessment, now);
    let first = assessment.most_urgent();
    NewReferral {
        reference,
        submission_key: sent.submission.clone(),
        received_at: now,
        voice: sent.voice,
        channel: sent.channel,
        band: assessment.band,
        points: first.map_or(0, |issue| issue.points.unsigned_abs()),
        rank: assessment.standing(desk.rubric.statutory_first).rank(assessment.band, assessment.contact_by),
        contact_by: assessment.contact_by,
        flags: flags(&counting.answers, assessment),
        gaps: open_gaps(assessment),
        answers: Plain::of(&kept(sent, counting)),
        record: Plain::of(&record),
        assessment: Plain::of(assessment),
        why: why(desk.lang, assessment),
        person: person(&counting.answers),
        issues: issues(&assessment.issues, &Facts::from(&counting.answers, sent.voice), Calendar::today(now)),
        call_backs: call_backs(assessment),
        mails,
        draft: sent.draft.cloned(),
    }
}

/// What was typed, without the words that the sender said to leave out.
fn kept(sent: &Sent<'_>, counting: &Counting) -> RawAnswers {
    let mut kept = sent.raw.clone();
    if !sent.keep_set_aside {
        counting.set_aside.iter().for_each(|(path, _)| kept.remove(path));
    }
    kept
}

/// How many questions are still to be asked before the referral is read.
pub(crate) fn open_gaps(assessment: &Assessment) -> u32 {
    let open = assessment.gaps.iter().filter(|gap| gap.level != Level::ToInstruct).count();
    u32::try_from(open).unwrap_or(u32::MAX)
}

/// How many reasons the queue shows.
const REASONS: usize = 2;

/// The reasons that weigh most for the most urgent issue: floors before points, the heaviest first. That a refusal has to
/// be confirmed stands before them.
pub(crate) fn why(lang: Lang, assessment: &Assessment) -> Vec<String> {
    let Some(issue) = assessment.most_urgent() else { return Vec::new() };
    let mut reasons: Vec<_> = issue.reasons.iter().filter(|reason| reason.weight.is_felt()).collect();
    reasons.sort_by_key(|reason| reason.weight.order());
    // A floor and the points for the same date say nearly the same: the queue says it once.
    let mut told: Vec<&Reason> = Vec::new();
    for reason in reasons {
        if told.len() < REASONS && told.iter().all(|other| beginning(&other.sentence) != beginning(&reason.sentence)) {
            told.push(reason);
        }
    }
    let told = told.into_iter().map(|reason| reason.sentence.clone());
    let refused = assessment.cautions.iter().any(|caution| caution.id == REFUSAL);
    refused.then(|| lang.say(staff::REFUSAL_TO_CONFIRM).to_owned()).into_iter().chain(told).collect()
}

/// The first words of a sentence, which name what it is about.
fn beginning(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().take(5).collect()
}

/// What the queue shows at a glance, so that nobody opens a page unwarned.
pub(crate) fn flags(answers: &Answers, assessment: &Assessment) -> Flags {
    let some = |key: Key, none: &[&str]| answers.many(key).iter().any(|slug| !none.contains(slug));
    let unsure = |key: Key| matches!(answers.one(key), Some("no" | "not-sure"));
    let quiet = ["none-known", "dont-know"];
    Flags {
        emergency: assessment.emergency,
        danger: matches!(answers.one(Key::DangerNow), Some("yes" | "not-sure"))
            || matches!(answers.one(Key::HarmAlleged), Some("yes" | "not-sure")),
        unsafe_contact: assessment.cautions.iter().any(Caution::is_about_contact)
            || answers.words(Key::MustNotKnow).is_some()
            || some(Key::UnsafeWays, &quiet)
            || [Key::PhoneVoicemail, Key::PhoneSayWho, Key::EmailSafe, Key::LetterSafe].into_iter().any(unsure),
        communication: answers.is(Key::CommunicationAny, "yes") || answers.is(Key::Interpreter, "yes"),
        risk: some(Key::RiskPerson, &quiet) || some(Key::RiskVisitor, &quiet),
    }
}

/// Whom it is about, and by what they can be found again.
pub(crate) fn person(answers: &Answers) -> NewPerson {
    let words = |key: Key| answers.words(key).map(str::to_owned);
    let born = answers.date(Key::PersonBorn);
    let day = born.and_then(|born| match born {
        PartialDate::Day(day) => Some(day.to_string()),
        _ => None,
    });
    let index = [
        ("name", words(Key::PersonName)),
        ("known-as", words(Key::PersonKnownAs)),
        ("born", day),
        ("nhs-number", words(Key::NhsNumber)),
        ("case-number", words(Key::CaseNumber)),
    ];
    NewPerson {
        details: json!({
            "name": words(Key::PersonName),
            "known_as": words(Key::PersonKnownAs),
            "born": born,
            "nhs_number": words(Key::NhsNumber),
        }),
        index: index.into_iter().filter_map(|(field, value)| Some((field, value?))).collect(),
    }
}

pub(crate) fn issues(assessed: &[AssessedIssue], facts: &Facts, today: NaiveDate) -> Vec<NewIssue> {
    let each = assessed.iter().zip(&facts.issues).zip(1..);
    each.map(|((issue, facts), number)| NewIssue {
        number,
        kind: issue.kind.slug().to_owned(),
        stage: facts.stage.map(|stage| stage.slug().to_owned()),
        line: issue.service_line.slug().to_owned(),
        band: issue.band,
        points: issue.points.unsigned_abs(),
        contact_by: issue.contact_by,
        dates: facts.dates.iter().zip(1..).map(|(one, number)| date(*one, number, today)).collect(),
    })
    .collect()
}

fn date(date: DateFacts, number: u32, today: NaiveDate) -> NewDate {
    let what = date.what.unwrap_or(DateWhat::Other).slug().to_owned();
    NewDate { number, what, day: date.day(today), hard: !date.is_moveable() }
}

fn call_backs(assessment: &Assessment) -> Vec<NewCallBack> {
    let one = |call: &intake::call_backs::CallBack| NewCallBack { reason: call.id.to_owned(), due_at: call.due };
    assessment.call_backs.iter().map(one).collect()
}

/// The receipt to whoever sent it, if that is safe, and the alert to triage.
fn mails(
    answers: &Answers,
    voice: Voice,
    desk: &Desk<'_>,
    reference: &Reference,
    assessment: &Assessment,
    now: DateTime<Utc>,
) -> Vec<NewMail> {
    let shown = reference.shown();
    let staff_link = format!("{}{}", desk.base_url, Path::Referral(reference.letters()));
    let band = terms::band(desk.lang, assessment.band.slug()).unwrap_or_default();
    let receipt = SafeContact::of_sender(answers, voice, Calendar::today(now))
        .filter(|_| desk.mail.to_senders)
        .map(|to| (Letter::Receipt { reference: &shown, link: desk.base_url }, to));
    let alert = SafeContact::of_service(desk.mail)
        .map(|to| (Letter::TriageAlert { reference: &shown, band, link: &staff_link }, to));
    let written = receipt.into_iter().chain(alert).map(|(letter, to)| NewMail {
        kind: letter.kind().to_owned(),
        body: json!(Message::compose(&letter, &to, desk.mail, desk.lang)),
        due_at: now,
    });
    written.collect()
}

impl std::fmt::Debug for Received {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Received({})", self.referral.reference)
    }
}

//! A copy of a referral for the person it is about: a page to check, one to hand over, and JSON. Pure: told what is held.

mod machines;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::caution::{Caution, OF_A_QUERY, OF_A_WARNING, cautions, cautions_of_reason};
use super::history;
use super::keeping::periods;
use crate::clock::civil_time;
use crate::feedback::FEEDBACK;
use crate::form::{Form, Key, Line as ServiceLine, PartialDate, REFERRAL, RawAnswers, Sensitivity, Voice};
use crate::intake::record::{Record, Row, Said};
use crate::intake::stored::{StoredAssessment, StoredCall, StoredReason};
use crate::settings::retention::Retention;
use crate::store::events::{Event, EventKind, Words};
use crate::store::outbox::MailFact;
use crate::store::person::{Held, HeldReferral};
use crate::store::referrals::{Opened, Referral};
use crate::store::verify::Part;
use crate::view::copy::{Block, Copy, Line};
use crate::view::place;
use crate::words::{Lang, Text, closed, copy as words, privacy, rights, staff, terms, times};

/// How the name of the file ends that is for whoever checks it.
pub const TO_CHECK: &str = "-to-check.html";
/// How that for the person ends.
pub const TO_HAND_OVER: &str = "-to-hand-over.html";
/// How that for machines ends.
pub const JSON: &str = ".json";

/// Who gives the copy, and when.
#[derive(Debug, Clone, Copy)]
pub struct Giver<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// The service, as people know it.
    pub service: &'a str,
    /// Whom to ask about personal data.
    pub contact: &'a str,
    /// How long things are kept.
    pub retention: &'a Retention,
    /// When the copy is made.
    pub made_at: DateTime<Utc>,
}

/// A copy in every form.
#[derive(Debug, Clone, PartialEq)]
pub struct MadeCopy {
    /// The page with everything, for whoever checks it: HTML that needs no other file.
    pub to_check: String,
    /// The page for the person: without marks, and without what is left out.
    pub to_hand_over: String,
    /// Everything for machines (UK GDPR Art 20: structured, commonly used), with its marks.
    pub json: Value,
}

/// Which of its files is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The page for whoever checks it.
    ToCheck,
    /// The page for the person.
    ToHandOver,
    /// JSON.
    ForMachines,
    /// All three.
    All,
}

impl Which {
    /// The frozen name, as the history has it.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::ToCheck => "to-check",
            Self::ToHandOver => "to-hand-over",
            Self::ForMachines => "for-machines",
            Self::All => "all",
        }
    }
}

/// What whoever checked a copy decided about what is marked: it is left out of the page for the person, unless it is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decided {
    /// What is marked so is given too.
    pub given: Vec<Caution>,
    /// Whether it would do harm to say that something was left out.
    pub silent: bool,
}

impl Decided {
    /// The same for the history, which tells what left the house: `to-hand-over:harm+another-person:silent`.
    #[must_use]
    pub fn detail(&self, which: Which) -> String {
        let given = self.given.iter().map(|caution| caution.slug()).collect::<Vec<_>>().join("+");
        match which {
            Which::ToCheck | Which::ForMachines => which.slug().to_owned(),
            Which::ToHandOver | Which::All => {
                format!("{}:{given}{}", which.slug(), if self.silent { ":silent" } else { "" })
            }
        }
    }
}

/// Makes the copy. Answers, reasons and histories are shown as they were given; what is to be looked at first is marked.
#[must_use]
pub fn make(held: &Held, giver: &Giver<'_>, decided: &Decided) -> MadeCopy {
    let lang = giver.lang;
    let whole = Copy {
        lang,
        title: words::title(lang, giver.service),
        lead: vec![
            words::lead(lang, &references(held), &moment(lang, giver.made_at)),
            words::rights(lang, giver.contact),
        ],
        to_check: true,
        blocks: std::iter::once(person(lang, held))
            .chain(held.referrals.iter().flat_map(|one| referral(lang, one, held)))
            .chain(std::iter::once(kept(lang, giver.retention)))
            .collect(),
    };
    MadeCopy {
        to_check: crate::view::copy::page(&whole).into_string(),
        to_hand_over: crate::view::copy::page(&handed_over(whole, decided)).into_string(),
        json: machines::as_json(held, giver),
    }
}

/// The same without the words for the service, and without every line of which a mark was not said to be given.
fn handed_over(mut copy: Copy, decided: &Decided) -> Copy {
    let lang = copy.lang;
    let given: Vec<_> = decided.given.iter().map(|caution| lang.say(mark(*caution))).collect();
    let mut left_out = 0;
    copy.blocks.retain_mut(|block| {
        let before = block.lines.len();
        block.lines.retain(|line| line.marks.iter().all(|mark| given.contains(mark)));
        block.lines.iter_mut().for_each(|line| line.marks.clear());
        left_out += before - block.lines.len();
        // A heading that stood above other headings still does.
        before == 0 || !block.lines.is_empty()
    });
    if left_out > 0 && !decided.silent {
        copy.lead.push(lang.say(words::LEFT_OUT).to_owned());
    }
    copy.to_check = false;
    copy
}

fn references(held: &Held) -> String {
    held.referrals.iter().map(|one| one.referral.reference.shown()).collect::<Vec<_>>().join(", ")
}

fn moment(lang: Lang, at: DateTime<Utc>) -> String {
    times::moment(lang, civil_time(at))
}

fn plain(asked: impl Into<String>, said: impl Into<String>) -> Line {
    Line { asked: asked.into(), said: vec![said.into()], marks: Vec::new() }
}

/// A sentence to look at before it is handed over.
fn marked(lang: Lang, cautions: &[Caution], said: impl Into<String>) -> Line {
    Line { marks: marks(lang, cautions), ..plain("", said) }
}

fn marks(lang: Lang, cautions: &[Caution]) -> Vec<&'static str> {
    cautions.iter().map(|caution| lang.say(mark(*caution))).collect()
}

fn person(lang: Lang, held: &Held) -> Block {
    let details = held.person.as_object().into_iter().flatten().filter_map(|(name, value)| {
        let said = match value {
            Value::String(said) => said.clone(),
            Value::Null => return None,
            other => serde_json::from_value::<PartialDate>(other.clone())
                .map_or_else(|_| other.to_string(), PartialDate::in_words),
        };
        Some(plain(words::detail(lang, name), said))
    });
    Block { level: 2, heading: lang.say(words::PERSON).to_owned(), lines: details.collect() }
}

fn referral(lang: Lang, held: &HeldReferral, all: &Held) -> Vec<Block> {
    let referral = &held.referral;
    let say = lang.teller();
    let block = |level, heading: &str, lines: Vec<Line>| Block { level, heading: heading.to_owned(), lines };
    let Opened { record, assessment, closed } = Opened::of(referral);
    let heading = words::referral(lang, &referral.reference.shown());
    let mut blocks = vec![block(2, &heading, standing(lang, referral, &closed))];
    blocks.push(block(3, say(words::ANSWERS), Vec::new()));
    blocks.extend(answers(lang, referral, record));
    let listed = [
        (say(words::ISSUES), issues(lang, referral)),
        (say(words::REASONS), reasons(lang, &assessment)),
        (say(words::CAUTIONS), cautioned(lang, &assessment)),
        (say(words::QUERIES), queried(lang, &assessment)),
        (say(words::GAPS), gaps(&assessment, referral.voice)),
        (say(words::CALLS), calls(lang, &assessment)),
        (say(words::MAILS), mails(lang, referral)),
        (say(words::FEEDBACK), held.feedback.iter().flat_map(|(answers, at)| feedback(lang, answers, *at)).collect()),
        (say(words::HISTORY), referral.events.iter().map(|event| happened(lang, event, all)).collect()),
    ];
    blocks.extend(
        listed.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(heading, lines)| block(3, heading, lines)),
    );
    blocks
}

fn standing(lang: Lang, referral: &Referral, closed: &[Part]) -> Vec<Line> {
    let voice = terms::voice(lang, referral.voice);
    let received = staff::received_from(
        lang,
        &moment(lang, referral.received_at),
        staff::channel(lang, referral.channel.slug()),
        voice,
    );
    let band = terms::band(lang, referral.band.slug()).unwrap_or_default();
    let stands =
        words::standing(lang, staff::status(lang, referral.status.slug()), band, &moment(lang, referral.contact_by));
    let held = referral.held_at.map(|at| words::held(lang, &moment(lang, at)));
    let erased = referral.erased_at.map(|at| words::erased(lang, &moment(lang, at)));
    let closed = closed::parts(lang, &slugs(closed));
    let by_another = (referral.voice != Voice::Myself).then(|| lang.say(words::BY_ANOTHER).to_owned());
    [Some(received), by_another, Some(stands), held, erased, closed]
        .into_iter()
        .flatten()
        .map(|line| plain("", line))
        .collect()
}

fn slugs(parts: &[Part]) -> Vec<&'static str> {
    parts.iter().map(|part| part.slug()).collect()
}

fn answers(lang: Lang, referral: &Referral, record: Record) -> Vec<Block> {
    let unasked = unasked(referral, &record);
    let also = (lang.say(staff::ALSO_WRITTEN).to_owned(), [record.also_written, unasked].concat());
    let sections = record.sections.into_iter().map(|section| (section.title, section.rows)).chain([also]);
    sections
        .map(|(heading, rows)| {
            let given = rows.iter().filter(|row| row.said != Said::Nothing || !row.before.is_empty());
            Block { level: 4, heading, lines: given.map(|row| answer(lang, row, referral.voice)).collect() }
        })
        .filter(|block| !block.lines.is_empty())
        .collect()
}

/// Whatever lies among the answers and stands nowhere in the record: a copy of everything leaves nothing out.
fn unasked(referral: &Referral, record: &Record) -> Vec<Row> {
    let raw: RawAnswers = serde_json::from_value(referral.answers.clone()).unwrap_or_default();
    let rows: Vec<&Row> =
        record.sections.iter().flat_map(|section| &section.rows).chain(&record.also_written).collect();
    let is_list =
        |name: &str| raw.names().any(|other| other.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')));
    let missing = raw.names().filter(|name| {
        let told = rows.iter().any(|row| row.path == *name && row.said != Said::Nothing);
        !told && !raw.all(name).is_empty() && !is_list(name)
    });
    let row = |name: &str| {
        let slug = name.rsplit('.').next().unwrap_or(name);
        let question = Key::from_slug(slug).and_then(|key| REFERRAL.question(key));
        Row {
            path: name.to_owned(),
            slug: slug.to_owned(),
            within: Vec::new(),
            asked: question.map_or(slug, |question| question.ask.say(referral.voice)).to_owned(),
            said: Said::List(raw.all(name).to_vec()),
            guarded: question.is_some_and(|question| question.sensitivity == Sensitivity::Safety),
            before: Vec::new(),
        }
    };
    missing.map(row).collect()
}

fn answer(lang: Lang, row: &Row, voice: Voice) -> Line {
    let asked = rights::which(lang, &place(lang, &row.within), &row.asked);
    let before = row.before.iter().flat_map(|before| in_words(&before.said)).map(|said| words::said_first(lang, &said));
    let said = in_words(&row.said).into_iter().chain(before).collect();
    Line { asked, said, marks: marks(lang, &cautions(row, voice)) }
}

/// A mark in words.
#[must_use]
pub const fn mark(caution: Caution) -> Text {
    match caution {
        Caution::AnotherPerson => words::ANOTHER_PERSON,
        Caution::InConfidence => words::IN_CONFIDENCE,
        Caution::Harm => words::HARM,
    }
}

fn in_words(said: &Said) -> Vec<String> {
    match said {
        Said::Nothing => Vec::new(),
        Said::Words(words) | Said::AsTyped(words) => vec![words.clone()],
        Said::List(all) => all.clone(),
    }
}

fn issues(lang: Lang, referral: &Referral) -> Vec<Line> {
    let kinds = REFERRAL.question(Key::IssueKind);
    let one = |issue: &crate::store::referrals::Issue| {
        let kind = kinds.and_then(|question| question.choice(&issue.kind));
        let kind = kind.map_or(issue.kind.as_str(), |kind| kind.label.say(Voice::Professional));
        let line = ServiceLine::from_slug(&issue.line).map(|line| terms::line(lang, line));
        let line = line.unwrap_or(&issue.line);
        plain("", words::issue(lang, kind, line, staff::issue_state(lang, issue.state.slug())))
    };
    referral.issues.iter().map(one).collect()
}

fn reasons(lang: Lang, assessment: &StoredAssessment) -> Vec<Line> {
    let line = |reason: &StoredReason| marked(lang, cautions_of_reason(&reason.rule), reason.sentence.as_str());
    assessment.reasons().into_iter().map(line).collect()
}

fn cautioned(lang: Lang, assessment: &StoredAssessment) -> Vec<Line> {
    assessment.cautions.iter().map(|one| marked(lang, OF_A_WARNING, one.sentence.as_str())).collect()
}

fn queried(lang: Lang, assessment: &StoredAssessment) -> Vec<Line> {
    assessment.to_ask().into_iter().map(|sentence| marked(lang, OF_A_QUERY, sentence)).collect()
}

fn gaps(assessment: &StoredAssessment, voice: Voice) -> Vec<Line> {
    let asked = |slug: &str| Some(REFERRAL.question(Key::from_slug(slug)?)?.ask.say(voice));
    assessment.gaps.iter().map(|gap| plain("", asked(&gap.question).unwrap_or(&gap.question))).collect()
}

/// The calls as the desk shows them: those that the answers, as they stand, ask for.
fn calls(lang: Lang, assessment: &StoredAssessment) -> Vec<Line> {
    let call = |one: &StoredCall| words::call(lang, &one.sentence, &moment(lang, one.due));
    assessment.call_backs.iter().map(|one| marked(lang, OF_A_WARNING, call(one))).collect()
}

fn mails(lang: Lang, referral: &Referral) -> Vec<Line> {
    let at = |mail: &MailFact| moment(lang, mail.settled_at.unwrap_or(mail.created_at));
    referral.mails.iter().map(|mail| plain("", words::mail(lang, &mail.kind, &mail.state, &at(mail)))).collect()
}

/// Feedback is kept as it was typed: it is put into words by its own questions.
fn feedback(lang: Lang, answers: &Value, at: DateTime<Utc>) -> Vec<Line> {
    let raw: RawAnswers = serde_json::from_value(answers.clone()).unwrap_or_default();
    let asked = |form: &Form, slug: &str| Some(form.question(Key::from_slug(slug)?)?.ask.say(Voice::Myself));
    let given = raw.names().filter(|slug| !raw.all(slug).is_empty());
    let lines = given.map(|slug| Line {
        asked: asked(&FEEDBACK, slug).unwrap_or(slug).to_owned(),
        said: raw.all(slug).to_vec(),
        marks: Vec::new(),
    });
    let closed = answers.is_null().then(|| plain("", lang.say(closed::FEEDBACK)));
    std::iter::once(plain("", moment(lang, at))).chain(closed).chain(lines).collect()
}

/// An event as the person is told it. What a copy left out, and whether it was silent about that, is told at the desk alone:
/// told to them, it would undo both.
fn for_the_person(event: &Event) -> Event {
    let detail = if event.kind == EventKind::Disclosed { String::new() } else { event.detail.clone() };
    Event { detail, ..event.clone() }
}

fn happened(lang: Lang, event: &Event, all: &Held) -> Line {
    let event = for_the_person(event);
    let said = matches!(event.words, Words::Said(_));
    Line {
        asked: words::when_who(lang, &moment(lang, event.happened_at), history::who(lang, &event.by, &all.staff)),
        said: vec![history::with_words(lang, &event)],
        marks: if said { vec![lang.say(words::IN_CONFIDENCE)] } else { Vec::new() },
    }
}

fn kept(lang: Lang, retention: &Retention) -> Block {
    let told = periods(retention).into_iter().filter_map(|(kind, period)| privacy::kept(lang, kind, period));
    Block { level: 2, heading: lang.say(words::KEPT).to_owned(), lines: told.map(|line| plain("", line)).collect() }
}

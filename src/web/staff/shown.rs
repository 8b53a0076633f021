//! Values of the desk in words, for its lists and tags. Decides nothing.

use chrono::{DateTime, Utc};

use super::referral::{Again, Found};
use crate::clock::civil_time;
use crate::form::{Key, Line, Question, REFERRAL, Voice};
use crate::intake::record::{Record, Row, Said};
use crate::intake::safe_ways::Way;
use crate::intake::stored::{StoredLimb, StoredReason};
use crate::settings::rubric::Band;
use crate::store::referrals::{Flags, Issue};
use crate::triage::life::{IssueState, Status};
use crate::view::staff::queue::filter;
use crate::view::staff::referral as view;
use crate::view::staff::{BandTag, Pick};
use crate::words::{Lang, Text, staff as words, terms, times};

/// A moment in London, in words.
pub(super) fn moment(lang: Lang, at: DateTime<Utc>) -> String {
    times::moment(lang, civil_time(at))
}

/// A moment in London where room is short.
pub(super) fn short_moment(lang: Lang, at: DateTime<Utc>) -> String {
    times::short_moment(lang, civil_time(at))
}

/// When somebody makes contact: a moment that had passed when the referral came means at once.
pub(super) fn contact_by(
    lang: Lang,
    at: DateTime<Utc>,
    received_at: DateTime<Utc>,
    shown: fn(Lang, DateTime<Utc>) -> String,
) -> String {
    if at <= received_at { lang.say(words::AT_ONCE).to_owned() } else { shown(lang, at) }
}

/// The tag of a band.
pub(super) fn band_tag(lang: Lang, band: Band) -> BandTag<'static> {
    BandTag { slug: band.slug(), words: terms::band(lang, band.slug()).unwrap_or_default() }
}

/// Every band, the one of that slug chosen.
pub(super) fn bands(lang: Lang, chosen: &str) -> Vec<Pick<'static>> {
    let pick = |band: Band| {
        let BandTag { slug, words } = band_tag(lang, band);
        Pick { value: slug, label: words, chosen: slug == chosen }
    };
    Band::ALL.into_iter().map(pick).collect()
}

/// Every service line, the one of that slug chosen.
pub(super) fn lines(lang: Lang, chosen: &str) -> Vec<Pick<'static>> {
    let pick = |line: Line| Pick { value: line.slug(), label: terms::line(lang, line), chosen: line.slug() == chosen };
    Line::ALL.into_iter().map(pick).collect()
}

/// Where a referral can stand, and anywhere; one chosen.
pub(super) fn states(lang: Lang, chosen: &'static [Status]) -> Vec<Pick<'static>> {
    let pick = |value, label, states: &'static [Status]| Pick { value, label, chosen: states == chosen };
    let undecided = pick(filter::UNDECIDED, state(lang, Status::UNDECIDED), Status::UNDECIDED);
    let every = pick(filter::EVERY, lang.say(words::ANY), Status::ALL);
    let each =
        Status::ALL.chunks(1).flat_map(|one| one.iter().map(|status| pick(status.slug(), state(lang, one), one)));
    [undecided].into_iter().chain(each).chain([every]).collect()
}

/// What is said of a list that holds referrals of those states.
pub(super) fn state(lang: Lang, states: &[Status]) -> &'static str {
    match states {
        [one] => words::status(lang, one.slug()),
        Status::UNDECIDED => lang.say(words::UNDECIDED),
        _ => lang.say(words::EVERY_STATE),
    }
}

/// What may be decided about an issue that stands there, one chosen.
pub(super) fn ways(lang: Lang, from: IssueState, chosen: &str) -> Vec<Pick<'static>> {
    let pick = |state: &IssueState| Pick {
        value: state.slug(),
        label: words::way(lang, state.slug()),
        chosen: state.slug() == chosen,
    };
    IssueState::ALL.iter().filter(|state| from.may_become(**state)).map(pick).collect()
}

/// The reasons of an issue, floors first as they were found.
pub(super) fn reasons(lang: Lang, reasons: &[StoredReason]) -> Vec<view::Reason<'_>> {
    reasons
        .iter()
        .map(|reason| view::Reason {
            rule: &reason.rule,
            sentence: &reason.sentence,
            weight: weight(lang, reason),
            source: &reason.source,
        })
        .collect()
}

fn weight(lang: Lang, reason: &StoredReason) -> String {
    match (reason.floor, reason.points) {
        (Some(band), _) => words::never_below(lang, band_tag(lang, band).words),
        (None, points) => words::points(points.unwrap_or_default()),
    }
}

/// A question in the professional's words; in those of the voice it was asked in, where a professional is not asked.
pub(super) fn asked(question: &Question, voice: Voice) -> &'static str {
    let words = question.ask.say(Voice::Professional);
    if words.is_empty() { question.ask.say(voice) } else { words }
}

/// One issue with its words.
pub(super) struct IssueWords<'a> {
    lang: Lang,
    issue: &'a Issue,
    title: String,
    line: String,
    contact_by: Option<String>,
    reason: &'a str,
    written: Option<&'a str>,
    limbs: Vec<view::Limb<'a>>,
    reasons: Vec<view::Reason<'a>>,
    ways: Vec<Pick<'static>>,
    lines: Vec<Pick<'static>>,
}

impl<'a> IssueWords<'a> {
    pub(super) fn of(lang: Lang, found: &'a Found, issue: &'a Issue, again: &'a Again) -> Self {
        let index = usize::try_from(issue.number).unwrap_or_default().saturating_sub(1);
        let assessed = found.assessment.issues.get(index);
        let kind = REFERRAL.question(Key::IssueKind).and_then(|question| question.choice(&issue.kind));
        let line = Line::from_slug(&issue.line).map_or("", |line| terms::line(lang, line));
        // The reasons of an only issue stand at the top of the page.
        let several = found.referral.issues.len() > 1;
        let is_again = again.issue == issue.number;
        let chosen = if is_again { again.way.as_str() } else { "" };
        let chosen_line = if is_again { again.line.as_str() } else { issue.line.as_str() };
        Self {
            lang,
            issue,
            title: words::issue(lang, issue.number, kind.map_or("", |kind| kind.label.say(Voice::Professional))),
            line: assessed.map_or_else(
                || line.to_owned(),
                |assessed| words::service(lang, line, &assessed.duty, assessed.informal, assessed.provisional),
            ),
            contact_by: found
                .referral
                .erased_at
                .is_none()
                .then(|| contact_by(lang, issue.contact_by, found.referral.received_at, moment)),
            reason: if is_again { &again.reason } else { "" },
            written: found.written_about(issue.number),
            limbs: assessed.map(|assessed| limbs(lang, &assessed.limbs)).unwrap_or_default(),
            reasons: assessed.filter(|_| several).map(|assessed| reasons(lang, &assessed.reasons)).unwrap_or_default(),
            ways: if found.referral.erased_at.is_some() { Vec::new() } else { ways(lang, issue.state, chosen) },
            lines: lines(lang, chosen_line),
        }
    }

    pub(super) fn shown(&self) -> view::Issue<'_> {
        view::Issue {
            id: self.issue.number,
            title: &self.title,
            line: &self.line,
            band: band_tag(self.lang, self.issue.band),
            contact_by: self.contact_by.as_deref(),
            state: words::issue_state(self.lang, self.issue.state.slug()),
            written: self.written,
            limbs: &self.limbs,
            reasons: &self.reasons,
            decide: (!self.ways.is_empty()).then_some(view::Decision {
                ways: &self.ways,
                lines: &self.lines,
                reason: self.reason,
            }),
        }
    }
}

fn limbs(lang: Lang, limbs: &[StoredLimb]) -> Vec<view::Limb<'_>> {
    let limb = |limb: &'_ StoredLimb| words::limb_state(lang, &limb.state);
    limbs.iter().map(|one| view::Limb { sentence: &one.sentence, met: limb(one), source: &one.source }).collect()
}

/// Something to know before making contact: the answers to the questions that could endanger someone.
pub(super) struct FlagWords {
    title: &'static str,
    words: Vec<view::FlagLine>,
    grave: bool,
}

impl FlagWords {
    pub(super) fn shown(&self) -> view::Flag<'_> {
        view::Flag { title: self.title, words: &self.words, grave: self.grave }
    }
}

/// What the assessment says about making contact: sentences, and the ways that are struck out.
pub(super) struct Cautions {
    pub(super) told: Vec<String>,
    pub(super) struck: Vec<Way>,
}

impl Cautions {
    /// The labels of the ways that are struck out, as they were chosen.
    fn labels(&self, record: &Record) -> Vec<&'static str> {
        let voice = Voice::from_slug(&record.voice).unwrap_or(Voice::Professional);
        let choice = |way: &Way| REFERRAL.question(Key::ContactWays)?.choice(way.slug());
        self.struck.iter().filter_map(choice).map(|choice| choice.label.say(voice)).collect()
    }

    /// Whether an answer leads only where nobody may go: a number is struck where no way that needs it is left.
    fn strikes(&self, row: &Row, chosen: &[Way]) -> bool {
        let needs = |way: &&Way| way.details().iter().any(|key| key.slug() == row.slug);
        let needing: Vec<&Way> = chosen.iter().filter(needs).collect();
        !needing.is_empty() && needing.iter().all(|way| self.struck.contains(way))
    }
}

/// The section about making contact.
const CONTACT: &str = "contact";

/// What to know before making contact, from the record: danger, safe contact, communication, risk. How to make contact
/// is always told, with who at the prison can arrange it; the others where there is something to know.
pub(super) fn flags(lang: Lang, record: &Record, flags: Flags, cautions: &Cautions) -> Vec<FlagWords> {
    let first = FlagWords {
        title: lang.say(words::FLAG_CAUTIONS),
        words: cautions.told.iter().map(|told| line("", vec![told.clone()])).collect(),
        grave: true,
    };
    let sorts = [
        (flags.danger, words::FLAG_DANGER, &["danger", "safeguarding"][..], true),
        (true, words::FLAG_HOW_TO_CONTACT, &[CONTACT], flags.unsafe_contact),
        (flags.communication, words::FLAG_COMMUNICATION, &["communication"], false),
        (flags.risk, words::FLAG_RISK, &["risk"], true),
    ];
    let flag = |(_, title, sections, grave): (bool, Text, &[&str], bool)| {
        let of_contact = sections.contains(&CONTACT);
        let belongs = |section: &str, row: &Row| {
            sections.contains(&section) || (of_contact && row.slug == Key::PrisonRoute.slug())
        };
        let rows = record.sections.iter().flat_map(|section| section.rows.iter().map(move |row| (&section.slug, row)));
        let rows: Vec<&Row> = rows.filter(|(section, row)| belongs(section, row)).map(|(_, row)| row).collect();
        let words = if of_contact {
            contact_lines(record, &rows, cautions)
        } else {
            rows.into_iter().filter_map(said).collect()
        };
        FlagWords { title: lang.say(title), words, grave }
    };
    let flags = sorts.into_iter().filter(|(holds, ..)| *holds).map(flag);
    [first].into_iter().chain(flags).filter(|flag| !flag.words.is_empty()).collect()
}

/// How to make contact: every answer, with the ways and people that must not be used struck out.
fn contact_lines(record: &Record, rows: &[&Row], cautions: &Cautions) -> Vec<view::FlagLine> {
    let labels = cautions.labels(record);
    let mut chosen = Vec::new();
    let mut lines = Vec::new();
    for row in rows {
        match &row.said {
            Said::List(said) if row.slug == Key::ContactWays.slug() => {
                chosen = Way::ALL.into_iter().filter(|way| is_chosen(*way, said, record)).collect();
                let is_out = |label: &String| labels.contains(&label.as_str());
                let (out, kept): (Vec<_>, Vec<_>) = said.iter().cloned().partition(is_out);
                if !kept.is_empty() {
                    lines.push(line(&row.asked, kept));
                }
                lines.extend(out.into_iter().map(|label| view::FlagLine { struck: true, ..line("", vec![label]) }));
            }
            _ => lines.extend(said(row).map(|line| view::FlagLine { struck: cautions.strikes(row, &chosen), ..line })),
        }
    }
    lines
}

fn is_chosen(way: Way, said: &[String], record: &Record) -> bool {
    let voice = Voice::from_slug(&record.voice).unwrap_or(Voice::Professional);
    let choice = REFERRAL.question(Key::ContactWays).and_then(|question| question.choice(way.slug()));
    choice.is_some_and(|choice| said.iter().any(|label| label == choice.label.say(voice)))
}

/// A question with its answers; nothing where nothing was said.
fn said(row: &Row) -> Option<view::FlagLine> {
    match &row.said {
        Said::Nothing => None,
        Said::Words(said) | Said::AsTyped(said) => Some(line(&row.asked, vec![said.clone()])),
        Said::List(said) => Some(line(&row.asked, said.clone())),
    }
}

fn line(asked: &str, said: Vec<String>) -> view::FlagLine {
    view::FlagLine { asked: asked.to_owned(), said, struck: false }
}

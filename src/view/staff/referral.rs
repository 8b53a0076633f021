//! One referral as triage reads it: what to know before making contact, what is happening, why it stands where it does,
//! what is missing, each issue with what the law asks, what has happened. All that was written has a page of its own.

use maud::{Markup, html};

use super::decide::{Override, band_form, seen};
use super::history::table;
use super::issue::{alone, issue, law, reasons};
use super::refusal::refusal_form;
use super::written::told;
use super::{BandTag, Pick, band};
use crate::intake::record::Row;
use crate::view::form::post;
use crate::view::layout::{Frame, Signed, Site};
use crate::view::parts::fits;
use crate::view::problems::{Told, summary};
use crate::web::paths::Path;
use crate::words::{Lang, Text, client_feedback as feedback, refusal, rights, staff as words, written};

/// How much of what has happened stands on the referral's page: with more, all of it has pages of its own.
const LATE: usize = 12;

/// One reason of a band.
#[derive(Debug, Clone)]
pub struct Reason<'a> {
    /// The frozen id of the rule.
    pub rule: &'a str,
    /// What it says.
    pub sentence: &'a str,
    /// Points, or "never below Urgent", in words.
    pub weight: String,
    /// Where the rule comes from.
    pub source: &'a str,
}

/// One sentence of a flag, or one question with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagLine {
    /// The question; empty for a sentence.
    pub asked: String,
    /// What was answered, several things one by one.
    pub said: Vec<String>,
    /// Whether it must not be used: struck out, and said so.
    pub struck: bool,
}

/// Something to know before making contact.
#[derive(Debug, Clone, Copy)]
pub struct Flag<'a> {
    /// What sort: danger, safe contact, communication, risk.
    pub title: &'a str,
    /// What to know, a sentence or an answer each.
    pub words: &'a [FlagLine],
    /// Whether someone could be harmed if it is not known.
    pub grave: bool,
}

/// One test of the law for one issue.
#[derive(Debug, Clone, Copy)]
pub struct Limb<'a> {
    /// The test.
    pub sentence: &'a str,
    /// Met, not met, not known: in words.
    pub met: &'a str,
    /// Where it stands in law.
    pub source: &'a str,
}

/// One issue.
#[derive(Debug, Clone, Copy)]
pub struct Issue<'a> {
    /// Its number, as in its address.
    pub id: u32,
    /// What it is about.
    pub title: &'a str,
    /// The service line and why, as a sentence.
    pub line: &'a str,
    /// Its own band.
    pub band: BandTag<'a>,
    /// Its own contact-by, in words; nothing where nobody is left to be contacted.
    pub contact_by: Option<&'a str>,
    /// Its state, in words.
    pub state: &'a str,
    /// The part of what was written that is about it.
    pub written: Option<&'a str>,
    /// The tests of that service line.
    pub limbs: &'a [Limb<'a>],
    /// Its own reasons.
    pub reasons: &'a [Reason<'a>],
    /// Whether and how it can still be decided.
    pub decide: Option<Decision<'a>>,
}

/// What can be decided about an issue.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// Accept, ask, signpost, decline.
    pub ways: &'a [Pick<'a>],
    /// The service lines it can be accepted to.
    pub lines: &'a [Pick<'a>],
    /// A reason already typed.
    pub reason: &'a str,
}

/// A question that is still to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The question.
    pub asked: String,
    /// Its field, where the answer can be written down from here.
    pub field: Option<String>,
}

/// Something that happened.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// When, in words.
    pub at: &'a str,
    /// Who did it.
    pub who: &'a str,
    /// What, as a sentence.
    pub what: &'a str,
}

/// That somebody else says that the person refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The person can be asked, and it is confirmed here.
    ToConfirm,
    /// The desk itself wrote it down: it is not confirmed here.
    ByDesk,
}

/// The referral.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "what this person may do here, each apart from the others")]
pub struct Referral<'a> {
    /// Who is signed in.
    pub who: Signed<'a>,
    /// Its public reference.
    pub reference: &'a str,
    /// Which version of it this page shows.
    pub version: i64,
    /// When it came and from whom, as a sentence.
    pub received: &'a str,
    /// Where it stands.
    pub band: BandTag<'a>,
    /// If the band was set by hand: what the rules gave, who set it and why, as a sentence.
    pub set_by_hand: Option<&'a str>,
    /// That it is held or was erased, as sentences.
    pub notes: &'a [String],
    /// Whether this person may do what the person of the referral may ask by law.
    pub rights: bool,
    /// The moment of contact-by, in words.
    pub contact_by: &'a str,
    /// That somebody is not to be contacted, as a sentence: it stands beside the moment, which else reads as a call to do so.
    pub not_contacted: Option<&'a str>,
    /// Whether that has passed.
    pub overdue: bool,
    /// Points of its most urgent issue.
    pub points: u32,
    /// Its state, in words.
    pub state: &'a str,
    /// Reasons of its most urgent issue.
    pub reasons: &'a [Reason<'a>],
    /// What to know before making contact.
    pub flags: &'a [Flag<'a>],
    /// What is missing.
    pub gaps: &'a [Gap],
    /// What does not agree, as sentences.
    pub queries: &'a [&'a str],
    /// Calls to make, as sentences.
    pub call_backs: &'a [String],
    /// Its issues.
    pub issues: &'a [Issue<'a>],
    /// What is happening, in the words of whoever wrote it.
    pub story: &'a [Row],
    /// Whether there is anything else to read.
    pub reads: bool,
    /// Whether the reasons and the gaps can be read.
    pub weighed: bool,
    /// Whether this person may put an answer right.
    pub can_correct: bool,
    /// What has happened, the newest first.
    pub events: &'a [Event<'a>],
    /// Whether this person may make a code for feedback.
    pub invites: bool,
    /// Whether somebody else says that the person the referral is about said no, where this person may confirm it.
    pub refusal: Option<Refusal>,
    /// The bands to choose from, where this person may override.
    pub bands: Option<&'a [Pick<'a>]>,
    /// A reason for an override already typed.
    pub override_reason: &'a str,
    /// What was wrong with a form of this page.
    pub problems: &'a [Told],
    /// The number of the issue that could not be decided; 0 for none.
    pub again: u32,
}

/// The id of the heading above what has happened.
pub const HISTORY: &str = "events";

/// The page of one referral; that of the issue that could not be decided, where its issues have pages of their own.
#[must_use]
pub fn referral(site: &Site, page: &Referral<'_>) -> Markup {
    let lang = site.lang;
    let title = words::referral_title(lang, page.reference);
    let (before, after) = (before(lang, &title, page), after(lang, page));
    let whole: Vec<_> = page.issues.iter().map(|issue| law(lang, page, issue, 4)).collect();
    let apart = !fits(whole.iter().chain([&before, &after]));
    if let Some(issue) = page.issues.iter().find(|issue| apart && issue.id == page.again) {
        return alone(site, page, issue);
    }
    let frame = Frame::public(site, &title).wide().for_staff(page.who).with_problems(!page.problems.is_empty());
    frame.around(&html! {
        (before)
        h2 id="issues" { (lang.say(words::ISSUES)) }
        @for (one, law) in page.issues.iter().zip(&whole) { (issue(lang, page.reference, one, Some(law).filter(|_| !apart))) }
        (after)
    })
}

fn before(lang: Lang, title: &str, page: &Referral<'_>) -> Markup {
    let say = lang.teller();
    html! {
        (summary(lang, page.problems))
        p class="back" { a href=(Path::Queue) { (say(words::TO_QUEUE)) } }
        h1 { (title) }
        p class="standing" {
            (band(page.band))
            // What was erased holds nobody to be contacted, and nothing that could be missing.
            @if page.reads { " " (say(words::CONTACT_BY)) " " strong { (page.contact_by) @if !page.overdue { "." } } }
            @if page.overdue { " " strong class="tag late" { (say(words::OVERDUE)) } }
            " "
            (page.state)
        }
        @if let Some(sentence) = page.not_contacted { div class="told" { p { strong { (sentence) } } } }
        p { (page.received) }
        @if let Some(sentence) = page.set_by_hand { div class="told" { p { (sentence) } } }
        (notes(page.notes))
        (flags(lang, page.flags))
        (story(lang, page))
        @if page.reads && page.weighed {
            (why(lang, page))
            (gaps(lang, page))
        }
        (list(lang, "queries", words::QUERIES, page.queries))
        (list(lang, "calls", words::CALL_BACKS, page.call_backs))
    }
}

/// What is to be known before the rest is read.
pub(super) fn notes(notes: &[String]) -> Markup {
    html! { @for note in notes { div class="told" { p { (note) } } } }
}

fn after(lang: Lang, page: &Referral<'_>) -> Markup {
    let say = lang.teller();
    html! {
        (events(lang, page))
        @if page.invites { (invitation(lang, page)) }
        @match page.refusal {
            Some(Refusal::ToConfirm) => (refusal_form(lang, page.who.token, page.reference, &seen(page.version), page.problems)),
            Some(Refusal::ByDesk) => p { (say(refusal::BY_DESK)) },
            None => {},
        }
        @if page.rights { p class="screen-only" { a href=(Path::Rights(page.reference)) { (say(rights::LINK)) } } }
        @if let Some(bands) = page.bands {
            (band_form(lang, page.who.token, page.reference, &Override { version: page.version, bands, reason: page.override_reason, problems: page.problems }))
        }
    }
}

/// A code with which the person can say how it was, at any time of the work.
fn invitation(lang: Lang, page: &Referral<'_>) -> Markup {
    let say = lang.teller();
    html! {
        section class="card" aria-labelledby="invite" {
            h2 id="invite" { (say(feedback::INVITE)) }
            p { (say(feedback::INVITE_LEAD)) }
            (post(Path::FeedbackCode(page.reference), page.who.token, &html! {
                button type="submit" class="second" { (say(feedback::INVITE_BUTTON)) }
            }))
        }
    }
}

fn why(lang: Lang, page: &Referral<'_>) -> Markup {
    let say = lang.teller();
    html! {
        h2 id="why" { (say(words::REASONS)) }
        div class="card" {
            (reasons(lang, "", page.reasons))
            p { (say(words::POINTS)) ": " strong { (page.points) } }
        }
    }
}

fn flags(lang: Lang, flags: &[Flag<'_>]) -> Markup {
    html! {
        @if !flags.is_empty() {
            h2 id="flags" { (lang.say(words::FLAGS)) }
            ul class="flags" {
                @for flag in flags {
                    li class=(if flag.grave { "danger" } else { "card" }) {
                        h3 { (flag.title) }
                        @for line in flag.words { (flag_line(lang, line)) }
                    }
                }
            }
        }
    }
}

/// Answers to one question that stand in a list. More of them would push the next question out of sight.
const LISTED: usize = 6;

/// The answer stands out from its question: it is read in a hurry, before a telephone is picked up.
fn flag_line(lang: Lang, line: &FlagLine) -> Markup {
    let asked = html! { @if !line.asked.is_empty() { (line.asked) " " } };
    html! {
        @match line.said.as_slice() {
            [said] if line.struck => p { strong { (lang.say(words::DO_NOT_USE)) } " " s { (asked) (said) } },
            [said] if line.asked.is_empty() => p { (said) },
            [said] => p { (asked) b { (said) } },
            many if many.len() > LISTED && !line.struck => p { (asked) b { (many.join("; ")) } },
            several => {
                p { @if line.struck { strong { (lang.say(words::DO_NOT_USE)) } " " } (asked) }
                ul { @for said in several { li { @if line.struck { s { (said) } } @else { (said) } } } }
            }
        }
    }
}

fn gaps(lang: Lang, page: &Referral<'_>) -> Markup {
    html! {
        h2 id="gaps" { (lang.say(words::GAPS)) }
        @if page.gaps.is_empty() { p { (lang.say(words::GAPS_NONE)) } } @else {
            ul {
                @for gap in page.gaps {
                    li {
                        @match &gap.field {
                            Some(field) => a href=(Path::Correct(page.reference, field)) { (gap.asked) },
                            None => (gap.asked),
                        }
                    }
                }
            }
        }
    }
}

fn list(lang: Lang, id: &str, title: Text, sentences: &[impl AsRef<str>]) -> Markup {
    html! {
        @if !sentences.is_empty() {
            h2 id=(id) { (lang.say(title)) }
            ul { @for sentence in sentences { li { (sentence.as_ref()) } } }
        }
    }
}

/// What is happening, as it was written, and the way to everything else.
fn story(lang: Lang, page: &Referral<'_>) -> Markup {
    html! {
        @if !page.story.is_empty() {
            h2 id="story" { (lang.say(written::STORY)) }
            div class="card" { (told(lang, page.story, 3)) }
        }
        @if page.reads {
            p class="screen-only" {
                a href=(Path::Answers(page.reference)) {
                    (lang.say(if page.can_correct { written::READ_AND_CORRECT } else { written::READ_WRITTEN }))
                }
            }
        }
    }
}

/// What has happened of late.
fn events(lang: Lang, page: &Referral<'_>) -> Markup {
    let late = page.events.get(..LATE).unwrap_or(page.events);
    html! {
        h2 id=(HISTORY) { (lang.say(words::EVENTS)) }
        div class="card" { (table(lang, late)) }
        @if late.len() < page.events.len() {
            p class="screen-only" { a href=(Path::History(page.reference, 0)) { (lang.say(written::WHOLE_HISTORY)) } }
        }
    }
}

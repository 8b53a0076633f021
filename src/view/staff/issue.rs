//! One issue of a referral: with what the law asks and its decision, whole on the referral's page or, where that
//! would weigh too much, on a page of its own.

use maud::{Markup, html};

use super::band;
use super::decide::{Decide, issue_form};
use super::referral::{Issue, Limb, Reason, Referral};
use crate::view::layout::{Frame, Site};
use crate::view::problems::summary;
use crate::view::questions::heading;
use crate::web::paths::Path;
use crate::words::{Lang, rights, staff as words, written};

/// The page of one issue.
#[must_use]
pub fn alone(site: &Site, page: &Referral<'_>, issue: &Issue<'_>) -> Markup {
    let lang = site.lang;
    let title = written::part_title(lang, issue.title, page.reference);
    let frame = Frame::public(site, &title).wide().for_staff(page.who).with_problems(!page.problems.is_empty());
    frame.around(&html! {
        (summary(lang, page.problems))
        p class="back" { a href=(Path::Referral(page.reference)) { (lang.say(rights::BACK)) } }
        h1 { (title) }
        (standing(lang, issue))
        @if let Some(part) = issue.written {
            p class="screen-only" { a href=(Path::Part(page.reference, part)) { (written::read_part(lang, issue.title)) } }
        }
        (law(lang, page, issue, 2))
    })
}

/// An issue on the referral's page, whole or with the way to its own page.
pub(super) fn issue(lang: Lang, reference: &str, issue: &Issue<'_>, law: Option<&Markup>) -> Markup {
    let id = format!("issue-{}", issue.id);
    html! {
        section class="card" aria-labelledby=(id) {
            h3 id=(id) { (issue.title) }
            (standing(lang, issue))
            @match law {
                Some(law) => (law),
                None => p class="screen-only" { a href=(Path::ReferralIssue(reference, issue.id)) { (written::open_issue(lang, issue.id)) } },
            }
        }
    }
}

fn standing(lang: Lang, issue: &Issue<'_>) -> Markup {
    html! {
        p class="standing" {
            (band(issue.band)) " "
            @if let Some(moment) = issue.contact_by { (lang.say(words::CONTACT_BY)) " " strong { (moment) "." } " " }
            (issue.state)
        }
        p { (issue.line) }
    }
}

/// What the law asks, why it has its band, and what is decided, under headings of that level.
pub(super) fn law(lang: Lang, page: &Referral<'_>, issue: &Issue<'_>, level: u8) -> Markup {
    let say = lang.teller();
    html! {
        @if !issue.limbs.is_empty() {
            (heading(level, None, &html! { (say(words::LIMBS)) }))
            (limbs(lang, issue.title, issue.limbs))
        }
        // Those of an only issue stand at the top of the page.
        @if !issue.reasons.is_empty() && page.issues.len() > 1 {
            (heading(level, None, &html! { (say(words::REASONS)) }))
            (reasons(lang, issue.title, issue.reasons))
        }
        @if let Some(decision) = &issue.decide {
            (issue_form(lang, page.who.token, page.reference, &Decide { version: page.version, id: issue.id, decision, level, problems: page.problems }))
        }
    }
}

/// A table of reasons, of the whole referral or of one issue: `of` tells the tables of a page apart. Two columns, or a
/// card for each row on a telephone.
pub(super) fn reasons(lang: Lang, of: &str, reasons: &[Reason<'_>]) -> Markup {
    let say = lang.teller();
    html! {
        table class="pairs cards" {
            caption class="hidden" { (say(words::REASONS)) @if !of.is_empty() { ": " (of) } }
            thead { tr { th scope="col" { (say(words::REASON)) } th scope="col" { (say(words::WEIGHT)) } } }
            tbody { @for reason in reasons {
                tr {
                    th scope="row" { (reason.sentence) small { (words::from_rule(lang, reason.rule, reason.source)) } }
                    td { (reason.weight) }
                }
            } }
        }
    }
}

fn limbs(lang: Lang, of: &str, limbs: &[Limb<'_>]) -> Markup {
    let say = lang.teller();
    html! {
        table class="pairs cards" {
            caption class="hidden" { (say(words::LIMBS)) ": " (of) }
            thead { tr { th scope="col" { (say(words::LIMB)) } th scope="col" { (say(words::MET)) } } }
            tbody { @for limb in limbs {
                tr { th scope="row" { (limb.sentence) small { (limb.source) } } td { (limb.met) } }
            } }
        }
    }
}

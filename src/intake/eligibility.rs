//! Which service an issue belongs to, which limbs of the law are shown, and whether a duty follows.
//!
//! Nobody is turned away here: a limb that is not known yet keeps its service line, and a duty that does not arise
//! leaves the issue with community advocacy, its limbs listed. This file must not know points, bands or dates to come.

mod conditions;
mod lines;
mod service_line;

use chrono::NaiveDate;
use serde::Serialize;

use super::facts::{Facts, IssueFacts, IssueKind, ReferrerBody};
use crate::form::{Line, Voice};
use crate::settings::rubric::Rubric;

pub(super) use lines::{considered, qualifies_by_treatment};
pub use service_line::{authority, slug_of, slugs_of};

/// How far a limb is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The answers show it.
    Met,
    /// The answers show that it is not so.
    NotMet,
    /// Nobody has said, or nobody knows.
    NotKnown,
}

/// One limb of a duty, as far as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limb {
    /// Frozen.
    pub id: &'static str,
    /// What has to be so.
    pub sentence: &'static str,
    /// Whether it is.
    pub state: State,
    /// Where the law says so.
    pub source: &'static str,
    /// Given by the kind of issue alone, so that it shows nothing about this person.
    #[serde(skip)]
    pub by_kind: bool,
}

impl Limb {
    /// The same, not shown.
    pub(super) const fn not_known(mut self) -> Self {
        self.state = State::NotKnown;
        self
    }
}

/// What the law asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Duty {
    /// A duty, every limb of it shown.
    C1,
    /// A duty, at least one limb of it shown and none denied.
    C2,
    /// A power, or NHS complaints advocacy.
    C3,
    /// No duty shown.
    C4,
}

/// The service an issue belongs to, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligibility {
    /// The service.
    pub line: Line,
    /// The service its kind points to, whose questions stay worth answering even where the duty is denied.
    pub considered: Line,
    /// Every limb that was looked at.
    pub limbs: Vec<Limb>,
    /// What follows.
    pub duty: Duty,
    /// Whether only a council or an NHS body can instruct, and none has yet.
    pub informal: bool,
    /// Whether nothing is shown yet either way, so that somebody has to ask.
    pub nothing_shown: bool,
}

/// Works out the service and the duty for one issue.
#[must_use]
pub fn judge(facts: &Facts, issue: &IssueFacts, rubric: &Rubric, today: NaiveDate) -> Eligibility {
    let considered = lines::considered(issue.kind);
    let (line, limbs) = lines::limbs(facts, issue, rubric, today);
    let denied = is_denied(&limbs);
    let (line, duty) = if denied { (Line::Community, Duty::C4) } else { outcome(issue, line, &limbs) };
    Eligibility {
        line,
        considered,
        duty,
        // Nobody is asked to instruct for a process that nobody has named yet.
        informal: issue.kind != IssueKind::NotSure && is_informal(facts, line),
        nothing_shown: duty == Duty::C4 && considered != Line::Community && !denied,
        limbs,
    }
}

/// Whether someone who knows the person could speak for them, from the answers about support alone.
#[must_use]
pub fn no_one(facts: &Facts) -> State {
    lines::no_one(facts.person.support)
}

/// Whether the answers speak against a duty. One limb may fail without denying anything: it is what moves the issue to
/// adult protection.
fn is_denied(limbs: &[Limb]) -> bool {
    limbs.iter().any(|limb| limb.state == State::NotMet && limb.id != "adult-at-risk")
}

fn outcome(issue: &IssueFacts, line: Line, limbs: &[Limb]) -> (Line, Duty) {
    match line {
        Line::Community => (line, Duty::C4),
        Line::NhsComplaints => (line, Duty::C3),
        Line::SocialCareAccess => (line, Duty::C2),
        _ if is_discretionary(issue, line, limbs) => (line, Duty::C3),
        _ if limbs.iter().all(|limb| limb.state == State::Met) => (line, Duty::C1),
        _ if limbs.iter().any(|limb| limb.state == State::Met && !limb.by_kind) => (line, Duty::C2),
        _ if issue.kind == IssueKind::NotSure => (Line::Community, Duty::C4),
        _ => (line, Duty::C4),
    }
}

/// A body may instruct an advocate here and need not.
fn is_discretionary(issue: &IssueFacts, line: Line, limbs: &[Limb]) -> bool {
    match line {
        Line::Imca => !is_imca_duty(issue.kind),
        Line::Imha => limbs.contains(&conditions::IMHA_LOCAL.is(State::Met)),
        _ => false,
    }
}

/// A decision for which an IMCA must be instructed (Mental Capacity Act ss37–39).
#[must_use]
pub const fn is_imca_duty(kind: IssueKind) -> bool {
    matches!(kind, IssueKind::SeriousMedicalTreatment | IssueKind::NhsAccommodation | IssueKind::CouncilAccommodation)
}

/// Whether a formal instruction is still to come: only a council or an NHS body can give it.
fn is_informal(facts: &Facts, line: Line) -> bool {
    let can_instruct: fn(ReferrerBody) -> bool = match line {
        Line::CareAct | Line::Imca => |body| body.is_council() || body.is_nhs(),
        Line::Dols39A | Line::Dols39C | Line::Dols39D | Line::PaidRpr => ReferrerBody::is_council,
        _ => return false,
    };
    facts.voice != Voice::Professional || facts.person.referrer_body.is_some_and(|body| !can_instruct(body))
}

/// Whether an IMCA is accepted although nobody has shown the assessment of capacity yet.
///
/// Nothing with a hard date near, and no serious medical treatment, is held back for a missing assessment; a care
/// review asks for none here, and an authorisation to deprive someone of their liberty brings its own.
#[must_use]
pub fn is_provisional(issue: &IssueFacts, line: Line, hard_date_near: bool) -> bool {
    line == Line::Imca
        && issue.kind != IssueKind::ImcaCareReview
        && !issue.capacity_evidence
        && (hard_date_near || issue.kind == IssueKind::SeriousMedicalTreatment)
}

#[cfg(test)]
mod tests;

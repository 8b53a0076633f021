//! What to ask where the service that is asked for and the authorisation that is told do not fit together.

use super::{Asked, kept};
use crate::form::Line;
use crate::intake::assessed_issue::AssessedIssue;
use crate::intake::eligibility::State;
use crate::intake::facts::{DolsAuthorisation, IssueFacts, IssueKind};

/// Every query about an authorisation to deprive someone of their liberty, and about whoever represents them.
pub(super) fn queries(issue: &IssueFacts, assessed: &AssessedIssue) -> Vec<Asked> {
    let told = [
        (
            issue.kind == IssueKind::Dols39A && issue.dols.authorisation == Some(DolsAuthorisation::Standard),
            "dols-standard-39a",
            "A standard authorisation is in force already. Ask whether a 39C or 39D advocate, or a paid representative, \
             is meant.",
        ),
        (
            issue.kind.is_for_a_representative() && issue.dols.authorisation == Some(DolsAuthorisation::Urgent),
            "dols-urgent-representative",
            "A representative is appointed only after a standard authorisation (Mental Capacity Act 2005 Sch A1 para 139), \
             and we are told of an urgent one. Ask whether a 39A advocate is meant: they are for the days until then.",
        ),
        (
            assessed.service_line == Line::Dols39D
                && assessed.limb("request").is_some_and(|limb| limb.state == State::NotKnown),
            "dols-39d-request",
            "A 39D advocate follows a request by the person or their representative, or the supervisory body’s own reason to \
             believe that one is needed (Mental Capacity Act 2005 s39D(3) to (5)). Ask which of them it is, and help the \
             person or the representative to ask.",
        ),
    ];
    kept(told)
}

//! When a refusal that somebody else told of can be confirmed, which destroys what was sent.
//!
//! This file must not know where any of it is stored, nor how it is shown.

use super::life::Status;
use crate::form::Key;

/// What can be done about a refusal, where something can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// What was sent says so: triage can ask the person, and confirm it.
    ToConfirm,
    /// Somebody at the desk wrote it down later. One person could else write a refusal into any referral, and destroy it
    /// with its history: only a manager erases that, with a reason.
    ByDesk,
}

/// What can be done. `is_told` is whether the referral says by now that the person refused, `corrected` names the answers
/// that were put right since it came. What is held for a complaint or a court case stays until somebody lets go of it, and
/// what is decided, or erased, is no longer destroyed by this way.
#[must_use]
pub fn refusal<'a>(
    is_told: bool,
    corrected: impl IntoIterator<Item = &'a str>,
    status: Status,
    is_held: bool,
) -> Option<Refusal> {
    if !is_told || is_held || !status.is_undecided() {
        return None;
    }
    let tells = |path: &str| [Key::Consent, Key::ConsentCapacity].iter().any(|key| key.slug() == path);
    Some(if corrected.into_iter().any(tells) { Refusal::ByDesk } else { Refusal::ToConfirm })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_confirmed_where_what_was_sent_says_so_and_nobody_has_decided_or_holds_it() {
        let (told, received) = (true, Status::Received);
        for (is_told, corrected, status, is_held, done) in [
            (told, &[][..], received, false, Some(Refusal::ToConfirm)),
            (told, &[], Status::Asked, false, Some(Refusal::ToConfirm)),
            (told, &["person-name", "issues.1.issue-kind"], received, false, Some(Refusal::ToConfirm)),
            (told, &["person-name", "consent"], received, false, Some(Refusal::ByDesk)),
            (told, &["consent-capacity"], received, false, Some(Refusal::ByDesk)),
            (false, &[], received, false, None),
            (told, &[], received, true, None),
            (told, &["consent"], received, true, None),
            (told, &[], Status::Accepted, false, None),
            (told, &[], Status::Closed, false, None),
        ] {
            let found = refusal(is_told, corrected.iter().copied(), status, is_held);
            assert_eq!(found, done, "{is_told} {corrected:?} {status:?} {is_held}");
        }
    }
}

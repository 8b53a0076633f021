//! Where a referral and each of its issues stand, and what may be decided next.
//!
//! An issue is decided; a referral's status follows from its issues. This file must not know who decides.

/// How a referral came in. Apart from the voice: a daughter who rings is `phone` in the voice of `someone`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Through the pages of the portal.
    Web,
    /// Typed in by a call handler.
    Phone,
    /// Typed in from a letter.
    Letter,
    /// Typed in from an e-mail.
    Email,
    /// Typed in with someone who came in.
    WalkIn,
    /// Sent by another system.
    Machine,
}

/// Where a referral stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// At least one issue waits for staff.
    Received,
    /// Staff wait for an answer.
    Asked,
    /// At least one issue was accepted and none waits.
    Accepted,
    /// Every issue was signposted or declined.
    Closed,
}

/// Where an issue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueState {
    /// Nobody has decided.
    Open,
    /// Something was asked.
    Asked,
    /// Accepted to a service line.
    Accepted,
    /// Another service was named.
    Signposted,
    /// Declined, with a reason that can be told.
    Declined,
}

macro_rules! slugs {
    ($name:ident, $what:literal, $($variant:ident = $slug:literal),+) => {
        impl $name {
            #[doc = concat!("Every ", $what, ".")]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The frozen name used in addresses, stored rows and JSON.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self {
                    $(Self::$variant => $slug,)+
                }
            }

            #[doc = concat!("The ", $what, " of that name, if there is one.")]
            #[must_use]
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == slug)
            }
        }
    };
}

slugs!(
    Channel,
    "channel",
    Web = "web",
    Phone = "phone",
    Letter = "letter",
    Email = "email",
    WalkIn = "walk-in",
    Machine = "machine"
);
slugs!(Status, "status", Received = "received", Asked = "asked", Accepted = "accepted", Closed = "closed");
slugs!(
    IssueState,
    "state",
    Open = "open",
    Asked = "asked",
    Accepted = "accepted",
    Signposted = "signposted",
    Declined = "declined"
);

impl Status {
    /// Where triage still has something to do: to decide, or to press for an answer. Nothing urgent rests while somebody
    /// else is asked, so both stand in one queue.
    pub const UNDECIDED: &'static [Self] = &[Self::Received, Self::Asked];

    /// Whether the moment for making contact still means something. Once it is decided, it does not.
    #[must_use]
    pub fn is_undecided(self) -> bool {
        Self::UNDECIDED.contains(&self)
    }

    /// Where a referral stands whose issues stand so.
    #[must_use]
    pub fn of(issues: &[IssueState]) -> Self {
        if issues.contains(&IssueState::Open) || issues.is_empty() {
            Self::Received
        } else if issues.contains(&IssueState::Asked) {
            Self::Asked
        } else if issues.contains(&IssueState::Accepted) {
            Self::Accepted
        } else {
            Self::Closed
        }
    }
}

impl IssueState {
    /// Whether an issue that stands here may be decided so. A decision can be changed, and more can be asked; nothing
    /// becomes undecided again.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        match next {
            Self::Open => false,
            Self::Asked | Self::Accepted => true,
            Self::Signposted | Self::Declined => self != next,
        }
    }
}

/// What staff decide about one issue. The words can be told to the sender; those of an acceptance may be empty.
#[derive(Clone, PartialEq, Eq)]
pub enum Decision {
    /// Take it on.
    Accept {
        /// The service line, by its frozen name.
        line: String,
        /// A note.
        note: String,
    },
    /// Ask for something before deciding.
    Ask {
        /// What was asked, and of whom.
        what: String,
    },
    /// Name another service.
    Signpost {
        /// Which, and why.
        to: String,
    },
    /// Say no.
    Decline {
        /// Why, in words that can be told.
        reason: String,
    },
}

impl Decision {
    /// Where the issue stands once this is decided.
    #[must_use]
    pub const fn state(&self) -> IssueState {
        match self {
            Self::Accept { .. } => IssueState::Accepted,
            Self::Ask { .. } => IssueState::Asked,
            Self::Signpost { .. } => IssueState::Signposted,
            Self::Decline { .. } => IssueState::Declined,
        }
    }

    /// The words that go with it.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Accept { note: words, .. }
            | Self::Ask { what: words }
            | Self::Signpost { to: words }
            | Self::Decline { reason: words } => words,
        }
    }

    /// Whether enough was said: everything but an acceptance needs words.
    #[must_use]
    pub fn is_explained(&self) -> bool {
        matches!(self, Self::Accept { .. }) || !self.words().trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_referral_waits_for_staff_while_one_issue_does() {
        use IssueState::{Accepted, Asked, Declined, Open, Signposted};
        for (issues, status) in [
            (&[][..], Status::Received),
            (&[Accepted, Open], Status::Received),
            (&[Accepted, Asked], Status::Asked),
            (&[Declined, Accepted], Status::Accepted),
            (&[Declined, Signposted], Status::Closed),
        ] {
            assert_eq!(Status::of(issues), status, "{issues:?}");
        }
    }

    #[test]
    fn nothing_becomes_undecided_and_no_is_said_once() {
        for &state in IssueState::ALL {
            assert!(!state.may_become(IssueState::Open));
            assert!(state.may_become(IssueState::Asked));
            assert!(state.may_become(IssueState::Accepted));
            assert_eq!(state.may_become(IssueState::Declined), state != IssueState::Declined);
        }
    }

    #[test]
    fn every_name_is_read_back() {
        for &status in Status::ALL {
            assert_eq!(Status::from_slug(status.slug()), Some(status));
        }
        assert_eq!(Channel::from_slug("walk-in"), Some(Channel::WalkIn));
        assert_eq!(IssueState::from_slug("lost"), None);
    }
}

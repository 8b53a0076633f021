//! Who may do what: the one table, asked by every function that stores or loads.
//!
//! This file must not know how anything is stored or shown. A right that is not written here does not exist.

/// A member of staff, by the number of their row.
pub type StaffId = i64;

/// What a member of staff is here to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Reads referrals and decides what happens next.
    Triage,
    /// The same, and answers for it: reads feedback, and does what a person may ask by law.
    Manager,
    /// Keeps accounts and the machine; sees nobody's case.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Triage, Self::Manager, Self::Administrator];

    /// The frozen name used in stored rows and on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Triage => "triage",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
        }
    }

    /// The role of that name, if there is one.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.slug() == slug)
    }
}

/// Who is acting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Someone who is not signed in: a referrer, a person asking for themselves, a client giving feedback.
    Visitor,
    /// A signed-in member of staff.
    Staff {
        /// Their row.
        id: StaffId,
        /// Their role when they signed in, read again with each request.
        role: Role,
    },
    /// The portal itself; the name says which part: `outbox`, `sweep`, `command`.
    System(&'static str),
}

impl Actor {
    /// The part of the portal that somebody drives at the terminal: they may do everything.
    pub const COMMAND: &'static str = "command";
    /// Whoever types a command.
    pub const TERMINAL: Self = Self::System(Self::COMMAND);

    /// The member of staff, where one is acting.
    #[must_use]
    pub const fn staff_id(self) -> Option<StaffId> {
        match self {
            Self::Staff { id, .. } => Some(id),
            Self::Visitor | Self::System(_) => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Begin, read, save, bring back or destroy an unfinished form.
    KeepDraft,
    /// Send a referral.
    FileReferral,
    /// See the queue and its counts.
    SeeQueue,
    /// Read a referral with everything in it.
    SeeReferral,
    /// Check that nobody changed what was written down about a referral's life.
    VerifyEvents,
    /// Put a referral in another band, with a reason.
    OverrideBand,
    /// Accept, ask, signpost or decline an issue.
    DecideIssue,
    /// Confirm that the person said no, which destroys what was sent.
    ConfirmRefusal,
    /// Write the result of the hourly assessment.
    Reassess,
    /// Make, load, change or end a session.
    KeepSession,
    /// End every session of a member of staff.
    EndSessionsOfStaff,
    /// Look up an account to sign in, and count what failed.
    SignIn,
    /// See accounts.
    SeeStaff,
    /// Add, change or disable an account.
    ChangeStaff,
    /// Set a password.
    SetPassword,
    /// Take mail out of the outbox and say what became of it.
    SendMail,
    /// Destroy what has run out: drafts, sessions, referrals and feedback whose time is over.
    Sweep,
    /// Put an answer right, with a reason.
    CorrectAnswer,
    /// Put together everything held about a person, for them.
    DisclosePerson,
    /// Keep a referral beyond its time, for a complaint or a court case.
    HoldRecord,
    /// Destroy everything that names a person, at their request.
    ErasePerson,
    /// Seal everything anew with a new key.
    TurnKey,
    /// Make a code for feedback.
    InviteFeedback,
    /// Give feedback.
    GiveFeedback,
    /// Read feedback.
    ReadFeedback,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 25] = [
        Self::KeepDraft,
        Self::FileReferral,
        Self::SeeQueue,
        Self::SeeReferral,
        Self::VerifyEvents,
        Self::OverrideBand,
        Self::DecideIssue,
        Self::ConfirmRefusal,
        Self::Reassess,
        Self::KeepSession,
        Self::EndSessionsOfStaff,
        Self::SignIn,
        Self::SeeStaff,
        Self::ChangeStaff,
        Self::SetPassword,
        Self::SendMail,
        Self::Sweep,
        Self::CorrectAnswer,
        Self::DisclosePerson,
        Self::HoldRecord,
        Self::ErasePerson,
        Self::TurnKey,
        Self::InviteFeedback,
        Self::GiveFeedback,
        Self::ReadFeedback,
    ];
}

/// Whose the object is, seen from the actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Their own: their draft, their account, a case of their own service.
    Own,
    /// Another's: somebody else's account, a case of another provider.
    Others,
}

/// Whether `actor` may do `action` to an object that is `whose`.
#[must_use]
pub const fn may(actor: Actor, action: Action, whose: Whose) -> bool {
    match actor {
        Actor::Visitor => visitor_may(action, whose),
        Actor::Staff { role, .. } => staff_may(role, action, whose),
        Actor::System(_) => system_may(action),
    }
}

const fn visitor_may(action: Action, whose: Whose) -> bool {
    matches!(whose, Whose::Own)
        && matches!(
            action,
            Action::KeepDraft | Action::FileReferral | Action::KeepSession | Action::SignIn | Action::GiveFeedback
        )
}

const fn staff_may(role: Role, action: Action, whose: Whose) -> bool {
    match (role, whose) {
        (Role::Triage | Role::Manager | Role::Administrator, Whose::Own) if concerns_oneself(action) => true,
        (Role::Triage, Whose::Own) => concerns_cases(action),
        (Role::Manager, Whose::Own) => concerns_cases(action) || is_answered_for(action),
        (Role::Triage | Role::Manager, Whose::Others) => false,
        (Role::Administrator, Whose::Own | Whose::Others) => concerns_accounts(action),
    }
}

/// The portal's own work. It decides nothing about a case and changes no account but from the command line.
const fn system_may(action: Action) -> bool {
    !matches!(
        action,
        Action::SeeQueue
            | Action::SeeReferral
            | Action::OverrideBand
            | Action::DecideIssue
            | Action::CorrectAnswer
            | Action::ConfirmRefusal
            | Action::ReadFeedback
    )
}

/// What everyone signed in may do with what is theirs.
const fn concerns_oneself(action: Action) -> bool {
    matches!(action, Action::KeepSession | Action::EndSessionsOfStaff | Action::SetPassword)
}

/// What the people who read cases may do: call handlers type a caller's form, so drafts and sending are theirs too.
const fn concerns_cases(action: Action) -> bool {
    matches!(
        action,
        Action::KeepDraft
            | Action::FileReferral
            | Action::SeeQueue
            | Action::SeeReferral
            | Action::VerifyEvents
            | Action::OverrideBand
            | Action::DecideIssue
            | Action::CorrectAnswer
            | Action::ConfirmRefusal
            | Action::InviteFeedback
            | Action::GiveFeedback
            | Action::SeeStaff
    )
}

/// What only they may do who answer for the service: what clients say of it, and what a person may ask of it by law.
const fn is_answered_for(action: Action) -> bool {
    matches!(action, Action::ReadFeedback | Action::DisclosePerson | Action::HoldRecord | Action::ErasePerson)
}

const fn concerns_accounts(action: Action) -> bool {
    matches!(action, Action::SeeStaff | Action::ChangeStaff | Action::SetPassword | Action::EndSessionsOfStaff)
}

#[cfg(test)]
mod tests;

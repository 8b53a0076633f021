//! The table of rights, written out by hand: nobody may do what is not ticked here.

use super::*;

/// Per action: visitor, triage, manager, administrator, system; each first with their own, then with another's.
#[rustfmt::skip]
const TABLE: [(Action, [&str; 5]); 25] = [
    (Action::KeepDraft,          ["y.", "y.", "y.", "..", "yy"]),
    (Action::FileReferral,       ["y.", "y.", "y.", "..", "yy"]),
    (Action::SeeQueue,           ["..", "y.", "y.", "..", ".."]),
    (Action::SeeReferral,        ["..", "y.", "y.", "..", ".."]),
    (Action::VerifyEvents,       ["..", "y.", "y.", "..", "yy"]),
    (Action::OverrideBand,       ["..", "y.", "y.", "..", ".."]),
    (Action::DecideIssue,        ["..", "y.", "y.", "..", ".."]),
    (Action::ConfirmRefusal,     ["..", "y.", "y.", "..", ".."]),
    (Action::Reassess,           ["..", "..", "..", "..", "yy"]),
    (Action::KeepSession,        ["y.", "y.", "y.", "y.", "yy"]),
    (Action::EndSessionsOfStaff, ["..", "y.", "y.", "yy", "yy"]),
    (Action::SignIn,             ["y.", "..", "..", "..", "yy"]),
    (Action::SeeStaff,           ["..", "y.", "y.", "yy", "yy"]),
    (Action::ChangeStaff,        ["..", "..", "..", "yy", "yy"]),
    (Action::SetPassword,        ["..", "y.", "y.", "yy", "yy"]),
    (Action::SendMail,           ["..", "..", "..", "..", "yy"]),
    (Action::Sweep,              ["..", "..", "..", "..", "yy"]),
    (Action::CorrectAnswer,      ["..", "y.", "y.", "..", ".."]),
    (Action::DisclosePerson,     ["..", "..", "y.", "..", "yy"]),
    (Action::HoldRecord,         ["..", "..", "y.", "..", "yy"]),
    (Action::ErasePerson,        ["..", "..", "y.", "..", "yy"]),
    (Action::TurnKey,            ["..", "..", "..", "..", "yy"]),
    (Action::InviteFeedback,     ["..", "y.", "y.", "..", "yy"]),
    (Action::GiveFeedback,       ["y.", "y.", "y.", "..", "yy"]),
    (Action::ReadFeedback,       ["..", "..", "y.", "..", ".."]),
];

fn actors() -> [Actor; 5] {
    let staff = |role| Actor::Staff { id: 1, role };
    [Actor::Visitor, staff(Role::Triage), staff(Role::Manager), staff(Role::Administrator), Actor::System("sweep")]
}

#[test]
fn every_action_by_every_actor_to_own_and_others_is_as_written() {
    for (action, rights) in TABLE {
        for (actor, right) in actors().into_iter().zip(rights) {
            let found: String = [Whose::Own, Whose::Others]
                .into_iter()
                .map(|whose| if may(actor, action, whose) { 'y' } else { '.' })
                .collect();
            assert_eq!(found, right, "{actor:?} {action:?}");
        }
    }
}

#[test]
fn the_table_misses_no_action() {
    let listed: Vec<Action> = TABLE.iter().map(|(action, _)| *action).collect();
    assert_eq!(listed, Action::ALL);
}

#[test]
fn an_administrator_sees_no_case() {
    let administrator = Actor::Staff { id: 1, role: Role::Administrator };
    for action in [Action::SeeQueue, Action::SeeReferral, Action::DecideIssue, Action::ReadFeedback, Action::KeepDraft]
    {
        for whose in [Whose::Own, Whose::Others] {
            assert!(!may(administrator, action, whose), "{action:?}");
        }
    }
}

#[test]
fn every_role_is_found_by_its_name() {
    for role in Role::ALL {
        assert_eq!(Role::from_slug(role.slug()), Some(role));
    }
    assert_eq!(Role::from_slug("owner"), None);
}

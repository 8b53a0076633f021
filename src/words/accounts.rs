//! The words of the page that shows the accounts of staff.

/// The heading of the accounts.
pub const ACCOUNTS: &str = "Accounts";
/// The caption of their table.
pub const ACCOUNTS_CAPTION: &str = "Who can sign in here. The oldest account comes first.";
/// Column: role.
pub const ROLE: &str = "Role";
/// Column: last sign-in.
pub const LAST_SIGN_IN: &str = "Last signed in";
/// Somebody who never signed in.
pub const NEVER: &str = "Never";
/// An account that can be used.
pub const ACCOUNT_OPEN: &str = "Open";
/// An account that cannot be used.
pub const ACCOUNT_CLOSED: &str = "Closed";
/// Above how accounts are kept.
pub const ACCOUNTS_HOW: &str = "To add an account";
/// How accounts are kept, a sentence each.
pub const ACCOUNTS_HOW_LIST: &[&str] = &[
    "On the computer that runs this website, type: alongside staff add NAME@YOUR-SERVICE.ORG --role triage",
    "The roles are triage, manager and administrator. An administrator sees no case.",
];

/// A role.
#[must_use]
pub fn role(slug: &str) -> &'static str {
    match slug {
        "triage" => "Triage",
        "manager" => "Manager",
        "administrator" => "Administrator",
        _ => "",
    }
}

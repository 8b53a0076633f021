//! The words of the page that shows the accounts of staff.

use super::text::texts;
use super::{Lang, Text};

texts! {
    /// The heading of the accounts.
    pub ACCOUNTS = "Accounts";
    /// The caption of their table.
    pub ACCOUNTS_CAPTION = "Who can sign in here. The oldest account comes first.";
    /// Column: role.
    pub ROLE = "Role";
    /// Column: last sign-in.
    pub LAST_SIGN_IN = "Last signed in";
    /// Somebody who never signed in.
    pub NEVER = "Never";
    /// An account that can be used.
    pub ACCOUNT_OPEN = "Open";
    /// An account that cannot be used.
    pub ACCOUNT_CLOSED = "Closed";
    /// Above how accounts are kept.
    pub ACCOUNTS_HOW = "To add an account";
    /// How accounts are kept, a sentence each.
    pub ACCOUNTS_HOW_LIST = [
        "On the computer that runs this website, type: alongside staff add NAME@YOUR-SERVICE.ORG --role triage",
        "The roles are triage, manager and administrator. An administrator sees no case.",
        "Three more: alongside staff password gives somebody another password, alongside staff sign-out is for a lost \
        device, alongside staff close is for who leaves. The name follows each.",
    ];
    NO_ROLE = "No role";
    TRIAGE = "Triage";
    MANAGER = "Manager";
    ADMINISTRATOR = "Administrator";
}

/// A role, by its slug.
#[must_use]
pub fn role(lang: Lang, slug: &str) -> &'static str {
    let role: Text = match slug {
        "triage" => TRIAGE,
        "manager" => MANAGER,
        "administrator" => ADMINISTRATOR,
        _ => NO_ROLE,
    };
    lang.say(role)
}

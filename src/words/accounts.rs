//! The words of the page that shows the accounts of staff.

use super::text::texts;
use super::{Lang, Text};

texts! {
    /// The heading of the accounts.
    pub ACCOUNTS = "Accounts";
    /// The caption of their table.
    pub ACCOUNTS_CAPTION = "Who can sign in here. The oldest account comes first.";
    /// An account by its number, as it stands in mails and in the log in place of a name.
    pub account(number: i64) = "account {number}";
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
    pub ACCOUNTS_HOW = "To change an account";
    /// Where, and what the roles are.
    pub ACCOUNTS_HOW_LEAD = "Type one of these on the computer that runs this website, with the work e-mail of whoever it is \
        about. A role is triage, manager or administrator. An administrator sees no case.";
    ADD = "Add an account";
    ADD_SO = "alongside staff add NAME@YOUR-SERVICE.ORG --role triage";
    CHANGE_ROLE = "Give it another role";
    CHANGE_ROLE_SO = "alongside staff role NAME@YOUR-SERVICE.ORG --role manager";
    PASSWORD = "Give it another password, when one is forgotten";
    PASSWORD_SO = "alongside staff password NAME@YOUR-SERVICE.ORG";
    SIGN_OUT = "Sign it out everywhere, when a device is lost";
    SIGN_OUT_SO = "alongside staff sign-out NAME@YOUR-SERVICE.ORG";
    CLOSE = "Close it, when somebody leaves";
    CLOSE_SO = "alongside staff close NAME@YOUR-SERVICE.ORG";
    OPEN = "Open it again";
    OPEN_SO = "alongside staff open NAME@YOUR-SERVICE.ORG";
    NO_ROLE = "No role";
    TRIAGE = "Triage";
    MANAGER = "Manager";
    ADMINISTRATOR = "Administrator";
}

/// What is done to an account, with the command that does it.
pub const COMMANDS: [(Text, Text); 6] = [
    (ADD, ADD_SO),
    (CHANGE_ROLE, CHANGE_ROLE_SO),
    (PASSWORD, PASSWORD_SO),
    (SIGN_OUT, SIGN_OUT_SO),
    (CLOSE, CLOSE_SO),
    (OPEN, OPEN_SO),
];

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

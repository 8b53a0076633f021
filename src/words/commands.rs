//! What commands say at the terminal.

use super::Lang;
use super::text::texts;

texts! {
    /// While the portal serves: where.
    pub listens(address: &str) = "Alongside listens at {address}";
    /// After a backup or a restore: what was copied, counted in the copy.
    pub copied(referrals: i64, feedback: i64, to: &str) =
        "Copied and checked: {referrals} referrals and {feedback} answers of feedback, in {to}.";
    /// What a backup is worth nothing without.
    pub keep_the_key(file: &str) =
        "It can only be read with the key in {file}. Keep a copy of that elsewhere.";
    /// Before a password is typed.
    pub TYPE_PASSWORD = "Type the password and press Enter (it will be seen on this screen):";
    /// Of a role that there is not.
    pub ROLES = "a role is triage, manager or administrator";
    /// Of a name that is no e-mail address.
    pub NOT_AN_EMAIL = "write a work e-mail address, like tess@example.org";
    /// After somebody was given another role.
    pub role_changed(name: &str, role: &str) = "{name} is here as {role} from now on.";
    /// After an account was opened again.
    pub opened(name: &str) = "{name} can sign in again, with the password they had.";
    /// After a password was set for somebody whose account is closed.
    pub password_set_closed(name: &str) =
        "{name} has a new password. The account is closed: open it with `alongside staff open` before they can use it.";
    /// After an account was added.
    pub added(name: &str, role: &str) = "{name} can sign in now, as {role}.";
    /// After a password was set for somebody.
    pub password_set(name: &str) =
        "{name} has a new password, and is signed out on every device. Ask them to choose one of their own on the website.";
    /// After somebody was signed out everywhere.
    pub signed_out(name: &str) = "{name} is signed out on every device.";
    /// After an account was closed.
    pub closed(name: &str) = "{name} can no longer sign in, and is signed out on every device.";
    /// After a key was made: what is to be done at once.
    pub new_key(file: &str) =
        "A new key was made in {file}. Without it nothing that is stored can ever be read again.\n\
         Run `alongside keys copy`, print what it says and lock it away, apart from backups of the data.";
    /// Before the recovery copy.
    pub lock_it_away(file: &str) =
        "This is the key in {file}, for paper. Whoever has it and the data can read everything; without it nobody can.\n\
         Print it and lock it away, apart from backups of the data.";
    /// After the key file was made from the copy.
    pub recovered(file: &str) = "The key is in {file} again.";
    /// Of an answer to a question that nobody asks.
    pub unknown_question(name: &str) = "No question is called “{name}”. `alongside questions` lists them all.";

    UP_TO_DATE = "The database is up to date.";
    brought_up_to_date(steps: &str) = "The database was brought up to date: {steps}.";
}

/// After a migration.
#[must_use]
pub fn migrated(lang: Lang, steps: &[String]) -> String {
    match steps {
        [] => lang.say(UP_TO_DATE).to_owned(),
        steps => brought_up_to_date(lang, &steps.join(", ")),
    }
}

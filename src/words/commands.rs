//! What commands say at the terminal.

/// After a migration.
#[must_use]
pub fn migrated(steps: &[String]) -> String {
    match steps {
        [] => "The database is up to date.".to_owned(),
        steps => format!("The database was brought up to date: {}.", steps.join(", ")),
    }
}

/// After a backup or a restore: what was copied, counted in the copy.
#[must_use]
pub fn copied(referrals: i64, feedback: i64, to: &str) -> String {
    format!("Copied and checked: {referrals} referrals and {feedback} answers of feedback, in {to}.")
}

/// What a backup is worth nothing without.
#[must_use]
pub fn keep_the_key(file: &str) -> String {
    format!("It can only be read with the key in {file}. Keep a copy of that elsewhere.")
}

/// After an account was added.
#[must_use]
pub fn added(name: &str, role: &str) -> String {
    format!("{name} can sign in now, as {role}.")
}

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

/// After a key was made: what is to be done at once.
#[must_use]
pub fn new_key(file: &str) -> String {
    format!(
        "A new key was made in {file}. Without it nothing that is stored can ever be read again.\n\
         Run `alongside keys copy`, print what it says and lock it away, apart from backups of the data."
    )
}

/// Before the recovery copy.
#[must_use]
pub fn lock_it_away(file: &str) -> String {
    format!(
        "This is the key in {file}, for paper. Whoever has it and the data can read everything; without it nobody can.\n\
         Print it and lock it away, apart from backups of the data."
    )
}

/// After the key file was made from the copy.
#[must_use]
pub fn recovered(file: &str) -> String {
    format!("The key is in {file} again.")
}

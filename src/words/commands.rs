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

/// What was typed is no reference.
pub const NO_REFERENCE: &str = "a reference has 8 letters and digits, like 7K3M-92QX";
/// A reason is needed.
pub const NEEDS_REASON: &str = "say why, with --why; it stays in the history, so name nobody in it";

/// There is no such referral.
#[must_use]
pub fn no_such_referral(reference: &str) -> String {
    format!("there is no referral {reference}")
}

/// It stands so already.
#[must_use]
pub fn stands_so_already(reference: &str) -> String {
    format!("{reference} stands so already, or was erased before")
}

/// After a copy was written.
#[must_use]
pub fn exported(referrals: usize, page: &str, json: &str) -> String {
    let referrals = if referrals == 1 { "1 referral".to_owned() } else { format!("{referrals} referrals") };
    format!(
        "Everything held about the person, in {referrals}:\n  {page}\n  {json}\n\
         Read the box at the top of the page before you hand it over. Destroy both files when you have."
    )
}

/// Why nothing was erased, and what can be done.
#[must_use]
pub fn not_erased(limits: &[&str]) -> String {
    format!(
        "Nothing was erased:\n- {}\nTell the person, within a month, and that they can complain (Article 12(4)). To erase it \
         all the same, say --despite-limits and why.",
        limits.join("\n- ")
    )
}

/// After a person was erased.
#[must_use]
pub fn erased(references: &[String], backup_days: u32) -> String {
    format!(
        "Erased: {}. What is left names nobody. It lives on in copies of the data made before today: destroy these within \
         {backup_days} days, and after a restore erase it again.",
        references.join(", ")
    )
}

/// After a referral was held, or let go.
#[must_use]
pub fn held(reference: &str, held: bool) -> String {
    if held {
        format!("{reference} is kept until it is released, whatever its age.")
    } else {
        format!("{reference} is kept no longer than usual.")
    }
}

/// Somebody else turns the key just now.
pub const KEYS_IN_USE: &str = "somebody else is changing the keys just now; wait until they have finished";
/// On PostgreSQL other machines may hold the old key file.
pub const MANY_MACHINES: &str = "on PostgreSQL several machines may run the portal, each with a key file of its own, and \
    those without the new key could read nothing that it seals: stop the portal on every other machine, run this with \
    --only-here, copy the key file to the others, and start them";

/// The new key is made, and what happens next.
#[must_use]
pub fn turning(key: u32, file: &str) -> String {
    format!(
        "Key {key} was made in {file}. The portal uses it from now on. Print the new recovery copy now, with `alongside keys \
         copy`, and keep the old one as well. Sealing everything anew, which may take a while; if it is broken off, run this \
         again."
    )
}

/// An earlier run broke off.
#[must_use]
pub fn going_on(key: u32) -> String {
    format!("An earlier run was broken off: going on with key {key}.")
}

/// Everything is sealed with the new key.
#[must_use]
pub fn turned(rows: usize, key: u32) -> String {
    format!(
        "Done: {rows} rows were sealed anew, and everything is sealed with key {key}.\n\
         Make a backup now. Copies of the data made before need the older key: it stays in the key file until you run \
         `alongside keys retire`. Do that once those copies are destroyed, and keep the old recovery copy as long as them.\n\
         If you have not printed the new recovery copy yet: `alongside keys copy`."
    )
}

/// Something is left.
#[must_use]
pub fn not_turned(left: i64, broken: usize) -> String {
    format!(
        "{left} values are still sealed with an older key; {broken} rows do not open or their history does not verify, and \
         were left as they are. Everything else is sealed anew. The older key stays in the key file."
    )
}

/// An older key is still needed.
#[must_use]
pub fn not_retired(left: i64) -> String {
    format!("{left} values are still sealed with an older key; run `alongside keys rotate` first. Nothing was changed.")
}

/// After older keys were taken out.
#[must_use]
pub fn retired(keys: &[u32]) -> String {
    match keys {
        [] => "There is no older key that could be taken out.".to_owned(),
        keys => format!(
            "Taken out of the key file: key {}. What it sealed in older copies of the data can only be read with the old \
             recovery copy. Print the new one: `alongside keys copy`.",
            keys.iter().map(u32::to_string).collect::<Vec<_>>().join(", key ")
        ),
    }
}

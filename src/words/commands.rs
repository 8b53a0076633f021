//! What commands say at the terminal.

use chrono::NaiveDateTime;

use super::Lang;
use super::text::texts;
use super::times::moment;

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

    /// What was typed is no reference.
    pub NO_REFERENCE = "a reference has 8 letters and digits, like 7K3M-92QX";
    /// A reason is needed.
    pub NEEDS_REASON = "say why, with --why; it stays in the history, so name nobody in it";
    /// A copy of what is held about a person would lie with the data.
    pub inside_data(folder: &str) =
        "{folder} lies in the data folder, which is backed up and names nobody: write the copy elsewhere, such as to a folder in \
         /run, which is in memory and in no backup";
    /// After erasing, while somebody was reading.
    pub NOT_TIDIED =
        "The database could not clear its files just now, because somebody was reading: sealed, and not to be found in the portal, \
         something of it may still lie in them. It goes at the latest when the portal is stopped and started.";
    /// There is no such referral.
    pub no_such_referral(reference: &str) = "there is no referral {reference}";
    /// It stands so already.
    pub stands_so_already(reference: &str) = "{reference} stands so already, or was erased before";
    /// A referral is held.
    pub holds(reference: &str) = "{reference} is kept until it is released, whatever its age.";
    /// A referral is held no longer.
    pub releases(reference: &str) = "{reference} is kept no longer than usual.";
    /// After a restore: what had been erased and is there again.
    pub erase_again(references: &str) =
        "These were erased after this copy was made, and are there again: {references}. Erase them once more, with `alongside \
         person erase`; what had grown too old goes by itself.";
    /// After a restore: what had been held and is so no more.
    pub hold_again(references: &str) =
        "These were held for a complaint or a court case after this copy was made, and are held no more: {references}. Hold \
         them again before the portal starts, with `alongside person hold`: it may destroy them as too old.";
    /// After a restore of what an older version made.
    pub OLDER_COPY = "An older version made this copy. It is brought up to date when the portal starts.";
    /// Somebody else turns the key just now.
    pub KEYS_IN_USE = "somebody else is changing the keys just now; wait until they have finished";
    /// On PostgreSQL other machines may hold the old key file.
    pub MANY_MACHINES =
        "on PostgreSQL several machines may run the portal, each with a key file of its own, and those without the new key \
         could read nothing that it seals: stop the portal on every other machine, run this with --only-here, copy the key \
         file to the others, and start them";
    /// The new key is made, and what happens next.
    pub turning(key: u32, file: &str) =
        "Key {key} was made in {file}. The portal uses it from now on. Print the new recovery copy now, with `alongside keys \
         copy`, and keep the old one as well. Sealing everything anew, which may take a while; if it is broken off, run this \
         again.";
    /// An earlier run broke off.
    pub going_on(key: u32) = "An earlier run was broken off: going on with key {key}.";
    /// Everything is sealed with the new key.
    pub turned(rows: usize, key: u32) =
        "Done: {rows} rows were sealed anew, and everything is sealed with key {key}.\n\
         Make a backup now. Copies of the data made before need the older key: it stays in the key file until you run \
         `alongside keys retire`. Do that once those copies are destroyed, and keep the old recovery copy as long as them.\n\
         If you have not printed the new recovery copy yet: `alongside keys copy`.";
    /// A secret of the portal's own that is left under an older key.
    pub left_secret(name: &str) = "the portal’s own secret {name}";
    /// An account that is left.
    pub left_account(number: &str) = "the account of staff number {number}";
    /// A sign-in or a visit that is left.
    pub left_session(number: &str) = "visit {number}, which ends by itself within a week";
    /// An unfinished form that is left.
    pub left_draft(number: &str) = "unfinished form {number}, which is destroyed when its time is over";
    /// A person that is left, by the reference of a referral.
    pub left_person(reference: &str) = "the name and contact details of {reference}";
    /// A referral that is left.
    pub left_referral(reference: &str) = "answers, record or reasons of {reference}";
    /// A history that is left.
    pub left_history(reference: &str) = "the history of {reference}";
    /// A mail that is left.
    pub left_mail(number: &str) = "mail {number}";
    /// Feedback that is left.
    pub left_feedback(number: &str) = "feedback {number}";
    /// An older key is still needed.
    pub not_retired(left: i64) =
        "{left} values are still sealed with an older key; run `alongside keys rotate` first. Nothing was changed.";

    /// Something that is not as it was written, of one referral.
    pub not_as_written(reference: &str, what: &str) = "{reference}: {what}";
    /// Everything is as it was written.
    pub verified(referrals: usize, events: i64) =
        "Everything is as it was written: {referrals} referrals, with {events} events in their histories.";
    /// Something is not.
    pub not_verified(faults: usize, referrals: usize) =
        "{faults} things in {referrals} referrals are not as they were written: somebody or something changed them outside the \
         portal, or a key is missing. Find out who could reach the database, and compare with a backup.";
    /// A reference that is none.
    pub WRONG_REFERENCE = "this is no reference: it was changed, and nothing opens under it";
    /// A note was made of how far every history has come.
    pub noted(histories: usize, file: &str) =
        "Noted how far {histories} histories have come: {file}. Keep it where nobody can write who can write to the database, \
         and compare with `alongside verify --since`.";
    /// A file that is none.
    pub no_note(file: &str) = "{file} is no note that `alongside verify --note` made, or was changed";
    /// A note that nothing can be compared with any more.
    pub note_of_a_lost_key(file: &str) =
        "{file} was made with a key that is not in the key file any more. Make a new note with `alongside verify --note`.";
    /// A referral that is in a note and not in the database.
    pub SINCE_GONE = "it is not there any more";
    /// A history that was put back.
    pub SINCE_OLDER = "its history is not the one that was noted: an older state was put back, or it was written anew";
    /// Answers that were put back.
    pub SINCE_ANSWERS = "its answers are not those that were noted, and nothing in its history says that they were put right";
    /// How many referrals may be gone.
    pub since_confirmed(count: usize) =
        "A referral goes when a refusal is confirmed: {count} were, says the database. The log has a line for each: compare.";
    only_grown_since(histories: usize, when: &str) =
        "Since {when} nothing was put back: {histories} histories have only grown, and no answers changed unseen.";
    /// An event that does not follow from the one before.
    pub wrong_event(number: i64) = "event {number} of its history was changed, taken out or put in";
    /// An event with other words than it was written with.
    pub wrong_words(number: i64) = "the words of event {number} in its history are not those that were written, or do not open";
    /// A history that ends otherwise than its referral says.
    pub WRONG_END = "events were cut off at the end of its history";

    turned_but_for(rows: &str, key: u32) =
        "Key {key} seals everything from now on, and everything that opens was sealed anew with it. Left under an older key, as \
         they were:\n{rows}\n\
         They do not open or, of a history, do not verify: somebody or something changed them outside the portal, or the key is \
         missing. See what is wrong with `alongside verify`. No new key waits for them: `alongside keys rotate` makes one \
         whenever it is run again. The older key stays in the key file until you run `alongside keys retire`.";
    held_back_by(rows: &str, count: usize) =
        "An older key is still needed, and nothing was changed. It seals or signs:\n{rows}\n\
         They do not open, or their history does not verify, with any key there is. Put them right from a backup if you can. To \
         take the older key out all the same, say --despite-broken {count}. What is lost then: of these histories nobody can \
         work out any more which event was changed, and if the rows can be put right one day, it takes the old recovery copy.";
    nobody_knows_since(when: &str) =
        "What is here ends at {when}. Nobody knows what was erased or held for a complaint or a court case after that: what was \
         there before is gone, cannot be read, or is not what this copy was made of. Look in the list that you keep apart from \
         the data. Erase and hold again before the portal starts, with `alongside person erase` and `alongside person hold`.";
    NOBODY_KNOWS =
        "There is no referral in this copy. Nobody knows what came after it: look in the list that you keep apart from the data.";

    perhaps(references: &str) =
        "Perhaps of the same person, by the NHS number, a case number, or name and day of birth: {references}. Open each on \
         the website and decide; this was done for none of them. Whoever was written down otherwise is not found: ask the \
         person whether they were referred before.";
    PERHAPS_NONE =
        "No other referral was found that is perhaps of the same person. Whoever was written down otherwise is not found: \
         ask the person whether they were referred before.";
    /// When nothing was ever destroyed.
    pub GONE_NONE = "Nothing was destroyed yet.";
    gone_in(month: &str, what: &str, why: &str, total: i64) = "{month}: {what}, {why}: {total}.";
    GONE_REFERRALS = "referrals";
    GONE_FEEDBACK = "answers of feedback";
    GONE_BY_TIME = "because the time was over";
    GONE_BY_REQUEST = "on request";
    GONE_BY_REFUSAL = "because the person had said no, and staff confirmed it";
    written(referrals: &str, page: &str, given: &str, data: &str) =
        "Everything held in {referrals}, to check:\n  {page}\n  {data}\n\
         To hand over, without what is marked:\n  {given}\n\
         Read the box at the top of the first before you hand anything over. To give more, make the copy again with --give. \
         Destroy all three files when you have.";
    /// A mark that is none.
    pub no_mark(all: &str) = "the marks are: {all}";
    REFERRALS_ONE = "1 referral";
    referrals_some(count: usize) = "{count} referrals";
    not_erased_because(limits: &str) =
        "Nothing was erased:\n{limits}\nTell the person, within a month, and that they can complain (Article 12(4)). To erase \
         it all the same, say --despite-limits and why.";
    erased_for_good(references: &str, days: u32) =
        "Erased: {references}. What is left names nobody. It lives on in copies of the data made before today: destroy these \
         within {days} days, and after a restore erase it again.";
    taken_out(keys: &str) =
        "Taken out of the key file: key {keys}. What it sealed in older copies of the data can only be read with the old \
         recovery copy. Print the new one: `alongside keys copy`.";
    NONE_TAKEN_OUT = "There is no older key that could be taken out.";
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

/// After a restore of which nobody can tell what it undoes; `until` is when something last happened in the copy.
#[must_use]
pub fn nobody_knows(lang: Lang, until: Option<NaiveDateTime>) -> String {
    match until {
        Some(until) => nobody_knows_since(lang, &moment(lang, until)),
        None => lang.say(NOBODY_KNOWS).to_owned(),
    }
}

/// Everything that was noted at that moment has only grown.
#[must_use]
pub fn only_grown(lang: Lang, histories: usize, noted: NaiveDateTime) -> String {
    only_grown_since(lang, histories, &moment(lang, noted))
}

/// After a copy of everything about a person was written.
#[must_use]
pub fn exported(lang: Lang, referrals: usize, (page, given): (&str, &str), data: &str) -> String {
    let count = if referrals == 1 { lang.say(REFERRALS_ONE).to_owned() } else { referrals_some(lang, referrals) };
    written(lang, &count, page, given, data)
}

/// Which other referrals are perhaps of the same person, by their references.
#[must_use]
pub fn alike(lang: Lang, references: &[String]) -> String {
    if references.is_empty() { lang.say(PERHAPS_NONE).to_owned() } else { perhaps(lang, &references.join(", ")) }
}

/// How many of what were destroyed in a month, and on which ground, by the frozen names.
#[must_use]
pub fn gone(lang: Lang, month: &str, (kind, ground): (&str, &str), total: i64) -> String {
    let what = match kind {
        "referrals" => lang.say(GONE_REFERRALS),
        "feedback" => lang.say(GONE_FEEDBACK),
        other => other,
    };
    let why = match ground {
        "retention" => lang.say(GONE_BY_TIME),
        "request" => lang.say(GONE_BY_REQUEST),
        "refusal" => lang.say(GONE_BY_REFUSAL),
        other => other,
    };
    gone_in(lang, month, what, why, total)
}

/// Why nothing was erased, and what can be done.
#[must_use]
pub fn not_erased(lang: Lang, limits: &[&str]) -> String {
    not_erased_because(lang, &listed(limits))
}

/// After a person was erased.
#[must_use]
pub fn erased(lang: Lang, references: &[String], backup_days: u32) -> String {
    erased_for_good(lang, &references.join(", "), backup_days)
}

/// After a referral was held, or let go.
#[must_use]
pub fn held(lang: Lang, reference: &str, held: bool) -> String {
    if held { holds(lang, reference) } else { releases(lang, reference) }
}

/// After turning the key, where something does not open.
#[must_use]
pub fn not_turned(lang: Lang, key: u32, rows: &[String]) -> String {
    turned_but_for(lang, &listed(rows), key)
}

/// Why older keys were not taken out, and how to go on.
#[must_use]
pub fn held_back(lang: Lang, rows: &[String]) -> String {
    held_back_by(lang, &listed(rows), rows.len())
}

fn listed<T: std::fmt::Display>(lines: &[T]) -> String {
    lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

/// After older keys were taken out.
#[must_use]
pub fn retired(lang: Lang, keys: &[u32]) -> String {
    match keys {
        [] => lang.say(NONE_TAKEN_OUT).to_owned(),
        keys => taken_out(lang, &keys.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")),
    }
}

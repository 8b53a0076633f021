//! Turning the key from end to end: everything is sealed anew in small steps, with a breath between them, so that those
//! who send a referral meanwhile wait no longer than usual.

use std::thread::sleep;
use std::time::Duration;

use crate::permission::Actor;
use crate::store::reseal::{self, Left, Part, RowLeft};
use crate::store::{self, Db};
use crate::vault::Vault;

const KEYS: Actor = Actor::System("keys");
/// Rows sealed anew in one transaction.
const TOGETHER: u32 = 50;
/// Times that everything is gone through: what others changed in the moment it was to be sealed is taken the next time.
const PASSES: u32 = 3;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turned {
    /// Rows that were sealed anew, and histories made anew.
    pub resealed: usize,
    /// Rows that do not open, and histories that do not verify.
    pub broken: usize,
    /// What older keys still seal.
    pub left: Left,
}

/// What older keys than the newest still seal.
pub fn left(db: &Db, vault: &Vault) -> store::Result<Left> {
    db.read(|conn| reseal::left(conn, vault, KEYS))
}

/// Whether anybody may still hold a code that this key knows.
pub fn knows_codes(db: &Db, key: u32) -> store::Result<bool> {
    db.read(|conn| reseal::knows_codes(conn, KEYS, key))
}

/// The rows that older keys than the newest still seal.
pub fn rows_left(db: &Db, vault: &Vault) -> store::Result<Vec<RowLeft>> {
    db.read(|conn| reseal::rows_left(conn, vault, KEYS))
}

/// Whether everything that opens was sealed anew with this key: a turning that began with it is not to be gone on with.
pub fn was_turned(db: &Db, key: u32) -> store::Result<bool> {
    db.read(|conn| reseal::was_turned(conn, KEYS, key))
}

/// Seals everything anew with the newest key, and notes when that is done. Blocks. Broken off, it goes on where it is
/// called again. What does not open is left; it keeps the turning from its end for no moment.
pub fn turn(db: &Db, vault: &Vault, breath: Duration) -> store::Result<Turned> {
    let key = vault.newest_key();
    let mut turned = Turned::default();
    for _ in 0..PASSES {
        let pass = once(db, vault, breath)?;
        turned = Turned { resealed: turned.resealed + pass.resealed, ..pass };
        if turned.left.is_nothing() || pass.resealed == 0 {
            break;
        }
    }
    db.write(move |conn| reseal::note_turned(conn, KEYS, key))?;
    Ok(turned)
}

/// Goes through every part once.
fn once(db: &Db, vault: &Vault, breath: Duration) -> store::Result<Turned> {
    let mut turned = Turned::default();
    for part in Part::ALL {
        let mut after = 0;
        loop {
            let vault = vault.clone();
            let batch = db.write(move |conn| reseal::reseal(conn, &vault, KEYS, part, (after, TOGETHER)))?;
            turned.resealed += batch.resealed;
            turned.broken += batch.broken;
            let Some(last) = batch.last else { break };
            after = last;
            sleep(breath);
        }
    }
    turned.left = left(db, vault)?;
    Ok(turned)
}

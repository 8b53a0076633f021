//! What of a referral is sealed, before its turn comes to be kept: whoever writes has others waiting, and sealing can be done
//! by many at once. Must not know a connection.

use super::file::NewReferral;
use super::person::PersonRow;
use super::place;
use crate::store::error::Result;
use crate::store::outbox::SealedMail;
use crate::vault::{Plain, Vault};

/// The sealed parts of one referral.
pub struct Sealed {
    pub(super) answers: Vec<u8>,
    pub(super) record: Vec<u8>,
    pub(super) assessment: Vec<u8>,
    pub(super) why: Vec<u8>,
    pub(super) person: PersonRow,
    pub(super) mails: Vec<SealedMail>,
}

/// Seals what is personal in a referral, for [`file_sealed()`](super::file_sealed).
pub fn seal(vault: &Vault, new: &NewReferral) -> Result<Sealed> {
    let seal = |column, value: &Plain| vault.seal_plain(place(column, &new.reference), value);
    Ok(Sealed {
        answers: seal("answers", &new.answers)?,
        record: seal("record", &new.record)?,
        assessment: seal("assessment", &new.assessment)?,
        why: vault.seal_json(place("why", &new.reference), &new.why)?,
        person: PersonRow::seal(vault, &new.person)?,
        mails: new.mails.iter().map(|mail| SealedMail::of(vault, mail)).collect::<Result<_>>()?,
    })
}

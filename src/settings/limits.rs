//! How much is taken in a while, from everybody together: nobody is told from anybody else, and no address is kept.
//!
//! As much as is said may come all at once; what was used comes back evenly. The defaults are for one small machine: each
//! lets 200 people in one library do the same thing in the same second, and stops a program that goes on doing it.

use std::num::NonZeroU32;

use super::declared::{Declared, keys};
use super::values::Values;

keys! {
    /// Pages of the form saved in a minute, by everybody together. 200 people who each save 15 pages in one minute are
    /// still heard; a small machine keeps several times as many, so that reading and sending go on beside them. Who is
    /// refused sees their page again with all they wrote, and when to press save again.
    SAVES: "limits.saves_per_minute" = "3000";
    /// Forms begun in an hour, by everybody together. Each may come to hold 400 kilobytes: this bounds how fast a
    /// program could fill the disk.
    BEGUN: "limits.forms_begun_per_hour" = "2000";
    /// Referrals sent in an hour, by everybody together: more than any service gets in a week, and few enough that a
    /// program cannot bury the queue or send a stream of mail through you.
    SENT: "limits.referrals_per_hour" = "1000";
    /// Codes typed in a minute, by everybody together: to come back to a form, or to give feedback. A code has at least
    /// 60 random bits, so that guessing at this pace takes longer than the world has stood.
    CODES: "limits.codes_per_minute" = "300";
    /// Requests to the sign-in page in a minute, shown or sent, by everybody together. Each password that is checked
    /// takes a core for a while; who is signed in already is not counted.
    SIGN_INS: "limits.sign_ins_per_minute" = "300";
    /// Tries at any one code or any one name, right or wrong, in ten minutes. It comes after the wait that five wrong
    /// tries in a row bring, which stands in the database: this only stops what does not stop by itself then.
    TRIES: "limits.tries_per_code" = "20";
}

/// How much is taken in a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Pages saved, a minute.
    pub saves: NonZeroU32,
    /// Forms begun, an hour.
    pub begun: NonZeroU32,
    /// Referrals sent, an hour.
    pub sent: NonZeroU32,
    /// Codes typed, a minute.
    pub codes: NonZeroU32,
    /// Requests to the sign-in page, a minute.
    pub sign_ins: NonZeroU32,
    /// Tries at one code or name, in ten minutes.
    pub tries: NonZeroU32,
}

/// The most that can be set: as good as no limit.
const MOST: u32 = 10_000_000;

pub(super) fn read(values: &mut Values) -> Limits {
    let mut number = |declared: &Declared, least| {
        let number = values.number(declared, least, MOST);
        NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN)
    };
    Limits {
        saves: number(&SAVES, 100),
        begun: number(&BEGUN, 10),
        sent: number(&SENT, 10),
        codes: number(&CODES, 10),
        sign_ins: number(&SIGN_INS, 10),
        tries: number(&TRIES, 10),
    }
}

//! When the service is open, in words and as data. Counts no working days: the calendar does.

use chrono::{NaiveDate, NaiveTime};

use super::declared::keys;
use super::values::Values;

keys! {
    /// Opening hours in words, as people read them.
    WORDS: "times.words" = r#""Monday to Friday, 9am to 5pm, but not on bank holidays""#;
    /// From when on working days (Monday to Friday, without bank holidays) somebody reads referrals: 24-hour clock.
    OPENS: "times.opens" = r#""09:00""#;
    /// Until when.
    CLOSES: "times.closes" = r#""17:00""#;
    /// A referral that arrives later than this on a working day counts as received on the next day.
    CUT_OFF: "times.cut_off" = r#""17:00""#;
    /// Other days on which the service is closed, like ["2026-12-24", "2026-12-31"].
    CLOSED_DAYS: "times.closed_days" = "[]";
}

/// When the service is open, in London time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    /// Opening hours in words.
    pub words: String,
    /// From when somebody reads referrals on a working day.
    pub opens: NaiveTime,
    /// Until when.
    pub closes: NaiveTime,
    /// A referral later than this counts as received on the next day.
    pub cut_off: NaiveTime,
    /// Days on which the service is closed, besides weekends and bank holidays; in order, each once.
    pub closed_days: Vec<NaiveDate>,
}

const TIME_LIKE: &str = "Write a time like \"09:00\".";

pub(super) fn read(values: &mut Values) -> Times {
    let words = values.needed(&WORDS);
    let opens = values.meaning(&OPENS, time, TIME_LIKE).unwrap_or(NaiveTime::MIN);
    let closes = values.meaning(&CLOSES, time, TIME_LIKE).unwrap_or(NaiveTime::MIN);
    let cut_off = values.meaning(&CUT_OFF, time, TIME_LIKE).unwrap_or(closes);
    if opens >= closes {
        values.mistake(&CLOSES, "is not later than the opening time", "Write the time at which the service closes.");
    } else if cut_off < opens || cut_off > closes {
        values.mistake(&CUT_OFF, "is not within opening hours", "Write a time between opening and closing.");
    }
    let mut closed_days = Vec::new();
    for written in values.list(&CLOSED_DAYS) {
        match NaiveDate::parse_from_str(&written, "%Y-%m-%d") {
            Ok(day) => closed_days.push(day),
            Err(_) => values.mistake(&CLOSED_DAYS, format!("has “{written}”"), "Write each day like \"2026-12-24\"."),
        }
    }
    closed_days.sort_unstable();
    closed_days.dedup();
    Times { words, opens, closes, cut_off, closed_days }
}

fn time(words: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(words, "%H:%M").ok()
}

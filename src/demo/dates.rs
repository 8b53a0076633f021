//! Dates in the stories, told from today: `<day 5>`, `<workday 12>`, `<day 3 in words>`, `<month -4>`, `<year -78>`.
//!
//! Pure. A mark that is not understood stays as it stands, where the tests find it. Knows no story.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The text with every mark replaced.
pub(super) fn fill(text: &str, today: NaiveDate) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        filled.push_str(before);
        let mark = after.split_once('>').and_then(|(mark, after)| Some((written(mark, today)?, after)));
        if let Some((date, after)) = mark {
            filled.push_str(&date);
            rest = after;
        } else {
            filled.push('<');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// What a mark says: days, months or years from today, as people write them.
fn written(mark: &str, today: NaiveDate) -> Option<String> {
    let (mark, in_words) = mark.strip_suffix(" in words").map_or((mark, false), |mark| (mark, true));
    let (unit, distance) = mark.split_once(' ')?;
    let distance: i32 = distance.parse().ok()?;
    let date = match unit {
        "day" => days_on(today, distance)?,
        "workday" => to_workday(days_on(today, distance)?, distance)?,
        "month" => months_on(today, distance)?,
        "year" => months_on(today, distance.checked_mul(12)?)?,
        _ => return None,
    };
    let format = match unit {
        "month" => "%B %Y",
        "year" => "%Y",
        _ if in_words => "%A %-d %B",
        _ => "%-d %-m %Y",
    };
    Some(date.format(format).to_string())
}

fn days_on(today: NaiveDate, days: i32) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs().into());
    if days < 0 { today.checked_sub_days(distance) } else { today.checked_add_days(distance) }
}

fn months_on(today: NaiveDate, months: i32) -> Option<NaiveDate> {
    let distance = Months::new(months.unsigned_abs());
    if months < 0 { today.checked_sub_months(distance) } else { today.checked_add_months(distance) }
}

/// Off the weekend and away from today: nobody holds a review on a Sunday. Bank holidays are let pass.
fn to_workday(date: NaiveDate, distance: i32) -> Option<NaiveDate> {
    let days = match (date.weekday(), distance < 0) {
        (Weekday::Sat, false) => 2,
        (Weekday::Sun, false) => 1,
        (Weekday::Sat, true) => -1,
        (Weekday::Sun, true) => -2,
        _ => 0,
    };
    days_on(date, days)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Sunday.
    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

    #[test]
    fn marks_become_dates_as_people_write_them() {
        for (mark, words) in [
            ("on <day 13>.", "on 5 12 2026."),
            ("<day -1>", "21 11 2026"),
            ("<day 3 in words>", "Wednesday 25 November"),
            ("<workday 6>", "30 11 2026"),
            ("<workday 7 in words>", "Monday 30 November"),
            ("<workday -7>", "13 11 2026"),
            ("<month -3>", "August 2026"),
            ("14 6 <year -78>", "14 6 1948"),
        ] {
            assert_eq!(fill(mark, TODAY), words, "{mark}");
        }
    }

    #[test]
    fn what_is_no_mark_stays() {
        for text in ["plain", "<fortnight 2>", "<day soon>", "a < b", "<", "<day 99999999999>"] {
            assert_eq!(fill(text, TODAY), text);
        }
    }
}

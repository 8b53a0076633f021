//! Lays the owner's rubric over the default and refuses what cannot be meant. Knows no rule, only their numbers.

use serde::Deserialize;
use toml::{Table, Value};

use super::{DEFAULT, Mistake, Rubric};
use crate::form::{Key, REFERRAL};

/// The one table whose names the default does not list in full.
const OPEN_TABLE: &str = "line_targets";

/// What is said of two settings in the wrong order.
const MORE: &str = "be more than";
const NO_MORE: &str = "be no more than";
const AS_URGENT: &str = "be at least as urgent as";

pub(super) fn read(owner: &str) -> Result<Rubric, Mistake> {
    let mut table = parse(DEFAULT)?;
    lay_over(&mut table, parse(owner)?, "")?;
    refuse_negative(&Value::Table(table.clone()), "")?;
    let rubric = Rubric::deserialize(table).map_err(|error| Mistake::Unusable(one_line(&error)))?;
    refuse_disorder(&rubric)?;
    refuse_sections(&rubric)?;
    Ok(rubric)
}

fn parse(text: &str) -> Result<Table, Mistake> {
    text.parse().map_err(|error: toml::de::Error| Mistake::NotToml(error.to_string()))
}

/// Errors come with the key on a second line.
fn one_line(error: &toml::de::Error) -> String {
    error.to_string().trim().replace('\n', " ")
}

fn lay_over(under: &mut Table, over: Table, path: &str) -> Result<(), Mistake> {
    for (name, value) in over {
        let key = format!("{path}{name}");
        match (under.get_mut(&name), value) {
            (Some(Value::Table(under)), Value::Table(over)) => lay_over(under, over, &format!("{key}."))?,
            (None, _) if path.trim_end_matches('.') != OPEN_TABLE => return Err(Mistake::Unknown(key)),
            (_, value) => {
                under.insert(name, value);
            }
        }
    }
    Ok(())
}

fn refuse_negative(value: &Value, key: &str) -> Result<(), Mistake> {
    match value {
        Value::Integer(given) if *given < 0 => Err(Mistake::Negative { key: key.to_owned(), given: *given }),
        Value::Table(table) => table.iter().try_for_each(|(name, value)| {
            let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
            refuse_negative(value, &key)
        }),
        _ => Ok(()),
    }
}

/// Numbers that must rise or fall: otherwise a nearer date could weigh less than a further one.
fn refuse_disorder(rubric: &Rubric) -> Result<(), Mistake> {
    let Rubric { points, working_days: days, thresholds, targets, floors, .. } = rubric;
    let order = |holds: bool, first, relation, second| {
        if holds { Ok(()) } else { Err(Mistake::Order { first, relation, second }) }
    };
    order(thresholds.immediate > thresholds.urgent, "thresholds.immediate", MORE, "thresholds.urgent")?;
    order(thresholds.urgent > thresholds.standard, "thresholds.urgent", MORE, "thresholds.standard")?;
    order(points.a2 <= points.a1, "points.A2", NO_MORE, "points.A1")?;
    order(points.a3 <= points.a2, "points.A3", NO_MORE, "points.A2")?;
    order(points.a4 <= points.a3, "points.A4", NO_MORE, "points.A3")?;
    order(points.a5 <= points.a4, "points.A5", NO_MORE, "points.A4")?;
    order(points.a6 <= points.a5, "points.A6", NO_MORE, "points.A5")?;
    order(days.a1 < days.a2, "working_days.A2", MORE, "working_days.A1")?;
    order(days.a2 < days.a3, "working_days.A3", MORE, "working_days.A2")?;
    order(days.a3 < days.a4, "working_days.A4", MORE, "working_days.A3")?;
    order(days.a4 < days.a5, "working_days.A5", MORE, "working_days.A4")?;
    order(targets.immediate <= targets.urgent, "targets.immediate", NO_MORE, "targets.urgent")?;
    order(targets.urgent <= targets.standard, "targets.urgent", NO_MORE, "targets.standard")?;
    order(targets.standard <= targets.planned, "targets.standard", NO_MORE, "targets.planned")?;
    order(floors.fl5_near <= floors.fl5, "floors.FL5-near", AS_URGENT, "floors.FL5")?;
    order(floors.fl6_near <= floors.fl6, "floors.FL6-near", AS_URGENT, "floors.FL6")?;
    order(floors.fl10_danger <= floors.fl10, "floors.FL10-danger", AS_URGENT, "floors.FL10")?;
    // To know of danger or harm is never less urgent than not to be sure of it.
    order(floors.fl1 <= floors.fl10_danger, "floors.FL1", AS_URGENT, "floors.FL10-danger")?;
    order(floors.fl11 <= floors.fl10_danger, "floors.FL11", AS_URGENT, "floors.FL10-danger")?;
    order(rubric.danger_days <= rubric.call_back_days, "danger_days", NO_MORE, "call_back_days")?;
    let nothing = [
        ("dols_urgent_days", rubric.dols_urgent_days),
        ("tribunal_window_days.s2", rubric.tribunal_window_days.s2),
        ("complaint_limit_months", rubric.complaint_limit_months),
        ("working_days.E", days.e),
    ];
    match nothing.into_iter().find(|(_, number)| *number == 0) {
        Some((key, _)) => Err(Mistake::Nothing(key)),
        None => Ok(()),
    }
}

fn refuse_sections(rubric: &Rubric) -> Result<(), Mistake> {
    let lists = [("imha_qualifying", &rubric.imha_qualifying), ("imha_excluded", &rubric.imha_excluded)];
    let question = REFERRAL.question(Key::MhaSection);
    let is_an_answer = |section: &str| question.is_some_and(|question| question.choice(section).is_some());
    for (key, list) in lists {
        if let Some(section) = list.iter().find(|section| !is_an_answer(section)) {
            return Err(Mistake::NotASection { key, section: section.clone() });
        }
    }
    match rubric.imha_qualifying.iter().find(|section| rubric.imha_excluded.contains(section)) {
        Some(section) => Err(Mistake::BothWays(section.clone())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::rubric::Band;

    use super::*;

    #[test]
    fn the_default_is_complete_and_in_order() {
        let rubric = read("").unwrap();
        assert_eq!((rubric.points.a1, rubric.most.b, rubric.tribunal_window_days.s2), (40, 30, 14));
        let bands: Vec<Band> = [70, 69, 45, 44, 20, 19].map(|points| rubric.band_of(points)).to_vec();
        assert_eq!(bands, [Band::Immediate, Band::Urgent, Band::Urgent, Band::Standard, Band::Standard, Band::Planned]);
    }

    #[test]
    fn the_owner_changes_a_part_and_keeps_the_rest() {
        let rubric = read("statutory_first = true\n[points]\nB5 = 9\n[line_targets]\nimca = 2\n").unwrap();
        assert!(rubric.statutory_first);
        assert_eq!((rubric.points.b5, rubric.points.b6), (9, 10));
        assert_eq!((rubric.line_targets.imca, rubric.line_targets.imha), (Some(2), Some(3)));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_a_sentence_naming_the_key() {
        let cases = [
            ("[points]\nB9 = 1", "no setting called `points.B9`"),
            ("[points]\nb1 = 1", "no setting called `points.b1`"),
            ("sausage = 1", "no setting called `sausage`"),
            ("[points]\nB1 = -3", "`points.B1` is -3"),
            ("[points]\nB1 = \"many\"", "B1"),
            ("points = 3", "points"),
            ("[line_targets]\nimcha = 3", "imcha"),
            ("[thresholds]\nurgent = 80", "`thresholds.immediate` must be more than `thresholds.urgent`"),
            ("[thresholds]\nstandard = 45", "`thresholds.urgent` must be more than `thresholds.standard`"),
            ("[points]\nA3 = 36", "`points.A3` must be no more than `points.A2`"),
            ("[working_days]\nA3 = 2", "`working_days.A3` must be more than `working_days.A2`"),
            ("[targets]\nurgent = 9", "`targets.urgent` must be no more than `targets.standard`"),
            ("[floors]\nFL5-near = \"planned\"", "`floors.FL5-near` must be at least as urgent as `floors.FL5`"),
            ("[floors]\nFL1 = \"soon\"", "soon"),
            ("[floors]\nFL1 = \"standard\"", "`floors.FL1` must be at least as urgent as `floors.FL10-danger`"),
            ("[floors]\nFL11 = \"standard\"", "`floors.FL11` must be at least as urgent as `floors.FL10-danger`"),
            ("danger_days = 2", "`danger_days` must be no more than `call_back_days`"),
            ("dols_urgent_days = 0", "`dols_urgent_days` must be at least 1"),
            ("imha_excluded = [\"s99\"]", "`imha_excluded` names `s99`"),
            ("imha_excluded = [\"s2\"]", "`s2` stands in both"),
            ("[points", "cannot be read"),
        ];
        for (owner, expected) in cases {
            let said = read(owner).unwrap_err().to_string();
            assert!(said.contains(expected), "{owner}: {said}");
        }
    }
}

//! What a band that staff set lower rests on, and whether it has changed. Knows no band and no time.

use chrono::NaiveDate;

use super::facts::{
    Complaint, DateFacts, DatesKnown, Dols, DolsAuthorisation, Facts, IssueFacts, MhaSection, MhaTribunal, Said,
};

/// Why a lower band that staff set holds no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// What is said about danger or harm has changed.
    Danger,
    /// A date was added, moved, taken away, or told what became of it.
    Date,
    /// Whether and how the person is kept somewhere has changed.
    Detention,
    /// Nothing was said anew, and the rules have become more urgent: a date has come nearer.
    Nearer,
}

impl Lapse {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Danger, Self::Date, Self::Detention, Self::Nearer];

    /// The frozen name used in stored events.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Date => "date",
            Self::Detention => "detention",
            Self::Nearer => "nearer",
        }
    }
}

/// Which of the facts that a lower band rests on has changed, the gravest first.
#[must_use]
pub fn changed(old: &Facts, new: &Facts) -> Option<Lapse> {
    if danger(old) != danger(new) {
        Some(Lapse::Danger)
    } else if detention(old) != detention(new) {
        Some(Lapse::Detention)
    } else if dates(old) != dates(new) {
        Some(Lapse::Date)
    } else {
        None
    }
}

fn danger(facts: &Facts) -> [Option<Said>; 3] {
    [facts.person.danger_now, facts.person.harm_alleged, facts.person.harm_access]
}

/// How an issue keeps the person: the section, the authorisation, and whether that keeps them now.
type Keeping = (Option<MhaSection>, Option<DolsAuthorisation>, bool);

fn detention(facts: &Facts) -> (Option<Said>, Vec<Keeping>) {
    let keeping = |issue: &IssueFacts| (issue.mha.section, issue.dols.authorisation, issue.keeps_the_person());
    let each = facts.issues.iter().map(keeping).filter(|keeping| *keeping != (None, None, false));
    (facts.person.kept, each.collect())
}

/// The dates of an issue, as told and as the law counts them.
#[derive(PartialEq, Default)]
struct Dates {
    known: Option<DatesKnown>,
    told: Vec<DateFacts>,
    dols: Dols,
    section_since: Option<NaiveDate>,
    tribunal: Option<MhaTribunal>,
    complaint: Complaint,
}

/// An issue that says nothing of a date adds none.
fn dates(facts: &Facts) -> Vec<Dates> {
    let of = |issue: &IssueFacts| Dates {
        known: issue.dates_known,
        told: issue.dates.clone(),
        dols: Dols { authorisation: None, representative: None, request: None, ..issue.dols },
        section_since: issue.mha.started,
        tribunal: issue.mha.tribunal,
        complaint: issue.complaint,
    };
    facts.issues.iter().map(of).filter(|dates| *dates != Dates::default()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::form::Voice;
    use crate::intake::testing::answers;

    fn facts(json: &Value) -> Facts {
        Facts::from(&answers(Voice::Professional, json), Voice::Professional)
    }

    #[test]
    fn a_lower_band_rests_on_danger_dates_and_detention_and_on_nothing_else() {
        let hearing = |day: &str, firm: &str| {
            json!({"issues": [{"issue-kind": "court", "dates-known": "yes",
                "dates": [{"date-what": "hearing", "date-when": day, "date-firm": firm}]}]})
        };
        let section = |slug: &str, tribunal: &str| json!({"issues": [{"issue-kind": "mental-health-act", "mha-section": slug, "mha-tribunal": tribunal}]});
        let court = json!({"issues": [{"issue-kind": "court"}]});
        let passed = |outcome: &str| {
            json!({"issues": [{"issue-kind": "court", "dates-known": "yes",
                "dates": [{"date-when": "2026-11-19", "date-outcome": outcome}]}]})
        };
        for (old, new, expected) in [
            (json!({"danger-now": "no"}), json!({"danger-now": "not-sure"}), Some(Lapse::Danger)),
            (json!({"danger-now": "yes"}), json!({"danger-now": "no"}), Some(Lapse::Danger)),
            (json!({}), json!({"harm-alleged": "yes"}), Some(Lapse::Danger)),
            (
                json!({"harm-alleged": "yes", "harm-access": "no"}),
                json!({"harm-alleged": "yes", "harm-access": "yes"}),
                Some(Lapse::Danger),
            ),
            (json!({"kept": "no"}), json!({"kept": "yes"}), Some(Lapse::Detention)),
            (section("cto", "wants"), section("s3", "wants"), Some(Lapse::Detention)),
            (court.clone(), json!({"issues": [{"issue-kind": "dols-39a"}]}), Some(Lapse::Detention)),
            (section("s2", "does-not-want"), section("s2", "wants"), Some(Lapse::Date)),
            (court.clone(), hearing("2026-12-01", "fixed"), Some(Lapse::Date)),
            (hearing("2026-12-01", "fixed"), hearing("2026-12-08", "fixed"), Some(Lapse::Date)),
            (hearing("2026-12-01", "moveable"), hearing("2026-12-01", "fixed"), Some(Lapse::Date)),
            (passed("dont-know"), passed("went-ahead"), Some(Lapse::Date)),
            (hearing("2026-12-01", "fixed"), hearing("2026-12-01", "fixed"), None),
            (
                court.clone(),
                json!({"support-anyone": "no", "interpreter": "yes", "home-risk": "homeless-now",
                    "issues": [{"issue-kind": "court", "objects": "yes"}, {"issue-kind": "housing"}]}),
                None,
            ),
            (json!({"person-name": "Ann Sample"}), json!({"person-name": "Anne Sample"}), None),
        ] {
            assert_eq!(changed(&facts(&old), &facts(&new)), expected, "{old} to {new}");
        }
    }

    #[test]
    fn names_are_frozen() {
        assert_eq!(Lapse::ALL.map(Lapse::slug), ["danger", "date", "detention", "nearer"]);
    }
}

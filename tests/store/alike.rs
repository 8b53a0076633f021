//! One person is found across their referrals, by the index alone, and by nobody who may not.

use alongside::ids::Reference;
use alongside::permission::{Actor, Role};
use alongside::store::person::{self, Agreement, AllAlike, Erasure};
use alongside::store::referrals::{NewPerson, NewReferral};
use alongside::store::{Error, reseal};
use alongside::vault::Vault;
use serde_json::json;

use super::{SYSTEM, TestDb, VISITOR, a_member, a_referral, filed, now, on_each_database};

/// Files a referral of somebody known by these.
fn somebody(test: &TestDb, index: &[(&'static str, &str)]) -> Reference {
    let index = index.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
    filed(test, NewReferral { person: NewPerson { details: json!({}), index }, ..a_referral() })
}

fn alike(test: &TestDb, vault: &Vault, actor: Actor, reference: &Reference) -> Result<AllAlike, Error> {
    let (vault, reference) = (vault.clone(), reference.clone());
    test.db.read(|conn| person::alike(conn, &vault, actor, &reference))
}

/// The references that are found, with by what they agree.
fn found(test: &TestDb, vault: &Vault, reference: &Reference) -> Vec<(Reference, Vec<Agreement>)> {
    let all = alike(test, vault, SYSTEM, reference).unwrap();
    all.found.into_iter().map(|one| (one.reference, one.by)).collect()
}

/// A woman who was referred again and again, each time in other words, and people who are not her.
struct Met {
    her: Reference,
    again: [(Reference, Vec<Agreement>); 5],
}

fn met(test: &TestDb) -> Met {
    use Agreement::{CaseNumber, NameAlone, NameAndBirth, NhsNumber};
    let (nhs, born) = (("nhs-number", "9990000018"), ("born", "1941-03-05"));
    somebody(test, &[("name", "Gideon Threadgold"), born]);
    somebody(test, &[("name", "Marjorie Quillfeather"), ("born", "1988-03-05"), ("nhs-number", "9990000026")]);
    somebody(test, &[("name", "9990000018"), ("case-number", "9990000018")]);
    let by_case = somebody(test, &[("name", "M. Q."), ("case-number", "ns 4471")]);
    let by_name = somebody(test, &[("name", "MARJORIE QUILLFEATHER")]);
    let as_called = somebody(test, &[("name", "Madge Quillfeather"), born]);
    let by_all = somebody(test, &[("name", "Marjorie Quillfeather"), born, nhs, ("case-number", "NS-4471")]);
    let by_number = somebody(test, &[("name", "Mrs Q"), nhs]);
    let her = somebody(
        test,
        &[("name", "Marjorie Quillfeather"), ("known-as", "Madge Quillfeather"), born, nhs, ("case-number", "NS-4471")],
    );
    let again = [
        (by_number, vec![NhsNumber]),
        (by_all, vec![NhsNumber, NameAndBirth, CaseNumber]),
        (as_called, vec![NameAndBirth]),
        (by_case, vec![CaseNumber]),
        (by_name, vec![NameAlone]),
    ];
    Met { her, again }
}

#[test]
fn one_person_is_found_across_their_referrals_and_nobody_else_is() {
    on_each_database(|test| {
        let Met { her, again } = met(test);
        assert_eq!(found(test, &test.vault, &her), again);
        // From the other side, where no day of birth is known: everybody of that name.
        let back = found(test, &test.vault, &again[4].0);
        assert_eq!(back.len(), 3, "{back:?}");
        assert!(back.iter().all(|(_, by)| by == &[Agreement::NameAlone]) && back.iter().any(|(one, _)| *one == her));
        let alone = somebody(test, &[]);
        assert!(found(test, &test.vault, &alone).is_empty(), "nothing is known of either");
    });
}

#[test]
fn only_who_may_erase_a_person_is_told_who_is_alike() {
    on_each_database(|test| {
        let Met { her, .. } = met(test);
        for role in [Role::Triage, Role::Administrator] {
            let actor = a_member(test, role.slug(), role);
            assert_eq!(alike(test, &test.vault, actor, &her), Err(Error::Forbidden), "{role:?}");
        }
        assert_eq!(alike(test, &test.vault, VISITOR, &her), Err(Error::Forbidden));
        let manager = a_member(test, "Max Manager", Role::Manager);
        assert_eq!(alike(test, &test.vault, manager, &her).unwrap().found.len(), 5);
        assert_eq!(alike(test, &test.vault, manager, &Reference::random().unwrap()), Err(Error::NotFound));
    });
}

#[test]
fn a_person_is_found_while_the_key_is_turned_and_after() {
    on_each_database(|test| {
        let Met { her, again } = met(test);
        let keys = test.keys.with_new_key().unwrap();
        let new = Vault::new(&keys);
        let turn = |rows| {
            let vault = new.clone();
            test.db.write(move |conn| reseal::reseal(conn, &vault, SYSTEM, reseal::Part::People, (0, rows))).unwrap()
        };
        // Half are indexed by the newest key, half still by the older one.
        assert_eq!(turn(5).resealed, 5);
        assert_eq!(found(test, &new, &her), again);
        let by_case = |of: &Reference| (of.clone(), vec![Agreement::CaseNumber]);
        assert_eq!(found(test, &new, &again[3].0), [by_case(&her), by_case(&again[1].0)]);
        turn(100);
        let alone = Vault::new(&alongside::vault::keys::Keys::parse(&keys.retired(1, true).to_text()).unwrap());
        assert_eq!(found(test, &alone, &her), again);
    });
}

#[test]
fn who_was_erased_is_not_found_and_one_that_does_not_open_still_is() {
    on_each_database(|test| {
        let Met { her, again } = met(test);
        let erasure = Erasure::asked("she asked".into(), Vec::new(), None);
        let named = again[1].0.clone();
        test.write(move |conn, vault| person::erase(conn, vault, SYSTEM, &named, &erasure, now())).unwrap();
        let left = found(test, &test.vault, &her);
        assert!(left.len() == 4 && left.iter().all(|(one, _)| *one != again[1].0), "{left:?}");
        assert!(found(test, &test.vault, &again[1].0).is_empty());
        test.meddle(&format!(
            "UPDATE people SET row_name = 'another row' WHERE id = (SELECT person_id FROM referrals WHERE reference = '{}')",
            her.letters()
        ))
        .unwrap();
        let left = found(test, &test.vault, &her);
        assert!(left.iter().any(|(one, _)| *one == again[0].0), "{left:?}");
    });
}

#[test]
fn of_very_many_who_are_alike_the_surest_are_told_and_that_there_are_more() {
    on_each_database(|test| {
        let named = [("name", "John Smith")];
        let sure = somebody(test, &[("name", "John Smith"), ("nhs-number", "9990000018")]);
        for _ in 0..51 {
            somebody(test, &named);
        }
        let him = somebody(test, &[("name", "John Smith"), ("nhs-number", "9990000018"), ("born", "1970-01-01")]);
        let all = alike(test, &test.vault, SYSTEM, &him).unwrap();
        assert!(all.more && all.found.len() == 50 && all.found[0].reference == sure, "{}", all.found.len());
    });
}

#[derive(diesel::QueryableByName)]
struct Step {
    #[diesel(sql_type = diesel::sql_types::Text)]
    detail: String,
}

#[test]
fn who_is_alike_is_looked_up_in_the_index() {
    let test = TestDb::sqlite();
    for plan in [
        "SELECT DISTINCT person_id FROM people_index WHERE field = 'nhs-number' AND value IN (x'01', x'02') \
         AND person_id <> 1 ORDER BY person_id DESC LIMIT 51",
        "SELECT DISTINCT person_id FROM people_index WHERE field IN ('name', 'known-as') AND value IN (x'01', x'02') \
         AND person_id <> 1 AND person_id < 9 AND person_id IN (SELECT birth.person_id FROM people_index AS birth \
         WHERE birth.field = 'born' AND birth.value IN (x'03')) ORDER BY person_id DESC LIMIT 51",
    ] {
        let steps: Vec<Step> = test
            .db
            .read(|conn| Ok(diesel::RunQueryDsl::load(diesel::sql_query(format!("EXPLAIN QUERY PLAN {plan}")), conn)?))
            .unwrap();
        let said: Vec<_> = steps.iter().map(|step| step.detail.as_str()).collect();
        assert!(said.iter().all(|step| !step.starts_with("SCAN")), "{said:?}");
        assert!(said.iter().any(|step| step.contains("(field=? AND value=?")), "{said:?}");
    }
}

//! Other referrals that are perhaps of the same person. The blind indexes are compared: nothing is opened but by what the
//! person of the referral itself is found. Whether it is the same person, somebody decides who looks.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::ids::Reference;
use crate::permission::{Action, Actor, Whose};
use crate::store::codec::{allow, instant, named};
use crate::store::connection::AnyConnection;
use crate::store::error::Result;
use crate::store::referrals::{SealedPerson, person_place};
use crate::store::schema::{people, people_index, referrals};
use crate::vault::Vault;

/// As many as are looked through on one page.
const MOST: usize = 50;
/// As many of one name as are looked at together.
const TOGETHER: i64 = 1000;

/// By what two people agree, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The NHS number.
    NhsNumber,
    /// The name, or what they are called, and the day of birth.
    NameAndBirth,
    /// The number of a case elsewhere.
    CaseNumber,
    /// The name, or what they are called, where one of the two has no full day of birth.
    NameAlone,
}

impl Agreement {
    /// Every agreement.
    pub const ALL: [Self; 4] = [Self::NhsNumber, Self::NameAndBirth, Self::CaseNumber, Self::NameAlone];

    /// The frozen name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::NhsNumber => "nhs-number",
            Self::NameAndBirth => "name-and-birth",
            Self::CaseNumber => "case-number",
            Self::NameAlone => "name-alone",
        }
    }
}

/// A referral that is perhaps of the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The public name.
    pub reference: Reference,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
    /// By what they agree, the surest first.
    pub by: Vec<Agreement>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AllAlike {
    /// The referrals: the surest first, then the newest.
    pub found: Vec<Alike>,
    /// Whether there are more than these.
    pub more: bool,
}

const NAMES: [&str; 2] = ["name", "known-as"];
const BORN: &str = "born";

diesel::alias!(people_index as birth: Birth);

/// Other referrals that are perhaps of the person whom that one is about.
pub fn alike(conn: &mut AnyConnection, vault: &Vault, actor: Actor, reference: &Reference) -> Result<AllAlike> {
    allow(actor, Action::ErasePerson, Whose::Own)?;
    let person: i64 = referrals::table
        .filter(referrals::reference.eq(reference.letters()))
        .select(referrals::person_id)
        .first(conn)?;
    let marks = Marks::of(conn, vault, person)?;
    let mut people: BTreeMap<i64, Vec<Agreement>> = BTreeMap::new();
    let mut more = false;
    for agreement in Agreement::ALL {
        let mut found = marks.agreeing(conn, agreement)?;
        more |= found.len() > MOST;
        found.truncate(MOST);
        for other in found {
            people.entry(other).or_default().push(agreement);
        }
    }
    let rows: Vec<(i64, String, i64)> = referrals::table
        .filter(referrals::person_id.eq_any(people.keys().copied().collect::<Vec<_>>()))
        .order(referrals::id.desc())
        .select((referrals::person_id, referrals::reference, referrals::received_at))
        .load(conn)?;
    let mut found = rows
        .into_iter()
        .map(|(person, letters, received_at)| {
            let by = people.get(&person).cloned().unwrap_or_default();
            Ok(Alike { reference: named(letters.parse().ok())?, received_at: instant(received_at)?, by })
        })
        .collect::<Result<Vec<_>>>()?;
    found.sort_by_key(|one| one.by.first().copied());
    more |= found.len() > MOST;
    found.truncate(MOST);
    Ok(AllAlike { found, more })
}

/// Other people of that name before a row, the newest first.
macro_rules! named {
    ($marks:expr, $before:expr, $limit:expr) => {
        people_index::table
            .filter(people_index::field.eq_any(NAMES))
            .filter(people_index::value.eq_any($marks.names.clone()))
            .filter(people_index::person_id.ne($marks.person))
            .filter(people_index::person_id.lt($before))
            .select(people_index::person_id)
            .distinct()
            .order(people_index::person_id.desc())
            .limit($limit)
    };
}

/// By what a person can be found, as it stands in the index: under every key, since a key may just be turned.
struct Marks {
    person: i64,
    /// Of name and of what they are called, each as if it were the other too.
    names: Vec<Vec<u8>>,
    born: Vec<Vec<u8>>,
    nhs_number: Vec<Vec<u8>>,
    case_number: Vec<Vec<u8>>,
}

impl Marks {
    fn of(conn: &mut AnyConnection, vault: &Vault, person: i64) -> Result<Self> {
        let stored: Vec<(String, Vec<u8>)> = people_index::table
            .filter(people_index::person_id.eq(person))
            .select((people_index::field, people_index::value))
            .load(conn)?;
        let (row, sealed): (String, Vec<u8>) =
            people::table.filter(people::id.eq(person)).select((people::row_name, people::details)).first(conn)?;
        // One that does not open is still found by what is in the index.
        let known: Option<SealedPerson> = vault.open_json(person_place(&row), &sealed).ok();
        let known = known.map(|known| known.found_by).unwrap_or_default();
        let marks = |fields: &[&str]| {
            let is_one = |field: &str| fields.contains(&field);
            let stored = stored.iter().filter(|(field, _)| is_one(field)).map(|(_, mark)| mark.clone());
            let values = known.iter().filter(|(field, _)| is_one(field)).map(|(_, value)| value);
            let now = values.flat_map(|value| fields.iter().flat_map(|field| vault.indexes(field, value)));
            let mut all: Vec<Vec<u8>> = stored.chain(now).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        Ok(Self {
            person,
            names: marks(&NAMES),
            born: marks(&[BORN]),
            nhs_number: marks(&[Agreement::NhsNumber.slug()]),
            case_number: marks(&[Agreement::CaseNumber.slug()]),
        })
    }

    /// Other people who agree so, the newest first; one more than is wanted, where there are more.
    fn agreeing(&self, conn: &mut AnyConnection, agreement: Agreement) -> Result<Vec<i64>> {
        let limit = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
        let with = |field: &'static str, marks: &Vec<Vec<u8>>| {
            people_index::table
                .filter(people_index::field.eq(field))
                .filter(people_index::value.eq_any(marks.clone()))
                .filter(people_index::person_id.ne(self.person))
                .select(people_index::person_id)
                .distinct()
                .order(people_index::person_id.desc())
                .limit(limit)
        };
        Ok(match agreement {
            Agreement::NhsNumber => with(Agreement::NhsNumber.slug(), &self.nhs_number).load(conn)?,
            Agreement::CaseNumber => with(Agreement::CaseNumber.slug(), &self.case_number).load(conn)?,
            Agreement::NameAndBirth => {
                // Not one by one: both databases find those who were born on that day first.
                let born_then = birth
                    .filter(birth.field(people_index::field).eq(BORN))
                    .filter(birth.field(people_index::value).eq_any(self.born.clone()))
                    .select(birth.field(people_index::person_id));
                named!(self, i64::MAX, limit).filter(people_index::person_id.eq_any(born_then)).load(conn)?
            }
            Agreement::NameAlone if self.born.is_empty() => named!(self, i64::MAX, limit).load(conn)?,
            Agreement::NameAlone => self.named_without_birth(conn)?,
        })
    }

    /// Other people of that name of whom no full day of birth is known, the newest first. A common name has many who have
    /// one: they are passed over, so many at a time.
    fn named_without_birth(&self, conn: &mut AnyConnection) -> Result<Vec<i64>> {
        let (mut found, mut before) = (Vec::new(), i64::MAX);
        while found.len() <= MOST {
            let named: Vec<i64> = named!(self, before, TOGETHER).load(conn)?;
            let Some(last) = named.last() else { break };
            before = *last;
            // By the person alone, which is an index of its own.
            let fields: Vec<(i64, String)> = people_index::table
                .filter(people_index::person_id.eq_any(named.clone()))
                .select((people_index::person_id, people_index::field))
                .load(conn)?;
            let born: HashSet<i64> =
                fields.into_iter().filter(|(_, field)| field == BORN).map(|(one, _)| one).collect();
            found.extend(named.into_iter().filter(|one| !born.contains(one)));
        }
        Ok(found)
    }
}

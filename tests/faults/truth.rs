//! Opens the store with its key after everything was over, and looks whether all of it is there, whole and once.

use std::collections::BTreeMap;

use alongside::ids::Reference;
use alongside::permission::{Actor, Role};
use alongside::store::events::{EventKind, verify_chain};
use alongside::store::referrals::{self, Referral};
use alongside::store::{AnyConnection, DatabaseUrl, Db, Error, Result, staff};
use alongside::vault::Vault;
use alongside::vault::keys::Keys;
use chrono::{DateTime, Utc};
use diesel::RunQueryDsl as _;

use super::server::Home;
use super::storm::Shown;

const TRUTH: Actor = Actor::System("truth");

/// The store of a portal, opened beside it or after it.
pub(crate) struct Truth {
    db: Db,
    vault: Vault,
    now: DateTime<Utc>,
}

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    said: String,
}

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

impl Truth {
    /// On SQLite, in the home of the portal.
    pub(crate) fn at(home: &Home) -> Self {
        Self::on(&DatabaseUrl::Sqlite(home.database()), home)
    }

    /// On a PostgreSQL.
    pub(crate) fn on(url: &DatabaseUrl, home: &Home) -> Self {
        let keys = Keys::open(&home.key()).unwrap();
        let now = "2030-01-01T00:00:00Z".parse().unwrap();
        Self { db: Db::open(url, 2).unwrap(), vault: Vault::new(&keys), now }
    }

    /// One number from raw SQL.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.db.read(|conn| diesel::sql_query(sql).get_result::<Number>(conn).map_err(Error::from)).unwrap().n
    }

    /// A text a row, from raw SQL.
    pub(crate) fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.db.read(|conn| diesel::sql_query(sql).load::<Text>(conn).map_err(Error::from)).unwrap();
        rows.into_iter().map(|row| row.said).collect()
    }

    /// Runs raw SQL.
    pub(crate) fn meddle(&self, sql: &str) -> usize {
        let sql = sql.to_owned();
        self.db.write(move |conn| diesel::sql_query(sql).execute(conn).map_err(Error::from)).unwrap()
    }

    fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection, &Vault) -> Result<T> + Send + 'static,
    ) -> T {
        let vault = self.vault.clone();
        self.db.write(move |conn| job(conn, &vault)).unwrap()
    }

    /// Every referral, opened as triage would, each with its history verified.
    fn every_referral(&self) -> Vec<Referral> {
        let now = self.now;
        let id = self.write(move |conn, vault| {
            staff::add(conn, vault, TRUTH, ("truth@example.org", Role::Triage, "$argon2id$v=19$made-up"), now)
        });
        let triager = Actor::Staff { id, role: Role::Triage };
        let references = self.texts("SELECT reference AS said FROM referrals ORDER BY id");
        let opened = references.into_iter().map(|reference| {
            let reference: Reference = reference.parse().unwrap();
            self.write(move |conn, vault| {
                let referral = referrals::load(conn, vault, triager, &reference, now)?;
                verify_chain(conn, vault, TRUTH, &reference)?;
                Ok(referral)
            })
        });
        opened.collect()
    }

    /// Every receipt that was shown is there, once; every referral is whole; nothing belongs to none.
    pub(crate) fn holds(&self, shown: &[Shown]) {
        let mut found: BTreeMap<String, Reference> = BTreeMap::new();
        for referral in self.every_referral() {
            let marker = self.is_whole(&referral);
            let twice = found.insert(marker.clone(), referral.reference.clone());
            assert!(twice.is_none(), "{marker} was filed twice: {twice:?} and {:?}", referral.reference);
        }
        for receipt in shown {
            let reference: Reference = receipt.reference.parse().unwrap();
            assert_eq!(found.remove(&receipt.marker), Some(reference), "lost: {receipt:?}");
            self.opens(receipt);
        }
        // Everybody finished, so whatever is there has been shown.
        assert!(found.is_empty(), "filed and never shown: {found:?}");
        self.nothing_is_left_over();
    }

    /// The code on the receipt is the one that was kept with the referral.
    fn opens(&self, receipt: &Shown) {
        let code: alongside::ids::ReceiptCode = receipt.code.parse().unwrap();
        let reference: Reference = receipt.reference.parse().unwrap();
        let hash = self.vault.hash("receipt", &[code.letters().as_bytes()]);
        let hex = data_encoding::HEXLOWER.encode(&hash);
        let bytes = if self.is_sqlite() { format!("x'{hex}'") } else { format!("'\\x{hex}'::bytea") };
        let same = format!(
            "SELECT count(*) AS n FROM referrals WHERE reference = '{}' AND receipt_hash = {bytes}",
            reference.letters()
        );
        assert_eq!(self.number(&same), 1, "{receipt:?}");
    }

    /// All that a referral causes is there: what was sealed agrees with what stands beside it. Gives back its marker.
    fn is_whole(&self, referral: &Referral) -> String {
        let about = referral.reference.letters();
        let marker = marker_in(&referral.record.to_string());
        assert_eq!(marker_in(&referral.answers.to_string()), marker, "{about}: answers and record");
        assert!(referral.person.to_string().contains("Marjorie Quillfeather"), "{about}: the person");
        let kinds = |of: &serde_json::Value, name: &str| -> Vec<String> {
            let list = referral.assessment[name].as_array().unwrap_or_else(|| panic!("{about}: no {name}"));
            assert!(!list.is_empty() && of.is_string(), "{about}: {name}");
            list.iter().map(|one| one[of.as_str().unwrap()].as_str().unwrap().to_owned()).collect()
        };
        let issues: Vec<String> = referral.issues.iter().map(|issue| issue.kind.clone()).collect();
        assert_eq!(issues, kinds(&"kind".into(), "issues"), "{about}");
        let mut rung = self.texts(&format!(
            "SELECT reason AS said FROM call_backs JOIN referrals ON referrals.id = referral_id WHERE reference = '{about}'"
        ));
        let mut due = kinds(&"id".into(), "call_backs");
        rung.sort();
        due.sort();
        assert_eq!(rung, due, "{about}");
        let mails = format!(
            "SELECT count(*) AS n FROM outbox JOIN referrals ON referrals.id = referral_id WHERE reference = '{about}'"
        );
        assert_eq!(self.number(&mails), 2, "{about}: a receipt and an alert");
        assert_eq!(referral.events[0].kind, EventKind::Received, "{about}");
        marker
    }

    fn nothing_is_left_over(&self) {
        for (what, sql) in [
            (
                "people of no referral",
                "SELECT count(*) AS n FROM people WHERE id NOT IN (SELECT person_id FROM referrals)",
            ),
            ("issues of none", "SELECT count(*) AS n FROM issues WHERE referral_id NOT IN (SELECT id FROM referrals)"),
            ("mails of none", "SELECT count(*) AS n FROM outbox WHERE referral_id NOT IN (SELECT id FROM referrals)"),
            (
                "counts that are wrong",
                "SELECT count(*) AS n FROM queue_counts WHERE total <> (SELECT count(*) FROM referrals WHERE \
                 referrals.status = queue_counts.status AND referrals.band = queue_counts.band)",
            ),
        ] {
            assert_eq!(self.number(sql), 0, "{what}");
        }
        if self.is_sqlite() {
            let said = self.texts("SELECT integrity_check AS said FROM pragma_integrity_check");
            assert_eq!(said, ["ok"]);
            assert_eq!(self.number("SELECT count(*) AS n FROM pragma_foreign_key_check"), 0);
        }
    }

    fn is_sqlite(&self) -> bool {
        matches!(self.db.url(), DatabaseUrl::Sqlite(_))
    }
}

/// The one marker in it.
#[track_caller]
fn marker_in(text: &str) -> String {
    let mut found: Vec<&str> = text
        .match_indices("marker-")
        .map(|(at, _)| &text[at..at + text[at..].find("-end").expect("a whole marker") + "-end".len()])
        .collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found.len(), 1, "{text}");
    found[0].to_owned()
}

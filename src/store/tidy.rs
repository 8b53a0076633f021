//! Makes the disk forget what was destroyed, as far as the database can.

use diesel::connection::SimpleConnection;

use super::connection::{AnyConnection, DatabaseUrl, Purpose};
use super::error::Result;

/// The tables that hold what is destroyed.
const VACUUM: &str = "VACUUM people, people_index, referrals, issue_dates, events, call_backs, outbox, invitations, \
    feedback, drafts, sessions";

/// SQLite writes zeros over what it deletes (`secure_delete`); what lies in the log beside the file is brought into the
/// file, and the log is cut. PostgreSQL frees the old rows, and writes over them when it needs their place.
pub fn tidy(url: &DatabaseUrl) -> Result<()> {
    let mut conn = AnyConnection::open(url, Purpose::Write)?;
    match conn {
        AnyConnection::Sqlite(_) => conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?,
        AnyConnection::Postgres(_) => {
            conn.batch_execute("SET statement_timeout = 0")?;
            conn.batch_execute(VACUUM)?;
        }
    }
    Ok(())
}

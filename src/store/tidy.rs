//! Makes the disk forget what was destroyed, as far as the database can.

use std::thread::sleep;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Integer;

use super::connection::{AnyConnection, DatabaseUrl, Purpose};
use super::error::{Error, Result};

/// The tables that hold what is destroyed.
const VACUUM: &str = "VACUUM people, people_index, referrals, issue_dates, events, call_backs, outbox, invitations, \
    feedback, drafts, sessions";
/// While it waits for readers nobody can write: not for long.
const PATIENCE: &str = "PRAGMA busy_timeout = 2000";
/// How often it is tried, and what lies between: time for those who write.
const TRIES: u32 = 2;
const BETWEEN: Duration = Duration::from_millis(200);

/// SQLite writes zeros over what it deletes (`secure_delete`); what lies in the log beside the file is brought into the
/// file, and the log is cut. [`Error::Busy`] where somebody who reads keeps it from being cut: then the log still holds what
/// was destroyed, sealed. PostgreSQL frees the old rows, and writes over them when it needs their place. Blocks.
pub fn tidy(url: &DatabaseUrl) -> Result<()> {
    match AnyConnection::open(url, Purpose::Write)? {
        AnyConnection::Sqlite(mut conn) => {
            conn.batch_execute(PATIENCE)?;
            for again in (0..TRIES).rev() {
                // That it is busy is no error to SQLite: it says so in a row.
                let said: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(&mut conn)?;
                if said.busy == 0 {
                    return Ok(());
                }
                if again > 0 {
                    sleep(BETWEEN);
                }
            }
            Err(Error::Busy)
        }
        AnyConnection::Postgres(mut conn) => {
            conn.batch_execute("SET statement_timeout = 0")?;
            Ok(conn.batch_execute(VACUUM)?)
        }
    }
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

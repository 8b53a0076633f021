//! Writing: many at once, some of them failing, none lost and none half done.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use std::time::{Duration, Instant};

use alongside::store::{AnyConnection, DatabaseUrl, Error, Fault, Result};
use diesel::{Connection, QueryResult, RunQueryDsl};

use super::{TestDb, on_each_database};

#[derive(diesel::QueryableByName)]
struct Name {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

fn insert(conn: &mut AnyConnection, name: &str) -> Result<()> {
    diesel::sql_query(format!("INSERT INTO meta (name, value) VALUES ('{name}', '')"))
        .execute(conn)
        .map(drop)
        .map_err(Error::from)
}

/// STRICT tables want bytes; PostgreSQL reads the same literal as bytes only when it says so.
fn insert_bytes(conn: &mut AnyConnection, name: &str) -> Result<()> {
    let empty = match conn {
        AnyConnection::Sqlite(_) => "x''",
        AnyConnection::Postgres(_) => "''::bytea",
    };
    diesel::sql_query(format!("INSERT INTO meta (name, value) VALUES ('{name}', {empty})"))
        .execute(conn)
        .map(drop)
        .map_err(Error::from)
}

#[test]
fn sixteen_writers_lose_nothing() {
    on_each_database(|test| {
        std::thread::scope(|scope| {
            for writer in 0..16 {
                let db = &test.db;
                scope.spawn(move || {
                    for turn in 0..25 {
                        db.write(move |conn| insert_bytes(conn, &format!("{writer}-{turn}"))).unwrap();
                    }
                });
            }
        });
        assert_eq!(test.number("SELECT count(*) AS n FROM meta"), 400);
    });
}

/// What the log holds is brought into the file while everybody goes on, long before SQLite would stop the writer for it.
#[test]
fn the_log_is_brought_into_the_file_beside_the_writer() {
    let test = TestDb::sqlite();
    for turn in 0..300 {
        test.db.write(move |conn| insert_bytes(conn, &format!("{turn}"))).unwrap();
    }
    let DatabaseUrl::Sqlite(file) = test.db.url() else { panic!("no file") };
    let alone = tempfile::NamedTempFile::new().unwrap();
    let in_the_file = || {
        std::fs::copy(file, alone.path()).unwrap();
        let mut conn = diesel::SqliteConnection::establish(alone.path().to_str().unwrap()).unwrap();
        let names: QueryResult<Vec<Name>> = diesel::sql_query("SELECT name FROM meta").load(&mut conn);
        // Copied in the middle of a page it is no database; the next copy is.
        names.map_or(0, |names| names.len())
    };
    // Far more than it takes: a disk that everybody else is busy on holds it up.
    let until = Instant::now() + Duration::from_mins(2);
    // What one copy could not bring in, because the disk was busy, the next one does: writing goes on.
    for turn in 300.. {
        let held = in_the_file();
        if held >= 250 {
            break;
        }
        assert!(Instant::now() < until, "after {turn} jobs the file holds {held} of them");
        test.db.write(move |conn| insert_bytes(conn, &format!("{turn}"))).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn jobs_that_fail_or_panic_spoil_no_neighbour() {
    on_each_database(|test| {
        let (kept, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for writer in 0..12 {
                let (db, kept, failed) = (&test.db, &kept, &failed);
                scope.spawn(move || {
                    for turn in 0..10 {
                        let outcome = db.write(move |conn| {
                            insert_bytes(conn, &format!("{writer}-{turn}"))?;
                            match writer % 4 {
                                1 => Err(Error::Conflict),
                                2 => panic!("a job that panics, on purpose"),
                                3 => insert_bytes(conn, &format!("{writer}-{turn}")),
                                _ => Ok(()),
                            }
                        });
                        let expected = match writer % 4 {
                            0 => Ok(()),
                            2 => Err(Error::Broken(Fault::Panicked)),
                            _ => Err(Error::Conflict),
                        };
                        assert_eq!(outcome, expected);
                        if outcome.is_ok() { kept } else { failed }.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
        assert_eq!((kept.into_inner(), failed.into_inner()), (30, 90));
        assert_eq!(test.number("SELECT count(*) AS n FROM meta"), 30);
    });
}

#[test]
fn a_failure_that_a_job_hides_is_never_answered_as_kept() {
    on_each_database(|test| {
        test.db.write(|conn| insert_bytes(conn, "there")).unwrap();
        let outcome = test.db.write(|conn| {
            insert_bytes(conn, "new")?;
            let _ = insert_bytes(conn, "there");
            Ok(())
        });
        let kept = test.number("SELECT count(*) AS n FROM meta WHERE name = 'new'") == 1;
        assert_eq!(outcome.is_ok(), kept);
    });
}

#[test]
fn reading_cannot_write() {
    on_each_database(|test| {
        assert!(test.db.read(|conn| insert_bytes(conn, "a")).is_err());
        assert_eq!(test.number("SELECT count(*) AS n FROM meta"), 0);
    });
}

#[test]
fn reading_sees_one_moment() {
    on_each_database(|test| {
        let count = |conn: &mut AnyConnection| -> Result<usize> {
            let names: Vec<Name> = diesel::sql_query("SELECT name FROM meta").load(conn)?;
            Ok(names.into_iter().filter(|row| !row.name.is_empty()).count())
        };
        test.db
            .read(|conn| {
                let before = count(conn)?;
                test.db.write(|conn| insert_bytes(conn, "meanwhile"))?;
                assert_eq!(count(conn)?, before);
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn awaiting_a_write_blocks_no_thread_and_answers_after_the_commit() {
    on_each_database(|test| {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for turn in 0..20 {
                test.db.writing(move |conn| insert_bytes(conn, &format!("{turn}"))).await.unwrap();
            }
            let read = |conn: &mut AnyConnection| -> Result<Vec<Name>> {
                diesel::sql_query("SELECT name FROM meta").load(conn).map_err(Error::from)
            };
            assert_eq!(test.db.reading(read).await.unwrap().len(), 20);
        });
    });
}

#[test]
fn a_full_queue_is_told_to_come_back_and_what_was_queued_is_kept() {
    let test = super::TestDb::sqlite();
    let (let_go, held) = std::sync::mpsc::channel::<()>();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let refused = Arc::new(AtomicUsize::new(0));
    runtime.block_on(async {
        let mut waiting: Vec<std::pin::Pin<Box<dyn Future<Output = Result<()>>>>> = Vec::new();
        waiting.push(Box::pin(test.db.writing(move |_| held.recv().map_err(|_| Error::Unavailable))));
        for turn in 0..1300 {
            waiting.push(Box::pin(test.db.writing(move |conn| insert_bytes(conn, &format!("{turn}")))));
        }
        let mut running = Vec::new();
        for mut job in waiting {
            let first = std::future::poll_fn(|context| std::task::Poll::Ready(job.as_mut().poll(context))).await;
            match first {
                std::task::Poll::Ready(outcome) => {
                    assert_eq!(outcome, Err(Error::Busy));
                    refused.fetch_add(1, Ordering::Relaxed);
                }
                std::task::Poll::Pending => running.push(job),
            }
        }
        let_go.send(()).unwrap();
        for job in running {
            job.await.unwrap();
        }
    });
    let refused = i64::try_from(refused.load(Ordering::Relaxed)).unwrap();
    assert!(refused > 0);
    assert_eq!(test.number("SELECT count(*) AS n FROM meta"), 1300 - refused);
}

#[test]
fn a_value_of_the_wrong_type_is_refused_on_both() {
    on_each_database(|test| {
        let outcome = test.db.write(|conn| match conn {
            AnyConnection::Sqlite(_) => insert(conn, "text-for-bytes"),
            AnyConnection::Postgres(_) => diesel::sql_query("INSERT INTO meta (name, value) VALUES ('a', 1)")
                .execute(conn)
                .map(drop)
                .map_err(Error::from),
        });
        assert!(matches!(outcome, Err(Error::Broken(_))), "{outcome:?}");
    });
}

//! Where the data is kept is said exactly, and a silent database is an answer.

use alongside::store::{DatabaseUrl, Db, Error};

use super::on_each_database;

#[test]
fn a_database_that_is_there_answers() {
    on_each_database(|test| assert_eq!(test.db.is_ready(), Ok(())));
}

#[test]
fn a_server_that_is_not_there_is_unavailable() {
    let silent = DatabaseUrl::Postgres("postgres://nobody@127.0.0.1:1/none".into());
    assert!(matches!(Db::open(&silent, 1), Err(Error::Unavailable)));
}

#[test]
fn a_database_does_not_show_where_it_is_when_that_holds_a_password() {
    on_each_database(|test| assert!(!format!("{:?}", test.db).contains("postgres://")));
}

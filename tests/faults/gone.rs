//! The database is gone, and comes back: its file moved away, its server stopped. Nobody is shown a receipt for what is
//! written where nobody will find it.

use std::fs;

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};

use super::journey::{Left, SENT, WORDS, away_and_back};
use super::pages::{offers_to_send_again, the_administrator_is_told};
use super::postgres::Postgres;
use super::server::Home;
use super::stories::{SEND, receipt, shortest_with};
use super::tools::missing;
use super::truth::Truth;

#[test]
fn a_database_file_that_is_moved_away_is_missed_and_nothing_is_said_to_be_kept_in_it() {
    let home = Home::new();
    let server = home.serve();
    let (here, away) = (home.database(), home.path().join("away.sqlite"));
    let take = || fs::rename(&here, &away).unwrap();
    let put_back = || {
        assert!(!here.exists(), "no empty database is made in its place");
        fs::rename(&away, &here).unwrap();
    };
    away_and_back((&server, Some(&home)), "the database file was moved or replaced", Left::Nothing, take, put_back);
    assert_eq!(Truth::at(&home).number("SELECT count(*) AS n FROM referrals"), SENT);
}

#[test]
fn a_database_file_that_is_replaced_under_the_portal_is_not_written_past() {
    let home = Home::new();
    let server = home.serve();
    let mut sender = server.browser();
    shortest_with(&mut sender, WORDS);
    // As one who puts a copy back without stopping the portal.
    let copy = home.path().join("copy.sqlite");
    fs::copy(home.database(), &copy).unwrap();
    fs::rename(&copy, home.database()).unwrap();
    sender.press(SEND);
    offers_to_send_again(&sender);
    the_administrator_is_told(&server, "the database file was moved or replaced", &[WORDS, "Okonjo"]);
}

#[test]
fn a_postgres_that_is_stopped_and_started_is_missed_and_found_again() {
    let Some(postgres) = Postgres::start() else { return missing("postgresql") };
    let home = Home::with(&postgres.setting(), "");
    let server = home.serve();
    let why = "the database cannot be reached just now";
    away_and_back((&server, Some(&home)), why, Left::Nothing, || postgres.down(), || postgres.up());
    let truth = Truth::on(&postgres.url().parse().unwrap(), &home);
    assert_eq!(truth.number("SELECT count(*) AS n FROM referrals"), SENT);
}

#[test]
fn a_sending_that_is_held_up_for_too_long_is_not_lost_and_not_made_twice() {
    let Some(postgres) = Postgres::start() else { return missing("postgresql") };
    let home = Home::with(&postgres.setting(), "");
    let server = home.serve();
    let mut sender = server.browser();
    shortest_with(&mut sender, WORDS);
    // As a first sending whose commit waits for a busy disk, and longer than the second sending waits for it.
    let mut other = PgConnection::establish(&postgres.url()).unwrap();
    other.batch_execute("BEGIN; LOCK TABLE referrals IN SHARE MODE").unwrap();
    sender.press_and_lose(SEND);
    sender.press(SEND);
    offers_to_send_again(&sender);
    let line = server.tells(&["WARN", "status=503", "the database is too busy just now"]);
    assert!(line.contains("request=") && line.contains("route=\"/refer/send\""), "{line}");
    other.batch_execute("COMMIT").unwrap();
    sender.press("Send it again");
    receipt(&sender);
    let truth = Truth::on(&postgres.url().parse().unwrap(), &home);
    assert_eq!(truth.number("SELECT count(*) AS n FROM referrals"), 1);
}

#[test]
fn a_portal_that_starts_without_its_database_says_so_and_names_it() {
    let home = Home::with("url = \"postgres://alongside:hush@127.0.0.1:1/none\"", "");
    let told = home.begin().listening().err().expect("it does not start");
    assert!(told.contains("PostgreSQL") && told.contains("cannot be reached"), "{told}");
    assert!(!told.contains("hush"), "{told}");
}

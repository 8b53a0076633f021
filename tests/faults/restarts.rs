//! PostgreSQL stopped the hard way and started again, twenty times, under the portal while sixteen people refer.

use std::thread;

use super::pages;
use super::postgres::Postgres;
use super::server::Home;
use super::storm::Storm;
use super::tools::{Chance, missing};
use super::truth::Truth;

const RESTARTS: usize = 20;

#[test]
fn twenty_restarts_of_postgres_lose_nothing_that_was_shown_and_leave_nothing_half_done() {
    let Some(postgres) = Postgres::start() else { return missing("postgresql") };
    let mut chance = Chance::new("restarts");
    let home = Home::with(&postgres.setting(), "");
    let server = home.serve();
    let (storm, clients) = Storm::begin();
    storm.moves_to(Some(server.address));
    for _ in 0..RESTARTS {
        storm.somebody_gets_through(&clients);
        thread::sleep(chance.moment(500));
        postgres.down();
        thread::sleep(chance.moment(300));
        postgres.up();
    }
    pages::is_ready_again(&server);
    storm.end();
    for client in clients {
        client.join().expect("nobody met a page that they did not expect");
    }
    let log = server.log();
    assert!(!log.contains("marker-") && !log.contains("Quillfeather"), "{log}");
    server.kill();
    Truth::on(&postgres.url().parse().unwrap(), &home).holds(&storm.shown());
    let (receipts, refused) = (storm.receipts(), storm.refused());
    println!(
        "restarts {RESTARTS}, receipts {receipts}, pages that asked to wait {refused}, lost 0, partial 0, twice 0"
    );
    assert!(refused > 0, "restarts met people in the middle of it");
}

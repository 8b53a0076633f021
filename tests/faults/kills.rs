//! `kill -9`, a hundred times, while sixteen people refer. SQLite.

use std::thread;

use super::server::Home;
use super::storm::Storm;
use super::tools::Chance;
use super::truth::Truth;

const KILLS: usize = 100;

#[test]
fn a_hundred_kills_lose_nothing_that_was_shown_and_leave_nothing_half_done() {
    let mut chance = Chance::new("kills");
    let home = Home::new();
    // The first start makes key and tables.
    home.serve().kill();
    let (storm, clients) = Storm::begin();
    for kill in 0..KILLS {
        let starting = home.begin();
        // One in ten is killed while it opens its data, which the one before left as it was.
        if chance.below(10) == 0 {
            thread::sleep(chance.moment(60));
            starting.kill();
            continue;
        }
        let server = starting.listening().unwrap_or_else(|told| panic!("after {kill} kills: {told}"));
        storm.moves_to(Some(server.address));
        // Somebody gets through, however slow this machine is; and then at any moment.
        storm.somebody_gets_through(&clients);
        thread::sleep(chance.moment(300));
        storm.moves_to(None);
        server.kill();
    }
    let server = home.serve();
    storm.moves_to(Some(server.address));
    storm.end();
    for client in clients {
        client.join().expect("nobody met a page that they did not expect");
    }
    server.kill();
    Truth::at(&home).holds(&storm.shown());
    let (receipts, broken) = (storm.receipts(), storm.broken());
    println!("kills {KILLS}, receipts {receipts}, connections that broke {broken}, lost 0, partial 0, twice 0");
    assert!(broken > KILLS, "kills met people in the middle of it: {broken}");
}

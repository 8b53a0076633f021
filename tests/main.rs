//! Everything that is tested from outside: one binary, linked once, a folder for each room.

// What helps a test may unwrap as a test may; clippy knows it for a test by this mark.
#[cfg(test)]
mod commands;
#[cfg(test)]
mod input;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod store;
#[cfg(test)]
mod web;

/// The PostgreSQL server to try on, if `TEST_POSTGRES_URL` names one. Where everything was promised to be tried, as
/// `tests/run` does, one that is missing fails the test.
#[cfg(test)]
fn postgres() -> Option<String> {
    let server = std::env::var("TEST_POSTGRES_URL").ok();
    if server.is_none() {
        not_tried("TEST_POSTGRES_URL names no PostgreSQL");
    }
    server
}

/// Says why something could not be tried here. Fails where everything was promised to be tried.
#[cfg(test)]
fn not_tried(why: &str) {
    assert!(std::env::var_os("TEST_EVERYTHING").is_none(), "{why}");
    eprintln!("not tried: {why}");
}

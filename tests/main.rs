//! Every integration test in one binary: it is linked once.

// What helps a test may unwrap as a test may; clippy knows it for a test by this mark.
#[cfg(test)]
mod commands;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod store;
#[cfg(test)]
mod web;

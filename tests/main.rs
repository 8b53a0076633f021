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

//! Everything that is tested from outside: one binary, which is linked once, with a folder for each room.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails shows where")]

#[cfg(test)]
mod mail;
mod store;

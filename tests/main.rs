<<<<<<< HEAD
//! Everything that is tested from outside: one binary, linked once, a folder for each room.
=======
<<<<<<< HEAD
//! Every integration test in one binary: it is linked once.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails shows where")]
>>>>>>> be13fa6 (store: lints clean, tests on both databases)

mod mail;
mod store;

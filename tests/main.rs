<<<<<<< HEAD
//! Everything that is tested from outside: one binary, which is linked once, with a folder for each room.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails shows where")]
=======
//! Every integration test in one binary: it is linked once.
>>>>>>> d51dc54 (mail: composed only for a safe contact, kept trying, told in the log without names; logs)

#[cfg(test)]
mod mail;
mod store;

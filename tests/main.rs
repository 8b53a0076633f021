//! Everything that is tested from outside: one binary, linked once, a folder for each room.

mod mail;
mod store;

//! Every integration test in one binary: it is linked once.

mod mail;
#[cfg(test)]
mod store;
mod web;

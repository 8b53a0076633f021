//! Every integration test in one binary: it is linked once.

#[cfg(test)]
mod mail;
#[cfg(test)]
mod store;

//! Every integration test in one binary: it is linked once.

mod store;

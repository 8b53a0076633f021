//! The command line. Parses the command and nothing else.
fn main() {}

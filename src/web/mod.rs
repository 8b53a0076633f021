//! The only room with the web server: addresses, sessions, and handlers that call the other rooms.
//!
//! Must not hold SQL, HTML or rules.

pub(crate) mod assets;
pub(crate) mod files;
pub(crate) mod origin;
pub mod paths;

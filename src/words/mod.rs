//! Every word a person sees that is not a question: one table for each page.

pub mod emergency;
pub mod feedback;
pub mod field;
pub mod frame;
pub mod notices;
pub mod receipt;
pub mod refer;
pub mod staff;
pub mod start;

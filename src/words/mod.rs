//! Every word a person sees that is not a question: one table for each page.

pub mod field;
pub mod frame;

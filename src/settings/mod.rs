//! What the owner decides: read once at start, every mistake told in a sentence. Knows no page and no database.

pub mod rubric;

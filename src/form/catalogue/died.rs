//! What closes when the person has died: a complaint goes on, and nobody is asked how the dead are.

use crate::form::{Key, When};

/// The answer that says so.
pub(super) const DIED: &str = "died";
/// The person has died.
pub(super) const HAS_DIED: When = When::Is(Key::PersonAgeGroup, DIED);
/// The person lives, as far as anybody has said.
pub(super) const LIVING: When = When::Unless(Key::PersonAgeGroup, DIED);

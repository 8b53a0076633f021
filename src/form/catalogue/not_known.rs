//! “Not known”, said alike wherever a list of its own needs it. Knows no question.

use crate::form::{Choice, Voices};

/// Nobody here knows: always a good answer, never a blank.
pub(super) const NOT_KNOWN: Choice =
    Choice::new("dont-know", Voices::each("Not known", "I do not know", "I do not know"));

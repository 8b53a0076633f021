//! The one place where text becomes HTML without being escaped: the doctype.
//!
//! Nothing a person typed may ever pass through this file.

use maud::Markup;

/// The line every page begins with.
#[must_use]
#[expect(clippy::disallowed_types, reason = "a constant of ours, not a word of anybody's")]
pub(super) fn doctype() -> Markup {
    maud::PreEscaped("<!doctype html>\n".to_owned())
}

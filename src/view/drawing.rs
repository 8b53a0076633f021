//! A picture that stands in the page itself: as files of their own, those of one question would be four more requests.

use maud::Render;

/// A drawing that the binary carries, as SVG. It is compiled in and lives for ever, so nobody's words can become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing(&'static str);

impl Drawing {
    /// The drawing in a file of the binary.
    #[must_use]
    pub const fn of(file: &'static str) -> Self {
        Self(file)
    }
}

impl Render for Drawing {
    fn render_to(&self, page: &mut String) {
        page.push_str(self.0);
    }
}

//! The shape of a page that is read from top to bottom: headings with what stands under them. Knows no markup.

/// A page of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The heading of the page.
    pub title: String,
    /// What stands before the first heading.
    pub opening: Vec<Part>,
    /// Its passages, in order.
    pub passages: Vec<Passage>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The anchor, so that another page can lead here.
    pub anchor: &'static str,
    /// The heading.
    pub heading: String,
    /// What stands under it.
    pub parts: Vec<Part>,
}

/// One piece of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading of its own, below that of the passage.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list without order.
    List(Vec<String>),
    /// A way out of this website: the words, and the address they lead to.
    Link {
        /// What is at the other end.
        words: String,
        /// `https:`, `mailto:` or `tel:`.
        address: String,
    },
    /// A table of two columns; the first names what the second says something of.
    Table {
        /// What it is a table of.
        caption: String,
        /// The names of the columns.
        head: [String; 2],
        /// The rows.
        rows: Vec<[String; 2]>,
    },
}

impl Document {
    /// Every sentence of the page, in order, for those who read it aloud or count its words.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let passages = self.passages.iter().flat_map(|passage| {
            std::iter::once(passage.heading.as_str()).chain(passage.parts.iter().flat_map(Part::texts))
        });
        std::iter::once(self.title.as_str()).chain(self.opening.iter().flat_map(Part::texts)).chain(passages)
    }
}

impl Part {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Heading(words) | Self::Paragraph(words) | Self::Link { words, .. } => vec![words],
            Self::List(items) => items.iter().map(String::as_str).collect(),
            Self::Table { caption, head, rows } => {
                [caption].into_iter().chain(head).chain(rows.iter().flatten()).map(String::as_str).collect()
            }
        }
    }
}

/// A passage, for pages that are lists of them. The anchor is a name, the same in every language.
pub(super) fn passage(anchor: &'static str, heading: &str, parts: Vec<Part>) -> Passage {
    Passage { anchor, heading: heading.to_owned(), parts }
}

/// A paragraph.
pub(super) fn para(words: impl Into<String>) -> Part {
    Part::Paragraph(words.into())
}

/// A list.
pub(super) fn list(items: &[&str]) -> Part {
    Part::List(items.iter().map(|item| (*item).to_owned()).collect())
}

/// A link out of this website.
pub(super) fn link(words: &str, address: impl Into<String>) -> Part {
    Part::Link { words: words.to_owned(), address: address.into() }
}

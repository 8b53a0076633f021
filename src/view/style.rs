//! The stylesheets. A page has the one of its kind, whole in one request: what every page has, then what its kind has.
//! Nobody who asks for an advocate waits for the rules of the desk's tables.

/// For whom a page looks as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Those who ask for an advocate, and anybody else.
    People,
    /// Those who give feedback, in easy read.
    Easy,
    /// A member of staff.
    Desk,
}

const FRAME: &str = include_str!("../../style/frame.css");

impl Style {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::People, Self::Easy, Self::Desk];

    /// The name of its file.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::People => "alongside.css",
            Self::Easy => "alongside-easy.css",
            Self::Desk => "alongside-desk.css",
        }
    }

    /// The rules as they are written.
    #[must_use]
    pub fn rules(self) -> String {
        let own = match self {
            Self::People => include_str!("../../style/people.css"),
            Self::Easy => include_str!("../../style/easy.css"),
            Self::Desk => include_str!("../../style/desk.css"),
        };
        format!("{FRAME}\n{own}")
    }
}

/// The addresses of the stylesheets.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// `Style::People`.
    pub people: String,
    /// `Style::Easy`.
    pub easy: String,
    /// `Style::Desk`.
    pub desk: String,
}

impl Sheets {
    /// All of them, each with its address.
    pub fn each(address: impl FnMut(Style) -> String) -> Self {
        let [people, easy, desk] = Style::ALL.map(address);
        Self { people, easy, desk }
    }

    /// The address of one.
    #[must_use]
    pub fn of(&self, style: Style) -> &str {
        match style {
            Style::People => &self.people,
            Style::Easy => &self.easy,
            Style::Desk => &self.desk,
        }
    }
}

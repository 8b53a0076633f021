//! Putting one answer right: what stands, the question again, and why.

use maud::{Markup, html};

use crate::form::{Kind, Question};
use crate::view::choices;
use crate::view::field::{Field, typed};
use crate::view::form::{Token, post};
use crate::view::layout::{Frame, Shell, Site};
use crate::view::plain::Plain;
use crate::view::problems::{Told, summary};
use crate::view::questions::Sheet;
use crate::web::paths::Path;
use crate::words::rights as words;

/// The names of the fields besides the question's own.
pub mod field {
    /// Why it is put right.
    pub const WHY: &str = "why";
    /// The version of the referral that was on the screen.
    pub const VERSION: &str = "version";
}

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct Correct<'a> {
    /// Who is signed in.
    pub name: &'a str,
    /// For the form.
    pub token: Token<'a>,
    /// The public reference.
    pub reference: &'a str,
    /// The question.
    pub question: &'a Question,
    /// The field's name.
    pub path: &'a str,
    /// In which item it stands, in words; empty for none.
    pub place: &'a str,
    /// What is filled in.
    pub sheet: &'a Sheet<'a>,
    /// A reason already typed.
    pub why: &'a str,
    /// The version of the referral that is on the screen.
    pub version: i64,
    /// What was wrong.
    pub problems: &'a [Told],
}

/// The page.
#[must_use]
pub fn correct(site: &Site, page: &Correct<'_>) -> Markup {
    let shell = Shell::Staff { name: page.name, token: page.token };
    let frame = Frame { shell, ..Frame::public(site, words::CORRECT).with_problems(!page.problems.is_empty()) };
    let error = page.problems.iter().find(|told| told.field == page.path).map(|told| told.sentence.clone());
    let field = Field { sheet: page.sheet, question: page.question, path: page.path.to_owned(), error, lead: None };
    let why = Plain {
        hint: words::CORRECT_WHY_HINT,
        value: page.why,
        ..Plain::new(field::WHY, words::CORRECT_WHY, page.problems)
    };
    frame.around(&html! {
        (summary(page.problems))
        p class="back" { a href=(Path::Referral(page.reference)) { (words::BACK) } }
        h1 { (words::CORRECT) }
        p { (words::CORRECT_LEAD) }
        @if !page.place.is_empty() { p { strong { (page.place) } } }
        (post(Path::Correct(page.reference, page.path), page.token, &html! {
            input type="hidden" name=(field::VERSION) value=(page.version);
            @match page.question.kind {
                Kind::One(_) | Kind::Many(_) => (choices::group(&field, &|_| String::new(), false)),
                _ => (typed(&field)),
            }
            (why.show_area())
            button type="submit" class="button" { (words::CORRECT_BUTTON) }
        }))
    })
}

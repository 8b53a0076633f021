//! Putting one answer right: what stands, the question again, and why.

use maud::{Markup, html};

use crate::form::{Kind, Question};
use crate::view::choices;
use crate::view::field::{Field, typed};
use crate::view::form::post;
use crate::view::layout::{Frame, Signed, Site};
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
    pub who: Signed<'a>,
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
    let lang = site.lang;
    let say = lang.teller();
    let frame = Frame::public(site, say(words::CORRECT)).for_staff(page.who).with_problems(!page.problems.is_empty());
    let error = page.problems.iter().find(|told| told.field == page.path).map(|told| told.sentence.clone());
    let field = Field { sheet: page.sheet, question: page.question, path: page.path.to_owned(), error, lead: None };
    let why = Plain {
        hint: say(words::CORRECT_WHY_HINT),
        value: page.why,
        ..Plain::new(lang, field::WHY, say(words::CORRECT_WHY), page.problems)
    };
    frame.around(&html! {
        (summary(lang, page.problems))
        p class="back" { a href=(Path::Referral(page.reference)) { (say(words::BACK)) } }
        h1 { (say(words::CORRECT)) }
        p { (say(words::CORRECT_LEAD)) }
        @if !page.place.is_empty() { p { strong { (page.place) } } }
        (post(Path::Correct(page.reference, page.path), page.who.token, &html! {
            input type="hidden" name=(field::VERSION) value=(page.version);
            @match page.question.kind {
                Kind::One(_) | Kind::Many(_) => (choices::group(&field, &|_| String::new(), false)),
                _ => (typed(&field)),
            }
            (why.show_area())
            button type="submit" class="button" { (say(words::CORRECT_BUTTON)) }
        }))
    })
}

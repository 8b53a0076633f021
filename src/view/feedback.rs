//! Feedback in easy read: one question a screen, a picture and words on each answer. The whole card is the label.

use maud::{Markup, html};

use super::emergency;
use super::form::{Token, post};
use super::layout::{Frame, Site};
use super::plain::Plain;
use super::problems::{Told, summary, told};
use super::style::Style;
use crate::form::{Easy, Kind, Question, Voice};
use crate::web::paths::Path;
use crate::words::{Lang, feedback as words, field as field_words, refer};

/// The name of the field for a private code.
pub const CODE: &str = "code";

fn frame<'a>(site: &'a Site, title: &'a str) -> Frame<'a> {
    Frame::public(site, title).styled(Style::Easy)
}

/// The first page: who can see the answers, before any question.
#[must_use]
pub fn welcome(site: &Site, problems: &[Told], token: Token<'_>) -> Markup {
    let lang = site.lang;
    let say = lang.teller();
    frame(site, say(words::TITLE)).with_problems(!problems.is_empty()).around(&html! {
        (summary(lang, problems))
        div class="easy" {
            h1 { (say(words::TITLE)) }
            @for sentence in lang.list(words::LEAD) { p { (sentence) } }
            h2 { (say(words::WHO)) }
            div class="beside" {
                (picture(site, "private"))
                div { @for sentence in lang.list(words::WHO_LIST) { p { (sentence) } } }
            }
            (post(Path::Feedback, token, &html! {
                (Plain { hint: say(words::CODE_HINT), ..Plain::new(lang, CODE, say(words::CODE), problems) }.show())
                button type="submit" class="button" { (say(words::BEGIN)) }
            }))
        }
    })
}

/// One question.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// The question, with its easy words.
    pub question: &'a Question,
    /// What was answered before, if this is a return.
    pub answered: &'a str,
    /// Its place, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// The slug of the question before.
    pub before: Option<&'a str>,
    /// For the form.
    pub token: Token<'a>,
    /// What to put right.
    pub problems: &'a [Told],
    /// Why the answer could not be kept, and what to do, if it could not. It is still on the page.
    pub unsaved: Option<&'a str>,
}

/// One question on a screen of its own.
#[must_use]
pub fn question(site: &Site, page: &Screen<'_>) -> Markup {
    let say = site.lang.teller();
    let question = page.question;
    let asked = question.easy.map_or(question.ask.say(Voice::Myself), |easy| easy.text);
    let shown = question.easy.map(|easy| picture(site, easy.picture));
    frame(site, asked).with_problems(!page.problems.is_empty()).around(&html! {
        (summary(site.lang, page.problems))
        @if let Some(unsaved) = page.unsaved {
            (told(site.lang, (refer::UNSAVED_TITLE, unsaved), Some(&emergency::short(site.lang))))
        }
        div class="easy" {
            p class="part" { (words::place(site.lang, page.number, page.of)) }
            (post(Path::FeedbackQuestion(question.slug()), page.token, &html! {
                @if matches!(question.kind, Kind::One(_)) {
                    fieldset {
                        legend { h1 class="beside" { @if let Some(shown) = &shown { (shown) } span { (asked) } } }
                        (error(site.lang, page))
                        div class="cards" { @for (nth, choice) in question.choices().iter().enumerate() {
                            @if let Some(easy) = choice.easy { (card(site, page, choice.slug, easy, nth == 0)) }
                        } }
                    }
                } @else {
                    h1 class="beside" { @if let Some(shown) = &shown { (shown) } label for=(question.slug()) { (asked) } }
                    @let hint = question.hint.say(Voice::Myself);
                    p id="hint" { (hint) }
                    (error(site.lang, page))
                    @let (described, invalid) = if page.problems.is_empty() { ("hint", None) } else { ("hint error", Some("true")) };
                    textarea id=(question.slug()) name=(question.slug()) rows="6" aria-describedby=(described)
                        aria-invalid=[invalid] {
                        "\n" (page.answered)
                    }
                }
                div class="buttons" {
                    button type="submit" class="button" { (say(words::NEXT)) }
                    @let back = page.before.map_or(Path::Feedback, Path::FeedbackQuestion);
                    a href=(back) { (say(words::BACK)) }
                }
            }))
        }
    })
}

/// What is wrong with the answer; nothing where nothing is.
fn error(lang: Lang, page: &Screen<'_>) -> Markup {
    html! {
        @if let Some(told) = page.problems.first() {
            p class="error" id="error" { strong { (lang.say(field_words::ERROR)) } " " (told.sentence) }
        }
    }
}

/// One answer. The first has the question's own id: the list of problems leads to it.
fn card(site: &Site, page: &Screen<'_>, slug: &str, easy: Easy, first: bool) -> Markup {
    let name = page.question.slug();
    let wrong = first && !page.problems.is_empty();
    html! {
        label class="card-choice" {
            input type="radio" id=[first.then_some(name)] name=(name) value=(slug) checked[page.answered == slug]
                aria-describedby=[wrong.then_some("error")] aria-invalid=[wrong.then_some("true")];
            (picture(site, easy.picture))
            span { (easy.text) }
        }
    }
}

/// The last page.
#[must_use]
pub fn thanks(site: &Site) -> Markup {
    let say = site.lang.teller();
    frame(site, say(words::THANKS)).around(&html! {
        div class="easy" {
            div class="beside" { (picture(site, "good")) h1 { (say(words::THANKS)) } }
            @for sentence in site.lang.list(words::THANKS_LIST) { p { (sentence) } }
        }
    })
}

/// A picture beside words that say the same, and so without words of its own.
fn picture(site: &Site, name: &str) -> Markup {
    html! { span class="picture" aria-hidden="true" { ((site.picture)(name)) } }
}

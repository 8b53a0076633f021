//! Pages of questions: one section, one issue, the list of issues, every section at once.

use maud::{Markup, html};

use super::choices;
use super::field::Field;
use super::form::{ACTION, THEN, Token, VOICE, action, enter_saves, post};
use super::layout::{Frame, Site};
use super::problems::{Told, summary};
use super::questions::{Place, Sheet, ask, inside};
use crate::form::{Form, Key, Kind, Question, Section, Voice};
use crate::web::paths::Path;
use crate::words::{Lang, Text, field as field_words, refer as words};

/// Where a page of questions leads when it is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// To the next part.
    On,
    /// Back to reading it through.
    Check,
}

impl Then {
    /// The value of the hidden field `form::THEN` and of the query of a change link.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Check => "check",
        }
    }

    const fn words(self) -> Text {
        match self {
            Self::On => words::GO_ON,
            Self::Check => words::GO_ON_CHECK,
        }
    }
}

/// Something to say above the questions. It takes focus, as the list of problems does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The last answers brought questions that were not on the page before.
    BroughtMore,
    /// The page could not be kept; all of it is still here.
    NotSaved,
}

impl Notice {
    const fn words(self) -> (Text, Text) {
        match self {
            Self::BroughtMore => (words::MORE_TITLE, words::MORE_LEAD),
            Self::NotSaved => (words::UNSAVED_TITLE, words::UNSAVED_LEAD),
        }
    }
}

/// What every page of questions needs.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// The form, to find questions by key.
    pub form: &'a Form,
    /// What is filled in, and what is wrong with it.
    pub sheet: Sheet<'a>,
    /// Where it leads.
    pub then: Then,
    /// Whether a draft stands behind the page; the first page of a door has none yet.
    pub kept: bool,
    /// What to say above the questions, if anything.
    pub notice: Option<Notice>,
    /// Whether an issue shows the list of kinds though one is chosen.
    pub choose: bool,
    /// For the form.
    pub token: Token<'a>,
}

impl Asking<'_> {
    /// The frame, with the title marked if there are problems.
    fn page(&self, site: &Site, title: &str, main: &Markup) -> Markup {
        let say = site.lang.teller();
        // Only what can be put right here: a problem elsewhere would lead nowhere.
        let stands_here = |told: &Told| main.0.contains(&format!(" id=\"{}\"", told.field));
        let told: Vec<_> = self.told().into_iter().filter(stands_here).collect();
        Frame::public(site, title).with_problems(!told.is_empty()).around(&html! {
            (summary(site.lang, &told))
            @if let (Some(notice), true) = (self.notice, self.sheet.problems.is_empty()) {
                @let (title, lead) = notice.words();
                div class="told" role="group" tabindex="-1" autofocus aria-labelledby="notice" {
                    h2 id="notice" { (say(title)) }
                    p { (say(lead)) }
                }
            }
            (main)
        })
    }

    /// All problems in words, for the list at the top of this page or of the one where it is read through.
    #[must_use]
    pub fn told(&self) -> Vec<Told> {
        self.sheet.told(|key| self.form.question(key))
    }

    fn whole(&self) -> Place<'_> {
        Place { prefix: String::new(), scopes: vec![self.sheet.answers], level: 2 }
    }

    /// The hidden button for Enter, and where the page leads.
    fn start_of_form(&self) -> Markup {
        html! {
            (enter_saves())
            input type="hidden" name=(THEN) value=(self.then.slug());
            input type="hidden" name=(VOICE) value=(self.sheet.voice.slug());
        }
    }

    fn end_of_form(&self) -> Markup {
        let say = self.sheet.lang.teller();
        html! {
            div class="buttons" {
                button type="submit" class="button" name=(ACTION) value=(action::SAVE) { (say(self.then.words())) }
                @if self.kept { a href=(Path::Save) { (say(words::SAVE_LINK)) } }
            }
        }
    }
}

/// The link above the heading that leads back to all parts, or to the start where there is no draft yet.
fn back(lang: Lang, kept: bool) -> Markup {
    let (to, label) = if kept { (Path::Tasks, words::TASKS_LINK) } else { (Path::Start, words::START_LINK) };
    html! { p class="back" { a href=(to) { (lang.say(label)) } } }
}

/// One section, and its place among those of its voice.
#[must_use]
pub fn section(site: &Site, asking: &Asking<'_>, section: &Section, number: usize, of: usize) -> Markup {
    let voice = asking.sheet.voice;
    let title = section.title.say(voice);
    let intro = section.intro.say(voice);
    asking.page(
        site,
        title,
        &html! {
            (back(site.lang, asking.kept))
            h1 { span class="part" { (words::part(site.lang, number, of)) } " " (title) }
            @if !intro.is_empty() { p class="lead" { (intro) } }
            (post(Path::Section(section.slug), asking.token, &html! {
                (asking.start_of_form())
                (ask(&asking.sheet, &asking.whole(), section.questions))
                (asking.end_of_form())
            }))
        },
    )
}

/// One issue in the list of issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueLine {
    /// Its item number.
    pub id: u32,
    /// Its kind as the writer knows it, once it is said.
    pub kind: Option<&'static str>,
    /// How many chased answers it still lacks.
    pub missing: usize,
}

/// The list of issues: each with a way to change it and to take it away.
#[must_use]
pub fn issues(
    site: &Site,
    asking: &Asking<'_>,
    section: &Section,
    issues: &[IssueLine],
    (number, of): (usize, usize),
) -> Markup {
    let lang = site.lang;
    let say = lang.teller();
    let voice = asking.sheet.voice;
    let title = section.title.say(voice);
    let intro = section.intro.say(voice);
    let item = issue_item(asking.form, voice);
    let path = Key::Issues.slug();
    asking.page(
        site,
        title,
        &html! {
            (back(site.lang, asking.kept))
            h1 { span class="part" { (words::part(site.lang, number, of)) } " " (title) }
            @if !intro.is_empty() { p class="lead" { (intro) } }
            (post(Path::Issues, asking.token, &html! {
                (asking.start_of_form())
                @if issues.is_empty() { p { (say(words::ISSUES_NONE)) } }
                @for (nth, issue) in (1..).zip(issues) {
                    @let name = words::issue_title(lang, item, nth);
                    div class="item" {
                        h2 { (name) ": " (issue.kind.unwrap_or(say(words::ISSUE_UNNAMED))) }
                        p { (words::issue_missing(lang, issue.missing)) }
                        div class="buttons" {
                            a class="second" href=(Path::Issue(issue.id)) {
                                (say(words::CHANGE)) span class="hidden" { " " (name) }
                            }
                            button type="submit" class="quiet" name=(ACTION) value={ (action::REMOVE) (path) "." (issue.id) } {
                                (field_words::remove(lang, item, nth))
                            }
                        }
                    }
                }
                button type="submit" class="second" name=(ACTION) value={ (action::ADD) (path) } {
                    (field_words::add(lang, item, !issues.is_empty()))
                }
                div class="buttons" {
                    button type="submit" class="button" name=(ACTION) value=(action::SAVE) {
                        @if asking.then == Then::Check { (say(words::GO_ON_CHECK)) } @else { (say(words::ISSUES_DONE)) }
                    }
                    a href=(Path::Save) { (say(words::SAVE_LINK)) }
                }
            }))
        },
    )
}

/// What one issue is called in this voice.
fn issue_item(form: &Form, voice: Voice) -> &'static str {
    match form.question(Key::Issues).map(|question| question.kind) {
        Some(Kind::Repeat(group)) => group.item.say(voice),
        _ => "",
    }
}

/// One issue, by its item number and its place in the list.
#[must_use]
pub fn issue(site: &Site, asking: &Asking<'_>, id: u32, place: usize) -> Markup {
    let Some(Question { kind: Kind::Repeat(group), .. }) = asking.form.question(Key::Issues) else {
        return html! {};
    };
    let title = words::issue_title(site.lang, group.item.say(asking.sheet.voice), place);
    let path = Key::Issues.slug();
    let here = Place { level: 2, ..inside(&asking.whole(), Key::Issues, path, id) };
    let (chosen, questions) = chosen_first(asking, &here, group.questions).unzip();
    asking.page(
        site,
        &title,
        &html! {
            p class="back" { a href=(Path::Issues) { (site.lang.say(words::ISSUES_LINK)) } }
            h1 { (title) }
            (post(Path::Issue(id), asking.token, &html! {
                (asking.start_of_form())
                input type="hidden" name=(path) value=(id);
                (chosen.unwrap_or_default())
                (ask(&asking.sheet, &here, questions.unwrap_or(group.questions)))
                (asking.end_of_form())
            }))
        },
    )
}

/// The first question of an issue with the answer that is chosen, and the questions after it; nothing where it has none,
/// or where another is to be chosen.
fn chosen_first<'q>(
    asking: &Asking<'_>,
    here: &Place<'_>,
    questions: &'q [Question],
) -> Option<(Markup, &'q [Question])> {
    let sheet = &asking.sheet;
    let (question, rest) = questions.split_first().filter(|_| !asking.choose)?;
    let slug = here.scopes.last()?.one(question.key)?;
    let choice = question.choice(slug).filter(|choice| !choice.label.say(sheet.voice).is_empty())?;
    let path = format!("{}{}", here.prefix, question.slug());
    let error = sheet.problem(question, &path);
    let field = Field { sheet, question, error, path, lead: None };
    field.error.is_none().then(|| (choices::chosen(&field, choice), rest))
}

/// Every section on one page, for those who know the questions, and for paper.
#[must_use]
pub fn everything(site: &Site, asking: &Asking<'_>) -> Markup {
    let say = site.lang.teller();
    let voice = asking.sheet.voice;
    let place = Place { level: 3, ..asking.whole() };
    asking.page(site, say(words::EVERYTHING_TITLE), &html! {
        (back(site.lang, asking.kept))
        h1 { (say(words::EVERYTHING_TITLE)) }
        nav class="contents" aria-label=(say(words::CONTENTS)) {
            ol { @for section in asking.form.sections_for(voice) { li { a href={ "#part-" (section.slug) } { (section.title.say(voice)) } } } }
        }
        (post(Path::Everything, asking.token, &html! {
            (asking.start_of_form())
            @for section in asking.form.sections_for(voice) {
                h2 id={ "part-" (section.slug) } { (section.title.say(voice)) }
                @if !section.intro.say(voice).is_empty() { p { (section.intro.say(voice)) } }
                (ask(&asking.sheet, &place, section.questions))
            }
            div class="buttons" {
                button type="submit" class="button" name=(ACTION) value=(action::SAVE) { (say(words::EVERYTHING_GO_ON)) }
                a href=(Path::Save) { (say(words::SAVE_LINK)) }
            }
        }))
    })
}

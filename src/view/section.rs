//! Pages of questions: one section, one issue, the list of issues, every section at once.

use std::borrow::Cow;

use maud::{Markup, html};

use super::emergency;
use super::form::{ACTION, THEN, Token, VOICE, action, enter_saves, post, stop_here};
use super::layout::{Frame, Site, pause};
use super::problems::{Told, summary, told};
use super::questions::{Place, Sheet, ask, ask_again, inside};
use crate::form::{Form, Key, Kind, Question, Section, Voice};
use crate::web::paths::Path;
use crate::words::reach::Why;
use crate::words::{Lang, Text, field as field_words, refer as words, times};

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
    /// It belongs to a form that has ended, and another is open.
    AnotherForm,
    /// It belongs to a form that was sent meanwhile, perhaps from another window.
    Sent,
    /// It holds more than one form may hold.
    TooMuch,
    /// The page could not be kept, because more came at once than is taken; there is room in so many seconds.
    Busy(u32),
}

impl Notice {
    /// Every one, with a wait.
    #[cfg(test)]
    pub(super) const EVERY: [Self; 6] =
        [Self::BroughtMore, Self::NotSaved, Self::AnotherForm, Self::Sent, Self::TooMuch, Self::Busy(20)];

    /// Its heading and what to do; `press` is what the button of the page says.
    fn words(self, site: &Site, press: Text) -> (Text, Cow<'static, str>) {
        let lang = site.lang;
        let said = |lead| Cow::from(lang.say(lead));
        match self {
            Self::BroughtMore => (words::MORE_TITLE, said(words::MORE_LEAD)),
            Self::NotSaved => {
                let ask = site.reach().say(lang, Why::CannotWait);
                let all: Vec<_> = [lang.say(words::UNSAVED_LEAD)].into_iter().chain(ask.as_deref()).collect();
                (words::UNSAVED_TITLE, all.join(" ").into())
            }
            Self::AnotherForm => (words::ANOTHER_TITLE, said(words::ANOTHER_LEAD)),
            Self::Sent => {
                let ask = site.reach().say(lang, Why::ToAdd);
                let all: Vec<_> = [lang.say(words::SENT_LEAD)].into_iter().chain(ask.as_deref()).collect();
                (words::SENT_TITLE, all.join(" ").into())
            }
            Self::TooMuch => (words::UNSAVED_TITLE, said(words::TOO_MUCH_LEAD)),
            Self::Busy(seconds) => {
                let wait = times::wait(lang, seconds);
                (words::UNSAVED_TITLE, words::busy_lead(lang, &wait, lang.say(press)).into())
            }
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
    /// For the form.
    pub token: Token<'a>,
}

impl Asking<'_> {
    /// The frame, with the title marked if there are problems.
    fn page(&self, site: &Site, title: &str, main: &Markup) -> Markup {
        // Only what can be put right here: a problem elsewhere would lead nowhere.
        let stands_here = |told: &Told| main.0.contains(&format!(" id=\"{}\"", told.field));
        let here: Vec<_> = self.told().into_iter().filter(stands_here).collect();
        Frame::public(site, title).with_problems(!here.is_empty()).around(&html! {
            (summary(site.lang, &here))
            @if let (Some(notice), true) = (self.notice, self.sheet.problems.is_empty()) {
                @let (title, lead) = notice.words(site, self.then.words());
                @let danger = matches!(notice, Notice::Busy(_)).then(|| emergency::short(site.lang));
                (told(site.lang, (title, &lead), danger.as_ref()))
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
                (stop_here(self.sheet.lang))
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
        &words::part_title(site.lang, title, number, of),
        &html! {
            (back(site.lang, asking.kept))
            h1 { span class="part" { (words::part(site.lang, number, of)) (pause()) } " " (title) }
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
        &words::part_title(site.lang, title, number, of),
        &html! {
            (back(site.lang, asking.kept))
            h1 { span class="part" { (words::part(site.lang, number, of)) (pause()) } " " (title) }
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
    asking.page(
        site,
        &title,
        &html! {
            p class="back" { a href=(Path::Issues) { (site.lang.say(words::ISSUES_LINK)) } }
            h1 { (title) }
            (post(Path::Issue(id), asking.token, &html! {
                (asking.start_of_form())
                input type="hidden" name=(path) value=(id);
                (ask(&asking.sheet, &here, group.questions))
                (asking.end_of_form())
            }))
        },
    )
}

/// Every section on one page, for those who know the questions, and for paper. Where something is to be put right, only
/// that: the rest is kept, and need not be looked through again.
#[must_use]
pub fn everything(site: &Site, asking: &Asking<'_>) -> Markup {
    let say = site.lang.teller();
    let voice = asking.sheet.voice;
    let place = Place { level: 3, ..asking.whole() };
    let problems = asking.sheet.problems;
    let wrong = |section: &Section| {
        let asks = |path: &str| section.questions.iter().any(|one| path.split('.').next() == Some(one.slug()));
        problems.iter().any(|problem| asks(&problem.path))
    };
    let sections: Vec<_> = asking
        .form
        .sections_of(asking.sheet.answers, voice)
        .filter(|section| problems.is_empty() || wrong(section))
        .collect();
    asking.page(site, say(words::EVERYTHING_TITLE), &html! {
        (back(site.lang, asking.kept))
        h1 { (say(words::EVERYTHING_TITLE)) }
        @if !problems.is_empty() { p class="lead" { (say(words::EVERYTHING_KEPT)) } }
        nav class="contents" aria-label=(say(words::CONTENTS)) {
            ol { @for section in &sections { li { a href={ "#part-" (section.slug) } { (section.title.say(voice)) } } } }
        }
        (post(Path::Everything, asking.token, &html! {
            (asking.start_of_form())
            @for section in &sections {
                h2 id={ "part-" (section.slug) } { (section.title.say(voice)) }
                @if !section.intro.say(voice).is_empty() { p { (section.intro.say(voice)) } }
                @if problems.is_empty() { (ask(&asking.sheet, &place, section.questions)) }
                @else { (ask_again(&asking.sheet, &place, section.questions)) }
            }
            div class="buttons" {
                button type="submit" class="button" name=(ACTION) value=(action::SAVE) { (say(words::EVERYTHING_GO_ON)) }
                (stop_here(site.lang))
            }
        }))
    })
}

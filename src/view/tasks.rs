//! The list of sections, and how far each has come, in words.

use maud::{Markup, html};

use super::layout::{Frame, Site};
use crate::form::{Section, Voice};
use crate::web::paths::Path;
use crate::words::refer as words;

/// How far a section has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was answered.
    Untouched,
    /// Something was.
    Begun,
    /// All that is asked was.
    Done,
    /// An answer is needed before sending.
    Needed,
    /// An answer could not be understood.
    Trouble,
}

impl Progress {
    /// In words, never by colour alone.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Untouched => words::STATE_UNTOUCHED,
            Self::Begun => words::STATE_BEGUN,
            Self::Done => words::STATE_DONE,
            Self::Needed => words::STATE_NEEDED,
            Self::Trouble => words::STATE_TROUBLE,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Untouched | Self::Begun => "state",
            Self::Done => "state good",
            Self::Needed | Self::Trouble => "state warm",
        }
    }
}

/// One section in the list.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// The section.
    pub section: &'a Section,
    /// How far it has come.
    pub progress: Progress,
}

/// The list of sections.
#[derive(Debug, Clone, Copy)]
pub struct Tasks<'a> {
    /// Whose words.
    pub voice: Voice,
    /// The sections in order.
    pub tasks: &'a [Task<'a>],
    /// The day until which the draft is kept, in words.
    pub kept_until: &'a str,
}

/// The address of a section: issues have a list of their own.
#[must_use]
pub fn path_of(section: &Section) -> Path<'static> {
    if section.slug == ISSUES { Path::Issues } else { Path::Section(section.slug) }
}

/// The slug of the section that holds the issues.
const ISSUES: &str = "issues";

/// The list of sections of a draft.
#[must_use]
pub fn tasks(site: &Site, page: &Tasks<'_>) -> Markup {
    let title = words::tasks_title(page.voice);
    Frame::public(site, title).around(&html! {
        h1 { (title) }
        p class="lead" { (words::TASKS_LEAD) }
        ol class="tasks" {
            @for task in page.tasks {
                @let state = format!("{}-state", task.section.slug);
                li {
                    a href=(path_of(task.section)) aria-describedby=(state) { (task.section.title.say(page.voice)) }
                    strong id=(state) class=(task.progress.class()) { (task.progress.words()) }
                }
            }
        }
        p { a class="button" href=(Path::Check) { (words::CHECK_LINK) } }
        ul class="plain" {
            li { a href=(Path::Save) { (words::SAVE_LINK) } }
            li { a href=(Path::Everything) { (words::EVERYTHING_LINK) } }
        }
        p { (words::KEPT_UNTIL) " " (page.kept_until) "." }
    })
}

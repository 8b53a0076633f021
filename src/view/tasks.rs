//! The list of sections, and how far each has come, in words.

use maud::{Markup, html};

use super::layout::{Frame, Site};
use super::problems::told;
use crate::form::{Section, Voice};
use crate::intake::progress::{Progress, SectionProgress};
use crate::web::paths::Path;
use crate::words::{Text, refer as words};

/// How far a section has come, in words, never by colour alone; and the class of its tag.
const fn state(section: &SectionProgress) -> (Text, &'static str) {
    match (section.progress, section.needed_to_send) {
        (Progress::Done, _) => (words::STATE_DONE, "state good"),
        (_, true) => (words::STATE_NEEDED, "state warm"),
        (Progress::Started, false) => (words::STATE_BEGUN, "state"),
        (Progress::NotStarted, false) => (words::STATE_UNTOUCHED, "state"),
    }
}

/// The list of sections.
#[derive(Debug, Clone, Copy)]
pub struct Tasks<'a> {
    /// Whose words.
    pub voice: Voice,
    /// The sections in order.
    pub sections: &'a [SectionProgress],
    /// The day until which the draft is kept, in words.
    pub kept_until: &'a str,
    /// Whether it had to be begun anew, because the form that was open before has ended.
    pub anew: bool,
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
    let say = site.lang.teller();
    let title = words::tasks_title(site.lang, page.voice);
    Frame::public(site, title).around(&html! {
        @if page.anew { (told(site.lang, (words::ANEW_TITLE, say(words::ANEW_LEAD)), None)) }
        h1 { (title) }
        p class="lead" { (say(words::TASKS_LEAD)) }
        ol class="tasks" {
            @for task in page.sections {
                @let id = format!("{}-state", task.section.slug);
                @let (state, class) = state(task);
                li {
                    a href=(path_of(task.section)) aria-describedby=(id) { (task.section.title.say(page.voice)) }
                    strong id=(id) class=(class) { (say(state)) }
                }
            }
        }
        p { a class="button" href=(Path::Check) { (say(words::CHECK_LINK)) } }
        ul class="plain" {
            li { a href=(Path::Save) { (say(words::SAVE_LINK)) } }
            li { a href=(Path::Everything) { (say(words::EVERYTHING_LINK)) } }
        }
        p { (words::kept_until(site.lang, page.kept_until)) }
    })
}

//! The emergency words, wherever danger is met, and the page that puts them before anything else.

use maud::{Markup, html};

use super::layout::{Frame, Site, dialled};
use crate::web::paths::Path;
use crate::words::{Lang, emergency as words};

/// The numbers of one council for reporting harm, from the service's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Safeguarding {
    /// The council.
    pub council: String,
    /// Answered in office hours.
    pub by_day: Option<String>,
    /// Answered at other times (the emergency duty team).
    pub by_night: Option<String>,
}

/// The page that interrupts the form.
#[derive(Debug, Clone, Copy)]
pub struct Danger<'a> {
    /// Whom to tell that an adult is being harmed.
    pub safeguarding: &'a [Safeguarding],
    /// Where harm to a child is reported, if settings say so.
    pub children: Option<&'a str>,
    /// Where to go on; to the start page where there is no draft.
    pub on: Option<Path<'a>>,
    /// Whether it interrupts a form in which the answer is kept.
    pub kept: bool,
}

/// The emergency words before anything else, and a way to go on.
#[must_use]
pub fn danger(site: &Site, page: &Danger<'_>) -> Markup {
    let say = site.lang.teller();
    let title = if page.kept { say(words::INTERRUPT_TITLE) } else { say(words::TITLE) };
    Frame::public(site, title).around(&html! {
        h1 { (title) }
        (ways(site.lang))
        (councils(site.lang, page.safeguarding))
        (children(site.lang, page.children))
        p { (say(words::NOT_US)) @if page.kept { " " (say(words::INTERRUPT_NOTED)) } }
        @match page.on {
            Some(on) => a class="button" href=(on) { (say(words::GO_ON)) },
            None => a class="button" href=(Path::Start) { (say(words::TO_START)) },
        }
    })
}

/// The ways that reach help everywhere.
pub(super) fn ways(lang: Lang) -> Markup {
    html! {
        dl class="ways" {
            @for way in words::WAYS {
                div {
                    dt { (lang.say(way.when)) }
                    dd {
                        @match way.dial {
                            Some(dial) => a href={ "tel:" (dial) } { (lang.say(way.what)) },
                            None => (lang.say(way.what)),
                        }
                    }
                }
            }
        }
    }
}

/// The councils' own numbers.
pub(super) fn councils(lang: Lang, safeguarding: &[Safeguarding]) -> Markup {
    let say = lang.teller();
    html! {
        @if !safeguarding.is_empty() {
            h2 { (say(words::COUNCILS)) }
            dl class="ways" {
                @for council in safeguarding {
                    div {
                        dt { (council.council) }
                        dd {
                            @let numbers = [(words::BY_DAY, &council.by_day), (words::BY_NIGHT, &council.by_night)];
                            @for (when, number) in numbers {
                                @if let Some(number) = number {
                                    div { (say(when)) " " a href={ "tel:" (dialled(number)) } { (number) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where harm to a child is reported.
pub(super) fn children(lang: Lang, phone: Option<&str>) -> Markup {
    html! {
        @if let Some(phone) = phone {
            h2 { (lang.say(words::CHILDREN)) }
            p { (lang.say(words::CHILDREN_PHONE)) " " a href={ "tel:" (dialled(phone)) } { (phone) } }
        }
    }
}

/// One line with a link, for pages about something else.
pub(super) fn short(lang: Lang) -> Markup {
    html! {
        p class="danger" { strong { (lang.say(words::SHORT)) } " " a href=(Path::Danger) { (lang.say(words::MORE)) } }
    }
}

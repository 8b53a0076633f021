//! The frame around every page: header, ways to leave, footer. Knows nothing of what stands in the middle.

use std::sync::OnceLock;

use maud::{DOCTYPE, Markup, html};

use super::drawing::Drawing;
use super::form::{Token, hidden_token};
use super::style::{Sheets, Style};
use crate::web::paths::Path;
use crate::words::reach::Reach;
use crate::words::{Lang, Text, frame as words};

/// What the service says about itself on every page, from its settings.
#[derive(Debug, Clone)]
pub struct Site {
    /// The language this page is in.
    pub lang: Lang,
    /// The name of the service.
    pub name: String,
    /// Addresses of the stylesheets (ours, with the service's own colours at their ends).
    pub sheets: Sheets,
    /// Address of the service's own logo, or of ours.
    pub logo: String,
    /// An easy-read picture, by its name.
    pub picture: fn(&str) -> Drawing,
    /// Telephone number, as people write it.
    pub phone: Option<String>,
    /// Number for text messages.
    pub text: Option<String>,
    /// E-mail address for questions.
    pub email: Option<String>,
    /// Opening hours in words.
    pub hours: Option<String>,
    /// How to complain about the service.
    pub complaints: Option<String>,
    /// A sentence at the top of every page: a demonstration, a closure.
    pub notice: Option<String>,
    /// What stands around every page for anybody.
    pub around: Around,
}

/// The header and the footer of every page for anybody: the same on each, and so made once.
#[derive(Debug, Clone, Default)]
pub struct Around(OnceLock<(Markup, Markup)>);

impl Site {
    /// How people can be reached.
    #[must_use]
    pub fn reach(&self) -> Reach<'_> {
        Reach { phone: self.phone.as_deref(), text: self.text.as_deref(), email: self.email.as_deref() }
    }
}

/// For whom a page is, and so what stands around it.
#[derive(Debug, Clone, Copy)]
pub enum Shell<'a> {
    /// Anybody: ways to leave at once, ways to reach people.
    Public,
    /// A signed-in member of staff.
    Staff(Signed<'a>),
}

/// Who is signed in, and where they may go.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    /// The name they are known by.
    pub name: &'a str,
    /// For the buttons that sign out, and the forms of the page.
    pub token: Token<'a>,
    /// The pages that their account opens, the first being where they begin.
    pub pages: &'a [(Path<'static>, Text)],
}

/// One page's frame.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// What the service says about itself.
    pub site: &'a Site,
    /// The page's title: its h1, or what sets it apart.
    pub title: &'a str,
    /// Whether the page shows problems, which its title then says first.
    pub problems: bool,
    /// For whom it is.
    pub shell: Shell<'a>,
    /// How wide its main part may grow.
    pub width: Width,
    /// How it looks.
    pub style: Style,
}

/// How wide the main part of a page may grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// One column for reading and writing.
    Column,
    /// Room for a table or cards side by side.
    Wide,
}

impl Width {
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Column => None,
            Self::Wide => Some("wide"),
        }
    }
}

impl<'a> Frame<'a> {
    /// A page for anybody, one column, nothing wrong.
    #[must_use]
    pub const fn public(site: &'a Site, title: &'a str) -> Self {
        Self { site, title, problems: false, shell: Shell::Public, width: Width::Column, style: Style::People }
    }

    /// The same with the width of a table.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.width = Width::Wide;
        self
    }

    /// The same for a member of staff.
    #[must_use]
    pub const fn for_staff(mut self, who: Signed<'a>) -> Self {
        self.shell = Shell::Staff(who);
        self.styled(Style::Desk)
    }

    /// The same with another look.
    #[must_use]
    pub const fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The same, showing problems if there are any.
    #[must_use]
    pub const fn with_problems(mut self, any: bool) -> Self {
        self.problems = any;
        self
    }

    /// The whole page around its main part.
    #[must_use]
    pub(super) fn around(&self, main: &Markup) -> Markup {
        let made;
        let (header, footer) = match self.shell {
            Shell::Public => self.site.around.0.get_or_init(|| (self.header(), self.footer())),
            Shell::Staff(_) => {
                made = (self.header(), self.footer());
                &made
            }
        };
        html! {
            (DOCTYPE)
            html lang=(self.site.lang.tag()) dir=(self.site.lang.dir()) {
                (self.head())
                body {
                    header class="top" { (header) }
                    main id="main" class=[self.width.class()] {
                        @if let Some(notice) = &self.site.notice { p class="notice" { (notice) } }
                        (main)
                        @if matches!(self.shell, Shell::Public) { p class="leave-again" { (leave(self.site.lang)) } }
                    }
                    footer class="foot" { (footer) }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let site = self.site;
        let say = site.lang.teller();
        head(
            (site, self.style),
            &html! {
                title { @if self.problems { (say(words::TITLE_ERROR)) " " } (self.title) " – " (site.name) }
                link rel="icon" href=(site.logo);
            },
        )
    }

    fn header(&self) -> Markup {
        let say = self.site.lang.teller();
        html! {
            a class="skip" href="#main" { (say(words::SKIP)) }
            @if matches!(self.shell, Shell::Public) { (leave(self.site.lang)) }
            div class="band" {
                a class="brand" href=(self.home()) {
                    img src=(self.site.logo) alt="" width="56" height="56";
                    span { (self.site.name) }
                }
                @match self.shell {
                    Shell::Public => nav aria-label=(say(words::NAVIGATION)) {
                        ul {
                            li { a href=(Path::Start) { (say(words::NAV_START)) } }
                            li { a href=(Path::Return) { (say(words::NAV_RETURN)) } }
                            li { a href=(Path::Feedback) { (say(words::NAV_FEEDBACK)) } }
                        }
                    },
                    Shell::Staff(who) => nav aria-label=(say(words::NAVIGATION)) {
                        ul {
                            @for (to, label) in who.pages { li { a href=(to) { (say(*label)) } } }
                            li class="who" { (say(words::SIGNED_IN_AS)) " " b { (who.name) } }
                            li { (sign_out(Path::SignOut, say(words::SIGN_OUT), who.token)) }
                            li { (sign_out(Path::SignOutEverywhere, say(words::SIGN_OUT_EVERYWHERE), who.token)) }
                        }
                    },
                }
            }
        }
    }

    const fn home(&self) -> Path<'static> {
        match self.shell {
            Shell::Public => Path::Start,
            Shell::Staff(_) => Path::Desk,
        }
    }

    fn footer(&self) -> Markup {
        let say = self.site.lang.teller();
        let public = matches!(self.shell, Shell::Public);
        html! {
            div class="band" {
                @if public { (help(self.site)) }
                nav aria-label=(say(words::SMALL_PRINT)) {
                    ul class="plain" {
                        li { a href=(Path::Privacy) { (say(words::PRIVACY)) } }
                        li { a href=(Path::Accessibility) { (say(words::ACCESSIBILITY)) } }
                        @if public { li { a href=(Path::SignIn) { (say(words::STAFF)) } } }
                    }
                }
            }
        }
    }
}

/// The ways to reach people, in the same place on every page (WCAG 2.2, 3.2.6).
fn help(site: &Site) -> Markup {
    let say = site.lang.teller();
    html! {
        section aria-labelledby="help" {
            h2 id="help" { (say(words::HELP)) }
            ul class="plain" {
                @if let Some(phone) = &site.phone {
                    li { (say(words::HELP_PHONE)) " " a href={ "tel:" (dialled(phone)) } { (phone) } }
                }
                @if let Some(text) = &site.text {
                    li { (say(words::HELP_TEXT)) " " a href={ "sms:" (dialled(text)) } { (text) } }
                }
                @if let Some(email) = &site.email {
                    li { (say(words::HELP_EMAIL)) " " a href={ "mailto:" (email) } { (email) } }
                }
                @if let Some(complaints) = &site.complaints { li { (say(words::HELP_COMPLAIN)) " " (complaints) } }
                @if let Some(hours) = &site.hours { li { (say(words::HELP_HOURS)) " " (hours) } }
            }
        }
    }
}

/// A page that says nothing about the service or where the reader has been.
pub(super) fn bare(site: &Site, title: &str, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(site.lang.tag()) dir=(site.lang.dir()) {
            (head((site, Style::People), &html! { title { (title) } }))
            body class="bare" { main id="main" { (main) } }
        }
    }
}

fn head((site, style): (&Site, Style), more: &Markup) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="robots" content="noindex";
            link rel="stylesheet" href=(site.sheets.of(style));
            (more)
        }
    }
}

/// The way out, an ordinary link: it must work before anything else has loaded.
fn leave(lang: Lang) -> Markup {
    html! { a class="leave" href=(Path::Leave) rel="nofollow" { (lang.say(words::LEAVE)) } }
}

fn sign_out(to: Path<'_>, label: &str, token: Token<'_>) -> Markup {
    html! {
        form method="post" action=(to) novalidate {
            (hidden_token(token))
            button type="submit" class="plain" { (label) }
        }
    }
}

/// A telephone number as a link dials it.
pub(super) fn dialled(number: &str) -> String {
    number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
}

/// A full stop after the first of two things that have one name, for those who hear it: the eye sees them apart. It
/// stands in the line of the first, or the name has a gap before it and readers say "dot".
pub(super) fn pause() -> Markup {
    html! { span class="stop" { "." } }
}

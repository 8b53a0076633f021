//! What the person of a referral may ask by law, for those who answer for the service: a copy, holding, erasing.

use maud::{Markup, html};

use crate::view::form::post;
use crate::view::layout::{Frame, Signed, Site};
use crate::view::plain::Plain;
use crate::view::problems::{Told, summary};
use crate::web::paths::Path;
use crate::words::{Lang, field as field_words, rights as words, written};

/// The names of the fields of these forms.
pub mod field {
    /// Why a copy was made.
    pub const COPY_WHY: &str = "copy-why";
    /// Which form of it.
    pub const FORMAT: &str = "format";
    /// The page.
    pub const PAGE: &str = "page";
    /// The page for the person.
    pub const GIVE: &str = "give";
    /// The marks of what they are given too.
    pub const GIVE_TOO: &str = "give-too";
    /// Whether they are not told that something was left out.
    pub const SILENT: &str = "silent";
    /// JSON.
    pub const JSON: &str = "json";
    /// Whether it is to be held.
    pub const HOLD: &str = "hold";
    /// It is.
    pub const YES: &str = "yes";
    /// It is not.
    pub const NO: &str = "no";
    /// Why it is held, or no longer.
    pub const HOLD_WHY: &str = "hold-why";
    /// Whether what stands against erasing is set aside.
    pub const DESPITE: &str = "despite";
    /// Why it is erased.
    pub const ERASE_WHY: &str = "erase-why";
}

/// What the page shows.
#[expect(clippy::struct_excessive_bools, reason = "four facts that are each true or not, apart from each other")]
#[derive(Debug, Clone, Copy)]
pub struct Rights<'a> {
    /// Who is signed in.
    pub who: Signed<'a>,
    /// The public reference.
    pub reference: &'a str,
    /// How many referrals are kept as one person's, as a sentence.
    pub together: &'a str,
    /// Until when this one is kept, as a sentence; empty where it was erased.
    pub kept_until: &'a str,
    /// Other referrals that are perhaps of the same person: the reference, and why, as a sentence.
    pub alike: &'a [(String, String)],
    /// Whether there are more of them than these.
    pub more_alike: bool,
    /// Whether it is held.
    pub held: bool,
    /// That everything was erased, as a sentence: then nothing more can be done.
    pub erased: Option<&'a str>,
    /// What stands against erasing, as sentences.
    pub limits: &'a [&'a str],
    /// The reasons already typed: for a copy, for holding, for erasing.
    pub typed: [&'a str; 3],
    /// The marks that a copy can have: the name of each, its words, and whether it is ticked.
    pub marks: &'a [(&'a str, &'a str, bool)],
    /// Whether the person is not to be told that something was left out.
    pub silent: bool,
    /// Whether it is to be erased although something stands against it.
    pub despite: bool,
    /// What was wrong with a form of this page.
    pub problems: &'a [Told],
}

/// The page.
#[must_use]
pub fn rights(site: &Site, page: &Rights<'_>) -> Markup {
    let lang = site.lang;
    let say = lang.teller();
    let title = words::title(lang, page.reference);
    let frame = Frame::public(site, &title).for_staff(page.who).with_problems(!page.problems.is_empty());
    frame.around(&html! {
        (summary(lang, page.problems))
        p class="back" { a href=(Path::Referral(page.reference)) { (say(words::BACK)) } }
        h1 { (title) }
        @if let Some(erased) = page.erased { p class="told" { (erased) } }
        p { (page.together) @if page.erased.is_none() { " " (page.kept_until) } }
        @if page.erased.is_none() { (alike(lang, page)) }
        (copy(lang, page))
        @if page.erased.is_none() {
            section class="card" aria-labelledby="right" {
                h2 id="right" { (say(words::PUT_RIGHT)) }
                p { (say(words::PUT_RIGHT_LEAD)) }
                p { a href=(Path::Answers(page.reference)) { (say(written::READ_WRITTEN)) } }
            }
            (hold(lang, page))
            (erase(lang, page))
        }
    })
}

fn alike(lang: Lang, page: &Rights<'_>) -> Markup {
    let say = lang.teller();
    html! {
        section class="card" aria-labelledby="alike" {
            h2 id="alike" { (say(words::ALIKE)) }
            @if page.alike.is_empty() { p { (say(words::ALIKE_NONE)) } } @else {
                p { (say(words::ALIKE_SOME)) }
                ul {
                    @for (reference, why) in page.alike {
                        li { a href=(Path::Referral(reference)) { (reference) } ". " (why) }
                    }
                }
                @if page.more_alike { p { (say(words::ALIKE_MORE)) } }
                p { (say(words::ALIKE_EACH)) }
            }
            p { (say(words::ALIKE_RESTS_ON)) }
        }
    }
}

fn copy(lang: Lang, page: &Rights<'_>) -> Markup {
    let say = lang.teller();
    html! {
        section class="card" aria-labelledby="copy" {
            h2 id="copy" { (say(words::COPY)) }
            p { (say(if page.erased.is_some() { words::COPY_LEAD_ERASED } else { words::COPY_LEAD })) }
            (post(Path::Copy(page.reference), page.who.token, &html! {
                (Plain { value: page.typed[0], ..Plain::new(lang, field::COPY_WHY, say(words::COPY_WHY), page.problems) }.show())
                div class="buttons" {
                    button type="submit" class="button" name=(field::FORMAT) value=(field::PAGE) { (say(words::COPY_PAGE)) }
                    button type="submit" class="second" name=(field::FORMAT) value=(field::JSON) { (say(words::COPY_JSON)) }
                }
                p { (say(words::GIVE_LEAD)) }
                fieldset {
                    legend { (say(words::GIVE_TOO)) }
                    div class="choices" {
                        @for (slug, mark, ticked) in page.marks {
                            label { input type="checkbox" name=(field::GIVE_TOO) value=(slug) checked[*ticked]; (mark) }
                        }
                    }
                }
                div class="choices" {
                    label { input type="checkbox" name=(field::SILENT) value=(field::YES) checked[page.silent]; (say(words::GIVE_SILENT)) }
                }
                div class="buttons" {
                    button type="submit" class="second" name=(field::FORMAT) value=(field::GIVE) { (say(words::COPY_GIVE)) }
                }
            }))
        }
    }
}

fn hold(lang: Lang, page: &Rights<'_>) -> Markup {
    let say = lang.teller();
    let why = Plain { value: page.typed[1], ..Plain::new(lang, field::HOLD_WHY, say(words::HOLD_WHY), page.problems) };
    html! {
        section class="card" aria-labelledby="hold" {
            h2 id="hold" { (say(words::HOLD)) }
            p { (say(words::HOLD_LEAD)) @if page.held { " " strong { (say(words::HELD_NOW)) } } }
            (post(Path::Hold(page.reference), page.who.token, &html! {
                (why.show_area())
                // The button says what is meant: pressed twice, it does the same.
                @if page.held {
                    button type="submit" class="second" name=(field::HOLD) value=(field::NO) { (say(words::RELEASE_BUTTON)) }
                } @else {
                    button type="submit" class="second" name=(field::HOLD) value=(field::YES) { (say(words::HOLD_BUTTON)) }
                }
            }))
        }
    }
}

fn erase(lang: Lang, page: &Rights<'_>) -> Markup {
    let say = lang.teller();
    let why =
        Plain { value: page.typed[2], ..Plain::new(lang, field::ERASE_WHY, say(words::ERASE_WHY), page.problems) };
    let error = page.problems.iter().find(|told| told.field == field::DESPITE);
    let error_id = error.map(|_| "despite-error");
    html! {
        section class="card" aria-labelledby="erase" {
            h2 id="erase" { (say(words::ERASE)) }
            p { (say(words::ERASE_LEAD)) }
            @if !page.limits.is_empty() {
                h3 { (say(words::LIMITS)) }
                ul { @for limit in page.limits { li { (limit) } } }
            }
            (post(Path::Erase(page.reference), page.who.token, &html! {
                @if !page.limits.is_empty() {
                    div class=(if error.is_some() { "field wrong" } else { "field" }) {
                        @if let Some(told) = error {
                            p class="error" id=[error_id] { strong { (say(field_words::ERROR)) } " " (told.sentence) }
                        }
                        div class="choices" {
                            label {
                                input type="checkbox" id=(field::DESPITE) name=(field::DESPITE) value="yes" checked[page.despite]
                                    aria-describedby=[error_id] aria-invalid=[error.map(|_| "true")];
                                (say(words::DESPITE))
                            }
                        }
                    }
                }
                (why.show_area())
                button type="submit" class="button" { (say(words::ERASE_BUTTON)) }
            }))
        }
    }
}

//! The forms of a referral's page: another band, a decision on an issue. What is allowed is decided elsewhere.

use maud::{Markup, html};

use super::Pick;
use super::referral::Decision;
use crate::view::form::{Token, post};
use crate::view::plain::Plain;
use crate::view::problems::Told;
use crate::view::questions::heading;
use crate::web::paths::Path;
use crate::words::{Lang, Text, field as field_words, staff as words};

/// The names of the fields of these forms.
pub mod field {
    /// The band to set.
    pub const BAND: &str = "band";
    /// What happens with an issue.
    pub const WAY: &str = "decision";
    /// The service line it is accepted to.
    pub const LINE: &str = "line";
    /// Why.
    pub const REASON: &str = "reason";
    /// The version of the referral that was on the screen.
    pub const VERSION: &str = "version";
}

/// Another band.
pub(super) struct Override<'a> {
    pub(super) version: i64,
    pub(super) bands: &'a [Pick<'a>],
    pub(super) reason: &'a str,
    pub(super) problems: &'a [Told],
}

/// A decision on an issue.
pub(super) struct Decide<'a> {
    pub(super) version: i64,
    pub(super) id: u32,
    pub(super) decision: &'a Decision<'a>,
    pub(super) level: u8,
    pub(super) problems: &'a [Told],
}

/// The form that sets another band.
pub(super) fn band_form(lang: Lang, token: Token<'_>, reference: &str, form: &Override<'_>) -> Markup {
    let say = lang.teller();
    let reason = Plain {
        hint: say(words::OVERRIDE_REASON_HINT),
        value: form.reason,
        ..Plain::new(lang, field::REASON, say(words::OVERRIDE_REASON), form.problems)
    };
    html! {
        section class="card" aria-labelledby="override" {
            h2 id="override" { (say(words::OVERRIDE)) }
            p { (say(words::OVERRIDE_LEAD)) }
            (post(Path::Band(reference), token, &html! {
                (seen(form.version))
                (radios(lang, "", field::BAND, words::OVERRIDE_BAND, form.bands, form.problems))
                (reason.show_area())
                button type="submit" class="button" { (say(words::OVERRIDE_BUTTON)) }
            }))
        }
    }
}

/// The form that decides an issue. Field ids begin with the issue's, because a page holds several of these.
pub(super) fn issue_form(lang: Lang, token: Token<'_>, reference: &str, form: &Decide<'_>) -> Markup {
    let say = lang.teller();
    let prefix = format!("issue-{}-", form.id);
    let decision = form.decision;
    let line = format!("{prefix}{}", field::LINE);
    let reason_id = format!("{prefix}{}", field::REASON);
    let reason = Plain {
        id: Some(&reason_id),
        hint: say(words::DECIDE_REASON_HINT),
        value: decision.reason,
        ..Plain::new(lang, field::REASON, say(words::DECIDE_REASON), form.problems)
    };
    html! {
        (heading(form.level, None, &html! { (say(words::DECIDE)) }))
        (post(Path::Decision(reference, form.id), token, &html! {
            (seen(form.version))
            (radios(lang, &prefix, field::WAY, words::DECIDE_ASK, decision.ways, form.problems))
            div class="field" {
                label for=(line) { (say(words::DECIDE_LINE)) }
                select id=(line) name=(field::LINE) {
                    @for pick in decision.lines { option value=(pick.value) selected[pick.chosen] { (pick.label) } }
                }
            }
            (reason.show_area())
            button type="submit" class="button" { (say(words::DECIDE_BUTTON)) }
        }))
    }
}

/// What was on the screen: who comes after a colleague is told so, and nobody's decision is written over unseen.
pub(super) fn seen(version: i64) -> Markup {
    html! { input type="hidden" name=(field::VERSION) value=(version); }
}

fn radios(lang: Lang, prefix: &str, name: &str, asked: Text, picks: &[Pick<'_>], problems: &[Told]) -> Markup {
    let group = format!("{prefix}{name}");
    let error = problems.iter().find(|told| told.field == group);
    let error_id = error.map(|_| format!("{group}-error"));
    html! {
        fieldset class=(if error.is_some() { "field wrong" } else { "field" }) {
            legend { (lang.say(asked)) }
            @if let Some(told) = error {
                p class="error" id=[error_id.as_deref()] { strong { (lang.say(field_words::ERROR)) } " " (told.sentence) }
            }
            div class="choices" {
                @for (nth, pick) in picks.iter().enumerate() {
                    @let tied = error_id.as_deref().filter(|_| nth == 0 || pick.chosen);
                    label {
                        input type="radio" id=[(nth == 0).then_some(&group)] name=(name) value=(pick.value) checked[pick.chosen]
                            aria-describedby=[tied] aria-invalid=[tied.map(|_| "true")];
                        (pick.label)
                    }
                }
            }
        }
    }
}

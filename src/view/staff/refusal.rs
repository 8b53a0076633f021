//! The form that confirms a refusal, and destroys what was sent.

use maud::{Markup, html};

use crate::view::form::{Token, post};
use crate::view::problems::Told;
use crate::web::paths::Path;
use crate::words::{Lang, field as field_words, refusal as words};

/// The name of the two boxes.
pub const SURE: &str = "sure";
/// The person has said so themselves.
pub const ASKED: &str = "asked";
/// Danger has been seen to.
pub const SAFE: &str = "safe";

/// The form: both boxes are needed, danger first.
pub(super) fn refusal_form(
    lang: Lang,
    token: Token<'_>,
    reference: &str,
    version: &Markup,
    problems: &[Told],
) -> Markup {
    let say = lang.teller();
    let error = problems.iter().find(|told| told.field == SURE);
    let tied = error.map(|_| format!("{SURE}-error"));
    let boxes = [(SAFE, words::SAFE), (ASKED, words::ASKED)];
    html! {
        section class="card" aria-labelledby="refusal" {
            h2 id="refusal" { (say(words::TITLE)) }
            p { (say(words::LEAD)) }
            (post(Path::Refusal(reference), token, &html! {
                (version)
                fieldset class=(if error.is_some() { "field wrong" } else { "field" }) {
                    legend { (say(words::LEGEND)) }
                    @if let Some(told) = error {
                        p class="error" id=[&tied] { strong { (say(field_words::ERROR)) } " " (told.sentence) }
                    }
                    div class="choices" {
                        @for (nth, (value, label)) in boxes.into_iter().enumerate() {
                            label {
                                input type="checkbox" id=[(nth == 0).then_some(SURE)] name=(SURE) value=(value)
                                    aria-describedby=[tied.as_deref().filter(|_| nth == 0)]
                                    aria-invalid=[error.filter(|_| nth == 0).map(|_| "true")];
                                (say(label))
                            }
                        }
                    }
                }
                button type="submit" class="button" { (say(words::BUTTON)) }
            }))
        }
    }
}

//! Radios and checkboxes.
//!
//! Help and error are tied to the control that Tab comes to, not to the group: tied to the group, Orca never spoke them.
//! That is the first, and of radios also the one that is checked; every ticked box would say the same again.

use maud::{Markup, html};

use super::field::{Field, shell};
use super::form::{ACTION, action};
use super::layout::pause;
use super::questions::heading;
use crate::form::{Choice, Kind};
use crate::words::{field as words, refer};

/// From this many checkboxes on, a wide screen shows two columns.
const MANY: usize = 9;

/// A group of choices. `opens` gives the classes of a choice that brings follow-ups.
pub(super) fn group(field: &Field<'_>, opens: &dyn Fn(&str) -> String, has_followers: bool) -> Markup {
    let say = field.sheet.lang.teller();
    let voice = field.sheet.voice;
    let question = field.question;
    let any = matches!(question.kind, Kind::Many(_));
    let offered: Vec<_> = question.choices().iter().filter(|choice| !choice.label.say(voice).is_empty()).collect();
    let usual = match (any, has_followers) {
        (true, true) => Some(format!("{} {}", say(words::CHOOSE_ANY), say(words::OPENS))),
        (true, false) => Some(say(words::CHOOSE_ANY).to_owned()),
        (false, true) => Some(say(words::OPENS).to_owned()),
        (false, false) => None,
    };
    let help = shell::sentences(question.hint.say(voice), usual.as_deref());
    let described = field.described_by(help.is_some());
    html! {
        fieldset class=(field.class()) {
            legend { (shell::asked(field)) }
            (shell::help(field, help.as_ref()))
            // Says that the group was shown, even if nothing in it is chosen.
            input type="hidden" name=(field.path);
            div class=(if any && offered.len() >= MANY { "choices columns" } else { "choices" }) {
                @for (nth, choice) in offered.iter().enumerate() {
                    (one(field, choice, (nth == 0, any), described.as_deref(), opens(choice.slug)))
                }
            }
        }
    }
}

/// One answer in place of the list it was chosen from: a long list that has been answered is only weight. The button has
/// the field's id, so that links to the question lead to it.
pub(super) fn chosen(field: &Field<'_>, choice: &Choice, level: u8) -> Markup {
    html! {
        div class="card" {
            (heading(level, None, &shell::asked(field)))
            p { (choice.label.say(field.sheet.voice)) }
            input type="hidden" name=(field.path) value=(choice.slug);
            button type="submit" class="second" id=(field.path) name=(ACTION) value={ (action::CHOOSE) (field.path) } { (field.sheet.lang.say(refer::CHOOSE_OTHER)) }
        }
    }
}

fn one(
    field: &Field<'_>,
    choice: &Choice,
    (first, any): (bool, bool),
    described: Option<&str>,
    opens: String,
) -> Markup {
    let path = &field.path;
    let checked = field.sheet.typed.all(path).iter().any(|slug| slug == choice.slug);
    let hint = choice.hint.say(field.sheet.voice);
    let tied = first || (checked && !any);
    let words = choice.label.say(field.sheet.voice);
    // The first carries the group's own id: links from the list of problems lead to it. The label holds its control and
    // its help, which halves the weight of a long list.
    html! {
        label {
            input type=(if any { "checkbox" } else { "radio" }) id=[first.then_some(path)] name=(path)
                value=(choice.slug) checked[checked] class=[(!opens.is_empty()).then_some(opens)]
                aria-describedby=[described.filter(|_| tied)] aria-invalid=[field.invalid().filter(|_| tied)];
            @if hint.is_empty() { (words) } @else { span { (words) (pause()) " " span class="hint" { (hint) } } }
        }
    }
}

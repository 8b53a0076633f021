//! Radios and checkboxes.
//!
//! The error is tied to the first and to the checked control as well as to the group: tied to the group alone, Orca
//! never spoke it.

use maud::{Markup, html};

use super::field::{Field, shell};
use crate::form::{Choice, Kind};
use crate::words::field as words;

/// From this many checkboxes on, a wide screen shows two columns.
const MANY: usize = 9;

/// A group of choices. `opens` gives the classes of a choice that brings follow-ups.
pub(super) fn group(field: &Field<'_>, opens: &dyn Fn(&str) -> String, has_followers: bool) -> Markup {
    let voice = field.sheet.voice;
    let question = field.question;
    let any = matches!(question.kind, Kind::Many(_));
    let offered: Vec<_> = question.choices().iter().filter(|choice| !choice.label.say(voice).is_empty()).collect();
    let usual = match (any, has_followers) {
        (true, true) => Some(format!("{} {}", words::CHOOSE_ANY, words::OPENS)),
        (true, false) => Some(words::CHOOSE_ANY.to_owned()),
        (false, true) => Some(words::OPENS.to_owned()),
        (false, false) => None,
    };
    let help = shell::sentences(question.hint.say(voice), usual.as_deref());
    html! {
        fieldset class=(field.class()) aria-describedby=[field.described_by(help.is_some())] {
            legend { (shell::asked(field)) }
            (shell::help(field, help.as_ref()))
            // Says that the group was shown, even if nothing in it is chosen.
            input type="hidden" name=(field.path) value="";
            div class=(if any && offered.len() >= MANY { "choices columns" } else { "choices" }) {
                @for (nth, choice) in offered.iter().enumerate() { (one(field, choice, nth == 0, any, opens(choice.slug))) }
            }
        }
    }
}

fn one(field: &Field<'_>, choice: &Choice, first: bool, any: bool, opens: String) -> Markup {
    let path = &field.path;
    let checked = field.sheet.typed.all(path).iter().any(|slug| slug == choice.slug);
    let hint = choice.hint.say(field.sheet.voice);
    let hint_id = (!hint.is_empty()).then(|| format!("{path}.{}", choice.slug));
    let error_id = field.error_id().filter(|_| first || checked);
    let invalid = error_id.is_some().then_some("true");
    let described: Vec<_> = hint_id.clone().into_iter().chain(error_id).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    // The first carries the group's own id: links from the list of problems lead to it. The label holds its control,
    // which halves the weight of a long list.
    let label = html! {
        label {
            input type=(if any { "checkbox" } else { "radio" }) id=[first.then_some(path)] name=(path)
                value=(choice.slug) checked[checked] class=[(!opens.is_empty()).then_some(opens)]
                aria-describedby=[described] aria-invalid=[invalid];
            (choice.label.say(field.sheet.voice))
        }
    };
    match hint_id {
        Some(id) => html! { div { (label) p class="hint" id=(id) { (hint) } } },
        None => label,
    }
}

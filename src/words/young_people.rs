//! What happens to their words, said to people under 18 in a passage of the privacy notice of their own.

use super::Lang;
use super::document::{Passage, list, para, passage};
use super::text::texts;

texts! {
    HEADING = "If you are under 18";
    YOURSELF = "You can ask us for help yourself. You do not need a parent or carer to say yes.";
    YOURS = "What you tell us is about you, so it is yours. You have all the rights on this page.";
    LIST = [
        "We do not tell your parents or carers that you asked us. We only talk to them if you say we can.",
        "We do not tell your school.",
        "You choose how we contact you.",
        "You can ask to see what we wrote about you. You can ask us to change it.",
    ];
    /// The same times as in the notice for everybody: a promise to a child must not leave one out.
    FEW_TIMES = "There are a few times when we may have to tell someone, even if you say no:";
    FEW_TIMES_LIST = [
        "when you may be badly hurt",
        "when someone else may be badly hurt",
        "when you or another child may not be safe",
        "when a judge in a court says that we must",
    ];
    TELL_YOU = "We tell you first, if that is safe. We tell you who will know, and why.";
    ASK = "If you do not understand something here, ask us. We will tell you in other words.";
    safe_line(phone: &str) =
        "If someone hurts you or scares you, you can phone people whose job is to keep children safe: {phone}. \
        If you are in danger now, phone 999.";
    SAFE = "If someone hurts you or scares you, tell an adult you trust. If you are in danger now, phone 999.";
}

/// The passage. The number is the service’s children’s safeguarding line, where there is one.
#[must_use]
pub fn under_18(lang: Lang, children_phone: Option<&str>) -> Passage {
    let say = lang.teller();
    let safe = children_phone.map_or_else(|| say(SAFE).to_owned(), |phone| safe_line(lang, phone));
    let parts = vec![
        para(say(YOURSELF)),
        para(say(YOURS)),
        list(lang.list(LIST)),
        para(say(FEW_TIMES)),
        list(lang.list(FEW_TIMES_LIST)),
        para(say(TELL_YOU)),
        para(say(ASK)),
        para(safe),
    ];
    passage("young", say(HEADING), parts)
}

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
    ONE_TIME =
        "There is one time when we may have to tell someone. It is when you or another child may be badly hurt. \
        We tell you first, if that is safe. We tell you who will know, and why.";
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
        para(say(ONE_TIME)),
        para(say(ASK)),
        para(safe),
    ];
    passage("young", say(HEADING), parts)
}

//! The words of the desk for what a person may ask by law: a copy, putting right, holding, erasing.

use super::Lang;
use super::text::texts;

texts! {
    /// Leads from a referral to what the person may ask.
    pub LINK = "The person asks for a copy, or to be erased";
    /// The heading of that page.
    pub title(reference: &str) = "What the person may ask: {reference}";
    /// Leads back.
    pub BACK = "Back to the referral";

    /// Above other referrals that may be of the same person.
    pub ALIKE = "Perhaps the same person";
    /// What the portal did to find them, and what it cannot find.
    pub ALIKE_RESTS_ON =
        "The portal compares the NHS number; a case number; the name, or what the person is called, with the day of birth. \
         Capitals, accents and signs make no difference; any other letter does. Whoever was written down otherwise is not found: ask the person \
         whether they were referred before, and when.";
    /// When nothing was found.
    pub ALIKE_NONE = "No other referral was found in this way.";
    /// When there are some.
    pub ALIKE_SOME = "These may be about the same person. Open each, and decide yourself whether it is.";
    /// When there are more than are shown.
    pub ALIKE_MORE = "There are more than are shown here.";
    /// What follows for the rest of the page.
    pub ALIKE_EACH =
        "What you do on this page is done for this referral. For another one of theirs, do the same on its own page. Write \
         the references down before you erase: nothing leads from an erased referral to the others.";
    /// Above the copy.
    pub COPY = "A copy for the person";
    /// What the copy is.
    pub COPY_LEAD =
        "It holds this referral, with answers, reasons, decisions and history. First get the page to check: what to look at \
         stands at its top. That you made it is written down, and triage is told by mail.";
    /// The same of a referral that was erased.
    pub COPY_LEAD_ERASED =
        "It holds what is left of this referral: dates, reasons, decisions and history, and no answers. First get the page \
         to check: what to look at stands at its top. That you made it is written down, and triage is told by mail.";
    /// The reason for a copy.
    pub COPY_WHY = "Who asked, and how (no names)";
    /// When it does not say who asked.
    pub COPY_GIVE_WHY = "Write who asked, and how. Leave out names: this stays in the history.";
    /// The button for the page that is checked.
    pub COPY_PAGE = "Get the page to check";
    /// What comes after that.
    pub GIVE_LEAD =
        "When you have checked it: the page to hand over has no marks, and leaves out everything that is marked. Tick a mark \
         where all that has it may be given.";
    /// Above the marks.
    pub GIVE_TOO = "Give this too";
    /// Whether the person is told that something was left out.
    pub GIVE_SILENT = "Do not say that something was left out, because that alone would do harm";
    /// The button for the page that is handed over.
    pub COPY_GIVE = "Get the page to hand over";
    /// The button for JSON.
    pub COPY_JSON = "Get it for machines (JSON)";

    /// Above putting right.
    pub PUT_RIGHT = "Something is wrong";
    /// How an answer is put right.
    pub PUT_RIGHT_LEAD =
        "Open everything that was written, and press the question whose answer is wrong. What was said first is kept \
         beside it.";
    /// The heading of the page on which an answer is put right.
    pub CORRECT = "Put an answer right";
    /// How the answer is chosen.
    pub CHOOSE_ANSWER_LEAD = "To put an answer right, press its question.";
    /// What it does.
    pub CORRECT_LEAD =
        "What was said first is kept beside it, with your name and your reason. How soon somebody is needed is worked out \
         anew.";
    /// The reason.
    pub CORRECT_WHY = "Why";
    /// What a good reason says.
    pub CORRECT_WHY_HINT = "Who told you, and when.";
    /// The button.
    pub CORRECT_BUTTON = "Put it right";
    /// When a reason is missing.
    pub CORRECT_GIVE_WHY = "Write who told you, or how you know.";
    /// When nothing was changed.
    pub CORRECT_SAME = "This is what stands there already. Change it, or go back to the referral.";
    /// When somebody else changed the referral meanwhile.
    pub CORRECT_CHANGED =
        "A colleague has changed this referral while you had it open. Look at it again; if your change is still right, \
         press the button once more.";

    /// Above holding.
    pub HOLD = "Keep it for longer";
    /// What holding does.
    pub HOLD_LEAD = "For a complaint or a court case. While it is held, it is not destroyed when its time is over.";
    /// That it is held.
    pub HELD_NOW = "It is held now.";
    /// The reason.
    pub HOLD_WHY = "Why";
    /// When the reason is missing.
    pub HOLD_GIVE_WHY = "Write why, without a name in it.";
    /// The button that holds.
    pub HOLD_BUTTON = "Hold it";
    /// The button that lets go.
    pub RELEASE_BUTTON = "Hold it no longer";

    /// Above erasing.
    pub ERASE = "Erase this referral";
    /// What erasing does.
    pub ERASE_LEAD =
        "This referral is emptied: answers, reasons, contact details, feedback given with its code. What stays is a row \
         without a name, and who did what and when. It cannot be undone. Copies of the data made before still hold it \
         until you destroy them. Be sure who asks: speak to the person themselves, alone and in a way that is safe.";
    /// Above what stands against it.
    pub LIMITS = "What stands against it";
    /// The box to tick.
    pub DESPITE = "Erase it all the same. I say why below.";
    /// The reason.
    pub ERASE_WHY = "Why it is erased (no names: this stays)";
    /// The button.
    pub ERASE_BUTTON = "Erase for good";
    /// When the reason is missing.
    pub ERASE_GIVE_WHY = "Write why it is erased, without a name: this stays.";
    /// When somebody else changed the referral meanwhile.
    pub CHANGED_MEANWHILE =
        "This referral has changed while you had it open: look at what stands here now. If you still mean it, press the \
         button once more.";
    /// When limits were not set aside.
    pub TICK_DESPITE = "Something stands against it. Tick this box if you decide to erase it all the same.";
    /// That it was erased.
    pub erased(at: &str) = "Everything in it that names somebody was erased at {at}.";
    /// That it is held.
    pub held(since: &str) =
        "Held since {since}, for a complaint or a court case: it is not destroyed when its time is over.";

    DISCLOSED = "A copy was made for the person";
    DISCLOSED_TO_CHECK = "A copy was made, to check";
    DISCLOSED_FOR_MACHINES = "A copy was made, for machines";
    DISCLOSED_WITHOUT = "A copy was made to hand over, without anything that is marked";
    disclosed_with(marks: &str) = "A copy was made to hand over, with what is marked: {marks}";
    disclosed_silently(copy: &str) = "{copy}. It does not say that anything is left out";
    TOGETHER_ONE = "This page is about one referral.";
    together_some(count: usize) =
        "{count} referrals are kept together here as one person’s: what you do on this page is done for all of them.";
    alike_one(received: &str, by: &str) = "It came on {received}. The same: {by}.";
    ALIKE_NHS_NUMBER = "NHS number";
    ALIKE_NAME_AND_BIRTH = "name and day of birth";
    ALIKE_CASE_NUMBER = "case number";
    ALIKE_NAME_ALONE = "name (one of the two has no full day of birth)";
    kept_until_day(day: &str) = "It is kept until {day}, as things stand.";
    KEPT_WAITING = "It waits for a decision, and is kept until there is one.";
    place_asked(place: &str, asked: &str) = "{place}: {asked}";

    LIMIT_SAFEGUARDING =
        "It is about safeguarding, and that has not ended: others have a legal duty that needs it (UK GDPR Article \
         17(3)(b); Care Act 2014 sections 42 to 45).";
    LIMIT_WITHIN_TIME =
        "It is kept for a public task, and its time is not over (UK GDPR Article 17(3)(b); the right to erase does not \
         hold, but the person may object under Article 21).";
    LIMIT_HELD = "It is held for a complaint or a court case (UK GDPR Article 17(3)(e)).";
    LIMIT_DANGER = "Somebody is, or may be, in danger. Whoever asks in the person’s name may be the one they fear.";
    LIMIT_WAITS = "Nobody has decided yet what happens with it, and the person may still need somebody.";
    ALTHOUGH_SAFEGUARDING = "safeguarding had not ended";
    ALTHOUGH_WITHIN_TIME = "its time was not over";
    ALTHOUGH_HELD = "it was held";
    ALTHOUGH_DANGER = "somebody was, or might have been, in danger";
    ALTHOUGH_WAITS = "nobody had decided it";
}

/// Which copy was made, by its frozen name; what one to hand over gives of what is marked, and whether it is silent about
/// what it leaves out.
#[must_use]
pub fn disclosed(lang: Lang, which: &str, given: &[&str], silent: bool) -> String {
    let copy = match which {
        "to-check" => lang.say(DISCLOSED_TO_CHECK).to_owned(),
        "for-machines" => lang.say(DISCLOSED_FOR_MACHINES).to_owned(),
        "" => lang.say(DISCLOSED).to_owned(),
        _ if given.is_empty() => lang.say(DISCLOSED_WITHOUT).to_owned(),
        _ => disclosed_with(lang, &given.join("; ")),
    };
    if silent { disclosed_silently(lang, &copy) } else { copy }
}

/// How many referrals are kept as one person's.
#[must_use]
pub fn together(lang: Lang, count: usize) -> String {
    if count == 1 { lang.say(TOGETHER_ONE).to_owned() } else { together_some(lang, count) }
}

/// Why another referral is perhaps of the same person: by what they agree, by the frozen names.
#[must_use]
pub fn alike(lang: Lang, received: &str, by: &[&str]) -> String {
    let by: Vec<_> = by.iter().map(|slug| agreement(lang, slug)).collect();
    alike_one(lang, received, &by.join("; "))
}

fn agreement(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "nhs-number" => ALIKE_NHS_NUMBER,
        "name-and-birth" => ALIKE_NAME_AND_BIRTH,
        "case-number" => ALIKE_CASE_NUMBER,
        "name-alone" => ALIKE_NAME_ALONE,
        _ => return "",
    })
}

/// Until when it is kept.
#[must_use]
pub fn kept_until(lang: Lang, day: Option<&str>) -> String {
    day.map_or_else(|| lang.say(KEPT_WAITING).to_owned(), |day| kept_until_day(lang, day))
}

/// Which answer it is, for those who hear the links of a page by themselves.
#[must_use]
pub fn which(lang: Lang, place: &str, asked: &str) -> String {
    if place.is_empty() { asked.to_owned() } else { place_asked(lang, place, asked) }
}

/// One thing that stands against erasing, by its frozen name.
#[must_use]
pub fn limit(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "safeguarding" => LIMIT_SAFEGUARDING,
        "within-time" => LIMIT_WITHIN_TIME,
        "held" => LIMIT_HELD,
        "danger" => LIMIT_DANGER,
        "waits" => LIMIT_WAITS,
        _ => return "",
    })
}

/// One thing that was set aside when something was erased, by its frozen name.
#[must_use]
pub fn although(lang: Lang, slug: &str) -> &'static str {
    lang.say(match slug {
        "safeguarding" => ALTHOUGH_SAFEGUARDING,
        "within-time" => ALTHOUGH_WITHIN_TIME,
        "held" => ALTHOUGH_HELD,
        "danger" => ALTHOUGH_DANGER,
        "waits" => ALTHOUGH_WAITS,
        _ => return "",
    })
}

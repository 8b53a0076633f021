//! The words of the desk for what a person may ask by law: a copy, holding, erasing.

/// Leads from a referral to what the person may ask.
pub const LINK: &str = "The person asks for a copy, or to be erased";
/// The heading of that page.
#[must_use]
pub fn title(reference: &str) -> String {
    format!("What the person may ask: {reference}")
}
/// Leads back.
pub const BACK: &str = "Back to the referral";

/// Above the copy.
pub const COPY: &str = "A copy of everything about the person";
/// What the copy is.
pub const COPY_LEAD: &str = "It holds every referral of the person, with answers, reasons, decisions and history. What to look at \
    before you hand it over stands at its top. That you made it is written down.";
/// The reason for a copy.
pub const COPY_WHY: &str = "Who asked, and how (no names)";
/// The button for the page.
pub const COPY_PAGE: &str = "Get the page";
/// The button for JSON.
pub const COPY_JSON: &str = "Get it for machines (JSON)";

/// Above putting right.
pub const PUT_RIGHT: &str = "Something is wrong";
/// How an answer is put right.
pub const PUT_RIGHT_LEAD: &str =
    "Each answer on the referral’s page has a link “Put right”. What was said first is kept beside it.";

/// Leads to putting an answer right.
pub const CORRECT_LINK: &str = "Put right";
/// Which answer it is, for those who hear the links of a page by themselves.
#[must_use]
pub fn which(place: &str, asked: &str) -> String {
    if place.is_empty() { asked.to_owned() } else { format!("{place}: {asked}") }
}
/// The heading of that page.
pub const CORRECT: &str = "Put an answer right";
/// What it does.
pub const CORRECT_LEAD: &str = "What was said first is kept beside it, with your name and your reason. How soon somebody is \
    needed is worked out anew.";
/// The reason.
pub const CORRECT_WHY: &str = "Why";
/// What a good reason says.
pub const CORRECT_WHY_HINT: &str = "Who told you, and when.";
/// The button.
pub const CORRECT_BUTTON: &str = "Put it right";
/// When a reason is missing.
pub const CORRECT_GIVE_WHY: &str = "Write who told you, or how you know.";
/// When nothing was changed.
pub const CORRECT_SAME: &str = "This is what stands there already. Change it, or go back to the referral.";
/// When somebody else changed the referral meanwhile.
pub const CORRECT_CHANGED: &str = "A colleague has changed this referral while you had it open. Look at it again; if your \
    change is still right, press the button once more.";

/// Above holding.
pub const HOLD: &str = "Keep it for longer";
/// What holding does.
pub const HOLD_LEAD: &str =
    "For a complaint or a court case. While it is held, it is not destroyed when its time is over.";
/// That it is held.
pub const HELD: &str = "It is held now.";
/// The reason.
pub const HOLD_WHY: &str = "Why";
/// The button that holds.
pub const HOLD_BUTTON: &str = "Hold it";
/// The button that lets go.
pub const RELEASE_BUTTON: &str = "Hold it no longer";

/// Above erasing.
pub const ERASE: &str = "Erase the person";
/// What erasing does.
pub const ERASE_LEAD: &str = "Every referral of this person is emptied: answers, reasons, contact details, feedback given with \
    their code. What stays is a row without a name, and who did what and when. It cannot be undone. Copies of the data made \
    before still hold it until you destroy them.";
/// How many referrals there are.
#[must_use]
pub fn referrals(count: usize) -> String {
    if count == 1 {
        "The person has 1 referral here.".to_owned()
    } else {
        format!("The person has {count} referrals here.")
    }
}
/// Until when it is kept.
#[must_use]
pub fn kept_until(day: Option<&str>) -> String {
    match day {
        Some(day) => format!("It is kept until {day}, as things stand."),
        None => "It waits for a decision, and is kept until there is one.".to_owned(),
    }
}
/// Above what stands against it.
pub const LIMITS: &str = "What stands against it";
/// The box to tick.
pub const DESPITE: &str = "Erase it all the same. I say why below.";
/// The reason.
pub const ERASE_WHY: &str = "Why it is erased (no names: this stays)";
/// The button.
pub const ERASE_BUTTON: &str = "Erase for good";
/// When a reason is missing.
pub const GIVE_REASON: &str = "Write the reason, without a name in it.";
/// When limits were not set aside.
pub const TICK_DESPITE: &str = "Something stands against it. Tick this box if you decide to erase it all the same.";
/// That it was erased.
#[must_use]
pub fn erased(at: &str) -> String {
    format!("Everything in it that names somebody was erased at {at}.")
}
/// That it is held.
#[must_use]
pub fn held(since: &str) -> String {
    format!("Held since {since}, for a complaint or a court case: it is not destroyed when its time is over.")
}

/// One thing that stands against erasing, by its frozen name.
#[must_use]
pub fn limit(slug: &str) -> &'static str {
    match slug {
        "safeguarding" => {
            "It is about safeguarding, and that has not ended: others have a legal duty that needs it (UK GDPR \
             Article 17(3)(b); Care Act 2014 sections 42 to 45)."
        }
        "within-time" => {
            "It is kept for a public task, and its time is not over (UK GDPR Article 17(3)(b); the right to erase does \
             not hold, but the person may object under Article 21)."
        }
        "held" => "It is held for a complaint or a court case (UK GDPR Article 17(3)(e)).",
        _ => "",
    }
}

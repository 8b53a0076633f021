//! The words with which the desk confirms a refusal.

use super::text::texts;

texts! {
    /// Above the form.
    pub TITLE = "Confirm the refusal";
    /// What it does.
    pub LEAD = "Confirm it once the person has told you themselves that they do not want this. Everything that was \
        sent is then destroyed, with its history. Only a number remains: one more refusal this month. This cannot be \
        undone.";
    /// The question of the form.
    pub LEGEND = "Before you confirm";
    /// The first box.
    pub SAFE = "Nobody is in danger, or the danger has been seen to";
    /// The second box.
    pub ASKED = "The person was asked safely, can decide this, and said no themselves";
    /// The button.
    pub BUTTON = "Confirm, and destroy what was sent";
    /// In place of the form, where the desk itself wrote down the refusal.
    pub BY_DESK = "That the person refused was written down here, after this came. It cannot be confirmed on this page: \
        if the person has told you so themselves, a manager can erase what is held.";
    /// When a box was left open.
    pub BOTH = "Mark both, or leave the referral as it is.";
}

//! The words of one's own account.

use super::Lang;
use super::text::texts;

texts! {
    /// The heading, and the link to it.
    pub ACCOUNT = "Your account";
    /// Above the form for another password.
    pub CHANGE = "Change your password";
    /// The field for the present password.
    pub CURRENT = "Your password now";
    /// The field for the new one.
    pub NEW = "Your new password";
    /// What makes a good one.
    pub new_hint(fewest: usize) =
        "At least {fewest} characters of any kind. Several unusual words together are easy to remember and hard to guess. \
        Do not use it anywhere else.";
    /// The button.
    pub CHANGE_BUTTON = "Change my password";
    /// After it was changed.
    pub CHANGED = "Your password is changed. You are signed out on every other device.";
    /// Above the list of browsers.
    pub WHERE = "Where you are signed in";
    /// What to do about one that should not be there.
    pub WHERE_LEAD =
        "This device is one of them. If you do not know one, press “Sign out on every device”, sign in again and change \
        your password.";
    /// Column: since when.
    pub SINCE = "Since";
    /// Column: when it was last used.
    pub LAST = "Last used";
    /// When the present password is not right.
    pub CURRENT_WRONG =
        "This password does not open your account. Check it and try again. After 5 wrong tries we take none for 10 minutes, \
        the right one neither.";
    /// When it was left blank.
    pub CURRENT_BLANK = "Write the password you have now.";
    /// When the new one would be guessed.
    pub GUESSABLE = "This password would be guessed soon. Put several unusual words together.";
    /// When the new one is too short.
    pub too_short(fewest: usize) =
        "Use at least {fewest} characters. Several unusual words together make a good password.";
    /// When the new one is too long.
    pub too_long(most: usize) = "Use at most {most} characters.";
    ON_ONE = "Signed in on 1 device";
    on_several(count: usize) = "Signed in on {count} devices";
}

/// How many browsers there are.
#[must_use]
pub fn signed_in(lang: Lang, count: usize) -> String {
    match count {
        1 => lang.say(ON_ONE).to_owned(),
        count => on_several(lang, count),
    }
}

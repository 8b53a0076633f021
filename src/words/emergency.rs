//! What to do when someone is in danger now. The same words wherever danger is met.

use super::Text;
use super::text::texts;

texts! {
    /// Above the emergency words.
    pub TITLE = "If someone is in danger now, get help first";
    /// Why not to wait for us.
    pub NOT_US = "We are not an emergency service. We cannot come at once.";
    /// Above the councils' own numbers.
    pub COUNCILS = "To report that an adult is being harmed or neglected";
    /// Before a number answered in office hours.
    pub BY_DAY = "In office hours:";
    /// Before a number answered at other times.
    pub BY_NIGHT = "At other times:";
    /// Leads to the page of emergency words.
    pub MORE = "Other ways to get help now";
    /// The short form, for pages about something else.
    pub SHORT = "Is someone in danger now? Phone 999.";
    /// On the page that interrupts the form.
    pub INTERRUPT_TITLE = "If someone is in danger now, get help first";
    /// What we do with the answer.
    pub INTERRUPT_NOTED =
        "You have not sent us anything yet. Your answer is saved. When it is safe to write, go on with the form and send it.";
    /// Goes on with the form.
    pub GO_ON = "Go on with the form";
    /// Goes on from the start page.
    pub TO_START = "Ask for an advocate";

    DANGER_NOW = "Danger now";
    PHONE = "Phone 999";
    SILENT = "You cannot speak safely";
    PHONE_SILENTLY = "Phone 999 from a mobile, then press 55";
    BSL = "British Sign Language";
    USE_BSL = "Use 999 BSL: the app, or 999bsl.co.uk";
    TEXT_RELAY = "You use text relay";
    USE_TEXT_RELAY = "Dial 18000 from a textphone or the Relay UK app";
    MESSAGES = "You text";
    SEND_A_MESSAGE = "Text “register” to 999, and do what the reply says. Then text 999";
    SUICIDE = "Thoughts of suicide";
    PHONE_ABOUT_SUICIDE = "Phone 111 and choose option 2";
    LISTENING = "Someone to listen, day or night";
    PHONE_TO_BE_HEARD = "Phone Samaritans on 116 123";
}

/// One way to get help: what it is for, what to do.
pub struct Way {
    /// For whom, or when.
    pub when: Text,
    /// What to do.
    pub what: Text,
    /// A number to dial, if a telephone can.
    pub dial: Option<&'static str>,
}

/// The ways that reach help everywhere in England.
pub const WAYS: &[Way] = &[
    Way { when: DANGER_NOW, what: PHONE, dial: Some("999") },
    Way { when: SILENT, what: PHONE_SILENTLY, dial: Some("999") },
    Way { when: BSL, what: USE_BSL, dial: None },
    Way { when: TEXT_RELAY, what: USE_TEXT_RELAY, dial: Some("18000") },
    Way { when: MESSAGES, what: SEND_A_MESSAGE, dial: None },
    Way { when: SUICIDE, what: PHONE_ABOUT_SUICIDE, dial: Some("111") },
    Way { when: LISTENING, what: PHONE_TO_BE_HEARD, dial: Some("116123") },
];

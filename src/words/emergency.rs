//! What to do when someone is in danger now. The same words wherever danger is met.

/// Above the emergency words.
pub const TITLE: &str = "If someone is in danger now, get help first";
/// Why not to wait for us.
pub const NOT_US: &str = "We are not an emergency service. We cannot come at once.";
/// One way to get help: what it is for, what to do.
pub struct Way {
    /// For whom, or when.
    pub when: &'static str,
    /// What to do.
    pub what: &'static str,
    /// A number to dial, if a telephone can.
    pub dial: Option<&'static str>,
}
/// The ways that reach help everywhere in England.
pub const WAYS: &[Way] = &[
    Way { when: "Danger now", what: "Phone 999", dial: Some("999") },
    Way { when: "You cannot speak safely", what: "Phone 999 from a mobile, then press 55", dial: Some("999") },
    Way { when: "British Sign Language", what: "Use 999 BSL: the app, or 999bsl.co.uk", dial: None },
    Way { when: "You use text relay", what: "Use Relay UK, or dial 18000", dial: Some("18000") },
    Way { when: "You text", what: "Text 999, once you have texted “register” to 999", dial: None },
    Way { when: "Thoughts of suicide", what: "Phone 111 and choose option 2", dial: Some("111") },
    Way { when: "Someone to listen, day or night", what: "Phone Samaritans on 116 123", dial: Some("116123") },
];
/// Above the councils' own numbers.
pub const COUNCILS: &str = "To report that an adult is being harmed or neglected";
/// Before a number answered in office hours.
pub const BY_DAY: &str = "In office hours:";
/// Before a number answered at other times.
pub const BY_NIGHT: &str = "At other times:";
/// Leads to the page of emergency words.
pub const MORE: &str = "Other ways to get help now";
/// The short form, for pages about something else.
pub const SHORT: &str = "Is someone in danger now? Phone 999.";
/// On the page that interrupts the form.
pub const INTERRUPT_TITLE: &str = "Someone is in danger now";
/// What we do with the answer.
pub const INTERRUPT_NOTED: &str =
    "We have kept your answer. When somebody is safe to write, you can go on. We will put this first.";
/// Goes on with the form.
pub const GO_ON: &str = "Go on with the form";
/// Goes on from the start page.
pub const TO_START: &str = "Ask for an advocate";

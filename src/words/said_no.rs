//! The words for a referrer who says that the person does not want this.

use super::Lang;
use super::text::texts;
use crate::form::Voice;

texts! {
    /// The heading.
    pub TITLE = "They said no: what you can do";
    /// Below it.
    pub LEAD = "It is for the person to say if they want an advocate. You wrote that they said no, \
        and that they can decide this.";
    /// Above what can be told to the person.
    pub TELL_TITLE = "What you can tell them";
    /// What can be told to the person, a sentence each.
    pub TELL = [
        "An advocate is on their side. An advocate is free, and does not work for the council or the NHS.",
        "They can say no now and yes later. They can ask us themselves, at any time.",
        "They can meet an advocate first, and then decide.",
        "They can choose what we may know, and whom we may talk to.",
    ];
    /// Above when it is right to go on.
    pub GO_ON_TITLE = "When it is still right to send this";
    STILL_RIGHT = [
        "Someone is in danger, or may be badly hurt.",
        "You are not sure that they can decide about this. Change that answer, and say why.",
        "They may not have been asked alone, or someone may have answered for them.",
    ];
    STILL_RIGHT_AT_WORK = [
        "Someone is in danger, or a crime or serious harm may follow. Report it to safeguarding as well.",
        "There is doubt that they can decide about this. Change that answer, and say what raises the doubt.",
        "They may not have been asked alone, or somebody may have answered for them.",
        "They lack capacity for the decision itself, and the law asks for an IMCA. Capacity to consent is another fact.",
    ];
    /// What is done with it then.
    pub THEN = "If you send it, we do not contact the person just because of it. \
        We first ask you how they were asked, and who was there.";
    /// Leads back to the answers about consent.
    pub CHANGE = "Change what I wrote";
    /// Leads on.
    pub GO_ON = "Go on";
    /// The button that destroys what was written.
    pub STOP = "Stop here, and destroy what I wrote";
    /// The heading once it is destroyed.
    pub STOPPED_TITLE = "Nothing was sent";
    /// Below it.
    pub STOPPED = "What you wrote has been destroyed. If the person changes their mind, they can ask us, \
        and so can you.";
    /// Leads to the start page.
    pub TO_START = "Go to the start page";
    /// On the page where it is read through.
    pub CHECK =
        "You wrote that the person said no. If you send this, we do not contact them just because of it.";
    /// Leads from there to what can be done.
    pub CHECK_LINK = "They said no: what you can do";
}

/// When it is right to go on, a sentence each.
#[must_use]
pub const fn still_right(lang: Lang, voice: Voice) -> &'static [&'static str] {
    lang.list(match voice {
        Voice::Professional => STILL_RIGHT_AT_WORK,
        Voice::Myself | Voice::Someone => STILL_RIGHT,
    })
}

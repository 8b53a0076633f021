//! The four lists of the Accessible Information Standard (DAPB1605), each value beside plain words for it.
//!
//! The standard covers disability, impairment and sensory loss. Spoken languages are not part of it and are asked apart.

use crate::form::{Choice, Code, Voices};

/// One value of the standard, its words as published, and ours.
const fn ais(slug: &'static str, published: &'static str, label: Voices) -> Choice {
    Choice::new(slug, label).code(Code::Ais(published))
}

/// Communication support: what the person uses.
pub(super) const SUPPORT: &[Choice] = &[
    ais("hearing-aid", "Does use hearing aid", Voices::same("Hearing aid")),
    ais("lip-reading", "Does lip read", Voices::same("Lip reading")),
    ais("british-sign-language", "Uses British Sign Language", Voices::same("British Sign Language")),
    ais("makaton", "Uses Makaton sign language", Voices::each("Makaton", "Makaton signs", "Makaton signs")),
    ais("sign-language", "Uses sign language", Voices::same("Another sign language")),
    ais(
        "writing",
        "Preferred method of communication: written",
        Voices::each("Written communication, by preference", "Writing things down", "Writing things down"),
    ),
    ais(
        "communication-device",
        "Does use communication device",
        Voices::each("Communication device", "A device that helps me talk", "A device that helps them talk"),
    ),
    ais(
        "communication-passport",
        "Uses Personal Communication Passport",
        Voices::each(
            "Personal communication passport",
            "A booklet that says how to talk with me",
            "A booklet that says how to talk with them",
        ),
    ),
    ais(
        "audio-recorder",
        "Uses personal audio recording device to record information",
        Voices::each(
            "Personal audio recorder",
            "A recorder, to listen again later",
            "A recorder, to listen again later",
        ),
    ),
    ais(
        "manual-note-taker",
        "Uses manual note taker",
        Voices::each("Manual note taker", "Someone who writes notes for me", "Someone who writes notes for them"),
    ),
    ais(
        "electronic-note-taker",
        "Uses electronic note taker",
        Voices::each("Electronic note taker", "Someone who types notes for me", "Someone who types notes for them"),
    ),
    ais(
        "speech-to-text-reporter",
        "Uses speech to text reporter",
        Voices::each(
            "Speech-to-text reporter",
            "Someone who types every word on a screen",
            "Someone who types every word on a screen",
        ),
    ),
    ais(
        "lipspeaker",
        "Uses lipspeaker",
        Voices::each(
            "Lipspeaker",
            "Someone who mouths words for me to lip-read",
            "Someone who mouths words for them to lip-read",
        ),
    ),
    ais(
        "cued-speech",
        "Uses cued speech transliterator",
        Voices::each(
            "Cued speech transliterator",
            "Someone who shapes words by hand (cued speech)",
            "Someone who shapes words by hand (cued speech)",
        ),
    ),
    ais(
        "deafblind-manual-alphabet",
        "Uses Deafblind Manual Alphabet",
        Voices::each("Deafblind manual alphabet", "Words spelled on my hand", "Words spelled on their hand"),
    ),
    ais(
        "textphone",
        "Uses telecommunications device for the deaf",
        Voices::each("Textphone", "A textphone", "A textphone"),
    ),
    ais(
        "alternative-skill",
        "Uses alternative communication skill",
        Voices::each(
            "Alternative communication skill",
            "Another way of getting things across",
            "Another way of getting things across",
        ),
    ),
    ais(
        "citizen-advocate",
        "Uses a citizen advocate",
        Voices::each("Citizen advocate", "A volunteer who speaks up for me", "A volunteer who speaks up for them"),
    ),
    ais(
        "legal-advocate",
        "Uses a legal advocate",
        Voices::each("Legal advocate", "A lawyer who speaks up for me", "A lawyer who speaks up for them"),
    ),
];

/// Communication professional: who has to be booked.
///
/// The standard’s "Needs an advocate" is left out: everyone who is referred here needs one, so it would say nothing.
pub(super) const PROFESSIONAL: &[Choice] = &[
    ais(
        "bsl-interpreter",
        "British Sign Language interpreter needed",
        Voices::each(
            "British Sign Language interpreter",
            "Someone who signs in British Sign Language",
            "Someone who signs in British Sign Language",
        ),
    ),
    ais(
        "sign-supported-english-interpreter",
        "Sign Supported English interpreter needed",
        Voices::each(
            "Sign Supported English interpreter",
            "Someone who signs along with English speech",
            "Someone who signs along with English speech",
        ),
    ),
    ais(
        "makaton-interpreter",
        "Makaton Sign Language interpreter needed",
        Voices::each("Makaton interpreter", "Someone who uses Makaton signs", "Someone who uses Makaton signs"),
    ),
    ais(
        "hands-on-interpreter",
        "Hands-on signing interpreter needed",
        Voices::each(
            "Hands-on signing interpreter",
            "Someone whose signing hands I can feel",
            "Someone whose signing hands they can feel",
        ),
    ),
    ais(
        "visual-frame-interpreter",
        "Visual frame sign language interpreter needed",
        Voices::each(
            "Visual frame signing interpreter",
            "Someone who signs in a small space I can see",
            "Someone who signs in a small space they can see",
        ),
    ),
    ais(
        "lipspeaker",
        "Requires lipspeaker",
        Voices::each(
            "Lipspeaker",
            "Someone who mouths words for me to lip-read",
            "Someone who mouths words for them to lip-read",
        ),
    ),
    ais(
        "speech-to-text-reporter",
        "Requires speech to text reporter",
        Voices::each(
            "Speech-to-text reporter",
            "Someone who types every word on a screen",
            "Someone who types every word on a screen",
        ),
    ),
    ais(
        "manual-note-taker",
        "Requires manual note taker",
        Voices::each("Manual note taker", "Someone to write notes for me", "Someone to write notes for them"),
    ),
    ais(
        "deafblind-manual-interpreter",
        "Requires deafblind manual alphabet interpreter",
        Voices::each(
            "Deafblind manual alphabet interpreter",
            "Someone who spells words on my hand",
            "Someone who spells words on their hand",
        ),
    ),
    ais(
        "deafblind-block-interpreter",
        "Requires deafblind block alphabet interpreter",
        Voices::each(
            "Deafblind block alphabet interpreter",
            "Someone who draws capital letters on my hand",
            "Someone who draws capital letters on their hand",
        ),
    ),
    ais(
        "deafblind-haptic-interpreter",
        "Requires deafblind haptic communication interpreter",
        Voices::each(
            "Deafblind haptic communication interpreter",
            "Someone who gives me touch signals",
            "Someone who gives them touch signals",
        ),
    ),
    ais(
        "deafblind-communicator-guide",
        "Requires deafblind communicator guide",
        Voices::each(
            "Deafblind communicator guide",
            "Someone who guides me and tells me what is said",
            "Someone who guides them and tells them what is said",
        ),
    ),
    ais(
        "sighted-guide",
        "Requires sighted guide",
        Voices::each("Sighted guide", "Someone to guide me as we walk", "Someone to guide them as they walk"),
    ),
];

/// Contact method: what the person can use. Whether it is safe is asked elsewhere and comes first.
pub(super) const CONTACT: &[Choice] = &[
    ais("phone", "Requires contact by telephone", Voices::same("By phone")),
    ais("text", "Requires contact by short message service text message", Voices::same("By text message")),
    ais("email", "Requires contact by email", Voices::same("By e-mail")),
    ais("letter", "Requires contact by letter", Voices::same("By letter")),
    ais(
        "text-relay",
        "Requires contact by text relay",
        Voices::each(
            "By text relay (Relay UK)",
            "By typing on a phone call (Relay UK)",
            "By typing on a phone call (Relay UK)",
        ),
    ),
    ais(
        "via-carer",
        "Requires contact via carer",
        Voices::each("Through a carer", "Through someone who looks after me", "Through someone who looks after them"),
    ),
    ais(
        "audible-alert",
        "Requires audible alert",
        Voices::each(
            "Audible alert",
            "With a loud sound on my phone or alarm",
            "With a loud sound on their phone or alarm",
        ),
    ),
    ais(
        "visual-alert",
        "Requires visual alert",
        Voices::each(
            "Visual alert",
            "With a flashing light on my phone or alarm",
            "With a flashing light on their phone or alarm",
        ),
    ),
    ais(
        "tactile-alert",
        "Requires tactile alert",
        Voices::each("Tactile alert", "With a buzz on my phone or alarm", "With a buzz on their phone or alarm"),
    ),
];

/// Information format: how to write to the person, or not to write at all.
pub(super) const FORMAT: &[Choice] = &[
    ais(
        "easy-read",
        "Requires information in Easyread",
        Voices::each("Easy Read", "Easy Read (short words and pictures)", "Easy Read (short words and pictures)"),
    ),
    ais(
        "print-20",
        "Requires written information in at least 20 point sans serif font",
        Voices::each("Large print, 20 point or more", "Large print, size 20", "Large print, size 20"),
    ),
    ais(
        "print-24",
        "Requires written information in at least 24 point sans serif font",
        Voices::each("Large print, 24 point or more", "Larger print, size 24", "Larger print, size 24"),
    ),
    ais(
        "print-28",
        "Requires written information in at least 28 point sans serif font",
        Voices::each("Large print, 28 point or more", "Very large print, size 28", "Very large print, size 28"),
    ),
    ais(
        "spoken",
        "Requires information verbally",
        Voices::each("Spoken information", "Told to me out loud", "Told to them out loud"),
    ),
    ais(
        "read-out",
        "Requires third party to read out written information",
        Voices::each(
            "A third party to read out written information",
            "Someone to read letters out to me",
            "Someone to read letters out to them",
        ),
    ),
    ais("email", "Requires information by email", Voices::same("By e-mail")),
    ais(
        "download",
        "Requires information in electronic downloadable format",
        Voices::each("Electronic file to download", "A file for a phone or computer", "A file for a phone or computer"),
    ),
    ais(
        "audio-file",
        "Requires information in electronic audio format",
        Voices::each("Electronic audio file", "A sound file", "A sound file"),
    ),
    ais(
        "own-recorder",
        "Requires healthcare information recording on personal audio recording device",
        Voices::each(
            "Recorded on a personal audio recorder",
            "Recorded on my own recorder",
            "Recorded on their own recorder",
        ),
    ),
    ais("makaton", "Requires information in Makaton", Voices::each("Makaton", "Makaton symbols", "Makaton symbols")),
    ais(
        "braille-1",
        "Requires information in uncontracted (Grade 1) Braille",
        Voices::each("Uncontracted (grade 1) Braille", "Braille, grade 1", "Braille, grade 1"),
    ),
    ais(
        "braille-2",
        "Requires information in contracted (Grade 2) Braille",
        Voices::each("Contracted (grade 2) Braille", "Braille, grade 2", "Braille, grade 2"),
    ),
    ais(
        "moon",
        "Requires information in Moon alphabet",
        Voices::each("Moon alphabet", "Moon (raised shapes to feel)", "Moon (raised shapes to feel)"),
    ),
    ais("compact-disc", "Requires information on compact disc", Voices::same("Compact disc (CD)")),
    ais("dvd", "Requires information on digital versatile disc", Voices::same("DVD")),
    ais(
        "usb-stick",
        "Requires information on universal serial bus mass storage device",
        Voices::each("USB storage device", "USB stick", "USB stick"),
    ),
    ais("audio-cassette", "Requires information on audio cassette tape", Voices::same("Audio cassette tape")),
];

//! One declaration for each key: its name, its default, its help. Knows no value and no concern.

/// A key of the settings, declared once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Declared {
    /// Section and name in the file: `mail.smtp_host`.
    pub(super) key: &'static str,
    /// The default, as it stands in a TOML file. An empty text means that the key is not set.
    pub(super) default: &'static str,
    /// What it is for, a line each.
    pub(super) help: &'static [&'static str],
}

/// What every variable of ours begins with.
pub(super) const PREFIX: &str = "ALONGSIDE_";

impl Declared {
    /// The environment variable that stands above the file.
    pub(super) fn variable(&self) -> String {
        format!("{PREFIX}{}", self.key.to_ascii_uppercase().replace('.', "_"))
    }

    /// Section and name apart.
    pub(super) fn split(&self) -> (&'static str, &'static str) {
        self.key.split_once('.').unwrap_or(("", self.key))
    }
}

/// Declares the keys of one concern: the comment above each is its help, as it stands in the example file.
macro_rules! keys {
    ($($(#[doc = $help:literal])+ $name:ident: $key:literal = $default:literal;)+) => {
        $(const $name: $crate::settings::declared::Declared =
            $crate::settings::declared::Declared { key: $key, default: $default, help: &[$($help),+] };)+

        /// Every key of this concern, in the order of the example file.
        pub(in crate::settings) const KEYS: &[$crate::settings::declared::Declared] = &[$($name),+];
    };
}
pub(super) use keys;

/// The words at the head of the example file.
const HEAD: &str = "\
# Settings of Alongside, with every key at its default. Keep what you change; the rest can go.
#
# Save this as `alongside.toml` beside the data folder, or name it: `alongside serve --settings FILE`
# (or ALONGSIDE_SETTINGS). Each key can also be set by an environment variable, which stands above the file:
# `smtp_host` under [mail] is ALONGSIDE_MAIL_SMTP_HOST. Paths are relative to this file.
# At start all mistakes are told at once.
";

/// The example file for these keys.
pub(super) fn example(keys: &[&Declared]) -> String {
    let mut text = HEAD.to_owned();
    let mut section = "";
    for declared in keys {
        let (own, name) = declared.split();
        if own != section {
            section = own;
            text.extend(["\n[", section, "]\n"]);
        }
        for line in declared.help {
            text.extend(["#", line, "\n"]);
        }
        text.extend([name, " = ", declared.default, "\n"]);
    }
    text
}

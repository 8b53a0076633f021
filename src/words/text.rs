//! How a module declares its texts: once each, with the gaps that are filled in them. Knows no text.

/// Declares the texts of a module, and `TEXTS`, the list of them all.
///
/// ```text
/// texts! {
///     /// The button that begins.
///     pub BEGIN = "Start";                                             // a `Text`
///     /// What it takes, a sentence each.
///     pub TAKES = ["It takes a minute.", "It costs nothing."];         // a `List`
///     /// The place of a question among all.
///     pub place(number: usize, of: usize) = "Question {number} of {of}"; // a function of the language and its gaps
/// }
/// ```
///
/// A text with gaps is a function and nothing else, so that it cannot be said with a gap left open.
macro_rules! texts {
    ($($(#[$doc:meta])* $open:vis $name:ident $(($($gap:ident: $kind:ty),+))? = $english:tt;)+) => {
        $($crate::words::text::declared! {
            $(#[$doc])* $open $name $(($($gap: $kind),+))? = $english
        })+

        /// Every text of this module, in order.
        pub(super) const TEXTS: &[$crate::words::Entry] =
            &[$($crate::words::text::entry!($name $(($($gap),+))? = $english)),+];
    };
}

/// Declares one text.
macro_rules! declared {
    ($(#[$doc:meta])* $open:vis $name:ident ($($gap:ident: $kind:ty),+) = $english:tt) => {
        $(#[$doc])*
        #[must_use]
        $open fn $name(lang: $crate::words::Lang, $($gap: $kind),+) -> String {
            lang.fill($crate::words::text::one!($name ($($gap),+) = $english), &[$((stringify!($gap), &$gap)),+])
        }
    };
    ($(#[$doc:meta])* $open:vis $name:ident = $english:literal) => {
        $(#[$doc])*
        $open const $name: $crate::words::Text = $crate::words::text::one!($name () = $english);
    };
    ($(#[$doc:meta])* $open:vis $name:ident = $english:tt) => {
        $(#[$doc])*
        $open const $name: $crate::words::List = $crate::words::text::several!($name = $english);
    };
}

/// A text as it stands in the list.
macro_rules! entry {
    ($name:ident ($($gap:ident),+) = $english:tt) => {
        $crate::words::Entry::One($crate::words::text::one!($name ($($gap),+) = $english))
    };
    ($name:ident = $english:literal) => {
        $crate::words::Entry::One($name)
    };
    ($name:ident = $english:tt) => {
        $crate::words::Entry::Several($name)
    };
}

/// The value of a text.
macro_rules! one {
    ($name:ident ($($gap:ident),*) = $english:tt) => {
        $crate::words::Text::new(
            concat!(module_path!(), "::", stringify!($name)),
            $english,
            &[$(stringify!($gap)),*],
        )
    };
}

/// The value of a list: sentences, or the name of a list of them that stands elsewhere.
macro_rules! several {
    ($name:ident = $english:tt) => {
        $crate::words::List::new(concat!(module_path!(), "::", stringify!($name)), &$english)
    };
}

pub(super) use {declared, entry, one, several, texts};

//! The service's own colours and logo. A colour that cannot be read is refused.

use std::fmt;
use std::path::PathBuf;

use super::declared::{Declared, keys};
use super::values::Values;

keys! {
    /// The colour of buttons and links on a light page, like "#1d4f5c". White words on it, and it on white, must be readable.
    ACCENT: "look.accent" = r#""""#;
    /// The same on a dark page, like "#8fd3e0". Near-black words on it, and it on near-black, must be readable.
    ACCENT_DARK: "look.accent_dark" = r#""""#;
    /// A logo: an SVG or PNG file of up to 30 kilobytes.
    LOGO: "look.logo" = r#""""#;
}

/// The light page; the accent is checked against it.
pub const LIGHT: Colour = Colour { red: 255, green: 255, blue: 255 };
/// The dark page; the dark accent is checked against it.
pub const DARK: Colour = Colour { red: 0x16, green: 0x1a, blue: 0x1d };
/// The least contrast between words and what is behind them (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;
/// The most a logo may weigh, so that a page stays light.
const LOGO_BYTES: u64 = 30_000;

/// The service's own look; what is not set is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Buttons and links on a light page.
    pub accent: Option<Colour>,
    /// Buttons and links on a dark page.
    pub accent_dark: Option<Colour>,
    /// The logo.
    pub logo: Option<PathBuf>,
}

/// A colour of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Reads `#rrggbb`.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let digits = words.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
        Some(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    /// How much lighter one of two colours is than the other, from 1 to 21 (WCAG 2.2, "contrast ratio").
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// How light it is, from 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// As it stands in a style sheet.
impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

pub(super) fn read(values: &mut Values) -> Look {
    Look {
        accent: readable(values, &ACCENT, LIGHT, "a darker one"),
        accent_dark: readable(values, &ACCENT_DARK, DARK, "a lighter one"),
        logo: logo(values),
    }
}

fn readable(values: &mut Values, declared: &Declared, page: Colour, better: &str) -> Option<Colour> {
    let colour = values.meaning(declared, Colour::parse, "Write a colour like \"#1d4f5c\".")?;
    let contrast = colour.contrast(page);
    if contrast < LEAST_CONTRAST {
        let wrong = format!("is {colour}, which cannot be read on {page}: its contrast is {contrast:.1} to 1");
        values.mistake(declared, wrong, format!("Choose {better}: {LEAST_CONTRAST} to 1 is the least."));
    }
    Some(colour)
}

fn logo(values: &mut Values) -> Option<PathBuf> {
    let path = values.file(&LOGO)?;
    let picture =
        path.extension().is_some_and(|end| end.eq_ignore_ascii_case("svg") || end.eq_ignore_ascii_case("png"));
    if !picture {
        values.mistake(&LOGO, "is neither an SVG nor a PNG file", "Name a file that ends in .svg or .png.");
    } else if std::fs::metadata(&path).is_ok_and(|about| about.len() > LOGO_BYTES) {
        values.mistake(&LOGO, "is too heavy for a light page", format!("Make it smaller than {LOGO_BYTES} bytes."));
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let colour = |words| Colour::parse(words).unwrap();
        assert!((colour("#000000").contrast(colour("#ffffff")) - 21.0).abs() < 0.001);
        // The lightest grey that may stand on white, and the next.
        assert!(colour("#767676").contrast(LIGHT) >= 4.5);
        assert!(colour("#777777").contrast(LIGHT) < 4.5);
        assert_eq!(colour("#1D4f5c").to_string(), "#1d4f5c");
        for wrong in ["", "1d4f5c", "#1d4f5", "#1d4f5g", "red", "#äöü"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }
}

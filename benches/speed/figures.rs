//! Figures: rounds taken in turns, their median and how far they spread, and the goal they are held against.
//!
//! Two things are compared by running them one after the other, again and again, and by taking the ratio within each
//! round: a machine that is slower for a while is slower for both. Must not know what is measured.

/// The middle of several rounds, and the two ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) least: f64,
    pub(crate) most: f64,
}

impl Spread {
    pub(crate) fn of(mut all: Vec<f64>) -> Self {
        all.sort_by(f64::total_cmp);
        let at = |place: usize| all.get(place).copied().unwrap_or(f64::NAN);
        Self { median: at(all.len() / 2), least: at(0), most: at(all.len().saturating_sub(1)) }
    }

    /// A figure that is the same each time.
    pub(crate) const fn exactly(value: f64) -> Self {
        Self { median: value, least: value, most: value }
    }
}

/// What a median is held against.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    AtLeast(f64),
    AtMost(f64),
    /// Told beside the others; nothing is promised of it.
    None,
}

/// One row of the table.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// What was measured, in words.
    pub(crate) what: String,
    pub(crate) value: Spread,
    /// What stands behind a value: `ms`, `MB`; nothing for a ratio.
    pub(crate) unit: &'static str,
    pub(crate) goal: Goal,
    /// The figures that a ratio is made of, or how it was come by.
    pub(crate) note: String,
}

impl Figure {
    /// Whether the median meets the goal; nothing where there is none.
    pub(crate) fn is_met(&self) -> Option<bool> {
        match self.goal {
            Goal::AtLeast(goal) => Some(self.value.median >= goal),
            Goal::AtMost(goal) => Some(self.value.median <= goal),
            Goal::None => None,
        }
    }

    /// A value as many times as good as the goal asks.
    pub(crate) fn as_good(&self, value: f64) -> Option<f64> {
        match self.goal {
            Goal::AtLeast(goal) => Some(value / goal),
            Goal::AtMost(goal) => Some(goal / value),
            Goal::None => None,
        }
    }
}

/// Runs each of these in turns, that many times after a first turn that does not count; gives what each came to, round
/// by round.
pub(crate) fn rounds<const N: usize>(
    number: usize,
    mut each: [&mut dyn FnMut() -> anyhow::Result<f64>; N],
) -> anyhow::Result<[Vec<f64>; N]> {
    let mut all = std::array::from_fn(|_| Vec::with_capacity(number));
    for round in 0..=number {
        for (one, values) in each.iter_mut().zip(&mut all) {
            let value = one()?;
            if round > 0 {
                values.push(value);
            }
        }
    }
    Ok(all)
}

/// The ratio within each round.
pub(crate) fn against(of: &[f64], to: &[f64]) -> Spread {
    Spread::of(of.iter().zip(to).map(|(of, to)| of / to).collect())
}

//! The chart: one bar for each figure that has a goal, as long as it is good, with a line where the goal is met.
//!
//! Drawn by hand, for light and dark. Must not know what is measured.

use std::fmt::Write as _;

use crate::figures::Figure;
use crate::report::value;

/// Places, in pixels.
const WIDTH: f64 = 960.0;
const LEFT: f64 = 20.0;
const ROW: f64 = 46.0;
const TOP: f64 = 64.0;
/// Where the goal stands, and where a bar ends that is as long as they get.
const GOAL: f64 = 320.0;
const LONGEST: f64 = 860.0;
/// So many times as good as the goal a bar gets no longer.
const MOST: f64 = 4.0;

const STYLE: &str = "\
text{font:14px system-ui,sans-serif;fill:#1b1b1b}.small{font-size:12px}.met{fill:#1c6b52}.missed{fill:#b3261e}\
.goal{stroke:#1b1b1b;stroke-width:2;stroke-dasharray:5 4}.ends{stroke:#1b1b1b;stroke-width:1.5}.ground{fill:#fff}\
@media (prefers-color-scheme:dark){text{fill:#eee}.ground{fill:#161616}.met{fill:#5cc29d}.missed{fill:#f2837b}\
.goal,.ends{stroke:#eee}}";

/// The whole drawing.
pub(crate) fn chart(figures: &[Figure]) -> String {
    let shown: Vec<_> = figures.iter().filter(|figure| figure.as_good(figure.value.median).is_some()).collect();
    let height = (0..shown.len()).fold(TOP + 20.0, |height, _| height + ROW);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"t d\">\
        <title id=\"t\">Each figure against its goal</title>\
        <desc id=\"d\">One bar a figure. A bar that reaches the dashed line meets its goal; the table beneath says the \
        same in numbers.</desc><style>{STYLE}</style><rect class=\"ground\" width=\"{WIDTH}\" height=\"{height}\"/>\
        <text x=\"{LEFT}\" y=\"26\">Each figure against its goal: a longer bar is better</text>\
        <text class=\"small\" x=\"{}\" y=\"46\">the goal</text>\
        <text class=\"small\" x=\"{}\" y=\"46\">twice as good</text>",
        GOAL + 6.0,
        place(2.0) + 6.0,
    );
    let mut y = TOP;
    for figure in shown {
        svg.push_str(&bar(figure, y));
        y += ROW;
    }
    let _ = writeln!(
        svg,
        "<line class=\"goal\" x1=\"{GOAL}\" y1=\"36\" x2=\"{GOAL}\" y2=\"{y}\"/>\
        <line class=\"goal\" x1=\"{two}\" y1=\"36\" x2=\"{two}\" y2=\"{y}\" stroke-opacity=\"0.3\"/></svg>",
        two = place(2.0)
    );
    svg
}

/// Where a value stands that is so many times as good as its goal.
fn place(good: f64) -> f64 {
    let good = if good.is_finite() { good.clamp(0.0, MOST) } else { MOST };
    if good <= 1.0 { LEFT + (GOAL - LEFT) * good } else { GOAL + (LONGEST - GOAL) * good.ln() / MOST.ln() }
}

fn bar(figure: &Figure, y: f64) -> String {
    let good = |value: f64| place(figure.as_good(value).unwrap_or_default());
    let (end, one, other) = (good(figure.value.median), good(figure.value.least), good(figure.value.most));
    let class = if figure.is_met() == Some(true) { "met" } else { "missed" };
    let middle = y + 26.0;
    format!(
        "<text class=\"small\" x=\"{LEFT}\" y=\"{}\">{}: {}</text>\
        <rect class=\"{class}\" x=\"{LEFT}\" y=\"{}\" width=\"{:.1}\" height=\"14\"/>\
        <line class=\"ends\" x1=\"{one:.1}\" y1=\"{middle}\" x2=\"{other:.1}\" y2=\"{middle}\"/>",
        y + 14.0,
        figure.what.replace('&', "&amp;").replace('<', "&lt;"),
        value(figure),
        y + 19.0,
        end - LEFT,
    )
}

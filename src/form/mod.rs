//! The questions: pure data, and reading the answers to them. Knows no other room, no page and no clock.
//!
//! One declaration of each question drives everything. From typed words to answers that count:
//!
//! ```
//! use alongside::form::{Form, Key, RawAnswers, Voice};
//! # fn show(form: &Form, today: chrono::NaiveDate) {
//! let typed: RawAnswers = [("person-born", "about 80"), ("danger-now", "no")].into_iter().collect();
//! let reading = form.read(&typed, Voice::Someone, today); // never fails: answers, and problems beside them
//! let counting = form.counting(&reading.answers, Voice::Someone); // only answers to questions that are asked
//! assert!(counting.answers.is(Key::DangerNow, "no"));
//! # }
//! ```

mod answers;
mod asked;
mod catalogue;
mod date;
mod imply;
mod key;
mod line;
mod print;
mod problem;
mod question;
mod raw;
mod read;
mod voice;
mod whole;

pub use answers::{Answer, Answers, Item};
pub use asked::{Asked, Counting, holds, is_asked};
pub use catalogue::REFERRAL;
pub use date::{MONTHS, NotADate, PartialDate, WEEKDAYS, parse as parse_date};
pub use key::Key;
pub use line::Line;
pub use print::print;
pub use problem::{Problem, Wrong};
pub use question::{Choice, Code, DateKind, Easy, Group, Kind, Need, Question, Section, Sensitivity, When};
pub use raw::RawAnswers;
pub use read::Reading;
pub use voice::{Voice, Voices};
pub use whole::Form;

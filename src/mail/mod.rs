//! Mail: what is written, to whom it may go, and how it leaves. Knows no database and no page.
//!
//! A mail carries a reference and a link, never a person's words, and can be composed only with a [`SafeContact`]:
//! the proof that e-mail was chosen and said to be safe. Its sender and subject are neutral. It waits in the outbox,
//! written in the same transaction as what it tells of, so that a mail server that is down delays mail and nothing else.
//!
//! ```
//! use alongside::mail::{Letter, Mailer, Message, SafeContact};
//! # use alongside::{form, settings};
//! # fn file(answers: &form::Answers, today: chrono::NaiveDate, settings: &settings::Mail) {
//! if let Some(to) = SafeContact::of_referrer(answers, form::Voice::Professional, today) {
//!     let letter = Letter::Receipt { reference: "7K3M 92QX", link: "https://referrals.example.org" };
//!     let message = Message::compose(&letter, &to, settings, alongside::words::Lang::English);
//!     // … sealed into the outbox; later, outside any transaction: `deliver(&mailer, &message, attempts, now).await`
//! #   drop(message);
//! }
//! # }
//! ```

mod compose;
mod mailer;
mod outbox;
mod safe_contact;

pub use compose::{Alarm, Letter, Message};
pub use mailer::{Failure, Mailer, Reason, Unusable};
pub use outbox::{LEASE, State, Step, deliver};
pub use safe_contact::SafeContact;

//! Alongside: a referral intake portal for independent advocacy services in England.
//!
//! One declaration of each question drives everything: the form in three voices, reading, completeness, the record, the
//! desk, JSON. Answers become facts; facts meet rules; rules say why; the queue is the result.
//!
//! ```text
//! QUESTIONS ──► page ──► answers ──► facts ──► completeness ─┐
//!   (form)     (view)    (form)    (intake)    service line ─┼─► one transaction ──► queue, record, call-backs, mail
//!                                              priority ─────┘       (store)
//! ```
//!
//! # The rooms
//!
//! Each line says what its room must not know. `tests/architecture` reads the sources and holds what can be seen in them:
//! which rooms and crates each may name, and where SQL, HTML, addresses, words and the time may stand.
//!
//! | Room | What it is for | What it must not know |
//! |---|---|---|
//! | [`form`] | the questions, as data, and reading answers to them | any other room |
//! | [`intake`] | rules about answers, and what they say: facts, gaps, service lines, priority, record | database, pages, the clock |
//! | [`triage`] | a referral's life: its states and the moves between them | database, pages, the clock |
//! | [`feedback`] | the easy-read questions, on the same engine | database, pages, the clock |
//! | [`receive`] | what was sent becomes one value with all that it causes | pages, the clock |
//! | [`reassess`] | a referral is weighed again: which band holds, and by when | pages, the clock |
//! | [`rights`] | what a person may ask by law: how long things are kept, a copy, putting right, erasing | the server |
//! | [`words`] | every word a person reads that is neither a question nor what a rule says | everything but the form |
//! | [`settings`] | what the owner decides, read once, with its mistakes | database, pages, words |
//! | [`permission`] | who may do what to which object, as one table | everything else |
//! | [`vault`] | sealing personal data, and finding it without opening it | what it seals |
//! | [`store`] | SQLite and PostgreSQL: the only room with diesel | pages and words |
//! | [`mail`] | composing, sending, trying again: the only room with lettre | pages |
//! | [`view`] | pages: the only room with maud | the database and the server |
//! | [`web`] | addresses and handlers: the only room with actix; asks the rules, holds none | SQL, HTML |
//! | [`work`] | what goes on beside the pages: mail, destroying, weighing anew | pages |
//! | [`portal`] | opening all of it in order | rules, pages, SQL |
//! | [`commands`] | what can be typed at the terminal; asks the rules, holds none | pages, SQL |
//! | [`demo`] | sixty made-up people | everything but the form |
//! | [`clock`], [`ids`], [`passwords`], [`logs`] | the time, names and codes, argon2id, logs | nearly everything |
//!
//! # What always holds
//!
//! 1. Reading never fails: it returns answers and problems ([`form::Reading`]). Held by
//!    `anything_sent_is_survived_and_words_are_kept` and `what_is_wrong_is_kept_with_its_problem`.
//! 2. No referral is refused for being incomplete; what is missing is listed ([`intake::completeness`]). Held by
//!    `a_handful_of_questions_are_needed_to_send`.
//! 3. A person sees a receipt only after the commit is durable. Held by
//!    `awaiting_a_write_blocks_no_thread_and_answers_after_the_commit`,
//!    `a_failure_that_a_job_hides_is_never_answered_as_kept` and
//!    `a_hundred_kills_lose_nothing_that_was_shown_and_leave_nothing_half_done`.
//! 4. Sending twice makes one referral ([`ids::SubmissionKey`]). Held by
//!    `sending_twice_files_once_and_shows_the_same_codes` and `a_race_of_the_same_sending_files_once`.
//! 5. Nobody but the [`clock`] knows the time, and [`store::Db`] is the only way into a transaction. Held by
//!    `only_the_clock_reads_the_time`, `reading_cannot_write` and `sixteen_writers_lose_nothing`.
//! 6. A person's words never reach a log, an address, a mail or an error page. Held by `no_mail_holds_any_answer`,
//!    `the_log_tells_what_became_of_a_mail_and_names_nobody` and
//!    `nothing_that_was_typed_is_left_in_a_log_an_address_a_mail_a_strangers_page_the_database_or_a_backup`.
//! 7. Personal data is sealed before it reaches the database ([`vault::Vault`]). Held by
//!    `a_database_file_is_for_its_owner_only_and_names_nobody` and `postgres_names_nobody_either`.
//! 8. Every view and change of a referral by staff is an event in a chain ([`store::events`]), which
//!    `alongside verify` checks ([`store::verify`]), beside a note of how far each had come ([`store::heads`]). Held by
//!    `what_is_filed_is_read_back_and_the_reading_is_an_event`, `every_kind_of_tampering_is_found`,
//!    `opening_a_referral_tells_whether_its_history_is_whole` and `what_was_put_back_is_found_and_what_has_grown_is_not`.
//! 9. Every page works without script, by keyboard, at 320 pixels, and says the same to a screen reader. Held by
//!    `every_page_keeps_every_rule` and by `accessibility/run`, in a browser.
//! 10. What a person said is unsafe, the system does not do: no mail without a [`mail::SafeContact`]. Held by
//!     `a_person_must_choose_it_say_it_is_safe_and_not_say_it_is_unsafe` and
//!     `who_must_not_know_or_is_ruled_out_gets_nothing`.
//! 11. Every store function takes an [`permission::Actor`], and one table decides. Held by
//!     `every_action_by_every_actor_to_own_and_others_is_as_written` and `an_administrator_sees_no_case`.
//! 12. Words come from the catalogue or the message table, said in a [`words::Lang`]; but for the sentences with which
//!     rules tell staff why, which stand with their rules in [`intake`], in English. Held by
//!     `words_stand_in_the_catalogue_and_the_message_table_only`, `words_stand_in_lists_that_every_language_can_say`
//!     and `only_the_edges_decide_which_language_it_is`.
//!
//! # A referral arrives
//!
//! A browser posts to [`web::paths::Path::Send`]; what was typed lies sealed in a draft ([`store::drafts`]).
//! [`form::REFERRAL`] reads it into a [`form::Reading`]: answers, and problems that never stop it. What is needed to send
//! and missing brings the page back with every word still there: [`intake::assess`] says so, with service lines, band,
//! reasons, gaps and call-backs. Else [`receive::judged`] writes the record as it was asked and answered, composes the mails
//! that are safe, and returns one [`store::referrals::NewReferral`], without any effect. [`store::referrals::seal`] seals
//! it before any connection is taken, and [`store::referrals::file_sealed`] keeps all of it in one transaction: person,
//! referral, issues, dates, call-backs, first event, mails to send. A second sending finds the first by its key. Only then
//! the browser is sent on to its receipt.
//!
//! # Triage decides
//!
//! Staff sign in; the session is ours and can be ended ([`store::sessions`]). [`store::referrals::queue`] gives a page of
//! the queue by rank, each row with its heaviest reasons; [`store::referrals::load`] opens one referral and writes down who
//! read it. [`store::referrals::override_band`] sets another band, keeps the computed one, and wants a reason;
//! [`store::referrals::decide_issue`] takes a [`triage::life::Decision`] to an issue, and [`triage::life`] says which moves
//! there are. Both name the version that was on the screen: who comes second is told so. Every hour [`work::sweep_once`]
//! weighs what still waits anew, because dates come nearer: [`reassess::reassess`] takes the answers as they were and as
//! they are, and says whether a band set by hand still holds. One that lapses is an event, and a mail to triage; so is a
//! band that becomes urgent by itself. Where only the words have grown old, they are renewed and nothing has happened.
//!
//! # A person asks, or time is over
//!
//! How long each kind of thing is kept is declared once, in [`settings::retention`]; the notice, the table for the owner
//! and [`work::sweep_once`] read it. [`rights::keeping`] puts it to one referral: until when, and what stands against
//! erasing. [`store::person::erase`] empties rows and leaves a nameless one, a history that verifies, a number.
//! [`rights::copy`] makes the copy that a person may ask for, one page to check and one to hand over;
//! [`rights::alarm`] tells others of each copy and each erasing; [`rights::correct`] puts an answer right. The key is turned by
//! [`work::rotation`], part by part through [`store::reseal`]; what does not open is named and holds
//! nothing up. The [`vault::Vault`] of every instance follows the file.
//!
//! # A mail fails and is tried again
//!
//! A mail waits in the outbox, sealed, from the transaction that caused it. [`work::deliver_due`] claims what is due with
//! [`store::outbox::claim`], under a lease, so that two instances never send one mail twice. [`mail::deliver`] tries it
//! outside any transaction and answers with a [`mail::Step`]: sent, again at a later moment, or given up.
//! [`store::outbox::failed`] writes the next attempt down, ever later; [`store::outbox::sent`] destroys its words. No page
//! waits for any of it, and the log tells a masked recipient and a reason, never a word. A mail that does not open is given
//! up, or waits for its key; a receipt that was given up is told on the page of its referral.

pub mod clock;
pub mod commands;
pub mod demo;
pub mod feedback;
pub mod form;
pub mod ids;
pub mod intake;
pub mod logs;
pub mod mail;
pub mod passwords;
pub mod permission;
pub mod portal;
pub mod reassess;
pub mod receive;
pub mod rights;
pub mod settings;
pub mod store;
pub mod triage;
pub mod vault;
pub mod view;
pub mod web;
pub mod words;
pub mod work;

//! What is kept, for how long, counted from what, and on which basis: one declaration.
//!
//! The daily sweep destroys by it, the privacy notice tells it, and the table in docs/data-protection.md is made from it. The periods
//! are the owner's; where law or guidance leaves a choice, the rule says what the owner has to decide.

use super::declared::keys;
use super::values::Values;

keys! {
    /// Days until answers that were not sent are destroyed.
    DRAFTS: "retention.draft_days" = "14";
    /// Years a referral that was accepted is kept after anybody last opened or changed it.
    RECORDS: "retention.record_years" = "6";
    /// Years a referral is kept of which every issue was signposted or declined, after the last of these decisions.
    DECLINED: "retention.declined_years" = "2";
    /// The age until which a referral of somebody under 18 is kept, if that is later.
    CHILD: "retention.child_age" = "25";
    /// Years feedback is kept.
    FEEDBACK: "retention.feedback_years" = "3";
    /// Days after which you destroy copies of the data. The portal cannot reach them: it tells this number in the privacy
    /// notice, and you keep it. What was erased lives on in older copies until then.
    BACKUPS: "retention.backup_days" = "35";
}

/// Days a code that opens the feedback questions is good for: the work, its end, and the review some weeks later.
pub const INVITATION_DAYS: u32 = 180;
/// Days any session lasts at most, whatever happens in it.
pub const SESSION_DAYS: u32 = 7;

/// How long things are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Days until a draft is destroyed.
    pub draft_days: u32,
    /// Years an accepted referral is kept after anybody last opened or changed it.
    pub record_years: u32,
    /// Years a referral is kept of which every issue was signposted or declined.
    pub declined_years: u32,
    /// The age until which a child's referral is kept, if that is later.
    pub child_age: u32,
    /// Years feedback is kept.
    pub feedback_years: u32,
    /// Days after which the owner destroys copies of the data.
    pub backup_days: u32,
}

pub(super) fn read(values: &mut Values) -> Retention {
    let retention = Retention {
        draft_days: values.number(&DRAFTS, 1, 90),
        record_years: values.number(&RECORDS, 1, 100),
        declined_years: values.number(&DECLINED, 1, 100),
        child_age: values.number(&CHILD, 18, 40),
        feedback_years: values.number(&FEEDBACK, 1, 20),
        backup_days: values.number(&BACKUPS, 1, 365),
    };
    if retention.declined_years > retention.record_years {
        values.mistake(&DECLINED, "is longer than `retention.record_years`", "Write a number that is not larger.");
    }
    retention
}

/// A kind of thing that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Answers that were not sent.
    Drafts,
    /// Referrals that nobody has decided yet.
    Waiting,
    /// Referrals that were accepted.
    Accepted,
    /// Referrals of which every issue was signposted or declined.
    Declined,
    /// Either, of somebody under 18.
    Children,
    /// The words of mail.
    Mail,
    /// What clients say about the service.
    Feedback,
    /// Codes that open the feedback questions.
    Invitations,
    /// What a browser left on the server: visits and sign-ins.
    Sessions,
    /// Who looked at and did what: with the reasons, as long as the referral; without, always.
    History,
    /// Accounts of staff, with what failed at signing in.
    Accounts,
    /// Copies of the data.
    Backups,
    /// Numbers that name nobody, erased referrals among them.
    Tallies,
}

impl Kind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 13] = [
        Self::Drafts,
        Self::Waiting,
        Self::Accepted,
        Self::Declined,
        Self::Children,
        Self::Mail,
        Self::Feedback,
        Self::Invitations,
        Self::Sessions,
        Self::History,
        Self::Accounts,
        Self::Backups,
        Self::Tallies,
    ];

    /// The frozen name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Children => "children",
            Self::Mail => "mail",
            Self::Feedback => "feedback",
            Self::Invitations => "invitations",
            Self::Sessions => "sessions",
            Self::History => "history",
            Self::Accounts => "accounts",
            Self::Backups => "backups",
            Self::Tallies => "tallies",
        }
    }
}

impl Kind {
    const fn what(self) -> &'static str {
        match self {
            Self::Drafts => "Answers that were not sent",
            Self::Waiting => "Referrals that wait for a decision",
            Self::Accepted => "Referrals that were accepted",
            Self::Declined => "Referrals of which every issue was signposted or declined",
            Self::Children => "Either, of somebody who was under 18 when it came",
            Self::Mail => "The words and the address of a mail",
            Self::Feedback => "Feedback",
            Self::Invitations => "Codes that open the feedback questions",
            Self::Sessions => "Visits and sign-ins, as the server remembers them",
            Self::History => "Who opened and changed a referral, when, and why",
            Self::Accounts => "Accounts of staff",
            Self::Backups => "Copies of the data (backups)",
            Self::Tallies => "The nameless row of an erased referral; how many of what were erased in a month",
        }
    }
}

/// For how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// This many days.
    Days(u32),
    /// This many years.
    Years(u32),
    /// Until the person is this old.
    Age(u32),
    /// Until something happens, which the rule names.
    Until,
    /// Always: it names nobody.
    Always,
}

/// How long one kind of thing is kept, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Which kind.
    pub kind: Kind,
    /// What that is, for the owner.
    pub what: &'static str,
    /// For how long.
    pub span: Span,
    /// From when it is counted, or what ends it.
    pub from: &'static str,
    /// What that rests on: the law, or guidance.
    pub basis: &'static str,
    /// What the owner decides, where law and guidance leave it open; empty where there is nothing to decide.
    pub decide: &'static str,
}

const LIMITS: &str = "UK GDPR Art 5(1)(e): no longer than needed";
const DUTY: &str = "UK GDPR Art 6(1)(e) or (f), 9(2)(h) and (g): work that waits";
const CLAIMS: &str = "UK GDPR Art 6(1)(e) or (f), 9(2)(f) and (h); Limitation Act 1980 ss2, 5: claims within 6 years";
const TURNED_AWAY: &str = "UK GDPR Art 5(1)(e); Records Management Code (NHS England 2021): referrals not accepted";
const CHILDHOOD: &str = "Limitation Act 1980 s28: time runs from 18; Records Management Code: until the 25th birthday";
const ACCOUNT: &str = "UK GDPR Art 5(2): accountability";
const NAMELESS: &str = "UK GDPR recital 26: names nobody";

impl Retention {
    /// Every rule, one for each kind.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        Kind::ALL.into_iter().map(|kind| self.rule(kind)).collect()
    }

    /// The rule for one kind.
    #[must_use]
    pub const fn rule(&self, kind: Kind) -> Rule {
        let (span, from, basis, decide) = match kind {
            Kind::Drafts => (Span::Days(self.draft_days), "the day it was begun", LIMITS, ""),
            Kind::Waiting => (Span::Until, "somebody decides it; never destroyed by itself", DUTY, ""),
            Kind::Accepted => (
                Span::Years(self.record_years),
                "the day anybody last opened or changed it",
                CLAIMS,
                "8 years, if your contract follows the Records Management Code for adult social care; longer, if it says so",
            ),
            Kind::Declined => (
                Span::Years(self.declined_years),
                "the day of the last decision",
                TURNED_AWAY,
                "longer, if people come back to you about refusals after that",
            ),
            Kind::Children => (
                Span::Age(self.child_age),
                "their birth; the latest day it can have been, where that is not known",
                CHILDHOOD,
                "the same for adults who lack capacity to bring a claim, for whom time may not run (s28): hold these by hand",
            ),
            Kind::Mail => (Span::Until, "it is sent or given up, at most about two days", LIMITS, ""),
            Kind::Feedback => (
                Span::Years(self.feedback_years),
                "the day it was given",
                LIMITS,
                "as long as you compare years with each other, and no longer",
            ),
            Kind::Invitations => (Span::Days(INVITATION_DAYS), "the day the code was made", LIMITS, ""),
            Kind::Sessions => (Span::Days(SESSION_DAYS), "the day the visit began; sooner when idle", LIMITS, ""),
            Kind::History => (
                Span::Until,
                "the referral is destroyed: then the reasons go, and who did what and when stays",
                ACCOUNT,
                "",
            ),
            Kind::Accounts => (
                Span::Until,
                "the database itself goes, for histories name them; wrong passwords are counted until the next right one",
                ACCOUNT,
                "when a leaver's account is disabled: on their last day",
            ),
            Kind::Backups => (
                Span::Days(self.backup_days),
                "the day the copy was made: you destroy it, the portal cannot",
                LIMITS,
                "how many days of copies you need to feel safe",
            ),
            Kind::Tallies => (Span::Always, "", NAMELESS, ""),
        };
        Rule { kind, what: kind.what(), span, from, basis, decide }
    }
}

/// The rules as a table in Markdown, for the owner.
#[must_use]
pub fn table(rules: &[Rule]) -> String {
    let mut table = "| What | Kept | From, or until | Basis | What you decide |\n|---|---|---|---|---|\n".to_owned();
    for rule in rules {
        let row = [rule.what, &rule.span.to_string(), rule.from, rule.basis, rule.decide];
        table.extend(["| ", &row.join(" | "), " |\n"]);
    }
    table
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = |f: &mut std::fmt::Formatter<'_>, number: u32, thing: &str| {
            write!(f, "{number} {thing}{}", if number == 1 { "" } else { "s" })
        };
        match *self {
            Self::Days(days) => count(f, days, "day"),
            Self::Years(years) => count(f, years, "year"),
            Self::Age(age) => write!(f, "until {age} years old"),
            Self::Until => f.write_str("until"),
            Self::Always => f.write_str("always"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::super::{Given, Settings};
    use super::*;

    const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/data-protection.md");
    const BEGINS: &str = "<!-- made from the settings: begin -->\n";
    const ENDS: &str = "<!-- made from the settings: end -->";

    fn default() -> Retention {
        let folder = tempfile::tempdir().unwrap();
        let given = Given { data: Some(folder.path().join("data")), ..Given::default() };
        Settings::read(&given, []).unwrap().retention
    }

    #[test]
    fn every_kind_has_one_rule_with_its_basis() {
        let rules = default().rules();
        assert_eq!(rules.iter().map(|rule| rule.kind).collect::<Vec<_>>(), Kind::ALL);
        for rule in &rules {
            assert!(rule.basis.starts_with("UK GDPR") || rule.basis.contains("Act 1980"), "{rule:?}");
            assert_eq!(rule.from.is_empty(), rule.span == Span::Always, "{rule:?}");
            assert!(rules.iter().filter(|other| other.kind.slug() == rule.kind.slug()).count() == 1);
        }
    }

    #[test]
    fn what_was_turned_away_is_not_kept_longer_than_what_was_taken_on() {
        let (folder, file) = (tempfile::tempdir().unwrap(), "[retention]\nrecord_years = 3\ndeclined_years = 4\n");
        let path = folder.path().join("alongside.toml");
        fs::write(&path, file).unwrap();
        let told = Settings::read(&Given { file: Some(path), ..Given::default() }, []).unwrap_err().to_string();
        assert!(told.contains("is longer than `retention.record_years`"), "{told}");
    }

    /// `WRITE_DOCS=yes cargo test the_page_of_periods` writes it.
    #[test]
    fn the_page_of_periods_says_what_the_settings_say() {
        let page = fs::read_to_string(PAGE).unwrap();
        let (before, rest) = page.split_once(BEGINS).expect("the page has a place for the table");
        let (stands, after) = rest.split_once(ENDS).expect("the table has an end");
        let made = table(&default().rules());
        if env::var_os("WRITE_DOCS").is_some() {
            fs::write(PAGE, format!("{before}{BEGINS}{made}{ENDS}{after}")).unwrap();
        } else {
            assert!(stands == made, "out of date: WRITE_DOCS=yes cargo test the_page_of_periods\n\n{made}");
        }
    }
}

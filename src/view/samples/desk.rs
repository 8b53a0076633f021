//! Samples of the desk.

use maud::Markup;

use super::{Draft, Sample, TOKEN, filled, refusals, site, told};
use crate::form::{Key, REFERRAL, Voice};
use crate::intake::record::{self, Room};
use crate::view::layout::{Signed, Site};
use crate::view::staff::accounts::{Account, accounts};
use crate::view::staff::correct::{Correct, correct};
use crate::view::staff::history::history;
use crate::view::staff::issue::alone;
use crate::view::staff::own_account::{OwnAccount, SignedIn, own_account};
use crate::view::staff::queue::{Line, Queue, Tally, queue};
use crate::view::staff::referral::{Decision, Event, Flag, Gap, Issue, Limb, Reason, Referral, Refusal, referral};
use crate::view::staff::rights::{Rights, rights};
use crate::view::staff::sign_in::sign_in;
use crate::view::staff::written::{Written, part, written};
use crate::view::staff::{BandTag, Pick, feedback};
use crate::view::{Sheet, Told};
use crate::web::paths::Path;
use crate::words::frame;

const IMMEDIATE: BandTag<'static> = BandTag { slug: "immediate", words: "Immediate" };

const JO: Signed<'static> = Signed {
    name: "Jo Example",
    token: TOKEN,
    pages: &[(Path::Queue, frame::NAV_QUEUE), (Path::ClientFeedback, frame::NAV_CLIENT_FEEDBACK)],
};

pub(super) fn desk(all: &mut Vec<Sample>) {
    let site = site();
    let wrong = told("password", "Check your e-mail and your password.");
    all.push(("sign-in".to_owned(), sign_in(&site, "", &[], TOKEN)));
    all.push(("sign-in-wrong".to_owned(), sign_in(&site, "triage@advocacy.example", &wrong, TOKEN)));
    let signed_in = [SignedIn { since: "Today, 9am".to_owned(), last: "Today, 10am".to_owned() }];
    let own = OwnAccount { who: JO, changed: true, fewest: 12, signed_in: &signed_in, problems: &[] };
    all.push(("own-account".to_owned(), own_account(&site, &own)));
    let short = told("new", "Use at least 12 characters.");
    all.push(("own-account-wrong".to_owned(), own_account(&site, &OwnAccount { problems: &short, ..own })));
    let bands = [
        Pick { value: "immediate", label: "Immediate", chosen: true },
        Pick { value: "urgent", label: "Urgent", chosen: false },
    ];
    let others = [("urgent", "Urgent"), ("standard", "Standard"), ("planned", "Planned")];
    let tags = [IMMEDIATE].into_iter().chain(others.map(|(slug, words)| BandTag { slug, words }));
    let why = ["A safeguarding enquiry is open and the person has nobody to support them.".to_owned()];
    let rows: Vec<_> = tags
        .map(|band| Line {
            reference: "7K3M-92QX",
            band,
            contact_by: "Monday 23 November, 5pm",
            overdue: band == IMMEDIATE,
            why: &why,
            lines: &["Care Act", "IMHA"],
            received: "Sunday 22 November, 3.20am",
            flags: if band == IMMEDIATE { &["Danger", "Contact with care"] } else { &[] },
        })
        .collect();
    let tallies = [Tally { band: IMMEDIATE, count: 8, address: "/staff/queue?band=immediate".to_owned(), here: true }];
    let empty = Queue {
        who: JO,
        tallies: &tallies,
        state: "Not decided yet",
        count: 0,
        filtered: true,
        bands: &bands,
        lines: &[],
        states: &[],
        overdue: false,
        rows: &[],
        next: None,
        first: Some("/staff/queue"),
    };
    let full =
        Queue { count: 64, filtered: false, rows: &rows, next: Some("/staff/queue?after=2-7"), first: None, ..empty };
    all.push(("queue".to_owned(), queue(&site, &full)));
    all.push(("queue-empty".to_owned(), queue(&site, &empty)));
    let account = Account {
        name: "jo@example.org".to_owned(),
        number: "account 4".to_owned(),
        role: "Triage",
        state: "Open",
        last: "Never".to_owned(),
    };
    all.push(("accounts".to_owned(), accounts(&site, JO, &[account])));
    all.push(("feedback-none".to_owned(), feedback::given(&site, JO, &[], None)));
    let code = ("7K3M-92QX", "6M4S-KVZB-G9CM", "Tuesday 25 May 2027");
    all.push(("feedback-code".to_owned(), feedback::code(&site, JO, code)));
    for (name, problems) in [("referral", Vec::new()), ("referral-wrong", told("reason", "Say why, in a few words."))] {
        all.push((name.to_owned(), one_referral(&bands, &problems, |page| referral(&site, page))));
    }
    for (name, problems) in
        [("issue-alone", Vec::new()), ("issue-alone-wrong", told("issue-1-reason", "Say why, in a few words."))]
    {
        let draw = |page: &Referral<'_>| alone(&site, page, &page.issues[0]);
        all.push((name.to_owned(), one_referral(&bands, &problems, draw)));
    }
    let event = Event { at: "Sunday 22 November, 3.20am", who: "The sender", what: "Received" };
    all.push((
        "history".to_owned(),
        history(&site, JO, ("7K3M-92QX", &["It cannot all be read.".to_owned()]), (&[event], 0, true)),
    ));
    asked(all, &site);
}

/// What follows when a person asks for something.
fn asked(all: &mut Vec<Sample>, site: &Site) {
    let draft = Draft::new(Voice::Professional, filled());
    let record = record::snapshot(&REFERRAL, &draft.reading.answers, &draft.counting, true, draft.voice);
    let rows = record.sections.iter().flat_map(|section| section.rows.iter().map(move |row| (&section.slug, row)));
    let rooms: Vec<_> = rows
        .filter(|(_, row)| !row.within.is_empty())
        .take(1)
        .map(|(section, row)| Room { list: "issues".into(), section: section.clone(), row: row.clone() })
        .collect();
    let all_of_it = Written {
        who: JO,
        reference: "7K3M-92QX",
        notes: &[],
        record: &record,
        corrects: true,
        rooms: &rooms,
        whole: false,
    };
    all.push(("written".to_owned(), written(site, &all_of_it)));
    all.push(("written-part".to_owned(), part(site, &all_of_it, "issues.1").unwrap()));
    for (name, path, problems) in [
        ("correct", "person-age-group", Vec::new()),
        ("correct-wrong", "issues.1.dates.1.date-when", told("issues.1.dates.1.date-when", "Write a date.")),
    ] {
        let slug = path.rsplit('.').next().unwrap();
        let draft = Draft::new(Voice::Professional, filled());
        let (typed, answers) = (&draft.typed, &draft.counting.answers);
        let sheet = Sheet { lang: site.lang, voice: draft.voice, typed, answers, problems: &[], choose: "" };
        let page = Correct {
            who: JO,
            reference: "7K3M-92QX",
            question: REFERRAL.question(Key::from_slug(slug).unwrap()).unwrap(),
            path,
            place: "Issue 1, Date 1",
            sheet: &sheet,
            why: "",
            version: 3,
            problems: &problems,
        };
        all.push((name.to_owned(), correct(site, &page)));
    }
    let alike = [("4FQW-7PT3".to_owned(), "It came on 3 March 2026. The same: NHS number.".to_owned())];
    for (name, problems) in [("rights", Vec::new()), ("rights-wrong", told("despite", "Tick this box."))] {
        let page = Rights {
            who: JO,
            reference: "7K3M-92QX",
            together: "This page is about one referral.",
            kept_until: "It is kept until 23 November 2032, as things stand.",
            held: true,
            erased: None,
            alike: &alike,
            more_alike: true,
            limits: &["It is held for a complaint."],
            typed: ["", "", "She asked by letter."],
            marks: &[("another-person", "Another person", true), ("harm", "Could harm", false)],
            silent: false,
            despite: !problems.is_empty(),
            problems: &problems,
        };
        all.push((name.to_owned(), rights(site, &page)));
        if page.problems.is_empty() {
            all.push(("rights-erased".to_owned(), rights(site, &Rights { erased: Some("Erased."), ..page })));
        }
    }
}

fn one_referral(bands: &[Pick<'_>], problems: &[Told], draw: impl Fn(&Referral<'_>) -> Markup) -> Markup {
    let draft = Draft::new(Voice::Professional, filled());
    let record = record::snapshot(&REFERRAL, &draft.reading.answers, &draft.counting, true, draft.voice);
    let reasons = [
        Reason {
            rule: "B1",
            sentence: "Someone may be in danger now.",
            weight: "+30".to_owned(),
            source: "Service rubric",
        },
        Reason {
            rule: "FL1",
            sentence: "Danger now.",
            weight: "Never below Immediate".to_owned(),
            source: "Service rubric",
        },
    ];
    let limbs = [Limb { sentence: "Substantial difficulty in being involved", met: "Not known", source: "s67(4)" }];
    let ways = [
        Pick { value: "accept", label: "Accept", chosen: false },
        Pick { value: "decline", label: "Decline", chosen: false },
    ];
    let lines = [Pick { value: "care-act", label: "Care Act", chosen: true }];
    let sentences = ["Do not leave a message.".to_owned()];
    let gap = |field: Option<&str>| Gap { asked: "How old is the person?".to_owned(), field: field.map(str::to_owned) };
    let gaps = [gap(Some("person-age-group")), gap(None)];
    let flagged = refusals::flagged();
    let flags = [
        Flag { title: "Danger", words: &flagged, grave: true },
        Flag { title: "Communication", words: &flagged, grave: false },
    ];
    let issues = [Issue {
        id: 1,
        title: "A review of care",
        line: "Care Act advocacy, because a review of a care plan is one of the processes named in the Act.",
        band: IMMEDIATE,
        contact_by: Some("Monday 23 November, 5pm"),
        state: "New",
        written: Some("issues.1"),
        limbs: &limbs,
        reasons: &reasons,
        decide: Some(Decision { ways: &ways, lines: &lines, reason: "" }),
    }];
    let events =
        [Event { at: "Sunday 22 November, 3.20am", who: "The sender", what: "Sent the referral on the website." }];
    let page = Referral {
        who: JO,
        reference: "7K3M-92QX",
        received: "Sent on Sunday 22 November at 3.20am by someone who refers as part of their job.",
        band: IMMEDIATE,
        version: 1,
        notes: &sentences,
        rights: true,
        set_by_hand: Some("The rules gave Urgent. Set to Immediate by Jo Example: I know this house."),
        contact_by: "Monday 23 November, 5pm",
        not_contacted: Some("Do not contact: the person will contact us."),
        overdue: true,
        points: 48,
        state: "New",
        reasons: &reasons,
        flags: &flags,
        gaps: &gaps,
        queries: &[],
        call_backs: &sentences,
        issues: &issues,
        story: record.sections.iter().find(|section| section.slug == "happening").map_or(&[], |section| &section.rows),
        reads: true,
        weighed: true,
        can_correct: true,
        events: &events,
        invites: true,
        refusal: Some(Refusal::ToConfirm),
        bands: Some(bands),
        override_reason: "",
        problems,
        again: 0,
    };
    draw(&page)
}

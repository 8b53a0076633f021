//! A referral is filed once, whole, and every reading of it is written down.

use alongside::form::Voice;
use alongside::ids::SubmissionKey;
use alongside::permission::{Actor, Role};
use alongside::settings::rubric::Band;
use alongside::store::drafts::{self, NewDraft};
use alongside::store::events::{By, EventKind, Words};
use alongside::store::outbox::NewMail;
use alongside::store::referrals::{self, Override, Reassessed, ReassessedIssue};
use alongside::store::{Error, Fault};
use alongside::triage::life::{Channel, Decision, IssueState, Status};
use alongside::vault::Plain;
use chrono::TimeDelta;
use serde_json::json;

use super::{STANDING, SYSTEM, VISITOR, a_member, a_referral, a_triager, filed, now, on_each_database};

#[test]
fn what_is_filed_is_read_back_and_the_reading_is_an_event() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let new = a_referral();
        let reference = filed(test, new.clone());
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &reference, now())).unwrap();
        assert_eq!((read.status, read.voice, read.channel), (Status::Received, new.voice, new.channel));
        assert_eq!((read.band, read.computed_band, read.overridden), (Band::Standard, Band::Standard, false));
        assert_eq!((read.points, read.gaps, read.flags, read.contact_by), (33, 4, new.flags, new.contact_by));
        assert_eq!([&read.answers, &read.record].map(Plain::of), [&new.answers, &new.record].map(Clone::clone));
        assert_eq!((Plain::of(&read.assessment), &read.person), (new.assessment.clone(), &new.person.details));
        assert_eq!(read.issues[0].dates[0].day, new.issues[0].dates[0].day);
        assert_eq!((read.issues[0].line.as_str(), read.issues[0].state), ("imca", IssueState::Open));
        assert_eq!(test.number("SELECT count(*) AS n FROM call_backs WHERE reason = 'danger-not-sure'"), 1);
        let events: Vec<_> = read.events.iter().map(|event| (event.kind, event.by.clone())).collect();
        let staff = By::Staff(triager.staff_id().unwrap());
        assert_eq!(events, [(EventKind::Received, By::Visitor), (EventKind::Viewed, staff)]);
    });
}

#[test]
fn sending_twice_files_once_and_shows_the_same_codes() {
    on_each_database(|test| {
        let new = a_referral();
        let send = |new: referrals::NewReferral| {
            test.write(move |conn, vault| referrals::file(conn, vault, VISITOR, &new)).unwrap()
        };
        let first = send(new.clone());
        let again = referrals::NewReferral { reference: "ZZZZZZZZ".parse().unwrap(), ..new };
        let second = send(again);
        assert!(first.first && !second.first);
        assert_eq!(first.reference, second.reference);
        assert_eq!(first.receipt, second.receipt);
        assert_eq!(test.number("SELECT count(*) AS n FROM people"), 1);
        assert_eq!(test.number("SELECT count(*) AS n FROM outbox"), 1);
    });
}

#[test]
fn a_race_of_the_same_sending_files_once() {
    on_each_database(|test| {
        let key = SubmissionKey::random().unwrap();
        let references: Vec<_> = std::thread::scope(|scope| {
            let racers: Vec<_> = (0..16)
                .map(|_| {
                    let new = referrals::NewReferral { submission_key: key.clone(), ..a_referral() };
                    scope.spawn(move || filed(test, new))
                })
                .collect();
            racers.into_iter().map(|racer| racer.join().unwrap()).collect()
        });
        assert!(references.iter().all(|reference| *reference == references[0]));
        for table in ["referrals", "people", "issues", "events", "outbox", "call_backs"] {
            assert_eq!(test.number(&format!("SELECT count(*) AS n FROM {table}")), 1, "{table}");
        }
        assert_eq!(test.number("SELECT CAST(sum(total) AS BIGINT) AS n FROM queue_counts"), 1);
    });
}

#[test]
fn filing_destroys_the_draft() {
    on_each_database(|test| {
        let token = test
            .write(|conn, vault| {
                let expires_at = now() + TimeDelta::days(7);
                let new = NewDraft { voice: Voice::Myself, channel: Channel::Web, body: &json!({}), expires_at };
                drafts::create(conn, vault, VISITOR, &new, now())
            })
            .unwrap();
        filed(test, referrals::NewReferral { draft: Some(token), ..a_referral() });
        assert_eq!(test.number("SELECT count(*) AS n FROM drafts"), 0);
    });
}

#[test]
fn a_referral_with_one_bad_part_leaves_nothing_behind() {
    on_each_database(|test| {
        let mut new = a_referral();
        new.call_backs[0].reason = "Not A Name".into();
        let outcome = test.write(move |conn, vault| referrals::file(conn, vault, VISITOR, &new).map(drop));
        assert_eq!(outcome, Err(Error::Broken(Fault::Rule)));
        for table in ["referrals", "people", "issues", "events", "outbox"] {
            assert_eq!(test.number(&format!("SELECT count(*) AS n FROM {table}")), 0, "{table}");
        }
    });
}

#[test]
fn an_overridden_band_keeps_the_computed_one_and_the_reason() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let reference = filed(test, a_referral());
        let contact_by = now() + TimeDelta::hours(4);
        let chosen = Override { band: Band::Immediate, contact_by, standing: STANDING, reason: "the ward rang".into() };
        let (named, twice) = (reference.clone(), chosen.clone());
        test.write(move |conn, vault| referrals::override_band(conn, vault, triager, (&named, 1), &chosen, now()))
            .unwrap();
        let (named, late) = (reference.clone(), twice.clone());
        let too_late =
            test.write(move |conn, vault| referrals::override_band(conn, vault, triager, (&named, 1), &late, now()));
        assert_eq!(too_late, Err(Error::Conflict));
        let named = reference.clone();
        let blank = Override { reason: "  ".into(), ..twice };
        let unexplained =
            test.write(move |conn, vault| referrals::override_band(conn, vault, triager, (&named, 2), &blank, now()));
        assert_eq!(unexplained, Err(Error::Broken(Fault::Rule)));
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &reference, now())).unwrap();
        assert_eq!((read.band, read.computed_band, read.overridden), (Band::Immediate, Band::Standard, true));
        assert_eq!((read.contact_by, read.version), (contact_by, 2));
        assert_eq!(read.events[1].detail, "standard>immediate");
        assert!(read.events[1].words == Words::Said("the ward rang".into()));
        let counts = test.db.read(|conn| referrals::counts(conn, triager)).unwrap();
        assert_eq!(counts.of(Status::Received, Band::Immediate), 1);
        assert_eq!(counts.of(Status::Received, Band::Standard), 0);
    });
}

#[test]
fn a_decided_issue_moves_the_referral_and_tells_why() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let reference = filed(test, a_referral());
        let decide = |version, decision: Decision| {
            let reference = reference.clone();
            test.write(move |conn, vault| {
                referrals::decide_issue(conn, vault, triager, (&reference, version, 1), &decision, now())
            })
        };
        assert_eq!(decide(1, Decision::Ask { what: String::new() }), Err(Error::Broken(Fault::Rule)));
        assert_eq!(decide(1, Decision::Ask { what: "which ward?".into() }), Ok(Status::Asked));
        assert_eq!(decide(2, Decision::Accept { line: "care-act".into(), note: String::new() }), Ok(Status::Accepted));
        assert_eq!(decide(3, Decision::Decline { reason: "has an advocate".into() }), Ok(Status::Closed));
        assert_eq!(decide(4, Decision::Decline { reason: "again".into() }), Err(Error::Conflict));
        let counts = test.db.read(|conn| referrals::counts(conn, triager)).unwrap();
        assert_eq!(counts.of_status(Status::Closed), 1);
        assert_eq!(counts.of_status(Status::Received) + counts.of_status(Status::Asked), 0);
        let named = reference.clone();
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &named, now())).unwrap();
        assert_eq!(read.issues[0].line, "care-act");
        assert_eq!(read.events[2].detail, "asked>accepted:care-act");
        assert!(read.events[1].issue == Some(1) && read.events[2].words == Words::Nothing);
    });
}

#[test]
fn a_new_assessment_keeps_what_holds_and_tells_of_a_band_that_lapsed() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let reference = filed(test, a_referral());
        let waiting = test.write(|conn, vault| referrals::for_assessment(conn, vault, SYSTEM, 0, 10)).unwrap();
        assert_eq!(waiting.referrals.len(), 1);
        assert_eq!(Plain::of(&waiting.referrals[0].answers), a_referral().answers);
        let result = |band, computed_band, lapsed: Option<&'static str>| Reassessed {
            band,
            computed_band,
            overridden: band != computed_band,
            lapsed,
            points: 60,
            rank: STANDING.rank(band, now() + TimeDelta::days(1)),
            contact_by: now() + TimeDelta::days(1),
            emergency: true,
            gaps: 3,
            assessment: json!({"again": true}),
            why: vec!["again".into()],
            issues: vec![ReassessedIssue { number: 1, band, points: 60, contact_by: now() }],
            mails: lapsed
                .map(|_| NewMail { kind: "override-lapsed".into(), body: json!({}), due_at: now() })
                .into_iter()
                .collect(),
        };
        let keep = |version, result: Reassessed| {
            let reference = reference.clone();
            test.write(move |conn, vault| {
                referrals::reassess(conn, vault, SYSTEM, (&reference, version), &result, now())
            })
            .unwrap();
        };
        let bands = || {
            let reference = reference.clone();
            let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &reference, now())).unwrap();
            (read.band, read.computed_band, read.overridden)
        };
        keep(1, result(Band::Urgent, Band::Urgent, None));
        assert_eq!(bands(), (Band::Urgent, Band::Urgent, false));
        let chosen = Override { band: Band::Planned, contact_by: now(), standing: STANDING, reason: "resolved".into() };
        let named = reference.clone();
        test.write(move |conn, vault| referrals::override_band(conn, vault, triager, (&named, 2), &chosen, now()))
            .unwrap();
        keep(3, result(Band::Planned, Band::Standard, None));
        assert_eq!(bands(), (Band::Planned, Band::Standard, true));
        assert_eq!(test.number("SELECT count(*) AS n FROM outbox WHERE kind = 'override-lapsed'"), 0);
        keep(4, result(Band::Immediate, Band::Immediate, Some("danger")));
        assert_eq!(bands(), (Band::Immediate, Band::Immediate, false));
        assert_eq!(test.number("SELECT count(*) AS n FROM outbox WHERE kind = 'override-lapsed'"), 1);
        let named = reference.clone();
        let read = test.write(move |conn, vault| referrals::load(conn, vault, triager, &named, now())).unwrap();
        let details: Vec<_> = read.events.iter().filter(|event| event.kind == EventKind::Assessed).collect();
        let details: Vec<_> = details.iter().map(|event| event.detail.as_str()).collect();
        assert_eq!(details, ["standard>urgent", "urgent>standard", "planned>immediate:danger"]);
        let counts = test.db.read(|conn| referrals::counts(conn, triager)).unwrap();
        assert_eq!((counts.of(Status::Received, Band::Immediate), counts.of(Status::Received, Band::Planned)), (1, 0));
    });
}

#[test]
fn nobody_reads_decides_or_counts_who_may_not() {
    on_each_database(|test| {
        let administrator = a_member(test, "Ada Admin", Role::Administrator);
        let reference = filed(test, a_referral());
        for actor in [VISITOR, SYSTEM, administrator] {
            let named = reference.clone();
            let read = test.write(move |conn, vault| referrals::load(conn, vault, actor, &named, now()).map(drop));
            assert_eq!(read, Err(Error::Forbidden), "{actor:?}");
            let counted = test.db.read(|conn| referrals::counts(conn, actor));
            assert_eq!(counted, Err(Error::Forbidden), "{actor:?}");
        }
        let triager: Actor = a_triager(test);
        let missing = test.write(move |conn, vault| {
            referrals::load(conn, vault, triager, &"00000000".parse().unwrap(), now()).map(drop)
        });
        assert_eq!(missing, Err(Error::NotFound));
    });
}

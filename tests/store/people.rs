//! Drafts, sessions, accounts, feedback: what each keeps, for how long, and from whom.

use alongside::form::Voice;
use alongside::ids::{DraftToken, InvitationCode, SessionKey, SubmissionKey};
use alongside::permission::{Actor, Role};
use alongside::store::drafts::{self, NewDraft};
use alongside::store::sessions::{self, Limits, SessionRow};
use alongside::store::throttle::Throttle;
use alongside::store::{Error, feedback, staff};
use alongside::triage::life::Channel;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{SYSTEM, TestDb, VISITOR, a_member, a_referral, a_triager, filed, now, on_each_database};

const THROTTLE: Throttle = Throttle { most: 3, wait: TimeDelta::minutes(15) };
const LIMITS: Limits = Limits { idle: TimeDelta::minutes(30), absolute: TimeDelta::hours(12) };

fn a_draft(test: &TestDb) -> DraftToken {
    test.write(|conn, vault| {
        let expires_at = now() + TimeDelta::days(7);
        let body = json!({"a": ["b"]});
        let new = NewDraft { voice: Voice::Myself, channel: Channel::Web, body: &body, expires_at };
        drafts::create(conn, vault, VISITOR, &new, now())
    })
    .unwrap()
}

fn load_draft(test: &TestDb, token: &DraftToken, at: DateTime<Utc>) -> Result<drafts::Draft<Value>, Error> {
    let token = token.clone();
    test.write(move |conn, vault| drafts::load(conn, vault, VISITOR, &token, at))
}

fn bring_back(
    test: &TestDb,
    code: &alongside::ids::ReturnCode,
    word: &'static str,
    at: DateTime<Utc>,
) -> Option<DraftToken> {
    let code = code.clone();
    test.write(move |conn, vault| drafts::bring_back(conn, vault, VISITOR, (&code, word), THROTTLE, at)).unwrap()
}

#[test]
fn a_draft_keeps_what_was_typed_until_it_runs_out() {
    on_each_database(|test| {
        let token = a_draft(test);
        let mut draft = load_draft(test, &token, now()).unwrap();
        assert_eq!((draft.voice, draft.channel), (Voice::Myself, Channel::Web));
        draft.body = json!({"a": ["more"]});
        draft.voice = Voice::Someone;
        let (stale, named) = (draft.clone(), token.clone());
        test.write(move |conn, vault| drafts::save(conn, vault, VISITOR, &named, &draft, now())).unwrap();
        let named = token.clone();
        let second_tab = test.write(move |conn, vault| drafts::save(conn, vault, VISITOR, &named, &stale, now()));
        assert_eq!(second_tab, Err(Error::Conflict));
        let again = load_draft(test, &token, now()).unwrap();
        assert_eq!((again.body, again.voice, again.version), (json!({"a": ["more"]}), Voice::Someone, 2));
        let later = now() + TimeDelta::days(7);
        assert_eq!(load_draft(test, &token, later).map(drop), Err(Error::NotFound));
        assert_eq!(test.write(move |conn, _| drafts::sweep(conn, SYSTEM, later)), Ok(1));
    });
}

#[test]
fn a_code_and_a_word_bring_a_draft_to_another_device_and_take_it_from_the_first() {
    on_each_database(|test| {
        let token = a_draft(test);
        let named = token.clone();
        let code =
            test.write(move |conn, vault| drafts::set_way_back(conn, vault, VISITOR, &named, "Blue Teapot")).unwrap();
        assert!(bring_back(test, &code, "red teapot", now()).is_none());
        let moved = bring_back(test, &code, "blue  teapot", now()).unwrap();
        assert!(load_draft(test, &moved, now()).is_ok());
        assert!(bring_back(test, &code, "blue teapot", now()).is_some(), "the way back stays");
        assert_eq!(load_draft(test, &token, now()).map(drop), Err(Error::NotFound));
    });
}

#[test]
fn guessing_the_word_ends_in_a_wait_in_which_the_right_word_fails_too() {
    on_each_database(|test| {
        let token = a_draft(test);
        let code = test.write(move |conn, vault| drafts::set_way_back(conn, vault, VISITOR, &token, "teapot")).unwrap();
        for _ in 0..3 {
            assert!(bring_back(test, &code, "kettle", now()).is_none());
        }
        assert!(bring_back(test, &code, "teapot", now()).is_none());
        assert!(bring_back(test, &code, "teapot", now() + TimeDelta::minutes(16)).is_some());
    });
}

#[test]
fn a_session_outlives_a_clock_that_is_put_back() {
    on_each_database(|test| {
        let key =
            test.write(|conn, vault| sessions::create(conn, vault, VISITOR, None, &json!({"csrf": 1}), now())).unwrap();
        let back = now() - TimeDelta::hours(1);
        let (saved, touched, loaded) = (key.clone(), key.clone(), key);
        let keep = json!({"csrf": 2});
        test.write(move |conn, vault| sessions::save(conn, vault, VISITOR, &saved, &keep, back)).unwrap();
        test.write(move |conn, vault| sessions::touch(conn, vault, VISITOR, &touched, back)).unwrap();
        let session = test
            .write(move |conn, vault| sessions::load::<Value>(conn, vault, VISITOR, &loaded, LIMITS, back))
            .unwrap()
            .expect("it is still on");
        assert_eq!((session.state, session.touched_at), (json!({"csrf": 2}), now()));
    });
}

#[test]
fn a_session_is_kept_along_with_what_changed_it_unless_it_ended_meanwhile() {
    on_each_database(|test| {
        let key = test.write(|conn, vault| sessions::create(conn, vault, VISITOR, None, &json!({}), now())).unwrap();
        let load = |key: &SessionKey| {
            let key = key.clone();
            test.write(move |conn, vault| sessions::load::<Value>(conn, vault, VISITOR, &key, LIMITS, now())).unwrap()
        };
        let row = load(&key).unwrap().row;
        let keep = |row: &SessionRow| {
            let row = row.clone();
            test.write(move |conn, vault| {
                let sealed = sessions::seal(vault, &row, &json!({"receipt": 7}))?;
                sessions::save_sealed(conn, VISITOR, &row, &sealed, now() + TimeDelta::minutes(1))
            })
        };
        assert_eq!(keep(&row), Ok(true));
        let session = load(&key).unwrap();
        assert_eq!((session.state, session.touched_at), (json!({"receipt": 7}), now() + TimeDelta::minutes(1)));
        let ended = key.clone();
        test.write(move |conn, vault| sessions::delete(conn, vault, VISITOR, &ended)).unwrap();
        assert_eq!(keep(&row), Ok(false), "and the transaction goes on");
        assert!(load(&key).is_none());
    });
}

#[test]
fn sessions_end_when_idle_when_old_and_when_told() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let begin = |staff| {
            test.write(move |conn, vault| sessions::create(conn, vault, VISITOR, staff, &json!({"csrf": 1}), now()))
                .unwrap()
        };
        let load = |key: &SessionKey, at| {
            let key = key.clone();
            test.write(move |conn, vault| sessions::load::<Value>(conn, vault, SYSTEM, &key, LIMITS, at)).unwrap()
        };
        let key = begin(triager.staff_id());
        assert_eq!(load(&key, now()).unwrap().state, json!({"csrf": 1}));
        let mut last = now();
        while last < now() + TimeDelta::hours(12) {
            assert!(load(&key, last).is_some());
            let named = key.clone();
            test.write(move |conn, vault| sessions::touch(conn, vault, SYSTEM, &named, last)).unwrap();
            last += TimeDelta::minutes(29);
        }
        assert!(load(&key, last).is_none(), "the absolute limit");
        let idle = begin(triager.staff_id());
        assert!(load(&idle, now() + TimeDelta::minutes(31)).is_none());
        let named = idle.clone();
        test.write(move |conn, vault| sessions::save(conn, vault, VISITOR, &named, &json!({"csrf": 2}), now()))
            .unwrap();
        let session = load(&idle, now()).unwrap();
        assert_eq!((session.staff, session.state), (triager.staff_id(), json!({"csrf": 2})));
        let id = triager.staff_id().unwrap();
        assert_eq!(test.write(move |conn, _| sessions::delete_all_of(conn, triager, id)), Ok(2));
        assert!(load(&idle, now()).is_none());
        let gone = idle.clone();
        assert_eq!(
            test.write(move |conn, vault| sessions::touch(conn, vault, SYSTEM, &gone, now())),
            Err(Error::NotFound)
        );
        let key = begin(None);
        test.write(move |conn, vault| sessions::delete(conn, vault, VISITOR, &key)).unwrap();
        begin(None);
        let later = now() + TimeDelta::hours(1);
        assert_eq!(test.write(move |conn, _| sessions::sweep(conn, SYSTEM, LIMITS, later)), Ok(1));
    });
}

#[test]
fn an_account_is_found_by_its_name_however_it_is_typed_and_once_only() {
    on_each_database(|test| {
        a_member(test, "Zoë O'Brien", Role::Manager);
        let (member, hash) =
            test.write(|conn, vault| staff::find_to_sign_in(conn, vault, VISITOR, "ZOE OBRIEN")).unwrap().unwrap();
        assert_eq!((member.name.as_str(), member.role, member.disabled), ("Zoë O'Brien", Role::Manager, false));
        assert!(hash.starts_with("$argon2id$"));
        let again = test
            .write(|conn, vault| staff::add(conn, vault, SYSTEM, ("zoe obrien", Role::Triage, "$argon2id$x"), now()));
        assert_eq!(again, Err(Error::Conflict));
        let nobody = test.write(|conn, vault| staff::find_to_sign_in(conn, vault, VISITOR, "zoe")).unwrap();
        assert!(nobody.is_none());
    });
}

#[test]
fn wrong_passwords_lock_an_account_for_a_while_and_a_right_one_forgets_them() {
    on_each_database(|test| {
        let id = a_triager(test).staff_id().unwrap();
        let fail = || {
            test.write(move |conn, _| staff::sign_in_failed(conn, VISITOR, id, THROTTLE, now())).unwrap();
            test.write(move |conn, vault| staff::load(conn, vault, SYSTEM, id)).unwrap().locked_until
        };
        assert_eq!((fail(), fail()), (None, None));
        test.write(move |conn, _| staff::signed_in(conn, VISITOR, id, now())).unwrap();
        assert_eq!((fail(), fail()), (None, None));
        assert_eq!(fail(), Some(now() + THROTTLE.wait));
    });
}

#[test]
fn accounts_are_changed_by_administrators_and_passwords_by_their_owners_too() {
    on_each_database(|test| {
        let (triager, administrator) = (a_triager(test), a_member(test, "Ada Admin", Role::Administrator));
        let id = triager.staff_id().unwrap();
        let disable = |actor: Actor| test.write(move |conn, _| staff::change(conn, actor, id, Role::Triage, true));
        assert_eq!(disable(triager), Err(Error::Forbidden));
        let key =
            test.write(move |conn, vault| sessions::create(conn, vault, VISITOR, Some(id), &json!({}), now())).unwrap();
        assert_eq!(disable(administrator), Ok(()));
        let session = test.write(move |conn, vault| sessions::load::<Value>(conn, vault, SYSTEM, &key, LIMITS, now()));
        assert!(session.unwrap().is_none());
        let set = |actor, id| test.write(move |conn, _| staff::set_password(conn, actor, id, "$argon2id$new"));
        assert_eq!(set(triager, id), Ok(()));
        assert_eq!(set(triager, administrator.staff_id().unwrap()), Err(Error::Forbidden));
        assert_eq!(set(administrator, id), Ok(()));
        let members = test.write(move |conn, vault| staff::list(conn, vault, administrator)).unwrap();
        assert_eq!(members.iter().map(|member| member.disabled).collect::<Vec<_>>(), [true, false]);
    });
}

#[test]
fn feedback_comes_by_a_code_that_works_once_or_openly_and_twice_is_once() {
    on_each_database(|test| {
        let (triager, manager) = (a_triager(test), a_member(test, "Max Manager", Role::Manager));
        let reference = filed(test, a_referral());
        let times = (now(), now() + TimeDelta::days(90));
        let code = test.write(move |conn, vault| feedback::invite(conn, vault, triager, &reference, times)).unwrap();
        let give = |key: &SubmissionKey, code: Option<&InvitationCode>| {
            let (key, code) = (key.clone(), code.cloned());
            test.write(move |conn, vault| {
                feedback::give(conn, vault, VISITOR, (&key, code.as_ref()), &json!({"listened": "yes"}), now())
            })
        };
        let open = || {
            let code = code.clone();
            test.write(move |conn, vault| feedback::is_open(conn, vault, VISITOR, &code, now())).unwrap()
        };
        let key = SubmissionKey::random().unwrap();
        assert!(open());
        assert_eq!((give(&key, Some(&code)), give(&key, Some(&code))), (Ok(()), Ok(())));
        assert!(!open());
        let other = SubmissionKey::random().unwrap();
        assert_eq!(give(&other, Some(&code)), Err(Error::NotFound));
        assert_eq!(give(&other, None), Ok(()));
        let all = test.write(move |conn, vault| feedback::list(conn, vault, manager, None, 10)).unwrap();
        assert_eq!(all.iter().map(|one| one.invited).collect::<Vec<_>>(), [false, true]);
        assert_eq!(all[0].answers, json!({"listened": "yes"}));
        let refused = test.write(move |conn, vault| feedback::list(conn, vault, triager, None, 10).map(drop));
        assert_eq!(refused, Err(Error::Forbidden));
    });
}

#[test]
fn feedback_sent_twice_at_the_same_moment_is_one_and_neither_is_told_that_the_code_is_used() {
    on_each_database(|test| {
        let triager = a_triager(test);
        let reference = filed(test, a_referral());
        let times = (now(), now() + TimeDelta::days(90));
        let code = test.write(move |conn, vault| feedback::invite(conn, vault, triager, &reference, times)).unwrap();
        let key = SubmissionKey::random().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                let (key, code) = (key.clone(), code.clone());
                scope.spawn(move || {
                    let answers = json!({"listened": "yes"});
                    test.write(move |conn, vault| {
                        feedback::give(conn, vault, VISITOR, (&key, Some(&code)), &answers, now())
                    })
                    .unwrap();
                });
            }
        });
        assert_eq!(test.number("SELECT count(*) AS n FROM feedback"), 1);
    });
}

#[test]
fn words_guessed_at_the_same_moment_are_all_counted() {
    on_each_database(|test| {
        let token = a_draft(test);
        let code = test.write(move |conn, vault| drafts::set_way_back(conn, vault, VISITOR, &token, "teapot")).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| assert!(bring_back(test, &code, "kettle", now()).is_none()));
            }
        });
        assert!(bring_back(test, &code, "teapot", now()).is_none(), "the wait has begun");
    });
}

//! The key is turned by the program itself while people send and staff read: nothing is lost, nothing fails, and in the
//! end nothing is sealed with the old key.

use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use alongside::ids::Reference;
use alongside::permission::{Actor, Role};
use alongside::store::events::verify_chain;
use alongside::work::rotation;

use super::portal::{TestPortal, on_each_database, until};
use super::stories::{receipt, shortest};

const SEND: &str = "Send this to the team";

/// Runs a command of the program on the data of this portal.
fn alongside(portal: &TestPortal, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    command.args(words).arg("--settings").arg(portal.folder().join("alongside.toml"));
    command.arg("--data").arg(portal.folder().join("data")).env_clear();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// How many referrals came while this key was the newest: codes that people hold stay hashed by it.
fn filed_under(portal: &TestPortal, key: u32) -> i64 {
    let hex = format!("{key:08x}");
    let begins = if portal.is_on_server() { format!("'\\x{hex}'::bytea") } else { format!("x'{hex}'") };
    portal.rows(&format!("referrals WHERE substr(receipt_hash, 1, 4) = {begins}"))
}

fn everything_is_whole(portal: &TestPortal, references: &[String]) {
    let name = "triage@example.org";
    let mut desk = portal.sign_in(name);
    for reference in references {
        desk.open(&format!("/staff/referrals/{}", reference.replace('-', "")));
        assert_eq!(desk.page.status, 200, "{reference}");
        assert!(desk.page.body.contains("They want to move me."), "{reference}");
        let (vault, named): (_, Reference) = (portal.rooms.vault.clone(), reference.parse().unwrap());
        let verified =
            portal.rooms.db.write(move |conn| verify_chain(conn, &vault, Actor::System("test"), &named)).unwrap();
        assert!(verified >= 2, "{reference}");
    }
}

#[test]
fn the_key_is_turned_under_load_and_nothing_is_lost() {
    on_each_database(|portal| {
        let name = portal.account(Role::Triage);
        let mut half_way = portal.browser();
        shortest(&mut half_way);
        let (over, rotation) =
            (AtomicBool::new(false), ["keys", "rotate", "--only-here", "--settle", "1", "--breath", "5"]);
        let references: Vec<String> = thread::scope(|scope| {
            let senders: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        let mut sent = Vec::new();
                        while !over.load(Ordering::Relaxed) {
                            let mut visitor = portal.browser();
                            shortest(&mut visitor);
                            sent.push(receipt(visitor.press(SEND)).0);
                        }
                        sent
                    })
                })
                .collect();
            let reader = scope.spawn(|| {
                let mut desk = portal.sign_in(&name);
                while !over.load(Ordering::Relaxed) {
                    desk.open("/staff/queue");
                    assert_eq!(desk.page.status, 200, "{}", desk.words());
                    if let Some(first) = desk.text_of("tbody th a, tbody td a") {
                        desk.follow(&first);
                        assert_eq!(desk.page.status, 200, "{}", desk.words());
                    }
                }
            });
            until("there is a load", || filed_under(portal, 1) >= 8);
            let output = alongside(portal, &rotation).output().unwrap();
            until("it goes on under the new key", || filed_under(portal, 2) >= 8);
            over.store(true, Ordering::Relaxed);
            reader.join().unwrap();
            let sent = senders.into_iter().flat_map(|sender| sender.join().unwrap()).collect();
            assert!(output.status.success(), "{}", said(&output));
            assert!(said(&output).contains("everything is sealed with key 2"), "{}", said(&output));
            assert!(said(&output).contains("alongside keys copy"), "{}", said(&output));
            sent
        });
        assert_eq!(portal.rows("referrals"), i64::try_from(references.len()).unwrap());
        let (before, after) = (filed_under(portal, 1), filed_under(portal, 2));
        assert!(before >= 8 && after >= 8 && before + after == portal.rows("referrals"), "{before} and {after}");
        let left = rotation::left(&portal.rooms.db, &portal.rooms.vault).unwrap();
        assert!(left.is_nothing(), "{left:?}");
        assert_eq!(portal.rooms.vault.newest_key(), 2, "the portal follows");
        let output = alongside(portal, &["keys", "retire"]).output().unwrap();
        assert!(output.status.success() && said(&output).contains("key 1"), "{}", said(&output));
        half_way.press(SEND);
        let last = receipt(&half_way).0;
        everything_is_whole(portal, &[references, vec![last]].concat());
    });
}

#[test]
fn a_turning_that_is_killed_at_any_moment_goes_on_where_it_is_run_again() {
    let portal = TestPortal::new();
    portal.account(Role::Triage);
    let mut references = Vec::new();
    for _ in 0..12 {
        let mut visitor = portal.browser();
        shortest(&mut visitor);
        references.push(receipt(visitor.press(SEND)).0);
    }
    let rotate = ["keys", "rotate", "--settle", "0", "--breath", "60"];
    let (mut moment, mut half_turned) = (40, 0);
    loop {
        let mut running = alongside(&portal, &rotate).spawn().unwrap();
        thread::sleep(Duration::from_millis(moment));
        if let Some(ended) = running.try_wait().unwrap() {
            assert!(ended.success(), "{}", said(&running.wait_with_output().unwrap()));
            break;
        }
        // SIGKILL: nothing is tidied up.
        running.kill().unwrap();
        running.wait().unwrap();
        everything_is_whole(&portal, &references);
        assert!(portal.rooms.vault.newest_key() <= 2, "no second new key is made while one is being taken up");
        let left = rotation::left(&portal.rooms.db, &portal.rooms.vault).unwrap();
        let taken_up = portal.rooms.vault.newest_key() == 2;
        if taken_up && left.is_nothing() {
            // Killed after its last step: run again, it would rightly turn the key a second time.
            break;
        }
        half_turned += usize::from(taken_up);
        moment += 45;
    }
    assert!(half_turned > 0, "it was killed in the middle");
    assert_eq!(portal.rooms.vault.newest_key(), 2);
    assert!(rotation::left(&portal.rooms.db, &portal.rooms.vault).unwrap().is_nothing());
    everything_is_whole(&portal, &references);
}

#[test]
fn on_a_server_that_several_machines_may_use_the_key_is_turned_only_where_that_is_said() {
    let Some(server) = crate::postgres() else { return };
    let portal = TestPortal::with(super::portal::Wanted { server: Some(server), ..Default::default() });
    let output = alongside(&portal, &["keys", "rotate", "--settle", "0"]).output().unwrap();
    assert!(!output.status.success() && said(&output).contains("--only-here"), "{}", said(&output));
    assert_eq!(portal.rooms.vault.newest_key(), 1);
}

//! The disk under the data: full, turned read-only, failing; and a place that can only be read from the start.
//!
//! A disk that fills up is a small one of our own, where this machine lets a test mount one. What a disk answers is besides
//! put between the running program and the system by `strace`, which works for any user: no room (`ENOSPC`), read-only
//! (`EROFS`, what a disk says that the system has made read-only), cannot be written through (`EIO`).

use std::cell::Cell;
use std::fs::{self, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::journey::{Left, SENT, away_and_back};
use super::server::{Home, Server};
use super::tools::{is_root, missing, program, signal};
use super::truth::Truth;

const WRITES: &str = "write,pwrite64,ftruncate,fallocate";
const SYNCS: &str = "fsync,fdatasync";

/// Every such call of the running program on its database ends in this error, until it is dropped.
struct Refusing(Child);

impl Refusing {
    fn by(server: &Server, home: &Home, calls: &str, error: &str) -> Self {
        let database = home.database().display().to_string();
        let mut strace = Command::new("strace")
            .args(["-f", "-p", &server.id().to_string(), "-o", "/dev/null"])
            .args(["-P", &database, "-P", &format!("{database}-wal")])
            .args(["-e", &format!("trace={calls}"), "-e", &format!("inject={calls}:error={error}")])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(strace.stderr.take().unwrap()).lines();
        let first = said.next().unwrap().unwrap();
        assert!(first.contains("attached"), "strace: {first}");
        // It says so for each thread that comes later too, and would end if nobody heard it.
        std::thread::spawn(move || said.map_while(Result::ok).for_each(drop));
        Self(strace)
    }

    fn end(mut self) {
        signal("INT", self.0.id());
        self.0.wait().unwrap();
    }
}

/// The journey while the disk refuses.
fn while_it_refuses(calls: &str, error: &str, why: &str) {
    if program("strace").is_none() {
        return missing("strace");
    }
    let home = Home::new();
    let server = home.serve();
    let refusing = Cell::new(None);
    away_and_back(
        (&server, Some(&home)),
        why,
        Left::Reading,
        || refusing.set(Some(Refusing::by(&server, &home, calls, error))),
        || refusing.take().map(Refusing::end).unwrap(),
    );
    assert_eq!(Truth::at(&home).number("SELECT count(*) AS n FROM referrals"), SENT);
}

#[test]
fn words_stay_on_the_page_while_the_disk_has_no_room() {
    while_it_refuses(WRITES, "ENOSPC", "there is no room left where the data is kept");
}

#[test]
fn words_stay_on_the_page_while_the_disk_is_read_only() {
    while_it_refuses(WRITES, "EROFS", "the disk under the data cannot be read or written");
}

#[test]
fn words_stay_on_the_page_while_the_disk_cannot_be_written_through() {
    while_it_refuses(SYNCS, "EIO", "the disk under the data cannot be read or written");
}

/// A program within a small disk of its own, mounted where its data goes, which nobody else sees.
fn on_a_small_disk(home: &Home) -> Option<Command> {
    let unshare = |more: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--propagation", "private"]).args(more);
        command
    };
    let as_user: &[&str] = if is_root() { &[] } else { &["--user", "--map-root-user"] };
    fs::create_dir_all(home.data()).unwrap();
    let mount = "mount -t tmpfs -o size=3m,mode=700 none \"$0\"";
    let tried = unshare(as_user).args(["sh", "-c", mount]).arg(home.data()).output();
    if !tried.is_ok_and(|tried| tried.status.success()) {
        return None;
    }
    let mut command = unshare(as_user);
    command.args(["sh", "-c", &format!("{mount} && exec \"$@\"")]).arg(home.data()).args(home.words());
    Some(command)
}

/// Takes all the room there is.
fn fill(file: &Path) {
    let mut file = OpenOptions::new().create(true).append(true).open(file).unwrap();
    while file.write_all(&[0; 512]).is_ok() {}
}

#[test]
fn words_stay_on_the_page_while_a_real_disk_is_full() {
    let home = Home::new();
    if ["unshare", "mount"].into_iter().any(|name| program(name).is_none()) {
        return missing("util-linux");
    }
    let Some(command) = on_a_small_disk(&home) else {
        // Nothing that could be installed would change it; what a full disk answers is put before the program above.
        return eprintln!("not tried: this machine lets nobody mount a small disk");
    };
    let server = Server::start(command).unwrap_or_else(|told| panic!("{told}"));
    // Its own view of the folder, through the door that Linux leaves to whoever started it.
    let inside =
        Path::new("/proc").join(server.id().to_string()).join("root").join(home.data().strip_prefix("/").unwrap());
    let filler = inside.join("filler");
    let why = "there is no room left where the data is kept";
    // Nobody at the desk: an account is made at a terminal, which does not see this disk.
    away_and_back((&server, None), why, Left::Reading, || fill(&filler), || fs::remove_file(&filler).unwrap());
    // SQLite itself would look behind that door for the folder outside: so what is on the disk is taken off it.
    for file in ["alongside.sqlite", "alongside.sqlite-wal"] {
        fs::copy(inside.join(file), home.data().join(file)).unwrap();
    }
    let truth = Truth::at(&home);
    assert_eq!(truth.number("SELECT count(*) AS n FROM referrals"), SENT);
    assert_eq!(truth.texts("SELECT integrity_check AS said FROM pragma_integrity_check"), ["ok"]);
}

#[test]
fn a_portal_that_may_only_read_its_folder_does_not_start_and_says_which() {
    if is_root() && program("setpriv").is_none() {
        return missing("util-linux");
    }
    let home = Home::new();
    drop(home.serve());
    let allow = |mode: u32| fs::set_permissions(home.data(), fs::Permissions::from_mode(mode)).unwrap();
    let file = |mode: u32| fs::set_permissions(home.database(), fs::Permissions::from_mode(mode)).unwrap();
    file(0o400);
    allow(0o500);
    let [program, rest @ ..] = home.words();
    // Root goes by no permission, unless every right of root but the name is taken away.
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--bounding-set=-all", "--inh-caps=-all", &program]);
        command
    } else {
        Command::new(&program)
    };
    command.args(&rest);
    let told = Server::start(command).err().expect("it does not start");
    assert!(told.contains("alongside.sqlite") && told.contains("the data can only be read"), "{told}");
    assert_eq!(told.lines().count(), 1, "one sentence: {told}");
    allow(0o700);
    file(0o600);
    drop(home.serve());
}

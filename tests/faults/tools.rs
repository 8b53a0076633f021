//! Tools of the machine, where it has them, and chance that can be repeated.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// A program on the path or in a folder that an ordinary user's path leaves out.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var("PATH").unwrap_or_default();
    let folders = path.split(':').chain(["/usr/sbin", "/sbin"]).map(PathBuf::from);
    folders.map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Ends a test whose tool is not here. Fails it where everything was promised to be here.
#[track_caller]
pub(crate) fn missing(package: &str) {
    assert!(std::env::var_os("TEST_EVERYTHING").is_none(), "the Debian package {package} is missing");
    eprintln!("not tried: the Debian package {package} is missing");
}

/// Whether this runs as root, for whom files have no owners.
pub(crate) fn is_root() -> bool {
    std::os::unix::fs::MetadataExt::uid(&fs::metadata("/proc/self").unwrap()) == 0
}

/// Runs a program to its end, and fails with what it said.
#[track_caller]
pub(crate) fn done(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Sends a signal to a process that the test began.
pub(crate) fn signal(name: &str, id: u32) {
    done(Command::new("sh").args(["-c", &format!("kill -{name} {id}")]));
}

/// Waits until it is so. The deadline is for a test that would otherwise never end, and is not measured against.
#[track_caller]
pub(crate) fn until(what: &str, mut so: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_mins(2);
    while !so() {
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Chance from a seed (`SplitMix64`): the same seed, the same course, as far as the machine lets it.
pub(crate) struct Chance(u64);

impl Chance {
    /// From `FAULTS_SEED`, or anew. Prints the seed, so that a course can be tried again.
    pub(crate) fn new(whose: &str) -> Self {
        let given = std::env::var("FAULTS_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| u64::from_le_bytes(alongside::ids::random_bytes().unwrap()));
        println!("{whose}: FAULTS_SEED={seed}");
        Self(seed)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    /// A while of less than so many milliseconds.
    pub(crate) fn moment(&mut self, milliseconds: u64) -> Duration {
        Duration::from_millis(self.below(milliseconds))
    }
}

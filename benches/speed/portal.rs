//! The portal under test: its home on the disk, the program or its server alone, and what a process costs.
//!
//! The server alone is `web::Server` with everything around its pages, and without the jobs beside them (mail, the
//! hourly sweep), which would take their turns in the middle of a round. Must not know what is measured.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use alongside::clock::Clock;
use alongside::permission::{Actor, Role};
use alongside::portal::Portal;
use alongside::settings::{Given, Settings};
use alongside::store::staff;
use alongside::web::Server;
use alongside::{logs, passwords};
use anyhow::Context as _;

use crate::asking::{Browser, get, once, post, token};

const STAFF: &str = "bench@example.org";
const PASSWORD: &str = "quiet-otter-harbour-lamp";

/// A portal's settings, key and data.
#[derive(Debug, Clone)]
pub(crate) struct Home(PathBuf);

impl Home {
    /// Its folder, with settings in it: limits out of the way, mail to files, everything else as it comes.
    pub(crate) fn new(folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let most = 10_000_000;
        std::fs::write(
            folder.join("alongside.toml"),
            format!(
                "[service]\nname = \"Northshire Advocacy\"\nphone = \"01632 960 111\"\n\
                [web]\nlisten = \"127.0.0.1:0\"\nbase_url = \"http://localhost\"\nkeep_alive_seconds = 15\n\
                [database]\ndata = \"data\"\n[keys]\nfile = \"keys/alongside.key\"\n\
                [mail]\nfrom = \"portal@example.org\"\ntriage_to = \"triage@example.org\"\ndirectory = \"data/mail\"\n\
                [limits]\nsaves_per_minute = {most}\nforms_begun_per_hour = {most}\nreferrals_per_hour = {most}\n\
                sign_ins_per_minute = {most}\n"
            ),
        )?;
        Ok(Self(folder.to_owned()))
    }

    pub(crate) fn settings_file(&self) -> PathBuf {
        self.0.join("alongside.toml")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("data/alongside.sqlite")
    }

    pub(crate) fn settings(&self) -> anyhow::Result<Settings> {
        Portal::settings(&Given { file: Some(self.settings_file()), ..Given::default() })
    }

    /// Opened in this process.
    pub(crate) fn open(&self) -> anyhow::Result<Portal> {
        Portal::open(self.settings()?, false)
    }

    /// Makes the account that the queue is looked at with.
    pub(crate) fn add_staff(&self) -> anyhow::Result<()> {
        let portal = self.open()?;
        let (vault, now) = (portal.vault.clone(), Clock::System.now());
        let hash = passwords::hash(PASSWORD, &[STAFF, "Northshire Advocacy"])?;
        let command = Actor::System("command");
        portal.db.write(move |conn| staff::add(conn, &vault, command, (STAFF, Role::Triage, &hash), now))?;
        Ok(())
    }

    /// The server alone, in a process of its own.
    pub(crate) fn pages(&self, around: &[(&str, &str)]) -> anyhow::Result<Process> {
        Process::of_mine(&["server", &self.settings_file().display().to_string()], around)
    }

    /// `alongside serve`, not waited for.
    pub(crate) fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
        command.arg("serve").arg("--settings").arg(self.settings_file());
        command
    }
}

/// What `server` does in its process: the real server, until its owner goes away.
pub(crate) fn pages(settings: &Path) -> anyhow::Result<()> {
    let settings = Portal::settings(&Given { file: Some(settings.to_owned()), ..Given::default() })?;
    logs::set_up(settings.logs);
    let listen = settings.web.listen;
    let server = Server::bind(Portal::open(settings, false)?.rooms(Clock::System, None)?, listen)?;
    crate::say(&format!("listens at http://{}", server.address()?));
    Ok(server.run_beside(std::future::pending::<()>())?)
}

/// A server in a process of its own, ended when it is dropped.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    /// The process ends when this does: nothing is left behind where the bench is stopped.
    _leash: Option<ChildStdin>,
    pub(crate) address: SocketAddr,
}

impl Process {
    /// This very program in one of its other parts.
    pub(crate) fn of_mine(words: &[&str], around: &[(&str, &str)]) -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(words).envs(around.iter().copied());
        Self::start(command)
    }

    /// Starts it and waits until it says where it listens. Its log goes to a file, as a real one does.
    pub(crate) fn start(mut command: Command) -> anyhow::Result<Self> {
        let log = std::fs::File::options().create(true).append(true).open(crate::work().join("log"))?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().context("a server cannot be started")?;
        let leash = child.stdin.take();
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("listens at http://").and_then(|(_, address)| address.parse().ok()))
            .context("a server did not start; its log says why")?;
        Ok(Self { child, _leash: leash, address })
    }

    /// The time its threads have worked so far, in seconds.
    pub(crate) fn worked(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let after = stat.rsplit(')').next().unwrap_or_default();
        let ticks: f64 = after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
        // A tick is a hundredth of a second on every Linux that this runs on.
        ticks / 100.0
    }

    /// The memory it holds, its share of what is shared with others included, in megabytes.
    pub(crate) fn memory(&self) -> anyhow::Result<f64> {
        let told = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.child.id()))?;
        let line = told.lines().find_map(|line| line.strip_prefix("Pss:")).context("the kernel does not tell")?;
        Ok(line.split_whitespace().next().unwrap_or_default().parse::<f64>()? / 1024.0)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Signs the bench's own account in.
pub(crate) fn sign_in(server: SocketAddr) -> anyhow::Result<Browser> {
    let (_, cookie, page) = once(server, get("/staff/sign-in", ""))?;
    let (cookie, token) = (cookie.context("no cookie")?, token(&page).context("no token")?);
    let fields = [("token", token.as_str()), ("email", STAFF), ("password", PASSWORD)];
    let (status, cookie, _) = once(server, post("/staff/sign-in", &cookie, &fields))?;
    anyhow::ensure!(status == 303, "signing in was answered with {status}");
    Ok(Browser { cookie: cookie.context("no cookie")?, token })
}

//! The real program as its owner runs it: `serve` with a settings file, its key outside the data folder, its log on
//! standard error.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use tempfile::TempDir;

use super::browser::Browser;
use super::http::{self, Response};
use super::tools::until;

/// What every portal here is set to.
const SERVICE: &str = r#"
[service]
name = "Northshire Advocacy"
phone = "01632 960 111"
[web]
listen = "127.0.0.1:0"
base_url = "http://localhost"
[keys]
file = "keys/alongside.key"
"#;

const PASSWORD: &str = "seven made-up umbrellas";

/// Where a portal lives: settings, key and data apart, gone at the end.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    /// On SQLite, with mail to files on purpose: nobody who refers is mailed otherwise.
    pub(crate) fn new() -> Self {
        Self::with("", "")
    }

    /// With more under `[database]` and under `[mail]`.
    pub(crate) fn with(database: &str, mail: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mail = format!(
            "[mail]\nfrom = \"portal@example.org\"\ntriage_to = \"triage@example.org\"\ndirectory = \"data/mail\"\n{mail}\n"
        );
        let text = format!("{SERVICE}[database]\ndata = \"data\"\n{database}\n{mail}");
        fs::write(folder.path().join("alongside.toml"), text).unwrap();
        Self { folder }
    }

    /// Writes another value into its settings, for the next start.
    pub(crate) fn set(&self, name: &str, value: &str) {
        let file = self.path().join("alongside.toml");
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().map(|line| match line.split_once(" = ") {
            Some((found, _)) if found == name => format!("{name} = {value}"),
            _ => line.to_owned(),
        });
        fs::write(&file, lines.collect::<Vec<_>>().join("\n")).unwrap();
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.data().join("alongside.sqlite")
    }

    pub(crate) fn key(&self) -> PathBuf {
        self.path().join("keys/alongside.key")
    }

    /// The program and what it is told, to be run as it is or within something.
    pub(crate) fn words(&self) -> [String; 4] {
        let settings = self.path().join("alongside.toml").display().to_string();
        [env!("CARGO_BIN_EXE_alongside").to_owned(), "serve".to_owned(), "--settings".to_owned(), settings]
    }

    fn command(&self) -> Command {
        let [program, rest @ ..] = self.words();
        let mut command = Command::new(program);
        command.args(rest);
        command
    }

    /// Starts it and waits until it listens.
    pub(crate) fn serve(&self) -> Server {
        Server::start(self.command()).unwrap_or_else(|told| panic!("it does not start: {told}"))
    }

    /// Starts it under the preloaded library, with these variables around it.
    pub(crate) fn serve_with(&self, variables: &[(&str, &str)]) -> Server {
        let mut command = self.command();
        command.env_clear().envs(variables.iter().copied());
        Server::start(command).unwrap_or_else(|told| panic!("it does not start: {told}"))
    }

    /// Somebody signed in at the desk of the running portal, by an account made at the terminal.
    pub(crate) fn desk(&self, server: &Server) -> Browser {
        let [program, _, settings, file] = self.words();
        let mut adding = Command::new(program)
            .args(["staff", "add", "tess@example.org", &settings, &file])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        adding.stdin.take().unwrap().write_all(PASSWORD.as_bytes()).unwrap();
        assert!(adding.wait().unwrap().success());
        let mut desk = server.browser();
        desk.open("/staff/sign-in").fill("Work e-mail", "tess@example.org").fill("Password", PASSWORD).press("Sign in");
        assert_eq!(desk.path, "/staff/queue", "{}", desk.words());
        desk
    }

    /// Starts it without waiting for anything.
    pub(crate) fn begin(&self) -> Starting {
        Starting::new(self.command())
    }
}

/// A program that may come to listen.
pub(crate) struct Starting {
    child: Child,
    listens: Receiver<SocketAddr>,
    log: Arc<Mutex<String>>,
}

impl Starting {
    pub(crate) fn new(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let (tell, listens) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if let Some((_, address)) = line.split_once("listens at http://") {
                    let _ = tell.send(address.parse().unwrap());
                }
            }
        });
        let log = Arc::new(Mutex::new(String::new()));
        let written = Arc::clone(&log);
        std::thread::spawn(move || {
            for line in BufReader::new(err).lines().map_while(Result::ok) {
                let mut log = written.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        Self { child, listens, log }
    }

    /// Waits until it listens; what it said, if it ended instead.
    pub(crate) fn listening(self) -> Result<Server, String> {
        let Self { mut child, listens, log } = self;
        if let Ok(address) = listens.recv() {
            return Ok(Server { child, address, log });
        }
        child.wait().unwrap();
        // The last words may still be on their way.
        until("it says why it ended", || !log.lock().unwrap().is_empty());
        Err(log.lock().unwrap().clone())
    }

    /// Ends it as `kill -9` does.
    pub(crate) fn kill(mut self) {
        end(&mut self.child);
    }
}

/// A portal that listens, until it is dropped or killed.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
    log: Arc<Mutex<String>>,
}

impl Server {
    pub(crate) fn start(command: Command) -> Result<Self, String> {
        Starting::new(command).listening()
    }

    /// Ends it as `kill -9` does, at once.
    pub(crate) fn kill(mut self) {
        end(&mut self.child);
    }

    /// Tells it to stop, as systemd does, and waits.
    pub(crate) fn stop(mut self) -> ExitStatus {
        super::tools::signal("TERM", self.id());
        self.child.wait().unwrap()
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Somebody's browser that has been nowhere.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    pub(crate) fn get(&self, path: &str) -> Response {
        http::send(self.address, "GET", path, &[], b"")
    }

    /// What the program wrote for its administrator so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Waits for a line of the log that holds all of these, and gives it back.
    #[track_caller]
    pub(crate) fn tells(&self, parts: &[&str]) -> String {
        let found = || {
            let log = self.log();
            log.lines().find(|line| parts.iter().all(|part| line.contains(part))).map(str::to_owned)
        };
        until(&format!("{parts:?} in one line of the log"), || found().is_some());
        found().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

fn end(child: &mut Child) {
    // It may have ended by itself.
    let _ = child.kill();
    let _ = child.wait();
}

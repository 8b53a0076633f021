//! A PostgreSQL of its own for a test: durable, reached by a socket in its own folder, stopped the hard way.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};
use tempfile::TempDir;

use super::tools::{done, is_root, program};

/// A server in a folder that is thrown away.
pub(crate) struct Postgres {
    folder: TempDir,
    programs: PathBuf,
    user: Option<String>,
}

impl Postgres {
    /// Makes and starts one, where PostgreSQL is installed.
    pub(crate) fn start() -> Option<Self> {
        let programs = programs()?;
        let folder = tempfile::Builder::new().prefix("pg").tempdir().unwrap();
        // PostgreSQL refuses to run as root.
        let user = is_root().then(|| if has_user("postgres") { "postgres" } else { "nobody" }.to_owned());
        if let Some(user) = &user {
            done(Command::new("chown").arg(user).arg(folder.path()));
        }
        let postgres = Self { folder, programs, user };
        let data = postgres.folder.path().join("data").display().to_string();
        let options = ["-A", "trust", "-U", "alongside", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D", &data];
        done(postgres.command("initdb").args(options));
        // As an owner would run it: what is committed is on the disk.
        let socket = postgres.folder.path().display();
        let settings = format!("listen_addresses = ''\nunix_socket_directories = '{socket}'\nfsync = on\n");
        let file = postgres.folder.path().join("data/postgresql.auto.conf");
        fs::write(&file, settings).unwrap();
        postgres.up();
        Some(postgres)
    }

    /// How it is reached.
    pub(crate) fn url(&self) -> String {
        self.url_of("postgres")
    }

    fn url_of(&self, database: &str) -> String {
        let socket = self.folder.path().display().to_string().replace('/', "%2F");
        format!("postgres://alongside@{socket}/{database}")
    }

    /// Makes another database, with nothing in it; how it is reached.
    pub(crate) fn with_database(&self, name: &str) -> String {
        let mut conn = PgConnection::establish(&self.url()).unwrap();
        conn.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        self.url_of(name)
    }

    /// The folder with its programs.
    pub(crate) fn programs(&self) -> &Path {
        &self.programs
    }

    /// What stands under `[database]`.
    pub(crate) fn setting(&self) -> String {
        format!("url = \"{}\"", self.url())
    }

    pub(crate) fn up(&self) {
        let log = self.folder.path().join("log").display().to_string();
        done(self.control().args(["-w", "-t", "120", "-l", &log, "start"]).stdout(std::process::Stdio::null()));
    }

    /// As when its machine loses power, but for the disk: nothing is finished.
    pub(crate) fn down(&self) {
        done(self.control().args(["-m", "immediate", "-w", "stop"]));
    }

    fn control(&self) -> Command {
        let mut command = self.command("pg_ctl");
        command.arg("-D").arg(self.folder.path().join("data"));
        command
    }

    fn command(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = match &self.user {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(program);
                command
            }
            None => Command::new(program),
        };
        command.current_dir("/");
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // It may be down already.
        let _ = self.control().args(["-m", "immediate", "-w", "stop"]).output();
    }
}

fn has_user(name: &str) -> bool {
    fs::read_to_string("/etc/passwd").unwrap_or_default().lines().any(|line| line.starts_with(&format!("{name}:")))
}

/// The folder with `initdb` and `pg_ctl`: Debian keeps them off the path.
fn programs() -> Option<PathBuf> {
    if let Some(initdb) = program("initdb") {
        return initdb.parent().map(PathBuf::from);
    }
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.into_iter().rev().find(|folder| folder.join("initdb").is_file())
}

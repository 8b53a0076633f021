//! What the README shows is what the program prints, and what settings, systemd and nginx take.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use alongside::settings::{Given, Settings};
use serde_json::Value;

use super::data::number;
use super::person::filed;
use super::{done, folder};
use crate::not_tried;

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// What stands between fences: the name behind the first of them, and the lines.
fn blocks(document: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in document.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(name), none) => *none = Some((name.to_owned(), String::new())),
            (None, Some((_, lines))) => lines.extend([line, "\n"]),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence that nothing closes");
    found
}

/// The one block of the README of that name that holds these words.
fn block(name: &str, words: &str) -> String {
    let blocks = blocks(&document("README.md"));
    let fits = |(named, lines): &&(String, String)| named == name && lines.contains(words);
    let found: Vec<_> = blocks.iter().filter(fits).collect();
    assert_eq!(found.len(), 1, "{name} with “{words}”");
    found[0].1.clone()
}

/// A line without what differs each time: addresses, folders, passwords and codes.
fn lasting(line: &str) -> String {
    let is_drawn = |word: &str| {
        let sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        word.len() > 10 && word.chars().all(sign) || word.starts_with("http://") || word.starts_with('/')
    };
    line.split(' ').map(|word| if is_drawn(word) { "…" } else { word }).collect::<Vec<_>>().join(" ")
}

fn is_ready(server: &str) -> std::io::Result<String> {
    let mut asking = TcpStream::connect(server)?;
    asking.write_all(b"GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    asking.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn the_demonstration_begins_as_the_readme_shows_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut demo = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(["demo", "--listen", "127.0.0.1:0"])
        .current_dir(folder.path())
        .env_clear()
        .env("TMPDIR", folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let shown = block("text", "a demonstration");
    let lines = BufReader::new(demo.stdout.take().unwrap()).lines().map(Result::unwrap);
    let printed: Vec<String> = lines.take(shown.lines().count()).collect();
    // It listens when it prints, and stops as it should once it answers.
    let answer = printed.iter().find_map(|line| line.split_once("http://")).map(|(_, server)| is_ready(server));
    let stopped = Command::new("sh").args(["-c", &format!("kill -INT {}", demo.id())]).status().unwrap();
    assert!(stopped.success() && demo.wait().unwrap().success());
    assert!(matches!(&answer, Some(Ok(answer)) if answer.starts_with("HTTP/1.1 200 ")), "{answer:?}");
    let lasting = |lines: &mut dyn Iterator<Item = &str>| lines.map(lasting).collect::<Vec<_>>();
    assert_eq!(lasting(&mut printed.iter().map(String::as_str)), lasting(&mut shown.lines()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "its folder is thrown away");
    assert!(
        !printed.iter().any(|line| line.contains('@') && shown.contains(line.as_str())),
        "passwords are drawn anew"
    );
}

#[test]
fn assess_prints_what_the_readme_shows_of_it() {
    let shown = block("sh", "assess assessment.json");
    let (answers, command) = shown.split_once("<<'END'\n").unwrap().1.split_once("\nEND\n").unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("assessment.json"), answers).unwrap();
    let words: Vec<&str> = command.trim().strip_prefix("cargo run --release -- ").unwrap().split(' ').collect();
    let printed: Value = serde_json::from_str(&done(folder.path(), &words, "")).unwrap();
    assert_eq!(printed["problems"], Value::Array(Vec::new()), "every answer is understood");
    assert_eq!(format!("{:#}\n", printed["issues"]), block("json", "care-needs-assessment"));
}

#[test]
fn questions_begin_as_the_readme_shows_them() {
    let folder = tempfile::tempdir().unwrap();
    let shown = block("text", "danger-now");
    let printed = done(folder.path(), &["questions"], "");
    assert!(printed.starts_with(&shown), "{printed:.400}");
    let lines = block("sh", "questions | head -n");
    assert_eq!(lines.trim().rsplit(' ').next().unwrap().parse(), Ok(shown.lines().count()));
}

#[test]
fn the_settings_of_the_readme_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let read = |name: &str, lines: &str| {
        let file = folder.path().join(name);
        fs::write(&file, lines).unwrap();
        Settings::read(&Given { file: Some(file), ..Given::default() }, []).unwrap_or_else(|wrong| panic!("{wrong}"))
    };
    // What the README has its reader write there with an editor.
    let password = "/etc/alongside/smtp-password";
    fs::write(folder.path().join("smtp-password"), "hush\n").unwrap();
    let shown = block("toml", password);
    let settings = read("alongside.toml", &shown.replace(password, "smtp-password"));
    assert!(settings.web.secure_cookies, "{}", settings.web.base_url);
    let unit = block("ini", "ExecStart");
    for folder in [settings.database.data, settings.keys.file.parent().unwrap().parent().unwrap().to_owned()] {
        let opened = unit.lines().filter(|line| line.contains("Paths="));
        assert_eq!(opened.filter(|line| line.ends_with(folder.to_str().unwrap())).count(), 1, "{}", folder.display());
    }
    let nginx = block("nginx", "proxy_pass");
    assert!(nginx.contains(&format!("proxy_pass http://{};", settings.web.listen)), "{nginx}");
    let host = settings.web.base_url.trim_start_matches("https://");
    assert_eq!(nginx.matches(&format!("server_name {host};")).count(), 2, "{nginx}");
    let database = block("toml", "postgres://");
    let url = read("postgres.toml", &database).database.url.unwrap();
    assert!(database.contains(url.expose()), "it is read as it stands");
}

#[test]
fn the_query_of_the_readme_is_answered() {
    let shown = block("sh", "psql ");
    let (_, query) = shown.split_once("--command \"").unwrap();
    let counted = format!("SELECT count(*) AS n FROM ({}) AS found", query.trim().trim_end_matches('"'));
    let folder = folder();
    let (one, two) = (filed(folder.path()).shown(), filed(folder.path()).shown());
    // Here on SQLite: the columns are the same on both databases.
    assert_eq!(number(folder.path(), &counted), 0, "nothing is erased or held yet");
    done(folder.path(), &["person", "hold", &one, "--why", "a complaint"], "");
    done(folder.path(), &["person", "erase", &two, "--why", "asked", "--despite-limits"], "");
    assert_eq!(number(folder.path(), &counted), 2);
}

/// The commands in a text: the words behind the program's name, as they would be typed.
fn commands(document: &str) -> BTreeSet<Vec<String>> {
    let prose: Vec<&str> =
        document.split("```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect();
    let shells = blocks(document).into_iter().filter(|(name, _)| name == "sh");
    let typed: Vec<String> =
        shells.flat_map(|(_, lines)| lines.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let before = ["runuser -u alongside -- alongside ", "cargo run --release -- ", "alongside "];
    let words = |line: &str| {
        let line = before.iter().find_map(|before| line.strip_prefix(before))?;
        let line = line.split(" | ").next().unwrap_or_default();
        Some(line.split_whitespace().map(str::to_owned).collect())
    };
    prose.into_iter().chain(typed.iter().map(String::as_str)).filter_map(words).collect()
}

#[test]
fn every_command_that_the_documents_name_is_one_that_the_program_takes() {
    let folder = tempfile::tempdir().unwrap();
    let documents = ["README.md", "docs/data-protection.md", "docs/security.md"].map(document);
    let all: BTreeSet<Vec<String>> = documents.iter().flat_map(|document| commands(document)).collect();
    assert!(all.len() > 30, "the commands are found: {all:?}");
    for words in all {
        // A name is all small letters; what it is done to is a file, an address or a reference.
        let is_name = |word: &&String| word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        let names = words.iter().take_while(|word| is_name(word) && !word.starts_with('-')).map(String::as_str);
        let asked: Vec<&str> = names.chain(["--help"]).collect();
        let help = done(folder.path(), &asked, "");
        for flag in words.iter().filter(|word| word.starts_with("--")) {
            assert!(help.contains(flag.as_str()), "{words:?}: no {flag} in {help}");
        }
    }
}

/// A program of the machine, also where only root looks for it.
fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var("PATH").unwrap_or_default();
    let found =
        path.split(':').chain(["/usr/sbin"]).map(|folder| Path::new(folder).join(name)).find(|file| file.is_file());
    if found.is_none() {
        not_tried(&format!("the program {name} is not on this machine"));
    }
    found
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

#[test]
fn systemd_takes_the_unit_of_the_readme() {
    let Some(systemd) = program("systemd-analyze") else { return };
    let folder = tempfile::tempdir().unwrap();
    let unit = block("ini", "ExecStart").replace("/usr/local/bin/alongside", env!("CARGO_BIN_EXE_alongside"));
    let verified = |name: &str, unit: &str| {
        let file = folder.path().join(name);
        fs::write(&file, unit).unwrap();
        let output = Command::new(&systemd).args(["verify", "--man=no"]).arg(&file).output().unwrap();
        // What it does not understand it only tells, and ends well.
        let complaints: Vec<_> = said(&output).lines().filter(|line| line.contains(name)).map(str::to_owned).collect();
        (output.status.success(), complaints)
    };
    assert_eq!(verified("alongside.service", &unit), (true, Vec::new()));
    let (_, complaints) = verified("wrong.service", &unit.replace("ProtectHome", "ProtectHomes"));
    assert_eq!(complaints.len(), 1, "what is wrong is told: {complaints:?}");
}

#[test]
fn nginx_takes_the_block_of_the_readme() {
    let (Some(nginx), Some(openssl)) = (program("nginx"), program("openssl")) else { return };
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path().to_str().unwrap();
    let certificate = Command::new(openssl)
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"])
        .args(["-subj", "/CN=messages.example.org", "-keyout", "privkey.pem", "-out", "fullchain.pem"])
        .current_dir(here)
        .output()
        .unwrap();
    assert!(certificate.status.success(), "{}", said(&certificate));
    // Not everybody may listen at the ports of the web, and something else may: files stand in for them.
    let block = block("nginx", "proxy_pass")
        .replace("/etc/letsencrypt/live/messages.example.org", here)
        .replace("listen 443 ", &format!("listen unix:{here}/443 "))
        .replace("listen 80;", &format!("listen unix:{here}/80;"));
    assert_eq!(block.matches(here).count(), 4, "{block}");
    let tried = |block: &str| {
        let whole = format!("pid {here}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n{block}}}\n");
        fs::write(folder.path().join("nginx.conf"), whole).unwrap();
        let mut command = Command::new(&nginx);
        command.args(["-t", "-p", here, "-c", "nginx.conf"]).output().unwrap()
    };
    let output = tried(&block);
    assert!(output.status.success() && !said(&output).contains("[warn]"), "{}", said(&output));
    assert!(!tried(&block.replace("proxy_pass ", "proxy_past ")).status.success(), "what is wrong is refused");
}

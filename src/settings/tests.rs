//! The settings as an owner meets them: defaults, the example, and every kind of mistake.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;

fn nothing() -> Vec<(String, String)> {
    Vec::new()
}

fn with_file(text: &str) -> (tempfile::TempDir, Given) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE);
    std::fs::write(&file, text).unwrap();
    let given = Given { file: Some(file), ..Given::default() };
    (folder, given)
}

fn mistakes(text: &str) -> Vec<Mistake> {
    let (_folder, given) = with_file(text);
    Settings::read(&given, nothing()).unwrap_err().0
}

fn only_mistake(text: &str) -> String {
    let found = mistakes(text);
    assert_eq!(found.len(), 1, "{found:?}");
    found.first().unwrap().to_string()
}

#[test]
fn nothing_at_all_is_enough() {
    let folder = tempfile::tempdir().unwrap();
    let given = Given { data: Some(folder.path().join("data")), ..Given::default() };
    let settings = Settings::read(&given, nothing()).unwrap();
    assert_eq!(settings.web.base_url, "http://127.0.0.1:8080");
    assert!(!settings.web.secure_cookies);
    assert_eq!(settings.mail.delivery, Delivery::Files(folder.path().join("data/mail")));
    assert_eq!(settings.keys.file, folder.path().join("alongside.key"));
    assert_eq!(settings.retention.draft_days, 14);
    assert_eq!(settings.service.controller, settings.service.name);
}

#[test]
fn a_demonstration_keeps_its_key_with_its_data() {
    let given = Given { data: Some(PathBuf::from("/tmp/x")), demo: true, ..Given::default() };
    assert_eq!(Settings::read(&given, nothing()).unwrap().keys.file, Path::new("/tmp/x/alongside.key"));
}

#[test]
fn the_example_says_every_key_and_every_default() {
    let kept = include_str!("../../alongside.example.toml");
    let example = Settings::example();
    // To write it anew: `alongside.example.toml` is what `Settings::example()` returns.
    assert_eq!(kept, example);
    let (folder, given) = with_file(kept);
    let beside = Given { data: Some(folder.path().join(DATA)), ..Given::default() };
    std::fs::write(folder.path().join("none.toml"), "").unwrap();
    let bare = Given { file: Some(folder.path().join("none.toml")), ..beside.clone() };
    let (read, none) = (Settings::read(&given, nothing()).unwrap(), Settings::read(&bare, nothing()).unwrap());
    assert_eq!(format!("{read:?}"), format!("{none:?}"));
    let table: toml::Table = kept.parse().unwrap();
    for declared in every_key() {
        let (section, name) = declared.split();
        assert!(table[section].as_table().unwrap().contains_key(name), "{}", declared.key);
        assert!(!declared.help.iter().any(|line| line.trim().is_empty()), "{}", declared.key);
    }
}

#[test]
fn no_two_keys_share_a_name_or_a_variable() {
    let keys: BTreeSet<_> = every_key().iter().map(|declared| declared.key).collect();
    let variables: BTreeSet<_> = every_key().iter().map(|declared| declared.variable()).collect();
    assert_eq!(keys.len(), every_key().len());
    assert_eq!(variables.len(), every_key().len());
}

#[test]
fn the_environment_stands_above_the_file_and_the_command_above_both() {
    let (_folder, mut given) = with_file("[service]\nname = \"File\"\n[web]\nlisten = \"127.0.0.1:1\"\n");
    let environment = [
        ("ALONGSIDE_SERVICE_NAME", "Environment"),
        ("ALONGSIDE_WEB_LISTEN", "127.0.0.1:2"),
        ("ALONGSIDE_TIMES_CLOSED_DAYS", "2026-12-24, 2026-12-31"),
        ("ALONGSIDE_SERVICE_COUNCILS", "[{ name = \"Northshire Council\", emergency_phone = \"01632 960 001\" }]"),
        ("PATH", "/bin"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let settings = Settings::read(&given, environment.clone()).unwrap();
    assert_eq!(settings.service.name, "Environment");
    assert_eq!(settings.web.listen.port(), 2);
    assert_eq!(settings.times.closed_days.len(), 2);
    let council = settings.service.councils.first().unwrap();
    assert_eq!(council.emergency_phone.as_deref(), Some("01632 960 001"));
    given.listen = Some("127.0.0.1:3".to_owned());
    assert_eq!(Settings::read(&given, environment).unwrap().web.listen.port(), 3);
}

#[test]
fn all_mistakes_are_told_at_once() {
    let found = mistakes(
        "[service]\nname = \"\"\nemail = \"nobody\"\nphone = \"ring us\"\n\
         councils = [{ nane = \"Northshire\" }]\n\
         [times]\nopens = \"17:00\"\ncloses = \"9\"\n\
         [web]\nbase_url = \"http://example.org\"\nstaff_idle_minutes = 0\nlisten = \"here\"\n\
         [database]\nurl = \"mysql://me:hush@db/x\"\n\
         [mail]\nsmtp_host = \"mail.example\"\nsmtp_tls = \"none\"\nsmtp_user = \"me\"\nsubject = \"Your referral\"\n\
         [look]\naccent = \"#cccccc\"\nlogo = \"none.svg\"\n\
         [logs]\nformat = \"xml\"\n",
    );
    let all = Mistakes(found.clone()).to_string();
    assert!(found.len() >= 16, "{all}");
    assert!(!all.contains("hush"), "{all}");
    for told in [
        "`service.name` (or ALONGSIDE_SERVICE_NAME) is empty. Write",
        "“nobody”",
        "“ring us”",
        "“nane”",
        "`times.closes`",
        "https://",
        "from 5 to 240",
        "127.0.0.1:8080",
        "is no PostgreSQL address",
        "`mail.smtp_tls` (or ALONGSIDE_MAIL_SMTP_TLS) is “none”",
        "`mail.smtp_password`",
        "`mail.from`",
        "“referral”",
        "contrast is 1.6 to 1",
        "none.svg, which is not there",
        "Write \"text\" or \"json\"",
    ] {
        assert!(all.contains(told), "{told}\n{all}");
    }
}

#[test]
fn an_unknown_key_is_a_mistake_with_the_likely_one() {
    assert_eq!(
        only_mistake("[mail]\nsmtp_hots = \"x\"\n"),
        "`mail.smtp_hots` is not a setting. Did you mean `mail.smtp_host`?"
    );
    assert_eq!(only_mistake("base_url = \"x\"\n"), "`base_url` is not a setting. Did you mean `web.base_url`?");
    assert_eq!(only_mistake("[weather]\nsky = \"blue\"\n"), "`weather.sky` is not a setting. Take it out.");
    let (_folder, given) = with_file("");
    let typo = [("ALONGSIDE_MAIL_SMPT_PASSWORD".to_owned(), "hush".to_owned())];
    let told = Settings::read(&given, typo).unwrap_err().to_string();
    assert!(told.contains("Did you mean ALONGSIDE_MAIL_SMTP_PASSWORD?"), "{told}");
    assert!(!told.contains("hush"));
}

#[test]
fn a_broken_file_names_its_line_and_shows_nothing_of_it() {
    let told = only_mistake("[mail]\nsmtp_user = \"me\"\nsmtp_password = \"hush\n");
    assert!(told.contains("line 3,"), "{told}");
    assert!(!told.contains("hush"), "{told}");
}

#[test]
fn a_file_that_was_named_must_be_there() {
    let given = Given { file: Some(PathBuf::from("/nowhere/alongside.toml")), ..Given::default() };
    assert!(Settings::read(&given, nothing()).unwrap_err().to_string().contains("cannot be read"));
}

#[test]
fn the_key_may_not_lie_with_the_data() {
    let told = only_mistake("[database]\ndata = \"data\"\n[keys]\nfile = \"data/../data/alongside.key\"\n");
    assert!(told.contains("lies in the data folder"), "{told}");
}

#[test]
fn a_password_comes_from_a_file_and_is_never_shown() {
    let (folder, given) = with_file(
        "[mail]\nsmtp_host = \"mail.example\"\nsmtp_user = \"me\"\nsmtp_password_file = \"password\"\nfrom = \"messages@example.org\"\n",
    );
    std::fs::write(folder.path().join("password"), "hush\n").unwrap();
    let settings = Settings::read(&given, nothing()).unwrap();
    let Delivery::Smtp(server) = &settings.mail.delivery else { panic!("not SMTP") };
    let (user, password) = server.login.as_ref().unwrap();
    assert_eq!((user.as_str(), password.expose()), ("me", "hush"));
    assert!(!format!("{settings:?}").contains("hush"));
}

//! A mail server small enough to read: speaks SMTP to one client at a time and remembers what it heard.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How the server behaves.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Manner {
    /// Takes every mail.
    Takes,
    /// Takes the connection and says nothing.
    Hangs,
    /// Answers this command so, and every other as it should.
    Answers(&'static str, &'static str),
}

/// A server on a port of its own, until the test ends.
pub(crate) struct Server {
    pub(crate) port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = Arc::clone(&heard);
        thread::spawn(move || {
            for connection in listener.incoming() {
                let (connection, ears) = (connection.unwrap(), Arc::clone(&ears));
                thread::spawn(move || match manner {
                    Manner::Hangs => thread::sleep(Duration::from_mins(1)),
                    Manner::Takes => talk(connection, &ears, None),
                    Manner::Answers(command, reply) => talk(connection, &ears, Some((command, reply))),
                });
            }
        });
        Self { port, heard }
    }

    /// Every line the server was told so far.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

fn talk(connection: TcpStream, heard: &Mutex<Vec<String>>, odd: Option<(&str, &str)>) {
    let mut answers = connection.try_clone().unwrap();
    let mut say = |reply: &str| answers.write_all(format!("{reply}\r\n").as_bytes()).is_ok();
    say("220 test");
    let mut in_data = false;
    for line in BufReader::new(connection).lines() {
        let Ok(line) = line else { return };
        heard.lock().unwrap().push(line.clone());
        let command = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let reply = match (in_data, command.as_str()) {
            (true, _) if line == "." => {
                in_data = false;
                "250 taken"
            }
            (true, _) => continue,
            (false, command) if odd.is_some_and(|(at, _)| at == command) => odd.unwrap().1,
            (false, "EHLO") => "250-test\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            (false, "DATA") => {
                in_data = true;
                "354 go on"
            }
            (false, "QUIT") => "221 bye",
            (false, "AUTH") => "235 come in",
            (false, _) => "250 yes",
        };
        if !say(reply) {
            return;
        }
    }
}

//! A load client: one thread, many connections kept open, each with one request under way at any time.
//!
//! As light as it can be, because it runs on the same processors as the server it asks. Must not know what is asked.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

/// The longest that no answer at all may come.
const SILENCE: Duration = Duration::from_secs(30);
/// Where a read begins: most answers fit.
const ROOM: usize = 64 * 1024;

/// What came of a run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    pub(crate) answers: usize,
    pub(crate) time: Duration,
    /// How long each answer took, in microseconds, sorted.
    pub(crate) waits: Vec<u32>,
}

impl Run {
    pub(crate) fn a_second(&self) -> f64 {
        ratio(self.answers, 1) / self.time.as_secs_f64()
    }

    /// How long the answer took that is slower than `part` of all, in milliseconds.
    pub(crate) fn wait(&self, part: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place in a list that is far shorter than either bound"
        )]
        let at = (part * ratio(self.waits.len(), 1)) as usize;
        f64::from(self.waits.get(at.min(self.waits.len().saturating_sub(1))).copied().unwrap_or_default()) / 1000.0
    }
}

/// One number over another.
pub(crate) fn ratio(of: usize, to: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of a bench are far below 2^52")]
    let (of, to) = (of as f64, to as f64);
    of / to
}

/// An answer, as it came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) head: &'a str,
    pub(crate) body: &'a [u8],
}

impl<'a> Answer<'a> {
    /// The value of a header, whose name is written in small letters.
    pub(crate) fn header(&self, name: &str) -> Option<&'a str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

struct Connection {
    stream: TcpStream,
    /// Which request is under way, counted from the first of all.
    number: usize,
    begun: Instant,
    got: Vec<u8>,
    /// How much of `got` is filled.
    filled: usize,
}

/// Sends what `next` gives, over that many connections, until it gives nothing more; shows each answer to `see`, with
/// the number of its request.
pub(crate) fn run(
    server: SocketAddr,
    connections: usize,
    mut next: impl FnMut(usize) -> Option<Vec<u8>>,
    mut see: impl FnMut(usize, Answer<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<Run> {
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(connections.max(8));
    let mut open = Vec::with_capacity(connections);
    for at in 0..connections {
        let plain = std::net::TcpStream::connect(server).context("the server takes no connection")?;
        plain.set_nodelay(true)?;
        plain.set_nonblocking(true)?;
        let mut stream = TcpStream::from_std(plain);
        poll.registry().register(&mut stream, Token(at), Interest::READABLE)?;
        open.push(Connection { stream, number: 0, begun: Instant::now(), got: vec![0; ROOM], filled: 0 });
    }
    let (mut sent, mut waits, begun) = (0, Vec::new(), Instant::now());
    let mut ask = |connection: &mut Connection| -> anyhow::Result<bool> {
        let Some(request) = next(sent) else { return Ok(false) };
        (connection.number, connection.begun, connection.filled) = (sent, Instant::now(), 0);
        sent += 1;
        write_all(&mut connection.stream, &request)?;
        Ok(true)
    };
    let mut under_way = 0;
    for connection in &mut open {
        under_way += usize::from(ask(connection)?);
    }
    let mut ended = begun;
    while under_way > 0 {
        poll.poll(&mut events, Some(SILENCE))?;
        ensure!(!events.is_empty(), "no answer came for {} s", SILENCE.as_secs());
        for event in &events {
            let Some(connection) = open.get_mut(event.token().0) else { continue };
            if !receive(connection)? {
                continue;
            }
            let Some(answer) = whole(connection)? else { continue };
            ended = Instant::now();
            waits.push(u32::try_from((ended - connection.begun).as_micros()).unwrap_or(u32::MAX));
            see(connection.number, answer)?;
            under_way -= usize::from(!ask(connection)?);
        }
    }
    waits.sort_unstable();
    Ok(Run { answers: waits.len(), time: ended - begun, waits })
}

/// The same request over and over for that long; every answer must have this status.
pub(crate) fn again_and_again(
    server: SocketAddr,
    connections: usize,
    request: &[u8],
    time: Duration,
    status: u16,
) -> anyhow::Result<Run> {
    let begun = Instant::now();
    let next = |_| (begun.elapsed() < time).then(|| request.to_vec());
    run(server, connections, next, |_, answer| {
        ensure!(answer.status == status, "answered with {}, not {status}", answer.status);
        Ok(())
    })
}

/// A request is far smaller than what the kernel takes at once; if it is not, there is a little to wait.
fn write_all(stream: &mut TcpStream, mut bytes: &[u8]) -> anyhow::Result<()> {
    while !bytes.is_empty() {
        match stream.write(bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::WouldBlock => std::thread::yield_now(),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Takes in what is there, and says whether anything was.
fn receive(connection: &mut Connection) -> anyhow::Result<bool> {
    let mut any = false;
    loop {
        if connection.filled == connection.got.len() {
            connection.got.resize(connection.filled * 2, 0);
        }
        let room = connection.got.get_mut(connection.filled..).unwrap_or_default();
        let asked = room.len();
        match connection.stream.read(room) {
            Ok(0) => bail!("the server closed a connection in the middle"),
            Ok(got) => {
                connection.filled += got;
                any = true;
                // Less than was asked for: there is no more, and a second call would only say so.
                if got < asked {
                    return Ok(true);
                }
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(any),
            Err(error) => return Err(error.into()),
        }
    }
}

/// The answer, once all of it is there.
fn whole(connection: &Connection) -> anyhow::Result<Option<Answer<'_>>> {
    let got = connection.got.get(..connection.filled).unwrap_or_default();
    let Some(end) = got.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(got.get(..end).unwrap_or_default())?;
    let body = got.get(end + 4..).unwrap_or_default();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).context("an answer without a status")?;
    let answer = Answer { status, head, body };
    let length: usize = answer.header("content-length").context("an answer of no length")?.parse()?;
    Ok((body.len() >= length).then_some(answer))
}

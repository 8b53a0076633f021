//! Which handler answers which address, and the server that listens for them.

use std::any::Any as Anything;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_session::SessionMiddleware;
use actix_session::config::{BrowserSession, CookieContentSecurity};
use actix_web::cookie::{Key, SameSite};
use actix_web::dev::{Extensions, Server as Running};
use actix_web::guard::{Any, Get, Head, Post};
use actix_web::http::{KeepAlive, header};
use actix_web::middleware::from_fn;
use actix_web::rt::net::TcpStream;
use actix_web::web::{self, Data, PayloadConfig, ServiceConfig};
use actix_web::{App, HttpResponse, HttpServer, Resource, Route};
use socket2::SockRef;

use super::limits::Class;
use super::paths::pattern;
use super::refer::{check, come_back, door, everything, issues, said_no, section, send};
use super::rooms::Rooms;
use super::session::{self, Sessions};
use super::staff::{self, accounts, correct, decide, own_account, queue, referral, refusal, rights, sign_in, written};
use super::{feedback, files, guard, health, limits, plain_pages};

/// How long closing may take once an answer was sent.
const PARTING: Duration = Duration::from_secs(5);
/// How long open requests may take to end when the server is told to stop, in seconds.
const FAREWELL: u64 = 15;

/// The server, not yet running.
pub struct Server {
    listener: TcpListener,
    rooms: Data<Rooms>,
    workers: usize,
}

impl Server {
    /// Takes hold of the address; port 0 takes any that is free.
    pub fn bind(rooms: Rooms, listen: SocketAddr) -> std::io::Result<Self> {
        let workers = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self { listener: TcpListener::bind(listen)?, rooms: Data::new(rooms), workers })
    }

    /// The address that it listens at.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// The rooms behind the pages, for the work that goes on beside them.
    #[must_use]
    pub fn rooms(&self) -> Data<Rooms> {
        self.rooms.clone()
    }

    /// Answers requests beside other work, until a signal says to stop; blocks. Open requests end first.
    pub fn run_beside<T>(self, beside: impl Future<Output = T>) -> std::io::Result<()> {
        actix_web::rt::System::new().block_on(async {
            tokio::select! {
                ended = self.run()? => ended,
                _ = beside => Ok(()),
            }
        })
    }

    /// Answers requests until it is told to stop.
    pub fn run(self) -> std::io::Result<Running> {
        let rooms = self.rooms;
        let cookie_key = cookie_key(&rooms);
        let limits = rooms.settings.web.clone();
        let server = HttpServer::new(move || {
            let web = &rooms.settings.web;
            let sessions = SessionMiddleware::builder(Sessions(rooms.clone()), cookie_key.clone())
                .cookie_name(session::cookie_name(web.secure_cookies).to_owned())
                .cookie_secure(web.secure_cookies)
                .cookie_same_site(SameSite::Lax)
                .cookie_http_only(true)
                .cookie_content_security(CookieContentSecurity::Private)
                .session_lifecycle(BrowserSession::default())
                .build();
            App::new()
                .app_data(rooms.clone())
                .app_data(PayloadConfig::new(web.body_bytes))
                .wrap(from_fn(guard::guard))
                .configure(routes(false))
                .service(web::scope("").wrap(sessions).configure(routes(true)))
                .default_service(web::to(plain_pages::nowhere))
        });
        let keep_alive = limits.keep_alive.map_or(KeepAlive::Disabled, KeepAlive::Timeout);
        let server = server
            .workers(self.workers)
            .max_connections(limits.connections.div_ceil(self.workers))
            .client_request_timeout(limits.head_time)
            .client_disconnect_timeout(PARTING)
            .keep_alive(keep_alive)
            .on_connect(move |connection, _: &mut Extensions| patience(connection, limits.transfer_time))
            .shutdown_timeout(FAREWELL);
        Ok(server.listen(self.listener)?.run())
    }
}

/// Has the kernel cut off a client that takes in nothing of its answer for that long. The head of a request has the
/// server's own time limit, its body that of `web::visit`.
fn patience(connection: &dyn Anything, time: Duration) {
    if let Some(connection) = connection.downcast_ref::<TcpStream>()
        && let Err(error) = SockRef::from(connection).set_tcp_user_timeout(Some(time))
    {
        tracing::warn!(%error, "a connection has no time limit for its answer");
    }
}

fn cookie_key(rooms: &Rooms) -> Key {
    Key::from(&rooms.cookie_key)
}

/// One address, with what is shown there and what can be sent there.
struct Entry {
    pattern: &'static str,
    shown: Option<fn() -> Route>,
    sent: Option<fn() -> Route>,
    /// What its requests are counted as: those that send and, for the sign-in page, those that look at it too.
    counted: Option<Class>,
    /// Whether it needs a session, and so a database.
    visited: bool,
}

const fn at(pattern: &'static str) -> Entry {
    Entry { pattern, shown: None, sent: None, counted: None, visited: true }
}

impl Entry {
    /// What is shown to GET and HEAD.
    const fn shows(mut self, handler: fn() -> Route) -> Self {
        self.shown = Some(handler);
        self
    }

    /// What takes a POST.
    const fn takes(mut self, handler: fn() -> Route) -> Self {
        self.sent = Some(handler);
        self
    }

    /// As what its requests are counted.
    const fn counted(mut self, class: Class) -> Self {
        self.counted = Some(class);
        self
    }

    /// Asks nothing about who comes, and so needs no database: neither the look of a page nor where to find help waits for
    /// one that is away.
    const fn for_anybody(mut self) -> Self {
        self.visited = false;
        self
    }

    fn methods(&self) -> impl Iterator<Item = &'static str> {
        let shown: &[_] = if self.shown.is_some() { &["GET", "HEAD"] } else { &[] };
        let sent: &[_] = if self.sent.is_some() { &["POST"] } else { &[] };
        shown.iter().chain(sent).copied()
    }

    fn resource(&self) -> Resource {
        let mut resource = web::resource(self.pattern);
        if let Some(handler) = self.shown {
            let class = self.counted.filter(|class| *class == Class::SignIn);
            resource = resource.route(counted(handler(), class).guard(Any(Get()).or(Head())));
        }
        if let Some(handler) = self.sent {
            resource = resource.route(counted(handler(), self.counted).guard(Post()));
        }
        let allow = self.methods().collect::<Vec<_>>().join(", ");
        let refuse = move || {
            let allow = allow.clone();
            async { HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, allow)).finish() }
        };
        resource.default_service(web::to(refuse))
    }
}

fn counted(route: Route, class: Option<Class>) -> Route {
    match class {
        Some(class) => route.wrap(from_fn(move |request, next| limits::count(class, request, next))),
        None => route,
    }
}

fn routes(visited: bool) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        for entry in ROUTES.iter().filter(|entry| entry.visited == visited) {
            config.service(entry.resource());
        }
    }
}

/// Every address of the portal as the router knows it, with the methods it answers to.
pub fn declared() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    ROUTES.iter().map(|entry| (entry.pattern, entry.methods().collect()))
}

/// The one list of what lives where. A form that is sent without a class is one that only staff can send, one that only
/// ends something (leaving and signing out are never refused), or one that counts for itself once it knows that there is
/// something to count: sending, and beginning a form.
const ROUTES: &[Entry] = &[
    at(pattern::START).shows(|| web::to(plain_pages::start)).for_anybody(),
    at(pattern::DANGER).shows(|| web::to(plain_pages::danger)),
    at(pattern::LEAVE).shows(|| web::to(plain_pages::leave)),
    at(pattern::LEFT).shows(|| web::to(plain_pages::left)).for_anybody(),
    at(pattern::PRIVACY).shows(|| web::to(plain_pages::privacy)).for_anybody(),
    at(pattern::ACCESSIBILITY).shows(|| web::to(plain_pages::accessibility)).for_anybody(),
    at(pattern::ALIVE).shows(|| web::to(health::alive)).for_anybody(),
    at(pattern::READY).shows(|| web::to(health::ready)).for_anybody(),
    at(pattern::STATIC).shows(|| web::to(files::send)).for_anybody(),
    at(pattern::TASKS).shows(|| web::to(section::tasks)),
    at(pattern::SECTION).shows(|| web::to(section::show)).takes(|| web::to(section::save)).counted(Class::Save),
    at(pattern::ISSUES).shows(|| web::to(issues::list)).takes(|| web::to(issues::change)).counted(Class::Save),
    at(pattern::ISSUE).shows(|| web::to(issues::show)).takes(|| web::to(issues::save)).counted(Class::Save),
    at(pattern::EVERYTHING)
        .shows(|| web::to(everything::show))
        .takes(|| web::to(everything::save))
        .counted(Class::Save),
    at(pattern::SAVE).shows(|| web::to(come_back::ask_word)).takes(|| web::to(come_back::save)).counted(Class::Save),
    at(pattern::RETURN)
        .shows(|| web::to(come_back::ask_code))
        .takes(|| web::to(come_back::come_back))
        .counted(Class::Code),
    at(pattern::SAID_NO).shows(|| web::to(said_no::show)).takes(|| web::to(said_no::stop)),
    at(pattern::CHECK).shows(|| web::to(check::show)),
    at(pattern::SEND).takes(|| web::to(send::send)),
    at(pattern::RECEIVED).shows(|| web::to(send::received)),
    // After the fixed pages under the same folder, which it would match too.
    at(pattern::VOICE).shows(|| web::to(door::show)).takes(|| web::to(door::start_new)),
    at(pattern::FEEDBACK).shows(|| web::to(feedback::welcome)).takes(|| web::to(feedback::begin)).counted(Class::Code),
    at(pattern::FEEDBACK_THANKS).shows(|| web::to(feedback::thanks)),
    at(pattern::FEEDBACK_QUESTION)
        .shows(|| web::to(feedback::show))
        .takes(|| web::to(feedback::answer))
        .counted(Class::Save),
    at(pattern::SIGN_IN).shows(|| web::to(sign_in::show)).takes(|| web::to(sign_in::check)).counted(Class::SignIn),
    at(pattern::SIGN_OUT).takes(|| web::to(sign_in::sign_out)),
    at(pattern::SIGN_OUT_EVERYWHERE).takes(|| web::to(sign_in::sign_out_everywhere)),
    at(pattern::DESK).shows(|| web::to(staff::first_page)),
    at(pattern::OWN_ACCOUNT)
        .shows(|| web::to(own_account::show))
        .takes(|| web::to(own_account::change_password))
        .counted(Class::SignIn),
    at(pattern::CLIENT_FEEDBACK).shows(|| web::to(staff::feedback::show)),
    at(pattern::ACCOUNTS).shows(|| web::to(accounts::show)),
    at(pattern::FEEDBACK_CODE).takes(|| web::to(staff::feedback::invite)),
    at(pattern::QUEUE).shows(|| web::to(queue::show)),
    at(pattern::REFERRAL).shows(|| web::to(referral::show)),
    at(pattern::REFERRAL_ISSUE).shows(|| web::to(referral::issue)),
    at(pattern::HISTORY).shows(|| web::to(referral::past)),
    at(pattern::BAND).takes(|| web::to(decide::band)),
    at(pattern::REFUSAL).takes(|| web::to(refusal::confirm)),
    at(pattern::DECISION).takes(|| web::to(decide::issue)),
    at(pattern::ANSWERS).shows(|| web::to(written::show)),
    at(pattern::PART).shows(|| web::to(written::part)),
    at(pattern::CORRECT).shows(|| web::to(correct::show)).takes(|| web::to(correct::save)),
    at(pattern::RIGHTS).shows(|| web::to(rights::show)),
    at(pattern::COPY).takes(|| web::to(rights::copy)),
    at(pattern::HOLD).takes(|| web::to(rights::hold)),
    at(pattern::ERASE).takes(|| web::to(rights::erase)),
];

//! Which handler answers which address, and the server that listens for them.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_session::SessionMiddleware;
use actix_session::config::{BrowserSession, CookieContentSecurity};
use actix_web::cookie::{Key, SameSite};
use actix_web::dev::Server as Running;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data, PayloadConfig, ServiceConfig};
use actix_web::{App, HttpServer};

use super::paths::pattern;
use super::rooms::Rooms;
use super::session::Sessions;
use super::{feedback, files, guard, health, plain_pages, refer, staff};

/// How long a client may take to send the head of a request.
const PATIENCE: Duration = Duration::from_secs(10);
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
        let server = HttpServer::new(move || {
            let web = &rooms.settings.web;
            let sessions = SessionMiddleware::builder(Sessions(rooms.clone()), cookie_key.clone())
                .cookie_name(cookie_name(web.secure_cookies))
                .cookie_secure(web.secure_cookies)
                .cookie_same_site(SameSite::Lax)
                .cookie_http_only(true)
                .cookie_content_security(CookieContentSecurity::Private)
                .session_lifecycle(BrowserSession::default())
                .build();
            App::new()
                .app_data(rooms.clone())
                .app_data(PayloadConfig::new(web.body_bytes))
                .wrap(sessions)
                .wrap(from_fn(guard::guard))
                .configure(routes)
                .default_service(web::to(plain_pages::nowhere))
        });
        let server = server.workers(self.workers).client_request_timeout(PATIENCE).shutdown_timeout(FAREWELL);
        Ok(server.listen(self.listener)?.run())
    }
}

/// With the prefix, a browser takes the cookie from nowhere but this very host, over an encrypted connection.
fn cookie_name(secure: bool) -> String {
    if secure { "__Host-visit".to_owned() } else { "visit".to_owned() }
}

fn cookie_key(rooms: &Rooms) -> Key {
    Key::from(&rooms.cookie_key)
}

fn routes(config: &mut ServiceConfig) {
    use refer::{check, come_back, door, everything, issues, section, send};
    use staff::{correct, decide, queue, referral, rights, sign_in};

    config
        .route(pattern::START, web::get().to(plain_pages::start))
        .route(pattern::DANGER, web::get().to(plain_pages::danger))
        .route(pattern::LEAVE, web::get().to(plain_pages::leave))
        .route(pattern::LEFT, web::get().to(plain_pages::left))
        .route(pattern::PRIVACY, web::get().to(plain_pages::privacy))
        .route(pattern::ACCESSIBILITY, web::get().to(plain_pages::accessibility))
        .route(pattern::ALIVE, web::get().to(health::alive))
        .route(pattern::READY, web::get().to(health::ready))
        .route(pattern::STATIC, web::get().to(files::send))
        .route(pattern::TASKS, web::get().to(section::tasks))
        .route(pattern::SECTION, web::get().to(section::show))
        .route(pattern::SECTION, web::post().to(section::save))
        .route(pattern::ISSUES, web::get().to(issues::list))
        .route(pattern::ISSUES, web::post().to(issues::change))
        .route(pattern::ISSUE, web::get().to(issues::show))
        .route(pattern::ISSUE, web::post().to(issues::save))
        .route(pattern::EVERYTHING, web::get().to(everything::show))
        .route(pattern::EVERYTHING, web::post().to(everything::save))
        .route(pattern::SAVE, web::get().to(come_back::ask_word))
        .route(pattern::SAVE, web::post().to(come_back::save))
        .route(pattern::RETURN, web::get().to(come_back::ask_code))
        .route(pattern::RETURN, web::post().to(come_back::come_back))
        .route(pattern::CHECK, web::get().to(check::show))
        .route(pattern::SEND, web::post().to(send::send))
        .route(pattern::RECEIVED, web::get().to(send::received))
        // After the fixed pages under the same folder, which it would match too.
        .route(pattern::VOICE, web::get().to(door::show))
        .route(pattern::VOICE, web::post().to(door::start_new))
        .route(pattern::FEEDBACK, web::get().to(feedback::welcome))
        .route(pattern::FEEDBACK, web::post().to(feedback::begin))
        .route(pattern::FEEDBACK_QUESTION, web::get().to(feedback::show))
        .route(pattern::FEEDBACK_QUESTION, web::post().to(feedback::answer))
        .route(pattern::FEEDBACK_THANKS, web::get().to(feedback::thanks))
        .route(pattern::SIGN_IN, web::get().to(sign_in::show))
        .route(pattern::SIGN_IN, web::post().to(sign_in::check))
        .route(pattern::SIGN_OUT, web::post().to(sign_in::sign_out))
        .route(pattern::SIGN_OUT_EVERYWHERE, web::post().to(sign_in::sign_out_everywhere))
        .route(pattern::QUEUE, web::get().to(queue::show))
        .route(pattern::REFERRAL, web::get().to(referral::show))
        .route(pattern::BAND, web::post().to(decide::band))
        .route(pattern::DECISION, web::post().to(decide::issue))
        .route(pattern::CORRECT, web::get().to(correct::show))
        .route(pattern::CORRECT, web::post().to(correct::save))
        .route(pattern::RIGHTS, web::get().to(rights::show))
        .route(pattern::COPY, web::post().to(rights::copy))
        .route(pattern::HOLD, web::post().to(rights::hold))
        .route(pattern::ERASE, web::post().to(rights::erase));
}

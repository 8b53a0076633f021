//! `alongside serve`: the portal, until it is told to stop.

use std::path::PathBuf;

use clap::Args;

use crate::clock::Clock;
use crate::mail::Mailer;
use crate::portal::Portal;
use crate::settings::Given;
use crate::web::Server;
use crate::{logs, work};

/// Where settings and data are, and where to listen.
#[derive(Debug, Clone, Args)]
pub(super) struct Place {
    /// The settings file.
    #[arg(long, env = "ALONGSIDE_SETTINGS")]
    settings: Option<PathBuf>,
    /// The data folder.
    #[arg(long)]
    pub(super) data: Option<PathBuf>,
}

impl Place {
    /// What the command line says, for the settings to stand above.
    pub(super) fn given(&self) -> Given {
        Given { file: self.settings.clone(), data: self.data.clone(), ..Given::default() }
    }
}

/// `alongside serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    place: Place,
    /// Address and port to listen at, such as 127.0.0.1:8080.
    #[arg(long)]
    listen: Option<String>,
}

impl Serve {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let given = Given { listen: self.listen, ..self.place.given() };
        let settings = Portal::settings(&given)?;
        logs::set_up(settings.logs);
        let mailer = Mailer::new(&settings.mail)?;
        let listen = settings.web.listen;
        let mut portal = Portal::open(settings, false)?;
        if let Some(copy) = portal.new_keys.take() {
            offer_copy(&portal, &copy)?;
        }
        let server = Server::bind(portal.rooms(Clock::System, None)?, listen)?;
        super::say(&format!("Alongside listens at http://{}", server.address()?))?;
        run(server, &mailer)
    }
}

/// The keys were made just now: without them nothing that is kept can ever be read again.
fn offer_copy(portal: &Portal, copy: &str) -> anyhow::Result<()> {
    super::say(&format!(
        "A new key was made in {}. Without it nothing that is stored can ever be read again.\n\
         Print this copy now and lock it away, apart from backups of the data:\n\n{copy}",
        portal.settings.keys.file.display()
    ))
}

/// Serves, sends mail and sweeps, until a signal says to stop.
pub(super) fn run(server: Server, mailer: &Mailer) -> anyhow::Result<()> {
    let rooms = server.rooms();
    Ok(server.run_beside(async { tokio::join!(work::send_mail(&rooms, mailer), work::sweep(&rooms)) })?)
}

//! `alongside serve`: the portal, until it is told to stop.

use std::path::PathBuf;

use clap::Args;

use crate::clock::Clock;
use crate::mail::Mailer;
use crate::portal::Portal;
use crate::settings::Given;
use crate::web::Server;
use crate::words::commands as words;
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
        let (listen, to_senders) = (settings.web.listen, settings.mail.to_senders);
        let portal = Portal::open(settings, false)?;
        if !to_senders {
            tracing::warn!("no mail server is set: nobody who refers is mailed");
        }
        super::told_of_new_key(&portal)?;
        let server = Server::bind(portal.rooms(Clock::System, None)?, listen)?;
        super::say(&words::listens(super::LANG, &format!("http://{}", server.address()?)))?;
        run(server, &mailer)
    }
}

/// Serves, sends mail and sweeps, until a signal says to stop.
pub(super) fn run(server: Server, mailer: &Mailer) -> anyhow::Result<()> {
    let rooms = server.rooms();
    Ok(server.run_beside(async { tokio::join!(work::send_mail(&rooms, mailer), work::sweep(&rooms)) })?)
}

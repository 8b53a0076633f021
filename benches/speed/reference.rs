//! What the portal is compared with: servers that do the least that gives the same answer.
//!
//! On the same web server, with the same allocator and as many threads, and without anything around a page: no session,
//! no token, no header but two, no log. Must not know the portal.

use std::cell::RefCell;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use actix_web::http::header::ContentType;
use actix_web::web::{self, Bytes, Data};
use actix_web::{App, HttpResponse, HttpServer};
use anyhow::Context as _;
use diesel::prelude::*;

use crate::rows::{Prepared, Rows, connect, drafts};

/// The same bytes from memory; after one indexed read where there is a database.
pub(crate) fn constant(bytes: &Path, database: Option<PathBuf>) -> anyhow::Result<()> {
    let bytes = Bytes::from(std::fs::read(bytes)?);
    let row = match &database {
        Some(file) => drafts::table.order(drafts::id.desc()).select(drafts::token_hash).first(&mut connect(file)?)?,
        None => Vec::new(),
    };
    serve(move |config| {
        let (bytes, database, row) = (bytes.clone(), database.clone(), row.clone());
        config.app_data(Data::new(bytes)).app_data(Data::new(Looked { database, row }));
        config.default_service(web::to(answer));
    })
}

/// Where to look, and for what.
struct Looked {
    database: Option<PathBuf>,
    row: Vec<u8>,
}

thread_local! {
    /// One connection for each thread that answers: the shortest way to a row there is.
    static CONNECTION: RefCell<Option<SqliteConnection>> = const { RefCell::new(None) };
}

async fn answer(bytes: Data<Bytes>, looked: Data<Looked>) -> HttpResponse {
    if let Some(file) = &looked.database
        && read(file, &looked.row).is_err()
    {
        return HttpResponse::InternalServerError().finish();
    }
    HttpResponse::Ok().content_type(ContentType::html()).body(bytes.get_ref().clone())
}

fn read(file: &Path, row: &[u8]) -> anyhow::Result<usize> {
    CONNECTION.with_borrow_mut(|open| {
        let conn = match open {
            Some(conn) => conn,
            None => open.insert(connect(file)?),
        };
        let found: Vec<u8> = drafts::table.filter(drafts::token_hash.eq(row)).select(drafts::body).first(conn)?;
        Ok(found.len())
    })
}

/// What one-transaction-per-request keeps.
struct Desk {
    conn: SqliteConnection,
    rows: Rows,
    prepared: Prepared,
}

/// Keeps the same rows for each request, in a transaction of its own, and answers after its commit.
pub(crate) fn one_by_one(database: &Path, number: usize) -> anyhow::Result<()> {
    let mut conn = connect(database)?;
    let rows = Rows::of_the_last(&mut conn)?;
    let prepared = rows.prepare(&mut conn, number)?;
    let desk = Data::from(Arc::new(Mutex::new(Desk { conn, rows, prepared })));
    serve(move |config| {
        config.app_data(desk.clone()).default_service(web::to(keep));
    })
}

async fn keep(desk: Data<Mutex<Desk>>) -> HttpResponse {
    let kept = web::block(move || {
        let mut desk = desk.lock().ok().context("the desk is broken")?;
        let Desk { conn, rows, prepared } = &mut *desk;
        anyhow::ensure!(prepared.left() > 0, "too few were prepared");
        rows.write(conn, prepared, 1)
    });
    match kept.await {
        Ok(Ok(())) => HttpResponse::SeeOther().insert_header(("location", "/")).finish(),
        _ => HttpResponse::InternalServerError().finish(),
    }
}

fn serve(configure: impl Fn(&mut web::ServiceConfig) + Clone + Send + 'static) -> anyhow::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    crate::say(&format!("listens at http://{}", listener.local_addr()?));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    actix_web::rt::System::new().block_on(async {
        let server = HttpServer::new(move || App::new().configure(configure.clone())).workers(workers);
        anyhow::Ok(server.listen(listener)?.run().await?)
    })
}

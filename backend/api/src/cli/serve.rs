//! `linli serve`.

use std::sync::Arc;

use actix_web::rt::System;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use super::database::{self, Opened};
use super::settings::{Database, DemoArgs, Server};
use super::signals::{STOPPED, Stop};
use super::{settings::ServerArgs, telemetry};
use crate::app::App;
use crate::auth::{Keys, Throttle, prepare_passwords};
use crate::clock::Clock;
use crate::demo::YEAR;
use crate::http;

/// Serves until told to stop.
pub(super) fn serve(args: &ServerArgs) -> Result<(), String> {
    let settings = args.check()?;
    telemetry::start(&settings.log);
    System::new().block_on(async {
        let mut stop = Stop::listen()?;
        let listener = http::bind(settings.address).map_err(|error| {
            format!("cannot listen at {} ({error}): set LINLI_PORT to a free port", settings.address)
        })?;
        let Some(opened) = open(&settings.database, &mut stop).await? else { return Ok(()) };
        let served = run(&settings, listener, &opened, &mut stop).await;
        let closed = spawn_blocking(|| opened.close()).await.map_err(|error| error.to_string())?;
        match served {
            Err(reason) if reason == STOPPED => closed,
            served => served.and(closed),
        }
    })
}

/// The data base; none if the word to stop came first.
async fn open(settings: &Database, stop: &mut Stop) -> Result<Option<Opened>, String> {
    // A thread of its own, which nobody waits for at the end: a server may not answer for ever.
    let (sender, mut opening) = oneshot::channel();
    let database = settings.clone();
    std::thread::spawn(move || sender.send(database::open(&database)).ok());
    let opened = tokio::select! {
        opened = &mut opening => return opened.map_err(|error| error.to_string())?.map(Some),
        // A private PostgreSQL that is about to start must not stay behind.
        () = stop.wait() => if settings.url.is_none() { opening.await } else { return Ok(None) },
    };
    let opened = opened.map_err(|error| error.to_string())??;
    spawn_blocking(|| opened.close()).await.map_err(|error| error.to_string())??;
    Ok(None)
}

async fn run(
    settings: &Server,
    listener: std::net::TcpListener,
    opened: &Opened,
    stop: &mut Stop,
) -> Result<(), String> {
    let keys = Keys::load(&settings.signing_keys).map_err(|error| format!("signing keys: {error}"))?;
    let app = App {
        pool: opened.pool(settings.connections)?,
        clock: Clock::default(),
        keys: Arc::new(keys),
        photos: settings.photos.open()?,
        throttle: Throttle::default(),
        secure_cookies: settings.secure_cookies,
        behind_proxy: settings.behind_proxy,
    };
    if settings.demo {
        let mut connection = app.pool.get().await.map_err(|error| error.to_string())?;
        stop.unless(crate::demo::ensure(&mut connection, &app.photos, app.clock.now(), YEAR)).await?;
    }
    let prepared = spawn_blocking(prepare_passwords);
    let figures = http::install_metrics()?;
    let house = actix_web::rt::spawn(crate::jobs::keep_house(app.clone()));
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let upkeep = actix_web::rt::spawn(figures.clone().keep_up());
    prepared.await.map_err(|error| error.to_string())?;
    let server = http::run(app, figures, listener, settings.workers).map_err(|error| error.to_string())?;
    println!("Linli 邻里: http://{address}");
    if settings.demo {
        print!("{}", crate::demo::sign_ins());
    }
    let handle = server.handle();
    let serving = actix_web::rt::spawn(server);
    if settings.open
        && let Err(error) = open::that_detached(format!("http://{address}"))
    {
        tracing::info!(%error, "no browser was opened");
    }
    stop.wait().await;
    house.abort();
    upkeep.abort();
    tracing::info!("stopping: requests in flight are finished first");
    handle.stop(true).await;
    serving.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
}

/// `linli demo`.
pub(super) fn demo(args: &DemoArgs) -> Result<(), String> {
    let (now, photos) = (Clock::default().now(), args.photos()?.open()?);
    let figures = database::with_connection(&args.database, async |connection| {
        crate::demo::ensure(connection, &photos, now, args.days).await?;
        crate::demo::figures(connection).await
    })?;
    print!("{}{figures}", crate::demo::sign_ins());
    Ok(())
}

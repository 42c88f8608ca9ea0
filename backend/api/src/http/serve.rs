//! Listening and serving until told to stop.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::Server;

use super::metrics::Metrics;
use super::routes::application;
use crate::app::App;
use crate::openapi;

/// Takes an address to listen at.
///
/// # Errors
/// If it is in use or not this machine's.
pub fn bind(address: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(address)
}

/// Serves at `listener` until the server's handle is told to stop; requests in flight are finished first, for ten
/// seconds at most.
///
/// # Errors
/// If the listener cannot be used.
pub fn run(app: App, figures: Metrics, listener: TcpListener, workers: usize) -> std::io::Result<Server> {
    let document = openapi::document();
    Ok(HttpServer::new(move || application(app.clone(), figures.clone(), document.clone()))
        .workers(workers)
        .client_request_timeout(Duration::from_secs(5))
        .client_disconnect_timeout(Duration::from_secs(5))
        .shutdown_timeout(10)
        .disable_signals()
        .listen(listener)?
        .run())
}

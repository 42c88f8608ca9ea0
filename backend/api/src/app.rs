//! What every request can reach.

use std::sync::Arc;

use linli_db::{Pool, PooledConnection};

use crate::Problem;
use crate::auth::{Keys, Throttle};
use crate::clock::Clock;
use crate::photos::PhotoStore;

/// The running application; cheap to clone.
#[derive(Clone)]
pub struct App {
    /// Connections to PostgreSQL.
    pub pool: Pool,
    /// The time.
    pub clock: Clock,
    /// The keys that sign access tokens.
    pub keys: Arc<Keys>,
    /// Where the pictures of photos are kept.
    pub photos: PhotoStore,
    /// The tries to sign in.
    pub throttle: Throttle,
    /// Whether cookies go over TLS only; off for a server on this machine's loopback.
    pub secure_cookies: bool,
    /// Whether `X-Forwarded-For` is written by a proxy of ours.
    pub behind_proxy: bool,
}

impl App {
    /// Takes a connection for a request.
    ///
    /// # Errors
    /// `unavailable` (503).
    pub async fn connection(&self) -> Result<PooledConnection, Problem> {
        self.pool.get().await.map_err(Problem::from)
    }
}

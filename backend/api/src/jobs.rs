//! What the server does by itself, beside serving.

use std::time::Duration;

use chrono::TimeDelta;
use linli_db::{Error, idempotency, sessions, transaction};
use linli_domain::ids::CommunityId;

use crate::app::App;
use crate::communities::all_communities;
pub use crate::vouchers::expire_vouchers;

/// How long the answers of commands are kept for repetition.
const KEPT_DAYS: i64 = 7;
/// How long a session that is over is kept. What is over opens nothing, whether its tokens are known or not; it is kept
/// for whoever looks into what happened.
const SESSIONS_KEPT_DAYS: i64 = 30;
const EACH: Duration = Duration::from_secs(3600);

/// Keeps house once an hour, for ever. A failure is logged; the next hour tries again.
pub async fn keep_house(app: App) {
    let mut hours = tokio::time::interval(EACH);
    loop {
        hours.tick().await;
        expire_vouchers(&app).await;
        match forget_old_answers(&app).await {
            Ok(forgotten) => tracing::info!(forgotten, "old answers of commands forgotten"),
            Err(error) => tracing::error!(%error, "old answers of commands not forgotten"),
        }
        match forget_old_sessions(&app).await {
            Ok(forgotten) => tracing::info!(forgotten, "old sessions forgotten"),
            Err(error) => tracing::error!(%error, "old sessions not forgotten"),
        }
    }
}

/// Forgets the answers of commands that are older than a week; answers how many.
///
/// # Errors
/// If the data base does not answer.
pub async fn forget_old_answers(app: &App) -> Result<usize, Error> {
    let before = app.clock.now() - TimeDelta::days(KEPT_DAYS);
    let mut connection = app.pool.get().await?;
    let mut forgotten = 0_usize;
    let tenants = all_communities(&mut connection).await?.into_iter().map(|community| community.id);
    for community in tenants.chain([CommunityId::PLATFORM]) {
        forgotten = forgotten.saturating_add(idempotency::forget(&mut connection, community, before).await?);
    }
    Ok(forgotten)
}

/// Forgets the sessions that were over a month ago, with their refresh tokens; answers how many.
///
/// # Errors
/// If the data base does not answer.
pub async fn forget_old_sessions(app: &App) -> Result<usize, Error> {
    let before = app.clock.now() - TimeDelta::days(SESSIONS_KEPT_DAYS);
    let mut connection = app.pool.get().await?;
    transaction(&mut connection, async |connection| sessions::forget(connection, before).await).await
}

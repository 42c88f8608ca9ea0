//! What the server does by itself, beside serving.

use std::time::Duration;

use chrono::TimeDelta;
use linli_db::{Connection, Error, Slice, communities, idempotency};
use linli_domain::ids::CommunityId;

use crate::app::App;
pub use crate::vouchers::expire_vouchers;

/// How long the answers of commands are kept for repetition.
const KEPT_DAYS: i64 = 7;
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
    for community in all_communities(&mut connection).await? {
        forgotten = forgotten.saturating_add(idempotency::forget(&mut connection, community, before).await?);
    }
    Ok(forgotten)
}

/// The tenants, one by one: what is done for each is done in a statement of its own.
pub(crate) async fn all_communities(connection: &mut Connection) -> Result<Vec<CommunityId>, Error> {
    let mut all = vec![CommunityId::PLATFORM];
    let mut slice = Slice { after: None, limit: 200 };
    loop {
        let page = communities::list(connection, &slice).await?;
        all.extend(page.items.iter().map(|community| community.id));
        slice.after = page.next;
        if slice.after.is_none() {
            return Ok(all);
        }
    }
}

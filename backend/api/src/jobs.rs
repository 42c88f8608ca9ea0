//! What the server does by itself, beside serving.

mod due;

pub(crate) use due::do_all_due;

use std::time::Duration;

use chrono::TimeDelta;
use linli_db::{Connection, Error, idempotency, sessions, transaction};
use linli_domain::ids::CommunityId;

use crate::acting::Acting;
use crate::app::App;
use crate::communities::all_communities;
use crate::ledger::expire_all_points;
use crate::notices::announce_lapses;
use crate::orders::expire_all_orders;
use crate::photos::remove_loose;
use crate::problem::Problem;
use crate::seals::seal_days;
use crate::signals::watch_days;
use crate::statements::close_due;
use crate::verifications::verify_nightly;
use crate::vouchers::expire_all;

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
        by_itself("expire vouchers", app.clone(), expire_vouchers).await;
        by_itself("expire orders", app.clone(), expire_orders).await;
        by_itself("expire points", app.clone(), expire_points).await;
        by_itself("announce lapsing points", app.clone(), announce).await;
        by_itself("seal days", app.clone(), seal).await;
        by_itself("verify figures", app.clone(), verify).await;
        by_itself("close statements", app.clone(), close_statements).await;
        by_itself("look for signals of abuse", app.clone(), watch).await;
        by_itself("remove loose photos", app.clone(), remove_photos).await;
        match by_itself("forget old answers", app.clone(), forget_old_answers).await {
            Some(Ok(forgotten)) => tracing::info!(forgotten, "old answers of commands forgotten"),
            Some(Err(error)) => tracing::error!(%error, "old answers of commands not forgotten"),
            None => {}
        }
        match by_itself("forget old sessions", app.clone(), forget_old_sessions).await {
            Some(Ok(forgotten)) => tracing::info!(forgotten, "old sessions forgotten"),
            Some(Err(error)) => tracing::error!(%error, "old sessions not forgotten"),
            None => {}
        }
    }
}

/// Does a job as a task of its own; answers what came of it, or nothing if it broke off: that is logged, and the other jobs go on.
async fn by_itself<A: 'static, T: 'static>(
    job: &'static str,
    app: A,
    work: impl AsyncFnOnce(&A) -> T + 'static,
) -> Option<T> {
    let done = actix_web::rt::spawn(async move { work(&app).await }).await;
    done.inspect_err(|error| tracing::error!(job, %error, "broken off")).ok()
}

/// Ends the vouchers whose time is over; answers how many.
pub async fn expire_vouchers(app: &App) -> usize {
    for_each_community(app, "expire vouchers", expire_all).await
}

/// Ends the orders that nobody has picked up in time; answers how many.
pub async fn expire_orders(app: &App) -> usize {
    for_each_community(app, "expire orders", expire_all_orders).await
}

/// Takes the points that have lapsed; answers how many transfers that took.
pub async fn expire_points(app: &App) -> usize {
    for_each_community(app, "expire points", expire_all_points).await
}

/// Tells residents which points will lapse soon; answers how many notices were written.
pub async fn announce(app: &App) -> usize {
    for_each_community(app, "announce lapsing points", announce_lapses).await
}

/// Seals the days that are over; answers how many.
pub async fn seal(app: &App) -> usize {
    for_each_community(app, "seal days", seal_days).await
}

/// Recomputes everything, once a night; answers for how many communities.
pub async fn verify(app: &App) -> usize {
    for_each_community(app, "verify figures", verify_nightly).await
}

/// Closes the months of stores whose time has come; answers how many.
pub async fn close_statements(app: &App) -> usize {
    for_each_community(app, "close statements", close_due).await
}

/// Looks for signals of abuse in the days that are over; answers how many days were looked at.
pub async fn watch(app: &App) -> usize {
    for_each_community(app, "look for signals of abuse", watch_days).await
}

/// Removes photos that nobody has attached to anything; answers how many.
pub async fn remove_photos(app: &App) -> usize {
    let remove = async |connection: &mut Connection, acting: &Acting| {
        remove_loose(connection, acting, &app.photos).await
    };
    for_each_community(app, "remove loose photos", remove).await
}

/// Does a job for one community after the other; answers how much there was to do. What goes wrong in one is logged and
/// does not hinder the others; the next hour tries again.
async fn for_each_community(
    app: &App,
    job: &'static str,
    work: impl AsyncFn(&mut Connection, &Acting) -> Result<usize, Problem>,
) -> usize {
    let communities = async { Ok::<_, Problem>(all_communities(&mut *app.connection().await?).await?) };
    let communities = communities.await.unwrap_or_else(|problem| {
        tracing::error!(job, problem = problem.sentence(), "not begun");
        Vec::new()
    });
    let mut sum = 0_usize;
    for community in communities {
        let acting = Acting::program(community.id, app.clock.now());
        let done = async { work(&mut *app.connection().await?, &acting).await };
        match done.await {
            Ok(done) => sum = sum.saturating_add(done),
            Err(problem) => {
                metrics::counter!("job_failures_total", "job" => job).increment(1);
                tracing::error!(job, community = %community.id, problem = problem.sentence(), "not done");
            }
        }
    }
    tracing::info!(job, done = sum);
    sum
}

/// Does work batch after batch, each in a transaction of its own, until a batch finds nothing to do; answers how much was done.
///
/// What a process that is killed leaves, the next run finds: so a batch locks what it takes before it decides. It answers
/// nothing only where there is nothing left, and 0 where another process has done what it found.
///
/// # Errors
/// Those of a batch; what was done before it stays done.
pub(crate) async fn batch_after_batch(
    connection: &mut Connection,
    mut batch: impl AsyncFnMut(&mut Connection) -> Result<Option<usize>, Problem>,
) -> Result<usize, Problem> {
    let mut sum = 0_usize;
    while let Some(done) = transaction(connection, async |connection| batch(connection).await).await? {
        sum = sum.saturating_add(done);
    }
    Ok(sum)
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

#[cfg(test)]
mod tests {
    use super::by_itself;

    #[actix_web::test]
    async fn a_job_that_breaks_off_does_not_end_the_others() {
        let broken = by_itself("broken", (), async |()| panic!("as if it had a fault")).await;
        let next = by_itself("next", 7, async |seven| *seven).await;
        assert_eq!((broken, next), (None::<()>, Some(7)));
    }
}

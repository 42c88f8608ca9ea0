//! What the program does once a night: it recomputes everything.

use linli_db::{Connection, communities, transaction, verifications, without_time_limits};
use linli_domain::verifications::due;

use super::recompute::{keep, recompute};
use crate::acting::Acting;
use crate::problem::Problem;

/// Recomputes everything of a community, unless that was done this night; answers how often. What differs is an error in the
/// log too, which names the first of it.
///
/// One transaction, in which the community is locked: of two processes at once one finds what the other has done.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn verify_nightly(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    transaction(connection, async |connection| {
        // Whoever comes second waits until the first has recomputed everything.
        without_time_limits(connection).await?;
        let community = communities::lock(connection, acting.community).await?.ok_or_else(Problem::not_found)?;
        let last = verifications::last_night(connection, community.id).await?;
        let Some(night) = due(last, acting.now, community.timezone) else { return Ok(0) };
        let recomputed = recompute(connection, acting, Some(night)).await?;
        keep(connection, acting, &recomputed).await?;
        if let Some(first) = recomputed.drift.first() {
            let (figure, id, drift) = (&first.figure, first.id, recomputed.verification.drift);
            tracing::error!(community = %community.id, drift, figure, %id, "figures are not what their rows say");
        }
        Ok(1)
    })
    .await
}

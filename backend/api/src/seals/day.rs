//! What the program does with days that are over.

use chrono::{DateTime, Utc};
use linli_db::{Connection, communities, seals, without_time_limits};
use linli_domain::ids::{CommunityId, SealId, TransferId};
use linli_domain::seals::{Hash, Seal, TransferRecord, Tree, next_day, span};

use crate::acting::Acting;
use crate::jobs::batch_after_batch;
use crate::problem::Problem;

/// Seals the days of a community that are over and have no seal, one after the other; answers how many.
///
/// Each day is one transaction: of a process that is killed nothing is left, and of two at once one finds what the other
/// has sealed.
///
/// # Errors
/// If the data base does not answer.
pub async fn seal_days(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    batch_after_batch(connection, async |connection| seal_next(connection, acting).await).await
}

/// Seals the next day, the only one of its batch, if there is one.
async fn seal_next(connection: &mut Connection, acting: &Acting) -> Result<Option<usize>, Problem> {
    // The first seal covers everything there is.
    without_time_limits(connection).await?;
    let community = communities::lock(connection, acting.community).await?.ok_or_else(Problem::not_found)?;
    let last = seals::last(connection, community.id).await?;
    let sealed = last.as_ref().map(|last| last.seal.day);
    let Some(day) = next_day(sealed, acting.now, community.timezone) else { return Ok(None) };
    let (id, span) = (acting.id(), span(day, last.is_none(), community.timezone));
    let tree = write_leaves(connection, (community.id, id), span).await?;
    let seal = Seal {
        id,
        day,
        transfers: tree.count(),
        root: tree.root(),
        previous: last.map(|last| last.hash),
        sealed_at: acting.now,
    };
    seals::insert(connection, community.id, &seal).await?;
    Ok(Some(1))
}

/// Writes the leaves of a seal, batch after batch; answers their tree.
async fn write_leaves(
    connection: &mut Connection,
    (community, seal): (CommunityId, SealId),
    span: (Option<DateTime<Utc>>, DateTime<Utc>),
) -> Result<Tree, Problem> {
    let (mut tree, mut after) = (Tree::default(), None);
    loop {
        let batch = seals::unsealed(connection, community, span, after).await?;
        let Some(newest) = batch.last() else { return Ok(tree) };
        after = Some(newest.id);
        let leaf = |record: &TransferRecord| (record.id, record.leaf());
        let leaves: Vec<(TransferId, Hash)> = batch.iter().map(leaf).collect();
        tree.extend(leaves.iter().map(|(_, leaf)| *leaf));
        seals::insert_leaves(connection, community, seal, &leaves).await?;
    }
}

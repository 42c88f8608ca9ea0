//! Recomputing every leaf, root and hash; naming the row that is not what was sealed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::span_of;
use linli_domain::ids::{CommunityId, SealId, TransferId};
use linli_domain::seals::{Hash, Tree};
use linli_domain::verifications::Drift;
use uuid::Uuid;

use super::records::{records, unsealed};
use super::{Row, StoredSeal, leaves};
use crate::schema::{sealed_transfers, seals};
use crate::{Connection, Result, communities};

/// How many seals are read at once.
const SEALS: i64 = 100;

/// What is not as it was sealed, in a community, the oldest day first. Reads a batch after the other: what is sealed does
/// not change meanwhile.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn verify(connection: &mut Connection, community: CommunityId) -> Result<Vec<Drift>> {
    let mut drift = Vec::new();
    let (mut last, mut before): (Option<NaiveDate>, Option<Hash>) = (None, None);
    loop {
        let found = seals_after(connection, community, last).await?;
        let Some(newest) = found.last() else { break };
        last = Some(newest.seal.day);
        let ids: Vec<SealId> = found.iter().map(|stored| stored.seal.id).collect();
        let mut trees = check_leaves(connection, (community, &ids), &mut drift).await?;
        for StoredSeal { seal, hash } in found {
            let tree = trees.remove(&seal.id).unwrap_or_default();
            let faults = seal.faults(before, &tree, hash, seal.hash(community));
            drift.extend(faults.into_iter().map(|(fault, stored, computed)| Drift {
                figure: format!("seal.{fault}"),
                id: seal.id.uuid(),
                stored,
                computed,
            }));
            before = Some(hash);
        }
    }
    drift.extend(leaves_without_seal(connection, community).await?);
    if let Some(last) = last {
        check_unsealed(connection, (community, last), &mut drift).await?;
    }
    Ok(drift)
}

async fn seals_after(
    connection: &mut Connection,
    community: CommunityId,
    after: Option<NaiveDate>,
) -> Result<Vec<StoredSeal>> {
    let mut query = seals::table
        .filter(seals::community_id.eq(community.uuid()))
        .order(seals::day)
        .limit(SEALS)
        .select(Row::as_select())
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(seals::day.gt(after));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    rows.into_iter().map(Row::read).collect()
}

/// Holds every leaf of some seals against its transfer; answers the trees of the leaves as they are stored.
async fn check_leaves(
    connection: &mut Connection,
    (community, of): (CommunityId, &[SealId]),
    drift: &mut Vec<Drift>,
) -> Result<BTreeMap<SealId, Tree>> {
    let (mut trees, mut after): (BTreeMap<SealId, Tree>, _) = (BTreeMap::new(), None);
    loop {
        let batch = leaves(connection, community, of, after.as_ref()).await?;
        let Some(newest) = batch.last() else { return Ok(trees) };
        after = Some(*newest);
        let ids: Vec<TransferId> = batch.iter().map(|leaf| leaf.transfer).collect();
        let rows = records(connection, community, &ids).await?;
        let rows: BTreeMap<TransferId, Hash> = rows.iter().map(|row| (row.id, row.leaf())).collect();
        for leaf in batch {
            trees.entry(leaf.seal).or_default().push(leaf.hash);
            match rows.get(&leaf.transfer) {
                None => drift.push(named("transfer.deleted", leaf.transfer.uuid(), (1, 0))),
                Some(row) if *row != leaf.hash => {
                    drift.push(named("transfer.sealed", leaf.transfer.uuid(), (0, 1)));
                }
                Some(_) => {}
            }
        }
    }
}

/// Leaves whose seal is not there.
async fn leaves_without_seal(connection: &mut Connection, community: CommunityId) -> Result<Vec<Drift>> {
    let found: Vec<Uuid> = sealed_transfers::table
        .filter(sealed_transfers::community_id.eq(community.uuid()))
        .filter(not(exists(
            seals::table.filter(
                seals::community_id
                    .eq(sealed_transfers::community_id)
                    .and(seals::id.eq(sealed_transfers::seal_id)),
            ),
        )))
        .order(sealed_transfers::transfer_id)
        .select(sealed_transfers::transfer_id)
        .load(connection)
        .await?;
    Ok(found.into_iter().map(|transfer| named("leaf.seal", transfer, (0, 1))).collect())
}

/// Transfers of sealed days without a leaf. A seal is made an hour after its day: what was committed even later is in the
/// next one, and until then as suspicious as what somebody has put there by hand.
async fn check_unsealed(
    connection: &mut Connection,
    (community, last): (CommunityId, NaiveDate),
    drift: &mut Vec<Drift>,
) -> Result<()> {
    let Some(found) = communities::find(connection, community).await? else { return Ok(()) };
    let sealed = (None, span_of(last, found.timezone).1);
    let mut after = None;
    loop {
        let batch = unsealed(connection, community, sealed, after).await?;
        let Some(newest) = batch.last() else { return Ok(()) };
        after = Some(newest.id);
        drift.extend(batch.iter().map(|row| named("transfer.inserted", row.id.uuid(), (1, 0))));
    }
}

fn named(figure: &str, id: Uuid, (stored, computed): (i64, i64)) -> Drift {
    Drift { figure: figure.to_owned(), id, stored, computed }
}

//! The wallets that pay together.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId};
use linli_domain::ledger::Purse;
use linli_domain::residents::ResidentState;
use uuid::Uuid;

use super::accounts::lock_wallets;
use crate::schema::residents;
use crate::{Connection, Result};

diesel::alias!(residents as spenders: Spenders);

/// What a resident can spend from `today`, locked until the transaction ends: the own wallet; `pooled`, also those of the
/// registered members of the household who agreed.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_purse(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
    (pooled, today): (bool, NaiveDate),
) -> Result<Option<Purse>> {
    let others = if pooled { pooling_with(connection, community, of).await? } else { Vec::new() };
    let everybody: Vec<ResidentId> = others.iter().copied().chain([of]).collect();
    let mut wallets = lock_wallets(connection, community, &everybody).await?;
    let Some(own) = wallets.remove(&of) else { return Ok(None) };
    let shared = others.into_iter().filter_map(|other| Some((other, wallets.remove(&other)?))).collect();
    Ok(Some(Purse { resident: of, own, shared }.spendable_on(today)))
}

/// The other members of the household who share their points.
async fn pooling_with(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
) -> Result<Vec<ResidentId>> {
    let household = spenders
        .filter(spenders.field(residents::community_id).eq(community.uuid()))
        .filter(spenders.field(residents::id).eq(of.uuid()))
        .select(spenders.field(residents::household_id))
        .single_value();
    let others: Vec<Uuid> = residents::table
        .filter(residents::community_id.eq(community.uuid()))
        .filter(residents::household_id.nullable().eq(household).and(residents::id.ne(of.uuid())))
        .filter(residents::state.eq(ResidentState::Active.to_string()))
        .filter(residents::pools_since.is_not_null())
        .order(residents::id)
        .select(residents::id)
        .load(connection)
        .await?;
    Ok(others.into_iter().map(ResidentId::new).collect())
}

/// Stores since when the household may spend a resident's points too; none if it may not.
///
/// # Errors
/// If the data base does not answer.
pub async fn set_pooling(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
    since: Option<DateTime<Utc>>,
) -> Result<()> {
    diesel::update(residents::table.find((community.uuid(), of.uuid())))
        .set(residents::pools_since.eq(since))
        .execute(connection)
        .await?;
    Ok(())
}

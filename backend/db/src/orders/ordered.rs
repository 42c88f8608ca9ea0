//! How much of a reward residents have ordered.

use std::collections::BTreeMap;

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::activities::Span;
use linli_domain::ids::{CommunityId, ResidentId, RewardId};
use linli_domain::orders::OrderState;
use uuid::Uuid;

use crate::schema::{order_lines, orders};
use crate::{Connection, Result};

/// How many of each of these rewards a resident has ordered from one moment to before another, but for what was cancelled or
/// has expired. Who decides by it has locked the rewards: so two orders of the same do not both take what a limit leaves.
///
/// # Errors
/// If the data base does not answer.
pub async fn ordered_between(
    connection: &mut Connection,
    community: CommunityId,
    (resident, (from, to)): (ResidentId, Span),
    of: &[RewardId],
) -> Result<BTreeMap<RewardId, i64>> {
    let counted = [OrderState::Held, OrderState::Ready, OrderState::PickedUp].map(|state| state.to_string());
    let ids: Vec<Uuid> = of.iter().map(|reward| reward.uuid()).collect();
    let rows: Vec<(Uuid, i64)> =
        orders::table
            .inner_join(order_lines::table.on(
                order_lines::community_id.eq(orders::community_id).and(order_lines::order_id.eq(orders::id)),
            ))
            .filter(orders::community_id.eq(community.uuid()).and(orders::resident_id.eq(resident.uuid())))
            .filter(orders::placed_at.ge(from).and(orders::placed_at.lt(to)))
            .filter(orders::state.eq_any(counted))
            .filter(order_lines::reward_id.eq_any(ids))
            .select((order_lines::reward_id, order_lines::quantity))
            .load(connection)
            .await?;
    let mut ordered: BTreeMap<RewardId, i64> = BTreeMap::new();
    for (reward, quantity) in rows {
        let sum = ordered.entry(RewardId::new(reward)).or_default();
        *sum = sum.saturating_add(quantity);
    }
    Ok(ordered)
}

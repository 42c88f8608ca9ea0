//! The lines of orders, with the names of their rewards.

use std::collections::BTreeMap;

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, RewardId};
use linli_domain::orders::{Order, OrderLine};
use linli_domain::points::Points;
use uuid::Uuid;

use crate::schema::{order_lines, rewards};
use crate::{Connection, Result};

pub(super) async fn insert(connection: &mut Connection, community: CommunityId, order: &Order) -> Result<()> {
    let rows: Vec<_> = order
        .lines
        .iter()
        .map(|line| {
            (
                order_lines::community_id.eq(community.uuid()),
                order_lines::order_id.eq(order.id.uuid()),
                order_lines::reward_id.eq(line.reward.uuid()),
                order_lines::quantity.eq(line.quantity),
                order_lines::unit_points.eq(line.unit.get()),
            )
        })
        .collect();
    diesel::insert_into(order_lines::table).values(rows).execute(connection).await?;
    Ok(())
}

/// The lines of these orders, each in the order of its rewards: one statement, however many orders.
pub(super) async fn of(
    connection: &mut Connection,
    community: CommunityId,
    orders: &[Uuid],
) -> Result<BTreeMap<Uuid, Vec<OrderLine>>> {
    let rows: Vec<(Uuid, Uuid, String, i64, i64)> = order_lines::table
        .inner_join(rewards::table.on(
            rewards::community_id.eq(order_lines::community_id).and(rewards::id.eq(order_lines::reward_id)),
        ))
        .filter(order_lines::community_id.eq(community.uuid()))
        .filter(order_lines::order_id.eq_any(orders))
        .order((order_lines::order_id, order_lines::reward_id))
        .select((
            order_lines::order_id,
            order_lines::reward_id,
            rewards::name,
            order_lines::quantity,
            order_lines::unit_points,
        ))
        .load(connection)
        .await?;
    let mut lines: BTreeMap<Uuid, Vec<OrderLine>> = BTreeMap::new();
    for (order, reward, name, quantity, unit) in rows {
        let line = OrderLine { reward: RewardId::new(reward), name, quantity, unit: Points::new(unit) };
        lines.entry(order).or_default().push(line);
    }
    Ok(lines)
}

//! The lines of orders, with the names of their rewards and the times of their slots.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, OrderId, RewardId, SlotId};
use linli_domain::orders::{Order, OrderLine, Replaced};
use linli_domain::points::Points;
use linli_domain::slots::Seat;
use uuid::Uuid;

use crate::schema::{order_lines, rewards, slots};
use crate::{Connection, Result};

diesel::alias!(rewards as ordered: Ordered);

#[derive(Queryable)]
struct Row {
    order: Uuid,
    reward: Uuid,
    name: String,
    quantity: i64,
    unit: i64,
    replaces: Option<Uuid>,
    ordered: Option<String>,
    slot: Option<(Uuid, DateTime<Utc>, DateTime<Utc>)>,
}

impl Row {
    fn read(self) -> OrderLine {
        let replaces = self.replaces.zip(self.ordered);
        let seat = self.slot.map(|(slot, starts_at, ends_at)| {
            let (slot, title) = (SlotId::new(slot), self.name.clone());
            Seat { slot, title, starts_at, ends_at }
        });
        OrderLine {
            reward: RewardId::new(self.reward),
            name: self.name,
            quantity: self.quantity,
            unit: Points::new(self.unit),
            replaces: replaces.map(|(reward, name)| Replaced { reward: RewardId::new(reward), name }),
            seat,
        }
    }
}

/// Stores all lines of an order.
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
                order_lines::replaces_id.eq(line.replaces.as_ref().map(|was| was.reward.uuid())),
                order_lines::slot_id.eq(line.seat.as_ref().map(|seat| seat.slot.uuid())),
            )
        })
        .collect();
    diesel::insert_into(order_lines::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Takes all lines of an order away.
pub(super) async fn delete(connection: &mut Connection, community: CommunityId, of: OrderId) -> Result<()> {
    diesel::delete(order_lines::table)
        .filter(order_lines::community_id.eq(community.uuid()).and(order_lines::order_id.eq(of.uuid())))
        .execute(connection)
        .await?;
    Ok(())
}

/// The lines of these orders, each in the order of its rewards: one statement, however many orders.
pub(super) async fn of(
    connection: &mut Connection,
    community: CommunityId,
    orders: &[Uuid],
) -> Result<BTreeMap<Uuid, Vec<OrderLine>>> {
    let rows: Vec<Row> = order_lines::table
        .inner_join(rewards::table.on(
            rewards::community_id.eq(order_lines::community_id).and(rewards::id.eq(order_lines::reward_id)),
        ))
        .left_join(
            ordered.on(ordered
                .field(rewards::community_id)
                .eq(order_lines::community_id)
                .and(ordered.field(rewards::id).nullable().eq(order_lines::replaces_id))),
        )
        .left_join(
            slots::table.on(slots::community_id
                .eq(order_lines::community_id)
                .and(slots::id.nullable().eq(order_lines::slot_id))),
        )
        .filter(order_lines::community_id.eq(community.uuid()))
        .filter(order_lines::order_id.eq_any(orders))
        .order((order_lines::order_id, order_lines::reward_id))
        .select((
            order_lines::order_id,
            order_lines::reward_id,
            rewards::name,
            order_lines::quantity,
            order_lines::unit_points,
            order_lines::replaces_id,
            ordered.field(rewards::name).nullable(),
            (slots::id, slots::starts_at, slots::ends_at).nullable(),
        ))
        .load(connection)
        .await?;
    let mut lines: BTreeMap<Uuid, Vec<OrderLine>> = BTreeMap::new();
    for row in rows {
        lines.entry(row.order).or_default().push(row.read());
    }
    Ok(lines)
}

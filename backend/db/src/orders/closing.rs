//! Closing many orders at once: those whose time is over, those of a resident who leaves or of a slot that is cancelled.

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, SlotId};
use linli_domain::orders::{Order, OrderState};
use uuid::Uuid;

use super::{Row, lines};
use crate::schema::{order_lines, orders};
use crate::{Connection, Result};

/// At most so many open orders whose time is over, `but` these, the longest over first, locked until the transaction ends. Those that
/// somebody else holds at this moment are left out: the counter, or another process that does the same.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_due(
    connection: &mut Connection,
    community: CommunityId,
    now: DateTime<Utc>,
    (most, but): (i64, &[Uuid]),
) -> Result<Vec<Order>> {
    let rows: Vec<Row> = orders::table
        .filter(orders::community_id.eq(community.uuid()))
        .filter(orders::state.eq_any(OrderState::OPEN.map(|state| state.to_string())))
        .filter(orders::expires_at.le(now).and(orders::id.ne_all(but)))
        .order((orders::expires_at, orders::id))
        .limit(most)
        .select(Row::as_select())
        .for_no_key_update()
        .skip_locked()
        .load(connection)
        .await?;
    with_lines(connection, community, rows).await
}

/// The orders of a resident that are open, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_open_of(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Vec<Order>> {
    let rows: Vec<Row> = orders::table
        .filter(orders::community_id.eq(community.uuid()).and(orders::resident_id.eq(resident.uuid())))
        .filter(orders::state.eq_any(OrderState::OPEN.map(|state| state.to_string())))
        .order(orders::id)
        .select(Row::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    with_lines(connection, community, rows).await
}

/// The open orders of a slot, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_of_slot(
    connection: &mut Connection,
    community: CommunityId,
    slot: SlotId,
) -> Result<Vec<Order>> {
    let of_slot = order_lines::table
        .filter(order_lines::community_id.eq(community.uuid()).and(order_lines::slot_id.eq(slot.uuid())))
        .select(order_lines::order_id);
    let rows: Vec<Row> = orders::table
        .filter(orders::community_id.eq(community.uuid()).and(orders::id.eq_any(of_slot)))
        .filter(orders::state.eq_any(OrderState::OPEN.map(|state| state.to_string())))
        .order(orders::id)
        .select(Row::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    with_lines(connection, community, rows).await
}

async fn with_lines(
    connection: &mut Connection,
    community: CommunityId,
    rows: Vec<Row>,
) -> Result<Vec<Order>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut lines = lines::of(connection, community, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let lines = lines.remove(&row.id).unwrap_or_default();
            row.read(lines)
        })
        .collect()
}

/// Stores that these orders, which are locked, were closed alike: as the first of them is now.
///
/// # Errors
/// If the data base does not answer.
pub async fn close_all(connection: &mut Connection, community: CommunityId, closed: &[Order]) -> Result<()> {
    let Some(first) = closed.first() else { return Ok(()) };
    let ids: Vec<Uuid> = closed.iter().map(|order| order.id.uuid()).collect();
    diesel::update(orders::table)
        .filter(orders::community_id.eq(community.uuid()).and(orders::id.eq_any(ids)))
        .set((orders::state.eq(first.state.to_string()), orders::closed_at.eq(first.closed_at)))
        .execute(connection)
        .await?;
    Ok(())
}

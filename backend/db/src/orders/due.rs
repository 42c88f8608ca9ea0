//! Orders whose time is over.

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, OrderId};
use linli_domain::orders::{Order, OrderState};
use uuid::Uuid;

use super::{Row, lines};
use crate::schema::orders;
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
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut lines = lines::of(connection, community, &ids).await?;
    rows.into_iter()
        .map(|row| {
            let lines = lines.remove(&row.id).unwrap_or_default();
            row.read(lines)
        })
        .collect()
}

/// Stores that these orders, which are locked, are over by time.
///
/// # Errors
/// If the data base does not answer.
pub async fn expire(
    connection: &mut Connection,
    community: CommunityId,
    of: &[OrderId],
    at: DateTime<Utc>,
) -> Result<()> {
    let ids: Vec<Uuid> = of.iter().map(|order| order.uuid()).collect();
    diesel::update(orders::table)
        .filter(orders::community_id.eq(community.uuid()))
        .filter(orders::id.eq_any(ids))
        .set((orders::state.eq(OrderState::Expired.to_string()), orders::closed_at.eq(at)))
        .execute(connection)
        .await?;
    Ok(())
}

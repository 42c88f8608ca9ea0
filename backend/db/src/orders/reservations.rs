//! What orders do to the stock of their rewards: one statement an order, however many lines it has.

use diesel::dsl::auto_type;
use diesel::{ExpressionMethods, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, OrderId};
use uuid::Uuid;

use crate::schema::{order_lines, rewards};
use crate::statement::Cached;
use crate::{Connection, Result};

/// The rewards in an order.
#[auto_type]
fn rewards_of(community: Uuid, order: Uuid) -> _ {
    let lines = order_lines::table
        .filter(order_lines::community_id.eq(community))
        .filter(order_lines::order_id.eq(order))
        .select(order_lines::reward_id);
    rewards::table.filter(rewards::community_id.eq(community)).filter(rewards::id.eq_any(lines))
}

/// How many of the reward at hand are in the order.
#[auto_type]
fn quantity_in(community: Uuid, order: Uuid) -> _ {
    order_lines::table
        .filter(order_lines::community_id.eq(community))
        .filter(order_lines::order_id.eq(order))
        .filter(order_lines::reward_id.eq(rewards::id))
        .select(order_lines::quantity)
        .single_value()
        .assume_not_null()
}

/// Promises the goods of a new order to it. Its rewards are locked, its lines are stored.
///
/// # Errors
/// If the data base does not answer, or there is not enough left.
pub async fn reserve(connection: &mut Connection, community: CommunityId, order: OrderId) -> Result<()> {
    let (community, order) = (community.uuid(), order.uuid());
    let statement = diesel::update(rewards_of(community, order))
        .set(rewards::reserved.eq(rewards::reserved + quantity_in(community, order)));
    Cached(statement).execute(connection).await?;
    Ok(())
}

/// Takes the goods of an order out of the stock as they are handed over. Its rewards are locked.
///
/// # Errors
/// If the data base does not answer.
pub async fn hand_out(connection: &mut Connection, community: CommunityId, order: OrderId) -> Result<()> {
    let (community, order) = (community.uuid(), order.uuid());
    let statement = diesel::update(rewards_of(community, order)).set((
        rewards::stock.eq(rewards::stock - quantity_in(community, order)),
        rewards::reserved.eq(rewards::reserved - quantity_in(community, order)),
    ));
    Cached(statement).execute(connection).await?;
    Ok(())
}

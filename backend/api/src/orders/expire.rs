//! What the program does with orders that nobody picks up: their goods go back on the shelf, their points are free again.

use std::collections::BTreeMap;

use linli_db::{Connection, orders, rewards};
use linli_domain::ids::{OrderId, RewardId};
use linli_domain::ledger::Cause;
use linli_domain::orders::Order;
use uuid::Uuid;

use super::json::Step;
use crate::acting::{Acting, Change};
use crate::jobs::do_all_due;
use crate::ledger::release_for;
use crate::problem::Problem;

/// How many orders a transaction ends.
const BATCH: i64 = 200;

/// Ends all orders of a community whose time is over; answers how many.
///
/// Two processes at once share the work.
///
/// # Errors
/// Those of [`do_all_due`].
pub(crate) async fn expire_all_orders(
    connection: &mut Connection,
    acting: &Acting,
) -> Result<usize, Problem> {
    let find = async |connection: &mut Connection, most: i64, but: &[Uuid]| {
        let due = orders::lock_due(connection, acting.community, acting.now, (most, but)).await?;
        let over = |before: Order| Some((before.id.uuid(), (before.expired(acting.now)?, before)));
        Ok(due.into_iter().filter_map(over).collect())
    };
    do_all_due(connection, BATCH, find, async |connection, due| expire_batch(connection, acting, due).await)
        .await
}

/// Ends a batch of orders; answers how many. Everything is locked as where one order is cancelled: orders, then rewards in
/// the order of their ids, then wallets.
async fn expire_batch(
    connection: &mut Connection,
    acting: &Acting,
    expired: Vec<(Order, Order)>,
) -> Result<usize, Problem> {
    let ids: Vec<OrderId> = expired.iter().map(|(after, _)| after.id).collect();
    orders::expire(connection, acting.community, &ids, acting.now).await?;
    give_back(connection, acting, expired.iter().map(|(after, _)| after)).await?;
    let causes: Vec<Cause> = expired.iter().map(|(after, _)| after.cause()).collect();
    release_for(connection, acting, &causes).await?;
    let step = |order: &Order| Step { state: order.state, reason: None };
    let line = |(after, before): &(Order, Order)| {
        (after.id, Change::changed("order.expire", &step(before), &step(after)))
    };
    acting.audit_all(connection, expired.iter().map(line)).await?;
    Ok(expired.len())
}

/// Puts the goods of all these orders back on the shelf.
async fn give_back(
    connection: &mut Connection,
    acting: &Acting,
    of: impl Iterator<Item = &Order>,
) -> Result<(), Problem> {
    let mut goods: BTreeMap<RewardId, i64> = BTreeMap::new();
    for line in of.flat_map(|order| &order.lines) {
        let given_back = goods.entry(line.reward).or_default();
        *given_back = given_back.saturating_sub(line.quantity);
    }
    let ids: Vec<RewardId> = goods.keys().copied().collect();
    rewards::lock_all(connection, acting.community, &ids).await?;
    let changes: Vec<(RewardId, i64)> = goods.into_iter().collect();
    Ok(rewards::change_all_reserved(connection, acting.community, &changes).await?)
}

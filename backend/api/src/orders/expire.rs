//! What the program does with orders that nobody picks up: their goods go back on the shelf, their points are free again.

use linli_db::{Connection, orders};
use linli_domain::ids::OrderId;
use linli_domain::ledger::Cause;
use linli_domain::orders::Order;

use super::give_back;
use super::json::Step;
use crate::acting::{Acting, Change};
use crate::jobs::batch_after_batch;
use crate::ledger::release_for;
use crate::problem::Problem;

/// How many orders a transaction ends.
const BATCH: i64 = 200;

/// Ends all orders of a community whose time is over; answers how many.
///
/// Two processes at once share the work.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn expire_all_orders(
    connection: &mut Connection,
    acting: &Acting,
) -> Result<usize, Problem> {
    batch_after_batch(connection, async |connection| expire_batch(connection, acting).await).await
}

/// Ends a batch of orders; answers how many. Everything is locked as where one order is cancelled: orders, then rewards in
/// the order of their ids, then wallets.
async fn expire_batch(connection: &mut Connection, acting: &Acting) -> Result<Option<usize>, Problem> {
    let due = orders::lock_due(connection, acting.community, acting.now, BATCH).await?;
    let expired: Vec<(&Order, Order)> =
        due.iter().filter_map(|before| Some((before, before.expired(acting.now)?))).collect();
    if expired.is_empty() {
        return Ok(None);
    }
    let ids: Vec<OrderId> = expired.iter().map(|(_, after)| after.id).collect();
    orders::expire(connection, acting.community, &ids, acting.now).await?;
    give_back(connection, acting, expired.iter().map(|(_, after)| after)).await?;
    let causes: Vec<Cause> = expired.iter().map(|(_, after)| after.cause()).collect();
    release_for(connection, acting, &causes).await?;
    let step = |order: &Order| Step { state: order.state, reason: None };
    let line = |(before, after): &(&Order, Order)| {
        (after.id, Change::changed("order.expire", &step(before), &step(after)))
    };
    acting.audit_all(connection, expired.iter().map(line)).await?;
    Ok(Some(expired.len()))
}

//! What the program does with orders that nobody picks up: they are closed when their time is over.

use linli_db::{Connection, orders};
use linli_domain::orders::Order;

use super::release::release_all;
use crate::acting::Acting;
use crate::jobs::batch_after_batch;
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

/// Ends a batch of orders; answers how many. Everything is locked as where one order is cancelled: orders, then rewards and
/// slots in the order of their ids, then wallets.
async fn expire_batch(connection: &mut Connection, acting: &Acting) -> Result<Option<usize>, Problem> {
    let due = orders::lock_due(connection, acting.community, acting.now, BATCH).await?;
    let expired = |before: Order| before.expired(acting.now).map(|after| (before, after));
    let expired: Vec<(Order, Order)> = due.into_iter().filter_map(expired).collect();
    if expired.is_empty() {
        return Ok(None);
    }
    release_all(connection, acting, ("order.expire", None), &expired).await?;
    Ok(Some(expired.len()))
}

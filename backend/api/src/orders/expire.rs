//! What the program does with orders that nobody picks up.

use linli_db::{Connection, orders};
use linli_domain::orders::Order;
use uuid::Uuid;

use super::release::release_all;
use crate::acting::Acting;
use crate::jobs::do_all_due;
use crate::problem::Problem;

/// How many orders a transaction ends.
const BATCH: i64 = 200;

/// Ends all orders of a community whose time is over; answers how many.
///
/// Two processes at once share the work. Everything is locked as where one order is cancelled: orders, then rewards and slots
/// in the order of their ids, then wallets.
///
/// # Errors
/// Those of [`do_all_due`].
pub(crate) async fn expire_all_orders(
    connection: &mut Connection,
    acting: &Acting,
) -> Result<usize, Problem> {
    let find = async |connection: &mut Connection, most: i64, but: &[Uuid]| {
        let due = orders::lock_due(connection, acting.community, acting.now, (most, but)).await?;
        let over = |before: Order| {
            let after = before.expired(acting.now)?;
            Some((before.id.uuid(), (before, after)))
        };
        Ok(due.into_iter().filter_map(over).collect())
    };
    let work = async |connection: &mut Connection, due: Vec<(Order, Order)>| {
        release_all(connection, acting, ("order.expire", None), &due).await?;
        Ok(due.len())
    };
    do_all_due(connection, BATCH, find, work).await
}

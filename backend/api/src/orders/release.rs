//! Closing orders that nobody picks up: their goods go back on the shelf, their seats and points are free again.

use std::collections::BTreeMap;

use linli_db::{Connection, orders, rewards, slots};
use linli_domain::ids::{RewardId, SlotId};
use linli_domain::ledger::Cause;
use linli_domain::orders::Order;

use super::json::Step;
use crate::acting::{Acting, Change};
use crate::ledger::release_for;
use crate::problem::Problem;

/// Stores that these orders, which are locked, were closed alike, and gives back what they held; one line in the audit log for
/// each. The number of statements does not grow with the orders.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn release_all(
    connection: &mut Connection,
    acting: &Acting,
    (action, reason): (&str, Option<&str>),
    closed: &[(Order, Order)],
) -> Result<(), Problem> {
    let after: Vec<Order> = closed.iter().map(|(_, after)| after.clone()).collect();
    if after.is_empty() {
        return Ok(());
    }
    orders::close_all(connection, acting.community, &after).await?;
    give_back(connection, acting, &after).await?;
    let causes: Vec<Cause> = after.iter().map(Order::cause).collect();
    release_for(connection, acting, &causes).await?;
    let line = |(before, after): &(Order, Order)| {
        let before = Step { state: before.state, reason: None };
        (after.id, Change::changed(action, &before, &Step { state: after.state, reason }))
    };
    acting.audit_all(connection, closed.iter().map(line)).await?;
    Ok(())
}

/// Puts the goods of these orders back on the shelf and gives their seats back: rewards first, then slots, each in the order
/// of their ids, and both before any wallet is locked, as where an order is placed.
async fn give_back(connection: &mut Connection, acting: &Acting, of: &[Order]) -> Result<(), Problem> {
    let (mut goods, mut seats) = (BTreeMap::<RewardId, i64>::new(), BTreeMap::<SlotId, i32>::new());
    for line in of.iter().flat_map(|order| &order.lines) {
        if let Some(seat) = &line.seat {
            let given_back = seats.entry(seat.slot).or_default();
            *given_back = given_back.saturating_sub(1);
        } else {
            let given_back = goods.entry(line.reward).or_default();
            *given_back = given_back.saturating_sub(line.quantity);
        }
    }
    if !goods.is_empty() {
        let ids: Vec<RewardId> = goods.keys().copied().collect();
        rewards::lock_all(connection, acting.community, &ids).await?;
        let changes: Vec<(RewardId, i64)> = goods.into_iter().collect();
        rewards::change_all_reserved(connection, acting.community, &changes).await?;
    }
    let changes: Vec<(SlotId, i32)> = seats.into_iter().collect();
    Ok(slots::count_all_seats(connection, acting.community, &changes).await?)
}

//! Ending orders that nobody has picked up: their goods go back on the shelf, their points are free again.

use std::collections::BTreeMap;

use linli_db::{Connection, orders, rewards};
use linli_domain::ids::RewardId;
use linli_domain::ledger::Cause;
use linli_domain::orders::Order;

use super::json::Step;
use crate::acting::{Acting, Change};
use crate::ledger::release_for;
use crate::problem::Problem;

/// Stores that these orders, which are locked, were closed alike, and gives back what they held; one line in the audit log for
/// each. Everything else is locked as where one order is cancelled: rewards in the order of their ids, then wallets.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn end_all(
    connection: &mut Connection,
    acting: &Acting,
    (action, ended): (&str, &[(Order, Order)]),
) -> Result<(), Problem> {
    let after: Vec<Order> = ended.iter().map(|(_, after)| after.clone()).collect();
    if after.is_empty() {
        return Ok(());
    }
    orders::close_all(connection, acting.community, &after).await?;
    give_back(connection, acting, &after).await?;
    let causes: Vec<Cause> = after.iter().map(Order::cause).collect();
    release_for(connection, acting, &causes).await?;
    let step = |order: &Order| Step { state: order.state, reason: None };
    let line =
        |(before, after): &(Order, Order)| (after.id, Change::changed(action, &step(before), &step(after)));
    acting.audit_all(connection, ended.iter().map(line)).await?;
    Ok(())
}

/// Puts the goods of all these orders back on the shelf.
async fn give_back(connection: &mut Connection, acting: &Acting, of: &[Order]) -> Result<(), Problem> {
    let mut goods: BTreeMap<RewardId, i64> = BTreeMap::new();
    for line in of.iter().flat_map(|order| &order.lines) {
        let given_back = goods.entry(line.reward).or_default();
        *given_back = given_back.saturating_sub(line.quantity);
    }
    let ids: Vec<RewardId> = goods.keys().copied().collect();
    rewards::lock_all(connection, acting.community, &ids).await?;
    let changes: Vec<(RewardId, i64)> = goods.into_iter().collect();
    Ok(rewards::change_all_reserved(connection, acting.community, &changes).await?)
}

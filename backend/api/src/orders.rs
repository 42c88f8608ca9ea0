//! Orders of the points supermarket: placed, made ready, picked up, cancelled.

mod cancel;
mod create;
mod expire;
mod get;
mod json;
mod list;
mod pick_up;
mod ready;
mod substitute;

use std::collections::BTreeMap;

pub(crate) use create::new_order;
pub(crate) use expire::expire_all_orders;
pub(crate) use json::NewOrder;
use linli_db::{Connection, orders, rewards};
use linli_domain::ids::{OrderId, RewardId};
use linli_domain::orders::Order;
use linli_domain::roles::Principal;
pub(crate) use pick_up::hand_over;
pub(crate) use ready::make_ready;

use utoipa_actix_web::service_config::ServiceConfig;

use self::json::OrderJson;
use crate::acting::Acting;
use crate::problem::Problem;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_order)
        .service(list::list_orders)
        .service(get::get_order)
        .service(ready::ready_order)
        .service(substitute::substitute_order)
        .service(pick_up::pick_up_order)
        .service(cancel::cancel_order);
}

/// An order as it stands now, as `principal` may see it.
async fn show(connection: &mut Connection, principal: &Principal, id: OrderId) -> Result<OrderJson, Problem> {
    let found = orders::find(connection, principal.community, id).await?.ok_or_else(Problem::not_found)?;
    Ok(OrderJson::shown_to(principal, found))
}

/// Puts the goods of all these orders back on the shelf; their rewards are locked in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
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

//! Orders of the points supermarket: placed, made ready, picked up, cancelled.

mod cancel;
mod create;
mod expire;
mod get;
mod json;
mod list;
mod pick_up;
mod ready;
mod release;
mod substitute;

pub(crate) use cancel::cancel;
pub(crate) use create::new_order;
pub(crate) use expire::expire_all_orders;
pub(crate) use json::NewOrder;
use linli_db::{Connection, orders};
use linli_domain::ids::OrderId;
use linli_domain::roles::Principal;
pub(crate) use pick_up::hand_over;
pub(crate) use ready::make_ready;
pub(crate) use release::release_all;

use utoipa_actix_web::service_config::ServiceConfig;

use self::json::OrderJson;
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

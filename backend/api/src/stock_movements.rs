//! Stock movements of a reward: entered by the desk, listed.

mod create;
mod json;
mod list;

pub(crate) use create::enter;
pub(crate) use json::NewStockMovement;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_stock_movement).service(list::list_stock_movements);
}

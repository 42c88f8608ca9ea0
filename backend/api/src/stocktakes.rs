//! Stocktakes 盘点 of the points supermarket: entered as one act, kept, listed.

mod create;
mod get;
mod json;
mod list;

pub(crate) use create::new_stocktake;
pub(crate) use json::NewStocktake;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_stocktake).service(list::list_stocktakes).service(get::get_stocktake);
}

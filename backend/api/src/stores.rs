//! Stores 门店 of partners, and the cashiers 店员 in them.

mod add_cashier;
mod change;
mod create;
mod get;
mod hours;
mod json;
mod list;
mod list_cashiers;
mod managed;
mod remove_cashier;

pub(crate) use add_cashier::name_cashier;
pub(crate) use create::new_store;
pub(crate) use json::NewStore;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_store)
        .service(list::list_stores)
        .service(get::get_store)
        .service(change::change_store)
        .service(add_cashier::add_cashier)
        .service(list_cashiers::list_cashiers)
        .service(remove_cashier::remove_cashier);
}

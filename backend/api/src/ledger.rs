//! The points ledger: wallets, transfers, and what staff may correct.

mod adjust;
mod get;
mod history;
mod json;
mod list;
mod open_balances;
mod posted;
mod requests;
mod reverse;
mod wallet;

pub(crate) use posted::came_to;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(wallet::get_wallet)
        .service(history::list_resident_transfers)
        .service(list::list_transfers)
        .service(get::get_transfer)
        .service(reverse::reverse_transfer)
        .service(adjust::create_adjustment)
        .service(open_balances::create_opening_balances);
}

//! The points ledger: wallets, transfers, and what staff may correct.

mod deduct;
mod expire;
mod get;
mod give;
mod history;
mod json;
mod list;
mod open_balances;
mod pool;
mod posted;
mod requests;
mod reverse;
mod wallet;

pub(crate) use deduct::deduct;
pub(crate) use expire::expire_all_points;
pub(crate) use give::give;
pub(crate) use json::TransferJson;
pub(crate) use open_balances::open_balances;
pub(crate) use pool::pool;
pub(crate) use posted::{hold, lapse_of_today, post_all, post_and_show, post_awards, release_for};
pub(crate) use requests::{NewAdjustment, NewDeduction, NewOpeningBalances, ReversalRequest};
pub(crate) use reverse::reverse;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(wallet::get_wallet)
        .service(history::list_resident_transfers)
        .service(list::list_transfers)
        .service(get::get_transfer)
        .service(reverse::reverse_transfer)
        .service(deduct::create_deduction)
        .service(give::create_gift)
        .service(pool::pool_resident)
        .service(open_balances::create_opening_balances);
}

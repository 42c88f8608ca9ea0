//! Vouchers of the residents: taken, moved, given back, put out of use, looked up at the counter.

mod cancel;
mod create;
mod deactivate;
mod deactivate_batch;
mod expire;
mod get;
mod json;
mod list;
mod list_of_offer;
mod look_up;
mod move_slot;
mod places;
mod release;
mod token;

pub(crate) use cancel::cancel;
pub(crate) use create::{Wish, take_voucher};
pub(crate) use expire::expire_all;
pub(crate) use json::RefusalJson;
pub(crate) use places::count_back;
pub(crate) use release::{release_all, tell};
use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_voucher)
        .service(look_up::look_up_voucher)
        .service(deactivate_batch::deactivate_vouchers)
        .service(list::list_vouchers)
        .service(list_of_offer::list_offer_vouchers)
        .service(get::get_voucher)
        .service(token::get_voucher_token)
        .service(move_slot::move_voucher)
        .service(deactivate::deactivate_voucher)
        .service(cancel::cancel_voucher);
}

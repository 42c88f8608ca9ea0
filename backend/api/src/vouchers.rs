//! Vouchers of the residents: taken, given back, looked up at the counter.

mod cancel;
mod create;
mod expire;
mod get;
mod json;
mod list;
mod look_up;

pub(crate) use cancel::cancel;
pub(crate) use create::take_voucher;
pub(crate) use expire::expire_all;
use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_voucher)
        .service(look_up::look_up_voucher)
        .service(list::list_vouchers)
        .service(get::get_voucher)
        .service(cancel::cancel_voucher);
}

//! Funds 公益基金: causes that residents give points to. The desk gives them on to those in need.

mod change;
mod create;
mod get;
mod give;
mod grant;
mod json;
mod list;

pub(crate) use change::change;
pub(crate) use create::create;
pub(crate) use give::give_to_fund;
pub(crate) use grant::give_out;
pub(crate) use json::{FundChangeJson, NewFund, NewFundGift, NewGrant};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_fund)
        .service(list::list_funds)
        .service(get::get_fund)
        .service(change::change_fund)
        .service(give::create_fund_gift)
        .service(grant::create_fund_grant);
}

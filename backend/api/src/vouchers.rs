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
pub use expire::expire_vouchers;
use linli_db::{Connection, ledger};
use linli_domain::ids::HoldId;
use linli_domain::ledger::PostingStatus;
use linli_domain::vouchers::Voucher;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::acting::Acting;
use crate::ledger::came_to;
use crate::problem::Problem;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_voucher)
        .service(look_up::look_up_voucher)
        .service(list::list_vouchers)
        .service(get::get_voucher)
        .service(cancel::cancel_voucher);
}

/// Holds the price of a voucher, of which the rules have found that it can be paid; none for a free one.
pub(crate) async fn hold_price(
    connection: &mut Connection,
    acting: &Acting,
    voucher: &Voucher,
) -> Result<Option<HoldId>, Problem> {
    let Some(request) = voucher.hold_request(acting.id()) else { return Ok(None) };
    let hold = request.id;
    let came = ledger::hold(connection, acting.community, &[request], acting.now).await?;
    came_to(&came, PostingStatus::Held)?;
    Ok(Some(hold))
}

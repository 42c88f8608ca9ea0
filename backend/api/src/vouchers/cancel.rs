//! `POST /vouchers/{id}/cancel`: giving a voucher back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, vouchers};
use linli_domain::ids::VoucherId;
use linli_domain::vouchers::{VoucherState, WholeVoucher};

use super::json::VoucherJson;
use super::release::release_all;
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Give a voucher back
///
/// Its points come back, and its place in the quota with them. The desk does it in the resident's place.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = VoucherId, Path)),
    responses((status = 200, body = VoucherJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::VoucherUsed, Kind::VoucherInUse, Kind::VoucherReleased, Kind::VoucherExpired, Kind::VoucherDeactivated,
        ])),
    ),
)]
#[post("/vouchers/{id}/cancel")]
pub async fn cancel_voucher(
    by: By<ResidentOrDesk>,
    id: Path<VoucherId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        let whole =
            vouchers::lock(connection, acting.community, *id).await?.ok_or_else(Problem::not_found)?;
        let resident = by.resident(Some(whole.voucher.resident))?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
        Reply::ok(&VoucherJson::from(&cancel(connection, &acting, whole).await?))
    });
    done.await
}

pub(crate) async fn cancel(
    connection: &mut Connection,
    acting: &Acting,
    before: WholeVoucher,
) -> Result<WholeVoucher, Problem> {
    before.voucher.check_unused()?;
    let released = before.voucher.clone().closed(VoucherState::Released, acting.now);
    let closed = [(before.voucher, released.clone())];
    release_all(connection, acting, ("voucher.cancel", &closed)).await?;
    Ok(WholeVoucher { voucher: released, ..before })
}

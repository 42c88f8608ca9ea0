//! `GET /vouchers/{id}/token`: what the resident's screen shows as a QR code.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use chrono::SubsecRound;
use linli_db::vouchers;
use linli_domain::ids::VoucherId;
use linli_domain::vouchers::TOKEN_LIVES;

use super::json::VoucherToken;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::problem::{Kind, Problem};

/// A token of a voucher
///
/// To be shown as a QR code. It lives 60 seconds; ask again for the next one. Confirming, and looking up, take it in the
/// place of the typed code. For the voucher's resident, and the desk that prints it.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = VoucherId, Path)),
    responses((status = 200, body = VoucherToken)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::VoucherUsed, Kind::VoucherReleased, Kind::VoucherExpired, Kind::VoucherDeactivated,
        ])),
    ),
)]
#[get("/vouchers/{id}/token")]
pub async fn get_voucher_token(
    by: By<ResidentOrDesk>,
    id: Path<VoucherId>,
    app: Data<App>,
) -> Result<Json<VoucherToken>, Problem> {
    let whole = vouchers::find(&mut *app.connection().await?, by.community(), *id).await?;
    let voucher = whole.ok_or_else(Problem::not_found)?.voucher;
    by.resident(Some(voucher.resident))?;
    voucher.check_usable(by.now)?;
    let expires_at = by.now.trunc_subsecs(0) + TOKEN_LIVES;
    let token = app.keys.voucher_token(voucher.id, expires_at).to_string();
    let seconds_left = (expires_at - by.now).num_seconds();
    Ok(Json(VoucherToken { token, expires_at, seconds_left }))
}

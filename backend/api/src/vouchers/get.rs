//! `GET /vouchers/{id}`: one voucher.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::vouchers;
use linli_domain::ids::VoucherId;

use super::json::VoucherJson;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::problem::Problem;

/// A voucher
///
/// For its resident and the desk.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = VoucherId, Path)),
    responses((status = 200, body = VoucherJson)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[get("/vouchers/{id}")]
pub async fn get_voucher(
    by: By<ResidentOrDesk>,
    id: Path<VoucherId>,
    app: Data<App>,
) -> Result<Json<VoucherJson>, Problem> {
    let whole = vouchers::find(&mut *app.connection().await?, by.community(), *id).await?;
    let whole = whole.ok_or_else(Problem::not_found)?;
    by.resident(Some(whole.voucher.resident))?;
    Ok(Json(VoucherJson::from(&whole)))
}

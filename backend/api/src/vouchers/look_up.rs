//! `POST /vouchers/look-up`: what a voucher is, before it is confirmed.

use actix_web::HttpRequest;
use actix_web::post;
use actix_web::web::{Data, Json, Payload};
use chrono::{DateTime, Utc};
use linli_db::{Connection, confirmations, vouchers};
use linli_domain::Refusal;
use linli_domain::codes::Code;
use linli_domain::roles::Principal;

use super::json::{LookUp, PresentedVoucher};
use crate::app::App;
use crate::auth::{By, Merchants, Roles};
use crate::communities::own_community;
use crate::input::{parse, read_body};
use crate::problem::{Kind, Problem};

/// Look a voucher up
///
/// Changes nothing and takes no key; a POST so that no code is written into logs of addresses. A voucher that cannot be
/// used is shown with the reason for each of the caller's stores; one of another partner is not shown at all.
#[utoipa::path(
    tag = "vouchers",
    request_body = LookUp,
    responses((status = 200, body = PresentedVoucher)),
    extensions(
        ("x-roles" = json!(Merchants::ALLOWED)),
        ("x-reads" = json!(true)),
        ("x-problems" = json!([Kind::VoucherUnknown, Kind::WrongStore])),
    ),
)]
#[post("/vouchers/look-up")]
pub async fn look_up_voucher(
    by: By<Merchants>,
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<Json<PresentedVoucher>, Problem> {
    let asked: LookUp = parse(&read_body(request, payload.into_inner()).await?)?;
    Ok(Json(look_up(&mut *app.connection().await?, &by.principal, &asked.code, by.now).await?))
}

async fn look_up(
    connection: &mut Connection,
    who: &Principal,
    code: &Code,
    now: DateTime<Utc>,
) -> Result<PresentedVoucher, Problem> {
    let whole = vouchers::find_by_code(connection, who.community, code).await?;
    let whole = whole.ok_or(Refusal::VoucherUnknown)?;
    let tills = confirmations::tills(connection, who.community, who.stores.iter().copied()).await?;
    whole.check_told_at(&tills)?;
    let today = own_community(connection, who.community).await?.day_of(now);
    let checked = tills.into_iter().map(|till| {
        let check = whole.check_at(&till, now, today);
        (till, check)
    });
    Ok(PresentedVoucher::new(&whole, checked.collect()))
}

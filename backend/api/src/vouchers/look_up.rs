//! `POST /vouchers/look-up`: what a voucher is, before it is confirmed.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, confirmations, vouchers};
use linli_domain::Refusal;
use linli_domain::codes::Code;
use linli_domain::roles::Principal;

use super::json::{LookUp, PresentedVoucher};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Merchants, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Look a voucher up
///
/// Changes nothing; a POST so that no code is written into logs of addresses. A voucher that cannot be used is shown
/// with the reason for each of the caller's stores.
#[utoipa::path(
    tag = "vouchers",
    request_body = LookUp,
    responses((status = 200, body = PresentedVoucher)),
    extensions(
        ("x-roles" = json!(Merchants::ALLOWED)),
        ("x-problems" = json!([Kind::VoucherUnknown])),
    ),
)]
#[post("/vouchers/look-up")]
pub async fn look_up_voucher(
    by: By<Merchants>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &LookUp| {
        Reply::ok(&look_up(connection, acting, &by.principal, &body.code).await?)
    });
    done.await
}

async fn look_up(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    code: &Code,
) -> Result<PresentedVoucher, Problem> {
    let claim = vouchers::find_by_code(connection, acting.community, code).await?;
    let claim = claim.ok_or(Refusal::VoucherUnknown)?;
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    let tills = confirmations::tills(connection, acting.community, who.stores.iter().copied()).await?;
    let checked = tills.into_iter().map(|till| {
        let check = claim.check_at(&till, acting.now, today);
        (till, check)
    });
    Ok(PresentedVoucher::new(&claim, checked.collect()))
}

//! `POST /vouchers/{id}/deactivate`: putting a voucher out of use.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, vouchers};
use linli_domain::ids::VoucherId;
use linli_domain::notices::NoticeContent;
use linli_domain::roles::Principal;
use linli_domain::vouchers::{Voucher, WholeVoucher};

use super::json::{Deactivation, VoucherJson};
use super::release::{release_all, tell};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Put a voucher out of use
///
/// By the desk or a manager of its partner, while nobody has used it. Its points and its places come back, and its resident
/// gets a notice with the reason.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = VoucherId, Path)),
    request_body = Deactivation,
    responses((status = 200, body = VoucherJson)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([
            Kind::VoucherUsed, Kind::VoucherInUse, Kind::VoucherReleased, Kind::VoucherExpired, Kind::VoucherDeactivated,
        ])),
    ),
)]
#[post("/vouchers/{id}/deactivate")]
pub async fn deactivate_voucher(
    by: By<Managers>,
    id: Path<VoucherId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &Deactivation| {
        let who = (&by.principal, *id);
        let whole = deactivate(connection, acting, who, body.reason.as_str()).await?;
        Reply::ok(&VoucherJson::from(&whole))
    });
    done.await
}

async fn deactivate(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, VoucherId),
    reason: &str,
) -> Result<WholeVoucher, Problem> {
    let whole = vouchers::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_manage(whole.offer.partner.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let after = whole.voucher.clone().deactivated(reason.to_owned(), acting.now)?;
    let closed = [(whole.voucher.clone(), after.clone())];
    release_all(connection, acting, ("voucher.deactivate", &closed)).await?;
    let whole = WholeVoucher { voucher: after, ..whole };
    let told = (std::slice::from_ref(&whole.voucher), "voucher_deactivated");
    tell(connection, acting, told, notice(&whole.offer.title, reason)).await?;
    Ok(whole)
}

/// What the resident of a voucher that was put out of use is told.
pub(super) fn notice(offer_title: &str, reason: &str) -> impl Fn(&Voucher) -> NoticeContent {
    move |voucher| NoticeContent::VoucherDeactivated {
        voucher_id: voucher.id,
        offer_title: offer_title.to_owned(),
        reason: reason.to_owned(),
        points: voucher.price,
    }
}

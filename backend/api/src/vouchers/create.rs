//! `POST /offers/{id}/vouchers`: taking a voucher.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, offers, vouchers};
use linli_domain::codes::Code;
use linli_domain::ids::{OfferId, ResidentId};
use linli_domain::vouchers::{Taker, Voucher, VoucherState, WholeVoucher, take};

use super::json::{NewVoucher, VoucherJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::ledger::hold;
use crate::problem::{Kind, Problem};

/// Take a voucher
///
/// Its price is held until it is used, given back or over. The desk takes one in the place of the resident it names.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = OfferId, Path)),
    request_body = NewVoucher,
    responses((status = 201, body = VoucherJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::ResidentNotActive, Kind::OfferNotOpen, Kind::OfferNotYetValid, Kind::OfferClosed,
            Kind::BirthYearUnknown, Kind::AgeNotEligible, Kind::PersonLimitReached, Kind::QuotaUsedUp,
            Kind::NotEnoughPoints,
        ])),
    ),
)]
#[post("/offers/{id}/vouchers")]
pub async fn create_voucher(
    by: By<ResidentOrDesk>,
    id: Path<OfferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewVoucher| {
        let resident = by.resident(body.resident_id)?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
        let whole = take_voucher(connection, &acting, *id, (resident, body.pooled)).await?;
        Reply::created(format!("/api/v1/vouchers/{}", whole.voucher.id), &VoucherJson::from(&whole))
    });
    done.await
}

pub(crate) async fn take_voucher(
    connection: &mut Connection,
    acting: &Acting,
    offer: OfferId,
    (resident, pooled): (ResidentId, bool),
) -> Result<WholeVoucher, Problem> {
    let offer = offers::lock(connection, acting.community, offer).await?.ok_or_else(Problem::not_found)?;
    let found = vouchers::find_taker(connection, acting.community, resident, offer.id).await?;
    let (holder, taken, community) = found.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let today = community.day_of(acting.now);
    let purse = ledger::lock_purse(connection, acting.community, resident, (pooled, today)).await?;
    let purse = purse.ok_or_else(|| Problem::unexpected("a resident without a wallet"))?;
    let taker = Taker { holder, purse, taken };
    let expires_at = take(&offer, &taker, acting.now, today)?;
    let voucher = Voucher {
        id: acting.id(),
        offer: offer.id,
        resident,
        code: acting.ids.code(),
        state: VoucherState::Held,
        price: offer.price,
        taken_at: acting.now,
        expires_at,
        closed_at: None,
    };
    offers::count_vouchers(connection, acting.community, offer.id, 1).await?;
    hold(connection, acting, &taker.purse.hold(voucher.price, voucher.cause(), || acting.id())?).await?;
    let voucher = store(connection, acting, voucher).await?;
    let whole = WholeVoucher { voucher, offer, holder: taker.holder };
    let change = Change::made("voucher.take", &VoucherJson::from(&whole));
    acting.audit(connection, whole.voucher.id, change).await?;
    Ok(whole)
}

async fn store(connection: &mut Connection, acting: &Acting, voucher: Voucher) -> Result<Voucher, Problem> {
    let store = async |connection: &mut Connection, code: &Code| {
        let voucher = Voucher { code: code.clone(), ..voucher.clone() };
        vouchers::insert(connection, acting.community, &voucher).await
    };
    let code = acting.with_new_code(connection, voucher.code.clone(), store).await?;
    Ok(Voucher { code, ..voucher })
}

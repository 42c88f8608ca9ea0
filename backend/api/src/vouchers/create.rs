//! `POST /offers/{id}/vouchers`: taking a voucher.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, offers, residents, slots, vouchers};
use linli_domain::calendar::Local;
use linli_domain::codes::Code;
use linli_domain::ids::{OfferId, ResidentId, SlotId};
use linli_domain::offers::Offer;
use linli_domain::slots::Slot;
use linli_domain::vouchers::{Taker, Voucher, VoucherState, WholeVoucher, take};

use super::json::{NewVoucher, VoucherJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::ledger::hold;
use crate::problem::{Kind, Problem};
use crate::slots::refused;

/// Take a voucher
///
/// Its price is held until it is used, given back or over. The desk takes one in the place of the resident it names. For an
/// offer that takes place in slots (`slot_early_minutes`), `slot_id` says for which one.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = OfferId, Path)),
    request_body = NewVoucher,
    responses((status = 201, body = VoucherJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::ResidentNotActive, Kind::OfferNotOpen, Kind::OfferNotYetValid, Kind::OfferClosed,
            Kind::BirthYearUnknown, Kind::AgeNotEligible, Kind::NotEligible, Kind::PersonLimitReached,
            Kind::LimitReached, Kind::QuotaUsedUp, Kind::NoHoursLeft, Kind::SlotCancelled, Kind::SlotBegun,
            Kind::SlotFull, Kind::Clash, Kind::NotEnoughPoints,
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
        let wish = Wish { resident, pooled: body.pooled, slot: body.slot_id };
        let whole = take_voucher(connection, &acting, *id, wish).await?;
        Reply::created(format!("/api/v1/vouchers/{}", whole.voucher.id), &VoucherJson::from(&whole))
    });
    done.await
}

/// For whom a voucher is taken, and how.
#[derive(Clone, Copy)]
pub(crate) struct Wish {
    /// Whose it is to be.
    pub(crate) resident: ResidentId,
    /// Whether the household pays too.
    pub(crate) pooled: bool,
    /// For which slot.
    pub(crate) slot: Option<SlotId>,
}

pub(crate) async fn take_voucher(
    connection: &mut Connection,
    acting: &Acting,
    offer: OfferId,
    wish: Wish,
) -> Result<WholeVoucher, Problem> {
    let offer = offers::lock(connection, acting.community, offer).await?.ok_or_else(Problem::not_found)?;
    let slot = lock_slot(connection, acting, wish.slot).await?;
    let (taker, local) = taker(connection, acting, &offer, wish).await?;
    let expires_at = take(&offer, &taker, slot.as_ref(), local).map_err(refused)?;
    let voucher = Voucher {
        id: acting.id(),
        offer: offer.id,
        resident: wish.resident,
        code: acting.ids.code(),
        state: VoucherState::Held,
        price: offer.price,
        conditions: offer.conditions.clone(),
        uses: offer.uses,
        used: 0,
        taken_at: acting.now,
        expires_at,
        closed_at: None,
        deactivation_reason: None,
        slot: wish.slot,
    };
    offers::count_vouchers(connection, acting.community, offer.id, 1).await?;
    if let Some(slot) = wish.slot {
        slots::count_seats(connection, acting.community, slot, 1).await?;
    }
    hold(connection, acting, &taker.purse.hold(voucher.price, voucher.cause(), || acting.id())?).await?;
    let voucher = store(connection, acting, voucher).await?;
    let whole = WholeVoucher { voucher, offer, holder: taker.holder, slot };
    let change = Change::made("voucher.take", &VoucherJson::from(&whole));
    acting.audit(connection, whole.voucher.id, change).await?;
    Ok(whole)
}

async fn lock_slot(
    connection: &mut Connection,
    acting: &Acting,
    id: Option<SlotId>,
) -> Result<Option<Slot>, Problem> {
    let Some(id) = id else { return Ok(None) };
    let slot = slots::lock(connection, acting.community, id).await?;
    slot.ok_or_else(|| Problem::unknown_reference("slot_id")).map(Some)
}

/// Who wants it, with all that the offer's terms ask; of what only some offers ask, no more is read than needed.
///
/// The offer is locked, so that its vouchers cannot become more meanwhile; for a slot the resident too, so that nobody takes
/// two at the same time; the wallets last.
async fn taker(
    connection: &mut Connection,
    acting: &Acting,
    offer: &Offer,
    wish: Wish,
) -> Result<(Taker, Local), Problem> {
    let community = acting.community;
    let mut seats = Vec::new();
    if wish.slot.is_some() {
        residents::lock_all(connection, community, &[wish.resident]).await?;
        seats = slots::seats_of(connection, community, wish.resident, acting.now).await?;
    }
    let found = vouchers::find_taker(connection, community, wish.resident, offer).await?;
    let (holder, taken, local) = found
        .map(|(holder, taken, community)| (holder, taken, community.local(acting.now)))
        .ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let mut past = Vec::new();
    if let Some(since) = offer.conditions.counted_since(local) {
        let of = (offer.id, holder.earner.household);
        past = vouchers::taken_by_household(connection, community, of, since).await?;
    }
    let mut taken_in_period = 0;
    if let Some(quota) = offer.period_quota {
        let of = (offer.id, local.start_of(quota.period));
        taken_in_period = vouchers::taken_since(connection, community, of, quota.vouchers).await?;
    }
    let purse =
        ledger::lock_purse(connection, community, wish.resident, (wish.pooled, local.today())).await?;
    let purse = purse.ok_or_else(|| Problem::unexpected("a resident without a wallet"))?;
    Ok((Taker { id: wish.resident, holder, purse, taken, past, taken_in_period, seats }, local))
}

async fn store(connection: &mut Connection, acting: &Acting, voucher: Voucher) -> Result<Voucher, Problem> {
    let store = async |connection: &mut Connection, code: &Code| {
        let voucher = Voucher { code: code.clone(), ..voucher.clone() };
        vouchers::insert(connection, acting.community, &voucher).await
    };
    let code = acting.with_new_code(connection, voucher.code.clone(), store).await?;
    Ok(Voucher { code, ..voucher })
}

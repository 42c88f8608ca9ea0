//! `POST /vouchers/{id}/move`: another slot.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, residents, slots, vouchers};
use linli_domain::ids::{SlotId, VoucherId};
use linli_domain::slots::Seat;
use linli_domain::vouchers::WholeVoucher;

use super::json::{OtherSlot, VoucherJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};
use crate::slots::refused;

/// Move a voucher to another slot
///
/// Of the same offer, until its own slot begins. The desk does it in the resident's place.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = VoucherId, Path)),
    request_body = OtherSlot,
    responses((status = 200, body = VoucherJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::VoucherUsed, Kind::VoucherReleased, Kind::VoucherExpired, Kind::VoucherDeactivated,
            Kind::ResidentNotActive, Kind::OfferWithoutSlots, Kind::SlotBegun, Kind::SlotCancelled, Kind::SlotFull,
            Kind::Clash,
        ])),
    ),
)]
#[post("/vouchers/{id}/move")]
pub async fn move_voucher(
    by: By<ResidentOrDesk>,
    id: Path<VoucherId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &OtherSlot| {
        let whole =
            vouchers::lock(connection, acting.community, *id).await?.ok_or_else(Problem::not_found)?;
        let resident = by.resident(Some(whole.voucher.resident))?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
        let moved = move_to(connection, &acting, whole, body.slot_id).await?;
        Reply::ok(&VoucherJson::from(&moved))
    });
    done.await
}

/// Locked as where a voucher is taken: slots in the order of their ids, then the resident.
async fn move_to(
    connection: &mut Connection,
    acting: &Acting,
    before: WholeVoucher,
    to: SlotId,
) -> Result<WholeVoucher, Problem> {
    let (community, from) = (acting.community, before.voucher.slot);
    let both: Vec<SlotId> = from.into_iter().chain([to]).collect();
    let locked = slots::lock_all(connection, community, &both).await?;
    let find = |id: SlotId| locked.iter().find(|slot| slot.id == id).cloned();
    let slot = find(to).ok_or_else(|| Problem::unknown_reference("slot_id"))?;
    let before = WholeVoucher { slot: from.and_then(find), ..before };
    residents::lock_all(connection, community, &[before.voucher.resident]).await?;
    let seats = slots::seats_of(connection, community, before.voucher.resident, acting.now).await?;
    let others: Vec<Seat> = seats.into_iter().filter(|seat| Some(seat.slot) != from).collect();
    let shown = VoucherJson::from(&before);
    let after = before.moved_to(slot.clone(), acting.now).map_err(refused)?;
    slot.check_clash(&others)?;
    if let Some(from) = from {
        slots::count_seats(connection, community, from, -1).await?;
    }
    slots::count_seats(connection, community, to, 1).await?;
    vouchers::update(connection, community, &after.voucher).await?;
    let line = Change::changed("voucher.move", &shown, &VoucherJson::from(&after));
    acting.audit(connection, after.voucher.id, line).await?;
    Ok(after)
}

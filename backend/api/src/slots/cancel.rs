//! `POST /slots/{id}/cancel`: a slot that will not take place.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use linli_db::{Connection, slots, vouchers};
use linli_domain::ids::SlotId;
use linli_domain::notices::NoticeContent;
use linli_domain::roles::Principal;
use linli_domain::slots::Slot;
use linli_domain::vouchers::{Voucher, VoucherState};

use super::json::{SlotCancellation, SlotJson};
use super::lock_own;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};
use crate::vouchers::{release_all, tell};

/// Cancel a slot
///
/// Before it is over. Its vouchers that nobody has used are given back with their points, and their residents get notices
/// with the reason.
#[utoipa::path(
    tag = "slots",
    params(("id" = SlotId, Path)),
    request_body = SlotCancellation,
    responses((status = 200, body = SlotJson)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::SlotCancelled, Kind::WrongState])),
    ),
)]
#[post("/slots/{id}/cancel")]
pub async fn cancel_slot(
    by: By<Managers>,
    id: Path<SlotId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &SlotCancellation| {
        let who = (&by.principal, *id);
        Reply::ok(&SlotJson::from(&cancel(connection, acting, who, body.reason.as_str()).await?))
    });
    done.await
}

async fn cancel(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, SlotId),
    reason: &str,
) -> Result<Slot, Problem> {
    let community = acting.community;
    // Vouchers first, as where one is given back; then the offer and the slot, so that nobody takes another; then those that
    // were taken in between, whom nobody else has found yet.
    vouchers::lock_of_slot(connection, community, id).await?;
    let (offer, before) = lock_own(connection, community, who, id).await?;
    let held = vouchers::lock_of_slot(connection, community, id).await?;
    let shown = SlotJson::from(&before);
    let after = before.cancelled(reason.to_owned(), acting.now)?;
    slots::update(connection, community, &after).await?;
    acting.audit(connection, id, Change::changed("slot.cancel", &shown, &SlotJson::from(&after))).await?;
    let given_back = |voucher: Voucher| {
        let after = voucher.clone().closed(VoucherState::Released, acting.now);
        (voucher, after)
    };
    let closed: Vec<(Voucher, Voucher)> = held.into_iter().map(given_back).collect();
    release_all(connection, acting, ("voucher.release", &closed)).await?;
    let on = own_community(connection, community).await?.day_of(after.starts_at);
    let released: Vec<Voucher> = closed.into_iter().map(|(_, after)| after).collect();
    tell(connection, acting, (&released, "slot_cancelled"), notice((&offer.title, on), reason)).await?;
    let slot = slots::find(connection, community, id).await?;
    slot.ok_or_else(|| Problem::unexpected("a cancelled slot is gone"))
}

fn notice((offer_title, on): (&str, NaiveDate), reason: &str) -> impl Fn(&Voucher) -> NoticeContent {
    move |voucher| NoticeContent::SlotCancelled {
        voucher_id: voucher.id,
        offer_title: offer_title.to_owned(),
        on,
        reason: reason.to_owned(),
        points: voucher.price,
    }
}

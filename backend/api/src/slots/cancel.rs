//! `POST /slots/{id}/cancel`: a slot that will not take place.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, orders, slots, vouchers};
use linli_domain::ids::SlotId;
use linli_domain::roles::Principal;
use linli_domain::slots::Slot;

use super::give_back::{Told, cancel_orders, give_vouchers_back};
use super::json::{SlotCancellation, SlotJson};
use super::lock_own;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Cancel a slot
///
/// Before it is over. Its vouchers that nobody has used and its orders that nobody has picked up are given back with their
/// points, and their residents get notices with the reason. Slots of services are for the desk.
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
    // Vouchers and orders first, as where one is given back; then the offer or the service and the slot, so that nobody takes
    // another seat; then those that were taken in between, whom nobody else has found yet.
    vouchers::lock_of_slot(connection, community, id).await?;
    orders::lock_of_slot(connection, community, id).await?;
    let (host, before) = lock_own(connection, community, who, id).await?;
    let held = vouchers::lock_of_slot(connection, community, id).await?;
    let open = orders::lock_of_slot(connection, community, id).await?;
    let shown = SlotJson::from(&before);
    let after = before.cancelled(reason.to_owned(), acting.now)?;
    slots::update(connection, community, &after).await?;
    acting.audit(connection, id, Change::changed("slot.cancel", &shown, &SlotJson::from(&after))).await?;
    let on = own_community(connection, community).await?.day_of(after.starts_at);
    let told = Told { title: host.title(), on, reason };
    give_vouchers_back(connection, acting, held, &told).await?;
    cancel_orders(connection, acting, open, &told).await?;
    let slot = slots::find(connection, community, id).await?;
    slot.ok_or_else(|| Problem::unexpected("a cancelled slot is gone"))
}

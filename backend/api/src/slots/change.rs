//! `PATCH /slots/{id}`: changing a slot.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, slots};
use linli_domain::ids::SlotId;
use linli_domain::roles::Principal;
use linli_domain::slots::{Slot, SlotChange};

use super::json::{SlotChangeJson, SlotJson};
use super::{lock_own, refused};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a slot
///
/// Until it begins: its seats, though not below those that are taken; its time, while nobody has a seat.
#[utoipa::path(
    tag = "slots",
    params(("id" = SlotId, Path)),
    request_body = SlotChangeJson,
    responses((status = 200, body = SlotJson)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::SlotCancelled, Kind::SlotBegun, Kind::SlotTaken, Kind::SeatsBelowTaken])),
    ),
)]
#[patch("/slots/{id}")]
pub async fn change_slot(
    by: By<Managers>,
    id: Path<SlotId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &SlotChangeJson| {
        Reply::ok(&SlotJson::from(&change(connection, acting, (&by.principal, *id), body.into()).await?))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, SlotId),
    change: SlotChange,
) -> Result<Slot, Problem> {
    let (host, before) = lock_own(connection, acting.community, who, id).await?;
    let shown = SlotJson::from(&before);
    let after = before.changed(&host, change, acting.now).map_err(refused)?;
    slots::update(connection, acting.community, &after).await?;
    acting.audit(connection, id, Change::changed("slot.change", &shown, &SlotJson::from(&after))).await?;
    Ok(after)
}

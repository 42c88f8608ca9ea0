//! `PATCH /buildings/{id}`: renaming a building, moving it to another grid, appointing its block head.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, places, residents};
use linli_domain::Refusal;
use linli_domain::ids::{BuildingId, ResidentId};
use linli_domain::places::Building;

use super::json::{BuildingChangeJson, BuildingJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a building
///
/// What is left out stays; its households go with it to another grid. Who is named as block head takes the place of who was;
/// one may look after several buildings. Who moves out, or into another building, stops being it.
#[utoipa::path(
    tag = "buildings",
    params(("id" = BuildingId, Path)),
    request_body = BuildingChangeJson,
    responses((status = 200, body = BuildingJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken, Kind::ResidentNotActive]))),
)]
#[patch("/buildings/{id}")]
pub async fn change_building(
    by: By<Desk>,
    id: Path<BuildingId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &BuildingChangeJson| {
        Reply::ok(&BuildingJson::from(&change(connection, acting, *id, body).await?))
    });
    done.await
}

pub(crate) async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: BuildingId,
    change: &BuildingChangeJson,
) -> Result<Building, Problem> {
    // The resident first, as where residents move out.
    if let Some(Some(head)) = change.block_head_id {
        check_head(connection, acting, head).await?;
    }
    let before = places::lock_building(connection, acting.community, id).await?;
    let before = before.ok_or_else(Problem::not_found)?;
    if let Some(grid) = change.grid_id {
        let found = places::find_grid(connection, acting.community, grid).await?;
        found.ok_or_else(|| Problem::unknown_reference("grid_id"))?;
    }
    let after = before.changed(change.into());
    if !places::update_building(connection, acting.community, &after).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: after.name }));
    }
    let line = Change::changed("building.change", &BuildingJson::from(&before), &BuildingJson::from(&after));
    acting.audit(connection, id, line).await?;
    Ok(after)
}

/// Whether a resident can be block head: whoever is registered, and kept from moving out meanwhile.
async fn check_head(connection: &mut Connection, acting: &Acting, head: ResidentId) -> Result<(), Problem> {
    let resident = residents::share(connection, acting.community, head).await?;
    let resident = resident.ok_or_else(|| Problem::unknown_reference("block_head_id"))?;
    resident.check_active().map_err(|refusal| Problem::refused_at("block_head_id", refusal))
}

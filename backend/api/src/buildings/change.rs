//! `PATCH /buildings/{id}`: renaming a building, or moving it to another grid.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, places};
use linli_domain::Refusal;
use linli_domain::ids::BuildingId;
use linli_domain::places::Building;

use super::json::{BuildingChangeJson, BuildingJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a building
///
/// What is left out stays; its households go with it to another grid.
#[utoipa::path(
    tag = "buildings",
    params(("id" = BuildingId, Path)),
    request_body = BuildingChangeJson,
    responses((status = 200, body = BuildingJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
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

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: BuildingId,
    change: &BuildingChangeJson,
) -> Result<Building, Problem> {
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

//! `POST /buildings`: registering a building.

use std::slice;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, places};
use linli_domain::Refusal;
use linli_domain::places::Building;

use super::json::{BuildingJson, NewBuilding};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Register a building
#[utoipa::path(
    tag = "buildings",
    request_body = NewBuilding,
    responses((status = 201, body = BuildingJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[post("/buildings")]
pub async fn create_building(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewBuilding| {
        let building = create(connection, acting, body).await?;
        Reply::created(format!("/api/v1/buildings/{}", building.id), &BuildingJson::from(&building))
    });
    done.await
}

async fn create(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewBuilding,
) -> Result<Building, Problem> {
    let grid = places::find_grid(connection, acting.community, new.grid_id).await?;
    let building = Building {
        id: acting.id(),
        grid: grid.ok_or_else(|| Problem::unknown_reference("grid_id"))?.id,
        estate: new.estate.as_str().to_owned(),
        name: new.name.as_str().to_owned(),
        block_head: None,
    };
    if places::insert_buildings(connection, acting.community, slice::from_ref(&building)).await? == 0 {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: building.name }));
    }
    let line = Change::made("building.create", &BuildingJson::from(&building));
    acting.audit(connection, building.id, line).await?;
    Ok(building)
}

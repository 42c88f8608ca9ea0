//! `POST /grids`: setting up a grid.

use std::slice;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, places};
use linli_domain::Refusal;
use linli_domain::places::Grid;

use super::json::{GridJson, NewGrid};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Set up a grid
#[utoipa::path(
    tag = "grids",
    request_body = NewGrid,
    responses((status = 201, body = GridJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[post("/grids")]
pub async fn create_grid(by: By<Desk>, command: Command, app: Data<App>) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewGrid| {
        let grid = create(connection, acting, body).await?;
        Reply::created(format!("/api/v1/grids/{}", grid.id), &GridJson::from(&grid))
    });
    done.await
}

async fn create(connection: &mut Connection, acting: &Acting, new: &NewGrid) -> Result<Grid, Problem> {
    let grid = Grid { id: acting.id(), name: new.name.as_str().to_owned() };
    if places::insert_grids(connection, acting.community, slice::from_ref(&grid)).await? == 0 {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: grid.name }));
    }
    acting.audit(connection, grid.id, Change::made("grid.create", &GridJson::from(&grid))).await?;
    Ok(grid)
}

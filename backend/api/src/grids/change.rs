//! `PATCH /grids/{id}`: renaming a grid.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, places};
use linli_domain::Refusal;
use linli_domain::ids::GridId;
use linli_domain::places::Grid;

use super::json::{GridChange, GridJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::input::Name;
use crate::problem::{Kind, Problem};

/// Rename a grid
#[utoipa::path(
    tag = "grids",
    params(("id" = GridId, Path)),
    request_body = GridChange,
    responses((status = 200, body = GridJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[patch("/grids/{id}")]
pub async fn change_grid(
    by: By<Desk>,
    id: Path<GridId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &GridChange| {
        Reply::ok(&GridJson::from(&change(connection, acting, *id, body).await?))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: GridId,
    change: &GridChange,
) -> Result<Grid, Problem> {
    let before = places::lock_grid(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let after = before.renamed(change.name.clone().map(Name::into_string));
    if !places::update_grid(connection, acting.community, &after).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: after.name }));
    }
    let line = Change::changed("grid.change", &GridJson::from(&before), &GridJson::from(&after));
    acting.audit(connection, id, line).await?;
    Ok(after)
}

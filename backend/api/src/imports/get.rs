//! `GET /imports/{id}`: one import.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::imports;
use linli_domain::ids::ImportId;

use super::json::ImportJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::problem::Problem;

/// An import
#[utoipa::path(
    tag = "imports",
    params(("id" = ImportId, Path)),
    responses((status = 200, body = ImportJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/imports/{id}")]
pub async fn get_import(
    by: By<Desk>,
    id: Path<ImportId>,
    app: Data<App>,
) -> Result<Json<ImportJson>, Problem> {
    let found = imports::find(&mut *app.connection().await?, by.community(), *id).await?;
    Ok(Json(ImportJson::from(found.ok_or_else(Problem::not_found)?)))
}

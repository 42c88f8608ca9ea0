//! `GET /buildings/{id}`: one building.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::places;
use linli_domain::ids::BuildingId;

use super::json::BuildingJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::problem::Problem;

/// A building
#[utoipa::path(
    tag = "buildings",
    params(("id" = BuildingId, Path)),
    responses((status = 200, body = BuildingJson)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/buildings/{id}")]
pub async fn get_building(
    by: By<Guides>,
    id: Path<BuildingId>,
    app: Data<App>,
) -> Result<Json<BuildingJson>, Problem> {
    let building = places::find_building(&mut *app.connection().await?, by.community(), *id).await?;
    Ok(Json(BuildingJson::from(&building.ok_or_else(Problem::not_found)?)))
}

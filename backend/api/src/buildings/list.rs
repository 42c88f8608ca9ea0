//! `GET /buildings`: the buildings of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::places;
use linli_domain::ids::GridId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::BuildingJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which buildings.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BuildingParams {
    /// Of this grid.
    grid_id: Option<GridId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Buildings
///
/// In the order of their creation.
#[utoipa::path(
    tag = "buildings",
    params(BuildingParams),
    responses((status = 200, body = ListOf<BuildingJson>)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/buildings")]
pub async fn list_buildings(
    by: By<Guides>,
    Params(params): Params<BuildingParams>,
    app: Data<App>,
) -> Result<Json<ListOf<BuildingJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let connection = &mut *app.connection().await?;
    let page = places::list_buildings(connection, by.community(), params.grid_id, &slice).await?;
    Ok(Json(list_of(page, |building| BuildingJson::from(&building))))
}

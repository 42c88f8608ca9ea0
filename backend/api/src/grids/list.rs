//! `GET /grids`: the grids of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::places;

use super::json::GridJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// Grids
///
/// In the order of their creation.
#[utoipa::path(
    tag = "grids",
    params(ListParams),
    responses((status = 200, body = ListOf<GridJson>)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/grids")]
pub async fn list_grids(
    by: By<Guides>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<GridJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = places::list_grids(&mut *app.connection().await?, by.community(), &slice).await?;
    Ok(Json(list_of(page, |grid| GridJson::from(&grid))))
}

//! `GET /households`: the households of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::places;
use linli_domain::ids::BuildingId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::HouseholdJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which households.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct HouseholdParams {
    /// Of this building.
    building_id: Option<BuildingId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Households
///
/// In the order of their creation.
#[utoipa::path(
    tag = "households",
    params(HouseholdParams),
    responses((status = 200, body = ListOf<HouseholdJson>)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/households")]
pub async fn list_households(
    by: By<Guides>,
    Params(params): Params<HouseholdParams>,
    app: Data<App>,
) -> Result<Json<ListOf<HouseholdJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let connection = &mut *app.connection().await?;
    let page = places::list_households(connection, by.community(), params.building_id, &slice).await?;
    Ok(Json(list_of(page, |household| HouseholdJson::from(&household))))
}

//! `GET /households/{id}`: one household.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::places;
use linli_domain::ids::HouseholdId;

use super::json::HouseholdJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::problem::Problem;

/// A household
#[utoipa::path(
    tag = "households",
    params(("id" = HouseholdId, Path)),
    responses((status = 200, body = HouseholdJson)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/households/{id}")]
pub async fn get_household(
    by: By<Guides>,
    id: Path<HouseholdId>,
    app: Data<App>,
) -> Result<Json<HouseholdJson>, Problem> {
    let household = places::find_household(&mut *app.connection().await?, by.community(), *id).await?;
    Ok(Json(HouseholdJson::from(&household.ok_or_else(Problem::not_found)?)))
}

//! `GET /communities/{id}`: one community.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::communities;
use linli_domain::ids::CommunityId;

use super::json::CommunityJson;
use crate::app::App;
use crate::auth::{By, Operators, Roles};
use crate::problem::Problem;

/// A community
#[utoipa::path(
    tag = "communities",
    params(("id" = CommunityId, Path)),
    responses((status = 200, body = CommunityJson)),
    extensions(("x-roles" = json!(Operators::ALLOWED))),
)]
#[get("/communities/{id}")]
pub async fn get_community(
    _by: By<Operators>,
    id: Path<CommunityId>,
    app: Data<App>,
) -> Result<Json<CommunityJson>, Problem> {
    let community = communities::find(&mut *app.connection().await?, *id).await?;
    Ok(Json(CommunityJson::from(&community.ok_or_else(Problem::not_found)?)))
}

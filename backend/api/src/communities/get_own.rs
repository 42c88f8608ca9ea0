//! `GET /community`: the caller's own community.

use actix_web::get;
use actix_web::web::{Data, Json};

use super::json::CommunityJson;
use super::own_community;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// The own community
///
/// With its settings.
#[utoipa::path(
    tag = "communities",
    responses((status = 200, body = CommunityJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/community")]
pub async fn get_own_community(by: By<Anyone>, app: Data<App>) -> Result<Json<CommunityJson>, Problem> {
    let community = own_community(&mut *app.connection().await?, by.community()).await?;
    Ok(Json(CommunityJson::from(&community)))
}

//! `GET /rewards/{id}`: one reward.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::rewards;
use linli_domain::ids::RewardId;

use super::json::RewardJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A reward
///
/// What is off the shelf is there for the desk only.
#[utoipa::path(
    tag = "rewards",
    params(("id" = RewardId, Path)),
    responses((status = 200, body = RewardJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rewards/{id}")]
pub async fn get_reward(
    by: By<Anyone>,
    id: Path<RewardId>,
    app: Data<App>,
) -> Result<Json<RewardJson>, Problem> {
    let found = rewards::find(&mut *app.connection().await?, by.community(), *id).await?;
    let shown = found.filter(|reward| by.principal.may_see_shelf(reward.state));
    Ok(Json(RewardJson::from(&shown.ok_or_else(Problem::not_found)?)))
}

//! `GET /rewards/{id}/prices`: what a reward has cost since when.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::rewards;
use linli_domain::ids::RewardId;

use super::json::RewardPriceJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// The prices of a reward
///
/// The newest first: it is the price now. What is off the shelf is there for the desk only, and so is who set a price.
#[utoipa::path(
    tag = "rewards",
    params(("id" = RewardId, Path), ListParams),
    responses((status = 200, body = ListOf<RewardPriceJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rewards/{id}/prices")]
pub async fn list_reward_prices(
    by: By<Anyone>,
    id: Path<RewardId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<RewardPriceJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let connection = &mut *app.connection().await?;
    let reward = rewards::find(connection, by.community(), *id).await?;
    let shown = reward.filter(|reward| by.principal.may_see_shelf(reward.state));
    let reward = shown.ok_or_else(Problem::not_found)?;
    let page = rewards::prices(connection, by.community(), reward.id, &slice).await?;
    Ok(Json(list_of(page, |(price, actor)| RewardPriceJson::shown_to(&by.principal, &price, actor))))
}

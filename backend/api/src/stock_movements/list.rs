//! `GET /rewards/{id}/stock-movements`: where a reward's stock comes from.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{rewards, stock_movements};
use linli_domain::ids::RewardId;

use super::json::StockMovementJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// The stock movements of a reward
///
/// The newest first; their quantities add up to the stock. What is off the shelf is there for the desk only.
#[utoipa::path(
    tag = "stock_movements",
    params(("id" = RewardId, Path), ListParams),
    responses((status = 200, body = ListOf<StockMovementJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rewards/{id}/stock-movements")]
pub async fn list_stock_movements(
    by: By<Anyone>,
    id: Path<RewardId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<StockMovementJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let connection = &mut *app.connection().await?;
    let reward = rewards::find(connection, by.community(), *id).await?;
    let shown = reward.filter(|reward| by.principal.may_see_shelf(reward.state));
    let reward = shown.ok_or_else(Problem::not_found)?;
    let page = stock_movements::list(connection, by.community(), reward.id, &slice).await?;
    let show = |(movement, actor)| StockMovementJson::shown_to(&by.principal, movement, actor);
    Ok(Json(list_of(page, show)))
}

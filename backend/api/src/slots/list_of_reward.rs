//! `GET /rewards/{id}/slots`: when a service of the points supermarket takes place.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_domain::ids::RewardId;
use linli_domain::slots::SlotOf;

use super::json::SlotJson;
use super::list::{SlotParams, listed};
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::ListOf;
use crate::problem::Problem;

/// The slots of a service
///
/// In the order in which they begin, with those that were cancelled, and how many seats each has left. Whoever sees the reward
/// sees its slots.
#[utoipa::path(
    tag = "slots",
    params(("id" = RewardId, Path), SlotParams),
    responses((status = 200, body = ListOf<SlotJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rewards/{id}/slots")]
pub async fn list_reward_slots(
    by: By<Anyone>,
    id: Path<RewardId>,
    Params(params): Params<SlotParams>,
    app: Data<App>,
) -> Result<Json<ListOf<SlotJson>>, Problem> {
    listed(&app, &by, SlotOf::Reward(*id), &params).await.map(Json)
}

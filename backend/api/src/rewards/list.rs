//! `GET /rewards`: what the supermarket has.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::rewards;
use linli_domain::rewards::{AgeGroup, RewardKind, RewardState};
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::RewardJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::{Params, Text};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which rewards.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct RewardParams {
    /// A part of the name, or of its pinyin initials (`cb`).
    search: Option<Text<1, 60>>,
    /// Goods or services.
    kind: Option<RewardKind>,
    /// On the shelf or off it.
    state: Option<RewardState>,
    /// Bought for this age group.
    age_group: Option<AgeGroup>,
    /// Those of which few are left, or those of which enough are.
    low: Option<bool>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Rewards
///
/// In the order of their creation. What is off the shelf is there for the desk only.
#[utoipa::path(
    tag = "rewards",
    params(RewardParams),
    responses((status = 200, body = ListOf<RewardJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rewards")]
pub async fn list_rewards(
    by: By<Anyone>,
    Params(params): Params<RewardParams>,
    app: Data<App>,
) -> Result<Json<ListOf<RewardJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = rewards::Filter {
        kind: params.kind,
        state: params.state,
        on_shelf_only: !by.principal.may_see_shelf(RewardState::OffShelf),
        age_group: params.age_group,
        low: params.low,
        search: params.search.map(String::from),
    };
    let page = rewards::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |reward| RewardJson::from(&reward))))
}

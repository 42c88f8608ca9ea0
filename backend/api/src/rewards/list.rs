//! `GET /rewards`: what the supermarket has.

use std::collections::BTreeMap;

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::{Connection, orders, rewards};
use linli_domain::calendar::quarter_of;
use linli_domain::ids::{ResidentId, RewardId};
use linli_domain::rewards::{AgeGroup, Reward, RewardKind, RewardState};
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::ShelfRewardJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::communities::own_community;
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
    /// With what this resident has used of their limits; residents need not name themselves.
    resident_id: Option<ResidentId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Rewards
///
/// In the order of their creation, for a resident with what was used of the quarter's limits. What is off the shelf is there for the desk
/// only.
#[utoipa::path(
    tag = "rewards",
    params(RewardParams),
    responses((status = 200, body = ListOf<ShelfRewardJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rewards")]
pub async fn list_rewards(
    by: By<Anyone>,
    Params(params): Params<RewardParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ShelfRewardJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = rewards::Filter {
        kind: params.kind,
        state: params.state,
        on_shelf_only: !by.principal.may_see_shelf(RewardState::OffShelf),
        age_group: params.age_group,
        low: params.low,
        search: params.search.map(String::from),
    };
    let orderer = orderer(&by, params.resident_id)?;
    let connection = &mut *app.connection().await?;
    let page = rewards::list(connection, by.community(), &filter, &slice).await?;
    let ordered = ordered_this_quarter(connection, &by, orderer, &page.items).await?;
    Ok(Json(list_of(page, |reward| {
        let ordered = ordered.as_ref().map(|ordered| ordered.get(&reward.id).copied().unwrap_or_default());
        ShelfRewardJson::new(&reward, ordered)
    })))
}

/// Whose limits are asked for: the resident who is named, or the caller who is one.
fn orderer(by: &By<Anyone>, named: Option<ResidentId>) -> Result<Option<ResidentId>, Problem> {
    named.map_or(Ok(by.principal.resident), |named| by.resident(Some(named)).map(Some))
}

/// How many of each of these rewards the resident has ordered this quarter; none if nobody is asked for.
async fn ordered_this_quarter(
    connection: &mut Connection,
    by: &By<Anyone>,
    orderer: Option<ResidentId>,
    rewards: &[Reward],
) -> Result<Option<BTreeMap<RewardId, i64>>, Problem> {
    let Some(resident) = orderer else { return Ok(None) };
    let community = own_community(connection, by.community()).await?;
    let quarter = quarter_of(community.day_of(by.now), community.timezone);
    let ids: Vec<RewardId> = rewards.iter().map(|reward| reward.id).collect();
    Ok(Some(orders::ordered_between(connection, community.id, (resident, quarter), &ids).await?))
}

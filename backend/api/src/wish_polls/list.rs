//! `GET /wish-polls`: the polls of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::wish_polls;
use linli_domain::ids::WishPollId;
use linli_domain::wish_polls::WishPollState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::WishPollJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which polls.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct WishPollParams {
    /// Where they stand now.
    state: Option<WishPollState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Wish polls
///
/// The newest first, each with how many have voted.
#[utoipa::path(
    tag = "wish-polls",
    params(WishPollParams),
    responses((status = 200, body = ListOf<WishPollJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/wish-polls")]
pub async fn list_wish_polls(
    by: By<Anyone>,
    Params(params): Params<WishPollParams>,
    app: Data<App>,
) -> Result<Json<ListOf<WishPollJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let page = wish_polls::list(&mut connection, by.community(), (params.state, by.now), &slice).await?;
    let ids: Vec<WishPollId> = page.items.iter().map(|poll| poll.id).collect();
    let ballots = wish_polls::ballots(&mut connection, by.community(), &ids).await?;
    let count = |id| ballots.get(&id).map_or(0, |votes| votes.total);
    Ok(Json(list_of(page, |poll| WishPollJson::new(&poll, count(poll.id), by.now))))
}

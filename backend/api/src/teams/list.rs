//! `GET /teams`: the whole tree.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::teams;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::TeamJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::{Day, Params, days_between};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which teams.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TeamParams {
    /// Those that were active from this day of the community on: had a shift that is settled.
    from: Option<Day>,
    /// Those that were active up to this day.
    until: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 200 unless given.
    limit: Option<Limit>,
}

/// Teams
///
/// The whole tree, dissolved teams too, in the order of creation: `parent_id` says where each belongs. A page has 200
/// teams unless `limit` says otherwise, so that one is enough for all. With days, only the teams that were active then, without
/// those above them. Names are masked unless the desk or a social worker asks.
#[utoipa::path(
    tag = "teams",
    params(TeamParams),
    responses((status = 200, body = ListOf<TeamJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/teams")]
pub async fn list_teams(
    by: By<Anyone>,
    Params(params): Params<TeamParams>,
    app: Data<App>,
) -> Result<Json<ListOf<TeamJson>>, Problem> {
    let limit = params.limit.or(Limit::new(200));
    let slice = slice(params.cursor.as_deref(), limit)?;
    let active = days_between(params.from, params.until);
    let mut connection = app.connection().await?;
    let page = teams::list(&mut connection, by.community(), active, &slice).await?;
    let ids: Vec<_> = page.items.iter().map(|team| team.id).collect();
    let mut crews = teams::crews(&mut connection, by.community(), &ids).await?;
    let named = by.principal.may_see_names();
    Ok(Json(list_of(page, |team| {
        let crew = crews.remove(&team.id).unwrap_or_default();
        TeamJson::of(team, crew, named)
    })))
}

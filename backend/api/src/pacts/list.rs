//! `GET /pacts`: how far the pact of a month is, building by building.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::pacts::{self, Filter};
use linli_domain::calendar::Month;
use linli_domain::ids::GridId;
use linli_domain::pacts::{PactState, month_to_record};
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::PactJson;
use crate::app::App;
use crate::auth::{By, GuidesOrBlockHeads, Roles};
use crate::communities::own_community;
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which pacts.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PactParams {
    /// Of this month; of the one that is to be recorded now unless given: this month from its 25th on, until then the last.
    month: Option<Month>,
    /// Those that still wait, recorded or not, or those that are settled; all unless given.
    #[param(inline)]
    state: Option<PactState>,
    /// Of this grid.
    grid_id: Option<GridId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Pacts of a month
///
/// Of all buildings, in the order of their creation, also of those of which nothing is recorded yet; a block head sees the own
/// buildings.
#[utoipa::path(
    tag = "pacts",
    params(PactParams),
    responses((status = 200, body = ListOf<PactJson>)),
    extensions(("x-roles" = json!(GuidesOrBlockHeads::ALLOWED))),
)]
#[get("/pacts")]
pub async fn list_pacts(
    by: By<GuidesOrBlockHeads>,
    Params(params): Params<PactParams>,
    app: Data<App>,
) -> Result<Json<ListOf<PactJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let today = own_community(&mut connection, by.community()).await?.day_of(by.now);
    let month = params.month.unwrap_or_else(|| month_to_record(today));
    let settled = params.state.map(|state| state == PactState::Settled);
    let filter = Filter { among: by.principal.buildings_to_see(), grid: params.grid_id, settled };
    let page = pacts::summaries(&mut connection, by.community(), (month, &filter), &slice).await?;
    Ok(Json(list_of(page, PactJson::from)))
}

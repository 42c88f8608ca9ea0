//! `GET /buildings/{id}/pact`: the households of a building, and what is recorded of them for a month.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{pacts, places};
use linli_domain::calendar::Month;
use linli_domain::ids::BuildingId;
use linli_domain::pacts::month_to_record;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::PactLine;
use crate::app::App;
use crate::auth::{By, GuidesOrBlockHeads, Roles};
use crate::communities::own_community;
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::{Kind, Problem};

/// Which month.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct MonthParams {
    /// This month; the one that is to be recorded now unless given: this month from its 25th on, until then the last.
    month: Option<Month>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// The pact of a building
///
/// All its households in the order of their creation, those of which nothing is recorded included: what a block head fills in.
#[utoipa::path(
    tag = "pacts",
    params(("id" = BuildingId, Path), MonthParams),
    responses((status = 200, body = ListOf<PactLine>)),
    extensions(("x-roles" = json!(GuidesOrBlockHeads::ALLOWED))),
)]
#[get("/buildings/{id}/pact")]
pub async fn list_pact_lines(
    by: By<GuidesOrBlockHeads>,
    id: Path<BuildingId>,
    Params(params): Params<MonthParams>,
    app: Data<App>,
) -> Result<Json<ListOf<PactLine>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    places::find_building(&mut connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_see_pact(*id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let today = own_community(&mut connection, by.community()).await?.day_of(by.now);
    let month = params.month.unwrap_or_else(|| month_to_record(today));
    let page = pacts::lines(&mut connection, by.community(), (*id, month), &slice).await?;
    Ok(Json(list_of(page, PactLine::from)))
}

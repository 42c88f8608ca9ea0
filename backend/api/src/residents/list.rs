//! `GET /residents`: the list, searched as somebody types.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::residents;
use linli_domain::ids::{BuildingId, GridId, HouseholdId, ImportId};
use linli_domain::residents::ResidentState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::ResidentJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::input::{Params, Text};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which residents.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ResidentParams {
    /// The beginning of a name, of a given name, of pinyin initials (`wxm`), of the last four digits of the phone, or
    /// of a card code.
    search: Option<Text<1, 40>>,
    /// Of this household.
    household_id: Option<HouseholdId>,
    /// Of this building.
    building_id: Option<BuildingId>,
    /// Of this grid.
    grid_id: Option<GridId>,
    /// Of this standing.
    state: Option<ResidentState>,
    /// Who came by this import.
    import_id: Option<ImportId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Residents
///
/// In the order of their names in pinyin.
#[utoipa::path(
    tag = "residents",
    params(ResidentParams),
    responses((status = 200, body = ListOf<ResidentJson>)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/residents")]
pub async fn list_residents(
    by: By<Guides>,
    Params(params): Params<ResidentParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ResidentJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = residents::Filter {
        search: params.search.map(String::from),
        household: params.household_id,
        building: params.building_id,
        grid: params.grid_id,
        state: params.state,
        import: params.import_id,
    };
    let page = residents::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |resident| ResidentJson::from(&resident))))
}

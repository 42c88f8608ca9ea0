//! `GET /residents`: the list, searched as somebody types.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::residents;
use linli_domain::ids::{BuildingId, GridId, HouseholdId, ImportId};
use linli_domain::residents::ResidentState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::export::ResidentWorkbookParams;
use super::json::ListedResidentJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::input::{Day, Params, Text};
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
    /// Who did something from this day of the community on that was accepted.
    from: Option<Day>,
    /// Who did something up to this day that was accepted.
    until: Option<Day>,
    /// Whose points lapse from today on up to this day, unless they are spent.
    lapsing_until: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

impl From<ResidentParams> for ResidentWorkbookParams {
    fn from(params: ResidentParams) -> Self {
        let ResidentParams {
            search,
            household_id,
            building_id,
            grid_id,
            state,
            import_id,
            from,
            until,
            lapsing_until,
            ..
        } = params;
        Self { search, household_id, building_id, grid_id, state, import_id, from, until, lapsing_until }
    }
}

/// Residents
///
/// In the order of their names in pinyin.
#[utoipa::path(
    tag = "residents",
    params(ResidentParams),
    responses((status = 200, body = ListOf<ListedResidentJson>)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/residents")]
pub async fn list_residents(
    by: By<Guides>,
    Params(params): Params<ResidentParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ListedResidentJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let filter = ResidentWorkbookParams::from(params).read(&mut connection, &by).await?;
    let page = residents::list(&mut connection, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, ListedResidentJson::from)))
}

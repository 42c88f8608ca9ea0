//! `GET /residents`: the list, searched as somebody types.

use actix_web::get;
use actix_web::web::{Data, Json};
use chrono::NaiveDate;
use linli_db::{Connection, residents};
use linli_domain::ids::{BuildingId, GridId, HouseholdId, ImportId};
use linli_domain::residents::ResidentState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::ListedResidentJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params, Text, days_between};
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
    let filter = residents::Filter {
        search: params.search.map(String::from),
        household: params.household_id,
        building: params.building_id,
        grid: params.grid_id,
        state: params.state,
        import: params.import_id,
        active: days_between(params.from, params.until),
        lapsing: lapsing(&mut connection, &by, params.lapsing_until).await?,
    };
    let page = residents::list(&mut connection, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, ListedResidentJson::from)))
}

/// From today to this day, if it is given.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn lapsing<R>(
    connection: &mut Connection,
    by: &By<R>,
    until: Option<Day>,
) -> Result<Option<(NaiveDate, NaiveDate)>, Problem> {
    let Some(until) = until else { return Ok(None) };
    let today = own_community(connection, by.community()).await?.day_of(by.now);
    Ok(Some((today, until.get())))
}

//! `GET /households/{id}/pact`: the months in which a household kept the pact, or did not.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, pacts, places, residents};
use linli_domain::ids::{CommunityId, HouseholdId};
use linli_domain::places::Household;
use linli_domain::roles::Principal;

use super::json::PactMonth;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::{Kind, Problem};

/// The pact of a household
///
/// Its settled months, the newest first. For its registered members, the building's block head, the desk and the social workers.
#[utoipa::path(
    tag = "pacts",
    params(("id" = HouseholdId, Path), ListParams),
    responses((status = 200, body = ListOf<PactMonth>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/households/{id}/pact")]
pub async fn list_pact_months(
    by: By<Anyone>,
    id: Path<HouseholdId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<PactMonth>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let found = places::find_household(&mut connection, by.community(), *id).await?;
    let household = found.ok_or_else(Problem::not_found)?;
    if !may_see(&mut connection, by.community(), (&by.principal, &household)).await? {
        return Err(Problem::of(Kind::Forbidden));
    }
    let page = pacts::months(&mut connection, by.community(), *id, &slice).await?;
    Ok(Json(list_of(page, PactMonth::from)))
}

async fn may_see(
    connection: &mut Connection,
    community: CommunityId,
    (who, household): (&Principal, &Household),
) -> Result<bool, Problem> {
    if who.may_see_pact(household.building) {
        return Ok(true);
    }
    let Some(resident) = who.resident else { return Ok(false) };
    let resident = residents::find(connection, community, resident).await?;
    Ok(resident.is_some_and(|resident| resident.check_member(household.id).is_ok()))
}

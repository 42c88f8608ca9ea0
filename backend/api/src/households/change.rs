//! `PATCH /households/{id}`: another door of a household, another building, another representative.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, places, residents};
use linli_domain::Refusal;
use linli_domain::ids::{HouseholdId, ResidentId};
use linli_domain::places::Household;

use super::json::{HouseholdChangeJson, HouseholdJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a household
///
/// What is left out stays; its residents go with it to another building. What the household earns as one goes to the
/// representative it has chosen; who moves out of it stops being that.
#[utoipa::path(
    tag = "households",
    params(("id" = HouseholdId, Path)),
    request_body = HouseholdChangeJson,
    responses((status = 200, body = HouseholdJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[patch("/households/{id}")]
pub async fn change_household(
    by: By<Desk>,
    id: Path<HouseholdId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &HouseholdChangeJson| {
        Reply::ok(&HouseholdJson::from(&change(connection, acting, *id, body).await?))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: HouseholdId,
    change: &HouseholdChangeJson,
) -> Result<Household, Problem> {
    // The resident first, as where residents move out.
    if let Some(Some(representative)) = change.representative_id {
        check_member(connection, acting, (id, representative)).await?;
    }
    let before = places::lock_household(connection, acting.community, id).await?;
    let before = before.ok_or_else(Problem::not_found)?;
    if let Some(building) = change.building_id {
        let found = places::find_building(connection, acting.community, building).await?;
        found.ok_or_else(|| Problem::unknown_reference("building_id"))?;
    }
    let after = before.changed(change.into());
    if !places::update_household(connection, acting.community, &after).await? {
        return Err(Problem::refused_at("door", Refusal::DoorTaken { door: after.door }));
    }
    let line =
        Change::changed("household.change", &HouseholdJson::from(&before), &HouseholdJson::from(&after));
    acting.audit(connection, id, line).await?;
    Ok(after)
}

/// Whether a resident can speak for a household: one of its registered members, kept from moving out meanwhile.
async fn check_member(
    connection: &mut Connection,
    acting: &Acting,
    (of, representative): (HouseholdId, ResidentId),
) -> Result<(), Problem> {
    let resident = residents::share(connection, acting.community, representative).await?;
    let resident = resident.ok_or_else(|| Problem::unknown_reference("representative_id"))?;
    resident.check_member(of).map_err(|refusal| Problem::refused_at("representative_id", refusal))
}

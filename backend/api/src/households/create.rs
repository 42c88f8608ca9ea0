//! `POST /households`: registering a household.

use std::slice;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, places};
use linli_domain::Refusal;
use linli_domain::places::Household;

use super::json::{HouseholdJson, NewHousehold};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Register a household
#[utoipa::path(
    tag = "households",
    request_body = NewHousehold,
    responses((status = 201, body = HouseholdJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[post("/households")]
pub async fn create_household(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewHousehold| {
        let household = create(connection, acting, body).await?;
        Reply::created(format!("/api/v1/households/{}", household.id), &HouseholdJson::from(&household))
    });
    done.await
}

async fn create(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewHousehold,
) -> Result<Household, Problem> {
    let building = places::find_building(connection, acting.community, new.building_id).await?;
    let household = Household {
        id: acting.id(),
        building: building.ok_or_else(|| Problem::unknown_reference("building_id"))?.id,
        door: new.door.as_str().to_owned(),
        representative: None,
    };
    if places::insert_households(connection, acting.community, slice::from_ref(&household)).await? == 0 {
        return Err(Problem::refused_at("door", Refusal::DoorTaken { door: household.door }));
    }
    let line = Change::made("household.create", &HouseholdJson::from(&household));
    acting.audit(connection, household.id, line).await?;
    Ok(household)
}

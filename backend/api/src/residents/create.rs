//! `POST /residents`: registering a resident.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, places, residents};
use linli_domain::codes::Code;
use linli_domain::residents::{Resident, ResidentState, check_birth_year};

use super::json::{BirthYear, NewResident, ResidentJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::Problem;

/// Register a resident
///
/// With a wallet and the code of a member card.
#[utoipa::path(
    tag = "residents",
    request_body = NewResident,
    responses((status = 201, body = ResidentJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[post("/residents")]
pub async fn create_resident(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewResident| {
        let resident = new_resident(connection, acting, body).await?;
        Reply::created(format!("/api/v1/residents/{}", resident.id), &ResidentJson::from(&resident))
    });
    done.await
}

/// Registers a resident with a wallet and a member card.
///
/// # Errors
/// `invalid-input` if there is no such household.
async fn new_resident(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewResident,
) -> Result<Resident, Problem> {
    let household = places::find_household(connection, acting.community, new.household_id).await?;
    let household = household.ok_or_else(|| Problem::unknown_reference("household_id"))?;
    if let Some(year) = new.birth_year {
        check_born(connection, acting, year).await?;
    }
    let (id, account) = (acting.id(), acting.id());
    let with_card = |card: &Code| Resident {
        id,
        name: new.name.as_str().to_owned(),
        birth_year: new.birth_year.map(BirthYear::small),
        phone: new.phone.clone(),
        household: household.id,
        card: card.clone(),
        state: ResidentState::Active,
    };
    let insert = async |connection: &mut Connection, card: &Code| {
        residents::insert(connection, acting.community, &[(with_card(card), account)], acting.now).await
    };
    let resident = with_card(&acting.with_new_code(connection, acting.ids.code(), insert).await?);
    let change = Change::made("resident.create", &ResidentJson::from(&resident));
    acting.audit(connection, resident.id, change).await?;
    Ok(resident)
}

/// Whether somebody can be born in this year.
pub(super) async fn check_born(
    connection: &mut Connection,
    acting: &Acting,
    year: BirthYear,
) -> Result<(), Problem> {
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    check_birth_year(year.small(), today).map_err(|refusal| Problem::refused_at("birth_year", refusal))
}

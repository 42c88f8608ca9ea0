//! `PATCH /residents/{id}`: changing a resident.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, activities, places, residents, shifts, signups};
use linli_domain::codes::Code;
use linli_domain::ids::{HouseholdId, ResidentId, ShiftId};
use linli_domain::residents::{Resident, ResidentState};

use super::create::check_born;
use super::give_back::{give_back, lock_held};
use super::json::{BirthYear, ResidentChange, ResidentJson};
use super::step_down::step_down;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::memberships::leave_all;
use crate::problem::Problem;
use crate::signups::{lock_queues, withdraw};

/// Change a resident
///
/// What is left out stays. A lost member card is replaced by one with another code. Who moves out or dies leaves all
/// teams and all shifts to come, gives back vouchers that are not used and orders that are not picked up, and is neither
/// block head nor representative of the household any more; who moves to another household is not its representative, and to another building no block head any more.
#[utoipa::path(
    tag = "residents",
    params(("id" = ResidentId, Path)),
    request_body = ResidentChange,
    responses((status = 200, body = ResidentJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[patch("/residents/{id}")]
pub async fn change_resident(
    by: By<Desk>,
    id: Path<ResidentId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ResidentChange| {
        Reply::ok(&ResidentJson::from(&change(connection, acting, *id, body).await?))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: ResidentId,
    change: &ResidentChange,
) -> Result<Resident, Problem> {
    if change.state.is_some_and(|state| state != ResidentState::Active) {
        lock_held(connection, acting, id).await?;
        lock_places(connection, acting, id).await?;
    }
    let before = residents::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if let Some(household) = change.household_id {
        find_household(connection, acting, household).await?;
    }
    if let Some(year) = change.birth_year {
        check_born(connection, acting, year).await?;
    }
    let after = Resident {
        id,
        name: change.name.as_ref().map_or_else(|| before.name.clone(), |name| name.as_str().to_owned()),
        birth_year: change.birth_year.map(BirthYear::small).or(before.birth_year),
        phone: change.phone.clone().unwrap_or_else(|| before.phone.clone()),
        household: change.household_id.unwrap_or(before.household),
        card: if change.new_card { new_card(connection, acting).await? } else { before.card.clone() },
        state: change.state.unwrap_or(before.state),
    };
    residents::update(connection, acting.community, &after).await?;
    let line = Change::changed("resident.change", &ResidentJson::from(&before), &ResidentJson::from(&after));
    acting.audit(connection, id, line).await?;
    step_down(connection, acting, (&before, &after)).await?;
    if before.state == ResidentState::Active && after.state != ResidentState::Active {
        leave(connection, acting, &after).await?;
    }
    Ok(after)
}

async fn find_household(
    connection: &mut Connection,
    acting: &Acting,
    id: HouseholdId,
) -> Result<(), Problem> {
    let found = places::find_household(connection, acting.community, id).await?;
    found.map(drop).ok_or_else(|| Problem::unknown_reference("household_id"))
}

/// Locks the shifts to come in which somebody who leaves has a place, with all who wait for it: activities before shifts before
/// residents, as everywhere. Who signs up at this very moment makes the two wait for each other at worst; one is then tried again.
async fn lock_places(connection: &mut Connection, acting: &Acting, id: ResidentId) -> Result<(), Problem> {
    let places = signups::ahead_of(connection, acting.community, id, acting.now).await?;
    let of: Vec<ShiftId> = places.iter().map(|place| place.shift).collect();
    activities::share_all(connection, acting.community, &of).await?;
    shifts::lock_all(connection, acting.community, &of).await?;
    lock_queues(connection, acting, &of, Some(id)).await
}

/// What follows from moving out or dying: no team, no place in a shift to come, no voucher and no order has the resident any
/// more. Points stay in the wallet.
async fn leave(connection: &mut Connection, acting: &Acting, resident: &Resident) -> Result<(), Problem> {
    leave_all(connection, acting, resident).await?;
    for place in signups::ahead_of(connection, acting.community, resident.id, acting.now).await? {
        withdraw(connection, acting, &place).await?;
    }
    give_back(connection, acting, resident.id).await
}

/// A code that no other member card has.
async fn new_card(connection: &mut Connection, acting: &Acting) -> Result<Code, Problem> {
    let is_free = async |connection: &mut Connection, card: &Code| {
        let found = residents::find_by_card(connection, acting.community, card).await?;
        Ok(found.is_none())
    };
    acting.with_new_code(connection, acting.ids.code(), is_free).await
}

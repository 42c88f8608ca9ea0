//! `PATCH /shifts/{id}`: making room for more, or fewer.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, activities, shifts};
use linli_domain::ids::ShiftId;
use linli_domain::roles::Principal;

use super::json::ShiftChange;
use crate::acting::{Acting, Change};
use crate::activities::ShiftJson;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};
use crate::signups::move_up;

/// Change a shift
///
/// For how many it is, while the activity recruits or runs and until the shift begins. Who waits for a place moves up
/// into the new ones.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path)),
    request_body = ShiftChange,
    responses((status = 200, body = ShiftJson)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::ShiftStarted, Kind::CapacityBelowTaken])),
    ),
)]
#[patch("/shifts/{id}")]
pub async fn change_shift(
    by: By<Leaders>,
    id: Path<ShiftId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ShiftChange| {
        Reply::ok(&change(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, change): (ShiftId, &ShiftChange),
) -> Result<ShiftJson, Problem> {
    let community = acting.community;
    let of = shifts::find(connection, community, id).await?.ok_or_else(Problem::not_found)?.activity;
    let activity = activities::share(connection, community, of).await?;
    let activity = activity.ok_or_else(|| Problem::unexpected("a shift of no activity"))?;
    if !who.may_guide(activity.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    activity.check_open()?;
    let before = shifts::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let resized = before.clone().resized(change.capacity.small(), acting.now)?;
    shifts::resize(connection, community, &resized).await?;
    move_up(connection, acting, (&activity, &resized)).await?;
    let after = shifts::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let (before, after) = (ShiftJson::from(&before), ShiftJson::from(&after));
    acting.audit(connection, id, Change::changed("shift.change", &before, &after)).await?;
    Ok(after)
}
